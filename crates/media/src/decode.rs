//! From the bytes of a picture to its pixels: grey or red, green and blue, a byte each.
//!
//! | stored | taken |
//! |---|---|
//! | palette (PNG, GIF, BMP) | the colour that the palette has for it |
//! | CMYK and YCCK JPEG | inverted as Adobe writes them, then each colour times black / 255 |
//! | 16 bits a channel | the upper 8 |
//! | 1, 2 and 4 bits of grey | spread over 0 to 255 |
//! | floating point (TIFF) | 0 to 1 spread over 0 to 255, what lies outside cut off |
//! | alpha | dropped; the colour below it stays, as other programs for PDQ do |
//! | grey | stays grey: PDQ takes it as the luma, as the reference does |
//! | EXIF orientation | not applied, as in the reference; the eight fingerprints can be searched |
//! | several frames or pages | the first, on the whole canvas; of an animated PNG what is shown where nothing moves |

mod frames;
mod jpeg;
mod other;
mod rgb;
mod scaled;

use crate::format::Kind;
use crate::hashed::Frame;
use crate::{Format, Limits, Undecodable};

pub use frames::MOST_FRAMES;
pub use scaled::decode_scaled;

/// Bytes that a worker needs beside the file and its pixels: the program itself, tables, the rows that PDQ
/// has under way.
const BESIDE: u64 = 96 << 20;

/// Decodes a picture into the buffer, which keeps its room from one to the next. The pixels are at its
/// beginning; the number says whether they are of one or three bytes.
///
/// # Errors
/// Why it cannot be decoded.
pub fn decode(
    bytes: &[u8],
    limits: &Limits,
    pixels: &mut Vec<u8>,
) -> Result<(Frame, usize), Undecodable> {
    if bytes.is_empty() {
        return Err(Undecodable::Empty);
    }
    let format = match Kind::of(bytes) {
        Kind::Picture(format) => format,
        Kind::Later(kind) => return Err(Undecodable::NotYet(kind)),
        Kind::Unknown => return Err(Undecodable::NotAPicture),
    };
    match format {
        Format::Jpeg => jpeg::decode(bytes, limits, pixels),
        other => other::decode(other, bytes, limits, pixels),
    }
}

/// Whether a picture is within the limits, before its pixels are made room for.
fn fits(
    (width, height): (u32, u32),
    bytes_of_pixels: u64,
    file: &[u8],
    limits: &Limits,
) -> Result<(), Undecodable> {
    let count = u64::from(width) * u64::from(height);
    if count > limits.pixels {
        return Err(Undecodable::TooManyPixels { width, height, most: limits.pixels });
    }
    let needed = bytes_of_pixels.saturating_add(file.len() as u64).saturating_add(BESIDE);
    if needed > limits.memory {
        return Err(Undecodable::TooMuchMemory(limits.memory));
    }
    Ok(())
}

/// Makes the buffer exactly so long, all of it zero, and says so when there is no room. A decoder leaves out
/// what a damaged file lacks, and nothing of the picture before may stand there.
fn make_room(pixels: &mut Vec<u8>, length: usize, limits: &Limits) -> Result<(), Undecodable> {
    pixels.clear();
    if pixels.try_reserve_exact(length).is_err() {
        return Err(Undecodable::TooMuchMemory(limits.memory));
    }
    pixels.resize(length, 0);
    Ok(())
}
