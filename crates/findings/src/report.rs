//! A report: what is printed, and nothing else.

use serde::Serialize;

/// Findings of one group against the rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The title; it says when answers are simulated.
    pub title: String,
    /// Whether the study is a demonstration.
    pub simulated: bool,
    /// The study.
    pub study: String,
    /// The group, such as `language=fr`.
    pub group: String,
    /// The sample's id.
    pub sample: String,
    /// The sample in a sentence.
    pub sample_title: String,
    /// Whether the numbers are safe to show or exact.
    pub mode: &'static str,
    /// First and last week of the answers.
    pub weeks: Option<(String, String)>,
    /// What a reader has to know before any number.
    pub notes: Vec<String>,
    /// The columns in order: the group, the rest, all.
    pub columns: Vec<Column>,
    /// How many are left after each step of the sample.
    pub flow: Vec<FlowStep>,
    /// How many comparisons the family of tests has.
    pub family: usize,
    /// The questions by instrument.
    pub sections: Vec<Section>,
}

/// A group of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// `group`, `rest` or `all`.
    pub key: &'static str,
    /// What it is called.
    pub name: String,
}

/// A step of a flow with one count a column; `None` where it is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlowStep {
    /// What the step is.
    pub step: String,
    /// Counts of people.
    pub n: Vec<Option<u64>>,
}

/// The questions of an instrument, or those that all instruments ask.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Ids of the instruments.
    pub instruments: Vec<String>,
    /// What it is called.
    pub title: String,
    /// The questions in order.
    pub questions: Vec<QuestionFinding>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionFinding {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub text: String,
    /// `single`, `multiple`, `scale`, `number` or `text`.
    pub kind: &'static str,
    /// Asked, reached, answered.
    pub flow: Vec<FlowStep>,
    /// The whole question is withheld: too few answered.
    pub withheld: bool,
    /// Its options; none for words.
    pub options: Vec<OptionFinding>,
}

/// One option, scale point or band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionFinding {
    /// Its id.
    pub id: String,
    /// Its wording.
    pub label: String,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// The group against the rest, where both are shown.
    pub compared: Option<Compared>,
}

/// A count with its share.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// People; `None` where it is hidden.
    pub count: Option<u64>,
    /// Those who answered, printed as the share's base is; `None` where no share may be.
    pub base: Option<u64>,
    /// Share of those who answered, 0 to 1.
    pub share: Option<f64>,
    /// 95 % Wilson interval of the share.
    pub interval: Option<(f64, f64)>,
}

/// The group against the rest.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Compared {
    /// Difference of the shares in percentage points.
    pub points: f64,
    /// 95 % Newcombe interval of the difference, in percentage points.
    pub interval: (f64, f64),
    /// The test by name.
    pub test: &'static str,
    /// Its p-value.
    pub p: f64,
    /// The p-value after Holm's correction over the family.
    pub p_holm: f64,
}
