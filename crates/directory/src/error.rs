//! What makes a file unfit.

use std::fmt;

use locale::MessagesError;

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there and what to do about it.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

/// A directory that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The words around the entries, which come with the program, are broken.
    #[error(transparent)]
    Words(#[from] MessagesError),
    /// The file is broken: everything that was found.
    #[error("{}", lines(.0))]
    Faults(Vec<Fault>),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
