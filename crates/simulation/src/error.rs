//! What can be wrong with a specification.

/// What is wrong with a specification, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct SpecError {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what to do about it.
    pub what: String,
}

/// Why nothing was simulated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SimulateError {
    /// The specification does not fit itself or the instruments.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// The instruments ask shared questions in orders that exclude one another.
    #[error("`{question}` is asked before and after the same question; nothing can come first")]
    NoOrder {
        /// A question that cannot be placed.
        question: String,
    },
}

/// What is wrong with a line; the file's name is added where it is known.
#[derive(Debug)]
pub(crate) struct Fault {
    pub line: usize,
    pub what: String,
}

impl Fault {
    pub fn fail<T>(line: usize, what: impl Into<String>) -> Result<T, Self> {
        Err(Self { line, what: what.into() })
    }

    pub fn in_file(self, file: &str) -> SpecError {
        SpecError { file: file.to_owned(), line: self.line, what: self.what }
    }
}
