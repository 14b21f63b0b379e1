//! Invented hashes, and a list kept in the plainest way.

use std::collections::BTreeSet;

use radius::{Entry, Hash, Hit, Index};

/// Numbers that look random and are the same every time.
pub fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (*state ^ *state >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ x >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ x >> 31
}

pub fn hash(state: &mut u64) -> Hash {
    let mut hash = [0; 32];
    hash.as_chunks_mut::<8>().0.iter_mut().for_each(|eight| *eight = mix(state).to_le_bytes());
    hash
}

pub fn entries(count: u32, seed: u64) -> Vec<Entry> {
    let mut state = seed;
    (0..count).map(|label| Entry { hash: hash(&mut state), label }).collect()
}

/// A hash with so many of its bits changed, from the front.
pub fn near(hash: &Hash, bits: usize) -> Hash {
    let mut near = *hash;
    (0..bits).for_each(|bit| near[bit * 3 / 8] ^= 1 << (bit * 3 % 8));
    near
}

/// The list as a set: what the index must equal.
#[derive(Default, Clone)]
pub struct Twin(pub BTreeSet<Entry>);

impl Twin {
    pub fn search(&self, hash: &Hash, distance: u32) -> Vec<Hit> {
        let differ = |own: &Hash| {
            own.iter().zip(hash).map(|(one, two)| (one ^ two).count_ones()).sum::<u32>()
        };
        let hit = |entry: &Entry| Hit {
            distance: differ(&entry.hash),
            hash: entry.hash,
            label: entry.label,
        };
        let mut hits: Vec<Hit> =
            self.0.iter().map(hit).filter(|hit| hit.distance <= distance).collect();
        hits.sort();
        hits
    }

    /// Fails unless the index finds what the twin finds, around these hashes and elsewhere.
    pub fn equals(&self, index: &Index, around: &[Hash]) {
        let mut state = 99;
        let elsewhere = hash(&mut state);
        for own in around.iter().chain([&elsewhere]) {
            for bits in [0, 9, 31, 32] {
                let query = near(own, bits);
                let found = index.search(&query, 31).unwrap();
                assert_eq!(found, self.search(&query, 31), "{bits} bits away");
            }
        }
        let all: Vec<Hash> = around.iter().map(|own| near(own, 17)).collect();
        let found = index.search_many(&all, 31).unwrap();
        assert_eq!(found, all.iter().map(|own| self.search(own, 31)).collect::<Vec<_>>());
    }
}
