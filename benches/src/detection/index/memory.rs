//! What memory gives, and how much of it there is.

use std::fs;
use std::hint::black_box;
use std::time::Instant;

use anyhow::{Context, Result};
use rayon::prelude::*;

/// Times that memory is read; the best counts.
const TIMES: usize = 5;
/// Words that one core reads at a time.
const PIECE: usize = 1 << 20;

/// Bytes a second.
#[derive(Clone, Copy)]
pub struct Bandwidth {
    /// Read by one core.
    pub one_core: f64,
    /// Read by all cores at once.
    pub all_cores: f64,
}

/// How fast so many words of eight bytes are read, which is the limit of whatever reads a whole list.
pub fn bandwidth(words: usize) -> Bandwidth {
    let memory: Vec<u64> = (0..words as u64).into_par_iter().collect();
    let bytes = 8.0 * words as f64;
    let best = |read: &dyn Fn() -> u64| {
        let time = || {
            let begun = Instant::now();
            black_box(read());
            bytes / begun.elapsed().as_secs_f64()
        };
        (0..TIMES).map(|_| time()).fold(0.0, f64::max)
    };
    Bandwidth {
        one_core: best(&|| memory.chunks(PIECE).map(sum).fold(0, u64::wrapping_add)),
        all_cores: best(&|| memory.par_chunks(PIECE).map(sum).reduce(|| 0, u64::wrapping_add)),
    }
}

/// Eight sums side by side, so that no addition waits for the one before.
fn sum(words: &[u64]) -> u64 {
    let mut sums = [0u64; 8];
    for eight in words.as_chunks::<8>().0 {
        sums.iter_mut().zip(eight).for_each(|(sum, word)| *sum ^= word);
    }
    sums.iter().fold(0, |all, sum| all ^ sum)
}

/// Bytes that programs may still take.
///
/// # Errors
/// When the kernel does not tell.
pub fn available() -> Result<u64> {
    kibibytes("/proc/meminfo", "MemAvailable:")
}

/// Bytes of this process in memory.
///
/// # Errors
/// When the kernel does not tell.
pub fn in_use() -> Result<u64> {
    kibibytes("/proc/self/status", "VmRSS:")
}

fn kibibytes(file: &str, name: &str) -> Result<u64> {
    let text = fs::read_to_string(file)?;
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let word = line.and_then(|rest| rest.split_whitespace().next());
    let count: u64 = word.with_context(|| format!("{file} has no {name}"))?.parse()?;
    Ok(1024 * count)
}
