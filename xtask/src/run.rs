//! Running a program, with its output shown as it comes.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// A program with its arguments.
pub fn command(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(words.first().copied().unwrap_or_default());
    command.args(words.get(1..).unwrap_or_default()).current_dir(root);
    command
}

/// Runs a program and fails if it does.
///
/// # Errors
/// What was run and how it ended.
pub fn run(mut command: Command) -> Result<(), String> {
    let shown = format!("{command:?}");
    println!("\n$ {shown}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{shown} ended with {status}")),
        Err(error) => Err(format!("{shown} could not be started: {error}")),
    }
}

/// Runs a program, shows its standard output line by line and gives each line to `each`.
///
/// # Errors
/// What was run and how it ended.
pub fn run_lines(mut command: Command, mut each: impl FnMut(&str)) -> Result<(), String> {
    let shown = format!("{command:?}");
    println!("\n$ {shown}");
    let failed = |error: std::io::Error| format!("{shown}: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            println!("{line}");
            each(&line);
        }
    }
    let status = child.wait().map_err(failed)?;
    if status.success() { Ok(()) } else { Err(format!("{shown} ended with {status}")) }
}
