//! What a file gives.

use pdq::Fingerprint;
use serde::{Deserialize, Serialize};

use crate::{Digests, Format, Undecodable};

/// Digests of a file, and the fingerprint of its picture or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hashed {
    /// Of every byte of the file.
    pub digests: Digests,
    /// Of its pixels.
    pub picture: Result<PicturePrint, Undecodable>,
}

/// The fingerprint of a picture, and what it was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PicturePrint {
    /// What the file is.
    pub format: Format,
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Pictures in the file: frames of an animation, pages of a TIFF. Only the first is hashed. Counting
    /// ends at [`MOST_FRAMES`](crate::MOST_FRAMES).
    pub frames: u32,
    /// False when the decoder had to forgive an error, most often because a JPEG is cut off: the
    /// fingerprint is of what could be decoded.
    pub whole: bool,
    /// PDQ's quality, 0 to 100; below [`pdq::LEAST_QUALITY`] a fingerprint matches too much.
    pub quality: u8,
    /// The bytes of the fingerprints in all orientations.
    prints: [[u8; 32]; 8],
}

impl PicturePrint {
    /// From what a decoder says and what PDQ gives.
    pub(crate) fn new(frame: Frame, prints: [pdq::Print; 8]) -> Self {
        let Frame { format, width, height, frames, whole } = frame;
        let quality = prints[0].quality;
        let prints = prints.map(|own| own.fingerprint.0);
        Self { format, width, height, frames, whole, quality, prints }
    }

    /// The fingerprint of the picture as it is stored; an orientation noted in EXIF is not applied.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(self.prints[0])
    }

    /// The fingerprints in all orientations, in the order of [`pdq::Orientation::ALL`].
    pub fn orientations(&self) -> [Fingerprint; 8] {
        self.prints.map(Fingerprint)
    }
}

/// What is known of a decoded picture beside its pixels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub format: Format,
    pub width: u32,
    pub height: u32,
    pub frames: u32,
    pub whole: bool,
}
