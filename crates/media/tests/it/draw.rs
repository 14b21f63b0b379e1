//! Pictures drawn by code, and files of them.

use std::io::Cursor;

use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat};
use media::{PicturePrint, Settings, Undecodable, hash_trusted_bytes_in_this_process};
use pdq::{Fingerprint, Hasher, Picture};

/// Side of the pictures: no multiple of eight or sixteen, as life has it.
pub const SIDE: usize = 203;

/// Red, green and blue of a picture with something in it: discs and bands.
pub fn rgb() -> Vec<u8> {
    let channel = |x: usize, y: usize, channel: usize| {
        let disc =
            |cx: usize, cy: usize, r: usize| x.abs_diff(cx).pow(2) + y.abs_diff(cy).pow(2) < r * r;
        let inside = [disc(60, 50, 40), disc(150, 90, 30), disc(80, 160, 35)];
        let bands = (x / 17 + y / 23 * 3 + channel) % 5 * 20;
        let discs: usize =
            inside.iter().enumerate().map(|(at, own)| usize::from(*own) * (40 + 30 * at)).sum();
        u8::try_from((20 + bands + discs + channel * 9).min(255)).unwrap()
    };
    let each = (0..SIDE * SIDE).flat_map(|at| (0..3).map(move |c| (at % SIDE, at / SIDE, c)));
    each.map(|(x, y, c)| channel(x, y, c)).collect()
}

/// The picture's greens, as a picture in grey.
pub fn grey() -> Vec<u8> {
    rgb().chunks(3).map(|pixel| pixel[1]).collect()
}

/// A file of pixels.
pub fn file(format: ImageFormat, pixels: &[u8], colours: ExtendedColorType) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let side = u32::try_from(SIDE).unwrap();
    match format {
        ImageFormat::Png => {
            let encoder = image::codecs::png::PngEncoder::new(&mut out);
            encoder.write_image(pixels, side, side, colours).unwrap();
        }
        other => {
            image::write_buffer_with_format(&mut out, pixels, side, side, colours, other).unwrap();
        }
    }
    out.into_inner()
}

/// A file of the picture in colour.
pub fn colour_file(format: ImageFormat) -> Vec<u8> {
    let side = u32::try_from(SIDE).unwrap();
    let picture = image::RgbImage::from_raw(side, side, rgb()).unwrap();
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// What the file gives.
pub fn hash(bytes: &[u8]) -> Result<PicturePrint, Undecodable> {
    hash_trusted_bytes_in_this_process(bytes, Settings::default()).picture
}

/// PDQ of red, green and blue, without any file.
pub fn pdq_of_rgb(pixels: &[u8]) -> Fingerprint {
    let print = Hasher::new().hash(&Picture::rgb(pixels, SIDE, SIDE).unwrap());
    assert!(print.quality >= pdq::LEAST_QUALITY, "the picture says something: {}", print.quality);
    print.fingerprint
}

/// PDQ of grey, without any file.
pub fn pdq_of_grey(pixels: &[u8]) -> Fingerprint {
    Hasher::new().hash(&Picture::grey(pixels, SIDE, SIDE).unwrap()).fingerprint
}
