//! How long a print takes by each path this processor can go, on pixels that are already there:
//! `cargo run --release --package pdq --example speed`. Median of eleven rounds of ten.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]

use std::hint::black_box;
use std::time::Instant;

use pdq::{Hasher, Path, Picture};

fn main() {
    for (width, height, channels) in [(512, 512, 1), (512, 512, 3), (1920, 1080, 3)] {
        let value = |at: usize| u8::try_from(at * 7919 % 251).unwrap();
        let pixels: Vec<u8> = (0..width * height * channels).map(value).collect();
        let made = if channels == 1 { Picture::grey } else { Picture::rgb };
        let picture = made(&pixels, width, height).unwrap();
        for path in Path::all() {
            let ms = median(&mut Hasher::new().by(path), &picture);
            println!("{width} × {height} × {channels}, {}: {ms:.3} ms", path.name());
        }
    }
}

fn median(hasher: &mut Hasher, picture: &Picture<'_>) -> f64 {
    let round = |hasher: &mut Hasher| {
        let began = Instant::now();
        for _ in 0..10 {
            black_box(hasher.hash(black_box(picture)));
        }
        began.elapsed().as_secs_f64() * 100.0
    };
    let mut rounds: Vec<f64> = (0..11).map(|_| round(hasher)).collect();
    rounds.sort_by(f64::total_cmp);
    rounds[5]
}
