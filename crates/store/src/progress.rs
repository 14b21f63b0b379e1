//! What people of the self-help programme keep under a code: one locked blob a code, in a file apart
//! from the answers of surveys.
//!
//! A row has an identifier that was derived from the code, the week of its last use, a revision, and a
//! blob of one size that the server cannot open without the code. A row that was forgotten is deleted
//! and overwritten, and its identifier's hash is noted in a second file beside the first: the *list of
//! the forgotten*. At every opening whatever stands on that list is deleted again. So restore the
//! store from a backup, and leave that list as it is.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, Row as _};
use tokio::sync::Mutex;

use crate::{StoreError, Week, connect};

/// `SuoP` in ASCII, in the head of the file.
const APPLICATION_ID: i64 = 0x53_75_6f_50;
const VERSION: i64 = 1;

const SCHEMA: &str = "CREATE TABLE IF NOT EXISTS kept (
    place INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    week INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    blob BLOB NOT NULL
) STRICT";

/// A blob as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBlob {
    /// The locked bytes.
    pub blob: Vec<u8>,
    /// How often it was written; whoever writes next says which one they saw.
    pub revision: i64,
}

/// What became of writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// It is on disk, with this revision.
    Kept(i64),
    /// Somebody else wrote meanwhile, or the row is gone; nothing was written.
    Elsewhere,
    /// The store has as many rows as it may have; nothing was written.
    NoRoom,
}

/// The store of the programme, open for writing.
pub struct Progress {
    inner: Mutex<Inner>,
    most: i64,
}

struct Inner {
    connection: SqliteConnection,
    forgotten: Forgotten,
}

impl Progress {
    /// Opens the store, makes it where it is not, and forgets again whatever was forgotten. It takes
    /// `most` rows, so that nobody fills the disk.
    ///
    /// # Errors
    /// [`StoreError`] when the file is another program's, of a later version, or cannot be opened.
    pub async fn open(path: &Path, most: u32) -> Result<Self, StoreError> {
        connect::create_private(path, false)?;
        let options = SqliteConnectOptions::new()
            .filename(path)
            // A blob lies inside its page.
            .page_size(65_536)
            .journal_mode(SqliteJournalMode::Delete)
            // What is forgotten is forgotten when the page says so, even if the power fails then.
            .synchronous(SqliteSynchronous::Extra)
            .pragma("secure_delete", "ON")
            .pragma("trusted_schema", "OFF")
            .busy_timeout(Duration::from_secs(10));
        let mut connection = SqliteConnection::connect_with(&options)
            .await
            .map_err(|error| connect::no_database(error, path))?;
        check_head(&mut connection, path).await?;
        connection.execute(SCHEMA).await?;
        let forgotten = Forgotten::read(&path.with_extension("forgotten"))?;
        let mut inner = Inner { connection, forgotten };
        inner.forget_again().await?;
        Ok(Self { inner: Mutex::new(inner), most: i64::from(most) })
    }

    /// Writes the first blob under an identifier.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written.
    pub async fn create(
        &self,
        id: &[u8; 16],
        week: Week,
        blob: &[u8],
    ) -> Result<Written, StoreError> {
        let mut inner = self.inner.lock().await;
        if inner.count().await? >= self.most {
            return Ok(Written::NoRoom);
        }
        if inner.forgotten.has(id) {
            return Ok(Written::Elsewhere);
        }
        let insert = sqlx::query("INSERT OR IGNORE INTO kept VALUES (?, ?, ?, 1, ?)")
            .bind(place(id))
            .bind(&id[..])
            .bind(week.to_number())
            .bind(blob);
        let done = inner.connection.execute(insert).await?;
        Ok(if done.rows_affected() == 1 { Written::Kept(1) } else { Written::Elsewhere })
    }

    /// What lies under an identifier; notes that it was used in this week.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn get(&self, id: &[u8; 16], week: Week) -> Result<Option<KeptBlob>, StoreError> {
        let mut inner = self.inner.lock().await;
        let used = sqlx::query("UPDATE kept SET week = ? WHERE place = ? AND id = ? AND week < ?")
            .bind(week.to_number())
            .bind(place(id))
            .bind(&id[..])
            .bind(week.to_number());
        inner.connection.execute(used).await?;
        let found = sqlx::query("SELECT blob, revision FROM kept WHERE place = ? AND id = ?")
            .bind(place(id))
            .bind(&id[..]);
        let Some(row) = inner.connection.fetch_optional(found).await? else { return Ok(None) };
        Ok(Some(KeptBlob { blob: row.try_get(0)?, revision: row.try_get(1)? }))
    }

    /// Writes a blob in the place of the one with this revision.
    ///
    /// # Errors
    /// [`StoreError`]; then what was there before is there still.
    pub async fn put(
        &self,
        id: &[u8; 16],
        week: Week,
        seen: i64,
        blob: &[u8],
    ) -> Result<Written, StoreError> {
        let mut inner = self.inner.lock().await;
        let update = sqlx::query(
            "UPDATE kept SET blob = ?, week = ?, revision = revision + 1 \
             WHERE place = ? AND id = ? AND revision = ?",
        )
        .bind(blob)
        .bind(week.to_number())
        .bind(place(id))
        .bind(&id[..])
        .bind(seen);
        let done = inner.connection.execute(update).await?;
        let kept = done.rows_affected() == 1;
        Ok(if kept { Written::Kept(seen.saturating_add(1)) } else { Written::Elsewhere })
    }

    /// Deletes what lies under an identifier, for good. Returns when it is gone from the disk and a
    /// backup that is restored later would be emptied of it.
    ///
    /// # Errors
    /// [`StoreError`]; then it may be there still.
    pub async fn forget(&self, id: &[u8; 16], week: Week) -> Result<(), StoreError> {
        let mut inner = self.inner.lock().await;
        inner.forgotten.add(id, week)?;
        inner.delete(id).await
    }

    /// Deletes what was last used before a week, and shortens the list of the forgotten by what no
    /// backup of an unexpired row can hold any more. Then writes the file anew, in the order of the
    /// identifiers.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn expire(&self, before: Week) -> Result<(), StoreError> {
        let mut inner = self.inner.lock().await;
        let old = sqlx::query("DELETE FROM kept WHERE week < ?").bind(before.to_number());
        inner.connection.execute(old).await?;
        inner.forgotten.prune(before)?;
        inner.connection.execute("VACUUM").await?;
        Ok(())
    }

    /// How many codes there are.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn count(&self) -> Result<i64, StoreError> {
        self.inner.lock().await.count().await
    }
}

