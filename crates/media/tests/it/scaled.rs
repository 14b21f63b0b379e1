//! Large JPEG decoded at a fraction of their size, when that is asked for.

use media::{Recipe, Settings, hash_trusted_bytes_in_this_process};
use pdq::{Hasher, Picture};

use crate::jpeg::of_squares;

fn settings() -> Settings {
    Settings { recipe: Recipe::ScaledDecode, ..Settings::default() }
}

/// Squares of invented brightness.
fn squares(across: usize, down: usize) -> Vec<u8> {
    let value = |at: usize| {
        let (x, y) = (at % across, at / across);
        u8::try_from((x * x / 3 + y * 7 + x * y / 5) % 256).unwrap()
    };
    (0..across * down).map(value).collect()
}

/// A picture of these squares, each so many pixels wide.
fn drawn(squares: &[u8], across: usize, side: usize) -> Vec<u8> {
    let down = squares.len() / across;
    let each = (0..down * side).flat_map(|y| (0..across * side).map(move |x| (x, y)));
    each.map(|(x, y)| squares[y / side * across + x / side]).collect()
}

#[test]
fn a_large_jpeg_is_hashed_at_the_fraction_that_is_large_enough() {
    for (across, down, part) in [(128, 130, 2), (256, 280, 4), (512, 513, 8)] {
        let squares = squares(across, down);
        let file = of_squares(std::slice::from_ref(&squares), across, None);
        let side = 8 / part;
        let pixels = drawn(&squares, across, side);
        let expected = Hasher::new()
            .hash_all(&Picture::grey(&pixels, across * side, down * side).unwrap())
            .map(|print| print.fingerprint);
        let found = hash_trusted_bytes_in_this_process(&file, settings()).picture.unwrap();
        assert_eq!(found.orientations(), expected, "at a {part}th");
        let size = (u32::try_from(across * 8).unwrap(), u32::try_from(down * 8).unwrap());
        assert_eq!((found.width, found.height), size, "the size is the file's");
    }
}

#[test]
fn what_is_small_or_has_four_colours_is_decoded_whole() {
    let small = of_squares(&[squares(100, 100)], 100, None);
    let four: Vec<Vec<u8>> = (0..4).map(|_| squares(130, 130)).collect();
    let four = of_squares(&four, 130, Some(0));
    for file in [small, four] {
        let full = hash_trusted_bytes_in_this_process(&file, Settings::default());
        assert_eq!(hash_trusted_bytes_in_this_process(&file, settings()), full);
    }
}
