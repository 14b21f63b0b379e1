//! Links from one document to another.

use std::path::Path;

/// Links of a Markdown file to files that are not there.
pub fn broken(root: &Path, path: &str, text: &str) -> Vec<String> {
    let folder = root.join(path);
    let folder = folder.parent().unwrap_or(root);
    let mut broken = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for link in line.split("](").skip(1) {
            let target = link.split(')').next().unwrap_or_default();
            let target = target.split('#').next().unwrap_or_default();
            let elsewhere = target.is_empty() || target.contains("://") || target.contains(' ');
            if !elsewhere && !folder.join(target).exists() {
                broken.push(format!("{path}:{}: `{target}` is not there", at + 1));
            }
        }
    }
    broken
}
