//! Small-cell rules: what of a table may leave the house.
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
