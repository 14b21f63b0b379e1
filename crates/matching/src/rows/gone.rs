//! Taking rows away: from the file at once, from the index when it can be reached.

use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row};

use crate::ListError;

/// Makes the table of numbers of rows that go, empty.
pub(crate) async fn begin(connection: &mut SqliteConnection) -> Result<(), ListError> {
    connection.execute("DROP TABLE IF EXISTS temp.leaving").await?;
    connection.execute("CREATE TEMP TABLE leaving (id INTEGER PRIMARY KEY)").await?;
    Ok(())
}

/// Takes away the rows that stand in `leaving`; says how many of them counted, which are those before
/// `first`. Their fingerprints are noted as ghosts until the index has let go of them.
pub(crate) async fn remove(
    connection: &mut SqliteConnection,
    first: i64,
) -> Result<u64, ListError> {
    for step in [
        "INSERT OR IGNORE INTO ghost SELECT l.id, r.hash FROM temp.leaving l \
         CROSS JOIN row r ON r.id = l.id WHERE r.id < ? AND r.kind = 'pdq'",
        "UPDATE tally SET rows = rows - (SELECT count(*) FROM temp.leaving l \
         CROSS JOIN row r ON r.id = l.id WHERE r.id < ? AND r.kind = tally.kind)",
    ] {
        connection.execute(sqlx::query(step).bind(first)).await?;
    }
    for step in [
        "DELETE FROM place WHERE (key, row) IN (SELECT r.key, r.id FROM temp.leaving l \
         CROSS JOIN row r ON r.id = l.id)",
        "DELETE FROM entry_place WHERE (key, row) IN (SELECT r.entry_key, r.id FROM temp.leaving l \
         CROSS JOIN row r ON r.id = l.id WHERE r.entry_key IS NOT NULL)",
        "DELETE FROM feedback WHERE row IN (SELECT id FROM temp.leaving)",
        "DELETE FROM row WHERE id IN (SELECT id FROM temp.leaving)",
        "DELETE FROM quarantine WHERE NOT EXISTS \
         (SELECT 1 FROM place p WHERE p.key = quarantine.key)",
    ] {
        connection.execute(step).await?;
    }
    let counted = sqlx::query("SELECT count(*) FROM temp.leaving WHERE id < ?").bind(first);
    let counted: i64 = connection.fetch_one(counted).await?.try_get(0)?;
    connection.execute("DROP TABLE temp.leaving").await?;
    Ok(counted.unsigned_abs())
}

/// Adds the rows from `first` on to the counts by kind; says how many they are.
pub(crate) async fn tally(connection: &mut SqliteConnection, first: i64) -> Result<u64, ListError> {
    let add = "INSERT INTO tally SELECT kind, count(*) FROM row WHERE id >= ? GROUP BY kind \
               ON CONFLICT (kind) DO UPDATE SET rows = rows + excluded.rows";
    connection.execute(sqlx::query(add).bind(first)).await?;
    let count = sqlx::query("SELECT count(*) FROM row WHERE id >= ?").bind(first);
    let count: i64 = connection.fetch_one(count).await?.try_get(0)?;
    Ok(count.unsigned_abs())
}

/// Fingerprints that are read from the file in one go.
const PAGE: i64 = 20_000;

/// Hashes that the index may still hold although their row is gone, with their labels.
pub(crate) async fn ghosts(
    connection: &mut SqliteConnection,
) -> Result<Vec<radius::Entry>, ListError> {
    let count = connection.fetch_one("SELECT count(*) FROM ghost").await?.try_get(0)?;
    let page = "SELECT row, hash FROM ghost WHERE row >= ? ORDER BY row LIMIT ?";
    entries(connection, page, 0, count).await
}

/// The index has let go of them.
pub(crate) async fn forget_ghosts(connection: &mut SqliteConnection) -> Result<(), ListError> {
    connection.execute("DELETE FROM ghost").await?;
    Ok(())
}

/// Fingerprints of the rows from `first` on.
pub(crate) async fn fingerprints(
    connection: &mut SqliteConnection,
    first: i64,
) -> Result<Vec<radius::Entry>, ListError> {
    let count = sqlx::query("SELECT count(*) FROM row WHERE id >= ? AND kind = 'pdq'").bind(first);
    let count = connection.fetch_one(count).await?.try_get(0)?;
    let page = "SELECT id, hash FROM row WHERE id >= ? AND kind = 'pdq' ORDER BY id LIMIT ?";
    entries(connection, page, first, count).await
}

async fn entries(
    connection: &mut SqliteConnection,
    page: &'static str,
    first: i64,
    count: i64,
) -> Result<Vec<radius::Entry>, ListError> {
    // Ten million that grow by doubling would need half a gigabyte more.
    let mut found = Vec::with_capacity(usize::try_from(count).unwrap_or(0));
    let mut from = first;
    loop {
        let rows = connection.fetch_all(sqlx::query(page).bind(from).bind(PAGE)).await?;
        for row in &rows {
            let (label, hash): (i64, &[u8]) = (row.try_get(0)?, row.try_get(1)?);
            from = label + 1;
            match (hash.try_into(), u32::try_from(label)) {
                (Ok(hash), Ok(label)) => found.push(radius::Entry { hash, label }),
                _ => return Err(ListError::Rows("a fingerprint is not 32 bytes long".to_owned())),
            }
        }
        if rows.is_empty() {
            return Ok(found);
        }
    }
}
