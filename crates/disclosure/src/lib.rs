//! Small-cell rules: what of a table may leave the house.
//!
//! A [`Table`] holds the exact counts of one question: its options by groups of people.
//! [`protect`] turns it into a [`SafeTable`], by [`Rules`]: small counts are hidden, and whatever
//! would give them away by subtraction; the rest is rounded, and shares are computed from what is
//! printed. [`protect_flow`] does the same for the steps of a sample. Nothing else makes a
//! [`SafeTable`], so a function that takes one cannot publish an exact count.
//!
//! [`audit`] is the oracle: a reader who knows the rules and the printed table, and works out for
//! every hidden number what it can be. [`protect`] makes no table that gives it a finding.
//!
//! Units: counts are people, shares lie in `[0, 1]`, rows and columns are counted from 0.
//!
//! # What is not protected here
//!
//! - **Another release.** One table is judged at a time. Whoever also prints an overlapping group
//!   prints the difference of the two, and many rounded tables of the same people average the
//!   rounding out. A ledger of releases has to refuse that.
//! - **What the reader knows besides.** Who knows their own answer, or that of friends, can
//!   subtract them.
//! - **That a count is small.** A reader who is told the [`Reason`] knows that, and so often does
//!   one who is not.
//!
//! # Example
//!
//! ```
//! use disclosure::{Cell, Column, Kind, Reason, Row, Rules, SafeCell, Table, Total, protect};
//!
//! # fn main() -> Result<(), disclosure::TableError> {
//! let column = |key: &str, base| Column { key: key.to_owned(), base };
//! let row = |key: &str, counts: [u64; 3]| Row {
//!     key: key.to_owned(),
//!     cells: counts.map(Cell::Count).to_vec(),
//! };
//! let table = Table::new(
//!     Kind::Exclusive,
//!     vec![column("French", 399), column("rest", 4_000), column("all", 4_399)],
//!     vec![
//!         row("never", [252, 2_500, 2_752]),
//!         row("once", [104, 1_000, 1_104]),
//!         row("often", [40, 400, 440]),
//!         row("always", [3, 100, 103]),
//!     ],
//!     Some(Total { column: 2, parts: vec![0, 1] }),
//! )?;
//! let printed = protect(&table, &Rules::default());
//! let cell = |row: usize, column: usize| printed.rows()[row].cells[column];
//! assert_eq!(cell(0, 0), SafeCell::Shown { count_rounded: 250, share: Some(0.625) });
//! // Three is small; the base would give it, were it hidden alone, and so would the rest.
//! assert_eq!(cell(3, 0), SafeCell::Suppressed(Reason::Small));
//! assert_eq!(cell(3, 1), SafeCell::Suppressed(Reason::Complement));
//! assert_eq!(cell(2, 0), SafeCell::Suppressed(Reason::Complement));
//! # Ok(())
//! # }
//! ```

mod audit;
mod flow;
mod protect;
mod rules;
mod safe;
mod table;

pub use audit::{Finding, audit};
pub use flow::{FlowError, protect_flow};
pub use protect::protect;
pub use rules::{Rules, RulesError};
pub use safe::{Printed, Reason, SafeCell, SafeColumn, SafeCount, SafeRow, SafeTable};
pub use table::{Cell, Column, Kind, LARGEST_COUNT, Row, Table, TableError, Total};
