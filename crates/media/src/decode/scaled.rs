//! Large JPEG at a fraction of their size: of each block of 8 × 8 pixels only as many frequencies are turned
//! back as the fraction needs.

use jpeg_decoder::{Decoder, PixelFormat};

use super::fits;
use crate::hashed::Frame;
use crate::{Format, Limits};

/// No side becomes shorter than this.
const LEAST: u16 = 512;

/// Decodes a large JPEG into the buffer at a fraction of its size. What is said of it: the frame with its
/// whole size, bytes of a pixel, and width and height of what lies in the buffer. `None` for everything that
/// has to be decoded whole: other formats, small pictures, four colours, and what this decoder refuses.
pub fn decode_scaled(
    bytes: &[u8],
    limits: &Limits,
    pixels: &mut Vec<u8>,
) -> Option<(Frame, usize, (usize, usize))> {
    let mut decoder = Decoder::new(bytes);
    decoder.read_info().ok()?;
    let whole = decoder.info()?;
    let channels = match whole.pixel_format {
        PixelFormat::L8 => 1,
        PixelFormat::RGB24 => 3,
        PixelFormat::L16 | PixelFormat::CMYK32 => return None,
    };
    let (width, height) = (u32::from(whole.width), u32::from(whole.height));
    let length = u64::from(width) * u64::from(height) * channels as u64;
    fits((width, height), length, bytes, limits).ok()?;
    let part = part(whole.width, whole.height)?;
    let (width, height) =
        decoder.scale(whole.width.div_ceil(part), whole.height.div_ceil(part)).ok()?;
    *pixels = decoder.decode().ok()?;
    let frame = Frame {
        format: Format::Jpeg,
        width: whole.width.into(),
        height: whole.height.into(),
        frames: 1,
        whole: true,
    };
    Some((frame, channels, (width.into(), height.into())))
}

/// The largest of 8, 4 and 2 that leaves both sides long enough.
fn part(width: u16, height: u16) -> Option<u16> {
    [8, 4, 2].into_iter().find(|part| width.min(height) / part >= LEAST)
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn both_sides_stay_long_enough() {
        assert_eq!(part(1920, 1080), Some(2));
        assert_eq!(part(4096, 4096), Some(8));
        assert_eq!(part(4000, 2100), Some(4));
        assert_eq!(part(8000, 1023), None);
    }
}
