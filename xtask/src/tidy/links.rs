//! Links from one document to another.

use std::path::Path;

/// Modules lead to each other by name; `suoja programme check` looks after those links.
const BY_NAME: &str = "content/programme/modules/";

/// Links of a Markdown file to files that are not there. What stands in a code span is no link.
pub fn broken(root: &Path, path: &str, text: &str) -> Vec<String> {
    if path.starts_with(BY_NAME) {
        return Vec::new();
    }
    let folder = root.join(path);
    let folder = folder.parent().unwrap_or(root);
    let mut broken = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let prose: String = line.split('`').step_by(2).collect();
        for link in prose.split("](").skip(1) {
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
