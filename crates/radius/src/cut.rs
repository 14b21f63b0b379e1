//! How a hash is cut into chunks, and how far apart a chunk may be.
//!
//! **Pigeonhole.** Cut a hash into chunks and give each a radius, so that the radii plus one sum up to the
//! distance plus one. If two hashes differ in no more bits than the distance, there is a chunk in which they
//! differ in no more bits than its radius: otherwise each chunk had at least radius + 1 of them, which are
//! too many. A radius of −1 says that a chunk is not looked at.
//!
//! **Ring.** More is true. Let c be the bits that differ in a chunk, less radius + 1. Over all chunks c sums
//! up to less than nothing. Go around the ring of chunks and add: from the place after the last highest sum
//! on, every partial sum is below zero. So there is a chunk that is within its radius *and* that, together
//! with the next one, differs in at most the two radii plus one. (Qin and Xiao, *Pigeonring: A Principle for
//! Faster Thresholded Similarity Search*, PVLDB 12, 2018, for whole numbers.) What is known of the next
//! chunk therefore throws out almost everything that a chunk alone would let through.

use crate::hash::{BITS, Words};

/// Most bits in which a chunk is looked up; beyond, a scan is faster.
pub(crate) const LARGEST_RADIUS: usize = 3;

/// A run of bits of a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub start: u32,
    pub width: u32,
}

impl Chunk {
    /// The chunk's bits, and after them so many more, around the ring.
    #[inline(always)]
    pub fn with_next(self, words: &Words, more: u32) -> u64 {
        window(words, self.start, self.width + more)
    }
}

/// Up to 64 bits from a place on, around the ring; the first is the highest.
#[inline(always)]
fn window(words: &Words, start: u32, length: u32) -> u64 {
    let at = (start / 64) as usize % 4;
    let both = u128::from(words[at]) << 64 | u128::from(words[(at + 1) % 4]);
    let cut = (both << (start % 64)) >> (128 - length);
    #[expect(clippy::cast_possible_truncation, reason = "at most 64 bits are left")]
    let cut = cut as u64;
    cut
}

/// So many chunks, as even as can be, the wider ones first.
pub(crate) fn chunks(count: u32) -> Vec<Chunk> {
    let (width, wider) = (BITS / count, BITS % count);
    let mut start = 0;
    let chunk = |at| {
        let chunk = Chunk { start, width: width + u32::from(at < wider) };
        start += chunk.width;
        chunk
    };
    (0..count).map(chunk).collect()
}

/// How many chunks serve so many hashes. At a distance of 31 sixteen chunks are looked up with one bit changed
/// and no more: few places, with many signatures side by side at each. From twenty million hashes on memory
/// counts for more, and fewer chunks take less; there are more places to look at, and fewer hashes at each.
pub(crate) fn chunk_count(hashes: usize) -> u32 {
    match hashes {
        0..20_000_000 => 16,
        20_000_000..60_000_000 => 12,
        _ => 11,
    }
}

/// The radius of each chunk for a distance, so that the least is looked at among so many hashes; with what
/// it costs, in the time that a place takes. `None` where a radius would be too large.
pub(crate) fn radii(chunks: &[Chunk], hashes: usize, distance: u32) -> Option<(Vec<i32>, f64)> {
    let mut radii = vec![-1; chunks.len()];
    let mut cost = 0.0;
    for _ in 0..=distance {
        let next = |at: usize| marginal(chunks[at].width, radii[at] + 1, hashes);
        let cheapest = (0..chunks.len()).min_by(|a, b| next(*a).total_cmp(&next(*b)))?;
        cost += next(cheapest);
        radii[cheapest] += 1;
    }
    let largest = i32::try_from(LARGEST_RADIUS).unwrap_or(i32::MAX);
    radii.iter().all(|radius| *radius <= largest).then_some((radii, cost))
}

/// What it costs to look at everything that differs in exactly so many bits of a chunk.
fn marginal(width: u32, bits: i32, hashes: usize) -> f64 {
    /// What an entry costs, of what a place does.
    const ENTRY: f64 = 0.03;
    let places = (0..bits).fold(1.0, |places, at| {
        places * (f64::from(width) - f64::from(at)) / (f64::from(at) + 1.0)
    });
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let each = hashes as f64 / f64::from(width).exp2();
    places * (1.0 + ENTRY * each)
}

/// All words of a width with so many bits set, in order: places that are near lie near.
pub(crate) fn masks(width: u32, bits: usize) -> Vec<u32> {
    let mut all = Vec::new();
    let mut open = vec![(0u32, 0u32, bits)];
    while let Some((mask, from, left)) = open.pop() {
        if left == 0 {
            all.push(mask);
            continue;
        }
        open.extend((from..width).map(|bit| (mask | 1 << bit, bit + 1, left - 1)));
    }
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chunks_cover_every_bit_once() {
        for count in 10..=16 {
            let chunks = chunks(count);
            let mut next = 0;
            for chunk in &chunks {
                assert_eq!(chunk.start, next);
                next += chunk.width;
            }
            assert_eq!((next, chunks.len()), (BITS, count as usize));
        }
    }

    #[test]
    fn masks_are_all_words_of_so_many_bits() {
        for (width, bits, count) in [(16, 0, 1), (16, 1, 16), (24, 2, 276), (21, 3, 1330)] {
            let masks = masks(width, bits);
            assert_eq!(masks.len(), count);
            assert!(masks.is_sorted_by(|a, b| a < b));
            assert!(masks.iter().all(|mask| mask.count_ones() as usize == bits));
        }
    }

    #[test]
    fn radii_sum_up_to_the_distance() {
        for count in 10..=16 {
            for distance in 0..=47 {
                let Some((radii, _)) = radii(&chunks(count), 10_000_000, distance) else {
                    continue;
                };
                let sum: i32 = radii.iter().map(|radius| radius + 1).sum();
                assert_eq!(sum, i32::try_from(distance).unwrap() + 1);
            }
        }
        assert!(radii(&chunks(11), 10_000_000, 31).is_some());
    }

    proptest! {
        /// The principle itself, on what differs between two hashes, for any radii.
        #[test]
        fn some_chunk_and_the_next_are_near(
            differs in proptest::collection::vec(0usize..256, 0..=47),
            count in 10u32..=16,
        ) {
            let chunks = chunks(count);
            let mut mask: Words = [0; 4];
            for bit in differs {
                mask[bit / 64] |= 1 << (63 - bit % 64);
            }
            let distance: u32 = mask.iter().map(|word| word.count_ones()).sum();
            let Some((radii, _)) = radii(&chunks, 1_000_000, distance) else { return Ok(()) };
            let bits = |at: usize| {
                i32::try_from(chunks[at].with_next(&mask, 0).count_ones()).unwrap()
            };
            let found = (0..chunks.len()).any(|at| {
                let next = (at + 1) % chunks.len();
                bits(at) <= radii[at] && bits(at) + bits(next) <= radii[at] + radii[next] + 1
            });
            prop_assert!(found);
        }
    }
}
