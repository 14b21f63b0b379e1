//! Which files there are, and what must not stand in any.

use std::path::Path;

use crate::run::command;

/// Files that git tracks or would take.
///
/// # Errors
/// When git does not answer.
pub fn tracked(root: &Path) -> Result<Vec<String>, String> {
    let words = ["git", "ls-files", "--cached", "--others", "--exclude-standard"];
    let listed = command(root, &words).output().map_err(|error| format!("git: {error}"))?;
    let text = String::from_utf8_lossy(&listed.stdout);
    let files: Vec<String> = text.lines().map(str::to_owned).collect();
    if files.is_empty() { Err("git lists no files".to_owned()) } else { Ok(files) }
}

/// Traces that must not stand in a file: private keys, paths of one machine, stubs.
pub fn traces(path: &str, text: &str) -> Vec<String> {
    // Written in two pieces, so that this file does not find itself.
    let home = concat!("/ho", "me/");
    let root = concat!("/ro", "ot/");
    let registry = concat!("index.", "crates.io");
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let mut say = |what: &str| found.push(format!("{path}:{}: {what}", at + 1));
        if has_private_key(line) {
            say("a private key");
        }
        if [home, root].iter().any(|trace| line.contains(trace)) {
            say("a path of one machine");
        }
        if line.contains(registry) || line.contains(concat!("registry.", "npmjs")) {
            say("the host of a registry");
        }
        if path.ends_with(".rs") && line.contains(concat!("FIX", "ME")) {
            say("a stub: finish it, or say in ARCHITECTURE.md that it is not built");
        }
    }
    found
}

/// The mark of an age private key with as many letters after it as a key has.
fn has_private_key(line: &str) -> bool {
    line.split(concat!("AGE-SECRET-", "KEY-1")).skip(1).any(|after| {
        after.chars().take_while(|c| c.is_ascii_uppercase() || c.is_ascii_digit()).count() >= 58
    })
}
