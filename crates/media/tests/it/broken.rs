//! Files that are no pictures, or not whole, or more than is decoded.

use image::{ExtendedColorType, ImageFormat};
use media::{
    Engine, Format, Later, Limits, Settings, Undecodable, hash_trusted_bytes_in_this_process,
};
use proptest::prelude::*;

use crate::draw::{self, SIDE, colour_file, hash};

const ALL: [ImageFormat; 6] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::Gif,
    ImageFormat::WebP,
    ImageFormat::Bmp,
    ImageFormat::Tiff,
];

fn within(limits: Limits, bytes: &[u8]) -> Result<media::PicturePrint, Undecodable> {
    hash_trusted_bytes_in_this_process(bytes, Settings { limits, ..Settings::default() }).picture
}

#[test]
fn what_is_no_picture_says_so_and_has_digests() {
    assert_eq!(hash(b""), Err(Undecodable::Empty));
    assert_eq!(hash(b"hello"), Err(Undecodable::NotAPicture));
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    assert_eq!(hash(heic), Err(Undecodable::NotYet(Later::Heic)));
    let hashed = hash_trusted_bytes_in_this_process(heic, Settings::default());
    assert_eq!(hashed.digests.size, 24);
}

#[test]
fn a_file_cut_off_is_damaged_and_a_jpeg_is_hashed_as_far_as_it_goes() {
    for format in ALL {
        let whole = colour_file(format);
        let cut = &whole[..whole.len() / 2];
        match (format, hash(cut)) {
            (ImageFormat::Jpeg, Ok(print)) => assert!(!print.whole),
            (_, Err(Undecodable::Damaged(..))) => {}
            (_, other) => panic!("{format:?}: {other:?}"),
        }
        assert!(hash(&whole).unwrap().whole, "{format:?}");
    }
}

/// A decoder may leave out what it does not find and say nothing, as here, where a scan begins once more in the
/// middle of the first: no pixel of another person's picture may stand there.
#[test]
fn nothing_of_an_earlier_picture_is_hashed_with_a_broken_one() {
    let white = vec![255; 3 * SIDE * SIDE];
    let before = draw::file(ImageFormat::Jpeg, &white, ExtendedColorType::Rgb8);
    let whole = colour_file(ImageFormat::Jpeg);
    let head = whole.windows(2).position(|two| two == [0xff, 0xda]).unwrap();
    let scan = head + 14;
    for part in 1..20 {
        let middle = scan + (whole.len() - scan) * part / 20;
        let twice = [&whole[..middle], &whole[head..scan], &whole[middle..]].concat();
        let mut kept = Engine::new(Settings::default());
        kept.print(&before).unwrap();
        let fresh = Engine::new(Settings::default()).print(&twice);
        assert_eq!(kept.print(&twice), fresh, "a second scan after {part} of 20 parts");
    }
}

#[test]
fn an_opening_alone_is_damaged() {
    for opening in [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"II*\0"] {
        let found = hash(opening);
        assert!(matches!(found, Err(Undecodable::Damaged(..))), "{opening:?}: {found:?}");
    }
}

#[test]
fn more_pixels_or_bytes_or_memory_than_the_limits_are_refused() {
    let default = Limits::default();
    for format in ALL {
        let bytes = colour_file(format);
        let count = (SIDE * SIDE) as u64;
        assert!(within(Limits { pixels: count, ..default }, &bytes).is_ok(), "{format:?}");
        let found = within(Limits { pixels: count - 1, ..default }, &bytes);
        let expected = Undecodable::TooManyPixels { width: 203, height: 203, most: count - 1 };
        assert_eq!(found, Err(expected), "{format:?}");
        let found = within(Limits { memory: 1 << 20, ..default }, &bytes);
        assert!(matches!(found, Err(Undecodable::TooMuchMemory(_))), "{format:?}: {found:?}");
        let size = bytes.len() as u64;
        let found = within(Limits { bytes: size - 1, ..default }, &bytes);
        assert_eq!(found, Err(Undecodable::TooManyBytes { size, most: size - 1 }));
    }
}

/// A few hundred bytes that speak of four thousand million pixels.
#[test]
fn a_picture_that_claims_to_be_huge_is_refused_by_its_header() {
    let mut png = colour_file(ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    let sum = crc32(&png[12..29]).to_be_bytes();
    png[29..33].copy_from_slice(&sum);
    let mut gif = colour_file(ImageFormat::Gif);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    let mut bmp = colour_file(ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(&[0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0]);
    for bytes in [png, gif, bmp] {
        let found = hash(&bytes);
        assert!(matches!(found, Err(Undecodable::TooManyPixels { .. })), "{found:?}");
    }
}

/// As PNG asks for it, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let turn = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    let byte = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |crc, _| turn(crc));
    !bytes.iter().fold(!0, byte)
}

#[test]
fn frames_are_counted_to_a_bound() {
    let mut gif = Vec::new();
    let mut encoder = gif::Encoder::new(&mut gif, 8, 8, &[0, 0, 0, 255, 255, 255]).unwrap();
    for _ in 0..media::MOST_FRAMES + 5 {
        let frame = gif::Frame::from_indexed_pixels(8, 8, vec![1; 64], None);
        encoder.write_frame(&frame).unwrap();
    }
    drop(encoder);
    assert_eq!(hash(&gif).unwrap().frames, media::MOST_FRAMES);
}

/// Its only entry points back to itself.
#[test]
fn a_tiff_in_a_circle_comes_to_an_end() {
    let mut tiff = colour_file(ImageFormat::Tiff);
    let start = u32::from_le_bytes(*tiff[4..].first_chunk().unwrap());
    let at = usize::try_from(start).unwrap();
    let entries = usize::from(u16::from_le_bytes([tiff[at], tiff[at + 1]]));
    let next = at + 2 + entries * 12;
    tiff[next..next + 4].copy_from_slice(&start.to_le_bytes());
    let found = hash(&tiff);
    assert!(matches!(found, Err(Undecodable::Damaged(Format::Tiff, _))), "{found:?}");
}

#[test]
fn a_small_picture_has_quality_nought() {
    let mut out = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 300).write_to(&mut out, ImageFormat::Png).unwrap();
    let print = hash(out.get_ref()).unwrap();
    assert_eq!((print.quality, print.fingerprint().0), (0, [0; 32]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever happens to a file, there is an answer.
    #[test]
    fn spoilt_files_give_an_answer(
        which in 0usize..6,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut: prop::sample::Index,
    ) {
        let mut bytes = colour_file(ALL[which]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len() - cut.index(bytes.len()) / 4);
        let limits = Limits { pixels: 1 << 22, ..Limits::default() };
        let found = within(limits, &bytes);
        if let Err(error) = found {
            let said = error.to_string();
            prop_assert!(!said.is_empty() && !said.contains(char::is_control));
        }
    }
}
