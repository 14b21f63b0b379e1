//! What is printed of an answer of the lists: by `match` and `scan` alike.

use matching::{Answer, Finding, Level, Nearness, Outcome};
use serde::{Deserialize, Serialize};

/// An answer as it is printed. Hashes, distances and rows are there only when details are asked for: they
/// are secrets of who gave the list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Told {
    /// What is to be made of the file.
    pub outcome: Verdict,
    /// What the policies ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Whether every list that applies has answered.
    pub complete: bool,
    /// Where it is listed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<ToldFinding>,
    /// Never-match lists that keep it from being a match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressed_by: Vec<String>,
    /// Lists that did not answer, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_answered: Vec<String>,
    /// Findings that are left out here.
    #[serde(default, skip_serializing_if = "is_none")]
    pub left_out: usize,
}

/// What is to be made of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is on a list.
    Match,
    /// Every list that applies has answered, and it is on none.
    NoMatch,
    /// It was found on no list, and not every list has answered.
    NotAnswered,
}

/// One finding.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ToldFinding {
    list: String,
    class: String,
    source: String,
    level: Level,
    kind: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notes: Vec<String>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    details: Option<Details>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Details {
    hash: String,
    distance: u32,
    orientation: Option<String>,
    row: i64,
    import: i64,
    line: u64,
    member: Option<String>,
    entry: Option<String>,
    source_class: Option<String>,
    tags: Vec<String>,
    added: String,
    confirmed: bool,
}

impl Told {
    /// What is printed of an answer.
    pub fn new(answer: &Answer, details: bool) -> Self {
        let (outcome, level, complete) = match answer.outcome {
            Outcome::Match { level, complete } => (Verdict::Match, Some(level), complete),
            Outcome::NoMatch => (Verdict::NoMatch, None, true),
            Outcome::NotAnswered => (Verdict::NotAnswered, None, false),
        };
        let mut suppressed_by: Vec<String> =
            answer.suppressed.iter().map(|suppressed| suppressed.by.clone()).collect();
        suppressed_by.dedup();
        let mut findings: Vec<ToldFinding> =
            answer.findings.iter().map(|finding| told(finding, details)).collect();
        if !details {
            // Without their rows, findings of one list look alike.
            findings.dedup_by(|one, two| one.looks_like(two));
        }
        let silent = answer.not_answered.iter().map(|(list, why)| format!("{list}: {why}"));
        let mut not_answered: Vec<String> = silent.collect();
        if outcome == Verdict::NotAnswered && not_answered.is_empty() {
            not_answered.push(nobody_looked(answer));
        }
        let left_out = if details { answer.left_out } else { 0 };
        Self { outcome, level, complete, findings, suppressed_by, not_answered, left_out }
    }
}

/// Why nothing was answered although no list kept silent.
fn nobody_looked(answer: &Answer) -> String {
    match (answer.nothing_to_compare.is_empty(), answer.off.is_empty()) {
        (false, _) => "no list holds a hash of a kind that was asked".to_owned(),
        (true, false) => "every list is switched off on this surface".to_owned(),
        (true, true) => "there is no match list; `suoja list new` makes one".to_owned(),
    }
}

impl ToldFinding {
    fn looks_like(&self, other: &Self) -> bool {
        (&self.list, self.level, &self.kind, &self.notes)
            == (&other.list, other.level, &other.kind, &other.notes)
    }

    /// In a few words, for a table.
    pub fn words(&self) -> String {
        let level = match self.level {
            Level::Action => "action",
            Level::Review => "review",
        };
        let near =
            self.details.as_ref().map(|own| format!(", {} bits, row {}", own.distance, own.row));
        format!("{} ({}, {}{})", self.list, level, self.kind, near.unwrap_or_default())
    }
}

fn told(finding: &Finding, details: bool) -> ToldFinding {
    let (kind, orientation) = match finding.nearness {
        Nearness::Exact(kind) => (kind.name(), None),
        Nearness::Within { orientation, .. } => ("pdq", Some(format!("{orientation:?}"))),
    };
    let own = &finding.provenance;
    let details = details.then(|| Details {
        hash: finding.hash.text(),
        distance: finding.distance(),
        orientation: orientation.map(|name| name.to_lowercase()),
        row: own.row,
        import: own.import,
        line: own.line,
        member: own.member.clone(),
        entry: own.entry.clone(),
        source_class: own.class.clone(),
        tags: own.tags.clone(),
        added: own.added.to_string(),
        confirmed: own.confirmed,
    });
    ToldFinding {
        list: finding.list.clone(),
        class: finding.class.clone(),
        source: finding.source.clone(),
        level: finding.level,
        kind: kind.to_owned(),
        notes: finding.notes.iter().map(ToString::to_string).collect(),
        details,
    }
}

fn is_none(count: &usize) -> bool {
    *count == 0
}
