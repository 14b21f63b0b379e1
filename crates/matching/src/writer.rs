//! Changing a list: one process at a time.
//!
//! An import writes its rows under its number, chunk by chunk, and none of them counts. When the file has
//! been read whole, one transaction finds what was known, replaced and withdrawn, gives the fingerprints to
//! the index, and marks the import finished: from that commit on all of its rows count. Killed before, the
//! import goes on where it was when the same file is given again; killed in between, the next
//! [`Writer::open`] ends it: the index then holds fingerprints whose rows do not count yet, which answer
//! nothing. What is withdrawn no longer counts from its commit on; the index lets go of it right after, or
//! at the next opening.

use std::fs::File;
use std::path::Path;

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection, Executor, Row};

use crate::ListError;
use crate::folder::Folder;
use crate::rows::finish::{self, Done};
use crate::rows::stage::Stage;
use crate::rows::{self, gone, stored};

mod import;
#[cfg(test)]
mod tests;
mod withdraw;

pub use import::{ImportOptions, Imported, Malformed, Source};
pub use withdraw::Verdict;

/// A list open for changes. Nobody else can change it meanwhile; everybody can ask it.
pub struct Writer {
    folder: Folder,
    rows: SqliteConnection,
    index: radius::Writer,
    mended: Mended,
    _lock: File,
}

/// What opening had to put right after a process was killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mended {
    /// The import that was read whole and counts only now.
    pub finished: Option<i64>,
    /// Withdrawn hashes that the index has let go of only now.
    pub ghosts: usize,
}

/// An import that has been begun and does not count yet.
struct Open {
    number: i64,
    first: i64,
    items: u64,
    whole: bool,
    whole_entries: bool,
}

/// Makes a new list from the text of its policy.
///
/// # Errors
/// [`ListError`] when the policy cannot be used, or the list is there already.
pub async fn create(
    lists: &Path,
    name: &str,
    policy: &str,
    now: Timestamp,
) -> Result<(), ListError> {
    Folder::new(lists, name, policy)?;
    Writer::open(lists, name, now).await.map(drop)
}

impl Writer {
    /// Opens a list for changes and puts right what a killed process left behind.
    ///
    /// # Errors
    /// [`ListError`] when others can read the list, somebody else writes to it, or it is damaged.
    pub async fn open(lists: &Path, name: &str, now: Timestamp) -> Result<Self, ListError> {
        let folder = Folder::open(lists, name)?;
        let lock = folder.lock()?;
        let is_new = rows::is_new(&folder.rows_file());
        let index = radius::Writer::open(&folder.index())?;
        if is_new && !index.is_empty()? {
            return Err(ListError::Emptied(folder.rows_file()));
        }
        let mut connection = rows::writer(&folder.rows_file()).await?;
        check_index(&mut connection, &index).await?;
        let mended = Mended::default();
        let mut writer = Self { folder, rows: connection, index, mended, _lock: lock };
        writer.mended.ghosts = writer.let_go().await?;
        if let Some(open) = writer.open_import().await?.filter(|open| open.whole) {
            writer.finish(&open, now).await?;
            writer.mended.finished = Some(open.number);
        }
        Ok(writer)
    }

    /// What opening had to put right.
    pub fn mended(&self) -> Mended {
        self.mended
    }

    /// Merges the files of the index where they have become many.
    ///
    /// # Errors
    /// [`ListError::Index`]
    pub fn tidy(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<(), ListError> {
        Ok(self.index.tidy(progress)?)
    }

    /// Closes the list, with everything folded into its file. Dropping it loses nothing; it leaves the log
    /// beside the file, to be read at the next opening.
    ///
    /// # Errors
    /// [`ListError`]
    pub async fn close(self) -> Result<(), ListError> {
        Ok(self.rows.close().await?)
    }

    /// The import that does not count yet, if there is one.
    async fn open_import(&mut self) -> Result<Option<Open>, ListError> {
        let select = "SELECT id, first, items, whole, options FROM import WHERE finished IS NULL";
        let Some(row) = self.rows.fetch_optional(select).await? else { return Ok(None) };
        Ok(Some(Open {
            number: row.try_get(0)?,
            first: row.try_get(1)?,
            items: row.try_get::<i64, _>(2)?.unsigned_abs(),
            whole: row.try_get::<i64, _>(3)? == 1,
            whole_entries: row.try_get::<&str, _>(4)?.contains(import::WHOLE_ENTRIES),
        }))
    }

    /// Makes the rows of an import count.
    async fn finish(&mut self, open: &Open, now: Timestamp) -> Result<Done, ListError> {
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        let stage = Stage::behind(&mut work, open.number, Some(open.first)).await?;
        let done = finish::finish(&mut work, &stage, open.whole_entries).await?;
        let entries = gone::fingerprints(&mut work, stage.first).await?;
        // Before the commit: a fingerprint without a row answers nothing, a row without a fingerprint
        // would be missed.
        self.index.add(entries)?;
        let finished = sqlx::query(
            "UPDATE import SET finished = ?, added = ?, known = ?, withdrew = ? WHERE id = ?",
        );
        let finished = finished.bind(now.as_second()).bind(stored(done.added));
        let finished = finished.bind(stored(done.known)).bind(stored(done.withdrew));
        (&mut *work).execute(finished.bind(open.number)).await?;
        work.commit().await?;
        self.let_go().await?;
        Ok(done)
    }

    /// Lets the index go of what was withdrawn, and the file of rows of its earlier pages.
    async fn let_go(&mut self) -> Result<usize, ListError> {
        let ghosts = gone::ghosts(&mut self.rows).await?;
        if !ghosts.is_empty() {
            self.index.withdraw(&ghosts)?;
            gone::forget_ghosts(&mut self.rows).await?;
        }
        // What was withdrawn stands in the log beside the file until that is folded in. While somebody reads
        // an earlier state this does nothing, and the next change or closing does it.
        self.rows.execute("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        Ok(ghosts.len())
    }
}

/// Refuses an index that holds fewer fingerprints than rows count: files of it were lost, or an old copy was
/// put back.
async fn check_index(
    connection: &mut SqliteConnection,
    index: &radius::Writer,
) -> Result<(), ListError> {
    let counting = "SELECT coalesce(sum(rows), 0) FROM tally WHERE kind = 'pdq'";
    let counting: i64 = connection.fetch_one(counting).await?.try_get(0)?;
    let held = stored(index.len()? as u64);
    if held < counting {
        let what = format!(
            "it holds {held} fingerprints and {counting} rows have one; restore the folder of the list from \
             a copy, or move it away and import its files into a new list"
        );
        return Err(ListError::Index(what));
    }
    Ok(())
}
