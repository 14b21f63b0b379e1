//! Every kind of pixels is what its colours say, by a conversion done here by hand.

use image::{ExtendedColorType, ImageFormat};
use media::{Format, PicturePrint};
use pdq::{Fingerprint, Hasher, Picture};

use crate::draw::{SIDE, colour_file, file, grey, hash, pdq_of_grey, pdq_of_rgb, rgb};
use crate::jpeg;

const SIDE_U32: u32 = 203;

/// A palette of 64 colours in no order that would resemble brightness, and the picture's pixels in it.
fn palette() -> (Vec<[u8; 3]>, Vec<u8>, Vec<u8>) {
    let colour = |at: usize| {
        let place = at * 37 % 64;
        [place * 4, place * 3 + 20, 255 - place].map(|own| u8::try_from(own).unwrap())
    };
    let colours: Vec<[u8; 3]> = (0..64).map(colour).collect();
    let indices: Vec<u8> = grey().iter().map(|own| own / 4).collect();
    let looked_up = indices.iter().flat_map(|at| colours[usize::from(*at)]).collect();
    (colours, indices, looked_up)
}

fn check(print: &PicturePrint, format: Format, expected: Fingerprint) {
    assert_eq!((print.format, print.width, print.height), (format, SIDE_U32, SIDE_U32));
    assert_eq!(print.fingerprint(), expected);
    assert!(print.whole && print.frames == 1);
    assert!(print.quality >= pdq::LEAST_QUALITY);
}

#[test]
fn every_format_without_loss_gives_the_fingerprint_of_its_pixels() {
    let cases = [
        (ImageFormat::Png, Format::Png),
        (ImageFormat::WebP, Format::WebP),
        (ImageFormat::Bmp, Format::Bmp),
        (ImageFormat::Tiff, Format::Tiff),
    ];
    for (file, format) in cases {
        check(&hash(&colour_file(file)).unwrap(), format, pdq_of_rgb(&rgb()));
    }
}

#[test]
fn a_jpeg_gives_the_fingerprint_of_what_another_way_of_decoding_gives() {
    let bytes = colour_file(ImageFormat::Jpeg);
    let pixels = image::load_from_memory(&bytes).unwrap().to_rgb8().into_raw();
    check(&hash(&bytes).unwrap(), Format::Jpeg, pdq_of_rgb(&pixels));
    let bytes = file(ImageFormat::Jpeg, &grey(), ExtendedColorType::L8);
    let pixels = image::load_from_memory(&bytes).unwrap().to_luma8().into_raw();
    check(&hash(&bytes).unwrap(), Format::Jpeg, pdq_of_grey(&pixels));
}

/// The peer hashes the numbers of a palette's entries; its answer would be far from the picture.
#[test]
fn palettes_are_looked_up() {
    let (colours, indices, looked_up) = palette();
    let expected = pdq_of_rgb(&looked_up);
    assert!(pdq_of_grey(&indices).distance(&expected) > 60, "the numbers are another picture");
    let gif = {
        let mut out = Vec::new();
        let side = u16::try_from(SIDE).unwrap();
        let mut encoder = gif::Encoder::new(&mut out, side, side, colours.as_flattened()).unwrap();
        let frame = gif::Frame::from_indexed_pixels(side, side, indices.clone(), None);
        encoder.write_frame(&frame).unwrap();
        drop(encoder);
        out
    };
    check(&hash(&gif).unwrap(), Format::Gif, expected);
    check(&hash(&indexed_png(&colours, &indices)).unwrap(), Format::Png, expected);
    check(&hash(&indexed_bmp(&colours, &indices)).unwrap(), Format::Bmp, expected);
}

fn indexed_png(colours: &[[u8; 3]], indices: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, SIDE_U32, SIDE_U32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colours.as_flattened().to_vec());
    encoder.write_header().unwrap().write_image_data(indices).unwrap();
    out
}

