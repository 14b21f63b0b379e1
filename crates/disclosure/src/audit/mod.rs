//! What a reader of the printed table can work out: the oracle of the rules.

mod choices;
mod exclusive;
mod known;
mod multiple;
mod network;
#[cfg(test)]
mod tests;
mod two_way;

use network::Range;

use crate::{Kind, Reason, SafeCell, SafeTable};

/// What a reader of a printed table can work out and should not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// A small count that is hidden is known too closely.
    Narrow {
        /// The row, counted from 0.
        row: usize,
        /// The column, counted from 0.
        column: usize,
        /// The least it can be, in people.
        low: u64,
        /// The largest it can be.
        high: u64,
    },
    /// No exact table prints like this one: a number in it is wrong.
    Inconsistent,
}

/// Attacks a printed table with everything its reader may know, and reports what gives way.
///
/// The reader knows the [rules](crate::Rules), the reason of every hidden cell, what is the sum
/// of what, that counts are whole and not negative, and how numbers are rounded. The reader also
/// knows how [`protect`](crate::protect) chooses the rows it hides. From that follows, for every
/// hidden number, the range of values it can take in some table that prints like this one. A
/// small count (or, where [nearly all](Reason::NearlyAll) chose an option, the small rest) is
/// safe while its range is at least [`least_doubt`](crate::Rules::least_doubt) wide; a narrower
/// one is a finding.
///
/// The ranges are exact: they are those of a reader who protects every table there is and keeps
/// the ones that come out like this, which the tests do for all small tables. The audit may see
/// less than such a reader could in two cases: columns that are not all of one total, and a
/// multiple table whose total has more than two parts, where two rows together may tell more of
/// the bases. Not attacked at all: what a reader knows from other releases or of the people
/// themselves.
#[must_use]
pub fn audit(table: &SafeTable) -> Vec<Finding> {
    // A table that was not made by the rules may contradict them; its reader has to do without.
    let doubts = doubts(table, Reader::KnowsChoices).or_else(|| doubts(table, Reader::KnowsSums));
    let Some(doubts) = doubts else { return vec![Finding::Inconsistent] };
    let mut findings = Vec::new();
    for (row, ranges) in doubts.into_iter().enumerate() {
        for (column, range) in ranges.into_iter().enumerate() {
            if is_sensitive(table, row, column) && range.width() < table.rules.least_doubt() {
                let Range { low, high } = range;
                findings.push(Finding::Narrow { row, column, low, high });
            }
        }
    }
    findings
}

/// Whether a cell hides a small number. A withheld question does not say.
fn is_sensitive(table: &SafeTable, row: usize, column: usize) -> bool {
    matches!(table.rows[row].cells[column], SafeCell::Suppressed(Reason::Small | Reason::NearlyAll))
}

/// How much the reader knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// The printed numbers, the reasons, the rounding, and what is the sum of what.
    KnowsSums,
    /// Also by which rules it was chosen what to hide.
    KnowsChoices,
}

/// Columns that have something to do with each other: a total and its parts, or one alone.
struct Block {
    parts: Vec<usize>,
    total: Option<usize>,
}

impl Block {
    /// The blocks of a table. Each column is in exactly one.
    fn all(table: &SafeTable) -> Vec<Self> {
        let of_total = table
            .total
            .as_ref()
            .map(|total| Self { parts: total.parts.clone(), total: Some(total.column) });
        let in_total = |column: &usize| {
            of_total.as_ref().is_some_and(|block| block.columns().any(|other| other == *column))
        };
        let alone: Vec<Self> = (0..table.columns.len())
            .filter(|column| !in_total(column))
            .map(|column| Self { parts: vec![column], total: None })
            .collect();
        of_total.into_iter().chain(alone).collect()
    }

    /// The columns of the block: the parts, then the total if there is one.
    fn columns(&self) -> impl Iterator<Item = usize> {
        self.parts.iter().copied().chain(self.total)
    }

    /// What belongs to the parts and to their sum, in the order of [`columns`](Self::columns).
    fn in_order(&self, parts: Vec<Range>, sum: Range) -> Vec<Range> {
        parts.into_iter().chain(self.total.map(|_| sum)).collect()
    }
}

/// For every cell, the range of the number that would be sensitive in it. None when no exact
/// table fits what the reader knows.
fn doubts(table: &SafeTable, reader: Reader) -> Option<Vec<Vec<Range>>> {
    let mut doubts = vec![vec![Range::from(0); table.columns.len()]; table.rows.len()];
    for block in Block::all(table) {
        let of_block = match table.kind {
            Kind::Exclusive => exclusive::doubts(table, &block, reader)?,
            Kind::Multiple => multiple::doubts(table, &block)?,
        };
        for (row, ranges) in doubts.iter_mut().zip(of_block) {
            for (column, range) in block.columns().zip(ranges) {
                row[column] = range;
            }
        }
    }
    Some(doubts)
}