impl Inner {
    async fn count(&mut self) -> Result<i64, StoreError> {
        Ok(self.connection.fetch_one("SELECT count(*) FROM kept").await?.try_get(0)?)
    }

    async fn delete(&mut self, id: &[u8]) -> Result<(), StoreError> {
        self.connection.execute(sqlx::query("DELETE FROM kept WHERE id = ?").bind(id)).await?;
        Ok(())
    }

    async fn forget_again(&mut self) -> Result<(), StoreError> {
        let rows = self.connection.fetch_all("SELECT id FROM kept").await?;
        for row in rows {
            let id: Vec<u8> = row.try_get(0)?;
            if <[u8; 16]>::try_from(&id[..]).is_ok_and(|id| self.forgotten.has(&id)) {
                self.delete(&id).await?;
            }
        }
        Ok(())
    }
}

/// The list of the forgotten: a hash and a week a line, sorted by hash, so that it tells no order.
struct Forgotten {
    path: PathBuf,
    entries: BTreeMap<String, i64>,
}

impl Forgotten {
    fn read(path: &Path) -> Result<Self, StoreError> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(io(path, &error)),
        };
        let mut entries = BTreeMap::new();
        for line in text.lines() {
            let parts =
                line.split_once(' ').and_then(|(hash, week)| Some((hash, week.parse().ok()?)));
            let Some((hash, week)) = parts.filter(|(hash, _)| hash.len() == 64) else {
                // Half a list would let come back what was to be forgotten.
                let what = "the list of the forgotten is damaged; restore it from a copy, or delete \
                            the programme's store with it";
                return Err(StoreError::Sqlite(format!("{}: {what}", path.display())));
            };
            entries.insert(hash.to_owned(), week);
        }
        Ok(Self { path: path.to_owned(), entries })
    }

    fn has(&self, id: &[u8; 16]) -> bool {
        self.entries.contains_key(&hash(id))
    }

    fn add(&mut self, id: &[u8; 16], week: Week) -> Result<(), StoreError> {
        self.entries.insert(hash(id), week.to_number());
        self.write()
    }

    fn prune(&mut self, before: Week) -> Result<(), StoreError> {
        let all = self.entries.len();
        self.entries.retain(|_, week| *week >= before.to_number());
        if self.entries.len() == all { Ok(()) } else { self.write() }
    }

    /// Writes the list beside itself, then in its place.
    fn write(&self) -> Result<(), StoreError> {
        let lines = self.entries.iter().map(|(hash, week)| format!("{hash} {week}\n"));
        let new = self.path.with_extension("forgotten-new");
        let write = || {
            _ = std::fs::remove_file(&new);
            connect::create_private(&new, true)
                .map_err(|error| std::io::Error::other(error.to_string()))?;
            std::fs::write(&new, lines.collect::<String>())?;
            std::fs::File::open(&new)?.sync_all()?;
            std::fs::rename(&new, &self.path)?;
            let folder = self.path.parent().filter(|own| !own.as_os_str().is_empty());
            std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        write().map_err(|error: std::io::Error| io(&self.path, &error))
    }
}

/// A hash, because the list lies beside backups: it finds a row and opens none.
fn hash(id: &[u8; 16]) -> String {
    blake3::Hasher::new_derive_key("suoja 2026-11-24 forgotten identifier")
        .update(id)
        .finalize()
        .to_hex()
        .to_string()
}

fn io(path: &Path, error: &std::io::Error) -> StoreError {
    StoreError::Sqlite(format!("{}: {error}", path.display()))
}

/// The first half of an identifier: 64 of its 128 bits find the row, all of them open it.
fn place(id: &[u8; 16]) -> i64 {
    let mut half = [0; 8];
    half.copy_from_slice(&id[..8]);
    i64::from_le_bytes(half)
}

async fn check_head(connection: &mut SqliteConnection, path: &Path) -> Result<(), StoreError> {
    let ask = async |connection: &mut SqliteConnection, what: &'static str| {
        let row = connection.fetch_one(what).await.map_err(|e| connect::no_database(e, path))?;
        row.try_get::<i64, _>(0).map_err(StoreError::from)
    };
    let tables = ask(connection, "SELECT count(*) FROM sqlite_schema").await?;
    let application = ask(connection, "PRAGMA application_id").await?;
    let version = ask(connection, "PRAGMA user_version").await?;
    match (tables, application, version) {
        (0, 0, 0) => {
            connection.execute("PRAGMA application_id = 1400205136").await?;
            connection.execute("PRAGMA user_version = 1").await?;
            Ok(())
        }
        (_, APPLICATION_ID, VERSION) => Ok(()),
        (_, APPLICATION_ID, _) => Err(StoreError::LaterSchema(path.to_owned())),
        _ => Err(StoreError::NotOurs(path.to_owned())),
    }
}
