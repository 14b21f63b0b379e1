//! What was added and withdrawn since the last file of rows, one record after the other.
//!
//! A record has 48 bytes: what it is, a label, a hash, and eight bytes of a checksum that also covers the
//! record's place. What is done together ends with a record that says so; whoever reads takes nothing that
//! has no such end. So a crash leaves nothing half done, and a reader beside a writer sees no half either.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::error::{IndexError, io as at};
use crate::hash::{Entry, Hash};

const MAGIC: &[u8; 12] = b"suojalog\x01\0\0\0";
const HEADER: u64 = 12;
const RECORD: usize = 48;
const CHECKED: usize = 40;
/// Bytes of a log without a change: its header, and the end of nothing.
pub(crate) const EMPTY: u64 = HEADER + 48;

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Add(Entry),
    Withdraw(Entry),
}

/// What a log holds.
pub(crate) struct Read {
    pub changes: Vec<Change>,
    /// Up to where everything was done whole.
    until: u64,
    /// The file before it was read.
    pub stamp: Stamp,
}

/// What the system says of a file, and no longer says once the file was written to or another one is in its
/// place. Nobody can set the time of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    device: u64,
    number: u64,
    length: u64,
    changed: (i64, i64),
}

impl Stamp {
    /// Of the file that has this name now.
    pub fn of(path: &Path) -> Result<Self, IndexError> {
        fs::metadata(path).map(|data| Self::new(&data)).map_err(at(path))
    }

    fn new(data: &Metadata) -> Self {
        let changed = (data.ctime(), data.ctime_nsec());
        Self { device: data.dev(), number: data.ino(), length: data.len(), changed }
    }
}

/// Begins a new log with some changes in it, down to the disk.
pub(crate) fn create(path: &Path, changes: &[Change]) -> Result<Log, IndexError> {
    let make = || -> io::Result<File> {
        let mut options = OpenOptions::new();
        let mut file = options.read(true).write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(MAGIC)?;
        Ok(file)
    };
    let mut log = Log { path: path.to_owned(), file: make().map_err(at(path))?, until: HEADER };
    log.append(changes)?;
    Ok(log)
}

/// A log that is written.
pub(crate) struct Log {
    path: PathBuf,
    file: File,
    until: u64,
}

impl Log {
    /// Goes on with a log; what a crash left half done at its end is cut off.
    pub fn open(path: &Path) -> Result<(Self, Vec<Change>), IndexError> {
        let Read { changes, until, .. } = match read(path) {
            Err(IndexError::Damaged { .. }) => read_to_last_end(path)?,
            read => read?,
        };
        let file = OpenOptions::new().read(true).write(true).open(path).map_err(at(path))?;
        file.set_len(until).map_err(at(path))?;
        Ok((Self { path: path.to_owned(), file, until }, changes))
    }

    /// Does some changes together; they are on the disk when this returns.
    pub fn append(&mut self, changes: &[Change]) -> Result<(), IndexError> {
        let mut bytes = Vec::with_capacity((changes.len() + 1) * RECORD);
        for change in changes {
            let (what, entry) = match change {
                Change::Add(entry) => (1, entry),
                Change::Withdraw(entry) => (2, entry),
            };
            put(&mut bytes, self.until, what, entry.label, &entry.hash);
        }
        put(&mut bytes, self.until, END, 0, &[0; 32]);
        self.file.write_all_at(&bytes, self.until).map_err(at(&self.path))?;
        self.file.sync_data().map_err(at(&self.path))?;
        self.until += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(())
    }
}

const END: u8 = 3;

fn put(bytes: &mut Vec<u8>, from: u64, what: u8, label: u32, hash: &Hash) {
    let mut record = [0; RECORD];
    record[0] = what;
    record[4..8].copy_from_slice(&label.to_le_bytes());
    record[8..CHECKED].copy_from_slice(hash);
    let place = from + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let sum = sum(&record, place);
    record[CHECKED..].copy_from_slice(&sum);
    bytes.extend_from_slice(&record);
}

