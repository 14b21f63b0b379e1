//! Why a file gave no fingerprint, and why it gave nothing at all.

use serde::{Deserialize, Serialize};

use crate::{Format, Later};

/// Why a file has digests and no fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Undecodable {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Its first bytes are those of no picture that this program knows.
    #[error("this is no picture, or of a kind that is not known: its first bytes say nothing")]
    NotAPicture,
    /// Known, and not decoded yet.
    #[error("this is {0}, which cannot be decoded yet; its digests can be compared")]
    NotYet(Later),
    /// A picture of a kind that the decoder does not have.
    #[error("this {0} is of a kind that cannot be decoded: {1}")]
    Unsupported(Format, String),
    /// Not a picture all through.
    #[error("this {0} is damaged: {1}")]
    Damaged(Format, String),
    /// More pixels than are decoded.
    #[error(
        "{width} × {height} pixels are more than the {most} that are decoded; raise the limit of \
         pixels to decode it"
    )]
    TooManyPixels {
        /// Pixels in a row.
        width: u32,
        /// Rows.
        height: u32,
        /// Most pixels.
        most: u64,
    },
    /// A larger file than is decoded.
    #[error(
        "{size} bytes are more than the {most} that are decoded; raise the limit of bytes to decode it"
    )]
    TooManyBytes {
        /// Bytes of the file.
        size: u64,
        /// Most bytes.
        most: u64,
    },
    /// It needs more memory than a worker has.
    #[error(
        "decoding needs more than the {0} bytes of memory that a worker has; raise the limit of memory \
         to decode it"
    )]
    TooMuchMemory(u64),
    /// The worker was stopped at the limit of time.
    #[error("decoding took more than {0} seconds and was stopped")]
    TookTooLong(u32),
    /// The worker gave up while it decoded: no memory was left, or its decoder could not go on.
    #[error(
        "the worker gave up decoding it: it needs more than the {} MiB of memory that a worker has, or is \
         broken in a way that its decoder does not bear; raise the limit of memory (--limit-memory) to see",
        .0 >> 20
    )]
    GaveUp(u64),
    /// The worker ended while it decoded.
    #[error(
        "the worker that decoded it {0}; the file is broken in a way that its decoder does not bear, \
         or was made to do harm"
    )]
    Crashed(String),
}

/// Why a file gave nothing, not even digests.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It could not be opened or looked at.
    #[error("cannot be opened: {0}")]
    Open(std::io::Error),
    /// A folder, a pipe, a device.
    #[error("is no regular file; give a file")]
    NotAFile,
    /// It could be changed through its descriptor.
    #[error("is open for writing, and a worker is given no such file; open it for reading only")]
    Writable,
    /// Reading it failed.
    #[error("cannot be read: {0}")]
    Read(String),
    /// Reading it was given up.
    #[error("could not be read in {0} seconds")]
    TookTooLong(u64),
    /// There is no worker.
    #[error(transparent)]
    Worker(#[from] WorkerError),
}

/// Why a worker does not work.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// Its process could not be made.
    #[error("a worker cannot be started: {0}")]
    Start(std::io::Error),
    /// It could not shut itself in, and will decode nothing.
    #[error("a worker could not shut itself in and decodes nothing: {0}")]
    Refused(String),
    /// It ended before it was ready or while it read.
    #[error("a worker {0} before it gave an answer")]
    Ended(String),
    /// It said something that it should not say.
    #[error("a worker gave an answer that is none; was the program replaced while it ran?")]
    Answer,
    /// This is not the process of a worker.
    #[error("this command is started by suoja itself and does nothing when typed: {0}")]
    NotAWorker(std::io::Error),
}

/// Most letters of what a decoder says that are kept.
const LONGEST_WORDS: usize = 200;

/// What a decoder says, as one short line without control characters: parts of it come from the file.
pub fn words(said: &impl ToString) -> String {
    let said = said.to_string();
    let clean = said.chars().map(|own| if own.is_control() { ' ' } else { own });
    clean.take(LONGEST_WORDS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_decoder_says_is_one_short_line() {
        let said = words(&format!("a\nb\x1b[31m{}", "é".repeat(1000)));
        assert!(said.starts_with("a b [31mé"));
        assert_eq!(said.chars().count(), LONGEST_WORDS);
    }
}
