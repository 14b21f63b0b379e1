//! Every format but JPEG, by `image`.

use std::io::Cursor;

use image::error::ImageError;
use image::{ImageDecoder, ImageFormat, ImageReader};

use super::{fits, frames, make_room, rgb};
use crate::hashed::Frame;
use crate::undecodable::words;
use crate::{Format, Limits, Undecodable};

/// Decodes the first picture of a file.
pub fn decode(
    format: Format,
    bytes: &[u8],
    limits: &Limits,
    pixels: &mut Vec<u8>,
) -> Result<(Frame, usize), Undecodable> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), name(format));
    let mut bounds = image::Limits::default();
    bounds.max_alloc = Some(limits.memory);
    reader.limits(bounds);
    let undecodable = |error| undecodable(format, limits, error);
    let decoder = reader.into_decoder().map_err(undecodable)?;
    let (width, height) = decoder.dimensions();
    let colours = decoder.color_type();
    let length = decoder.total_bytes();
    fits((width, height), length, bytes, limits)?;
    make_room(pixels, usize::try_from(length).unwrap_or(usize::MAX), limits)?;
    decoder.read_image(pixels).map_err(undecodable)?;
    let channels = rgb::compact(pixels, colours)
        .ok_or_else(|| Undecodable::Unsupported(format, words(&format!("{colours:?}"))))?;
    let frames = frames::count(format, bytes, limits);
    Ok((Frame { format, width, height, frames, whole: true }, channels))
}

fn name(format: Format) -> ImageFormat {
    match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Gif => ImageFormat::Gif,
        Format::WebP => ImageFormat::WebP,
        Format::Bmp => ImageFormat::Bmp,
        Format::Tiff => ImageFormat::Tiff,
    }
}

fn undecodable(format: Format, limits: &Limits, error: ImageError) -> Undecodable {
    match error {
        ImageError::Unsupported(error) => Undecodable::Unsupported(format, words(&error)),
        ImageError::Limits(_) => Undecodable::TooMuchMemory(limits.memory),
        other => Undecodable::Damaged(format, words(&other)),
    }
}
