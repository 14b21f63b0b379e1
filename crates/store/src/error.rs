//! What can go wrong with the file.

use std::path::PathBuf;

/// What can go wrong with the file. Nothing here names a row or what is in it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// The disk is full; nothing of the request was kept, all that was kept before is there.
    #[error("the disk is full; make room, then try again")]
    Full,
    /// The file belongs to another program.
    #[error("{0} is no Suoja store; name another file or remove it")]
    NotOurs(PathBuf),
    /// The file was written by a later version of this program.
    #[error("{0} was written by a later version of Suoja; use that version or a later one")]
    LaterSchema(PathBuf),
    /// A migration that this file has seen is another one in this program.
    #[error("{0} was made by a changed migration; restore it from a backup")]
    ForeignSchema(PathBuf),
    /// The file is not there.
    #[error("{0} does not exist")]
    Missing(PathBuf),
    /// A blob larger than a page has room for.
    #[error("a sealed part of {0} bytes is larger than the store takes")]
    BlobTooLarge(usize),
    /// The store has been closed.
    #[error("the store is closed")]
    Closed,
    /// Anything else that SQLite says.
    #[error("the store failed: {0}")]
    Sqlite(String),
}

/// SQLite's primary result code for a full disk.
const SQLITE_FULL: &str = "13";

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|e| e.code().map(|code| code.into_owned()));
        // SQLite reports a write that fails for want of room as FULL, or as IOERR_WRITE (778) and
        // its relatives when the file system says so in another call.
        match code.as_deref() {
            Some(SQLITE_FULL) => Self::Full,
            _ => Self::Sqlite(error.to_string()),
        }
    }
}
