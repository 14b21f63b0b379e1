//! JPEG, by the decoder that `image` uses too, asked without its copy of the file.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;

use super::{fits, make_room};
use crate::hashed::Frame;
use crate::undecodable::words;
use crate::{Format, Limits, Undecodable};

/// Decodes by the letter of the standard; where that fails, once more with forgiveness, as browsers do.
pub fn decode(
    bytes: &[u8],
    limits: &Limits,
    pixels: &mut Vec<u8>,
) -> Result<(Frame, usize), Undecodable> {
    let strict = attempt(bytes, limits, pixels, true);
    match strict {
        Err(Undecodable::Damaged(..)) => attempt(bytes, limits, pixels, false),
        other => other,
    }
}

fn attempt(
    bytes: &[u8],
    limits: &Limits,
    pixels: &mut Vec<u8>,
    strict: bool,
) -> Result<(Frame, usize), Undecodable> {
    let options = DecoderOptions::default()
        .set_strict_mode(strict)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(undecodable)?;
    let (width, height) = size(&decoder).ok_or_else(|| damaged("it has no size"))?;
    let (colours, channels) = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => (ColorSpace::Luma, 1),
        _ => (ColorSpace::RGB, 3),
    };
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    let length = u64::from(width) * u64::from(height) * channels;
    fits((width, height), length, bytes, limits)?;
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    make_room(pixels, length, limits)?;
    decoder.decode_into(pixels).map_err(undecodable)?;
    let frame = Frame { format: Format::Jpeg, width, height, frames: 1, whole: strict };
    Ok((frame, if channels == 1 { 1 } else { 3 }))
}

fn size(decoder: &JpegDecoder<ZCursor<&[u8]>>) -> Option<(u32, u32)> {
    let (width, height) = decoder.dimensions()?;
    Some((u32::try_from(width).ok()?, u32::try_from(height).ok()?))
}

fn damaged(what: &str) -> Undecodable {
    Undecodable::Damaged(Format::Jpeg, what.to_owned())
}

fn undecodable(error: DecodeErrors) -> Undecodable {
    match error {
        DecodeErrors::Unsupported(kind) => {
            Undecodable::Unsupported(Format::Jpeg, words(&format!("{kind:?}")))
        }
        other => damaged(&words(&other)),
    }
}
