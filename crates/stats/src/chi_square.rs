//! Pearson's test of a fourfold table.

use crate::{Table2x2, TableError};

/// Pearson's statistic of a fourfold table and its p-value; one degree of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChiSquare {
    /// The statistic, zero or more.
    pub statistic: f64,
    /// The chance, in `[0, 1]`, of a statistic at least as large if the groups do not differ.
    pub p: f64,
}

/// Pearson's chi-square test, without continuity correction.
///
/// K. Pearson, "On the criterion that a given system of deviations…", Philosophical Magazine 50
/// (1900) 157–175. With one degree of freedom the upper tail is `erfc(sqrt(x / 2))`, which keeps
/// its relative accuracy down to the smallest `f64`; beyond a statistic of about 1,490 the
/// p-value is 0.
///
/// # Errors
///
/// When a margin is empty: then nothing is expected in two cells.
pub fn chi_square_2x2(table: &Table2x2) -> Result<ChiSquare, TableError> {
    if table.has_empty_margin() {
        return Err(TableError::EmptyMargin);
    }
    let [[a, b], [c, d]] = table.wide();
    // Exact until here: the difference of the products is where a formula in f64 would lose its
    // digits when the groups hardly differ.
    let cross = (a * d).abs_diff(b * c) as f64;
    let [r1, r2] = table.row_sums().map(|sum| sum as f64);
    let [c1, c2] = table.column_sums().map(|sum| sum as f64);
    let statistic = table.total() as f64 * (cross / (r1 * r2)) * (cross / (c1 * c2));
    Ok(ChiSquare { statistic, p: libm::erfc((statistic / 2.0).sqrt()) })
}

/// What each cell would hold if the groups did not differ: row sum times column sum over total.
///
/// An empty table expects nothing anywhere.
#[must_use]
pub fn expected_counts(table: &Table2x2) -> [[f64; 2]; 2] {
    let total = table.total().max(1) as f64;
    let columns = table.column_sums();
    table.row_sums().map(|row| columns.map(|column| row as f64 * (column as f64 / total)))
}
