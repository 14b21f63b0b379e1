//! What lists are asked.

use std::fmt;

use exchange::HashValue;
use pdq::{Fingerprint, Orientation};

/// What lists are asked about one file.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Question {
    /// The fingerprint of the picture, where it has one.
    pub pdq: Option<Prints>,
    /// Hashes that are compared exactly, one or several of each kind: MD5, SHA-1, SHA-256, others.
    pub exact: Vec<HashValue>,
    /// Where the file comes from, in the words of the policies: `uploads`, `messages`.
    pub surface: Option<String>,
    /// For whom, in the words of the policies.
    pub region: Option<String>,
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
