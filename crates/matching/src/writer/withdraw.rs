//! Taking rows off a list, and what people say of single rows.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection, Executor, Row};

use super::{Open, Writer};
use crate::ListError;
use crate::rows::{entry_key, gone};

/// What a person says of a row after looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is what the list says.
    Confirmed,
    /// It is not; the row no longer counts.
    Denied,
}

impl Writer {
    /// Takes off what an entry lists; says how many rows that were.
    ///
    /// # Errors
    /// [`ListError`]; then all of them count still.
    pub async fn withdraw_entry(
        &mut self,
        member: Option<&str>,
        entry: &str,
    ) -> Result<u64, ListError> {
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        gone::begin(&mut work).await?;
        let leaving = "INSERT INTO temp.leaving SELECT r.id FROM entry_place e \
                       CROSS JOIN row r ON r.id = e.row \
                       WHERE e.key = ? AND r.member IS ? AND r.entry = ?";
        let leaving = sqlx::query(leaving).bind(entry_key(member, entry)).bind(member).bind(entry);
        (&mut *work).execute(leaving).await?;
        let gone = gone::remove(&mut work, i64::MAX).await?;
        work.commit().await?;
        self.let_go().await?;
        Ok(gone)
    }

    /// Takes off every row that an import added and that counts still; says how many they were. One that
    /// was broken off is thrown away.
    ///
    /// # Errors
    /// [`ListError::NoSuch`] and others; then all of them count still.
    pub async fn withdraw_import(&mut self, number: i64, now: Timestamp) -> Result<u64, ListError> {
        if let Some(open) = self.open_import().await?.filter(|open| open.number == number) {
            self.discard(&open).await?;
            return Ok(0);
        }
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        let Some((first, behind)) = range(&mut work, number).await? else {
            let list = self.folder.name.clone();
            return Err(ListError::NoSuch { list, what: "import", number });
        };
        gone::begin(&mut work).await?;
        let leaving = "INSERT INTO temp.leaving SELECT id FROM row WHERE id >= ? AND id < ?";
        (&mut *work).execute(sqlx::query(leaving).bind(first).bind(behind)).await?;
        let gone = gone::remove(&mut work, i64::MAX).await?;
        let back = sqlx::query("UPDATE import SET taken_back = ? WHERE id = ?");
        (&mut *work).execute(back.bind(now.as_second()).bind(number)).await?;
        work.commit().await?;
        self.let_go().await?;
        Ok(gone)
    }

    /// Notes what someone says of a row. Who that is, is a name or a role.
    ///
    /// # Errors
    /// [`ListError::NoSuch`] and others.
    pub async fn feedback(
        &mut self,
        row: i64,
        verdict: Verdict,
        who: &str,
        now: Timestamp,
    ) -> Result<(), ListError> {
        let word = match verdict {
            Verdict::Confirmed => "confirmed",
            Verdict::Denied => "denied",
        };
        let note = "INSERT INTO feedback SELECT r.id, ?, ?, ? FROM row r \
                    CROSS JOIN import i ON i.id = r.import WHERE r.id = ? AND i.finished IS NOT NULL \
                    ON CONFLICT (row) DO UPDATE \
                    SET verdict = excluded.verdict, who = excluded.who, at = excluded.at";
        let note = sqlx::query(note).bind(word).bind(who).bind(now.as_second()).bind(row);
        let done = self.rows.execute(note).await?;
        if done.rows_affected() == 0 {
            let list = self.folder.name.clone();
            return Err(ListError::NoSuch { list, what: "row", number: row });
        }
        Ok(())
    }

    /// Lets a hash that was set aside count as before. `row`: a row that has it.
    ///
    /// # Errors
    /// [`ListError::NoSuch`] when the hash of this row is not set aside, and others.
    pub async fn release(&mut self, row: i64) -> Result<(), ListError> {
        let release =
            "DELETE FROM quarantine WHERE row = ?1 OR key = (SELECT key FROM row WHERE id = ?1)";
        let done = self.rows.execute(sqlx::query(release).bind(row)).await?;
        if done.rows_affected() == 0 {
            let (list, what) = (self.folder.name.clone(), "hash set aside under the row");
            return Err(ListError::NoSuch { list, what, number: row });
        }
        Ok(())
    }

    /// Throws away an import that does not count. Where its fingerprints may have reached the index,
    /// they are taken off there.
    pub(super) async fn discard(&mut self, open: &Open) -> Result<(), ListError> {
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        let ghosts = "INSERT OR IGNORE INTO ghost SELECT id, hash FROM row \
                      WHERE id >= ? AND kind = 'pdq' AND ? ORDER BY id";
        let ghosts = sqlx::query(ghosts).bind(open.first).bind(open.whole);
        (&mut *work).execute(ghosts).await?;
        let rows = sqlx::query("DELETE FROM row WHERE id >= ?").bind(open.first);
        (&mut *work).execute(rows).await?;
        for step in ["DELETE FROM tombstone WHERE import = ?", "DELETE FROM import WHERE id = ?"] {
            (&mut *work).execute(sqlx::query(step).bind(open.number)).await?;
        }
        work.commit().await?;
        self.let_go().await?;
        Ok(())
    }
}

/// The number of an import's first row, and the first number behind its last.
async fn range(
    connection: &mut SqliteConnection,
    number: i64,
) -> Result<Option<(i64, i64)>, ListError> {
    let select = "SELECT first, coalesce((SELECT min(n.first) FROM import n WHERE n.id > i.id), ?) \
                  FROM import i WHERE id = ?";
    let row = sqlx::query(select).bind(i64::MAX).bind(number);
    let Some(row) = connection.fetch_optional(row).await? else { return Ok(None) };
    Ok(Some((row.try_get(0)?, row.try_get(1)?)))
}
