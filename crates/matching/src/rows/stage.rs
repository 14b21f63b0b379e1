//! Writing the rows of an import to the file, in chunks, before any of them counts.

use exchange::{Change, Row};
use sqlx::sqlite::{SqliteArguments, SqliteConnection};
use sqlx::{AssertSqlSafe, Executor, Row as _};

use super::{entry_key, key, stored};
use crate::ListError;

/// Rows that go into one statement. SQLite takes 32,766 values in one; a row has up to 12.
const TOGETHER: usize = 500;
/// The largest number of a row: labels of the index have 32 bits.
const LARGEST_ROW: i64 = u32::MAX as i64;

/// A place for the rows of one import, behind all rows that count.
pub(crate) struct Stage {
    /// The import's number.
    pub import: i64,
    /// The number of its first row.
    pub first: i64,
    /// The number of its next row.
    pub next: i64,
    statement: String,
}

impl Stage {
    /// Behind the last row that the file ever had.
    pub async fn behind(
        connection: &mut SqliteConnection,
        import: i64,
        first: Option<i64>,
    ) -> Result<Self, ListError> {
        let last = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'row'";
        let last: i64 = connection.fetch_one(last).await?.try_get(0)?;
        let values = ["(?,?,?,?,?,?,?,?,?,?,?,?)"; TOGETHER].join(",");
        let statement = format!("INSERT INTO row VALUES {values}");
        Ok(Self { import, first: first.unwrap_or(last + 1), next: last + 1, statement })
    }

    /// Writes rows, and what others take away.
    pub async fn write(
        &mut self,
        connection: &mut SqliteConnection,
        rows: &[Row],
    ) -> Result<(), ListError> {
        let mut waiting: Vec<(i64, &Row)> = Vec::with_capacity(TOGETHER);
        for row in rows {
            if !matches!(row.change, Change::Add(_)) {
                self.take_away(connection, row).await?;
                continue;
            }
            if self.next > LARGEST_ROW {
                return Err(ListError::Full);
            }
            waiting.push((self.next, row));
            self.next += 1;
            if waiting.len() == TOGETHER {
                self.insert(connection, &waiting).await?;
                waiting.clear();
            }
        }
        for one in waiting.chunks(1) {
            self.insert(connection, one).await?;
        }
        Ok(())
    }

    async fn insert(
        &self,
        connection: &mut SqliteConnection,
        rows: &[(i64, &Row)],
    ) -> Result<(), ListError> {
        let mut query = if rows.len() == TOGETHER {
            sqlx::query(AssertSqlSafe(self.statement.as_str()))
        } else {
            sqlx::query("INSERT INTO row VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
        };
        for (id, row) in rows {
            query = self.bind(query, *id, row);
        }
        query.execute(connection).await?;
        Ok(())
    }

    fn bind<'q>(&self, query: Query<'q>, id: i64, row: &'q Row) -> Query<'q> {
        let (kind, bytes) =
            row.hash().map_or(("", &[][..]), |hash| (hash.kind().name(), hash.bytes()));
        let place = row.hash().map_or(0, |hash| key(hash.kind(), hash.bytes()));
        query
            .bind(id)
            .bind(self.import)
            .bind(stored(row.line))
            .bind(kind)
            .bind(bytes)
            .bind(place)
            .bind(row.entry.as_deref().map(|entry| entry_key(row.member.as_deref(), entry)))
            .bind(row.member.as_deref())
            .bind(row.entry.as_deref())
            .bind(row.class.as_deref())
            .bind((!row.tags.is_empty()).then(|| row.tags.join(" ")))
            .bind(row.changed.map(jiff::Timestamp::as_second))
    }

    /// Notes what a row takes away: of earlier imports, and of the rows before it in its own.
    async fn take_away(
        &self,
        connection: &mut SqliteConnection,
        row: &Row,
    ) -> Result<(), ListError> {
        let hash = row.hash();
        sqlx::query("INSERT INTO tombstone VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(self.import)
            .bind(self.next)
            .bind(hash.map(|hash| hash.kind().name()))
            .bind(hash.map(exchange::HashValue::bytes))
            .bind(hash.map(|hash| key(hash.kind(), hash.bytes())))
            .bind(row.entry.as_deref().map(|entry| entry_key(row.member.as_deref(), entry)))
            .bind(row.member.as_deref())
            .bind(row.entry.as_deref())
            .execute(connection)
            .await?;
        Ok(())
    }
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, SqliteArguments>;
