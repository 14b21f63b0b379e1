//! What a printed number tells on its own.

use super::network::Range;
use crate::{Kind, Reason, Rules, SafeCell, SafeCount, SafeTable};

/// What is known of a cell before anything is added up: of those who chose the option, and of
/// those in the base who did not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) chose: Range,
    pub(super) did_not: Range,
}

/// What the cell tells by itself, to a reader who knows the rules and the reason.
pub(super) fn cell(table: &SafeTable, row: usize, column: usize) -> Known {
    let (rules, printed) = (&table.rules, table.rows[row].cells[column]);
    let small = Range { low: 0, high: rules.suppress_below().saturating_sub(1) };
    let large = Range::from(rules.suppress_below());
    let anything = Range::from(0);
    // In a multiple table a cell is shown, or hidden for another's sake, only when both those
    // who chose and those who did not are many. An exclusive table says nothing of the others.
    let many_others = if table.kind == Kind::Multiple { large } else { anything };
    let (chose, did_not) = match printed {
        SafeCell::Shown { count_rounded: 0, .. } => (Range { low: 0, high: 0 }, anything),
        SafeCell::Shown { count_rounded, .. } => (unrounded(rules, count_rounded), many_others),
        SafeCell::Suppressed(Reason::Small) => (small, anything),
        SafeCell::Suppressed(Reason::NearlyAll) => (large, small),
        SafeCell::Suppressed(Reason::Complement) => (large, many_others),
        SafeCell::Suppressed(Reason::Withheld) => (anything, anything),
    };
    Known { chose, did_not }
}

/// What a printed base tells by itself.
pub(super) fn base(table: &SafeTable, column: usize) -> Range {
    match table.columns[column].base {
        SafeCount::Shown(printed) => unrounded(&table.rules, printed),
        SafeCount::Suppressed(_) => Range::from(0),
    }
}

fn unrounded(rules: &Rules, printed: u64) -> Range {
    let (low, high) = rules.could_be(printed);
    Range { low, high }
}
