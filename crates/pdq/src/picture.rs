//! Pixels as they come in.

/// Most pixels of a picture: 2^28, which is 16,384 × 16,384. The hasher takes eight bytes for each.
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

    /// Luma of every pixel: 0.299 R + 0.587 G + 0.114 B in single precision, from the left.
    #[inline(always)]
    pub(crate) fn luma(&self, into: &mut Vec<f32>) {
        into.resize(self.width * self.height, 0.0);
        if self.channels == 1 {
            into.iter_mut().zip(self.pixels).for_each(|(luma, grey)| *luma = f32::from(*grey));
        } else {
            let pixels = self.pixels.as_chunks::<3>().0;
            into.iter_mut().zip(pixels).for_each(|(luma, [r, g, b])| *luma = of(*r, *g, *b));
        }
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
                [red, green, blue, ..] if self.channels == 3 => of(red, green, blue),
                [grey, ..] => f32::from(grey),
                [] => 0.0,
            }));
        }
    }
}

#[inline(always)]
fn of(red: u8, green: u8, blue: u8) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}
