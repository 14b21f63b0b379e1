//! Migrations: embedded, forward only, frozen once released.

use std::path::Path;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row, SqlSafeStr};

use crate::StoreError;

const MIGRATIONS: [(i64, &str, &str); 1] =
    [(1, "parts and openings", include_str!("../migrations/0001_parts_and_openings.sql"))];

/// Brings a file to the newest schema, and refuses one that it does not know.
pub(crate) async fn migrate(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), StoreError> {
    let migrations = MIGRATIONS.map(|(version, name, sql)| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    let migrator = Migrator::with_migrations(migrations.into());
    migrator.run(connection).await.map_err(|error| match error {
        MigrateError::VersionMissing(_) => StoreError::LaterSchema(path.to_owned()),
        MigrateError::VersionMismatch(_) | MigrateError::Dirty(_) => {
            StoreError::ForeignSchema(path.to_owned())
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => error.into(),
        other => StoreError::Sqlite(other.to_string()),
    })
}

/// Refuses a file whose schema is not the newest that this program knows.
pub(crate) async fn check(
    connection: &mut SqliteConnection,
    path: &Path,
) -> Result<(), StoreError> {
    let newest = "SELECT coalesce(max(version), 0) FROM _sqlx_migrations";
    let version: i64 = connection.fetch_one(newest).await?.try_get(0)?;
    let known = MIGRATIONS.last().map_or(0, |(version, _, _)| *version);
    if version > known {
        return Err(StoreError::LaterSchema(path.to_owned()));
    }
    Ok(())
}
