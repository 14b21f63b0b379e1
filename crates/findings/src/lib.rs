//! From opened parts to findings: one group against the rest.
//!
//! [`merge`] joins the parts of each person and says what became of every question. A [`Sample`]
//! is data: which steps a person has to pass to be counted. [`analyse`] makes the tables of a
//! [`Report`], either safe to show ([`Mode::Safe`], small cells suppressed and every statistic
//! computed from what is printed) or exact, for the desk. [`render`] writes a report as a table,
//! as JSON or as CSV.
//!
//! A group is a group of answers in a language. It is never called a country or its people.

mod analyse;
mod compare;
mod count;
mod group;
mod merge;
mod person;
pub mod render;
mod report;
mod sample;

pub use analyse::{AnalyseError, Analysis, Mode, analyse};
pub use group::{Group, GroupError};
pub use merge::{Merged, OpenedPart, merge};
pub use person::{Person, Words};
pub use report::{
    Cell, Column, Compared, FlowStep, OptionFinding, QuestionFinding, Report, Section,
};
pub use sample::{Sample, SampleError, Step, parse_samples, read_samples};
