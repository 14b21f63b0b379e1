//! Bit for bit beside the reference, a slow twin, and each path beside the others.

use proptest::prelude::*;

use crate::dct::Frequencies;
use crate::jarosz::Buffers;
use crate::picture::Source;
use crate::{Hasher, Mode, Orientation, Path, Picture, luma};

/// What the reference computed; `tests/reference/README.md` says how.
const REFERENCE: &str = include_str!("../tests/reference/prints.txt");

fn mix(x: u64) -> u64 {
    let x = (x ^ x >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let x = (x ^ x >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    x ^ x >> 33
}

/// Waves and a little noise, in whole numbers.
fn value(x: u64, y: u64, channel: u64, (width, height): (u64, u64), seed: u64) -> u8 {
    let wave = |at: u64| {
        let r = mix(seed * 64 + channel * 8 + at);
        let t = x * (r % 7) * 256 / width + y * ((r >> 8) % 7) * 256 / height + ((r >> 16) % 512);
        let t = t % 512;
        if t < 256 { t } else { 511 - t }
    };
    let noise = mix(seed << 48 ^ channel << 40 ^ y << 20 ^ x) % 32;
    let both = (0..4).map(wave).sum::<u64>() / 4 + noise;
    u8::try_from(both).unwrap_or(255)
}

fn pixels(width: usize, height: usize, channels: usize, seed: u64) -> Vec<u8> {
    let [w, h, c] = [width, height, channels].map(|own| u64::try_from(own).unwrap());
    let each = (0..h).flat_map(|y| (0..w).flat_map(move |x| (0..c).map(move |c| (x, y, c))));
    each.map(|(x, y, c)| value(x, y, c, (w, h), seed)).collect()
}

fn picture(pixels: &[u8], width: usize, height: usize, channels: usize) -> Picture<'_> {
    let made = if channels == 1 { Picture::grey } else { Picture::rgb };
    made(pixels, width, height).unwrap()
}

fn frequencies(path: Path, picture: &Picture<'_>) -> Frequencies {
    path.work(&Source::Pixels(picture), &mut Buffers::default()).frequencies
}

/// The paths that this processor has; one that must run and cannot fails the test.
fn paths() -> Vec<Path> {
    let all = Path::all();
    if let Ok(must) = std::env::var("SUOJA_MUST_RUN") {
        for name in must.split(',') {
            let there = all.iter().any(|path| path.name() == name);
            assert!(there, "SUOJA_MUST_RUN names {name}, which this processor cannot run");
        }
    }
    all
}

#[test]
fn every_float_and_every_bit_is_the_references() {
    let mut seen = 0;
    for line in REFERENCE.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<usize>().unwrap();
        let (width, height, channels) = (number(0), number(1), number(2));
        let bytes = pixels(width, height, channels, words[3].parse().unwrap());
        let picture = picture(&bytes, width, height, channels);
        for path in paths() {
            let at = format!("{width}x{height}x{channels} by {}", path.name());
            let print = Hasher::new().by(path).hash(&picture);
            assert_eq!(usize::from(print.quality), number(4), "{at}");
            let floats = frequencies(path, &picture);
            let sum =
                floats.as_flattened().iter().fold(0, |sum, f| mix(sum ^ u64::from(f.to_bits())));
            assert_eq!(format!("{sum:016x}"), words[5], "{at}: a float differs");
            assert_eq!(print.fingerprint.to_string(), words[6], "{at}");
            // The reference filters 64 × 64 pixels for its orientations, and not for its hash.
            if (width, height) != (64, 64) {
                let all = Hasher::new().by(path).hash_all(&picture);
                let all = all.map(|own| own.fingerprint.to_string());
                assert_eq!(all.each_ref().map(String::as_str), words[6..14], "{at}");
            }
            seen += 1;
        }
    }
    assert!(seen >= 88, "{seen} pictures");
}

/// One line after the other, each place's sum as the paper draws it; then what is taken of it all.
fn twin(picture: &Picture<'_>) -> Vec<f32> {
    let (width, height) = (picture.width, picture.height);
    let mut luma = vec![0.0; width * height];
    luma::plain(picture.pixels, picture.channels, &mut luma);
    for _ in 0..2 {
        for row in 0..height {
            let line: Vec<f32> = luma[row * width..(row + 1) * width].to_vec();
            luma[row * width..(row + 1) * width].copy_from_slice(&mean_line(&line));
        }
        for column in 0..width {
            let line: Vec<f32> = (0..height).map(|row| luma[row * width + column]).collect();
            let means = mean_line(&line).into_iter().enumerate();
            means.for_each(|(row, mean)| luma[row * width + column] = mean);
        }
    }
    let middle = |at: usize, side: usize| {
        let middle = (at as f64 + 0.5) * side as f64 / 64.0;
        middle as usize
    };
    let places = (0..64 * 64).map(|at| (middle(at / 64, height), middle(at % 64, width)));
    places.map(|(row, column)| luma[row * width + column]).collect()
}

