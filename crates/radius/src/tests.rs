//! Tables and scans beside a naive twin, on every path, for lists of every shape.

use proptest::prelude::*;

use crate::hash::{Entry, Hash, LARGEST_DISTANCE, Words, words};
use crate::path::Path;
use crate::planes::Planes;
use crate::scan::Found;
use crate::tables::{Tables, Work};

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

pub(crate) fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (*state ^ *state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}

fn random(state: &mut u64) -> Words {
    std::array::from_fn(|_| mix(state))
}

fn flip(words: &mut Words, bits: u64, state: &mut u64) {
    for _ in 0..bits {
        let bit = mix(state) % 256;
        words[usize::try_from(bit / 64).unwrap()] ^= 1 << (bit % 64);
    }
}

/// Exactly so many bits changed.
fn at_distance(words: &Words, distance: u32, state: &mut u64) -> Words {
    let mut far = *words;
    while twin_distance(&far, words) < distance {
        let bit = mix(state) % 256;
        let word = usize::try_from(bit / 64).unwrap();
        far[word] = far[word] & !(1 << (bit % 64)) | (!words[word] & 1 << (bit % 64));
    }
    far
}

/// Bit by bit.
fn twin_distance(one: &Words, two: &Words) -> u32 {
    let bit = |words: &Words, at: usize| words[at / 64] >> (at % 64) & 1;
    (0..256).map(|at| u32::from(bit(one, at) != bit(two, at))).sum()
}

/// One after the other, without an idea.
fn twin(rows: &[Words], query: &Words, distance: u32) -> Vec<Found> {
    let all = (0..).zip(rows).map(|(number, row)| (number, twin_distance(row, query)));
    all.filter(|(_, found)| *found <= distance).collect()
}

fn planes(rows: &mut [Words]) -> Planes {
    rows.sort_unstable();
    let mut planes = Planes::zeros(rows.len()).unwrap();
    for (at, [a, b, c, d]) in rows.iter().enumerate() {
        (planes.head[at], planes.tail[at]) = ([*a, *b], [*c, *d]);
    }
    planes
}

/// A list of a shape.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Uniform,
    /// A few hashes and what is near to them.
    Clusters,
    /// All have the same bits from one place to another.
    SharedBits(usize),
    /// One hash over and over, among others.
    Repeated,
    /// Hashes with very few bits set.
    Sparse,
}

const SHAPES: [Shape; 6] = [
    Shape::Uniform,
    Shape::Clusters,
    Shape::SharedBits(0),
    Shape::SharedBits(2),
    Shape::Repeated,
    Shape::Sparse,
];

fn list(shape: Shape, count: usize, state: &mut u64) -> Vec<Words> {
    let seeds: Vec<Words> = (0..8).map(|_| random(state)).collect();
    let one = |at: usize, state: &mut u64| {
        let mut row = random(state);
        match shape {
            Shape::Uniform => {}
            Shape::Clusters => {
                row = seeds[at % seeds.len()];
                let bits = mix(state) % 24;
                flip(&mut row, bits, state);
            }
            Shape::SharedBits(word) => row[word] = seeds[0][word],
            Shape::Repeated if at.is_multiple_of(3) => row = seeds[0],
            Shape::Repeated => {}
            Shape::Sparse => {
                row = [0; 4];
                let bits = mix(state) % 20;
                flip(&mut row, bits, state);
            }
        }
        row
    };
    (0..count).map(|at| one(at, state)).collect()
}

/// Compares every path's scan and tables with the twin.
fn compare(shape: Shape, count: usize, chunks: u32, distance: u32, seed: u64) -> usize {
    let mut state = seed;
    let mut rows = list(shape, count, &mut state);
    let planes = planes(&mut rows);
    let tables = Tables::with_chunks(&planes, chunks).unwrap();
    let mut looked_up = 0;
    for at in 0..6 {
        let near = rows[usize::try_from(mix(&mut state)).unwrap() % rows.len()];
        let query = match at {
            0 => random(&mut state),
            1 => near,
            2 => at_distance(&near, distance, &mut state),
            3 => at_distance(&near, distance + 1, &mut state),
            _ => {
                let bits = (mix(&mut state) % u64::from(distance + 1)).try_into().unwrap();
                at_distance(&near, bits, &mut state)
            }
        };
        let expected = twin(&rows, &query, distance);
        for path in paths() {
            let what =
                format!("{shape:?}, {count} in {chunks} chunks, {distance}, {}", path.name());
            let mut found = vec![Vec::new()];
            path.scan(&planes, &[query], distance, &mut found);
            assert_eq!(found[0], expected, "scan: {what}");
            let mut found = Vec::new();
            let mut work = Work { query: &query, distance, found: &mut found };
            if path.look_up(&tables, &planes, &mut work) {
                assert_eq!(found, expected, "tables: {what}");
                looked_up += 1;
            } else {
                assert!(found.is_empty(), "what is left to a scan is not half done: {what}");
            }
        }
    }
    looked_up
}

#[test]
fn tables_and_scans_find_what_the_twin_finds_at_every_distance() {
    let looked_up: usize = (0..=LARGEST_DISTANCE)
        .map(|distance| compare(Shape::Uniform, 30_000, 16, distance, 5))
        .sum();
    // Below the distance at which a scan of so few is faster, the tables answer.
    assert!(looked_up > 300, "{looked_up}");
}

#[test]
fn every_number_of_chunks_finds_what_the_twin_finds() {
    for chunks in 11..=16 {
        assert!(compare(Shape::Uniform, 40_000, chunks, 12, 7) > 0, "{chunks}");
    }
}

#[test]
fn skewed_lists_are_searched_as_exactly() {
    for shape in SHAPES {
        for distance in [0, 1, 15, 31] {
            compare(shape, 20_000, 16, distance, 11);
        }
    }
}

#[test]
fn short_lists_are_searched_as_exactly() {
    for count in [1, 2, 3, 7, 64] {
        for shape in SHAPES {
            compare(shape, count, 16, 31, 3);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_list_is_searched_exactly(
        shape in 0usize..SHAPES.len(),
        count in 1usize..12_000,
        chunks in 13u32..=16,
        distance in 0u32..=LARGEST_DISTANCE,
        seed: u64,
    ) {
        compare(SHAPES[shape], count, chunks, distance, seed);
    }
}

#[test]
fn words_are_bytes_in_the_same_order() {
    let mut hash: Hash = [0; 32];
    (hash[0], hash[31]) = (0x80, 1);
    assert_eq!(words(&hash), [1 << 63, 0, 0, 1]);
    assert_eq!(crate::hash::bytes(&words(&hash)), hash);
}

#[test]
fn nothing_prints_a_hash() {
    let shown = format!("{:?}", Entry { hash: [0xab; 32], label: 3 });
    assert_eq!(shown, "Entry(3)");
}