/// Eight bits a pixel, rows from the bottom, each filled up to four bytes.
fn indexed_bmp(colours: &[[u8; 3]], indices: &[u8]) -> Vec<u8> {
    let number = |own: usize| u32::try_from(own).unwrap().to_le_bytes();
    let row = SIDE.next_multiple_of(4);
    let start = 14 + 40 + colours.len() * 4;
    let mut out = b"BM".to_vec();
    for own in [start + row * SIDE, 0, start, 40, SIDE, SIDE] {
        out.extend(number(own));
    }
    out.extend([1, 0, 8, 0]);
    for own in [0, row * SIDE, 2835, 2835, colours.len(), 0] {
        out.extend(number(own));
    }
    out.extend(colours.iter().flat_map(|[r, g, b]| [*b, *g, *r, 0]));
    for line in indices.chunks(SIDE).rev() {
        out.extend(line);
        out.extend(vec![0; row - SIDE]);
    }
    out
}

/// Squares of a picture that fills them: 26 in a row.
const ACROSS: usize = 26;

fn squares(of: impl Fn(usize, usize) -> usize) -> Vec<u8> {
    let each = (0..ACROSS * ACROSS).map(|at| of(at % ACROSS, at / ACROSS));
    each.map(|own| u8::try_from(own % 256).unwrap()).collect()
}

/// Spread over eight by eight pixels each.
fn spread(pixel: impl Fn(usize) -> [u8; 3]) -> Vec<u8> {
    let side = ACROSS * 8;
    let square = |at: usize| at / side / 8 * ACROSS + at % side / 8;
    (0..side * side).flat_map(|at| pixel(square(at))).collect()
}

fn pdq_of_squares(pixels: &[u8]) -> Fingerprint {
    let side = ACROSS * 8;
    let print = Hasher::new().hash(&Picture::rgb(pixels, side, side).unwrap());
    assert!(print.quality >= pdq::LEAST_QUALITY);
    print.fingerprint
}

/// The peer hashes cyan, magenta, yellow as if they were red, green, blue: every bit comes out turned.
#[test]
fn cmyk_is_taken_as_adobe_writes_it() {
    let stored = [
        squares(|x, y| 40 + (x * 9 + y * 3) % 200),
        squares(|x, y| 30 + (x * y) % 220),
        squares(|x, y| 60 + (x / 5 * 31 + y / 7 * 57) % 190),
        squares(|x, y| 120 + (x / 9 + y / 6) % 4 * 40),
    ];
    let times = |one: u8, black: u8| {
        let product = u32::from(one) * u32::from(black);
        u8::try_from((product + 127) / 255).unwrap()
    };
    let by_hand = spread(|at| [0, 1, 2].map(|own: usize| times(stored[own][at], stored[3][at])));
    let inks = spread(|at| [0, 1, 2].map(|own: usize| 255 - stored[own][at]));
    let expected = pdq_of_squares(&by_hand);
    assert!(pdq_of_squares(&inks).distance(&expected) > 128, "inks are nearly the opposite");
    for adobe in [Some(0), None] {
        let print = hash(&jpeg::of_squares(&stored, ACROSS, adobe)).unwrap();
        assert_eq!((print.width, print.height), (208, 208));
        assert!(print.whole);
        assert!(print.fingerprint().distance(&expected) <= 2, "Adobe's marker: {adobe:?}");
    }
}

#[test]
fn ycck_is_taken_as_adobe_writes_it() {
    let stored = [
        squares(|x, y| 50 + (x * 7 + y * 4) % 160),
        squares(|x, y| 118 + (x + y) % 20),
        squares(|x, y| 118 + (x * 3 + y / 2) % 20),
        squares(|x, y| 120 + (x / 9 + y / 6) % 4 * 40),
    ];
    let by_hand = spread(|at| {
        let [y, cb, cr, k] = [0, 1, 2, 3].map(|own: usize| f64::from(stored[own][at]));
        let (cb, cr) = (cb - 128.0, cr - 128.0);
        let inks = [y + 1.402 * cr, y - 0.344_136 * cb - 0.714_136 * cr, y + 1.772 * cb];
        // The marker stands for inks turned round: what is computed is what is missing of each.
        inks.map(|own| ((255.0 - own.clamp(0.0, 255.0)) * k / 255.0).round() as u8)
    });
    let print = hash(&jpeg::of_squares(&stored, ACROSS, Some(2))).unwrap();
    assert!(print.fingerprint().distance(&pdq_of_squares(&by_hand)) <= 2);
}

