//! How much of an archive is unpacked: a small file may claim to hold a terabyte.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Parts of one archive, those of archives inside it counted in.
const MOST_PARTS: u32 = 100_000;
/// Bytes unpacked from one archive, those of archives inside it counted in.
const MOST_BYTES: u64 = 16 << 30;
/// Bytes of one part.
pub const LARGEST_PART: u64 = 128 << 20;
/// How many bytes may come of one.
const RATIO: u64 = 200;
/// Bytes that may come whatever the ratio: a small archive of plain pictures is no bomb.
const FREE: u64 = 64 << 20;

/// How long one archive is looked through, its pictures decoded and compared.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// What may still be unpacked, and until when.
pub struct Budget {
    parts: u32,
    bytes: Rc<Cell<u64>>,
    begun: Instant,
    longest: Duration,
}

impl Budget {
    /// For an archive of so many bytes.
    pub fn new(packed: u64) -> Self {
        let most = packed.saturating_mul(RATIO).saturating_add(FREE).min(MOST_BYTES);
        let bytes = Rc::new(Cell::new(most));
        Self { parts: MOST_PARTS, bytes, begun: Instant::now(), longest: LONGEST }
    }

    /// One more part.
    ///
    /// # Errors
    /// When there were too many, or they took too long.
    pub fn part(&mut self) -> Result<(), String> {
        if self.begun.elapsed() > self.longest {
            let minutes = self.longest.as_secs() / 60;
            return Err(format!(
                "it took more than {minutes} minutes; unpack it and scan the folder"
            ));
        }
        self.parts = self.parts.checked_sub(1).ok_or_else(|| {
            format!("it has more than {MOST_PARTS} parts; unpack it and scan the folder")
        })?;
        Ok(())
    }

    /// What a reader unpacks is counted from now on; beyond the budget it fails.
    pub fn watch<R: Read>(&self, reader: R) -> Held<R> {
        Held::new(reader, Rc::clone(&self.bytes))
    }
}

/// A reader that fails when more comes than is left.
pub struct Held<R> {
    reader: R,
    left: Rc<Cell<u64>>,
}

impl<R> Held<R> {
    /// Gives what is left at a time; whoever has the number can set it anew.
    pub fn new(reader: R, left: Rc<Cell<u64>>) -> Self {
        Self { reader, left }
    }
}

impl<R: Read> Read for Held<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(bytes)?;
        let count = u64::try_from(read).unwrap_or(u64::MAX);
        let rest = self.left.get().checked_sub(count).ok_or_else(|| {
            io::Error::other(
                "it unpacks to far more than its size; unpack it elsewhere if you must",
            )
        })?;
        self.left.set(rest);
        Ok(read)
    }
}

/// Reads one part whole; too large a part is no fault of the archive.
///
/// # Errors
/// What is wrong with the part.
pub fn whole(part: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = part.take(LARGEST_PART + 1).read_to_end(&mut bytes);
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(format!("it has more than {} MiB; unpack it to scan it", LARGEST_PART >> 20));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_ends_with_its_time_and_its_parts() {
        let mut budget = Budget { longest: Duration::ZERO, ..Budget::new(1) };
        std::thread::sleep(Duration::from_millis(2));
        assert!(budget.part().unwrap_err().contains("minutes"));
        let mut budget = Budget { parts: 1, ..Budget::new(1) };
        assert!(budget.part().is_ok() && budget.part().unwrap_err().contains("parts"));
    }
}
