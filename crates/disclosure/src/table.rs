//! The exact table, as the house knows it.

use serde::Serialize;
use thiserror::Error;

/// The largest count a table takes, in people: far above any survey, and small enough that sums
/// cannot overflow.
pub const LARGEST_COUNT: u64 = 1 << 40;

/// The exact counts of one question: options by groups of people.
///
/// It is judged as one: a row is shown in every column or hidden in every column. Columns that
/// have nothing to do with each other belong in tables of their own. A total printed anywhere
/// belongs into the same table as its parts, and so does the part nobody asked for: with *French*
/// and *all*, *the rest* is one subtraction away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    kind: Kind,
    columns: Vec<Column>,
    rows: Vec<Row>,
    total: Option<Total>,
}

/// How the rows of a table relate to the base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Everybody in the base is in exactly one row, as in a single choice.
    Exclusive,
    /// Each row is a yes or no of its own within the base, as in a multiple choice.
    Multiple,
}

/// A group of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name of the group.
    pub key: String,
    /// The people of the group who answered the question.
    pub base: u64,
}

/// An option of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The name of the option.
    pub key: String,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What is known of an option in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// So many people chose it. A 0 here means that nobody did, which is an answer about people.
    Count(u64),
    /// Nobody could choose it (it was not offered to the group): a 0 that tells nothing.
    StructuralZero,
}

impl Cell {
    /// The people in the cell.
    #[must_use]
    pub const fn count(self) -> u64 {
        match self {
            Self::Count(count) => count,
            Self::StructuralZero => 0,
        }
    }
}

/// One column that is the sum of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Total {
    /// The column that is the sum.
    pub column: usize,
    /// The columns it is the sum of; they share no person.
    pub parts: Vec<usize>,
}

/// The column by which rows are ranked when one has to be hidden for another's sake: the total,
/// or else the first. One column for all, so that the reader of the choice learns of one only.
pub(crate) fn ranking_column(total: Option<&Total>) -> usize {
    total.map_or(0, |total| total.column)
}

impl Table {
    /// A table whose numbers add up.
    ///
    /// # Errors
    ///
    /// When the shape is wrong or a sum is: the rules that follow trust both.
    pub fn new(
        kind: Kind,
        columns: Vec<Column>,
        rows: Vec<Row>,
        total: Option<Total>,
    ) -> Result<Self, TableError> {
        let table = Self { kind, columns, rows, total };
        table.check_shape()?;
        table.check_sums()?;
        Ok(table)
    }

    /// How the rows relate to the base.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The groups.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The options.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The column that is the sum of others, if there is one.
    #[must_use]
    pub const fn total(&self) -> Option<&Total> {
        self.total.as_ref()
    }

    fn check_shape(&self) -> Result<(), TableError> {
        let width = self.columns.len();
        if width == 0 || self.rows.is_empty() {
            return Err(TableError::Empty);
        }
        if let Some(row) = self.rows.iter().position(|row| row.cells.len() != width) {
            return Err(TableError::RaggedRow { row });
        }
        let counts = self.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.count()));
        if counts.chain(self.columns.iter().map(|c| c.base)).any(|count| count > LARGEST_COUNT) {
            return Err(TableError::CountTooLarge);
        }
        if let Some(Total { column, parts }) = &self.total {
            let named = || parts.iter().chain([column]);
            let twice = named().any(|one| named().filter(|other| *other == one).count() > 1);
            if parts.is_empty() || twice || named().any(|&index| index >= width) {
                return Err(TableError::BadTotal);
            }
        }
        Ok(())
    }

    fn check_sums(&self) -> Result<(), TableError> {
        for (column, Column { base, .. }) in self.columns.iter().enumerate() {
            let counts = || self.rows.iter().map(|row| row.cells[column].count());
            let fits = match self.kind {
                Kind::Exclusive => counts().sum::<u64>() == *base,
                Kind::Multiple => counts().all(|count| count <= *base),
            };
            if !fits {
                return Err(TableError::ColumnSum { column });
            }
        }
        let Some(Total { column, parts }) = &self.total else { return Ok(()) };
        for (index, Row { cells, .. }) in self.rows.iter().enumerate() {
            let structural = |&part: &usize| cells[part] == Cell::StructuralZero;
            let sum: u64 = parts.iter().map(|&part| cells[part].count()).sum();
            // A structural total of counted parts, or the other way round, would make a cell of
            // people out of nothing.
            if cells[*column].count() != sum || structural(column) != parts.iter().all(structural) {
                return Err(TableError::TotalOfRow { row: index });
            }
        }
        if self.columns[*column].base != parts.iter().map(|&p| self.columns[p].base).sum::<u64>() {
            return Err(TableError::TotalOfBases);
        }
        Ok(())
    }
}

/// Why numbers are no table. Rows and columns are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TableError {
    /// There is nothing in it.
    #[error("a table needs a row and a column")]
    Empty,
    /// A row has too few or too many cells.
    #[error("row {row} does not have one cell for each column")]
    RaggedRow {
        /// The row.
        row: usize,
    },
    /// A count is above [`LARGEST_COUNT`].
    #[error("a count is too large to be a count of people")]
    CountTooLarge,
    /// The total names a column that is not there, or one twice, or no part.
    #[error("the total must be one column and its parts other columns, each named once")]
    BadTotal,
    /// The rows of an exclusive table do not sum to the base, or a count exceeds it.
    #[error("the counts of column {column} do not fit its base")]
    ColumnSum {
        /// The column.
        column: usize,
    },
    /// The parts of a row do not sum to its total.
    #[error("the parts of row {row} do not sum to its total")]
    TotalOfRow {
        /// The row.
        row: usize,
    },
    /// The bases of the parts do not sum to the base of the total.
    #[error("the bases of the parts do not sum to the base of the total")]
    TotalOfBases,
}

#[cfg(test)]
mod tests {
    use super::{Cell, Column, Kind, Row, Table, TableError, Total};

    #[test]
    fn a_total_is_one_column_and_its_parts_are_others() {
        let with = |column, parts: &[usize]| {
            let columns = [50, 50].map(|base| Column { key: String::new(), base });
            let row = Row { key: String::new(), cells: vec![Cell::Count(20); 2] };
            let total = Total { column, parts: parts.to_vec() };
            Table::new(Kind::Multiple, columns.to_vec(), vec![row], Some(total))
        };
        assert!(with(1, &[0]).is_ok());
        for (column, parts) in [(1, &[][..]), (1, &[1]), (1, &[0, 0]), (2, &[0]), (1, &[2])] {
            assert_eq!(with(column, parts), Err(TableError::BadTotal), "{column} of {parts:?}");
        }
    }
}
