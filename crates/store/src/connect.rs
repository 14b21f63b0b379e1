//! How a store's file is opened: every setting that a promise rests on.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, Row};

use crate::{StoreError, schema};

/// `Suoj` in ASCII: SQLite keeps it in the file's head as the program the file belongs to.
const APPLICATION_ID: i64 = 0x53_75_6f_6a;

/// SQLite's result code for a file that is no database.
const SQLITE_NOTADB: &str = "26";

/// Opens the file for writing, makes it where it is not, and brings its schema up to date.
pub(crate) async fn writer(path: &Path) -> Result<SqliteConnection, StoreError> {
    create_private(path)?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        // A sealed part must lie inside its page (see `row::LARGEST_BLOB`).
        .page_size(16_384)
        .journal_mode(SqliteJournalMode::Wal)
        // An answer is acknowledged after fsync, never before.
        .synchronous(SqliteSynchronous::Full)
        // The log of recent pages is in order of arrival: the writer cuts it to nothing itself.
        .pragma("wal_autocheckpoint", "0")
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .busy_timeout(Duration::from_secs(10));
    let mut connection = connect(&options, path).await?;
    claim(&mut connection, path).await?;
    schema::migrate(&mut connection, path).await?;
    Ok(connection)
}

/// Opens the file for reading only.
pub(crate) async fn reader(path: &Path) -> Result<SqliteConnection, StoreError> {
    if !path.is_file() {
        return Err(StoreError::Missing(path.to_owned()));
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .read_only(true)
        .pragma("trusted_schema", "OFF")
        .busy_timeout(Duration::from_secs(10));
    let mut connection = connect(&options, path).await?;
    if application_id(&mut connection).await? != APPLICATION_ID {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    schema::check(&mut connection, path).await?;
    Ok(connection)
}

async fn connect(
    options: &SqliteConnectOptions,
    path: &Path,
) -> Result<SqliteConnection, StoreError> {
    SqliteConnection::connect_with(options).await.map_err(|error| {
        let code = error.as_database_error().and_then(|e| e.code().map(|code| code.into_owned()));
        let foreign = code.as_deref() == Some(SQLITE_NOTADB);
        if foreign { StoreError::NotOurs(path.to_owned()) } else { error.into() }
    })
}

/// A new file is the owner's alone from its first byte; SQLite gives its log the same mode.
fn create_private(path: &Path) -> Result<(), StoreError> {
    let made = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path);
    made.map(drop).map_err(|error| StoreError::Sqlite(format!("{}: {error}", path.display())))
}

/// Writes our mark into a new file, and refuses a file that has something else in it.
async fn claim(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let id = application_id(connection).await?;
    if id == APPLICATION_ID {
        return Ok(());
    }
    let tables: i64 =
        connection.fetch_one("SELECT count(*) FROM sqlite_schema").await?.try_get(0)?;
    if id != 0 || tables != 0 {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    connection.execute("PRAGMA application_id = 1400205162").await?;
    Ok(())
}

async fn application_id(connection: &mut SqliteConnection) -> Result<i64, StoreError> {
    Ok(connection.fetch_one("PRAGMA application_id").await?.try_get(0)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_mark_in_the_statement_is_the_mark() {
        assert_eq!(super::APPLICATION_ID, 1_400_205_162);
    }
}
