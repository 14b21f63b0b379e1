//! Lines of JSON from other commands, none longer than a limit.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, stdin};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;

/// Longest line (bytes). An answer with many findings and their details stays far below.
const LONGEST: u64 = 1024 * 1024;

/// Opens a file, or standard input for `-`.
///
/// # Errors
/// When it cannot be opened.
pub fn open(path: &Path) -> Result<Box<dyn BufRead>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(BufReader::new(stdin())));
    }
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Box::new(BufReader::new(file)))
}

/// Gives each line that is not empty with its number.
///
/// # Errors
/// When a line is too long, cannot be read, or is refused.
pub fn each(mut input: impl BufRead, mut take: impl FnMut(u64, &[u8]) -> Result<()>) -> Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line);
        if read.with_context(|| format!("line {number} cannot be read"))? == 0 {
            break;
        }
        if line.len() as u64 > LONGEST {
            bail!(
                "line {number} has more than {LONGEST} bytes; no command of this program writes such"
            );
        }
        if !line.trim_ascii().is_empty() {
            take(number, line.trim_ascii())?;
        }
    }
    Ok(())
}

/// Reads an object as `command` writes it. What stands in the line is not repeated: it may be a secret.
///
/// # Errors
/// When it is none.
pub fn object<T: DeserializeOwned>(line: &[u8], number: u64, command: &str) -> Result<T> {
    serde_json::from_slice(line)
        .map_err(|_| anyhow::anyhow!("line {number} is no object as {command} writes it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_do_not_count_and_long_ones_are_refused() {
        let mut seen = Vec::new();
        let note = |number, line: &[u8]| {
            seen.push((number, line.to_vec()));
            Ok(())
        };
        each(&b"one\n\n  \r\nfour"[..], note).unwrap();
        assert_eq!(seen, [(1, b"one".to_vec()), (4, b"four".to_vec())]);
        let long = vec![b'x'; 2 * 1024 * 1024];
        let error = each(&long[..], |_, _| Ok(())).unwrap_err().to_string();
        assert!(error.starts_with("line 1 has more than 1048576 bytes"), "{error}");
    }
}
