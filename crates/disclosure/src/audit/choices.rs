//! What the choice of the hidden rows of an exclusive table tells.
//!
//! Rows with a small cell are hidden in any case. A row without one was chosen: for the sake of
//! a column in which what was hidden until then would have been given away, and because it was
//! the smallest there was, or the first of the smallest.

use super::network::Range;
use super::two_way::Place;
use super::{Block, known};
use crate::table::ranking_column;
use crate::{Reason, SafeCell, SafeTable};

/// One way in which the hidden rows may have been chosen.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Choice {
    /// What the chosen rows are smaller than.
    border: Option<Border>,
    /// The part in which the rows with a small cell sum to less than the threshold.
    scarce: Option<usize>,
}

/// The smallest row that is shown, and its count in the ranking column.
#[derive(Debug, Clone, Copy)]
struct Border {
    row: usize,
    count: u64,
}

/// Every way in which the hidden rows may have been chosen, as far as the block can tell. One of
/// them is the true one.
pub(super) fn choices(table: &SafeTable, block: &Block) -> Vec<Choice> {
    let ranking = ranking_column(table.total.as_ref());
    let rows = || 0..table.rows.len();
    if !rows().any(|row| place(table, row, ranking) == Place::ChosenRow) {
        return vec![Choice::default()];
    }
    // A column with one hidden cell needed another, whatever its sum; and it may have been a
    // column of another block.
    let alone = block.columns().any(|column| {
        rows().filter(|&row| place(table, row, column) == Place::SmallRow).count() == 1
    });
    let whole = block.columns().count() == table.columns.len();
    let has_small_rows =
        |column: usize| rows().any(|row| place(table, row, column) == Place::SmallRow);
    let scarce: Vec<Option<usize>> = if whole && !alone {
        block.parts.iter().copied().filter(|&part| has_small_rows(part)).map(Some).collect()
    } else {
        vec![None]
    };
    let mut borders: Vec<Option<Border>> = Vec::new();
    if block.columns().any(|column| column == ranking) {
        borders.extend(self::borders(table, ranking).map(Some));
    }
    if borders.is_empty() {
        borders.push(None);
    }
    let with = |border| scarce.iter().map(move |&scarce| Choice { border, scarce });
    borders.into_iter().flat_map(with).collect()
}

fn borders(table: &SafeTable, ranking: usize) -> impl Iterator<Item = Border> {
    let shown: Vec<(usize, Range)> = (0..table.rows.len())
        .filter(|&row| could_be_chosen(table, row))
        .map(|row| (row, known::cell(table, row, ranking).chose))
        .collect();
    // The smallest row is no larger than any of them can be.
    let highest = shown.iter().map(|&(_, range)| range.high).min().unwrap_or(0);
    shown.into_iter().flat_map(move |(row, range)| {
        (range.low..=range.high.min(highest)).map(move |count| Border { row, count })
    })
}

impl Choice {
    /// What is known of a cell by itself, and by the side of the border its row is on.
    pub(super) fn cell(self, table: &SafeTable, row: usize, column: usize) -> Range {
        let alone = known::cell(table, row, column).chose;
        let ranking = ranking_column(table.total.as_ref());
        let Some(border) = self.border.filter(|_| column == ranking) else { return alone };
        let Border { count, .. } = border;
        // Of two equal rows the upper one was chosen.
        let beyond = u64::from(row < border.row);
        if row == border.row {
            alone.meet(Range { low: count, high: count })
        } else if place(table, row, ranking) == Place::ChosenRow {
            alone.meet(Range { low: 0, high: (count + beyond).saturating_sub(1) })
        } else if could_be_chosen(table, row) {
            alone.meet(Range::from(count + beyond))
        } else {
            alone
        }
    }

    /// What is known of the sum of the rows with a small cell in a part.
    pub(super) fn small_rows(self, table: &SafeTable, part: usize) -> Range {
        let most = table.rules.suppress_below().saturating_sub(1);
        let limit = if self.scarce == Some(part) { most } else { Range::NO_LIMIT };
        Range { low: 0, high: limit }
    }
}

/// Where a number stands. Withheld ones count as shown: no rule about sums holds for them.
pub(super) fn place(table: &SafeTable, row: usize, column: usize) -> Place {
    let cells = &table.rows[row].cells;
    match cells[column] {
        SafeCell::Shown { .. } | SafeCell::Suppressed(Reason::Withheld) => Place::Shown,
        _ if cells.contains(&SafeCell::Suppressed(Reason::Small)) => Place::SmallRow,
        _ => Place::ChosenRow,
    }
}

/// Shown, with people in every column: a row that could have been chosen and was not.
fn could_be_chosen(table: &SafeTable, row: usize) -> bool {
    let has_people = |cell: &SafeCell| matches!(cell, SafeCell::Shown { count_rounded, .. } if *count_rounded > 0);
    table.rows[row].cells.iter().all(has_people)
}