fn sum(record: &[u8; RECORD], place: u64) -> [u8; 8] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&record[..CHECKED]).update(&place.to_le_bytes());
    let mut sum = [0; 8];
    sum.copy_from_slice(&hasher.finalize().as_bytes()[..8]);
    sum
}

/// Reads a log.
pub(crate) fn read(path: &Path) -> Result<Read, IndexError> {
    let (bytes, stamp) = bytes(path)?;
    let mut read = Read { changes: Vec::new(), until: HEADER, stamp };
    let mut open = Vec::new();
    let mut place = HEADER;
    for record in bytes.as_chunks::<RECORD>().0 {
        match parse(record, place) {
            Some(None) => {
                read.changes.append(&mut open);
                read.until = place + 48;
            }
            Some(Some(change)) => open.push(change),
            None => {
                let place = format!("the record at byte {place}");
                return Err(IndexError::Damaged { path: path.to_owned(), place });
            }
        }
        place += 48;
    }
    Ok(read)
}

/// What can be read before a damaged record, if nothing that was done whole comes after it: then the damage
/// is what a crash left.
fn read_to_last_end(path: &Path) -> Result<Read, IndexError> {
    let (bytes, stamp) = bytes(path)?;
    let (records, _) = bytes.as_chunks::<RECORD>();
    let places = || (HEADER..).step_by(RECORD);
    let parsed = || records.iter().zip(places()).map(|(record, place)| parse(record, place));
    let last = parsed().rposition_end();
    let damaged = parsed().position(|record| record.is_none()).unwrap_or(records.len());
    if last.is_some_and(|last| last > damaged) {
        let place = format!("record {}, with whole ones behind it", damaged + 1);
        return Err(IndexError::Damaged { path: path.to_owned(), place });
    }
    let whole = last.map_or(0, |last| last + 1);
    let changes = parsed().take(whole).filter_map(Option::flatten).collect();
    let until = HEADER + u64::try_from(whole * RECORD).unwrap_or_default();
    Ok(Read { changes, until, stamp })
}

trait LastEnd: Iterator<Item = Option<Option<Change>>> + Sized {
    /// Where the last record stands that ends something.
    fn rposition_end(self) -> Option<usize> {
        self.enumerate().filter(|(_, record)| *record == Some(None)).last().map(|(at, _)| at)
    }
}

impl<T: Iterator<Item = Option<Option<Change>>>> LastEnd for T {}

/// The records of a log, one after the other.
fn bytes(path: &Path) -> Result<(Vec<u8>, Stamp), IndexError> {
    let file = File::open(path).map_err(at(path))?;
    let stamp = Stamp::new(&file.metadata().map_err(at(path))?);
    let mut magic = [0; 12];
    let foreign = |_| IndexError::Foreign(path.to_owned());
    file.read_exact_at(&mut magic, 0).map_err(foreign)?;
    if &magic != MAGIC {
        return Err(IndexError::Foreign(path.to_owned()));
    }
    let count = usize::try_from(stamp.length.saturating_sub(HEADER)).unwrap_or(usize::MAX);
    let mut bytes = vec![0; count];
    file.read_exact_at(&mut bytes, HEADER).map_err(at(path))?;
    Ok((bytes, stamp))
}

/// A change, or the end of what was done together, or nothing where the checksum is wrong.
fn parse(record: &[u8; RECORD], place: u64) -> Option<Option<Change>> {
    if record[CHECKED..] != sum(record, place) {
        return None;
    }
    let label = u32::from_le_bytes(*record[4..].first_chunk()?);
    let entry = Entry { hash: *record[8..].first_chunk()?, label };
    match record[0] {
        1 => Some(Some(Change::Add(entry))),
        2 => Some(Some(Change::Withdraw(entry))),
        END => Some(None),
        _ => None,
    }
}
