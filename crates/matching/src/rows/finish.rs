//! Making the staged rows of an import count: one transaction that finds what was known before, what is
//! replaced and what is taken away.
//!
//! Order matters. What the file takes away of earlier rows goes first; then a row that says again what an
//! earlier one says is known, and rows of an entry that its new state no longer names go; last what the file
//! takes away of its own rows.

use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row};

use super::gone;
use super::stage::Stage;
use crate::ListError;

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Done {
    /// Rows that count from now on.
    pub added: u64,
    /// Rows that said again what an earlier row says.
    pub known: u64,
    /// Earlier rows that count no longer.
    pub withdrew: u64,
}

/// Makes staged rows count, inside the transaction of the caller. `whole_entries`: the source repeats the
/// whole entry, so what it no longer names of any kind is gone; otherwise only what it no longer names of
/// the kinds that it names.
pub(crate) async fn finish(
    connection: &mut SqliteConnection,
    stage: &Stage,
    whole_entries: bool,
) -> Result<Done, ListError> {
    gone::begin(connection).await?;
    let earlier = sqlx::query("SELECT EXISTS (SELECT 1 FROM row WHERE id < ?)").bind(stage.first);
    let earlier = connection.fetch_one(earlier).await?.try_get::<i64, _>(0)? == 1;
    // Until the new rows have their places, these see earlier rows only.
    take_away(connection, stage).await?;
    let mut known = 0;
    if earlier {
        find_known(connection, stage).await?;
        replace(connection, stage, whole_entries).await?;
        known = drop_known(connection).await?;
    }
    find(connection, stage).await?;
    take_away(connection, stage).await?;
    let withdrew = gone::remove(connection, stage.first).await?;
    let added = gone::tally(connection, stage.first).await?;
    let clear = sqlx::query("DELETE FROM tombstone WHERE import = ?").bind(stage.import);
    connection.execute(clear).await?;
    Ok(Done { added, known, withdrew })
}

/// What the file itself withdraws, of the rows that have their places.
async fn take_away(connection: &mut SqliteConnection, stage: &Stage) -> Result<(), ListError> {
    let by_hash = "INSERT OR IGNORE INTO temp.leaving SELECT r.id FROM tombstone t \
         CROSS JOIN place p ON p.key = t.key CROSS JOIN row r ON r.id = p.row \
         WHERE t.import = ? AND t.kind IS NOT NULL AND r.id < t.below \
         AND r.kind = t.kind AND r.hash = t.hash \
         AND (t.member IS NULL OR r.member IS t.member) AND (t.entry IS NULL OR r.entry IS t.entry)";
    connection.execute(sqlx::query(by_hash).bind(stage.import)).await?;
    let by_entry = "INSERT OR IGNORE INTO temp.leaving SELECT r.id FROM tombstone t \
         CROSS JOIN entry_place e ON e.key = t.entry_key CROSS JOIN row r ON r.id = e.row \
         WHERE t.import = ? AND t.kind IS NULL AND r.id < t.below \
         AND r.member IS t.member AND r.entry = t.entry";
    connection.execute(sqlx::query(by_entry).bind(stage.import)).await?;
    // Where it is not said whose entry goes, that of anybody does. No place leads there: all rows are read.
    let any = "SELECT EXISTS (SELECT 1 FROM tombstone WHERE import = ? AND kind IS NULL AND member IS NULL)";
    if connection.fetch_one(sqlx::query(any).bind(stage.import)).await?.try_get::<i64, _>(0)? == 1 {
        let by_anybody = "INSERT OR IGNORE INTO temp.leaving SELECT r.id FROM row r \
             JOIN (SELECT DISTINCT entry, below FROM tombstone \
                   WHERE import = ? AND kind IS NULL AND member IS NULL) t ON t.entry = r.entry \
             CROSS JOIN place p ON p.key = r.key AND p.row = r.id WHERE r.id < t.below";
        connection.execute(sqlx::query(by_anybody).bind(stage.import)).await?;
    }
    Ok(())
}