#[test]
fn a_jpeg_that_stores_red_green_and_blue_is_taken_so() {
    let stored = [
        squares(|x, y| 40 + (x * 9 + y * 3) % 200),
        squares(|x, y| 30 + (x * y) % 220),
        squares(|x, y| 60 + (x / 5 * 31 + y / 7 * 57) % 190),
    ];
    let by_hand = spread(|at| [0, 1, 2].map(|own: usize| stored[own][at]));
    let print = hash(&jpeg::of_squares(&stored, ACROSS, Some(0))).unwrap();
    assert_eq!(print.fingerprint(), pdq_of_squares(&by_hand));
}

#[test]
fn of_sixteen_bits_the_upper_eight_are_taken() {
    let lower = |at: usize| u8::try_from(at * 91 % 256).unwrap();
    let widened = |pixels: &[u8]| -> Vec<u8> {
        let both = pixels.iter().enumerate();
        both.flat_map(|(at, own)| u16::from_be_bytes([*own, lower(at)]).to_ne_bytes()).collect()
    };
    for (name, format) in [(ImageFormat::Png, Format::Png), (ImageFormat::Tiff, Format::Tiff)] {
        let bytes = file(name, &widened(&grey()), ExtendedColorType::L16);
        check(&hash(&bytes).unwrap(), format, pdq_of_grey(&grey()));
        let bytes = file(name, &widened(&rgb()), ExtendedColorType::Rgb16);
        check(&hash(&bytes).unwrap(), format, pdq_of_rgb(&rgb()));
    }
}

#[test]
fn alpha_is_dropped_and_the_colour_below_it_kept() {
    let alpha = |at: usize| u8::try_from(at * 7 % 256).unwrap();
    let with_alpha: Vec<u8> = rgb()
        .chunks(3)
        .enumerate()
        .flat_map(|(at, own)| [own[0], own[1], own[2], alpha(at)])
        .collect();
    for (name, format) in [(ImageFormat::Png, Format::Png), (ImageFormat::WebP, Format::WebP)] {
        let bytes = file(name, &with_alpha, ExtendedColorType::Rgba8);
        check(&hash(&bytes).unwrap(), format, pdq_of_rgb(&rgb()));
    }
    let grey_alpha: Vec<u8> =
        grey().iter().enumerate().flat_map(|(at, own)| [*own, alpha(at)]).collect();
    let bytes = file(ImageFormat::Png, &grey_alpha, ExtendedColorType::La8);
    check(&hash(&bytes).unwrap(), Format::Png, pdq_of_grey(&grey()));
}

#[test]
fn few_bits_of_grey_are_spread() {
    for (depth, bits) in
        [(png::BitDepth::One, 1), (png::BitDepth::Two, 2), (png::BitDepth::Four, 4)]
    {
        let most = (1u8 << bits) - 1;
        let small: Vec<u8> = grey().iter().map(|own| own >> (8 - bits)).collect();
        let spread: Vec<u8> = small.iter().map(|own| own * (255 / most)).collect();
        let mut packed = Vec::new();
        for line in small.chunks(SIDE) {
            let each = line.chunks(8 / bits);
            packed.extend(each.map(|few| {
                let one = |(at, own): (usize, &u8)| own << (8 - bits * (at + 1));
                few.iter().enumerate().map(one).sum::<u8>()
            }));
        }
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, SIDE_U32, SIDE_U32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(depth);
        encoder.write_header().unwrap().write_image_data(&packed).unwrap();
        let print = hash(&out).unwrap();
        assert_eq!(print.fingerprint(), pdq_of_grey(&spread), "{bits} bits");
    }
}

#[test]
fn a_tiff_of_inks_or_of_floats_becomes_red_green_and_blue() {
    use tiff::encoder::{TiffEncoder, colortype};
    let inks: Vec<u8> =
        rgb().chunks(3).flat_map(|own| [255 - own[0], 255 - own[1], 255 - own[2], 0]).collect();
    let mut out = std::io::Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut out).unwrap();
    encoder.write_image::<colortype::CMYK8>(SIDE_U32, SIDE_U32, &inks).unwrap();
    check(&hash(out.get_ref()).unwrap(), Format::Tiff, pdq_of_rgb(&rgb()));
    let floats: Vec<f32> = rgb().iter().map(|own| f32::from(*own) / 255.0).collect();
    let mut out = std::io::Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut out).unwrap();
    encoder.write_image::<colortype::RGB32Float>(SIDE_U32, SIDE_U32, &floats).unwrap();
    check(&hash(out.get_ref()).unwrap(), Format::Tiff, pdq_of_rgb(&rgb()));
}

