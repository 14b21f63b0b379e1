//! A line of the table of an index.

use anyhow::Result;
use serde_json::Value;

use crate::detection::peers::number;
use crate::record::short;

/// Above the columns.
pub const HEAD: [&str; 10] = [
    "",
    "built, s",
    "bytes a hash, by its own count",
    "by the process",
    "median, ms",
    "one in a hundred, ms",
    "questions together, a second",
    "on all cores",
    "recall",
    "Suoja's median is",
];

/// What an index took.
pub struct Line {
    /// Whose.
    pub name: String,
    /// Seconds until it answers.
    pub built: f64,
    /// Bytes a hash, by the index's own count, if it counts.
    pub counted: Option<f64>,
    /// Bytes a hash by which the process grew.
    pub in_process: f64,
    /// Milliseconds of the median question.
    pub median: f64,
    /// Milliseconds that one question in a hundred takes, or more.
    pub late: f64,
    /// Questions a second when they are asked together, on one core.
    pub together: Option<f64>,
    /// The same on all cores.
    pub all_cores: Option<f64>,
    /// Share of what there is to find that was found.
    pub recall: f64,
}

impl Line {
    /// Ours: by tables, then by the scan.
    ///
    /// # Errors
    /// When a number is missing.
    pub fn own(length: u32, written: &Value, said: &Value) -> Result<Vec<Self>> {
        let each = f64::from(length);
        let built = number(written, "seconds")? + number(said, "opened")?;
        let in_process = number(said, "grown")? / each;
        let own = Self {
            name: "Suoja: `radius`".to_owned(),
            built,
            counted: Some(number(said, "bytes")? / each),
            in_process,
            median: number(said, "median")? * 1e3,
            late: number(said, "late")? * 1e3,
            together: Some(number(said, "one")?),
            all_cores: Some(number(said, "all")?),
            recall: number(said, "recall")?,
        };
        let scan = Self {
            name: "limit: Suoja's scan of the whole list".to_owned(),
            built,
            counted: Some(32.0),
            in_process,
            median: number(said, "scan_median")? * 1e3,
            late: number(said, "scan_late")? * 1e3,
            together: None,
            all_cores: Some(number(said, "scan_all")?),
            recall: 1.0,
        };
        Ok(vec![own, scan])
    }

    /// As they stand in the table, beside our median.
    pub fn cells(&self, own: f64) -> Vec<String> {
        let maybe = |own: Option<f64>| own.map_or_else(String::new, short);
        let scan = self.name.contains("scan");
        let ratio = self.median / own;
        vec![
            self.name.clone(),
            if scan { String::new() } else { short(self.built) },
            maybe(self.counted),
            if scan { String::new() } else { short(self.in_process) },
            short(self.median),
            short(self.late),
            maybe(self.together),
            maybe(self.all_cores),
            format!("{:.4}", self.recall),
            if self.name.starts_with("Suoja") { String::new() } else { format!("{ratio:.1} ×") },
        ]
    }
}