/// Sum by sum: what comes in at the right edge is added, then what leaves at the left is taken off.
fn mean_line(line: &[f32]) -> Vec<f32> {
    let window = line.len().div_ceil(128);
    let ahead = (window + 2) / 2 - 1;
    let (mut sum, mut count) = (0.0f32, 0.0f32);
    let mut means = Vec::new();
    for at in 0..line.len() + ahead {
        if let Some(value) = line.get(at) {
            sum += value;
            count += 1.0;
        }
        if let Some(left) = at.checked_sub(window) {
            sum -= line[left];
            count -= 1.0;
        }
        if at >= ahead {
            means.push(sum / count);
        }
    }
    means
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_path_filters_like_the_slow_twin(
        width in 5usize..700,
        height in 5usize..700,
        seed in 0u64..1000,
        colour: bool,
    ) {
        let channels = if colour { 3 } else { 1 };
        let bytes = pixels(width, height, channels, seed);
        let picture = picture(&bytes, width, height, channels);
        let expected: Vec<u32> = twin(&picture).iter().map(|own| own.to_bits()).collect();
        for path in paths() {
            let work = path.work(&Source::Pixels(&picture), &mut Buffers::default());
            let found: Vec<u32> =
                work.averages.as_flattened().iter().map(|own| own.to_bits()).collect();
            if (width, height) != (64, 64) {
                prop_assert!(found == expected, "{} at {width}x{height}", path.name());
            }
        }
    }
}

#[test]
fn buffers_of_a_larger_picture_change_nothing() {
    let (large, small) = (pixels(300, 200, 3, 1), pixels(90, 70, 3, 2));
    let small = picture(&small, 90, 70, 3);
    let mut hasher = Hasher::new();
    hasher.hash(&picture(&large, 300, 200, 3));
    assert_eq!(hasher.hash(&small), Hasher::new().hash(&small));
    assert_eq!(hasher.hash(&small).quality, hasher.hash_all(&small)[0].quality);
}

#[test]
fn what_is_too_small_gives_nothing() {
    for (width, height) in [(4, 4), (1, 300), (300, 4), (0, 0)] {
        let bytes = pixels(width, height, 1, 1);
        let print = Hasher::new().hash(&picture(&bytes, width, height, 1));
        assert_eq!((print.quality, print.fingerprint.0), (0, [0; 32]));
    }
}

#[test]
fn lengths_that_do_not_fit_are_errors() {
    assert!(Picture::rgb(&[0; 74], 5, 5).is_err());
    assert!(Picture::grey(&[0; 24], 5, 5).is_err());
    assert!(Picture::grey(&[], usize::MAX, 2).is_err());
    assert!(Picture::grey(&[], 1 << 15, 1 << 15).is_err());
}

/// Of the eight, the one that is nearest to the print of a turned picture is the one of that name. They are
/// not equal: the filter and the choice of pixels are not the same from both ends.
#[test]
fn orientations_are_those_of_turned_pictures() {
    let bytes = pixels(256, 256, 1, 7);
    let all = Hasher::new().hash_all(&picture(&bytes, 256, 256, 1));
    let turned = |from: &dyn Fn(usize, usize) -> (usize, usize)| {
        let each = (0..256).flat_map(|y| (0..256).map(move |x| (x, y)));
        let turned: Vec<u8> =
            each.map(|(x, y)| from(x, y)).map(|(x, y)| bytes[y * 256 + x]).collect();
        Hasher::new().hash(&picture(&turned, 256, 256, 1)).fingerprint
    };
    let by_hand = [
        (Orientation::FlipX, turned(&|x, y| (x, 255 - y))),
        (Orientation::FlipY, turned(&|x, y| (255 - x, y))),
        (Orientation::FlipPlus1, turned(&|x, y| (y, x))),
        (Orientation::Rotate180, turned(&|x, y| (255 - x, 255 - y))),
    ];
    for (orientation, expected) in by_hand {
        let nearest = (0..8).min_by_key(|at| all[*at].fingerprint.distance(&expected)).unwrap();
        assert_eq!(Orientation::ALL[nearest], orientation);
    }
}

#[test]
fn reference_512_takes_pixels_by_nearest_neighbour_and_leaves_small_pictures_alone() {
    let small = pixels(512, 300, 3, 3);
    let small = picture(&small, 512, 300, 3);
    let full = Hasher::new().hash(&small);
    assert_eq!(Hasher::new().in_mode(Mode::Reference512).hash(&small), full);
    let large = pixels(1024, 640, 3, 3);
    let taken: Vec<u8> = (0..512)
        .flat_map(|y| (0..512).map(move |x| (x * 2, y * 640 / 512)))
        .flat_map(|(x, y)| large[(y * 1024 + x) * 3..][..3].to_vec())
        .collect();
    let large = picture(&large, 1024, 640, 3);
    let by_hand = Hasher::new().hash(&picture(&taken, 512, 512, 3));
    assert_eq!(Hasher::new().in_mode(Mode::Reference512).hash(&large), by_hand);
}

/// Lengths around the eight pixels that are worked on together, and every value of a channel.
#[test]
fn luma_is_the_same_by_every_path() {
    for length in (0..40).chain([256, 1000]) {
        let bytes = pixels(length.max(1), 1, 3, 5);
        let bytes = &bytes[..length * 3];
        let mut expected = vec![0.0; length];
        luma::plain(bytes, 3, &mut expected);
        #[cfg(target_arch = "x86_64")]
        if paths().len() > 1 {
            let mut found = vec![0.0; length];
            // SAFETY: every path but the plain one has AVX2.
            #[expect(unsafe_code, reason = "the processor was asked")]
            unsafe {
                luma::avx2(bytes, 3, &mut found);
            }
            let bits = |all: &[f32]| all.iter().map(|own| own.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&found), bits(&expected), "{length} pixels");
        }
    }
}
