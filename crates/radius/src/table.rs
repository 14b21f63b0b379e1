//! One chunk's table: which hashes have these bits there.
//!
//! For every word of the chunk's width, the entries of the hashes that have it. An entry has five bytes: two
//! with the first bits of the next chunk, its *signature*, and three with the hash's number. They lie in two
//! arrays, as a question looks at many signatures side by side and hardly ever at a number. Bits for which
//! three bytes are too few stand below the signature. The first chunk needs no numbers: hashes are ordered, so
//! that an entry's place is the number.

use std::io;

use crate::cut::Chunk;
use crate::memory::Huge;
use crate::planes::Planes;
use crate::prefetch::prefetch;
use crate::sift::SIDE_BY_SIDE;

/// Bits of a number in its three bytes, and of the word that has the signature and the rest.
const LOW: u32 = 24;
const WORD: u32 = 16;
/// Hashes between asking the memory for a place and needing it.
const AHEAD: usize = 24;

/// How the two bytes of an entry are shared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    /// Bits of the number, the lowest of the word.
    high: u32,
}

impl Layout {
    /// For so many hashes.
    pub fn new(hashes: usize) -> Self {
        let number = usize::BITS - hashes.saturating_sub(1).leading_zeros();
        Self { high: number.saturating_sub(LOW) }
    }

    /// Bits of a signature.
    pub fn signature(self) -> u32 {
        WORD - self.high
    }

    /// The bits of the word that are the signature's.
    pub fn mask(self) -> u16 {
        u16::MAX << self.high
    }

    /// A signature where an entry has it.
    #[inline(always)]
    #[expect(clippy::cast_possible_truncation, reason = "the rest is the chunk's own")]
    pub fn word(self, with_next: u64) -> u16 {
        (with_next << self.high) as u16
    }

    #[inline(always)]
    fn entry(self, with_next: u64, number: u32) -> (u16, [u8; 3]) {
        let [a, b, c, high] = number.to_le_bytes();
        (self.word(with_next) | u16::from(high), [a, b, c])
    }
}

/// A chunk's table.
pub(crate) struct Table {
    /// Its chunk.
    pub chunk: Chunk,
    /// Where the entries of each word begin; one more for the end.
    pub offsets: Huge<u32>,
    /// The signatures of the entries, and [`SIDE_BY_SIDE`] more.
    pub signatures: Huge<u16>,
    /// Their numbers, the lowest byte first; none for the first chunk.
    pub numbers: Huge<[u8; 3]>,
    layout: Layout,
}

impl Table {
    /// Sorts all hashes into the places of a chunk: counts, sums up, puts down.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn new(planes: &Planes, chunk: Chunk, layout: Layout) -> io::Result<Self> {
        let offsets = Huge::zeros((1 << chunk.width) + 1)?;
        let signatures = Huge::zeros(planes.len() + SIDE_BY_SIDE)?;
        let numbers = Huge::zeros(if chunk.start == 0 { 0 } else { planes.len() })?;
        let mut table = Self { chunk, offsets, signatures, numbers, layout };
        table.count(planes);
        table.put(planes);
        Ok(table)
    }

    /// The number of an entry.
    #[inline(always)]
    pub fn number(&self, at: u32) -> u32 {
        let Some([a, b, c]) = self.numbers.get(at as usize) else { return at };
        let [high, _] = (self.signatures[at as usize] & !self.layout.mask()).to_le_bytes();
        u32::from_le_bytes([*a, *b, *c, high])
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.offsets) + size_of_val(&*self.signatures) + self.numbers.len() * 3
    }

    /// Counts the entries of each place. Behind the leading zero each place then holds its beginning.
    fn count(&mut self, planes: &Planes) {
        let chunk = self.chunk;
        let key = |at: usize| index(chunk.with_next(&planes.row(at), 0));
        let counts = &mut self.offsets[1..];
        for at in 0..planes.len() {
            if at + AHEAD < planes.len() {
                prefetch(counts, key(at + AHEAD));
            }
            counts[key(at)] += 1;
        }
        let mut sum = 0;
        for count in counts {
            (*count, sum) = (sum, sum + *count);
        }
    }

    /// Puts the entries down. Once all are, each place holds its end.
    fn put(&mut self, planes: &Planes) {
        let (chunk, layout) = (self.chunk, self.layout);
        let ends = &mut self.offsets[1..];
        let both = |at: usize| chunk.with_next(&planes.row(at), layout.signature());
        let key = |both: u64| index(both >> layout.signature());
        for (at, number) in (0..planes.len()).zip(0u32..) {
            if at + 2 * AHEAD < planes.len() {
                prefetch(ends, key(both(at + 2 * AHEAD)));
                let place = ends[key(both(at + AHEAD))] as usize;
                prefetch(&self.signatures, place);
                prefetch(&self.numbers, place);
            }
            let both = both(at);
            let end = &mut ends[key(both)];
            let place = *end as usize;
            *end += 1;
            let (signature, three) = layout.entry(both, number);
            self.signatures[place] = signature;
            self.numbers.get_mut(place).into_iter().for_each(|number| *number = three);
        }
    }
}

/// Bits of a chunk as an index.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "a chunk has at most 26 bits")]
pub(crate) fn index(bits: u64) -> usize {
    bits as usize
}
