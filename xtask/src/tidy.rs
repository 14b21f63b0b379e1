//! The rules of the house that no compiler knows.

mod files;
mod links;
mod rooms;

use std::path::Path;

/// Lines that a Rust file may have before it has to be split.
const LONGEST_FILE: usize = 500;
/// Lines that ARCHITECTURE.md may have: a page that is read whole.
const LONGEST_ARCHITECTURE: usize = 300;

/// Where `unsafe` may stand: vector instructions and mapped files, nothing else.
const UNSAFE_IN: [&str; 2] = ["crates/pdq/src/", "crates/radius/src/"];

/// Checks every file that git knows or would take; returns how many.
///
/// # Errors
/// Every slip, a line each.
pub fn tidy(root: &Path) -> Result<usize, String> {
    let files = files::tracked(root)?;
    let mut slips = Vec::new();
    for path in &files {
        let Ok(text) = std::fs::read_to_string(root.join(path)) else { continue };
        if path.ends_with(".rs") {
            rust(path, &text, &mut slips);
        }
        if path.ends_with(".md") {
            slips.extend(links::broken(root, path, &text));
        }
        slips.extend(files::traces(path, &text));
    }
    let architecture = std::fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap_or_default();
    if !(1..LONGEST_ARCHITECTURE).contains(&architecture.lines().count()) {
        slips.push(format!("ARCHITECTURE.md must have 1 to {LONGEST_ARCHITECTURE} lines"));
    }
    slips.extend(rooms::check(root));
    if slips.is_empty() { Ok(files.len()) } else { Err(slips.join("\n")) }
}

fn rust(path: &str, text: &str, slips: &mut Vec<String>) {
    if !text.starts_with("//!") && !text.starts_with("#![no_main]") {
        slips.push(format!("{path}:1: begin with `//!` and what this file is for"));
    }
    // Spelled in two halves, or this rule would find itself.
    let lifted = concat!("unsafe", "_code");
    if text.contains(lifted) && !UNSAFE_IN.iter().any(|folder| path.starts_with(folder)) {
        slips.push(format!("{path}: only {} may lift `{lifted}`", UNSAFE_IN.join(" and ")));
    }
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        slips.push(format!("{path}: {lines} lines; split it below {LONGEST_FILE}"));
    }
}
