//! Pixels as they come in.

use crate::luma;

/// Most pixels of a picture: 2^28, which is 16,384 × 16,384.
const MOST_PIXELS: usize = 1 << 28;

/// A picture whose pixels are there, row by row from the top, without gaps.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    pub(crate) pixels: &'a [u8],
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) channels: usize,
}

/// Pixels that are no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// As many bytes as width, height and channels ask for are not there.
    #[error("{width} × {height} pixels of {channels} bytes each are not {found} bytes")]
    Length {
        /// Pixels in a row.
        width: usize,
        /// Rows.
        height: usize,
        /// Bytes of a pixel.
        channels: usize,
        /// Bytes that were given.
        found: usize,
    },
    /// More pixels than this room takes.
    #[error("{0} pixels are more than {MOST_PIXELS}")]
    TooLarge(usize),
}

impl<'a> Picture<'a> {
    /// Red, green and blue, a byte each.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn rgb(pixels: &'a [u8], width: usize, height: usize) -> Result<Self, PictureError> {
        Self::new(pixels, width, height, 3)
    }

    /// One byte a pixel, taken as the luma.
    ///
    /// # Errors
    /// [`PictureError`].
    pub fn grey(pixels: &'a [u8], width: usize, height: usize) -> Result<Self, PictureError> {
        Self::new(pixels, width, height, 1)
    }

    fn new(
        pixels: &'a [u8],
        width: usize,
        height: usize,
        channels: usize,
    ) -> Result<Self, PictureError> {
        let count = width.saturating_mul(height);
        if count > MOST_PIXELS {
            return Err(PictureError::TooLarge(count));
        }
        if count * channels != pixels.len() {
            let found = pixels.len();
            return Err(PictureError::Length { width, height, channels, found });
        }
        Ok(Self { pixels, width, height, channels })
    }

    /// Luma of `side` × `side` pixels by nearest neighbour: the pixel at ⌊i · width / side⌋.
    pub(crate) fn luma_of(&self, side: usize, into: &mut Vec<f32>) {
        into.clear();
        let columns: Vec<usize> =
            (0..side).map(|at| at * self.width / side * self.channels).collect();
        for row in 0..side {
            let from = row * self.height / side * self.width * self.channels;
            let line = &self.pixels[from..from + self.width * self.channels];
            into.extend(columns.iter().map(|at| match line[*at..] {
                [red, green, blue, ..] if self.channels == 3 => luma::of(red, green, blue),
                [grey, ..] => f32::from(grey),
                [] => 0.0,
            }));
        }
    }
}

/// Where rows of luma come from.
pub(crate) enum Source<'a> {
    /// From pixels, when they are asked for.
    Pixels(&'a Picture<'a>),
    /// They are there, of a square with this side.
    Square(&'a [f32], usize),
}

impl Source<'_> {
    /// Width and height.
    pub(crate) fn size(&self) -> (usize, usize) {
        match self {
            Self::Pixels(picture) => (picture.width, picture.height),
            Self::Square(_, side) => (*side, *side),
        }
    }

    /// Luma of as many rows as there is room for, from this one on.
    #[inline(always)]
    pub(crate) fn rows(
        &self,
        first: usize,
        into: &mut [f32],
        luma: impl Fn(&[u8], usize, &mut [f32]),
    ) {
        match self {
            Self::Pixels(picture) => {
                let [from, length] =
                    [first * picture.width, into.len()].map(|own| own * picture.channels);
                luma(&picture.pixels[from..from + length], picture.channels, into);
            }
            Self::Square(square, side) => {
                into.copy_from_slice(&square[first * side..][..into.len()]);
            }
        }
    }
}
