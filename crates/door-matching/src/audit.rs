//! The audit log: who learned hashes and distances, when, and of how many files. Never a hash.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;

/// A file that is only ever added to; one line a call.
#[derive(Clone)]
pub struct Audit(Arc<Mutex<File>>);

impl Audit {
    /// Writes to a file that was opened for appending.
    pub fn new(file: File) -> Self {
        Self(Arc::new(Mutex::new(file)))
    }

    /// Adds a line, and returns once it is on the disk.
    ///
    /// # Errors
    /// When it could not be written; then nothing may be told.
    pub fn write(&self, now: Timestamp, who: &str, count: u64) -> io::Result<()> {
        // One write, so that a line is whole or not there.
        let line = format!("{now:.0} {who} {count}\n");
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(line.as_bytes())?;
        file.sync_data()
    }
}
