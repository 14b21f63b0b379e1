//! Reading one list for its owner: what it holds, its rows, whether its files are sound.

use std::collections::BTreeMap;
use std::path::Path;

use exchange::HashKind;
use jiff::Timestamp;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};
use sqlx::{Executor, Row};

use crate::folder::Folder;
use crate::rows;
use crate::rows::found::{self, Listed};
use crate::rows::summary::{self, Import};
use crate::{ListError, Policy};

/// Fingerprints that are looked up in the index when a list is checked.
const LOOKED_UP: u64 = 10_000;

/// A list open for reading.
pub struct ListReader {
    folder: Folder,
    rows: SqlitePool,
}

/// What a list holds, without any hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The policy.
    pub policy: Policy,
    /// Rows that count, of each kind.
    pub kinds: BTreeMap<HashKind, u64>,
    /// All imports.
    pub imports: Vec<Import>,
    /// Rows of each member and class.
    pub groups: Vec<(Option<String>, Option<String>, u64)>,
    /// Rows that people have denied.
    pub denied: u64,
    /// Rows that people have confirmed.
    pub confirmed: u64,
    /// Hashes that are set aside: a row of each, and since when.
    pub set_aside: Vec<(i64, Timestamp)>,
}

/// What checking a list has found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// What is wrong; nothing, if the list is sound.
    pub faults: Vec<String>,
    /// Rows that are in the file.
    pub rows: u64,
    /// Fingerprints that were looked up in the index and found.
    pub found: u64,
}

impl ListReader {
    /// Opens a list.
    ///
    /// # Errors
    /// [`ListError`] when it is not there, others can read it, or it is damaged.
    pub async fn open(lists: &Path, name: &str) -> Result<Self, ListError> {
        let folder = Folder::open(lists, name)?;
        let file = folder.rows_file();
        if !file.is_file() {
            return Err(ListError::Missing(folder.path));
        }
        let pool = SqlitePoolOptions::new().max_connections(1);
        let rows = pool.connect_with(rows::options(&file)).await;
        let rows = rows.map_err(|error| rows::no_database(error, &file))?;
        rows::check_head(&mut *rows.acquire().await?, &file).await?;
        Ok(Self { folder, rows })
    }

    /// The names of the lists in a folder.
    ///
    /// # Errors
    /// [`ListError`] when it cannot be read, or others can.
    pub fn names(lists: &Path) -> Result<Vec<String>, ListError> {
        Folder::names(lists)
    }

    /// What the list holds.
    ///
    /// # Errors
    /// [`ListError`]
    pub async fn summary(&self) -> Result<Summary, ListError> {
        let (denied, confirmed) = summary::verdicts(&self.rows).await?;
        Ok(Summary {
            policy: self.folder.policy()?,
            kinds: summary::tally(&self.rows).await?,
            imports: summary::imports(&self.rows).await?,
            groups: summary::groups(&self.rows).await?,
            denied,
            confirmed,
            set_aside: summary::set_aside(&self.rows).await?,
        })
    }

    /// Rows that count, in order of their numbers, from a number on: at most so many.
    ///
    /// # Errors
    /// [`ListError`]
    pub async fn rows(&self, from: i64, most: u32) -> Result<Vec<Listed>, ListError> {
        found::page(&self.rows, from, most).await
    }

    /// Reads the files again: the structure of the file of rows, its counts, every checksum of the index,
    /// and whether the index finds fingerprints, ten thousand of them spread over the list.
    ///
    /// # Errors
    /// [`ListError`] when the check itself cannot be made. What it finds is in [`Checked::faults`].
    pub async fn check(&self) -> Result<Checked, ListError> {
        let mut checked = Checked::default();
        let integrity = self.rows.fetch_all("PRAGMA integrity_check(10)").await?;
        for row in integrity {
            let said: String = row.try_get(0)?;
            if said != "ok" {
                checked.faults.push(format!("rows.sqlite: {said}"));
            }
        }
        self.check_counts(&mut checked).await?;
        match radius::Index::open(&self.folder.index()) {
            Ok(index) => self.check_index(&index, &mut checked).await?,
            Err(error) => checked.faults.push(format!("index: {error}")),
        }
        Ok(checked)
    }

    async fn check_counts(&self, checked: &mut Checked) -> Result<(), ListError> {
        let counts = "SELECT r.kind, count(*) FROM row r CROSS JOIN import i ON i.id = r.import \
                      WHERE i.finished IS NOT NULL GROUP BY 1";
        let mut counted = BTreeMap::new();
        for row in self.rows.fetch_all(counts).await? {
            let kind: String = row.try_get(0)?;
            let count = row.try_get::<i64, _>(1)?.unsigned_abs();
            checked.rows += count;
            counted.insert(kind, count);
        }
        let tally = summary::tally(&self.rows).await?;
        let tally: BTreeMap<String, u64> =
            tally.into_iter().map(|(kind, rows)| (kind.name().to_owned(), rows)).collect();
        if tally != counted {
            checked
                .faults
                .push("rows.sqlite: the counts of kinds are not those of the rows".to_owned());
        }
        let placed: i64 = self.rows.fetch_one("SELECT count(*) FROM place").await?.try_get(0)?;
        if placed.unsigned_abs() != checked.rows {
            checked.faults.push("rows.sqlite: not every row can be found by its hash".to_owned());
        }
        Ok(())
    }

    async fn check_index(
        &self,
        index: &radius::Index,
        checked: &mut Checked,
    ) -> Result<(), ListError> {
        if let Err(error) = index.check() {
            checked.faults.push(format!("index: {error}"));
            return Ok(());
        }
        let step = (checked.rows / LOOKED_UP).max(1);
        let sample = "SELECT r.id, r.hash FROM row r CROSS JOIN import i ON i.id = r.import \
                      WHERE r.kind = 'pdq' AND i.finished IS NOT NULL AND r.id % ? = 0";
        let step = i64::try_from(step).unwrap_or(1);
        let mut missing = 0_u64;
        for row in self.rows.fetch_all(sqlx::query(sample).bind(step)).await? {
            let (number, hash): (i64, &[u8]) = (row.try_get(0)?, row.try_get(1)?);
            let hits = hash.try_into().ok().and_then(|hash| index.search(&hash, 0).ok());
            let hit = |hit: &radius::Hit| i64::from(hit.label) == number;
            match hits.is_some_and(|hits| hits.iter().any(hit)) {
                true => checked.found += 1,
                false => missing += 1,
            }
        }
        if missing > 0 {
            checked.faults.push(format!(
                "index: {missing} of {} fingerprints that were looked up are not found; import the list \
                 again into a new one",
                missing + checked.found
            ));
        }
        Ok(())
    }
}
