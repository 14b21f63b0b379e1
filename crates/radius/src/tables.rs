//! All tables of a segment, and how a query goes through them.
//!
//! What costs time is memory far away, so a query asks for it early and in four steps, each a table behind
//! the one before: where the places of a table begin; what stands at each place; which of the entries have a
//! signature that is near; and, at the end, the hashes that are left. Few are: of the entries that a chunk
//! lets through, its signature throws out about 99 of 100.

use std::io;

use rayon::prelude::*;

use crate::cut::{Chunk, LARGEST_RADIUS, chunk_count, chunks, masks, radii};
use crate::hash::Words;
use crate::planes::Planes;
use crate::prefetch::{prefetch, read};
use crate::scan::{self, Found};
use crate::table::{ENTRY, Layout, Table, index};

/// Fewer hashes than this are scanned: that takes no longer, and needs no table.
pub(crate) const FEWEST: usize = 8192;

/// The tables of a segment.
pub(crate) struct Tables {
    tables: Vec<Table>,
    layout: Layout,
    /// By width less the least width, and by bits.
    masks: Vec<[Vec<u32>; LARGEST_RADIUS + 1]>,
    plans: Vec<Option<Vec<i32>>>,
}

/// A query on its way.
pub(crate) struct Work<'a> {
    pub query: &'a Words,
    pub distance: u32,
    pub found: &'a mut Vec<Found>,
}

/// Entries of a place, from the first to before the last.
#[derive(Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
    /// Bits of the signature that may differ.
    bound: u32,
}

impl Tables {
    /// Builds all tables, several at a time.
    ///
    /// # Errors
    /// When there is no memory.
    pub fn new(planes: &Planes) -> io::Result<Self> {
        Self::with_chunks(planes, chunk_count(planes.len()))
    }

    /// The same with a number of chunks, for tests and measurements.
    pub fn with_chunks(planes: &Planes, count: u32) -> io::Result<Self> {
        let chunks = chunks(count);
        let narrowest = chunks.iter().map(|chunk| chunk.width).min().unwrap_or_default();
        let layout = Layout::new(planes.len(), narrowest);
        let tables = chunks.par_iter().map(|chunk| Table::new(planes, *chunk, layout));
        let tables = tables.collect::<io::Result<Vec<_>>>()?;
        let of = |width| std::array::from_fn(|bits| masks(width, bits));
        let masks = vec![of(narrowest), of(narrowest + 1)];
        let plans = (0..=crate::LARGEST_DISTANCE)
            .map(|distance| plan(&chunks, planes.len(), distance))
            .collect();
        Ok(Self { tables, layout, masks, plans })
    }

    /// Bytes in memory.
    pub fn bytes(&self) -> usize {
        self.tables.iter().map(Table::bytes).sum()
    }

    /// Finds everything within the distance, or says that a scan is the better way; then nothing is found.
    #[inline(always)]
    pub fn look_up(&self, planes: &Planes, work: &mut Work<'_>) -> bool {
        let plan = self.plans.get(work.distance as usize).and_then(Option::as_ref);
        let Some(radii) = plan else { return false };
        let mut places: [Vec<Place>; 2] = [Vec::with_capacity(512), Vec::with_capacity(512)];
        let mut left: Vec<u32> = Vec::with_capacity(2048);
        // A scan reads all hashes one after the other, and takes about as long for one as an entry takes, and
        // a tenth of what one takes that is left and lies anywhere. So a scan never costs much more with what
        // was tried before it.
        let most_entries = planes.len() / 6;
        let most_left = planes.len() / 64 + 64;
        let count = self.tables.len();
        // In a list of near copies the query's own places say so at once.
        if self.own_places(work.query) > most_entries {
            return false;
        }
        let mut entries = 0;
        for step in 0..count + 2 {
            if step < count {
                self.ask(step, radii, work.query);
            }
            if let Some(at) = step.checked_sub(1).filter(|at| *at < count) {
                entries += self.locate(at, radii, work.query, planes, &mut places[at % 2]);
            }
            if let Some(at) = step.checked_sub(2) {
                self.sift(at, work, planes, &places[at % 2], &mut left, most_left);
            }
            if entries > most_entries || left.len() > most_left {
                return false;
            }
        }
        for number in left {
            let near = scan::near(&planes.head[number as usize], work.query);
            if near <= work.distance {
                scan::second(planes, number, near, work.query, work.distance, work.found);
            }
        }
        // Several chunks may have let the same one through.
        work.found.sort_unstable();
        work.found.dedup();
        true
    }

