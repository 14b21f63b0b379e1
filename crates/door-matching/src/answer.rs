//! Answers as they are sent.

use axum::http::StatusCode;
use exchange::BadHash;
use matching::{Answer, Finding, Gap, Level, Nearness, NotAnswered, Outcome};
use serde::Serialize;

/// The answer to one question. `match`, `no_match` and `not_answered` are three words in one place.
#[derive(Debug, Serialize)]
pub(crate) struct Sent {
    pub outcome: Word,
    /// The most that any list asks for.
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<Level>,
    /// Whether every list that applies has answered.
    complete: bool,
    /// Class, source and action, each once.
    findings: Vec<Told>,
    /// Why it was not answered, or not by all.
    reasons: Vec<Reason>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<Detail>,
}

/// What is made of a file, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Word {
    Match,
    NoMatch,
    NotAnswered,
}

#[derive(Debug, Serialize)]
struct Told {
    class: String,
    source: String,
    action: Level,
}

/// Why something was not answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Reason {
    code: Code,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Code {
    Loading,
    Damaged,
    NoList,
    UnknownSurface,
    SwitchedOff,
    LowQuality,
    NothingToCompare,
    NotDecoded,
    NotWhole,
    FirstFrameOnly,
    SaysNothing,
}

/// What only an audited scope is told.
#[derive(Debug, Serialize)]
struct Detail {
    findings: Vec<Found>,
    /// Findings that a never-match list keeps from counting.
    suppressed: Vec<Suppressed>,
    /// Lists that did not answer, and why.
    not_answered: Vec<Silent>,
    /// Lists that hold no kind of hash that was asked.
    nothing_to_compare: Vec<String>,
    /// Lists that are switched off here, and on which ground.
    off: Vec<Off>,
    /// Findings beyond those that an answer holds.
    left_out: usize,
}

#[derive(Debug, Serialize)]
struct Found {
    list: String,
    class: String,
    source: String,
    action: Level,
    kind: &'static str,
    distance: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    orientation: Option<&'static str>,
    hash: String,
    row: i64,
    import: i64,
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    member: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry_class: Option<String>,
    tags: Vec<String>,
    added: String,
    confirmed: bool,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Suppressed {
    by: String,
    finding: Found,
}

#[derive(Debug, Serialize)]
struct Silent {
    list: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct Off {
    list: String,
    basis: String,
}

impl Sent {
    /// As it is told; with everything for who may know it.
    pub fn new(answer: Answer, detail: bool) -> Self {
        let (outcome, action, complete) = match answer.outcome {
            Outcome::Match { level, complete } => (Word::Match, Some(level), complete),
            Outcome::NoMatch => (Word::NoMatch, None, true),
            Outcome::NotAnswered => (Word::NotAnswered, None, false),
        };
        let told = answer.briefs().into_iter();
        let told = told.map(|own| Told { class: own.class, source: own.source, action: own.level });
        Self {
            outcome,
            action,
            complete,
            findings: told.collect(),
            reasons: if complete { Vec::new() } else { reasons(&answer) },
            detail: detail.then(|| Detail::new(answer)),
        }
    }

    /// What must never be taken for "no match": a file that could not be compared by its picture although
    /// lists hold pictures.
    pub fn not_decoded(mut self, why: &str) -> Self {
        let reason = Reason { code: Code::NotDecoded, text: why.to_owned() };
        if self.outcome == Word::NoMatch {
            self.outcome = Word::NotAnswered;
        }
        self.complete = false;
        // The reason itself, in place of the list's word that there was one.
        self.reasons.retain(|own| own.code != Code::NotDecoded);
        self.reasons.push(reason);
        self
    }

    /// Hashes that were asked and say nothing about a file.
    pub fn says_nothing(mut self, left_out: &[BadHash]) -> Self {
        if self.outcome == Word::NotAnswered {
            let reason = |own: &BadHash| Reason { code: Code::SaysNothing, text: own.to_string() };
            self.reasons.extend(left_out.iter().map(reason));
        }
        self
    }

