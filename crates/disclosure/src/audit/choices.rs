//! What the choice of the hidden rows of an exclusive table tells.
//!
//! A row without a small cell is hidden for another's sake, and then it is the smallest there
//! was. So it is no larger than any row that is still shown, and those are no smaller than it.

use super::known;
use super::network::Range;
use crate::table::ranking_column;
use crate::{Reason, SafeCell, SafeTable};

/// What is known of a cell by itself, and by which rows are hidden.
pub(super) fn cell(table: &SafeTable, row: usize, column: usize) -> Range {
    let alone = known::cell(table, row, column).chose;
    let ranking = ranking_column(table.total.as_ref());
    if column != ranking {
        return alone;
    }
    let others = 0..table.rows.len();
    // Of two equal rows the first is hidden: one that is shown before a chosen row is larger.
    if was_chosen(table, row, ranking) {
        let shown = others.filter(|&other| is_shown(table, other));
        let limits = shown.map(|other| {
            let Range { high, .. } = known::cell(table, other, ranking).chose;
            high.saturating_sub(u64::from(other < row))
        });
        Range { low: 0, high: limits.min().unwrap_or(Range::NO_LIMIT) }.meet(alone)
    } else if is_shown(table, row) {
        let chosen = others.filter(|&other| was_chosen(table, other, ranking));
        let limits = chosen.map(|other| {
            let Range { low, .. } = known::cell(table, other, ranking).chose;
            low + u64::from(row < other)
        });
        Range::from(limits.max().unwrap_or(0)).meet(alone)
    } else {
        alone
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
