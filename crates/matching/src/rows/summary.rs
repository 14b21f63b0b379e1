//! What a list holds, in numbers.

use std::collections::BTreeMap;

use exchange::HashKind;
use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;
use sqlx::{Executor, Row};

use crate::ListError;

/// An import, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub number: i64,
    /// The name of its file.
    pub name: String,
    /// When it was begun.
    pub begun: Timestamp,
    /// When its rows began to count. `None`: it was broken off, and none of them counts.
    pub finished: Option<Timestamp>,
    /// When all of its rows were withdrawn together.
    pub taken_back: Option<Timestamp>,
    /// Rows and malformed rows that it has read.
    pub items: u64,
    /// Rows that were malformed and skipped.
    pub malformed: u64,
    /// Rows that it added.
    pub added: u64,
    /// Rows that said again what was listed.
    pub known: u64,
    /// Rows of earlier imports that it took away.
    pub withdrew: u64,
}

/// How many rows of each kind count. Kinds without rows are left out.
pub(crate) async fn tally(rows: &SqlitePool) -> Result<BTreeMap<HashKind, u64>, ListError> {
    let mut tally = BTreeMap::new();
    for row in rows.fetch_all("SELECT kind, rows FROM tally WHERE rows > 0").await? {
        let kind: HashKind = row.try_get::<&str, _>(0)?.parse().map_err(|_| {
            ListError::Rows("a kind of hash is not known; restore it from a copy".to_owned())
        })?;
        tally.insert(kind, row.try_get::<i64, _>(1)?.unsigned_abs());
    }
    Ok(tally)
}

/// All imports, the first one first.
pub(crate) async fn imports(rows: &SqlitePool) -> Result<Vec<Import>, ListError> {
    let select = "SELECT id, name, begun, finished, taken_back, items, malformed, added, known, withdrew \
                  FROM import ORDER BY id";
    let mut imports = Vec::new();
    for row in rows.fetch_all(select).await? {
        let count = |at: usize| row.try_get::<i64, _>(at).map(i64::unsigned_abs);
        let time = |seconds: i64| Timestamp::from_second(seconds).unwrap_or_default();
        imports.push(Import {
            number: row.try_get(0)?,
            name: row.try_get(1)?,
            begun: time(row.try_get(2)?),
            finished: row.try_get::<Option<i64>, _>(3)?.map(time),
            taken_back: row.try_get::<Option<i64>, _>(4)?.map(time),
            items: count(5)?,
            malformed: count(6)?,
            added: count(7)?,
            known: count(8)?,
            withdrew: count(9)?,
        });
    }
    Ok(imports)
}

/// How many rows each member gave of each class, those without first.
pub(crate) async fn groups(
    rows: &SqlitePool,
) -> Result<Vec<(Option<String>, Option<String>, u64)>, ListError> {
    let select = "SELECT r.member, r.class, count(*) FROM row r CROSS JOIN import i ON i.id = r.import \
                  WHERE i.finished IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2";
    let found = rows.fetch_all(select).await?;
    let group = |row: &sqlx::sqlite::SqliteRow| -> Result<_, ListError> {
        Ok((row.try_get(0)?, row.try_get(1)?, row.try_get::<i64, _>(2)?.unsigned_abs()))
    };
    found.iter().map(group).collect()
}

/// How many rows are denied, and how many confirmed.
pub(crate) async fn verdicts(rows: &SqlitePool) -> Result<(u64, u64), ListError> {
    let select = "SELECT (SELECT count(*) FROM feedback WHERE verdict = 'denied'), \
                  (SELECT count(*) FROM feedback WHERE verdict = 'confirmed')";
    let row = rows.fetch_one(select).await?;
    let count = |at: usize| row.try_get::<i64, _>(at).map(i64::unsigned_abs);
    Ok((count(0)?, count(1)?))
}

/// A row of each hash that is set aside, and since when.
pub(crate) async fn set_aside(rows: &SqlitePool) -> Result<Vec<(i64, Timestamp)>, ListError> {
    let found = rows.fetch_all("SELECT row, since FROM quarantine ORDER BY since, row").await?;
    let one = |row: &sqlx::sqlite::SqliteRow| -> Result<_, ListError> {
        Ok((row.try_get(0)?, Timestamp::from_second(row.try_get(1)?).unwrap_or_default()))
    };
    found.iter().map(one).collect()
}

/// Everything that changes answers when it changes, as one line without any hash.
pub(crate) async fn state(rows: &SqlitePool) -> Result<String, ListError> {
    let select = "SELECT printf('%s/%s/%s/%s', \
         (SELECT group_concat(id || ',' || ifnull(finished, '') || ',' || ifnull(taken_back, '')) \
          FROM import), \
         (SELECT group_concat(kind || ',' || rows) FROM (SELECT * FROM tally ORDER BY kind)), \
         (SELECT group_concat(row || verdict) FROM (SELECT * FROM feedback ORDER BY row)), \
         (SELECT group_concat(row) FROM (SELECT * FROM quarantine ORDER BY row)))";
    Ok(rows.fetch_one(select).await?.try_get(0)?)
}
