//! The one writer of a store: a task that owns the connection and commits in groups.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::sqlite::SqliteConnection;
use sqlx::{Executor, Row as _};
use tokio::sync::{mpsc, oneshot};

use crate::{LARGEST_BLOB, Row, StoreError, Week, connect};

/// Requests that may wait; a caller beyond that waits before the queue.
const QUEUE: usize = 1024;
/// Parts that share one commit, at most.
const MOST_IN_A_COMMIT: usize = 512;
/// Parts after which the log is folded into the file even if more keep coming.
const MOST_IN_THE_LOG: usize = 1024;
/// Rest after which the log is folded into the file and cut to nothing.
const REST: Duration = Duration::from_millis(250);

/// Rest after which folding is tried again when a reader or a full disk was in the way.
const LONGER_REST: Duration = Duration::from_secs(10);

/// A store open for writing. Clones share the one writer.
#[derive(Debug, Clone)]
pub struct Store {
    jobs: mpsc::Sender<Job>,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It is on disk now.
    New,
    /// It was on disk before; nothing was added.
    Already,
}

type Reply<T> = oneshot::Sender<Result<T, StoreError>>;

#[derive(Debug)]
enum Job {
    Append(Row, Reply<Appended>),
    Openings(Vec<(Week, String, u64)>, Reply<()>),
    Rewrite(Reply<()>),
    Snapshot(PathBuf, Reply<()>),
    Close(Reply<()>),
}

impl Store {
    /// Opens a store, makes it where it is not, and starts its writer.
    ///
    /// # Errors
    /// [`StoreError`] when the file is another program's, of a later version, or cannot be opened.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let connection = connect::writer(path).await?;
        let mut writer = Writer { connection, in_the_log: 0, rest: REST };
        // A process that was killed leaves its log behind, in order of arrival.
        writer.fold_log().await;
        let (jobs, queue) = mpsc::channel(QUEUE);
        tokio::spawn(writer.run(queue));
        Ok(Self { jobs })
    }

    /// Appends a part and returns when it is on disk.
    ///
    /// # Errors
    /// [`StoreError::Full`] and others; then nothing of this part was kept.
    pub async fn append(&self, row: Row) -> Result<Appended, StoreError> {
        if row.blob.len() > LARGEST_BLOB {
            return Err(StoreError::BlobTooLarge(row.blob.len()));
        }
        self.ask(|reply| Job::Append(row, reply)).await
    }

    /// Adds to the counts of openings by week and language.
    ///
    /// # Errors
    /// [`StoreError`]; then none of these counts was added.
    pub async fn add_openings(&self, counts: Vec<(Week, String, u64)>) -> Result<(), StoreError> {
        self.ask(|reply| Job::Openings(counts, reply)).await
    }

    /// Writes the file anew in the order of the ids. Writing waits meanwhile.
    ///
    /// # Errors
    /// [`StoreError`]; then the file is as it was.
    pub async fn rewrite(&self) -> Result<(), StoreError> {
        self.ask(Job::Rewrite).await
    }

    /// Writes a copy for the researchers to a new file, in the order of the ids.
    ///
    /// # Errors
    /// [`StoreError`], also when the file exists.
    pub async fn snapshot(&self, to: &Path) -> Result<(), StoreError> {
        self.ask(|reply| Job::Snapshot(to.to_owned(), reply)).await
    }

    /// Folds the log into the file and closes it.
    ///
    /// # Errors
    /// [`StoreError`] when the last log could not be folded in; it is read at the next opening.
    pub async fn close(&self) -> Result<(), StoreError> {
        self.ask(Job::Close).await
    }

    async fn ask<T>(&self, job: impl FnOnce(Reply<T>) -> Job) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        self.jobs.send(job(reply)).await.map_err(|_| StoreError::Closed)?;
        answer.await.map_err(|_| StoreError::Closed)?
    }
}

struct Writer {
    connection: SqliteConnection,
    in_the_log: usize,
    rest: Duration,
}

impl Writer {
    async fn run(mut self, mut queue: mpsc::Receiver<Job>) {
        let mut jobs = Vec::with_capacity(MOST_IN_A_COMMIT);
        loop {
            let received = queue.recv_many(&mut jobs, MOST_IN_A_COMMIT);
            let count = if self.in_the_log == 0 {
                received.await
            } else {
                match tokio::time::timeout(self.rest, received).await {
                    Ok(count) => count,
                    Err(_) => {
                        self.fold_log().await;
                        continue;
                    }
                }
            };
            if count == 0 || self.serve(&mut jobs).await {
                break;
            }
            if self.in_the_log >= MOST_IN_THE_LOG {
                self.fold_log().await;
            }
        }
    }

