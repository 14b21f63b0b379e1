//! Counts, and nothing but counts: arm × language × channel × day.
//!
//! A file of counts has one size from its first day to its last and is rewritten in place, so
//! that neither its length nor its free space tells when anything happened. It has a header and two
//! slots; the slot that is older is written, so a write that is cut off leaves the other whole.
//!
//! ```text
//! header   magic 8 · version u32 · plan hash 32 · first day i32 ·
//!          arms, languages, channels, days: u16 each
//! slot ×2  generation u64 · cells u32 × arms × languages × channels × days × 3 ·
//!          BLAKE3 of header and slot, 32
//! ```
//!
//! All numbers are little-endian. The languages are those of the plan and one more, *other*, into
//! which a language is counted on a day on which it was shown fewer times than the plan's floor.

use jiff::civil::Date;

use crate::{Plan, PlanHash};

const MAGIC: [u8; 8] = *b"SUOJACNT";
const VERSION: u32 = 1;
const HEADER: usize = 8 + 4 + 32 + 4 + 8;
const SUM: usize = 32;
/// Events that are counted in each cell.
const EVENTS: usize = 3;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A message was shown.
    Shown,
    /// Its link to help was followed: to helplines or to the self-help programme.
    Help,
    /// Its link to the survey was followed.
    Survey,
}

/// Where something is counted; each number is a place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The arm.
    pub arm: usize,
    /// The language; one more than the plan's for *other*.
    pub language: usize,
    /// The channel.
    pub channel: usize,
    /// The day of the experiment, from 0.
    pub day: u16,
}

/// A file of counts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountsError {
    /// It is something else.
    #[error("this is no file of counts")]
    Foreign,
    /// It was written by a later program.
    #[error("its format is version {0}; this program knows version {VERSION}")]
    Version(u32),
    /// It belongs to another plan, or the plan was changed after it began.
    #[error(
        "it was begun with another plan ({0}); a plan is not changed while it runs: restore the \
         file of the plan, or begin a new file of counts"
    )]
    OtherPlan(String),
    /// Neither slot is whole.
    #[error("it is damaged in both slots; restore it from a copy")]
    Damaged,
}

/// Counts of one experiment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    header: [u8; HEADER],
    shape: Shape,
    generation: u64,
    cells: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shape {
    arms: usize,
    languages: usize,
    channels: usize,
    days: usize,
}

impl Shape {
    fn of(plan: &Plan) -> Self {
        Self {
            arms: plan.arms.len(),
            languages: plan.languages.len() + 1,
            channels: plan.all_channels().count(),
            days: usize::from(plan.days()),
        }
    }

    fn cells(self) -> usize {
        self.arms * self.languages * self.channels * self.days * EVENTS
    }

    fn slot(self) -> usize {
        8 + self.cells() * 4 + SUM
    }

    fn place(self, cell: Cell, event: Event) -> Option<usize> {
        let day = usize::from(cell.day);
        let inside = cell.arm < self.arms
            && cell.language < self.languages
            && cell.channel < self.channels
            && day < self.days;
        let row = (day * self.channels + cell.channel) * self.languages + cell.language;
        inside.then(|| (row * self.arms + cell.arm) * EVENTS + event as usize)
    }
}

impl Counts {
    /// Counts of a plan, all zero.
    pub fn new(plan: &Plan, hash: PlanHash) -> Self {
        let shape = Shape::of(plan);
        let header = header(plan, hash, shape);
        Self { header, shape, generation: 0, cells: vec![0; shape.cells()] }
    }

    /// Reads a file of counts of this plan: the newer of the slots that are whole.
    ///
    /// # Errors
    /// [`CountsError`] when it is another file or damaged.
    pub fn read(bytes: &[u8], plan: &Plan, hash: PlanHash) -> Result<Self, CountsError> {
        let empty = Self::new(plan, hash);
        let (head, slots) = bytes.split_first_chunk::<HEADER>().ok_or(CountsError::Foreign)?;
        if head[..8] != MAGIC {
            return Err(CountsError::Foreign);
        }
        let version = head[8..12].iter().rev().fold(0u32, |sum, b| sum << 8 | u32::from(*b));
        if version != VERSION {
            return Err(CountsError::Version(version));
        }
        if head != &empty.header {
            let other = data_encoding::HEXLOWER.encode(&head[12..20]);
            return Err(CountsError::OtherPlan(other));
        }
        let size = empty.shape.slot();
        if slots.len() != 2 * size {
            return Err(CountsError::Damaged);
        }
        let whole = slots.chunks_exact(size).filter_map(|slot| empty.read_slot(slot));
        whole.max_by_key(|counts| counts.generation).ok_or(CountsError::Damaged)
    }

