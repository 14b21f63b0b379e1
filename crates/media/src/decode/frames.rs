//! How many pictures a file holds, without decoding them.

use std::io::Cursor;

use crate::{Format, Limits};

/// Where counting ends.
pub const MOST_FRAMES: u32 = 10_000;

/// The pictures of a file whose first one has been decoded: at least one, at most [`MOST_FRAMES`]. A file
/// that breaks off has those before the break.
pub fn count(format: Format, bytes: &[u8], limits: &Limits) -> u32 {
    let count = match format {
        Format::Gif => gif(bytes),
        Format::Png => png(bytes, limits),
        Format::WebP => webp(bytes),
        Format::Tiff => tiff(bytes),
        Format::Jpeg | Format::Bmp => None,
    };
    count.unwrap_or(1).clamp(1, MOST_FRAMES)
}

fn gif(bytes: &[u8]) -> Option<u32> {
    let mut options = gif::DecodeOptions::new();
    options.skip_frame_decoding(true);
    let mut decoder = options.read_info(Cursor::new(bytes)).ok()?;
    let mut frames = 0;
    while frames < MOST_FRAMES && matches!(decoder.next_frame_info(), Ok(Some(_))) {
        frames += 1;
    }
    Some(frames)
}

fn png(bytes: &[u8], limits: &Limits) -> Option<u32> {
    let bounds = png::Limits { bytes: usize::try_from(limits.memory).ok()? };
    let reader = png::Decoder::new_with_limits(Cursor::new(bytes), bounds).read_info().ok()?;
    Some(reader.info().animation_control?.num_frames)
}

fn webp(bytes: &[u8]) -> Option<u32> {
    Some(image_webp::WebPDecoder::new(Cursor::new(bytes)).ok()?.num_frames())
}

fn tiff(bytes: &[u8]) -> Option<u32> {
    let mut decoder = tiff::decoder::Decoder::new(Cursor::new(bytes)).ok()?;
    let mut frames = 1;
    while frames < MOST_FRAMES && decoder.more_images() && decoder.next_image().is_ok() {
        frames += 1;
    }
    Some(frames)
}
