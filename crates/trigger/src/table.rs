//! A set of hashes that answers fast when the answer is no.

/// Bits of the filter for each slot of the table.
const FILTER_BITS: usize = 8;

/// Hashes of entries. Most questions end at the filter, a bitmap that fits into a near cache; the
/// rest look into an open-addressed table that is at most half full.
pub(crate) struct Table {
    filter: Vec<u64>,
    slots: Vec<u128>,
    shift: u32,
}

impl Table {
    /// A table of these hashes. A hash of zero would look like an empty slot; it is kept as one.
    pub fn new(hashes: &[u128]) -> Self {
        let size = (2 * hashes.len()).next_power_of_two().max(64);
        let shift = 64 - size.trailing_zeros();
        let mut table =
            Self { filter: vec![0; size * FILTER_BITS / 64], slots: vec![0; size], shift };
        for hash in hashes {
            table.insert((*hash).max(1));
        }
        table
    }

    fn insert(&mut self, hash: u128) {
        let (word, bit) = self.bit(hash);
        self.filter[word] |= bit;
        let mut at = self.home(hash);
        while self.slots[at] != 0 && self.slots[at] != hash {
            at = (at + 1) & (self.slots.len() - 1);
        }
        self.slots[at] = hash;
    }

    /// Whether a hash is in it.
    pub fn has(&self, hash: u128) -> bool {
        let hash = hash.max(1);
        let (word, bit) = self.bit(hash);
        if self.filter[word] & bit == 0 {
            return false;
        }
        let mut at = self.home(hash);
        while self.slots[at] != 0 {
            if self.slots[at] == hash {
                return true;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        false
    }

    fn home(&self, hash: u128) -> usize {
        ((hash as u64) >> self.shift) as usize
    }

    /// The filter uses the half of the hash that the table does not.
    fn bit(&self, hash: u128) -> (usize, u64) {
        let at = (hash >> 64) as u64 & (self.filter.len() as u64 * 64 - 1);
        ((at / 64) as usize, 1 << (at % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn it_is_a_set(hashes in prop::collection::btree_set(any::<u128>(), 0..200), asked: Vec<u128>) {
            let list: Vec<u128> = hashes.iter().copied().collect();
            let table = Table::new(&list);
            let known: BTreeSet<u128> = hashes.iter().map(|hash| (*hash).max(1)).collect();
            for hash in asked.into_iter().chain(list) {
                prop_assert_eq!(table.has(hash), known.contains(&hash.max(1)));
            }
        }
    }
}
