//! What a worker may use, and which fingerprint it computes.

use serde::{Deserialize, Serialize};

/// Limits of a worker, and the recipe of its fingerprints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Which PDQ.
    pub recipe: Recipe,
    /// What a worker may use.
    pub limits: Limits,
}

/// Which of the recipes that share the name PDQ. Fingerprints of different recipes differ by some bits on
/// the same picture: keep to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Recipe {
    /// The whole picture, as python-threatexchange takes it.
    #[default]
    Full,
    /// [`pdq::Mode::Reference512`], as the reference's command line does.
    Reference512,
    /// A JPEG whose sides are both 1,024 pixels or more is decoded at a half, a quarter or an eighth of its
    /// size, the smallest that leaves both at 512 or more; everything else as in [`Recipe::Full`]. Faster
    /// for large photographs, and not what any list was made with.
    ScaledDecode,
}

impl Recipe {
    /// What is left to the fingerprint of it.
    pub(crate) fn mode(self) -> pdq::Mode {
        match self {
            Self::Full | Self::ScaledDecode => pdq::Mode::Full,
            Self::Reference512 => pdq::Mode::Reference512,
        }
    }
}

/// What a worker may use. Any of them can be raised; memory goes with pixels and bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Most pixels of a picture that is decoded: 2^27 if not said otherwise, 11,585 × 11,585.
    pub pixels: u64,
    /// Most bytes of a file that is decoded; 256 MiB. Larger files have digests and no fingerprint.
    pub bytes: u64,
    /// Bytes of memory that a worker may map, its own program included; 1 GiB.
    pub memory: u64,
    /// Seconds for decoding and hashing a picture, by the clock and of processor time; 20.
    pub seconds: u32,
    /// Files after which a worker is replaced by a fresh one, so that harm done to it does not last; 500.
    pub files: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pixels: 1 << 27, bytes: 256 << 20, memory: 1 << 30, seconds: 20, files: 500 }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { recipe: Recipe::Full, limits: Limits::default() }
    }
}

impl Limits {
    /// Seconds for reading a file and computing its digests: as for a picture, and one for every MiB.
    pub fn seconds_to_read(&self, size: u64) -> u64 {
        u64::from(self.seconds).saturating_add(size >> 20)
    }
}
