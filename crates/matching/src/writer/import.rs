//! Taking a file's rows over.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use exchange::{BadRow, Change, Fault, Row as FileRow};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use sqlx::{Connection, Executor, Row};

use super::{Open, Writer};
use crate::ListError;
use crate::folder::io;
use crate::rows::finish::{self, Done};
use crate::rows::stage::Stage;
use crate::rows::stored;

/// Rows that are written in one commit; as many are read again after a kill.
const CHUNK: usize = 50_000;
/// Malformed rows that are shown one by one.
const SHOWN: usize = 20;
/// Bytes at the head of a file by which it is known again.
const HEAD: u64 = 1024 * 1024;
/// What stands in the options of an import whose source repeats whole entries.
pub(super) const WHOLE_ENTRIES: &str = "whole-entries";

/// Where rows come from: enough to know the same file again after a kill.
#[derive(Clone, PartialEq, Eq)]
pub struct Source {
    name: String,
    size: u64,
    head: [u8; 32],
}

/// How a file is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// Take over the rows that are well-formed although others are not.
    pub skip_malformed: bool,
    /// The source repeats whole entries (NCMEC): a hash of any kind that an entry no longer names is gone.
    /// Otherwise only those of kinds that it names again.
    pub whole_entries: bool,
    /// Every row of the file takes its hash away, whatever it says itself.
    pub withdraw: bool,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The import's number; `None` when nothing was taken over because rows are malformed.
    pub number: Option<i64>,
    /// What changed.
    pub done: Done,
    /// Rows that had been read before the process was killed, and were passed over now.
    pub resumed: u64,
    /// What was wrong with rows.
    pub malformed: Malformed,
}

/// Rows that are malformed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Malformed {
    /// How many.
    pub count: u64,
    /// The first twenty of them.
    pub first: Vec<BadRow>,
    /// How many for each reason.
    pub reasons: BTreeMap<String, u64>,
}

impl Source {
    /// A file.
    ///
    /// # Errors
    /// [`ListError::Io`]
    pub fn file(path: &Path) -> Result<Self, ListError> {
        let fault = |error| io(path, &error);
        let file = File::open(path).map_err(fault)?;
        let size = file.metadata().map_err(fault)?.len();
        let mut head = Vec::new();
        file.take(HEAD).read_to_end(&mut head).map_err(fault)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, size, head: Sha256::digest(&head).into() })
    }

    /// The same file, read in this way: with other columns its rows would be others.
    #[must_use]
    pub fn read_as(mut self, shape: &str) -> Self {
        if self.size > 0 {
            self.head = Sha256::new().chain_update(self.head).chain_update(shape).finalize().into();
        }
        self
    }

    /// Rows that come by another way. An import of them that is killed cannot go on.
    pub fn stream(name: &str) -> Self {
        Self { name: name.to_owned(), size: 0, head: [0; 32] }
    }
}

impl Malformed {
    fn note(&mut self, row: BadRow) {
        self.count += 1;
        *self.reasons.entry(row.reason.to_string()).or_default() += 1;
        if self.first.len() < SHOWN {
            self.first.push(row);
        }
    }
}