    fn is_answered(&self) -> bool {
        self.outcome != Word::NotAnswered
    }

    /// Whether it was not answered for a reason that lies here and may pass.
    fn may_pass(&self) -> bool {
        let ours = |own: &Reason| matches!(own.code, Code::Loading | Code::Damaged | Code::NoList);
        !self.is_answered() && self.reasons.iter().any(ours)
    }
}

/// The status under which answers are sent. Whoever looks at nothing else is told, too, when nothing at all
/// was answered: 503 where the reason lies here, 422 where it lies in what was asked.
pub(crate) fn status(sent: &[Sent]) -> StatusCode {
    if sent.iter().any(Sent::is_answered) {
        StatusCode::OK
    } else if sent.iter().any(Sent::may_pass) {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    }
}

/// Why an answer is not whole, without the names of lists.
fn reasons(answer: &Answer) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    let mut add = |code, text: String| {
        let reason = Reason { code, text };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    };
    for (_, why) in &answer.not_answered {
        match why {
            NotAnswered::Loading => add(Code::Loading, why.to_string()),
            NotAnswered::Damaged(_) => {
                add(Code::Damaged, "a list cannot be read; its operator sees why".to_owned());
            }
            NotAnswered::UnknownSurface => {
                let text = "a list has no rule for this surface and region; its operator adds one";
                add(Code::UnknownSurface, text.to_owned());
            }
            NotAnswered::LowQuality(_) => add(Code::LowQuality, why.to_string()),
            NotAnswered::Gap(Gap::NotDecoded) => add(Code::NotDecoded, why.to_string()),
            NotAnswered::Gap(Gap::NotWhole) => add(Code::NotWhole, why.to_string()),
            NotAnswered::Gap(Gap::FirstOf(_)) => add(Code::FirstFrameOnly, why.to_string()),
        }
    }
    if answer.not_answered.is_empty() {
        let nothing = !answer.nothing_to_compare.is_empty();
        let (code, text) = match (nothing, answer.off.is_empty()) {
            (true, _) => {
                (Code::NothingToCompare, "no list that applies holds a kind of hash that was asked")
            }
            (false, false) => {
                (Code::SwitchedOff, "every list is switched off for this surface and region")
            }
            (false, true) => (Code::NoList, "there is no list that could be asked"),
        };
        add(code, text.to_owned());
    }
    reasons
}

impl Detail {
    fn new(answer: Answer) -> Self {
        let suppressed = answer.suppressed.into_iter();
        let silent = answer.not_answered.into_iter();
        let off = answer.off.into_iter();
        Self {
            findings: answer.findings.into_iter().map(Found::new).collect(),
            suppressed: suppressed
                .map(|own| Suppressed { by: own.by, finding: Found::new(own.finding) })
                .collect(),
            not_answered: silent.map(|(list, why)| Silent { list, why: why.to_string() }).collect(),
            nothing_to_compare: answer.nothing_to_compare,
            off: off.map(|(list, basis)| Off { list, basis }).collect(),
            left_out: answer.left_out,
        }
    }
}

impl Found {
    fn new(finding: Finding) -> Self {
        let orientation = match finding.nearness {
            Nearness::Exact(_) => None,
            Nearness::Within { orientation, .. } => Some(orientation.name()),
        };
        let distance = finding.distance();
        let from = finding.provenance;
        Self {
            list: finding.list,
            class: finding.class,
            source: finding.source,
            action: finding.level,
            kind: finding.hash.kind().name(),
            distance,
            orientation,
            hash: finding.hash.text(),
            row: from.row,
            import: from.import,
            line: from.line,
            member: from.member,
            entry: from.entry,
            entry_class: from.class,
            tags: from.tags,
            added: from.added.to_string(),
            confirmed: from.confirmed,
            notes: finding.notes.iter().map(ToString::to_string).collect(),
        }
    }
}
