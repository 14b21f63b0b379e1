//! What a check has to say, and where.

use std::fmt;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The instrument cannot be used.
    Error,
    /// It can be used; someone should look.
    Warning,
}

/// One thing that a check found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// How bad it is.
    pub level: Level,
    /// What is wrong and what to do about it.
    pub what: String,
}

impl Diagnostic {
    /// Something that cannot stay as it is; `line` counts from 1.
    pub fn error(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, level: Level::Error, what: what.into() }
    }

    /// Something that a person should look at; `line` counts from 1.
    pub fn warning(file: &str, line: usize, what: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(file, line, what) }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
        };
        write!(f, "{}:{}: {level}: {}", self.file, self.line, self.what)
    }
}
