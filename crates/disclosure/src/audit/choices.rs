//! What the choice of the hidden rows of an exclusive table tells.
//!
//! A row without a small cell is hidden for another's sake, and then it is the smallest there
//! was: smaller than every row still shown, or as small and above it in the table.

use super::known;
use super::network::Range;
use crate::table::ranking_column;
use crate::{Reason, SafeCell, SafeTable};

/// A border between the rows that were chosen to be hidden and those still shown: the smallest
/// of the latter, which is `row`, and its count in the ranking column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border {
    row: usize,
    count: u64,
}

/// Every border there could be. Empty when the choice tells nothing.
pub(super) fn borders(table: &SafeTable) -> Vec<Border> {
    let ranking = ranking_column(table.total.as_ref());
    let rows = 0..table.rows.len();
    if !rows.clone().any(|row| was_chosen(table, row, ranking)) {
        return Vec::new();
    }
    let shown: Vec<(usize, Range)> = rows
        .filter(|&row| is_shown(table, row))
        .map(|row| (row, known::cell(table, row, ranking).chose))
        .collect();
    // The smallest row is no larger than the largest that any row shown can be.
    let highest = shown.iter().map(|&(_, range)| range.high).min().unwrap_or(0);
    let counts = |range: Range| range.low..=range.high.min(highest);
    shown
        .into_iter()
        .flat_map(|(row, range)| counts(range).map(move |count| Border { row, count }))
        .collect()
}

impl Border {
    /// What is known of a cell by itself, and by the side of the border its row is on.
    pub(super) fn cell(self, table: &SafeTable, row: usize, column: usize) -> Range {
        let alone = known::cell(table, row, column).chose;
        let ranking = ranking_column(table.total.as_ref());
        if column != ranking {
            alone
        } else if row == self.row {
            alone.meet(Range { low: self.count, high: self.count })
        } else if was_chosen(table, row, ranking) {
            // Of two equal rows the upper one is hidden.
            let most = if row < self.row { self.count } else { self.count.saturating_sub(1) };
            alone.meet(Range { low: 0, high: most })
        } else if is_shown(table, row) {
            alone.meet(Range::from(if row < self.row { self.count + 1 } else { self.count }))
        } else {
            alone
        }
    }
}

/// Hidden, as every cell with people in it is in a hidden row. A withheld one tells nothing.
pub(super) fn is_hidden(table: &SafeTable, row: usize, column: usize) -> bool {
    matches!(
        table.rows[row].cells[column],
        SafeCell::Suppressed(Reason::Small | Reason::NearlyAll | Reason::Complement)
    )
}

/// Hidden although no cell of it is small, with people in the ranking column.
fn was_chosen(table: &SafeTable, row: usize, ranking: usize) -> bool {
    let small = |cell: &SafeCell| *cell == SafeCell::Suppressed(Reason::Small);
    is_hidden(table, row, ranking) && !table.rows[row].cells.iter().any(small)
}

/// Shown, with people in every column: a row that could have been chosen and was not.
fn is_shown(table: &SafeTable, row: usize) -> bool {
    let has_people = |cell: &SafeCell| matches!(cell, SafeCell::Shown { count_rounded, .. } if *count_rounded > 0);
    table.rows[row].cells.iter().all(has_people)
}
