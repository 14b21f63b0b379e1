//! What turns bytes into hashes. This door decodes nothing itself: the program passes in whatever does, in
//! worker processes that can do no harm.

use std::fs::File;

use exchange::{HashKind, HashValue};
use matching::{Gap, Prints, Question};
use pdq::{Fingerprint, LEAST_QUALITY, Orientation};

/// Hashes files in other processes.
pub trait Fingerprinter: Send + Sync {
    /// Hashes a file that nobody can change any more. Takes as long as it takes; the door calls it where that
    /// keeps nobody waiting.
    ///
    /// # Errors
    /// A sentence, when there is not even a digest.
    fn hash(&self, file: &File) -> Result<Hashes, String>;

    /// How many files are hashed at once.
    fn at_once(&self) -> usize;

    /// How many workers had to be replaced because a file ended them.
    fn lost(&self) -> u64;
}

/// What the bytes of a file give.
#[derive(Debug, Clone)]
pub struct Hashes {
    /// Bytes of the file.
    pub size: u64,
    /// Its MD5.
    pub md5: [u8; 16],
    /// Its SHA-1.
    pub sha1: [u8; 20],
    /// Its SHA-256.
    pub sha256: [u8; 32],
    /// Its picture, or in a sentence why there is none.
    pub picture: Result<Picture, String>,
}

/// The fingerprint of a picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What the file is: `jpeg`, `png`.
    pub format: String,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Frames of an animation or pages; only the first is hashed.
    pub frames: u32,
    /// False when a part of the picture was missing and only the rest was hashed.
    pub whole: bool,
    /// How much there is in it, 0 to 100.
    pub quality: u8,
    /// Its PDQ in all orientations, in the order of [`Orientation::ALL`].
    pub prints: [Fingerprint; 8],
}

impl Picture {
    /// Whether its fingerprint says enough to be compared, by the measure of PDQ's reference.
    pub fn is_telling(&self) -> bool {
        self.quality >= LEAST_QUALITY
    }

    /// The fingerprint, to be looked for in all orientations.
    pub fn prints(&self) -> Prints {
        let prints = Orientation::ALL.into_iter().zip(self.prints).collect();
        Prints { prints, quality: Some(self.quality) }
    }
}

impl Hashes {
    /// What lists are asked about the file: its fingerprint in all orientations, and its digests.
    pub fn question(&self, surface: Option<String>, region: Option<String>) -> Question {
        let digests = [
            HashValue::from_bytes(HashKind::Md5, &self.md5),
            HashValue::from_bytes(HashKind::Sha1, &self.sha1),
            HashValue::from_bytes(HashKind::Sha256, &self.sha256),
        ];
        let pdq = self.picture.as_ref().ok().map(Picture::prints);
        let gap = match &self.picture {
            Ok(picture) => Gap::of(picture.whole, picture.frames),
            Err(_) => Some(Gap::NotDecoded),
        };
        // Those of an empty file are no hashes that a list may hold.
        let exact = digests.into_iter().flatten().collect();
        Question { pdq, gap, exact, surface, region }
    }
}
