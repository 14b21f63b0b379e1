//! What lists are asked.

use std::fmt;

use exchange::HashValue;
use pdq::{Fingerprint, Orientation};

/// What lists are asked about one file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The fingerprint of the picture, where it has one.
    pub pdq: Option<Prints>,
    /// What of the picture a fingerprint does not speak for.
    pub gap: Option<Gap>,
    /// Hashes that are compared exactly, one or several of each kind: MD5, SHA-1, SHA-256, others.
    pub exact: Vec<HashValue>,
    /// Where the file comes from, in the words of the policies: `uploads`, `messages`.
    pub surface: Option<String>,
    /// For whom, in the words of the policies.
    pub region: Option<String>,
}

/// What of a picture was not compared. Where a list holds fingerprints, a file with a gap is found or not
/// answered, and never on no list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// All of it: it could not be decoded.
    NotDecoded,
    /// A part of it: it is damaged and was decoded as far as that goes.
    NotWhole,
    /// All but the first of so many frames or pages.
    FirstOf(u32),
}

impl Gap {
    /// The gap of a picture that was decoded: whole or not, with so many frames.
    pub fn of(whole: bool, frames: u32) -> Option<Self> {
        match (whole, frames) {
            (false, _) => Some(Self::NotWhole),
            (true, 0 | 1) => None,
            (true, frames) => Some(Self::FirstOf(frames)),
        }
    }
}

/// The fingerprint of a picture, as it is and turned or mirrored.
#[derive(Clone, PartialEq, Eq)]
pub struct Prints {
    /// One of each orientation that shall be looked for; most often the original alone or all eight.
    pub prints: Vec<(Orientation, Fingerprint)>,
    /// How much there is in the picture, 0 to 100; `None` if nobody said.
    pub quality: Option<u8>,
}

impl Prints {
    /// A fingerprint as it is, such as another program gave.
    pub fn one(print: Fingerprint, quality: Option<u8>) -> Self {
        Self { prints: vec![(Orientation::Original, print)], quality }
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prints = self.pdq.as_ref().map_or(0, |prints| prints.prints.len());
        write!(f, "Question({prints} prints, {} exact hashes)", self.exact.len())
    }
}

impl fmt::Debug for Prints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Prints({} orientations, quality {:?})", self.prints.len(), self.quality)
    }
}
