//! What is printed where others may have chosen the words: nothing that a terminal obeys, and no noise when
//! whoever reads has seen enough.

use std::io;
use std::process::ExitCode;

use anyhow::Result;

/// Text without anything that a terminal would obey.
pub fn printable(text: &str) -> String {
    let clean =
        |own: char| if own.is_control() { own.escape_default().to_string() } else { own.into() };
    text.chars().map(clean).collect()
}

/// The status of a command whose reader may have closed the pipe: then it has seen enough, and all is well.
///
/// # Errors
/// Every other error.
pub fn until_read(done: Result<ExitCode>) -> Result<ExitCode> {
    let closed = |error: &anyhow::Error| {
        let error = error.downcast_ref::<io::Error>();
        error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    };
    match done {
        Err(error) if closed(&error) => Ok(ExitCode::SUCCESS),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(printable("a\x1b[31m\u{9b}b\né"), "a\\u{1b}[31m\\u{9b}b\\né");
    }
}
