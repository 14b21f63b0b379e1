//! Folders, programs and stopwatches.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

/// A folder beside this program that goes when it is dropped.
///
/// # Errors
/// When it cannot be made.
pub fn room() -> Result<TempDir> {
    let program = std::env::current_exe()?;
    let beside = program.parent().context("the program lies in no folder")?;
    Ok(tempfile::Builder::new().prefix("bench-").tempdir_in(beside)?)
}

/// Builds `suoja` as people run it, and says where it lies.
///
/// # Errors
/// When it does not build.
pub fn suoja() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--quiet", "--package", "suoja"]);
    run(build.current_dir(env!("CARGO_MANIFEST_DIR")))?;
    let program = std::env::current_exe()?.with_file_name("suoja");
    if !program.is_file() {
        bail!("there is no suoja beside this program; run it with `cargo run --release -p bench`");
    }
    Ok(program)
}

/// Runs a program to its end and returns what it printed.
///
/// # Errors
/// When it is not there or fails.
pub fn run(command: &mut Command) -> Result<String> {
    let name = Path::new(command.get_program()).display().to_string();
    let done =
        command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {name}"))?;
    if !done.status.success() {
        bail!("{name} failed: {}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// How many a second, and what the work returned.
///
/// # Errors
/// Those of the work.
pub fn rate<T>(count: usize, work: impl FnOnce() -> Result<T>) -> Result<(f64, T)> {
    let begun = Instant::now();
    let done = work()?;
    Ok((count as f64 / begun.elapsed().as_secs_f64(), done))
}
