//! The Jarosz filter: two times a mean along the rows and one along the columns, and of what comes out every
//! 64th part of a side.
//!
//! A running sum goes along a line: it takes in the value ahead and gives up the one behind, and each
//! output is the sum by how many values it holds. Sums of floats depend on their order, so every line has
//! its own sum and its own order; only many lines go beside each other.
//!
//! The picture is never there as a whole. Sixteen rows at a time go through the first two passes and into
//! the third, and stay in the cache meanwhile; of the columns behind them only as many rows are kept as a
//! sum holds. The third pass writes down 64 columns and the fourth 64 rows, for nothing else is asked for;
//! their sums still go along every value.

use crate::dct::Averages;
use crate::transpose::{Lanes, Tile};

/// Lines that go along together.
pub const LINES: usize = 16;
/// Values of a side that are taken.
const TAKEN: usize = 64;

/// Room for the rows that are under way; kept from one picture to the next.
#[derive(Default)]
pub struct Buffers {
    /// Sixteen rows, before and after the first pass.
    luma: Vec<f32>,
    /// Rows after the first pass, as many as the sums of the second hold and sixteen more.
    ring: Vec<f32>,
    /// The sums of the second pass.
    sums: Vec<f32>,
    /// Sixteen rows after the second pass.
    below: Vec<f32>,
    /// What is taken of each row after the third pass.
    narrow: Vec<[f32; TAKEN]>,
    lines: Vec<Lanes>,
    means: Vec<Lanes>,
}

/// How many values a mean holds: 1/128 of the side, rounded up.
fn window(side: usize) -> usize {
    side.div_ceil(128)
}

/// How far a sum is ahead of what is written.
fn ahead(side: usize) -> usize {
    (window(side) + 2) / 2 - 1
}

/// Of every 64th part of a side, the place of its middle: ⌊(i + ½) · side / 64⌋ in whole numbers.
pub fn middles(side: usize) -> [usize; TAKEN] {
    std::array::from_fn(|at| (2 * at + 1) * side / 128)
}

/// Filters a picture, whose luma is asked for sixteen rows after sixteen rows: the first row, and room for
/// some.
#[inline(always)]
pub fn filter(
    buffers: &mut Buffers,
    (width, height): (usize, usize),
    mut luma: impl FnMut(usize, &mut [f32]),
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) -> Averages {
    let ring_rows = (window(height) + LINES).next_multiple_of(LINES);
    buffers.make_room(width, height, ring_rows);
    let taken = middles(width);
    for first in (0..height).step_by(LINES) {
        let rows = LINES.min(height - first);
        luma(first, &mut buffers.luma[..rows * width]);
        first_pass(buffers, first % ring_rows, rows, width, transpose);
        for at in first..first + rows {
            second_pass(buffers, at, (width, height), ring_rows, &taken, transpose);
        }
    }
    for at in height..height + ahead(height) {
        second_pass(buffers, at, (width, height), ring_rows, &taken, transpose);
    }
    fourth_pass(&buffers.narrow, height)
}

impl Buffers {
    fn make_room(&mut self, width: usize, height: usize, ring_rows: usize) {
        self.luma.resize(width * LINES, 0.0);
        self.ring.resize(width * ring_rows, 0.0);
        self.below.resize(width * LINES, 0.0);
        self.sums.clear();
        self.sums.resize(width, 0.0);
        self.narrow.resize(height, [0.0; TAKEN]);
        self.lines.resize(width.next_multiple_of(LINES), [0.0; LINES]);
        self.means.resize(width.next_multiple_of(LINES).max(TAKEN), [0.0; LINES]);
    }
}

/// Running sums that go along lines together.
trait Sums {
    /// Takes in the values at a place.
    fn add(&mut self, at: usize);
    /// Gives up the values at a place.
    fn take_off(&mut self, at: usize);
    /// Writes the means of so many values at a place.
    fn write(&mut self, at: usize, by: By);
}

/// Begins short, goes along with a whole window, ends short.
#[inline(always)]
fn walk(length: usize, sums: &mut impl Sums) {
    let (window, ahead) = (window(length), ahead(length));
    for at in 0..ahead {
        sums.add(at);
    }
    for at in ahead..window {
        sums.add(at);
        sums.write(at - ahead, By::count(at + 1));
    }
    let whole = By::count(window);
    for at in window..length {
        sums.add(at);
        sums.take_off(at - window);
        sums.write(at - ahead, whole);
    }
    for at in length..length + ahead {
        sums.take_off(at - window);
        sums.write(at - ahead, By::count(length + window - at - 1));
    }
}

