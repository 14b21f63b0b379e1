//! Writing a report.

mod csv;
mod table;

pub use self::csv::csv;
pub use self::table::table;

use crate::Report;

/// The report as JSON, two spaces deep, ending in a line break.
pub fn json(report: &Report) -> String {
    // Strings, numbers and lists: writing them to memory cannot fail.
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}
