//! The audit against attackers who try every table there is.

mod examples;
mod reader;
mod twin;

use crate::safe::{SafeColumn, SafeRow};
use crate::{Cell, Column, Kind, Reason, Row, Rules, SafeCell, SafeCount, SafeTable, Table, Total};

/// A table of columns `group, rest, all`, or of `group` alone, from the counts of the parts.
/// `bases` are those of the parts; an exclusive table has no say in them.
fn table(kind: Kind, parts: &[Vec<u64>], bases: &[u64]) -> Table {
    let counted = |row: &Vec<u64>| row.iter().copied().map(Cell::Count).collect();
    table_of_cells(kind, &parts.iter().map(counted).collect::<Vec<_>>(), bases)
}

/// [`table`] with structural zeros among the cells.
fn table_of_cells(kind: Kind, parts: &[Vec<Cell>], bases: &[u64]) -> Table {
    let width = parts[0].len();
    let sum = |part: usize| parts.iter().map(|row| row[part].count()).sum();
    let mut bases =
        if kind == Kind::Exclusive { (0..width).map(sum).collect() } else { bases.to_vec() };
    let mut rows = parts.to_vec();
    if width > 1 {
        bases.push(bases.iter().sum());
        for row in &mut rows {
            let nobody = row.iter().all(|&cell| cell == Cell::StructuralZero);
            let sum = row.iter().map(|cell| cell.count()).sum();
            row.push(if nobody { Cell::StructuralZero } else { Cell::Count(sum) });
        }
    }
    let key = String::new;
    let columns = bases.into_iter().map(|base| Column { key: key(), base });
    let rows = rows.into_iter().map(|cells| Row { key: key(), cells });
    let total = (width > 1).then(|| Total { column: width, parts: (0..width).collect() });
    Table::new(kind, columns.collect(), rows.collect(), total).unwrap()
}

/// Prints a table with any cells hidden, whether or not that is wise; a small cell always is.
fn print(table: &Table, rules: &Rules, hidden: &[Vec<bool>]) -> SafeTable {
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
