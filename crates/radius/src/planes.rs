//! Hashes in memory, ordered, in two halves that lie apart.
//!
//! The first 128 bits of two hashes that have nothing to do with each other differ in 31 places or fewer
//! about once in a hundred million pairs. So whoever looks through all hashes reads the first halves only,
//! which is half of the memory, and hardly ever a second one. The result is exact whatever the hashes are.

use std::io;

use crate::hash::Words;
use crate::memory::Huge;

/// Half of a hash.
pub(crate) type Half = [u64; 2];

/// Ordered hashes.
pub(crate) struct Planes {
    pub head: Huge<Half>,
    pub tail: Huge<Half>,
}

impl Planes {
    /// Room for so many.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn zeros(count: usize) -> io::Result<Self> {
        Ok(Self { head: Huge::zeros(count)?, tail: Huge::zeros(count)? })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.head.len()
    }

    /// One of them.
    pub fn row(&self, at: usize) -> Words {
        let ([a, b], [c, d]) = (self.head[at], self.tail[at]);
        [a, b, c, d]
    }
}
