//! The Jarosz filter: two times a mean along the rows and one along the columns.
//!
//! A running sum goes along a line: it takes in the value ahead and gives up the one behind, and each
//! output is the sum by how many values it holds. Sums of floats depend on their order, so every line has
//! its own sum and its own order; only many lines go beside each other.

use crate::transpose::{Lanes, Tile};

/// Lines that go along together.
pub const LINES: usize = 16;

/// Two buffers of the picture, and the lines that are under way.
#[derive(Default)]
pub struct Buffers {
    /// The picture, before and after.
    pub picture: Vec<f32>,
    between: Vec<f32>,
    lines: Vec<Lanes>,
    means: Vec<Lanes>,
    sums: Vec<f32>,
}

/// How many values a mean holds: 1/128 of the side, rounded up.
fn window(side: usize) -> usize {
    side.div_ceil(128)
}

/// Filters the picture in its buffer.
#[inline(always)]
pub fn filter(
    buffers: &mut Buffers,
    width: usize,
    height: usize,
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) {
    buffers.between.resize(width * height, 0.0);
    buffers.lines.resize(width.next_multiple_of(LINES), [0.0; LINES]);
    buffers.means.resize(width.next_multiple_of(LINES), [0.0; LINES]);
    buffers.sums.resize(width, 0.0);
    for _ in 0..2 {
        rows(buffers, width, transpose);
        columns(buffers, width, height);
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
fn walk(length: usize, window: usize, sums: &mut impl Sums) {
    let ahead = (window + 2) / 2 - 1;
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

/// From the picture to the buffer between: sixteen rows at a time, turned so that they lie side by side.
#[inline(always)]
fn rows(
    buffers: &mut Buffers,
    width: usize,
    transpose: impl Fn([&Lanes; LINES], &mut Tile) + Copy,
) {
    let Buffers { picture, between, lines, means, .. } = buffers;
    let block = width * LINES;
    for (from, to) in picture.chunks(block).zip(between.chunks_mut(block)) {
        take(from, width, lines, transpose);
        let mut side = SideBySide { lines: &lines[..width], means, sums: [0.0; LINES] };
        walk(width, window(width), &mut side);
        give(means, to, width, transpose);
    }
}

/// Sixteen rows, or what is left of them, side by side.
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
    for (at, own) in means.as_chunks::<LINES>().0.iter().enumerate() {
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

/// From the buffer between to the picture: whole rows are added to and taken from a row of sums.
#[inline(always)]
fn columns(buffers: &mut Buffers, width: usize, height: usize) {
    let Buffers { picture, between, sums, .. } = buffers;
    sums.fill(0.0);
    walk(height, window(height), &mut Below { rows: between, means: picture, sums, width });
}

/// Every column of the picture, each with its sum.
struct Below<'a> {
    rows: &'a [f32],
    means: &'a mut [f32],
    sums: &'a mut [f32],
    width: usize,
}

impl Below<'_> {
    #[inline(always)]
    fn row(&self, at: usize) -> std::ops::Range<usize> {
        at * self.width..(at + 1) * self.width
    }
}

impl Sums for Below<'_> {
    #[inline(always)]
    fn add(&mut self, at: usize) {
        let row = &self.rows[self.row(at)];
        self.sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }

    #[inline(always)]
    fn take_off(&mut self, at: usize) {
        let row = &self.rows[self.row(at)];
        self.sums.iter_mut().zip(row).for_each(|(sum, value)| *sum -= value);
    }

    #[inline(always)]
    fn write(&mut self, at: usize, by: By) {
        let row = self.row(at);
        by.means(self.sums, &mut self.means[row]);
    }
}
