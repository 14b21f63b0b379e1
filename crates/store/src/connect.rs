//! How a store's file is opened: every setting that a promise rests on.

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteSynchronous};
use sqlx::{Connection, Executor, Row};

use crate::{StoreError, schema};

/// `Suoj` in ASCII: SQLite keeps it in the file's head as the program the file belongs to.
const APPLICATION_ID: i64 = 0x53_75_6f_6a;

/// SQLite's result code for a file that is no database.
const SQLITE_NOTADB: &str = "26";

/// Opens the file for writing, makes it where it is not, and brings its schema up to date.
pub(crate) async fn writer(path: &Path) -> Result<SqliteConnection, StoreError> {
    create_private(path, false)?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        // A sealed part must lie inside its page (see `row::LARGEST_BLOB`).
        .page_size(16_384)
        // An answer is acknowledged after fsync, never before.
        .synchronous(SqliteSynchronous::Full)
        // The log of recent pages is in order of arrival: the writer cuts it to nothing itself.
        .pragma("wal_autocheckpoint", "0")
        .pragma("secure_delete", "ON")
        .pragma("trusted_schema", "OFF")
        .busy_timeout(Duration::from_secs(10));
    let mut connection = connect(&options, path).await?;
    let marked = refuse_foreign(&mut connection, path).await?;
    // Only now: this writes into the file's head.
    (&mut connection).execute("PRAGMA journal_mode = WAL").await?;
    if !marked {
        (&mut connection).execute("PRAGMA application_id = 1400205162").await?;
    }
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
    if application_id(&mut connection, path).await? != APPLICATION_ID {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    schema::check(&mut connection, path).await?;
    Ok(connection)
}

async fn connect(
    options: &SqliteConnectOptions,
    path: &Path,
) -> Result<SqliteConnection, StoreError> {
    SqliteConnection::connect_with(options).await.map_err(|error| no_database(error, path))
}

pub(crate) fn no_database(error: sqlx::Error, path: &Path) -> StoreError {
    let code = error.as_database_error().and_then(|e| e.code().map(|code| code.into_owned()));
    let foreign = code.as_deref() == Some(SQLITE_NOTADB);
    if foreign { StoreError::NotOurs(path.to_owned()) } else { error.into() }
}

/// A new file is the owner's alone from its first byte; SQLite gives its log the same mode.
pub(crate) fn create_private(path: &Path, new: bool) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).create_new(new).truncate(false).mode(0o600);
    let made = options.open(path);
    made.map(drop).map_err(|error| StoreError::Sqlite(format!("{}: {error}", path.display())))
}

/// Refuses a file that has something else in it, and leaves it as it is; says whether it has our
/// mark already.
async fn refuse_foreign(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<bool, StoreError> {
    let id = application_id(connection, path).await?;
    if id == APPLICATION_ID {
        return Ok(true);
    }
    let tables: i64 =
        connection.fetch_one("SELECT count(*) FROM sqlite_schema").await?.try_get(0)?;
    if id != 0 || tables != 0 {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    Ok(false)
}

async fn application_id(connection: &mut SqliteConnection, path: &Path) -> Result<i64, StoreError> {
    let row = connection.fetch_one("PRAGMA application_id").await;
    Ok(row.map_err(|error| no_database(error, path))?.try_get(0)?)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_mark_in_the_statement_is_the_mark() {
        assert_eq!(super::APPLICATION_ID, 1_400_205_162);
    }
}
