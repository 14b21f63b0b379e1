//! What the tests need beside Rust: real programs from Debian.

use std::path::Path;
use std::process::Command;

use crate::run::run;

/// Program, or file by its whole path, and the Debian package that has it.
pub type Need = (&'static str, &'static str);

/// For the tests.
pub const TESTS: [Need; 12] = [
    ("chromium", "chromium"),
    ("minisign", "minisign"),
    ("nginx", "nginx-light"),
    ("node", "nodejs"),
    ("npm", "npm"),
    ("pip3", "python3-pip"),
    ("pdftotext", "poppler-utils"),
    ("python3", "python3"),
    ("sqlite3", "sqlite3"),
    ("strace", "strace"),
    ("tor", "tor"),
    ("unshare", "util-linux"),
];

/// For the benchmarks.
pub const BENCHES: [Need; 7] = [
    ("nginx", "nginx-light"),
    ("wrk", "wrk"),
    // The peers of detection, the reference, and an allocator that the peers are faster with.
    ("g++", "g++"),
    ("python3", "python3-venv"),
    ("/usr/lib/x86_64-linux-gnu/libjemalloc.so.2", "libjemalloc2"),
    // Word lists: ordinary text that nobody should be warned for.
    ("/usr/share/dict/american-english", "wamerican"),
    ("/usr/share/dict/french", "wfrench"),
];

/// Installs what is missing, or names it.
///
/// # Errors
/// The command with which an administrator installs the rest.
pub fn install(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|(program, _)| !is_there(program))
        .map(|(_, package)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("The tests need these Debian packages: {list}");
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"));
    let mut update = prefixed(root, &["apt-get", "update", "-qq"]);
    let mut install =
        prefixed(root, &["apt-get", "install", "-y", "-qq", "--no-install-recommends"]);
    update.env("DEBIAN_FRONTEND", "noninteractive");
    install.env("DEBIAN_FRONTEND", "noninteractive").args(&missing);
    run(update)
        .and_then(|()| run(install))
        .map_err(|error| format!("{error}\nInstall them by hand: apt-get install {list}"))
}

/// As root, or through sudo without a question.
fn prefixed(root: bool, words: &[&str]) -> Command {
    let mut all = if root { Vec::new() } else { vec!["sudo", "--non-interactive"] };
    all.extend_from_slice(words);
    crate::run::command(Path::new("/"), &all)
}

fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin".into(), "/sbin".into()])
        .any(|dir| dir.join(program).is_file())
}
