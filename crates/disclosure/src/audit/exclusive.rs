//! The ranges of an exclusive table: all rows together make one two-way table.

use super::choices::{Border, borders, is_hidden};
use super::network::Range;
use super::two_way::{Hidden, TwoWay};
use super::{Block, Reader, known};
use crate::SafeTable;
use crate::table::ranking_column;

/// For each row, the range of each column of the block ([`Block::columns`]).
pub(super) fn doubts(table: &SafeTable, block: &Block, reader: Reader) -> Option<Vec<Vec<Range>>> {
    let ranking = ranking_column(table.total.as_ref());
    let borders = match reader {
        Reader::KnowsChoices if block.columns().any(|column| column == ranking) => borders(table),
        _ => Vec::new(),
    };
    if borders.is_empty() {
        return ranges(table, block, reader, None);
    }
    // One of the borders is the true one, so a number can be whatever it can be with any.
    let each = borders.into_iter().filter_map(|border| ranges(table, block, reader, Some(border)));
    each.reduce(|all, one| {
        let rows = all.into_iter().zip(one);
        rows.map(|(all, one)| all.into_iter().zip(one).map(|(a, b)| a.join(b)).collect()).collect()
    })
}

fn ranges(
    table: &SafeTable,
    block: &Block,
    reader: Reader,
    border: Option<Border>,
) -> Option<Vec<Vec<Range>>> {
    let ranges = two_way(table, block, reader, border).ranges()?;
    let rows = ranges.cells.into_iter().zip(ranges.row_sums);
    Some(rows.map(|(cells, sum)| block.in_order(cells, sum)).collect())
}

fn two_way(table: &SafeTable, block: &Block, reader: Reader, border: Option<Border>) -> TwoWay {
    let rows = 0..table.rows.len();
    let chose = |row: usize, column: usize| match border {
        None => known::cell(table, row, column).chose,
        Some(border) => border.cell(table, row, column),
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
            at_least: match reader {
                Reader::KnowsSums => 0,
                Reader::KnowsChoices => table.rules.suppress_below(),
            },
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
