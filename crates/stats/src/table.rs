//! The fourfold table.

use thiserror::Error;

use crate::Proportion;

/// Two groups by two answers: counts of people, `cells[group][answer]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Table2x2 {
    /// One row a group, one column an answer.
    pub cells: [[u64; 2]; 2],
}

impl Table2x2 {
    /// The table with these rows.
    #[must_use]
    pub const fn new(cells: [[u64; 2]; 2]) -> Self {
        Self { cells }
    }

    /// First row `a` (counted, not counted), second row `b`.
    #[must_use]
    pub const fn from_proportions(a: Proportion, b: Proportion) -> Self {
        Self::new([[a.count(), a.complement().count()], [b.count(), b.complement().count()]])
    }

    // Margins are taken in u128: four cells of u64 cannot overflow there.

    pub(crate) fn row_sums(&self) -> [u128; 2] {
        let [[a, b], [c, d]] = self.wide();
        [a + b, c + d]
    }

    pub(crate) fn column_sums(&self) -> [u128; 2] {
        let [[a, b], [c, d]] = self.wide();
        [a + c, b + d]
    }

    pub(crate) fn total(&self) -> u128 {
        let [first, second] = self.row_sums();
        first + second
    }

    pub(crate) fn has_empty_margin(&self) -> bool {
        self.row_sums().contains(&0) || self.column_sums().contains(&0)
    }

    pub(crate) fn wide(&self) -> [[u128; 2]; 2] {
        self.cells.map(|row| row.map(u128::from))
    }
}

/// Why a fourfold table has no such statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TableError {
    /// A row or a column sums to zero, so nothing is expected in it.
    #[error("a row or a column of the table is empty")]
    EmptyMargin,
    /// A cell is zero, so the odds ratio or its standard error is infinite.
    #[error("a cell of the table is zero")]
    ZeroCell,
}
