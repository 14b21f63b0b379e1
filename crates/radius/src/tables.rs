//! All tables of a segment, and how a query goes through them.
//!
//! What costs time is memory far away, so a query asks for it before it needs it, each table a step behind
//! the one before: for where the places of a table begin; for the signatures that stand there; for the
//! numbers of the entries whose signature is near; and for the hashes with those numbers. Few are left: about
//! 99 of 100 entries fall by their signature.

use std::io;

use rayon::prelude::*;

use crate::cut::{Chunk, LARGEST_RADIUS, chunk_count, chunks, masks, radii};
use crate::hash::Words;
use crate::planes::Planes;
use crate::prefetch::prefetch;
use crate::scan::{self, Found};
use crate::sift::{SIDE_BY_SIDE, Sieve, Sift};
use crate::table::{Layout, Table, index};

/// Fewer hashes than this are scanned: that takes no longer, and needs no table.
pub(crate) const FEWEST: usize = 8192;

/// A question that would look at more than this part of the hashes, as entries, is left to a scan.
const MOST_ENTRIES: usize = 4;

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
        let layout = Layout::new(planes.len());
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
    pub fn look_up<S: Sift>(&self, planes: &Planes, work: &mut Work<'_>) -> bool {
        let plan = self.plans.get(work.distance as usize).and_then(Option::as_ref);
        let Some(radii) = plan else { return false };
        let mut places: [Vec<Place>; 2] = [Vec::with_capacity(512), Vec::with_capacity(512)];
        let mut sifted: [Vec<u32>; 2] = [Vec::with_capacity(512), Vec::with_capacity(512)];
        let mut left: Vec<u32> = Vec::with_capacity(2048);
        // A scan reads all hashes one after the other, and takes about as long for one as for a few entries,
        // and a tenth of what one takes that is left and lies anywhere. So a scan never costs much more with
        // what was tried before it.
        let most_entries = planes.len() / MOST_ENTRIES;
        let most_left = planes.len() / 64 + 64;
        let count = self.tables.len();
        // In a list of near copies the query's own places say so at once.
        if self.own_places(work.query) > most_entries {
            return false;
        }
        let mut entries = 0;
        for step in 0..count + 3 {
            if step < count {
                self.ask(step, radii, work.query);
            }
            if let Some(at) = step.checked_sub(1).filter(|at| *at < count) {
                entries += self.locate(at, radii, work.query, &mut places[at % 2]);
            }
            if let Some(at) = step.checked_sub(2).filter(|at| *at < count) {
                self.sift::<S>(at, work.query, &places[at % 2], &mut sifted[at % 2], most_left);
            }
            if let Some(at) = step.checked_sub(3) {
                self.name(at, planes, &mut sifted[at % 2], &mut left);
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
    fn locate(&self, at: usize, radii: &[i32], query: &Words, places: &mut Vec<Place>) -> usize {
        places.clear();
        let table = &self.tables[at];
        let key = index(table.chunk.with_next(query, 0));
        let offsets: &[u32] = &table.offsets;
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
                lines(&table.signatures, start, end);
            }
        }
        count
    }

    /// Keeps the entries whose signature is near, and asks the memory for their numbers; stops when there are
    /// too many.
    #[inline(always)]
    fn sift<S: Sift>(
        &self,
        at: usize,
        query: &Words,
        places: &[Place],
        sifted: &mut Vec<u32>,
        most: usize,
    ) {
        let table = &self.tables[at];
        let signatures: &[u16] = &table.signatures;
        let wanted = self.layout.word(table.chunk.with_next(query, self.layout.signature()));
        let mask = self.layout.mask();
        for place in places {
            let sieve = Sieve { wanted, mask, bound: place.bound };
            for from in (place.start..place.end).step_by(SIDE_BY_SIDE) {
                let some = signatures.get(from as usize..).and_then(|some| some.first_chunk());
                let mut near = some.map_or(0, |some| S::near(some, &sieve));
                if place.end - from < 16 {
                    near &= (1 << (2 * (place.end - from))) - 1;
                }
                while near != 0 {
                    let entry = from + near.trailing_zeros() / 2;
                    near &= near - 1;
                    prefetch(&table.numbers, entry as usize);
                    sifted.push(entry);
                }
            }
            if sifted.len() > most {
                return;
            }
        }
    }

    /// Gives the entries that are left their numbers, and asks the memory for their hashes.
    #[inline(always)]
    fn name(&self, at: usize, planes: &Planes, sifted: &mut Vec<u32>, left: &mut Vec<u32>) {
        for entry in sifted.drain(..) {
            let number = self.tables[at].number(entry);
            prefetch(&planes.head, number as usize);
            left.push(number);
        }
    }
}

/// Asks the memory for what lies between two places. When that is much, the memory goes on by itself.
#[inline(always)]
fn lines<T>(values: &[T], start: u32, end: u32) {
    /// Bytes of a line, and how many lines are asked for.
    const LINE: usize = 64;
    const MOST: usize = 8;
    let step = LINE / size_of::<T>();
    for at in (start as usize..end as usize).step_by(step).take(MOST) {
        prefetch(values, at);
    }
    prefetch(values, end as usize - 1);
}

#[inline(always)]
fn within(bits: usize, radius: i32) -> bool {
    i32::try_from(bits).is_ok_and(|bits| bits <= radius)
}

/// The radii for a distance, where looking up takes less than a scan.
fn plan(chunks: &[Chunk], hashes: usize, distance: u32) -> Option<Vec<i32>> {
    /// Hashes that a scan reads in the time of a place.
    const SCANNED: f64 = 14.0;
    let (radii, cost) = radii(chunks, hashes, distance)?;
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let scan = hashes as f64 / SCANNED;
    (cost < scan).then_some(radii)
}
