//! The rows of a list in one SQLite file: what is listed, who gave it, and when.
//!
//! This file decides what counts. The index finds fingerprints that are near; a hit counts only if its row
//! stands here, belongs to a finished import, and nobody has denied it. So one commit makes an import
//! visible, whole, and one commit takes rows away, whatever the index still holds.

use std::path::Path;
use std::time::Duration;

use exchange::HashKind;
use siphasher::sip::SipHasher13;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, Row};
use std::hash::Hasher;
use std::os::unix::fs::OpenOptionsExt;

use crate::ListError;

pub(crate) mod finish;
pub(crate) mod found;
pub(crate) mod gone;
pub(crate) mod stage;
pub(crate) mod summary;

/// `SuoL` in ASCII, in the head of the file.
const APPLICATION_ID: i64 = 0x53_75_6f_4c;
const VERSION: i64 = 1;
/// Memory for pages of the file while writing (KiB).
const CACHE: &str = "-131072";

/// Opens the file for one writer, and makes it where it is not.
pub(crate) async fn writer(path: &Path) -> Result<SqliteConnection, ListError> {
    let made =
        std::fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path);
    made.map_err(|error| crate::folder::io(path, &error))?;
    let options = options(path)
        .page_size(8192)
        .journal_mode(SqliteJournalMode::Wal)
        // What is withdrawn is gone from the file, not only from its table of contents.
        .pragma("secure_delete", "ON")
        .pragma("cache_size", CACHE);
    let mut connection =
        SqliteConnection::connect_with(&options).await.map_err(|error| no_database(error, path))?;
    fill(&mut connection, path).await?;
    check_head(&mut connection, path).await?;
    Ok(connection)
}

/// Whether there is no file of rows yet, or nothing in it.
pub(crate) fn is_new(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |found| found.len() == 0)
}

/// Makes the tables of a new file.
async fn fill(connection: &mut SqliteConnection, path: &Path) -> Result<(), ListError> {
    if head(connection, path).await? != (0, 0, 0) {
        return Ok(());
    }
    let mut work = connection.begin().await?;
    (&mut *work).execute(include_str!("rows/schema.sql")).await?;
    (&mut *work).execute("PRAGMA application_id = 1400205132").await?;
    (&mut *work).execute("PRAGMA user_version = 1").await?;
    Ok(work.commit().await?)
}

/// How readers open the file. They write nothing but what is set aside.
pub(crate) fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        // An import is acknowledged after fsync, never before.
        .synchronous(SqliteSynchronous::Full)
        .pragma("trusted_schema", "OFF")
        .busy_timeout(Duration::from_secs(10))
}

/// Refuses a file that is another program's, of a later version, or empty: whoever reads it finds a list that
/// was filled once.
pub(crate) async fn check_head(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), ListError> {
    match head(connection, path).await? {
        (0, 0, 0) => Err(ListError::Emptied(path.to_owned())),
        (_, APPLICATION_ID, VERSION) => Ok(()),
        (_, APPLICATION_ID, _) => Err(ListError::Later(path.to_owned())),
        _ => Err(ListError::NotOurs(path.to_owned())),
    }
}

/// How many tables the file has, whose it is, and its version.
async fn head(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(i64, i64, i64), ListError> {
    let ask = async |connection: &mut SqliteConnection, what: &'static str| {
        let row = connection.fetch_one(what).await.map_err(|error| no_database(error, path))?;
        row.try_get::<i64, _>(0).map_err(ListError::from)
    };
    let tables = ask(connection, "SELECT count(*) FROM sqlite_schema").await?;
    let application = ask(connection, "PRAGMA application_id").await?;
    let version = ask(connection, "PRAGMA user_version").await?;
    Ok((tables, application, version))
}

/// SQLite's result code for a file that is no database.
const SQLITE_NOTADB: &str = "26";

pub(crate) fn no_database(error: sqlx::Error, path: &Path) -> ListError {
    let code = error.as_database_error().and_then(|error| error.code());
    match code.as_deref() {
        Some(SQLITE_NOTADB) => ListError::NotOurs(path.to_owned()),
        _ => error.into(),
    }
}

/// Where a hash is found: 64 bits of its kind and bytes. Whoever looks it up compares the whole.
pub(crate) fn key(kind: HashKind, bytes: &[u8]) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(kind.compared_as().name().as_bytes());
    hasher.write_u8(0);
    hasher.write(bytes);
    hasher.finish().cast_signed()
}

/// Where the rows of an entry are found.
pub(crate) fn entry_key(member: Option<&str>, entry: &str) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(member.unwrap_or_default().as_bytes());
    hasher.write_u8(if member.is_some() { 1 } else { 0 });
    hasher.write(entry.as_bytes());
    hasher.finish().cast_signed()
}

/// Numbers as SQLite's `json_each` takes them: one statement for any number of them.
pub(crate) fn json(numbers: impl IntoIterator<Item = i64>) -> String {
    let numbers: Vec<String> = numbers.into_iter().map(|number| number.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// A count as SQLite keeps it.
pub(crate) fn stored(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_mark_in_the_statement_is_the_mark() {
        assert_eq!(super::APPLICATION_ID, 1_400_205_132);
    }
}
