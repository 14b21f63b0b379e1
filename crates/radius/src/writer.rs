//! Changing an index: one process at a time, everything on the disk when a call returns.
//!
//! Few hashes go into the log; many go into a file of rows of their own. Files are never changed, only
//! merged into new ones, and the manifest says which count. A merge writes beside what is there; whoever
//! reads goes on with the old files until the new manifest is in its place.

use std::collections::BTreeSet;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustix::fs::{FlockOperation, flock};

use crate::error::{IndexError, io as at};
use crate::hash::{Entry, bytes, words};
use crate::log::{self, Change, Log};
use crate::manifest::{self, Manifest};
use crate::rows::{self, Row, RowFile};

/// Most hashes of one index.
pub(crate) const MOST: usize = 1 << 30;
/// Hashes that a log holds before they become a file of rows. A reader scans them.
const LOGGED: usize = 16_384;
/// Withdrawn hashes that are remembered before everything is written anew without them.
const REMEMBERED: usize = 100_000;

/// Whoever changes an index.
pub struct Writer {
    dir: PathBuf,
    manifest: Manifest,
    log: Log,
    /// Added in the log.
    fresh: BTreeSet<Entry>,
    /// Withdrawn in the log; they may stand in files of rows.
    withdrawn: BTreeSet<Entry>,
    /// A change failed so late that it may count all the same.
    doubtful: bool,
    _lock: File,
}

impl Writer {
    /// Opens an index for changes, and makes it where there is none. Mends what a crash left.
    ///
    /// # Errors
    /// [`IndexError::Busy`] while another process writes; [`IndexError::Missing`] when there are hashes and
    /// nothing that says which of them count; others when the folder or a file of it cannot be
    /// read or written.
    pub fn open(dir: &Path) -> Result<Self, IndexError> {
        DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(at(dir))?;
        let lock = lock(dir)?;
        let path = dir.join(manifest::NAME);
        // What cannot be looked at is not known to be missing.
        if !path.try_exists().map_err(at(&path))? {
            begin(dir)?;
        }
        let manifest = Manifest::read(dir)?;
        let (log, changes) = Log::open(&dir.join(&manifest.log))?;
        let mut writer = Self {
            dir: dir.to_owned(),
            manifest,
            log,
            fresh: BTreeSet::new(),
            withdrawn: BTreeSet::new(),
            doubtful: false,
            _lock: lock,
        };
        changes.into_iter().for_each(|change| writer.note(change));
        writer.sweep();
        Ok(writer)
    }

    /// Lists hashes. All of them are found from then on, or none; an entry that is listed already stays.
    ///
    /// # Errors
    /// When the disk refuses. Nothing is listed then, unless it refused at the very end: after that this
    /// writer makes no more changes ([`IndexError::Doubtful`]), and the next one that is opened goes by what
    /// is on the disk.
    pub fn add(&mut self, entries: Vec<Entry>) -> Result<(), IndexError> {
        self.sure()?;
        let asked = self.len()?.saturating_add(entries.len());
        if asked > MOST {
            return Err(IndexError::TooMany { asked, most: MOST });
        }
        if entries.is_empty() {
            return Ok(());
        }
        if self.fresh.len() + entries.len() > LOGGED {
            return self.add_rows(entries);
        }
        self.append(entries.into_iter().map(Change::Add).collect())
    }

    /// Takes entries off the list, those with this hash and this label. What is not listed is passed over.
    ///
    /// # Errors
    /// As [`Writer::add`].
    pub fn withdraw(&mut self, entries: &[Entry]) -> Result<(), IndexError> {
        self.sure()?;
        if entries.is_empty() {
            return Ok(());
        }
        self.append(entries.iter().copied().map(Change::Withdraw).collect())
    }

