//! The researchers' side: reading a store or a copy of one.

use std::path::Path;

use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row};

use crate::{RowId, StoreError, Week, connect};

/// A store open for reading only.
pub struct Archive {
    connection: SqliteConnection,
}

/// A part as it lies on disk.
#[derive(Debug, Clone)]
pub struct SealedPart {
    /// Its id, for asking for the ones after it.
    pub id: RowId,
    /// The week in which it arrived; `None` if the number on disk is no week.
    pub week: Option<Week>,
    /// The blob.
    pub blob: Vec<u8>,
}

impl Archive {
    /// Opens a store for reading.
    ///
    /// # Errors
    /// [`StoreError`] when it is not there, not ours, or of a later version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: connect::reader(path).await? })
    }

    /// How many parts there are.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn count(&mut self) -> Result<u64, StoreError> {
        let count: i64 =
            (&mut self.connection).fetch_one("SELECT count(*) FROM part").await?.try_get(0)?;
        Ok(count.unsigned_abs())
    }

    /// Up to `most` parts whose ids come after `after`, in the order of their ids.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn parts(
        &mut self,
        after: Option<RowId>,
        most: u32,
    ) -> Result<Vec<SealedPart>, StoreError> {
        let select = "SELECT id, week, blob FROM part WHERE id > $1 ORDER BY id LIMIT $2";
        // The empty blob sorts before every id.
        let after = after.map_or(Vec::new(), |id| id.to_vec());
        let rows =
            sqlx::query(select).bind(after).bind(most).fetch_all(&mut self.connection).await?;
        let part = |row: &sqlx::sqlite::SqliteRow| -> Result<SealedPart, StoreError> {
            let id: Vec<u8> = row.try_get(0)?;
            let id = RowId::try_from(id.as_slice())
                .map_err(|_| StoreError::Sqlite("a row has an id of another length".to_owned()))?;
            Ok(SealedPart { id, week: Week::from_number(row.try_get(1)?), blob: row.try_get(2)? })
        };
        rows.iter().map(part).collect()
    }

    /// The openings of the survey by week and language.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn openings(&mut self) -> Result<Vec<(Week, String, u64)>, StoreError> {
        let select = "SELECT week, language, count FROM opening ORDER BY week, language";
        let mut openings = Vec::new();
        for row in (&mut self.connection).fetch_all(select).await? {
            let count: i64 = row.try_get(2)?;
            if let Some(week) = Week::from_number(row.try_get(0)?) {
                openings.push((week, row.try_get(1)?, count.unsigned_abs()));
            }
        }
        Ok(openings)
    }
}
