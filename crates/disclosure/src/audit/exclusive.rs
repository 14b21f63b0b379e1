//! The ranges of an exclusive table: all rows together make one two-way table.

use super::choices::{Choice, choices, place};
use super::network::Range;
use super::two_way::{Hidden, Place, TwoWay};
use super::{Block, Reader, known};
use crate::SafeTable;

/// For each row, the range of each column of the block ([`Block::columns`]).
pub(super) fn doubts(table: &SafeTable, block: &Block, reader: Reader) -> Option<Vec<Vec<Range>>> {
    let known_sum = match reader {
        Reader::KnowsSums => return ranges(table, block, Choice::default(), Range::from(0)),
        Reader::KnowsChoices => Range::from(table.rules.suppress_below()),
    };
    // One of the choices is the true one, so a number can be whatever it can be with any.
    let each = choices(table, block).into_iter();
    let each = each.filter_map(|choice| ranges(table, block, choice, known_sum));
    each.reduce(|all, one| {
        let rows = all.into_iter().zip(one);
        rows.map(|(all, one)| all.into_iter().zip(one).map(|(a, b)| a.join(b)).collect()).collect()
    })
}

fn ranges(
    table: &SafeTable,
    block: &Block,
    choice: Choice,
    hidden_sum: Range,
) -> Option<Vec<Vec<Range>>> {
    let ranges = two_way(table, block, choice, hidden_sum).ranges()?;
    let rows = ranges.cells.into_iter().zip(ranges.row_sums);
    Some(rows.map(|(cells, sum)| block.in_order(cells, sum)).collect())
}

fn two_way(table: &SafeTable, block: &Block, choice: Choice, hidden_sum: Range) -> TwoWay {
    let rows = || 0..table.rows.len();
    let parts = || block.parts.iter().copied();
    TwoWay {
        cells: rows()
            .map(|row| parts().map(|part| choice.cell(table, row, part)).collect())
            .collect(),
        row_sums: rows()
            .map(|row| block.total.map_or(Range::from(0), |total| choice.cell(table, row, total)))
            .collect(),
        bases: parts().map(|part| known::base(table, part)).collect(),
        grand: block.total.map_or(Range::from(0), |total| known::base(table, total)),
        hidden: Hidden {
            cells: rows()
                .map(|row| parts().map(|part| place(table, row, part)).collect())
                .collect(),
            row_sums: rows()
                .map(|row| block.total.map_or(Place::Shown, |total| place(table, row, total)))
                .collect(),
            all: hidden_sum,
            small_rows: parts().map(|part| choice.small_rows(table, part)).collect(),
        },
    }
}