/// How a sum becomes a mean. By a power of two it is the same to multiply, and faster.
#[derive(Clone, Copy)]
enum By {
    Multiplying(f32),
    Dividing(f32),
}

impl By {
    #[inline(always)]
    fn count(count: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a window is below 2^24")]
        let values = count as f32;
        if count.is_power_of_two() {
            Self::Multiplying(1.0 / values)
        } else {
            Self::Dividing(values)
        }
    }

    #[inline(always)]
    fn means(self, sums: &[f32], out: &mut [f32]) {
        let both = out.iter_mut().zip(sums);
        match self {
            Self::Multiplying(factor) => both.for_each(|(out, sum)| *out = sum * factor),
            Self::Dividing(values) => both.for_each(|(out, sum)| *out = sum / values),
        }
    }
}

/// Along sixteen rows, or what is left of them, turned so that they lie side by side.
#[inline(always)]
fn first_pass(
    buffers: &mut Buffers,
    slot: usize,
    rows: usize,
    width: usize,
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) {
    let Buffers { luma, ring, lines, means, .. } = buffers;
    take(&luma[..rows * width], width, lines, transpose);
    walk(width, &mut SideBySide { lines: &lines[..width], means, sums: [0.0; LINES] });
    give(means, &mut ring[slot * width..(slot + rows) * width], width, transpose);
}

#[inline(always)]
fn take(
    from: &[f32],
    width: usize,
    lines: &mut [Lanes],
    transpose: impl Fn([&Lanes; LINES], &mut Tile),
) {
    let whole = from.len() == width * LINES;
    for (at, out) in lines.as_chunks_mut::<LINES>().0.iter_mut().enumerate() {
        let (start, end) = (at * LINES, width.min((at + 1) * LINES));
        if whole && end - start == LINES {
            transpose(std::array::from_fn(|row| lanes(&from[row * width + start..])), out);
            continue;
        }
        let mut tile = [[0.0; LINES]; LINES];
        for (line, row) in tile.iter_mut().zip(from.chunks_exact(width)) {
            line[..end - start].copy_from_slice(&row[start..end]);
        }
        transpose(tile.each_ref(), out);
    }
}

/// The first sixteen values. What calls this has made sure that they are there.
#[inline(always)]
fn lanes(values: &[f32]) -> &Lanes {
    values.first_chunk().unwrap_or(&[0.0; LINES])
}

/// The reverse of [`take`].
#[inline(always)]
fn give(
    means: &[Lanes],
    to: &mut [f32],
    width: usize,
    transpose: impl Fn([&Lanes; LINES], &mut Tile),
) {
    let mut tile = [[0.0; LINES]; LINES];
    for (at, own) in means.as_chunks::<LINES>().0.iter().enumerate().take(width.div_ceil(LINES)) {
        let (start, end) = (at * LINES, width.min((at + 1) * LINES));
        transpose(own.each_ref(), &mut tile);
        for (line, row) in tile.iter().zip(to.chunks_exact_mut(width)) {
            match row[start..end].first_chunk_mut::<LINES>() {
                Some(whole) => *whole = *line,
                None => row[start..end].copy_from_slice(&line[..end - start]),
            }
        }
    }
}

/// Sixteen lines side by side.
struct SideBySide<'a> {
    lines: &'a [Lanes],
    means: &'a mut [Lanes],
    sums: Lanes,
}

impl Sums for SideBySide<'_> {
    #[inline(always)]
    fn add(&mut self, at: usize) {
        self.sums.iter_mut().zip(&self.lines[at]).for_each(|(sum, value)| *sum += value);
    }

    #[inline(always)]
    fn take_off(&mut self, at: usize) {
        self.sums.iter_mut().zip(&self.lines[at]).for_each(|(sum, value)| *sum -= value);
    }

    #[inline(always)]
    fn write(&mut self, at: usize, by: By) {
        by.means(&self.sums, &mut self.means[at]);
    }
}

