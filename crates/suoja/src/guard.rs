//! What must not be on a server, and what a server must not leave behind.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};

/// Bytes at the head of a file in which a private key is looked for.
const HEAD: u64 = 64 * 1024;
/// Folders below a folder that are looked into.
const DEPTH: usize = 3;

/// Files with a private key in them, in these folders.
///
/// # Errors
/// When a folder cannot be read.
pub fn private_keys(dirs: &[&Path]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for dir in dirs.iter().filter(|dir| dir.is_dir()) {
        search(dir, DEPTH, &mut found)?;
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn search(dir: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(dir).with_context(|| format!("cannot read {}", dir.display()))?;
    for entry in entries {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() && depth > 0 {
            search(&path, depth - 1, found)?;
        } else if kind.is_file() && has_private_key(&path).unwrap_or(true) {
            // A file that cannot be read might hold one.
            found.push(path);
        }
    }
    Ok(())
}

fn has_private_key(path: &Path) -> std::io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    let mark = seal::SECRET_KEY_MARK.as_bytes();
    Ok(head.windows(mark.len()).any(|window| window == mark))
}

/// Refuses to go on beside a private key.
///
/// # Errors
/// Naming the files.
pub fn refuse_private_keys(dirs: &[&Path]) -> Result<()> {
    let found = private_keys(dirs)?;
    if found.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = found.iter().map(|path| format!("  {}", path.display())).collect();
    bail!(
        "a private key lies beside the server (or a file that cannot be read):\n{}\n\
         Carry it to the researchers' machine and remove it here; whoever takes this server must \
         not be able to open an answer.",
        list.join("\n")
    )
}

/// Leaves no image of the memory behind: no core file, and no other process may look in.
///
/// # Errors
/// When the system refuses.
pub fn leave_no_core() -> Result<()> {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Core, none).context("cannot forbid core dumps")?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).context("cannot forbid core dumps")
}
