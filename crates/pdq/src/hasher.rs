//! From pixels to a print.

use crate::dct::{Averages, Frequencies};
use crate::jarosz::Buffers;
use crate::picture::Source;
use crate::{Fingerprint, Orientation, Path, Picture};

/// Fewest pixels of a side.
pub const LEAST_SIDE: usize = 5;
/// Side of what the reference's command line takes of a large picture.
const REFERENCE_SIDE: usize = 512;
/// Quality from which on a print is used.
pub const LEAST_QUALITY: u8 = 50;

/// Which of the recipes that share the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// The whole picture is filtered: what python-threatexchange computes.
    #[default]
    Full,
    /// A picture with a side longer than 512 is first taken at 512 × 512 pixels by nearest neighbour, as
    /// the reference's command line does.
    Reference512,
}

/// What a picture gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// How much there is in it, 0 to 100.
    pub quality: u8,
}

/// What is left of a picture's pixels.
pub(crate) struct Work {
    pub averages: Averages,
    pub frequencies: Frequencies,
}

/// Hashes pictures; keeps its buffers from one to the next: some rows of the largest, and 256 bytes for each
/// row.
pub struct Hasher {
    buffers: Buffers,
    /// What [`Mode::Reference512`] takes of a large picture.
    square: Vec<f32>,
    path: Path,
    mode: Mode,
}

impl Default for Hasher {
    fn default() -> Self {
        Self::new()
    }
}

impl Hasher {
    /// In full mode, by the fastest path.
    pub fn new() -> Self {
        Self {
            buffers: Buffers::default(),
            square: Vec::new(),
            path: Path::best(),
            mode: Mode::Full,
        }
    }

    /// By another path.
    #[must_use]
    pub fn by(self, path: Path) -> Self {
        Self { path, ..self }
    }

    /// In another mode.
    #[must_use]
    pub fn in_mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }

    /// The print of a picture.
    pub fn hash(&mut self, picture: &Picture<'_>) -> Print {
        let Some(work) = self.work(picture) else { return NOTHING };
        Print { fingerprint: bits(&work.frequencies), quality: quality(&work.averages) }
    }

    /// The prints of a picture in all orientations, in the order of [`Orientation::ALL`], from one
    /// transform. All have the quality of the first.
    pub fn hash_all(&mut self, picture: &Picture<'_>) -> [Print; 8] {
        let Some(work) = self.work(picture) else { return [NOTHING; 8] };
        let quality = quality(&work.averages);
        Orientation::ALL.map(|orientation| Print {
            fingerprint: bits(&orientation.of(&work.frequencies)),
            quality,
        })
    }

    fn work(&mut self, picture: &Picture<'_>) -> Option<Work> {
        let (width, height) = (picture.width, picture.height);
        if width < LEAST_SIDE || height < LEAST_SIDE {
            return None;
        }
        let source = if self.mode == Mode::Reference512 && width.max(height) > REFERENCE_SIDE {
            picture.luma_of(REFERENCE_SIDE, &mut self.square);
            Source::Square(&self.square, REFERENCE_SIDE)
        } else {
            Source::Pixels(picture)
        };
        Some(self.path.work(&source, &mut self.buffers))
    }
}

/// The print of a picture that is too small.
const NOTHING: Print = Print { fingerprint: Fingerprint([0; 32]), quality: 0 };

/// The sum of the differences of neighbours, each in whole hundredths of 255.
fn quality(averages: &Averages) -> u8 {
    let step = |one: f32, two: f32| {
        #[expect(clippy::cast_possible_truncation, reason = "the reference cuts each off")]
        let step = ((one - two) * 100.0 / 255.0) as i32;
        step.unsigned_abs()
    };
    let down = averages.windows(2).flat_map(|pair| pair[0].iter().zip(&pair[1]));
    let across = averages.iter().flat_map(|line| line.iter().zip(&line[1..]));
    let sum: u32 = down.chain(across).map(|(one, two)| step(*one, *two)).sum();
    u8::try_from((sum / 90).min(100)).unwrap_or(100)
}

/// A bit for each frequency above the median, which is the 128th smallest of the 256.
fn bits(frequencies: &Frequencies) -> Fingerprint {
    let mut sorted = *frequencies.as_flattened().first_chunk::<256>().unwrap_or(&[0.0; 256]);
    let (_, median, _) = sorted.select_nth_unstable_by(127, f32::total_cmp);
    let median = *median;
    let mut out = Fingerprint::default();
    for (row, line) in frequencies.iter().enumerate() {
        for (column, value) in line.iter().enumerate() {
            if *value > median {
                out.set(row, column);
            }
        }
    }
    out
}
