//! Reading the rows that a question has hit, with their provenance.

use std::collections::BTreeMap;
use std::fmt;

use exchange::{HashKind, HashValue};
use jiff::Timestamp;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Executor, Row};

use super::json;
use crate::ListError;

/// A row of a list that counts, and where it comes from.
#[derive(Clone, PartialEq, Eq)]
pub struct Listed {
    /// The listed hash. A secret of the list.
    pub hash: HashValue,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Since when the hash is set aside because it matched too much.
    pub set_aside: Option<Timestamp>,
}

/// Where a row comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Its number in the list, never given out twice.
    pub row: i64,
    /// The import that brought it.
    pub import: i64,
    /// The line of that import's file, from 1.
    pub line: u64,
    /// Who gave the entry, by the source's own number or name.
    pub member: Option<String>,
    /// The entry, by the source's own number.
    pub entry: Option<String>,
    /// What the source says that it shows, in the source's words.
    pub class: Option<String>,
    /// The source's tags.
    pub tags: Vec<String>,
    /// When the source last changed it.
    pub changed: Option<Timestamp>,
    /// Since when it counts here.
    pub added: Timestamp,
    /// A person has looked and says that it is what the list says.
    pub confirmed: bool,
}

impl fmt::Debug for Listed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Listed(row {})", self.provenance.row)
    }
}

/// The rows with these numbers that count: their import is finished and nobody has denied them.
pub(crate) async fn by_number(
    rows: &SqlitePool,
    numbers: impl IntoIterator<Item = i64>,
) -> Result<BTreeMap<i64, Listed>, ListError> {
    let select = "SELECT r.id, r.import, r.line, r.kind, r.hash, r.member, r.entry, r.class, r.tags, \
         r.changed, i.finished, f.verdict, q.since FROM json_each(?) j \
         CROSS JOIN row r ON r.id = j.value CROSS JOIN import i ON i.id = r.import \
         LEFT JOIN feedback f ON f.row = r.id LEFT JOIN quarantine q ON q.key = r.key \
         WHERE i.finished IS NOT NULL AND (f.verdict IS NULL OR f.verdict <> 'denied')";
    let found = rows.fetch_all(sqlx::query(select).bind(json(numbers))).await?;
    found.iter().map(|row| listed(row).map(|listed| (listed.provenance.row, listed))).collect()
}

/// The rows with these keys that count, most recent last. Keys are 64 bits: compare the hash.
pub(crate) async fn by_key(
    rows: &SqlitePool,
    keys: impl IntoIterator<Item = i64>,
) -> Result<Vec<Listed>, ListError> {
    let select = "SELECT r.id, r.import, r.line, r.kind, r.hash, r.member, r.entry, r.class, r.tags, \
         r.changed, i.finished, f.verdict, q.since FROM json_each(?) j \
         CROSS JOIN place p ON p.key = j.value CROSS JOIN row r ON r.id = p.row \
         CROSS JOIN import i ON i.id = r.import \
         LEFT JOIN feedback f ON f.row = r.id LEFT JOIN quarantine q ON q.key = r.key \
         WHERE i.finished IS NOT NULL AND (f.verdict IS NULL OR f.verdict <> 'denied') ORDER BY r.id";
    let found = rows.fetch_all(sqlx::query(select).bind(json(keys))).await?;
    found.iter().map(listed).collect()
}

/// Rows that count, in order of their numbers, from a number on.
pub(crate) async fn page(
    rows: &SqlitePool,
    from: i64,
    most: u32,
) -> Result<Vec<Listed>, ListError> {
    let select = "SELECT r.id, r.import, r.line, r.kind, r.hash, r.member, r.entry, r.class, r.tags, \
         r.changed, i.finished, f.verdict, NULL FROM row r CROSS JOIN import i ON i.id = r.import \
         LEFT JOIN feedback f ON f.row = r.id \
         WHERE r.id >= ? AND i.finished IS NOT NULL AND (f.verdict IS NULL OR f.verdict <> 'denied') \
         ORDER BY r.id LIMIT ?";
    let found = rows.fetch_all(sqlx::query(select).bind(from).bind(most)).await?;
    found.iter().map(listed).collect()
}

fn listed(row: &SqliteRow) -> Result<Listed, ListError> {
    let broken =
        |what: &str| ListError::Rows(format!("a row holds {what}; restore it from a copy"));
    let kind: HashKind =
        row.try_get::<&str, _>(3)?.parse().map_err(|_| broken("no kind that is known"))?;
    let hash = HashValue::from_bytes(kind, row.try_get(4)?).map_err(|_| broken("no hash"))?;
    let tags: Option<&str> = row.try_get(8)?;
    let time = |at: usize| -> Result<Option<Timestamp>, ListError> {
        let seconds: Option<i64> = row.try_get(at)?;
        let time = seconds.map(Timestamp::from_second);
        time.transpose().map_err(|_| broken("no time"))
    };
    let provenance = Provenance {
        row: row.try_get(0)?,
        import: row.try_get(1)?,
        line: row.try_get::<i64, _>(2)?.unsigned_abs(),
        member: row.try_get(5)?,
        entry: row.try_get(6)?,
        class: row.try_get(7)?,
        tags: tags.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
        changed: time(9)?,
        added: time(10)?.unwrap_or_default(),
        confirmed: row.try_get::<Option<&str>, _>(11)? == Some("confirmed"),
    };
    Ok(Listed { hash, provenance, set_aside: time(12)? })
}