    /// Does what was asked, parts first and in one commit; returns whether to close.
    async fn serve(&mut self, jobs: &mut Vec<Job>) -> bool {
        let mut parts = Vec::new();
        let mut others = Vec::new();
        for job in jobs.drain(..) {
            match job {
                Job::Append(row, reply) => parts.push((row, reply)),
                other => others.push(other),
            }
        }
        if !parts.is_empty() {
            self.append_all(parts).await;
        }
        for job in others {
            match job {
                Job::Openings(counts, reply) => {
                    let done = self.add_openings(&counts).await;
                    _ = reply.send(done);
                }
                Job::Rewrite(reply) => _ = reply.send(self.rewrite().await),
                Job::Snapshot(to, reply) => _ = reply.send(self.snapshot(&to).await),
                Job::Close(reply) => {
                    self.fold_log().await;
                    let closed = (&mut self.connection).execute("PRAGMA optimize").await;
                    _ = reply.send(closed.map(drop).map_err(StoreError::from));
                    return true;
                }
                Job::Append(..) => {}
            }
        }
        false
    }

    async fn append_all(&mut self, mut parts: Vec<(Row, Reply<Appended>)>) {
        // Rows that share a commit go in by id: within a group not even memory keeps the order.
        parts.sort_by_key(|(row, _)| row.id);
        match self.commit(&parts).await {
            Ok(appended) => {
                self.in_the_log += parts.len();
                for ((_, reply), appended) in parts.into_iter().zip(appended) {
                    _ = reply.send(Ok(appended));
                }
            }
            Err(error) => parts.into_iter().for_each(|(_, reply)| {
                _ = reply.send(Err(error.clone()));
            }),
        }
    }

    async fn commit(
        &mut self,
        parts: &[(Row, Reply<Appended>)],
    ) -> Result<Vec<Appended>, StoreError> {
        (&mut self.connection).execute("BEGIN IMMEDIATE").await?;
        let inserted = self.insert(parts).await;
        self.end(inserted).await
    }

    async fn insert(
        &mut self,
        parts: &[(Row, Reply<Appended>)],
    ) -> Result<Vec<Appended>, StoreError> {
        let mut appended = Vec::with_capacity(parts.len());
        for (row, _) in parts {
            let insert = "INSERT INTO part (id, week, blob) VALUES ($1, $2, $3) \
                          ON CONFLICT (id) DO NOTHING";
            let done = sqlx::query(insert)
                .bind(row.id.as_slice())
                .bind(row.week.to_number())
                .bind(row.blob.as_slice())
                .execute(&mut self.connection)
                .await?;
            let new = done.rows_affected() == 1;
            appended.push(if new { Appended::New } else { Appended::Already });
        }
        Ok(appended)
    }

    /// Commits what went well and rolls back what did not. Not left to sqlx: on a full disk SQLite
    /// rolls back by itself, sqlx goes on counting an open transaction, and refuses every later one.
    async fn end<T>(&mut self, done: Result<T, StoreError>) -> Result<T, StoreError> {
        let ended = match done {
            Ok(value) => {
                let committed = (&mut self.connection).execute("COMMIT").await;
                committed.map(|_| value).map_err(StoreError::from)
            }
            Err(error) => Err(error),
        };
        if ended.is_err() {
            // Where nothing is left to roll back this fails, and that is well.
            _ = (&mut self.connection).execute("ROLLBACK").await;
        }
        ended
    }

    async fn add_openings(&mut self, counts: &[(Week, String, u64)]) -> Result<(), StoreError> {
        (&mut self.connection).execute("BEGIN IMMEDIATE").await?;
        let counted = self.count(counts).await;
        self.end(counted).await?;
        self.in_the_log += 1;
        Ok(())
    }

    async fn count(&mut self, counts: &[(Week, String, u64)]) -> Result<(), StoreError> {
        for (week, language, count) in counts {
            let upsert = "INSERT INTO opening (week, language, count) VALUES ($1, $2, $3) \
                          ON CONFLICT (week, language) DO UPDATE SET count = count + excluded.count";
            sqlx::query(upsert)
                .bind(week.to_number())
                .bind(language)
                .bind(i64::try_from(*count).unwrap_or(i64::MAX))
                .execute(&mut self.connection)
                .await?;
        }
        Ok(())
    }

    async fn rewrite(&mut self) -> Result<(), StoreError> {
        (&mut self.connection).execute("VACUUM").await?;
        // The whole file went through the log.
        self.fold_log().await;
        Ok(())
    }

    async fn snapshot(&mut self, to: &Path) -> Result<(), StoreError> {
        let path = to.to_str().ok_or_else(|| StoreError::Sqlite("path is no UTF-8".to_owned()))?;
        // SQLite writes into a file that is there and empty, and keeps its mode.
        connect::create_private(to, true)?;
        sqlx::query("VACUUM INTO $1").bind(path).execute(&mut self.connection).await?;
        Ok(())
    }

    /// Moves the log into the file and cuts it to nothing. A failure loses nothing: the log stays,
    /// is read at the next opening, and folding is tried again after a longer rest.
    async fn fold_log(&mut self) {
        let checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";
        let folded = (&mut self.connection).fetch_one(checkpoint).await;
        let busy = folded.and_then(|row| row.try_get::<i64, _>(0)).unwrap_or(1);
        if busy == 0 {
            self.in_the_log = 0;
            self.rest = REST;
        } else {
            self.in_the_log = 1;
            self.rest = LONGER_REST;
        }
    }
}
