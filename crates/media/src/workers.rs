//! The workers, and the files that are given to them.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::num::NonZeroUsize;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rustix::fs::{MemfdFlags, OFlags, SealFlags, fcntl_add_seals, fcntl_getfl, memfd_create};

use crate::child::Child;
use crate::message::Shut;
use crate::{FileError, Hashed, Settings, WorkerError};

/// Worker processes. Any number of threads may ask; each waits until a worker is free.
///
/// A file that ends its worker costs a new one, some milliseconds, and gives an error of its own; other
/// files do not notice.
pub struct Workers {
    command: Mutex<Command>,
    settings: Settings,
    shut: Shut,
    free: Mutex<Vec<Option<Child>>>,
    returned: Condvar,
}

impl Workers {
    /// Makes a pool of so many workers, each started by the command when it is first needed, the first one
    /// now. The command is this very program with the word that makes it call
    /// [`run_worker`](crate::run_worker); it is given no environment and no output.
    ///
    /// # Errors
    /// When the first worker does not start or cannot shut itself in.
    pub fn start(
        count: NonZeroUsize,
        settings: Settings,
        mut command: Command,
    ) -> Result<Self, WorkerError> {
        command.current_dir("/");
        let first = Child::start(&mut command, settings)?;
        let shut = first.shut();
        let mut free: Vec<_> = (1..count.get()).map(|_| None).collect();
        free.push(Some(first));
        let (command, free) = (Mutex::new(command), Mutex::new(free));
        Ok(Self { command, settings, shut, free, returned: Condvar::new() })
    }

    /// What holds the workers.
    pub fn shut(&self) -> Shut {
        self.shut
    }

    /// Hashes the file at a path. It is opened here, for reading only; a worker has just the descriptor.
    ///
    /// # Errors
    /// When it cannot be opened or read, or is no regular file. That it holds no picture is no such error.
    pub fn hash_path(&self, path: &Path) -> Result<Hashed, FileError> {
        // A pipe that nobody writes to must not hold the program.
        let flags = libc::O_NONBLOCK | libc::O_NOCTTY;
        let file = OpenOptions::new().read(true).custom_flags(flags).open(path);
        self.hash_file(&file.map_err(FileError::Open)?)
    }

    /// Hashes bytes that came from elsewhere: an upload, a part of an archive.
    ///
    /// # Errors
    /// As [`hash_path`](Self::hash_path).
    pub fn hash_bytes(&self, bytes: &[u8]) -> Result<Hashed, FileError> {
        self.hash_any(&sealed(bytes).map_err(FileError::Open)?)
    }

    /// Hashes an open file. Its place is not moved.
    ///
    /// # Errors
    /// As [`hash_path`](Self::hash_path), and when it is open for writing.
    pub fn hash_file(&self, file: &File) -> Result<Hashed, FileError> {
        let flags = fcntl_getfl(file).map_err(|error| FileError::Open(error.into()))?;
        if flags.intersects(OFlags::RDWR | OFlags::WRONLY) {
            return Err(FileError::Writable);
        }
        self.hash_any(file)
    }

    fn hash_any(&self, file: &File) -> Result<Hashed, FileError> {
        let about = file.metadata().map_err(FileError::Open)?;
        if !about.is_file() {
            return Err(FileError::NotAFile);
        }
        let slot = self.take();
        let (hashed, child) = self.ask(slot, file, about.len());
        locked(&self.free).push(child);
        self.returned.notify_one();
        hashed
    }

    fn ask(
        &self,
        slot: Option<Child>,
        file: &File,
        size: u64,
    ) -> (Result<Hashed, FileError>, Option<Child>) {
        let ready = match slot.filter(|child| !child.is_old()) {
            Some(child) => Ok(child),
            None => Child::start(&mut locked(&self.command), self.settings),
        };
        let mut child = match ready {
            Ok(child) => child,
            Err(error) => return (Err(error.into()), None),
        };
        let (hashed, goes_on) = child.hash(file, size);
        (hashed, goes_on.then_some(child))
    }

    fn take(&self) -> Option<Child> {
        let mut free = locked(&self.free);
        loop {
            match free.pop() {
                Some(slot) => return slot,
                None => free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// What is behind a lock. Nothing is left half done behind these, so a thread that broke off is forgiven.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file in memory that nobody can change, whoever has its descriptor.
fn sealed(bytes: &[u8]) -> std::io::Result<File> {
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let mut file = File::from(memfd_create("picture", flags)?);
    file.write_all(bytes)?;
    fcntl_add_seals(
        &file,
        SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL,
    )?;
    Ok(file)
}