    /// Entries that have the query's own bits in a chunk, over all chunks.
    #[inline(always)]
    fn own_places(&self, query: &Words) -> usize {
        let key = |table: &Table| index(table.chunk.with_next(query, 0));
        self.tables.iter().for_each(|table| prefetch(&table.offsets, key(table)));
        let entries = self.tables.iter().map(|table| {
            let key = key(table);
            (table.offsets[key + 1] - table.offsets[key]) as usize
        });
        entries.sum()
    }

    fn masks(&self, chunk: Chunk, bits: usize) -> &[u32] {
        let least = self.masks[0][1].len();
        &self.masks[chunk.width as usize - least][bits]
    }

    /// Asks the memory for where the places of a table begin.
    #[inline(always)]
    fn ask(&self, at: usize, radii: &[i32], query: &Words) {
        let table = &self.tables[at];
        let key = index(table.chunk.with_next(query, 0));
        let offsets: &[u32] = &table.offsets;
        for bits in 0..=LARGEST_RADIUS {
            if !within(bits, radii[at]) {
                return;
            }
            for mask in self.masks(table.chunk, bits) {
                prefetch(offsets, key ^ *mask as usize);
            }
        }
    }

    /// Where the places of a table begin and end; asks the memory for their entries, and counts them.
    #[inline(always)]
    fn locate(
        &self,
        at: usize,
        radii: &[i32],
        query: &Words,
        planes: &Planes,
        places: &mut Vec<Place>,
    ) -> usize {
        places.clear();
        let table = &self.tables[at];
        let key = index(table.chunk.with_next(query, 0));
        let offsets: &[u32] = &table.offsets;
        let entries: &[u8] = &table.entries;
        let both = radii[at] + radii[(at + 1) % radii.len()] + 1;
        let mut count = 0;
        for bits in 0..=LARGEST_RADIUS {
            if !within(bits, radii[at]) {
                break;
            }
            let bound = u32::try_from(both).unwrap_or(0).wrapping_sub(bits as u32);
            for mask in self.masks(table.chunk, bits) {
                let place = key ^ *mask as usize;
                let (start, end) = (offsets[place], offsets[place + 1]);
                if start == end {
                    continue;
                }
                count += (end - start) as usize;
                places.push(Place { start, end, bound });
                if at == 0 {
                    prefetch(&planes.head, start as usize);
                } else {
                    prefetch(entries, start as usize * ENTRY);
                    prefetch(entries, end as usize * ENTRY);
                }
            }
        }
        count
    }

    /// Keeps the entries whose signature is near, and asks the memory for their hashes; stops when there are
    /// too many.
    #[inline(always)]
    fn sift(
        &self,
        at: usize,
        work: &mut Work<'_>,
        planes: &Planes,
        places: &[Place],
        left: &mut Vec<u32>,
        most: usize,
    ) {
        if at == 0 {
            // The hashes themselves lie there.
            for place in places {
                for number in place.start..place.end {
                    if scan::near(&planes.head[number as usize], work.query) <= work.distance {
                        left.push(number);
                    }
                }
            }
            return;
        }
        let table = &self.tables[at];
        let entries: &[u8] = &table.entries;
        let shift = self.layout.number;
        let low = (1u64 << self.layout.signature) - 1;
        let signature = table.chunk.with_next(work.query, self.layout.signature) & low;
        for place in places {
            if left.len() > most {
                return;
            }
            let bytes = &entries[place.start as usize * ENTRY..];
            for entry in 0..(place.end - place.start) as usize {
                let entry = read(bytes, entry * ENTRY);
                let differs = ((entry >> shift & low) ^ signature).count_ones();
                if differs <= place.bound {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a number has 32 bits at most"
                    )]
                    let number = (entry & ((1 << shift) - 1)) as u32;
                    prefetch(&planes.head, number as usize);
                    left.push(number);
                }
            }
        }
    }
}

#[inline(always)]
fn within(bits: usize, radius: i32) -> bool {
    i32::try_from(bits).is_ok_and(|bits| bits <= radius)
}

/// The radii for a distance, where looking up takes less than a scan.
fn plan(chunks: &[Chunk], hashes: usize, distance: u32) -> Option<Vec<i32>> {
    /// Hashes that a scan reads in the time of a place.
    const SCANNED: f64 = 12.0;
    let (radii, cost) = radii(chunks, hashes, distance)?;
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let scan = hashes as f64 / SCANNED;
    (cost < scan).then_some(radii)
}
