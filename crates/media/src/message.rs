//! What is said between the program and a worker: packets that are whole or not there.
//!
//! A packet is a byte of version and a message in postcard's form. The socket keeps packets apart and says
//! how long each is, so no length is written.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::{Digests, Limits, PicturePrint, Recipe, Undecodable};

/// Changes when a message does.
const VERSION: u8 = 1;
/// Longest packet. The longest message is a picture's, with eight fingerprints or some words.
pub const LONGEST: usize = 4096;

/// From the program to a worker.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Shut yourself in.
    Begin {
        /// What you may use.
        limits: Limits,
        /// Which fingerprint is wanted.
        recipe: Recipe,
    },
    /// Here is a file; its descriptor comes with the packet.
    File {
        /// How long it was when it was looked at; it may have changed since.
        size: u64,
    },
}

/// From a worker to the program.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// Shut in.
    Ready(Shut),
    /// Not shut in, and why.
    Refused(String),
    /// Every byte was read. The picture's answer follows.
    Digests(Digests),
    /// Reading failed. Nothing follows.
    Unread(String),
    /// The picture's answer.
    Picture(Result<PicturePrint, Undecodable>),
}

/// What holds a worker. Its limits and its filter of system calls always do, or it does not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shut {
    /// Whether this kernel also has Landlock, which forbids files once more, one floor below the filter.
    pub landlock: bool,
}

/// A message as a packet.
pub fn write(message: &impl Serialize) -> Option<Vec<u8>> {
    let packet = postcard::to_extend(message, vec![VERSION]).ok()?;
    (packet.len() <= LONGEST).then_some(packet)
}

/// A packet as a message, if it is one of this version and nothing else.
pub fn read<T: DeserializeOwned>(packet: &[u8]) -> Option<T> {
    let message = packet.strip_prefix(&[VERSION])?;
    let (message, rest) = postcard::take_from_bytes(message).ok()?;
    rest.is_empty().then_some(message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_else_is() {
        let message = Request::Begin { limits: Limits::default(), recipe: Recipe::Reference512 };
        let packet = write(&message).unwrap();
        assert_eq!(read(&packet), Some(message));
        let mut longer = packet.clone();
        longer.push(0);
        assert_eq!(read::<Request>(&longer), None);
        assert_eq!(read::<Request>(&packet[..packet.len() - 1]), None);
        let mut older = packet;
        older[0] = 0;
        assert_eq!(read::<Request>(&older), None);
        assert_eq!(read::<Request>(&[]), None);
    }

    #[test]
    fn the_longest_words_fit_into_a_packet() {
        let words = "€".repeat(200);
        let damaged = Undecodable::Damaged(crate::Format::Jpeg, words);
        assert!(write(&Answer::Picture(Err(damaged))).is_some());
    }
}
