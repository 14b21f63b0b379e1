//! From the exact table to the printed one.

use crate::audit::audit;
use crate::safe::{SafeColumn, SafeRow};
use crate::table::ranking_column;
use crate::{Cell, Kind, Reason, Rules, SafeCell, SafeCount, SafeTable, Table};

/// What of a table may leave the house.
///
/// 1. A cell is small when fewer than [`suppress_below`](Rules::suppress_below) people are in it,
///    nobody included, or, in a multiple table, fewer of the base are outside it. Structural
///    zeros are never small: they are printed as 0.
/// 2. A row with a small cell is hidden in every column: what is left of it would give the cell
///    by subtraction.
/// 3. In an exclusive table a column must not give what is hidden in it by subtraction from its
///    base. While fewer than two of its cells are hidden, or the hidden ones sum to less than the
///    threshold, the smallest row without structural zeros is hidden as well. Rows are ranked by
///    the total column, or by the first where there is no total; of equal rows the first goes.
/// 4. The whole question is withheld, bases included, when a base is small, when the last step
///    ran out of rows, when nothing would be left or, in an exclusive table, one row alone, and
///    when an [`audit`] of the result finds a small count that is known too closely.
///
/// What is shown is rounded, bases too. Shares are computed from the rounded numbers. They are
/// left out on any printed base that a base below
/// [`min_base_for_shares`](Rules::min_base_for_shares) could have been rounded to.
#[must_use]
pub fn protect(table: &Table, rules: &Rules) -> SafeTable {
    if table.columns().iter().any(|column| rules.is_small(column.base)) {
        return withhold(table, rules);
    }
    let mut pattern = Pattern::primary(table, rules);
    pattern.complement();
    if pattern.leaves_too_little() {
        return withhold(table, rules);
    }
    let printed = pattern.print();
    // Hiding one more row and trying again would tell by that row that there was a finding, and
    // with it which numbers the small one can be.
    if audit(&printed).is_empty() { printed } else { withhold(table, rules) }
}

/// Which rows are hidden.
struct Pattern<'a> {
    table: &'a Table,
    rules: &'a Rules,
    hidden: Vec<bool>,
}

impl<'a> Pattern<'a> {
    /// The rows with a small cell.
    fn primary(table: &'a Table, rules: &'a Rules) -> Self {
        let bases = || table.columns().iter().map(|column| column.base);
        let hidden = table.rows().iter().map(|row| {
            let small = |(&cell, base)| reason(table.kind(), rules, cell, base).is_some();
            row.cells.iter().zip(bases()).any(small)
        });
        Self { table, rules, hidden: hidden.collect() }
    }

    /// Hides rows until no column gives its hidden cells by subtraction from its base.
    fn complement(&mut self) {
        if self.table.kind() == Kind::Multiple {
            return;
        }
        // A row hidden for one column may leave another column with a single hidden cell, so
        // look at all of them again until nothing changes.
        while (0..self.table.columns().len()).any(|column| self.gives_away(column)) {
            if !self.hide_smallest() {
                return;
            }
        }
    }

    /// Whether the base of the column and its shown cells give what is hidden.
    fn gives_away(&self, column: usize) -> bool {
        let hidden = || {
            let rows = self.table.rows().iter().zip(&self.hidden);
            let cells = rows.filter(|(_, hidden)| **hidden).map(|(row, _)| row.cells[column]);
            cells.filter(|&cell| cell != Cell::StructuralZero).map(Cell::count)
        };
        let cells = hidden().count();
        cells == 1 || (cells > 0 && self.rules.is_small(hidden().sum()))
    }

    /// Hides the smallest row that is shown and has people in every column, so that it is a
    /// partner for all of them. False when none is left.
    fn hide_smallest(&mut self) -> bool {
        let ranking = ranking_column(self.table.total());
        let rows = self.table.rows().iter().zip(&mut self.hidden);
        let partners =
            rows.filter(|(row, hidden)| !**hidden && !row.cells.contains(&Cell::StructuralZero));
        let smallest = partners.min_by_key(|(row, _)| row.cells[ranking].count());
        smallest.map(|(_, hidden)| *hidden = true).is_some()
    }

    /// Whether so little is shown that the question is better withheld.
    fn leaves_too_little(&self) -> bool {
        let tells = |index: usize| {
            let cells = &self.table.rows()[index].cells;
            !self.hidden[index] && cells.iter().any(|&cell| cell != Cell::StructuralZero)
        };
        let shown = (0..self.hidden.len()).filter(|&index| tells(index)).count();
        let least = if self.table.kind() == Kind::Exclusive { 2 } else { 1 };
        let stuck = (0..self.table.columns().len())
            .any(|column| self.table.kind() == Kind::Exclusive && self.gives_away(column));
        self.hidden.contains(&true) && (shown < least || stuck)
    }

    fn print(&self) -> SafeTable {
        let (table, rules) = (self.table, self.rules);
        let bases = || table.columns().iter().map(|column| column.base);
        let rows = table.rows().iter().zip(&self.hidden).map(|(row, &hidden)| {
            let cells = row.cells.iter().zip(bases());
            let cells = cells.map(|(&cell, base)| {
                if hidden && cell != Cell::StructuralZero {
                    let small = reason(table.kind(), rules, cell, base);
                    SafeCell::Suppressed(small.unwrap_or(Reason::Complement))
                } else {
                    show(rules, cell, base)
                }
            });
            SafeRow { key: row.key.clone(), cells: cells.collect() }
        });
        let rows = rows.collect();
        assemble(table, rules, |base| SafeCount::Shown(rules.round(base)), rows)
    }
}

/// Why a cell is small, if it is.
fn reason(kind: Kind, rules: &Rules, cell: Cell, base: u64) -> Option<Reason> {
    match cell {
        Cell::Count(count) if rules.is_small(count) => Some(Reason::Small),
        Cell::Count(count) if kind == Kind::Multiple && rules.is_small(base - count) => {
            Some(Reason::NearlyAll)
        }
        _ => None,
    }
}

fn show(rules: &Rules, cell: Cell, base: u64) -> SafeCell {
    let (count_rounded, base_rounded) = (rules.round(cell.count()), rules.round(base));
    // Rounding keeps order, so the share cannot exceed 1; the limit is for the reader.
    let share = (count_rounded as f64 / base_rounded as f64).min(1.0);
    // Asking the exact base would tell on which side of the limit it is.
    let (least_base, _) = rules.could_be(base_rounded);
    let enough = least_base >= rules.min_base_for_shares();
    SafeCell::Shown { count_rounded, share: enough.then_some(share) }
}

/// The table without any number but its structural zeros.
fn withhold(table: &Table, rules: &Rules) -> SafeTable {
    let rows = table.rows().iter().map(|row| {
        let cells = row.cells.iter().map(|&cell| match cell {
            Cell::Count(_) => SafeCell::Suppressed(Reason::Withheld),
            Cell::StructuralZero => SafeCell::Shown { count_rounded: 0, share: None },
        });
        SafeRow { key: row.key.clone(), cells: cells.collect() }
    });
    assemble(table, rules, |_| SafeCount::Suppressed(Reason::Withheld), rows.collect())
}

fn assemble(
    table: &Table,
    rules: &Rules,
    base: impl Fn(u64) -> SafeCount,
    rows: Vec<SafeRow>,
) -> SafeTable {
    let columns = table.columns().iter();
    SafeTable {
        kind: table.kind(),
        rules: *rules,
        total: table.total().cloned(),
        columns: columns.map(|c| SafeColumn { key: c.key.clone(), base: base(c.base) }).collect(),
        rows,
    }
}
