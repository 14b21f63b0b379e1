//! Hashes, and what stands beside them.

/// Bits of a hash.
pub const BITS: u32 = 256;
/// Largest distance that can be asked for.
pub const LARGEST_DISTANCE: u32 = 47;

/// A hash: 32 bytes in the order in which they are printed.
pub type Hash = [u8; 32];

/// A hash as four words, the first bytes highest, so that words order as bytes do.
pub(crate) type Words = [u64; 4];

/// A listed hash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    /// The hash.
    pub hash: Hash,
    /// A number that means something to whoever lists it, and nothing to the index.
    pub label: u32,
}

/// A listed hash that is near to the one that was asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// How many bits differ.
    pub distance: u32,
    /// The listed hash.
    pub hash: Hash,
    /// Its label.
    pub label: u32,
}

/// Lists are secrets: nothing prints a listed hash by accident.
impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({})", self.label)
    }
}

impl std::fmt::Debug for Hit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hit({} at distance {})", self.label, self.distance)
    }
}

pub(crate) fn words(hash: &Hash) -> Words {
    let (words, _) = hash.as_chunks::<8>();
    std::array::from_fn(|at| u64::from_be_bytes(words[at]))
}

pub(crate) fn bytes(words: &Words) -> Hash {
    let mut hash = [0; 32];
    for (to, word) in hash.as_chunks_mut::<8>().0.iter_mut().zip(words) {
        *to = word.to_be_bytes();
    }
    hash
}