#[test]
fn an_orientation_noted_in_exif_is_not_applied() {
    let plain = colour_file(ImageFormat::Jpeg);
    let tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let body = [&b"Exif\0\0"[..], tiff].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    let turned = [&plain[..2], &[0xff, 0xe1], &length, &body, &plain[2..]].concat();
    use image::ImageDecoder;
    let mut decoder = image::codecs::jpeg::JpegDecoder::new(std::io::Cursor::new(&turned)).unwrap();
    assert_eq!(decoder.orientation().unwrap(), image::metadata::Orientation::Rotate90);
    assert_eq!(hash(&turned), hash(&plain));
}

#[test]
fn of_an_animation_the_first_frame_is_hashed_and_all_are_counted() {
    let (colours, indices, looked_up) = palette();
    let other: Vec<u8> = indices.iter().map(|own| 63 - own).collect();
    let side = u16::try_from(SIDE).unwrap();
    let mut gif = Vec::new();
    let mut encoder = gif::Encoder::new(&mut gif, side, side, colours.as_flattened()).unwrap();
    for pixels in [&indices, &other, &other] {
        let frame = gif::Frame::from_indexed_pixels(side, side, pixels.clone(), None);
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, SIDE_U32, SIDE_U32);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colours.as_flattened().to_vec());
    encoder.set_animated(3, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    for pixels in [&indices, &other, &other] {
        writer.write_image_data(pixels).unwrap();
    }
    writer.finish().unwrap();
    for bytes in [gif, png] {
        let print = hash(&bytes).unwrap();
        assert_eq!(print.frames, 3, "{}", print.format);
        assert_eq!(print.fingerprint(), pdq_of_rgb(&looked_up), "{}", print.format);
    }
    let print = hash(&animated_webp()).unwrap();
    assert_eq!((print.frames, print.fingerprint()), (2, pdq_of_rgb(&rgb())));
    let mut tiff = std::io::Cursor::new(Vec::new());
    let mut encoder = tiff::encoder::TiffEncoder::new(&mut tiff).unwrap();
    for pixels in [rgb(), rgb().iter().map(|own| 255 - own).collect()] {
        let rgb =
            encoder.write_image::<tiff::encoder::colortype::RGB8>(SIDE_U32, SIDE_U32, &pixels);
        rgb.unwrap();
    }
    let print = hash(tiff.get_ref()).unwrap();
    assert_eq!((print.frames, print.fingerprint()), (2, pdq_of_rgb(&rgb())));
}

/// The picture, then its greens as a second frame.
fn animated_webp() -> Vec<u8> {
    let chunk = |name: &[u8; 4], body: &[u8]| {
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let filling = vec![0; body.len() % 2];
        [&name[..], &length, body, &filling].concat()
    };
    let [side, _, _, _] = (SIDE_U32 - 1).to_le_bytes();
    let size = [side, 0, 0, side, 0, 0];
    let greens: Vec<u8> = grey().iter().flat_map(|own| [*own; 3]).collect();
    let frame = |pixels: &[u8]| {
        // The still picture's one chunk comes after twelve bytes of container.
        let still = file(ImageFormat::WebP, pixels, ExtendedColorType::Rgb8);
        let head = [&[0; 6][..], &size, &[100, 0, 0, 2]].concat();
        chunk(b"ANMF", &[&head, &still[12..]].concat())
    };
    let head = chunk(b"VP8X", &[&[2, 0, 0, 0][..], &size].concat());
    let frames = [frame(&rgb()), frame(&greens)].concat();
    let all = [&b"WEBP"[..], &head, &chunk(b"ANIM", &[0; 6]), &frames].concat();
    chunk(b"RIFF", &all)
}

#[test]
fn the_eight_orientations_are_those_of_pdq() {
    let print = hash(&colour_file(ImageFormat::Png)).unwrap();
    let pixels = rgb();
    let expected = Hasher::new().hash_all(&Picture::rgb(&pixels, SIDE, SIDE).unwrap());
    assert_eq!(print.orientations(), expected.map(|own| own.fingerprint));
}