/// New rows that say what an earlier row says: the same hash, by the same member and entry. One earlier row
/// is enough: a file may name one hash a hundred thousand times.
async fn find_known(connection: &mut SqliteConnection, stage: &Stage) -> Result<(), ListError> {
    connection.execute("DROP TABLE IF EXISTS temp.known").await?;
    connection.execute("CREATE TEMP TABLE known (new INTEGER PRIMARY KEY, old INTEGER)").await?;
    let known = "INSERT INTO temp.known SELECT new, old FROM (SELECT n.id AS new, \
         (SELECT o.id FROM place p CROSS JOIN row o ON o.id = p.row \
          WHERE p.key = n.key AND o.kind = n.kind AND o.hash = n.hash \
          AND o.member IS n.member AND o.entry IS n.entry \
          AND NOT EXISTS (SELECT 1 FROM temp.leaving l WHERE l.id = o.id) LIMIT 1) AS old \
         FROM row n WHERE n.id >= ?) WHERE old IS NOT NULL";
    connection.execute(sqlx::query(known).bind(stage.first)).await?;
    Ok(())
}

/// What entries named before and name no longer.
async fn replace(
    connection: &mut SqliteConnection,
    stage: &Stage,
    whole_entries: bool,
) -> Result<(), ListError> {
    for step in [
        "DROP TABLE IF EXISTS temp.named",
        "DROP TABLE IF EXISTS temp.again",
        "CREATE TEMP TABLE named (key INTEGER, member TEXT, entry TEXT, kind TEXT)",
        "CREATE TEMP TABLE again (key INTEGER, entry_key INTEGER, id INTEGER, \
         PRIMARY KEY (key, entry_key, id)) WITHOUT ROWID",
    ] {
        connection.execute(step).await?;
    }
    let named = "INSERT INTO temp.named SELECT DISTINCT entry_key, member, entry, iif(?, NULL, kind) \
                 FROM row WHERE id >= ? AND entry_key IS NOT NULL";
    connection.execute(sqlx::query(named).bind(whole_entries).bind(stage.first)).await?;
    let again = "INSERT INTO temp.again SELECT key, entry_key, id FROM row \
                 WHERE id >= ? AND entry_key IS NOT NULL ORDER BY 1, 2, 3";
    connection.execute(sqlx::query(again).bind(stage.first)).await?;
    let replaced = "INSERT OR IGNORE INTO temp.leaving SELECT o.id FROM temp.named m \
         CROSS JOIN entry_place e ON e.key = m.key CROSS JOIN row o ON o.id = e.row \
         WHERE o.member IS m.member AND o.entry = m.entry AND (m.kind IS NULL OR o.kind = m.kind) \
         AND NOT EXISTS (SELECT 1 FROM temp.again a CROSS JOIN row n ON n.id = a.id \
          WHERE a.key = o.key AND a.entry_key = o.entry_key AND n.kind = o.kind AND n.hash = o.hash \
          AND n.member IS o.member AND n.entry IS o.entry)";
    connection.execute(replaced).await?;
    connection.execute("DROP TABLE temp.named").await?;
    connection.execute("DROP TABLE temp.again").await?;
    Ok(())
}

/// Drops new rows that are known; the earlier row keeps its number and its provenance, and gets class, tags
/// and time of the new one.
async fn drop_known(connection: &mut SqliteConnection) -> Result<u64, ListError> {
    let refresh = "UPDATE row SET class = s.class, tags = s.tags, changed = s.changed FROM \
         (SELECT k.old, n.class, n.tags, n.changed FROM temp.known k CROSS JOIN row n ON n.id = k.new) s \
         WHERE row.id = s.old \
         AND (row.class IS NOT s.class OR row.tags IS NOT s.tags OR row.changed IS NOT s.changed)";
    connection.execute(refresh).await?;
    let drop = "DELETE FROM row WHERE id IN (SELECT new FROM temp.known)";
    let known = connection.execute(drop).await?.rows_affected();
    connection.execute("DROP TABLE temp.known").await?;
    Ok(known)
}

/// Lets the new rows be found, in order of the keys: ten million random places would each be a page.
async fn find(connection: &mut SqliteConnection, stage: &Stage) -> Result<(), ListError> {
    let hashes = "INSERT INTO place SELECT key, id FROM row WHERE id >= ? ORDER BY key, id";
    connection.execute(sqlx::query(hashes).bind(stage.first)).await?;
    let entries = "INSERT INTO entry_place SELECT entry_key, id FROM row \
                   WHERE id >= ? AND entry_key IS NOT NULL ORDER BY entry_key, id";
    connection.execute(sqlx::query(entries).bind(stage.first)).await?;
    Ok(())
}
