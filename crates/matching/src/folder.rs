//! The folder of a list: who may read it, and who writes to it.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, flock};

use crate::{ListError, Policy};

/// Longest name of a list (characters).
const LONGEST_NAME: usize = 64;
/// Largest policy that is read (bytes).
const LARGEST_POLICY: u64 = 1024 * 1024;
/// Folders in one another that belong to a list: its own, its index, and room to spare.
const DEPTH: usize = 4;

/// The files of one list.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    pub name: String,
    pub path: PathBuf,
}

impl Folder {
    /// The folder of a list that is there and that nobody else can read.
    pub fn open(lists: &Path, name: &str) -> Result<Self, ListError> {
        check_name(name)?;
        let folder = Self { name: name.to_owned(), path: lists.join(name) };
        if !folder.policy_file().is_file() {
            return Err(ListError::Missing(folder.path));
        }
        private(lists, 0)?;
        private(&folder.path, DEPTH)?;
        Ok(folder)
    }

    /// A new folder with its policy; makes the folder of all lists where it is not.
    pub fn new(lists: &Path, name: &str, policy: &str) -> Result<Self, ListError> {
        check_name(name)?;
        let folder = Self { name: name.to_owned(), path: lists.join(name) };
        Policy::parse(&folder.policy_file(), policy)?;
        if folder.path.exists() {
            return Err(ListError::Exists(folder.path));
        }
        let made = DirBuilder::new().recursive(true).mode(0o700).create(lists);
        made.map_err(|error| io(lists, &error))?;
        private(lists, 0)?;
        let made = DirBuilder::new().mode(0o700).create(&folder.path);
        made.map_err(|error| io(&folder.path, &error))?;
        write_new(&folder.policy_file(), policy.as_bytes())?;
        Ok(folder)
    }

    /// The names of all lists in a folder, sorted. A folder without `list.toml` is none, unless it has hashes:
    /// that list would be missed without a word.
    pub fn names(lists: &Path) -> Result<Vec<String>, ListError> {
        private(lists, 0)?;
        let mut names = Vec::new();
        for entry in fs::read_dir(lists).map_err(|error| io(lists, &error))? {
            let path = entry.map_err(|error| io(lists, &error))?.path();
            if path.join("list.toml").is_file() {
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                check_name(&name)?;
                names.push(name);
            } else if path.join("rows.sqlite").exists() || path.join("index").exists() {
                return Err(ListError::NoPolicy(path));
            }
        }
        names.sort();
        Ok(names)
    }

    pub fn policy(&self) -> Result<Policy, ListError> {
        let path = self.policy_file();
        let size = fs::metadata(&path).map_err(|error| io(&path, &error))?.len();
        if size > LARGEST_POLICY {
            let what = format!("{size} bytes; a policy has at most {LARGEST_POLICY}");
            return Err(ListError::Io(path, what));
        }
        let text = fs::read_to_string(&path).map_err(|error| io(&path, &error))?;
        Policy::parse(&path, &text)
    }

    pub fn policy_file(&self) -> PathBuf {
        self.path.join("list.toml")
    }

    pub fn rows_file(&self) -> PathBuf {
        self.path.join("rows.sqlite")
    }

    pub fn index(&self) -> PathBuf {
        self.path.join("index")
    }

    /// Keeps others from writing until it is dropped. The system lets go of it when a process dies.
    pub fn lock(&self) -> Result<File, ListError> {
        let path = self.path.join("writing.lock");
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(&path).map_err(|error| io(&path, &error))?;
        flock(&file, FlockOperation::NonBlockingLockExclusive)
            .map_err(|_| ListError::Busy(self.name.clone()))?;
        Ok(file)
    }
}

/// Refuses what others can read, down to `depth` folders.
fn private(path: &Path, depth: usize) -> Result<(), ListError> {
    let found = fs::metadata(path).map_err(|error| io(path, &error))?;
    let mode = found.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let fit = if found.is_dir() { "700" } else { "600" };
        return Err(ListError::Open { path: path.to_owned(), mode, fit });
    }
    if !found.is_dir() || depth == 0 {
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|error| io(path, &error))? {
        let entry = entry.map_err(|error| io(path, &error))?.path();
        match private(&entry, depth - 1) {
            // A file that another process of ours has just removed.
            Err(ListError::Io(..)) if !entry.exists() => {}
            other => other?,
        }
    }
    Ok(())
}

/// Writes a file that its owner alone can read, if it is not there.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), ListError> {
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(|error| io(path, &error))
}

fn check_name(name: &str) -> Result<(), ListError> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let good = !name.is_empty() && name.len() <= LONGEST_NAME && name.bytes().all(fits);
    if good { Ok(()) } else { Err(ListError::Name(name.to_owned())) }
}

pub(crate) fn io(path: &Path, error: &std::io::Error) -> ListError {
    ListError::Io(path.to_owned(), error.to_string())
}
