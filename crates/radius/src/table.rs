//! One chunk's table: which hashes have these bits there.
//!
//! For every word of the chunk's width, the entries of the hashes that have it. An entry has five bytes: in
//! the low bits the hash's number, in the rest the first bits of the next chunk, its *signature*. The first
//! chunk needs no entries: hashes are ordered, so those with the same beginning lie together.

use std::io;

use crate::cut::Chunk;
use crate::memory::Huge;
use crate::planes::Planes;

/// Bytes of an entry.
pub(crate) const ENTRY: usize = 5;
const ENTRY_BITS: u32 = 40;
/// An entry is read as eight bytes, so that the last one needs three more behind it.
const BEHIND: usize = 3;

/// Where a hash's number and its signature lie in an entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Layout {
    pub number: u32,
    pub signature: u32,
}

impl Layout {
    /// For so many hashes, with a next chunk of at least this width.
    pub fn new(hashes: usize, narrowest: u32) -> Self {
        let number = usize::BITS - hashes.saturating_sub(1).leading_zeros();
        Self { number, signature: (ENTRY_BITS - number).min(narrowest) }
    }
}

/// A chunk's table.
pub(crate) struct Table {
    /// Its chunk.
    pub chunk: Chunk,
    /// Where the entries of each word begin; one more for the end.
    pub offsets: Huge<u32>,
    /// The entries; none for the first chunk.
    pub entries: Huge<u8>,
}

impl Table {
    /// Sorts all hashes into the places of a chunk: counts, sums up, puts down.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn new(planes: &Planes, chunk: Chunk, layout: Layout) -> io::Result<Self> {
        let first = chunk.start == 0;
        let mut offsets = Huge::<u32>::zeros((1 << chunk.width) + 1)?;
        let bytes = if first { 0 } else { planes.len() * ENTRY + BEHIND };
        let mut entries = Huge::<u8>::zeros(bytes)?;
        {
            // Behind the leading zero; once all are put down, each place holds its own end there.
            let ends = &mut offsets[1..];
            for at in 0..planes.len() {
                ends[index(chunk.with_next(&planes.row(at), 0))] += 1;
            }
            let mut sum = 0;
            for end in ends.iter_mut() {
                let count = *end;
                *end = sum;
                sum += count;
            }
            put(planes, chunk, layout, ends, (!first).then_some(&mut *entries));
        }
        Ok(Self { chunk, offsets, entries })
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.offsets) + self.entries.len()
    }
}

fn put(
    planes: &Planes,
    chunk: Chunk,
    layout: Layout,
    ends: &mut [u32],
    mut entries: Option<&mut [u8]>,
) {
    let signature = (1u64 << layout.signature) - 1;
    for (at, number) in (0..planes.len()).zip(0u64..) {
        let both = chunk.with_next(&planes.row(at), layout.signature);
        let end = &mut ends[index(both >> layout.signature)];
        let place = *end as usize;
        *end += 1;
        if let Some(entries) = &mut entries {
            let entry = number | (both & signature) << layout.number;
            entries[place * ENTRY..][..ENTRY].copy_from_slice(&entry.to_le_bytes()[..ENTRY]);
        }
    }
}

/// Bits of a chunk as an index.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "a chunk has at most 26 bits")]
pub(crate) fn index(bits: u64) -> usize {
    bits as usize
}