    /// Merges files of rows and what the log added, so that a question goes through few files, and forgets
    /// what was withdrawn where that is much. Needs memory for what it merges, 40 bytes a hash and 36 for its
    /// sources. Says how many hashes are merged, of how many.
    ///
    /// # Errors
    /// When a file cannot be read or written; as [`Writer::add`].
    pub fn tidy(&mut self, progress: &mut dyn FnMut(u64, u64)) -> Result<(), IndexError> {
        self.sure()?;
        let mut counts = self.counts()?;
        let files = counts.len();
        counts.extend((!self.fresh.is_empty()).then_some(self.fresh.len()));
        let everything = self.withdrawn.len() > REMEMBERED.max(counts.iter().sum::<usize>() / 8);
        let from = if everything { 0 } else { first_to_merge(&counts) };
        if from == files || (from + 1 == files && self.fresh.is_empty() && !everything) {
            return if self.fresh.is_empty() { Ok(()) } else { self.add_rows(Vec::new()) };
        }
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let total = wide(counts[from..].iter().sum());
        let mut rows: Vec<Row> = self.fresh.iter().map(row).collect();
        for name in &self.manifest.rows[from..] {
            progress(wide(rows.len()) / 2, total);
            rows.append(&mut read_rows(&self.dir.join(name))?);
        }
        let withdrawn = self.withdrawn.clone();
        rows.retain(|row| !withdrawn.contains(&entry(row)));
        let withdrawn = if from == 0 { BTreeSet::new() } else { withdrawn };
        self.exchange(self.manifest.rows[..from].to_vec(), rows, withdrawn)?;
        progress(total, total);
        Ok(())
    }

    /// How many entries the files and the log hold, withdrawn ones in files too.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn len(&self) -> Result<usize, IndexError> {
        Ok(self.counts()?.iter().sum::<usize>() + self.fresh.len())
    }

    /// Whether nothing was ever listed.
    ///
    /// # Errors
    /// As [`Writer::len`].
    pub fn is_empty(&self) -> Result<bool, IndexError> {
        Ok(self.len()? == 0)
    }

    fn counts(&self) -> Result<Vec<usize>, IndexError> {
        let open = |name: &String| RowFile::open(&self.dir.join(name)).map(|file| file.len());
        self.manifest.rows.iter().map(open).collect()
    }

    /// Refuses changes once it is not known what the last one left on the disk.
    fn sure(&self) -> Result<(), IndexError> {
        if self.doubtful { Err(IndexError::Doubtful(self.dir.clone())) } else { Ok(()) }
    }

    /// Puts changes into the log. One that failed may be in it, whole or in part, and nothing may follow it.
    fn append(&mut self, changes: Vec<Change>) -> Result<(), IndexError> {
        self.doubtful = true;
        self.log.append(&changes)?;
        self.doubtful = false;
        changes.into_iter().for_each(|change| self.note(change));
        Ok(())
    }

    fn note(&mut self, change: Change) {
        match change {
            Change::Add(entry) => {
                self.withdrawn.remove(&entry);
                self.fresh.insert(entry);
            }
            Change::Withdraw(entry) => {
                self.fresh.remove(&entry);
                self.withdrawn.insert(entry);
            }
        }
    }

    /// Many hashes become a file of rows, together with what is in the log.
    fn add_rows(&mut self, entries: Vec<Entry>) -> Result<(), IndexError> {
        let mut withdrawn = self.withdrawn.clone();
        if !withdrawn.is_empty() {
            for entry in &entries {
                withdrawn.remove(entry);
            }
        }
        let mut rows: Vec<Row> = self.fresh.iter().map(row).collect();
        rows.extend(entries.iter().map(row));
        drop(entries);
        self.exchange(self.manifest.rows.clone(), rows, withdrawn)
    }

    /// Writes rows, with what the log added among them, into a new file behind those that are kept, begins a
    /// new log, and lets both count.
    fn exchange(
        &mut self,
        kept: Vec<String>,
        rows: Vec<Row>,
        withdrawn: BTreeSet<Entry>,
    ) -> Result<(), IndexError> {
        let written = self.write_beside(kept, rows, &withdrawn);
        // What a refused try leaves would take room, and stand in the way of the next.
        let (manifest, log) = written.inspect_err(|_| self.sweep())?;
        self.doubtful = true;
        Manifest::put_in_place(&self.dir)?;
        self.doubtful = false;
        (self.manifest, self.log) = (manifest, log);
        (self.fresh, self.withdrawn) = (BTreeSet::new(), withdrawn);
        self.sweep();
        Ok(())
    }

    /// The new files, and a manifest that names them and is not in its place yet.
    fn write_beside(
        &self,
        kept: Vec<String>,
        mut rows: Vec<Row>,
        withdrawn: &BTreeSet<Entry>,
    ) -> Result<(Manifest, Log), IndexError> {
        rows.par_sort_unstable();
        rows.dedup();
        let mut manifest = Manifest { rows: kept, ..self.manifest.clone() };
        if !rows.is_empty() {
            let name = manifest.name("rows");
            rows::write(&self.dir.join(&name), &rows)?;
            manifest.rows.push(name);
        }
        drop(rows);
        manifest.log = manifest.name("log");
        let changes: Vec<Change> = withdrawn.iter().copied().map(Change::Withdraw).collect();
        let log = log::create(&self.dir.join(&manifest.log), &changes)?;
        manifest.write_beside(&self.dir)?;
        Ok((manifest, log))
    }

    /// Removes files that no longer count, and those that a crash left behind. What cannot be removed takes
    /// room and does no harm; it is tried again at the next opening.
    fn sweep(&self) {
        let Ok(all) = fs::read_dir(&self.dir) else { return };
        for path in all.filter_map(Result::ok).map(|found| found.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if ours(&path) && !self.manifest.has(&name) {
                let _ = fs::remove_file(&path);
            }
        }
    }
}