/// One place further down all columns: what [`walk`] does, as far as rows have come. Each sixteen rows that
/// come out go into the third pass.
#[inline(always)]
fn second_pass(
    buffers: &mut Buffers,
    at: usize,
    (width, height): (usize, usize),
    ring_rows: usize,
    taken: &[usize; TAKEN],
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) {
    let Buffers { ring, sums, below, .. } = &mut *buffers;
    let row = |at: usize| &ring[at % ring_rows * width..][..width];
    let (window, ahead) = (window(height), ahead(height));
    let comes = (at < height).then(|| row(at));
    let goes = at.checked_sub(window).map(row);
    let Some(written) = at.checked_sub(ahead) else {
        comes.into_iter().for_each(|row| add(sums, row));
        return;
    };
    let out = &mut below[written % LINES * width..][..width];
    let (sums, out) = (&mut sums[..width], &mut out[..width]);
    match (comes, goes) {
        (Some(comes), None) => {
            add(sums, comes);
            By::count(at + 1).means(sums, out);
        }
        (Some(comes), Some(goes)) => match By::count(window) {
            By::Multiplying(factor) => go_on(sums, comes, goes, out, |sum| sum * factor),
            By::Dividing(values) => go_on(sums, comes, goes, out, |sum| sum / values),
        },
        (None, goes) => {
            goes.into_iter().for_each(|row| take_off(sums, row));
            By::count(height + window - at - 1).means(sums, out);
        }
    }
    let rows = written % LINES + 1;
    if rows == LINES || written + 1 == height {
        third_pass(buffers, written + 1 - rows, rows, width, taken, transpose);
    }
}

#[inline(always)]
fn add(sums: &mut [f32], row: &[f32]) {
    sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
}

#[inline(always)]
fn take_off(sums: &mut [f32], row: &[f32]) {
    sums.iter_mut().zip(row).for_each(|(sum, value)| *sum -= value);
}

#[inline(always)]
fn go_on(
    sums: &mut [f32],
    comes: &[f32],
    goes: &[f32],
    out: &mut [f32],
    mean: impl Fn(f32) -> f32,
) {
    for (((sum, comes), goes), out) in sums.iter_mut().zip(comes).zip(goes).zip(out) {
        *sum += comes;
        *sum -= goes;
        *out = mean(*sum);
    }
}

/// Along sixteen rows again; of each, 64 values are kept.
#[inline(always)]
fn third_pass(
    buffers: &mut Buffers,
    first: usize,
    rows: usize,
    width: usize,
    taken: &[usize; TAKEN],
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) {
    let Buffers { below, lines, means, narrow, .. } = buffers;
    take(&below[..rows * width], width, lines, transpose);
    let means = &mut means[..TAKEN];
    let side = SideBySide { lines: &lines[..width], means, sums: [0.0; LINES] };
    walk(width, &mut Taking { side, taken, next: 0 });
    give(means, narrow[first..first + rows].as_flattened_mut(), TAKEN, transpose);
}

/// Sixteen lines of which only some places are written down.
struct Taking<'a> {
    side: SideBySide<'a>,
    taken: &'a [usize; TAKEN],
    next: usize,
}

impl Sums for Taking<'_> {
    #[inline(always)]
    fn add(&mut self, at: usize) {
        self.side.add(at);
    }

    #[inline(always)]
    fn take_off(&mut self, at: usize) {
        self.side.take_off(at);
    }

    #[inline(always)]
    fn write(&mut self, at: usize, by: By) {
        // Of a short side a place is taken several times.
        while self.taken.get(self.next) == Some(&at) {
            self.side.write(self.next, by);
            self.next += 1;
        }
    }
}

/// Down the 64 columns; of each, 64 values are kept.
#[inline(always)]
fn fourth_pass(narrow: &[[f32; TAKEN]], height: usize) -> Averages {
    let taken = middles(height);
    let mut down =
        Down { rows: narrow, sums: [0.0; TAKEN], taken, next: 0, out: [[0.0; TAKEN]; TAKEN] };
    walk(height, &mut down);
    down.out
}

/// The columns that are left, each with its sum.
struct Down<'a> {
    rows: &'a [[f32; TAKEN]],
    sums: [f32; TAKEN],
    taken: [usize; TAKEN],
    next: usize,
    out: Averages,
}

impl Sums for Down<'_> {
    #[inline(always)]
    fn add(&mut self, at: usize) {
        add(&mut self.sums, &self.rows[at]);
    }

    #[inline(always)]
    fn take_off(&mut self, at: usize) {
        take_off(&mut self.sums, &self.rows[at]);
    }

    #[inline(always)]
    fn write(&mut self, at: usize, by: By) {
        while self.taken.get(self.next) == Some(&at) {
            by.means(&self.sums, &mut self.out[self.next]);
            self.next += 1;
        }
    }
}
