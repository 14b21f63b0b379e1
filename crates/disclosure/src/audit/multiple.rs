//! The ranges of a multiple table: each row is a two-way table of its own, those who chose it and
//! those who did not, and all rows share their bases.

use super::network::Range;
use super::two_way::{Hidden, Ranges, TwoWay};
use super::{Block, known};
use crate::{Reason, SafeCell, SafeTable};

/// For each row, the range of each column of the block ([`Block::columns`]): of those who did not
/// choose the option where they are the few, else of those who chose it.
pub(super) fn doubts(table: &SafeTable, block: &Block) -> Option<Vec<Vec<Range>>> {
    let mut bases: Vec<Range> = block.parts.iter().map(|&p| known::base(table, p)).collect();
    let mut grand = block.total.map_or(Range::from(0), |total| known::base(table, total));
    // What one row tells of the bases bounds the others. Each round narrows a bound or is the
    // last.
    loop {
        let rows = (0..table.rows.len())
            .map(|row| two_way(table, block, row, &bases, grand).ranges())
            .collect::<Option<Vec<Ranges>>>()?;
        let (bases_before, grand_before) = (bases.clone(), grand);
        for ranges in &rows {
            grand = grand.meet(ranges.grand);
            for (base, range) in bases.iter_mut().zip(&ranges.bases) {
                *base = base.meet(*range);
            }
        }
        if (bases_before, grand_before) == (bases.clone(), grand) {
            return Some(rows.into_iter().enumerate().map(pick(table, block)).collect());
        }
    }
}

fn two_way(table: &SafeTable, block: &Block, row: usize, bases: &[Range], grand: Range) -> TwoWay {
    let known: Vec<_> = block.parts.iter().map(|&part| known::cell(table, row, part)).collect();
    let (sum_chose, sum_did_not) = match block.total {
        Some(total) => {
            let sum = known::cell(table, row, total);
            (sum.chose, sum.did_not)
        }
        None => (Range::from(0), Range::from(0)),
    };
    TwoWay {
        cells: vec![
            known.iter().map(|cell| cell.chose).collect(),
            known.iter().map(|cell| cell.did_not).collect(),
        ],
        row_sums: vec![sum_chose, sum_did_not],
        bases: bases.to_vec(),
        grand,
        hidden: Hidden::unknown(2, bases.len()),
    }
}

/// Of each cell, the side that is the small one.
fn pick(table: &SafeTable, block: &Block) -> impl Fn((usize, Ranges)) -> Vec<Range> {
    move |(row, Ranges { cells, row_sums, .. })| {
        let mut sides =
            cells.into_iter().zip(row_sums).map(|(side, sum)| block.in_order(side, sum));
        let chose = sides.next().unwrap_or_default();
        let did_not = sides.next().unwrap_or_default();
        let columns = block.columns().zip(chose.into_iter().zip(did_not));
        columns
            .map(|(column, (chose, did_not))| match table.rows[row].cells[column] {
                SafeCell::Suppressed(Reason::NearlyAll) => did_not,
                _ => chose,
            })
            .collect()
    }
}
