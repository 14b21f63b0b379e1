//! What a scan has done, in a file of its own, so that a scan that was broken off goes on.
//!
//! One JSON object a line. The first says under which terms the scan runs: lists as they are, what is asked.
//! Each other is a path, what the file was when it was read, and what was found. A line that a kill cut off
//! is dropped. No hash stands in it unless details were asked for.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::os::fd::AsFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

use super::found::Found;
use crate::cli::AskArgs;

/// Longest line that is read back (bytes): an archive of a hundred thousand parts.
const LONGEST: u64 = 256 << 20;

/// What a file was when it was read: device, inode, size, and when its bytes and its entry last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity([i64; 7]);

impl Identity {
    /// Of what is at a path; links are not followed.
    pub fn of(path: &Path) -> Option<Self> {
        std::fs::symlink_metadata(path).ok().map(|about| Self::from(&about))
    }

    /// Of an open file.
    pub fn of_file(file: &File) -> Option<Self> {
        file.metadata().ok().map(|about| Self::from(&about))
    }
}

impl From<&std::fs::Metadata> for Identity {
    fn from(about: &std::fs::Metadata) -> Self {
        let number = |number: u64| number.cast_signed();
        let what = [number(about.dev()), number(about.ino()), number(about.size())];
        let when = [about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec()];
        Self([what[0], what[1], what[2], when[0], when[1], when[2], when[3]])
    }
}

#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    suoja_scan: u32,
    terms: String,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    /// The path's bytes in hexadecimal digits.
    path: String,
    identity: Identity,
    found: Vec<Found>,
}

/// Under which terms a scan runs: another list, another policy, another question or another version of the
/// program make another scan.
pub fn terms(ask: &AskArgs, state: &str) -> String {
    let program = env!("CARGO_PKG_VERSION");
    let AskArgs { surface, region, as_stored, details, decoding, .. } = ask;
    let settings = decoding.settings();
    format!(
        "suoja {program}, lists {state}, surface {surface:?}, region {region:?}, as stored {as_stored}, details {details}, \
         {settings:?}"
    )
}

/// The journal of a scan.
pub struct Journal {
    path: PathBuf,
    file: File,
    entries: BTreeMap<Vec<u8>, (Identity, u64, usize)>,
}

/// What was found before.
pub struct Known {
    file: File,
    entries: BTreeMap<Vec<u8>, (Identity, u64, usize)>,
}

/// Where news are noted.
pub struct Writing {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Opens a journal, or begins one that only its owner can read.
    ///
    /// # Errors
    /// When it is no journal, one of a scan under other terms, or another scan writes it.
    pub fn open(path: &Path, terms: &str) -> Result<Self> {
        let shown = path.display();
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(path).with_context(|| format!("cannot open {shown}"))?;
        hold(&file).with_context(|| format!("cannot use {shown}"))?;
        let mut journal = Self { path: path.to_owned(), file, entries: BTreeMap::new() };
        let head = Head { suoja_scan: 1, terms: terms.to_owned() };
        let end = journal.read(&head).with_context(|| format!("cannot use {shown}"))?;
        journal.file.set_len(end)?;
        journal.file.seek(SeekFrom::Start(end))?;
        if end == 0 {
            write_line(&mut journal.file, &head)
                .with_context(|| format!("cannot write {shown}"))?;
        }
        Ok(journal)
    }

    /// Reads what is there; says where the last whole line ends.
    fn read(&mut self, head: &Head) -> Result<u64> {
        let mut lines = BufReader::new(&self.file);
        let mut end = 0;
        loop {
            let mut line = Vec::new();
            let length = (&mut lines).take(LONGEST).read_until(b'\n', &mut line)?;
            if line.last() != Some(&b'\n') {
                if end == 0 && length > 0 {
                    bail!("it is no journal of a scan; name another file");
                }
                return Ok(end);
            }
            if end == 0 {
                match serde_json::from_slice::<Head>(&line) {
                    Ok(own) if own == *head => {}
                    Ok(_) => bail!(
                        "lists, policies or what is asked have changed since; begin a new journal"
                    ),
                    Err(_) => bail!("it is no journal of a scan; name another file"),
                }
            } else {
                let entry: Entry = serde_json::from_slice(&line)
                    .context("a line of it is damaged; begin a new journal")?;
                let path =
                    HEXLOWER.decode(entry.path.as_bytes()).context("a path in it is none")?;
                self.entries.insert(path, (entry.identity, end, length));
            }
            end += u64::try_from(length)?;
        }
    }

    /// Its own file, which is not to be scanned.
    pub fn place(&self) -> Option<Place> {
        Place::of(&self.file)
    }

    /// What is looked up, and what is written.
    ///
    /// # Errors
    /// When the file cannot be opened a second time.
    pub fn split(self) -> Result<(Known, Writing)> {
        let reading = self.file.try_clone().context("cannot read the journal")?;
        let known = Known { file: reading, entries: self.entries };
        Ok((known, Writing { path: self.path, file: self.file }))
    }
}

/// Keeps a journal for this scan alone, until the program ends.
fn hold(file: &File) -> Result<()> {
    if !file.metadata()?.is_file() {
        bail!("it is a pipe or a device, which keeps nothing; name a file");
    }
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            bail!("another scan writes it; wait for its end, or name another file")
        }
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Where a regular file lies: device and inode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(u64, u64);

impl Place {
    /// Of an open file, if it is a regular one.
    pub fn of(file: impl AsFd) -> Option<Self> {
        let file = File::from(file.as_fd().try_clone_to_owned().ok()?);
        let about = file.metadata().ok().filter(std::fs::Metadata::is_file)?;
        Some(Self(about.dev(), about.ino()))
    }

    /// Of what is at a path; links are not followed.
    pub fn at(path: &Path) -> Option<Self> {
        let about = std::fs::symlink_metadata(path).ok()?;
        Some(Self(about.dev(), about.ino()))
    }
}

impl Known {
    /// What was found at a path, if the file is still what it was.
    pub fn get(&self, path: &Path, identity: &Identity) -> Option<Vec<Found>> {
        let (known, from, length) = self.entries.get(path.as_os_str().as_bytes())?;
        if known != identity {
            return None;
        }
        let mut line = vec![0; *length];
        self.file.read_exact_at(&mut line, *from).ok()?;
        serde_json::from_slice::<Entry>(&line).ok().map(|entry| entry.found)
    }
}

impl Writing {
    /// Notes what was found at a path.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&mut self, path: &Path, identity: &Identity, found: &[Found]) -> Result<()> {
        let entry = Entry {
            path: HEXLOWER.encode(path.as_os_str().as_bytes()),
            identity: *identity,
            found: found.to_vec(),
        };
        write_line(&mut self.file, &entry)
            .with_context(|| format!("cannot write {}", self.path.display()))
    }
}

fn write_line(file: &mut File, line: &impl Serialize) -> Result<()> {
    let mut text = serde_json::to_vec(line)?;
    text.push(b'\n');
    Ok(file.write_all(&text)?)
}
