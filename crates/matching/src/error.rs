//! What can go wrong with lists. Nothing here repeats a hash: lists are secrets.

use std::path::PathBuf;

/// Why something could not be done with a list.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ListError {
    /// A file or folder could not be read or written.
    #[error("{path}: {what}", path = .0.display(), what = .1)]
    Io(PathBuf, String),
    /// A file or folder of a list is open to others.
    #[error(
        "others can read {path} (mode {mode:o}), and lists are secrets: chmod {fit} {path}",
        path = .path.display()
    )]
    Open {
        /// The file or folder.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// The mode to give it, as `chmod` takes it.
        fit: &'static str,
    },
    /// A policy cannot be used.
    #[error("{path}:{line}: {what}", path = .path.display())]
    Policy {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and what to write instead.
        what: String,
    },
    /// A name is none.
    #[error("`{0}` is no name of a list: write up to 64 of a-z, 0-9 and hyphens")]
    Name(String),
    /// The list is there already.
    #[error("{path} is there already; choose another name", path = .0.display())]
    Exists(PathBuf),
    /// The list is not there.
    #[error("there is no list in {path}; `suoja list new` makes one", path = .0.display())]
    Missing(PathBuf),
    /// Another program writes.
    #[error("something else is writing to the list `{0}`; wait until it has ended, then try again")]
    Busy(String),
    /// An import was broken off.
    #[error(
        "import {import} of the list `{list}` was broken off after {rows} rows; give the same file again, read \
         in the same way, to go on, or take it back: suoja list withdraw {list} --import {import}"
    )]
    Unfinished {
        /// The list.
        list: String,
        /// The import.
        import: i64,
        /// Rows that it had written.
        rows: u64,
    },
    /// A file is no longer the one whose import was broken off.
    #[error(
        "this is no longer the file of which import {import} had read {items} rows; withdraw that import, \
         then import anew"
    )]
    Changed {
        /// The import.
        import: i64,
        /// Rows that it had read.
        items: u64,
    },
    /// The list cannot be read further; nothing of it was taken over.
    #[error("{0}; nothing was imported")]
    Broken(#[from] exchange::Broken),
    /// More rows than numbers.
    #[error("the list has given out all of its 4,294,967,295 row numbers; begin a new list")]
    Full,
    /// There is no such import or row.
    #[error("the list `{list}` has no {what} {number}; `suoja list show` says which there are")]
    NoSuch {
        /// The list.
        list: String,
        /// Import or row.
        what: &'static str,
        /// Its number.
        number: i64,
    },
    /// A list has no policy any more.
    #[error(
        "{path} has hashes and no `list.toml`: put the policy back, or move the folder away; until then no \
         list here is asked",
        path = .0.display()
    )]
    NoPolicy(PathBuf),
    /// The file of rows is gone or empty although there is an index.
    #[error(
        "{path} is gone or empty although the list was filled: restore the folder of the list from a copy, or \
         move it away and import its files into a new list",
        path = .0.display()
    )]
    Emptied(PathBuf),
    /// The file of rows is another program's.
    #[error("{path} is no file of a Suoja list; restore it from a copy", path = .0.display())]
    NotOurs(PathBuf),
    /// The file of rows is of a later version.
    #[error(
        "{path} was written by a later version of Suoja; use that version or a later one",
        path = .0.display()
    )]
    Later(PathBuf),
    /// The disk is full.
    #[error("the disk is full; nothing of this was kept; make room, then try again")]
    DiskFull,
    /// What SQLite says of the file of rows.
    #[error("the rows of the list cannot be used: {0}")]
    Rows(String),
    /// What the index says.
    #[error("the index of the list cannot be used: {0}")]
    Index(String),
}

/// SQLite's primary result code for a full disk.
const SQLITE_FULL: &str = "13";

impl From<sqlx::Error> for ListError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|error| error.code());
        match code.as_deref() {
            Some(SQLITE_FULL) => Self::DiskFull,
            _ => Self::Rows(error.to_string()),
        }
    }
}

impl From<radius::IndexError> for ListError {
    fn from(error: radius::IndexError) -> Self {
        Self::Index(error.to_string())
    }
}