    fn read_slot(&self, slot: &[u8]) -> Option<Self> {
        let (body, sum) = slot.split_last_chunk::<SUM>()?;
        if self.sum(body) != *sum {
            return None;
        }
        let (generation, cells) = body.split_first_chunk::<8>()?;
        let (cells, _) = cells.as_chunks::<4>();
        Some(Self {
            header: self.header,
            shape: self.shape,
            generation: u64::from_le_bytes(*generation),
            cells: cells.iter().map(|cell| u32::from_le_bytes(*cell)).collect(),
        })
    }

    fn sum(&self, body: &[u8]) -> [u8; SUM] {
        *blake3::Hasher::new().update(&self.header).update(body).finalize().as_bytes()
    }

    /// The whole file as it is on its first day.
    pub fn to_bytes(&self) -> Vec<u8> {
        let slot = self.slot();
        [&self.header[..], &slot, &slot].concat()
    }

    /// The next state of the file: where the older slot begins, and its new bytes.
    pub fn next_slot(&mut self) -> (u64, Vec<u8>) {
        self.generation = self.generation.saturating_add(1);
        let slot = self.slot();
        let offset = HEADER + slot.len() * usize::from(!self.generation.is_multiple_of(2));
        (u64::try_from(offset).unwrap_or_default(), slot)
    }

    fn slot(&self) -> Vec<u8> {
        let mut slot = self.generation.to_le_bytes().to_vec();
        slot.extend(self.cells.iter().flat_map(|cell| cell.to_le_bytes()));
        let sum = self.sum(&slot);
        slot.extend(sum);
        slot
    }

    /// Counts one event; `false` outside the plan.
    pub fn count(&mut self, cell: Cell, event: Event) -> bool {
        self.add_events(cell, event, 1)
    }

    /// Counts so many events at once; `false` outside the plan.
    pub fn add_events(&mut self, cell: Cell, event: Event, times: u32) -> bool {
        let place = self.shape.place(cell, event);
        let found = place.and_then(|place| self.cells.get_mut(place));
        found.map(|own| *own = own.saturating_add(times)).is_some()
    }

    /// How often an event was counted in a cell; 0 outside the plan.
    pub fn of(&self, cell: Cell, event: Event) -> u32 {
        let place = self.shape.place(cell, event);
        place.and_then(|place| self.cells.get(place)).copied().unwrap_or_default()
    }

    /// Adds counts of the same plan; `false`, and nothing is added, for another plan.
    pub fn add(&mut self, other: &Self) -> bool {
        let same = self.header == other.header;
        if same {
            for (own, more) in self.cells.iter_mut().zip(&other.cells) {
                *own = own.saturating_add(*more);
            }
        }
        same
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| *cell == 0)
    }

    /// On every day before `today`, counts a language that was shown fewer than `floor` times in a
    /// channel with the others: few showings of a rare language would point at few people.
    pub fn merge_small(&mut self, today: u16, floor: u32) {
        let days = usize::from(today).min(self.shape.days);
        let width = self.shape.arms * EVENTS;
        let rows = self.shape.languages * width;
        for day in self.cells.chunks_exact_mut(rows.max(1)).take(days * self.shape.channels) {
            let (languages, other) = day.split_at_mut(rows - width);
            for language in languages.chunks_exact_mut(width.max(1)) {
                let shown: u64 = language.iter().step_by(EVENTS).map(|cell| u64::from(*cell)).sum();
                if shown < u64::from(floor) {
                    for (sum, cell) in other.iter_mut().zip(language) {
                        *sum = sum.saturating_add(std::mem::take(cell));
                    }
                }
            }
        }
    }

    /// Every cell with what was counted in it, in the order of the file.
    pub fn cells(&self) -> impl Iterator<Item = (Cell, [u32; EVENTS])> {
        let shape = self.shape;
        let (cells, _) = self.cells.as_chunks::<EVENTS>();
        cells.iter().enumerate().map(move |(place, events)| {
            let (row, arm) = (place / shape.arms, place % shape.arms);
            let (row, language) = (row / shape.languages, row % shape.languages);
            let (day, channel) = (row / shape.channels, row % shape.channels);
            let day = u16::try_from(day).unwrap_or(u16::MAX);
            (Cell { arm, language, channel, day }, *events)
        })
    }
}

fn header(plan: &Plan, hash: PlanHash, shape: Shape) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    let epoch = Date::constant(1970, 1, 1);
    let first = (plan.start - epoch).get_days();
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let mut parts = Vec::with_capacity(HEADER);
    parts.extend(MAGIC);
    parts.extend(VERSION.to_le_bytes());
    parts.extend(hash.0);
    parts.extend(first.to_le_bytes());
    for number in [shape.arms, shape.languages, shape.channels, shape.days] {
        parts.extend(short(number));
    }
    header.copy_from_slice(&parts);
    header
}