/// The lock is the process's: it ends with it, however that comes about.
fn lock(dir: &Path) -> Result<File, IndexError> {
    let path = dir.join("lock");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(0o600);
    let file = options.open(&path).map_err(at(&path))?;
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Ok(()) => Ok(file),
        Err(rustix::io::Errno::WOULDBLOCK) => Err(IndexError::Busy(dir.to_owned())),
        Err(error) => Err(at(&path)(error.into())),
    }
}

/// An empty index, where nothing was ever listed. A log of a first try that was cut off is made anew.
fn begin(dir: &Path) -> Result<(), IndexError> {
    let mut manifest = Manifest::default();
    manifest.log = manifest.name("log");
    let path = dir.join(&manifest.log);
    if holds_hashes(dir, &path)? {
        return Err(IndexError::Missing(dir.join(manifest::NAME)));
    }
    if path.try_exists().map_err(at(&path))? {
        fs::remove_file(&path).map_err(at(&path))?;
    }
    log::create(&path, &[])?;
    manifest.write_beside(dir)?;
    Manifest::put_in_place(dir)
}

/// Whether a folder without a manifest has files that only an index with one has: all but a first log
/// without changes.
fn holds_hashes(dir: &Path, first_log: &Path) -> Result<bool, IndexError> {
    for found in fs::read_dir(dir).map_err(at(dir))? {
        let found = found.map_err(at(dir))?;
        let path = found.path();
        let empty = || found.metadata().map(|data| data.len() <= log::EMPTY).map_err(at(&path));
        if ours(&path) && (path != first_log || !empty()?) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a file's name is one that an index gives.
fn ours(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "rows" || ending == "log")
}

/// From which file on all are merged: a file is merged with the one before when that is less than four times
/// as large. So there are few files, and a hash is merged few times.
fn first_to_merge(counts: &[usize]) -> usize {
    let mut from = counts.len();
    let mut sum = 0;
    for at in (0..counts.len()).rev() {
        if at + 1 == counts.len() || counts[at] < 4 * sum {
            from = at;
        } else {
            break;
        }
        sum += counts[at];
    }
    from
}

fn read_rows(path: &Path) -> Result<Vec<Row>, IndexError> {
    let file = RowFile::open(path)?;
    let ((planes, _), labels) = (file.load()?, file.labels()?);
    Ok(labels.into_iter().enumerate().map(|(at, label)| (planes.row(at), label)).collect())
}

fn row(entry: &Entry) -> Row {
    (words(&entry.hash), entry.label)
}

fn entry((words, label): &Row) -> Entry {
    Entry { hash: bytes(words), label: *label }
}

#[cfg(test)]
mod tests {
    use super::first_to_merge;

    #[test]
    fn few_files_stay_and_large_ones_are_left_alone() {
        assert_eq!(first_to_merge(&[]), 0);
        assert_eq!(first_to_merge(&[5]), 0);
        assert_eq!(first_to_merge(&[1000, 10]), 1, "ten are not worth a thousand");
        assert_eq!(first_to_merge(&[1000, 300]), 0);
        assert_eq!(first_to_merge(&[1000, 100, 30, 10]), 1);
    }
}