impl Writer {
    /// Takes rows over: all of them count when this returns, or none. Says now and then how many it has
    /// read. When a row is malformed and malformed rows are not to be skipped, it reads on to say what is
    /// wrong and takes nothing over.
    ///
    /// # Errors
    /// [`ListError::Unfinished`] when another file's import was broken off, [`ListError::Broken`] when the
    /// file cannot be read to its end, and others; then none of its rows counts.
    pub async fn import(
        &mut self,
        source: &Source,
        rows: impl Iterator<Item = Result<FileRow, Fault>>,
        options: ImportOptions,
        now: Timestamp,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Imported, ListError> {
        let open = self.begin(source, options, now).await?;
        let resumed = open.items;
        let malformed = match self.stage(&open, rows, options, progress).await {
            Ok(malformed) => malformed,
            Err(error) => {
                if matches!(error, ListError::Broken(_)) {
                    self.discard(&open).await?;
                }
                return Err(error);
            }
        };
        if malformed.count > 0 && !options.skip_malformed {
            self.discard(&open).await?;
            return Ok(Imported { number: None, done: Done::default(), resumed, malformed });
        }
        let whole = sqlx::query("UPDATE import SET whole = 1, malformed = ? WHERE id = ?");
        self.rows.execute(whole.bind(stored(malformed.count)).bind(open.number)).await?;
        let done = self.finish(&open, now).await?;
        Ok(Imported { number: Some(open.number), done, resumed, malformed })
    }

    /// What taking rows over would change. Nothing is kept.
    ///
    /// # Errors
    /// As [`Writer::import`].
    pub async fn preview(
        &mut self,
        rows: impl Iterator<Item = Result<FileRow, Fault>>,
        options: ImportOptions,
    ) -> Result<(Done, Malformed), ListError> {
        if let Some(open) = self.open_import().await? {
            return Err(self.unfinished(&open));
        }
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        // Larger than any number that an import has.
        let mut stage = Stage::behind(&mut work, i64::MAX, None).await?;
        let mut malformed = Malformed::default();
        let mut chunk = Vec::new();
        for item in rows {
            match item {
                Ok(row) => chunk.push(meant(row, options)),
                Err(Fault::Row(row)) => malformed.note(row),
                Err(Fault::Broken(broken)) => return Err(broken.into()),
            }
            if chunk.len() == CHUNK {
                stage.write(&mut work, &chunk).await?;
                chunk.clear();
            }
        }
        stage.write(&mut work, &chunk).await?;
        let done = finish::finish(&mut work, &stage, options.whole_entries).await?;
        work.rollback().await?;
        Ok((done, malformed))
    }

    /// Begins an import, or goes on with the one of the same file.
    pub(super) async fn begin(
        &mut self,
        source: &Source,
        options: ImportOptions,
        now: Timestamp,
    ) -> Result<Open, ListError> {
        let mut words = Vec::new();
        words.extend(options.whole_entries.then_some(WHOLE_ENTRIES));
        words.extend(options.withdraw.then_some("withdraw"));
        let words = words.join(" ");
        if let Some(open) = self.open_import().await? {
            let select = "SELECT 1 FROM import WHERE id = ? AND size = ? AND head = ? AND options = ? \
                          AND size > 0";
            let same = sqlx::query(select).bind(open.number).bind(stored(source.size));
            let same = same.bind(&source.head[..]).bind(&words);
            return match self.rows.fetch_optional(same).await? {
                Some(_) => Ok(open),
                None => Err(self.unfinished(&open)),
            };
        }
        let stage = Stage::behind(&mut self.rows, 0, None).await?;
        let insert = "INSERT INTO import (name, size, head, options, first, begun) \
                      VALUES (?, ?, ?, ?, ?, ?) RETURNING id";
        let insert = sqlx::query(insert).bind(&source.name).bind(stored(source.size));
        let insert = insert.bind(&source.head[..]).bind(&words).bind(stage.first);
        let number = self.rows.fetch_one(insert.bind(now.as_second())).await?.try_get(0)?;
        let whole_entries = options.whole_entries;
        Ok(Open { number, first: stage.first, items: 0, whole: false, whole_entries })
    }

    fn unfinished(&self, open: &Open) -> ListError {
        let list = self.folder.name.clone();
        ListError::Unfinished { list, import: open.number, rows: open.items }
    }

    /// Writes all rows of a file. Once one is malformed and may not be skipped, the rest is only read.
    pub(super) async fn stage(
        &mut self,
        open: &Open,
        rows: impl Iterator<Item = Result<FileRow, Fault>>,
        options: ImportOptions,
        progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Malformed, ListError> {
        let mut stage = Stage::behind(&mut self.rows, open.number, Some(open.first)).await?;
        let mut malformed = Malformed::default();
        let mut chunk = Vec::with_capacity(CHUNK);
        let (mut items, mut last) = (0_u64, None);
        for item in rows {
            items += 1;
            match item {
                // Written before the kill.
                Ok(row) if items <= open.items => {
                    last = matches!(row.change, Change::Add(_)).then_some(row).or(last);
                }
                Ok(row) => chunk.push(meant(row, options)),
                Err(Fault::Row(row)) => malformed.note(row),
                Err(Fault::Broken(broken)) => return Err(broken.into()),
            }
            if items == open.items {
                self.check_same(&stage, open, last.take(), options).await?;
            }
            let refused = malformed.count > 0 && !options.skip_malformed;
            if refused {
                chunk.clear();
            }
            if chunk.len() == CHUNK {
                self.write(&mut stage, &chunk, items).await?;
                chunk.clear();
            }
            if items.is_multiple_of(10_000) {
                progress(items);
            }
        }
        if items < open.items {
            return Err(ListError::Changed { import: open.number, items: open.items });
        }
        self.write(&mut stage, &chunk, items).await?;
        progress(items);
        Ok(malformed)
    }

    /// One chunk, in one commit with how far the file was read.
    async fn write(
        &mut self,
        stage: &mut Stage,
        chunk: &[FileRow],
        items: u64,
    ) -> Result<(), ListError> {
        let mut work = self.rows.begin_with("BEGIN IMMEDIATE").await?;
        stage.write(&mut work, chunk).await?;
        let read = sqlx::query("UPDATE import SET items = ? WHERE id = ?");
        (&mut *work).execute(read.bind(stored(items)).bind(stage.import)).await?;
        Ok(work.commit().await?)
    }

    /// Refuses to go on with a file whose last row that was written is not the one that was read then.
    async fn check_same(
        &mut self,
        stage: &Stage,
        open: &Open,
        last: Option<FileRow>,
        options: ImportOptions,
    ) -> Result<(), ListError> {
        let changed = ListError::Changed { import: open.number, items: open.items };
        let select = sqlx::query("SELECT line, hash FROM row WHERE id = ?").bind(stage.next - 1);
        let written = self.rows.fetch_optional(select).await?.filter(|_| stage.next > stage.first);
        let last = last.filter(|_| !options.withdraw);
        let same = match (&written, last.as_ref().and_then(|row| Some((row.line, row.hash()?)))) {
            (Some(written), Some((line, hash))) => {
                let bytes: &[u8] = written.try_get(1)?;
                written.try_get::<i64, _>(0)? == stored(line) && bytes == hash.bytes()
            }
            (None, None) => true,
            _ => false,
        };
        if same { Ok(()) } else { Err(changed) }
    }
}

/// A row as it is meant: in a file of what is to be withdrawn, every row withdraws.
fn meant(mut row: FileRow, options: ImportOptions) -> FileRow {
    if options.withdraw
        && let Change::Add(hash) = row.change
    {
        row.change = Change::Withdraw(hash);
    }
    row
}
