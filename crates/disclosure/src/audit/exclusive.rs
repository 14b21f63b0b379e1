//! The ranges of an exclusive table: all rows together make one two-way table.

use super::choices::is_hidden;
use super::network::Range;
use super::two_way::{Hidden, TwoWay};
use super::{Block, Reader, choices, known};
use crate::SafeTable;

/// For each row, the range of each column of the block ([`Block::columns`]).
pub(super) fn doubts(table: &SafeTable, block: &Block, reader: Reader) -> Option<Vec<Vec<Range>>> {
    let ranges = two_way(table, block, reader).ranges()?;
    let rows = ranges.cells.into_iter().zip(ranges.row_sums);
    Some(rows.map(|(cells, sum)| block.in_order(cells, sum)).collect())
}

fn two_way(table: &SafeTable, block: &Block, reader: Reader) -> TwoWay {
    let rows = 0..table.rows.len();
    let threshold = match reader {
        Reader::KnowsSums => 0,
        Reader::KnowsChoices => table.rules.suppress_below(),
    };
    let chose = |row: usize, column: usize| match reader {
        Reader::KnowsSums => known::cell(table, row, column).chose,
        Reader::KnowsChoices => choices::cell(table, row, column),
    };
    let total_of = |row: usize| block.total.map_or(Range::from(0), |total| chose(row, total));
    TwoWay {
        cells: rows
            .clone()
            .map(|row| block.parts.iter().map(|&part| chose(row, part)).collect())
            .collect(),
        row_sums: rows.clone().map(total_of).collect(),
        bases: block.parts.iter().map(|&part| known::base(table, part)).collect(),
        grand: block.total.map_or(Range::from(0), |total| known::base(table, total)),
        hidden: Hidden {
            at_least: threshold,
            cells: rows
                .clone()
                .map(|row| block.parts.iter().map(|&part| is_hidden(table, row, part)).collect())
                .collect(),
            row_sums: rows
                .map(|row| block.total.is_some_and(|total| is_hidden(table, row, total)))
                .collect(),
        },
    }
}
