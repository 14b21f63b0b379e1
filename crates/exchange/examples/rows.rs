//! How many rows of a flat list are read in a second, beside the naive twin.
//!
//! `cargo run --release -p exchange --example rows [MILLIONS]`: that many million rows (10 unless said),
//! pdq, md5, sha1 and sha256 in turn, from memory. Both readers must find the same number of rows.

use std::io::{BufReader, Read, Write};
use std::time::{Duration, Instant};

use exchange::{Rows, Shape};

#[path = "../tests/it/twin.rs"]
mod twin;

/// Rows of the piece that is repeated.
const PIECE: usize = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let millions = std::env::args().nth(1).map_or(Ok(10), |text| text.parse::<usize>())?;
    let piece = piece();
    let times = millions * 1_000_000 / PIECE;
    let list = || BufReader::with_capacity(1 << 16, Repeated { piece: &piece, at: 0, times });
    let (rows, read) = measure(|| {
        let shape = Shape::Flat { kind: None };
        Rows::new(list(), &shape).map_or(0, |rows| rows.filter(Result::is_ok).count())
    });
    let (twins, naive) = measure(|| twin::rows(list()).flatten().count());
    assert_eq!((rows, twins), (times * PIECE, times * PIECE), "both read every row");
    let rate = |time: Duration| rows as f64 / time.as_secs_f64() / 1e6;
    writeln!(
        std::io::stdout(),
        "{rows} rows: {:.2} million rows/s, naive twin {:.2} million rows/s ({:.1} times)",
        rate(read),
        rate(naive),
        naive.as_secs_f64() / read.as_secs_f64()
    )?;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "this measures; the room itself asks no clock")]
fn measure<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

/// Invented hashes: a linear congruential generator, the same each time.
fn piece() -> Vec<u8> {
    let mut state = 1_u64;
    let mut word = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:016x}", state ^ (state >> 29))
    };
    let kinds = [("pdq", 64), ("md5", 32), ("sha1", 40), ("sha256", 64)];
    let mut text = String::new();
    for (kind, length) in kinds.into_iter().cycle().take(PIECE) {
        let digits: String = (0..4).map(|_| word()).collect();
        text.push_str(&format!("{kind} {}\n", &digits[..length]));
    }
    text.into_bytes()
}

/// A piece of a list, again and again.
struct Repeated<'a> {
    piece: &'a [u8],
    at: usize,
    times: usize,
}

impl Read for Repeated<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.piece.len() {
            self.at = 0;
            self.times -= 1;
        }
        if self.times == 0 {
            return Ok(0);
        }
        let read = (&self.piece[self.at..]).read(into)?;
        self.at += read;
        Ok(read)
    }
}
