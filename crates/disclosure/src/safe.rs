//! The printed table, as the world may know it.

use serde::Serialize;

use crate::{Kind, Rules, Total};

/// A table that may leave the house. Only [`protect`](crate::protect) makes one.
///
/// It says why each hidden cell is hidden, and [`audit`](crate::audit) assumes that the reader
/// knows. A page for the public does better to print one mark for all reasons.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SafeTable {
    pub(crate) kind: Kind,
    pub(crate) rules: Rules,
    pub(crate) total: Option<Total>,
    pub(crate) columns: Vec<SafeColumn>,
    pub(crate) rows: Vec<SafeRow>,
}

/// A group of people, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SafeColumn {
    /// The name of the group.
    pub key: String,
    /// The people of the group who answered.
    pub base: SafeCount,
}

/// An option, as printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SafeRow {
    /// The name of the option.
    pub key: String,
    /// One cell for each column.
    pub cells: Vec<SafeCell>,
}

/// A cell, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SafeCell {
    /// A number.
    Shown {
        /// The people, rounded; 0 only for a structural zero.
        count_rounded: u64,
        /// The rounded count over the rounded base, in `[0, 1]`; none on a small base.
        share: Option<f64>,
    },
    /// No number.
    Suppressed(Reason),
}

/// A count that is not a part of a base: a base itself, or a step of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SafeCount {
    /// The people, rounded.
    Shown(u64),
    /// No number.
    Suppressed(Reason),
}

/// Why a number is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Too few people, or none.
    Small,
    /// In a [multiple](Kind::Multiple) table: too few people, or none, did *not* choose it.
    NearlyAll,
    /// Large enough, but it would give a small one away.
    Complement,
    /// The whole question is withheld; this says nothing about the cell.
    Withheld,
}

/// A count and its base, both as printed: the only numbers a published statistic may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Printed {
    /// The people counted, rounded.
    pub count: u64,
    /// The people who answered, rounded; never below the count.
    pub base: u64,
}

impl SafeTable {
    /// How the rows relate to the base.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The rules the table was protected by.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The column that is the sum of others, if there is one. Rounded, the sums need not hold.
    #[must_use]
    pub const fn total(&self) -> Option<&Total> {
        self.total.as_ref()
    }

    /// The groups.
    #[must_use]
    pub fn columns(&self) -> &[SafeColumn] {
        &self.columns
    }

    /// The options.
    #[must_use]
    pub fn rows(&self) -> &[SafeRow] {
        &self.rows
    }

    /// Whether the whole question is withheld, bases included.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.columns.iter().any(|c| c.base == SafeCount::Suppressed(Reason::Withheld))
    }

    /// The numbers of a cell from which a statistic may be computed, where its share is shown.
    #[must_use]
    pub fn printed(&self, row: usize, column: usize) -> Option<Printed> {
        match (self.rows.get(row)?.cells.get(column)?, self.columns.get(column)?.base) {
            (&SafeCell::Shown { count_rounded, share: Some(_) }, SafeCount::Shown(base)) => {
                Some(Printed { count: count_rounded, base })
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Cell, Column, Kind, Row, Rules, Table, protect};

    #[test]
    fn the_printed_table_is_data() {
        let row = |key: &str, count| Row { key: key.into(), cells: vec![Cell::Count(count)] };
        let columns = vec![Column { key: "all".into(), base: 199 }];
        let rows = vec![row("yes", 104), row("no", 75), row("perhaps", 17), row("never", 3)];
        let table = Table::new(Kind::Exclusive, columns, rows, None).unwrap();
        let expected = serde_json::json!({
            "kind": "exclusive",
            "rules": {"suppress_below": 10, "round_to": 5, "min_base_for_shares": 30},
            "total": null,
            "columns": [{"key": "all", "base": {"shown": 200}}],
            "rows": [
                {"key": "yes", "cells": [{"shown": {"count_rounded": 105, "share": 0.525}}]},
                {"key": "no", "cells": [{"shown": {"count_rounded": 75, "share": 0.375}}]},
                {"key": "perhaps", "cells": [{"suppressed": "complement"}]},
                {"key": "never", "cells": [{"suppressed": "small"}]},
            ],
        });
        let printed = protect(&table, &Rules::default());
        assert_eq!(serde_json::to_value(&printed).unwrap(), expected);
    }
}
