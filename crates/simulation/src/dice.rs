//! The one source of chance: ChaCha20 from the specification's seed.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Chance that falls the same way on every machine and under every release of the libraries:
/// only the stream of ChaCha20 is theirs, what is made of it stands here.
pub(crate) struct Dice(ChaCha20Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        Self(ChaCha20Rng::from_seed(key))
    }

    /// A whole number below `end`; 0 if there is none. The bias is under `end` / 2⁶⁴.
    pub fn below(&mut self, end: u64) -> u64 {
        let product = u128::from(self.0.next_u64()) * u128::from(end);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A place in something that is `len` long.
    pub fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(len as u64)).unwrap_or(0)
    }

    /// Fisher and Yates.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            let other = self.index(end + 1);
            items.swap(end, other);
        }
    }

    pub fn number(&mut self) -> [u8; 16] {
        let mut number = [0; 16];
        self.0.fill_bytes(&mut number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_that_of_chacha20() {
        // RFC 8439, A.1, vector 1: the first block under a key of zeros.
        let mut dice = Dice::new(0);
        assert_eq!(dice.number()[..8], [0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]);
    }

    #[test]
    fn every_place_comes_up() {
        let mut dice = Dice::new(1);
        let mut seen = [0; 6];
        (0..600).for_each(|_| seen[dice.index(6)] += 1);
        assert!(seen.iter().all(|count| (60..140).contains(count)), "{seen:?}");
        assert_eq!(dice.below(0), 0);
    }
}
