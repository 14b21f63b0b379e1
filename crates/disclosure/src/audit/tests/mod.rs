//! The audit against attackers who try every table there is.

mod examples;
mod reader;
mod twin;

use crate::safe::{SafeColumn, SafeRow};
use crate::{Cell, Column, Kind, Reason, Row, Rules, SafeCell, SafeCount, SafeTable, Table, Total};

/// A table of columns `group, rest, all`, or of `group` alone, from the counts of the parts.
/// `bases` are those of the parts; an exclusive table has no say in them.
pub(super) fn table(kind: Kind, parts: &[Vec<u64>], bases: &[u64]) -> Table {
    let with_total = |numbers: &[u64]| -> Vec<u64> {
        let sum = numbers.iter().sum();
        let total = if numbers.len() > 1 { vec![sum] } else { Vec::new() };
        numbers.iter().copied().chain(total).collect()
    };
    let sums: Vec<u64> =
        (0..parts[0].len()).map(|part| parts.iter().map(|row| row[part]).sum()).collect();
    let bases = with_total(if kind == Kind::Exclusive { &sums } else { bases });
    let columns = bases.iter().map(|&base| Column { key: String::new(), base });
    let rows = parts.iter().map(|row| Row {
        key: String::new(),
        cells: with_total(row).into_iter().map(Cell::Count).collect(),
    });
    let width = parts[0].len();
    let total = (width > 1).then(|| Total { column: width, parts: (0..width).collect() });
    Table::new(kind, columns.collect(), rows.collect(), total).unwrap()
}

/// Prints a table with any cells hidden, whether or not that is wise; a small cell always is.
pub(super) fn print(table: &Table, rules: &Rules, hidden: &[Vec<bool>]) -> SafeTable {
    let cell = |row: usize, column: usize| {
        let (count, base) = (table.rows()[row].cells[column].count(), table.columns()[column].base);
        if rules.is_small(count) {
            SafeCell::Suppressed(Reason::Small)
        } else if table.kind() == Kind::Multiple && rules.is_small(base - count) {
            SafeCell::Suppressed(Reason::NearlyAll)
        } else if hidden[row][column] {
            SafeCell::Suppressed(Reason::Complement)
        } else {
            SafeCell::Shown { count_rounded: rules.round(count), share: None }
        }
    };
    let width = table.columns().len();
    SafeTable {
        kind: table.kind(),
        rules: *rules,
        total: table.total().cloned(),
        columns: (0..width)
            .map(|column| SafeColumn {
                key: String::new(),
                base: SafeCount::Shown(rules.round(table.columns()[column].base)),
            })
            .collect(),
        rows: (0..table.rows().len())
            .map(|row| SafeRow {
                key: String::new(),
                cells: (0..width).map(|column| cell(row, column)).collect(),
            })
            .collect(),
    }
}
