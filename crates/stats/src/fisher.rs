//! Fisher's exact test of a fourfold table.

use std::iter::successors;

use crate::Table2x2;

/// Two tables count as equally likely when their probabilities differ by less than this share.
/// R's `fisher.test` has the same: without it a tie is decided by the last digit.
const TIE: f64 = 1e-7;

/// A weight below `2^-SCALE` is stored times `2^SCALE`, so that far tails do not underflow.
const SCALE: i32 = 256;

/// From here on a weight is below `2^-1280`. There are at most `2^64` tables with the same
/// margins, so even all their weights together are below the smallest `f64`.
const NOTHING: i32 = 5;

/// The two-sided p-value of Fisher's exact test, in `[0, 1]`.
///
/// The sum of the probabilities of all tables with the same margins that are at most as likely as
/// this one. R. A. Fisher, "The logic of inductive inference", Journal of the Royal Statistical
/// Society 98 (1935) 39–82; the two-sided rule is that of Freeman and Halton, Biometrika 38
/// (1951) 141–149, with R's tolerance for ties. A table with an empty margin has p = 1. Below the
/// smallest `f64` the p-value is 0. The work grows with the smallest margin.
#[must_use]
pub fn fisher_exact_2x2(table: &Table2x2) -> f64 {
    let tables = SameMargins::of(table);
    let observed = tables.observed();
    if observed.steps >= NOTHING {
        return 0.0;
    }
    let (mut tail, mut all) = (0.0, 0.0);
    // Adds one table; false when nothing that follows on this side can change a digit.
    let mut add = |weight: Weight| {
        all += weight.in_units_of(0);
        let relative = weight.in_units_of(observed.steps);
        if relative <= observed.mantissa * (1.0 + TIE) {
            tail += relative;
        }
        // At most 2^64 tables are left, each lighter than this one.
        relative > observed.mantissa * 1e-40
    };
    for (_, weight) in tables.upwards() {
        if !add(weight) {
            break;
        }
    }
    // The mode has been added already.
    for (_, weight) in tables.downwards().skip(1) {
        if !add(weight) {
            break;
        }
    }
    libm::ldexp(tail / all, -SCALE * observed.steps).min(1.0)
}

/// All tables with the same margins, told apart by their first cell. Each has a weight
/// proportional to its (hypergeometric) probability; the most likely one weighs 1.
struct SameMargins {
    seen: u128,
    row: u128,
    column: u128,
    total: u128,
    low: u128,
    high: u128,
    mode: u128,
}

impl SameMargins {
    fn of(table: &Table2x2) -> Self {
        let [row, _] = table.row_sums();
        let [column, _] = table.column_sums();
        let total = table.total();
        let (low, high) = ((row + column).saturating_sub(total), row.min(column));
        // floor((row + 1)(column + 1) / (total + 2)); in f64 for want of a wider integer. A
        // neighbour of the true mode serves as well: weights near it are all close to 1.
        let guess = (row + 1) as f64 * ((column + 1) as f64 / (total + 2) as f64);
        let [[seen, _], _] = table.wide();
        Self { seen, row, column, total, low, high, mode: (guess as u128).clamp(low, high) }
    }

    /// The weight of the table seen, or one past [`NOTHING`] if it is farther out than that.
    fn observed(&self) -> Weight {
        let arrived =
            |&(cell, weight): &(u128, Weight)| cell == self.seen || weight.steps >= NOTHING;
        let found = if self.seen >= self.mode {
            self.upwards().find(arrived)
        } else {
            self.downwards().find(arrived)
        };
        found.map_or(Weight::ONE, |(_, weight)| weight)
    }

    fn upwards(&self) -> impl Iterator<Item = (u128, Weight)> {
        successors(Some((self.mode, Weight::ONE)), |&(cell, weight)| {
            (cell < self.high).then(|| (cell + 1, weight.times(self.ratio_above(cell))))
        })
    }

    fn downwards(&self) -> impl Iterator<Item = (u128, Weight)> {
        successors(Some((self.mode, Weight::ONE)), |&(cell, weight)| {
            (cell > self.low).then(|| (cell - 1, weight.times(1.0 / self.ratio_above(cell - 1))))
        })
    }

    /// The weight at `cell + 1` over the weight at `cell`.
    fn ratio_above(&self, cell: u128) -> f64 {
        let up = (self.row - cell) as f64 * (self.column - cell) as f64;
        let down = (cell + 1) as f64 * (self.total + cell + 1 - self.row - self.column) as f64;
        up / down
    }
}

/// `mantissa * 2^(-SCALE * steps)`.
#[derive(Debug, Clone, Copy)]
struct Weight {
    mantissa: f64,
    steps: i32,
}

impl Weight {
    const ONE: Self = Self { mantissa: 1.0, steps: 0 };

    fn times(self, factor: f64) -> Self {
        let (mut mantissa, mut steps) = (self.mantissa * factor, self.steps);
        if mantissa < libm::ldexp(1.0, -SCALE) {
            mantissa = libm::ldexp(mantissa, SCALE);
            steps += 1;
        }
        Self { mantissa, steps }
    }

    /// This weight times `2^(SCALE * steps)`.
    fn in_units_of(self, steps: i32) -> f64 {
        libm::ldexp(self.mantissa, SCALE * (steps - self.steps))
    }
}
