//! `claims.toml`: what a statement says in numbers.

use std::collections::BTreeMap;

use instrument::{Diagnostic, SourceFile};
use serde::Deserialize;
use toml::Spanned;

use crate::{is_id, line_of, read_toml};

/// One number that a statement may print, and what it should come to.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its id, by which texts name it.
    pub id: String,
    /// What it is computed from.
    pub kind: ClaimKind,
    /// What it should come to, in the unit in which it is printed: whole percents, whole
    /// percentage points, people. None means that nobody has looked yet.
    pub comes_to: Option<i64>,
    /// Of how many a share should be.
    pub n: Option<u64>,
}

/// What a claim is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimKind {
    /// A share of those who answered a question.
    Share {
        /// Which answers.
        answers: Answers,
        /// Of whom.
        of: Of,
        /// Who is counted.
        sample: String,
    },
    /// The group's share minus that of the rest, in percentage points.
    Difference {
        /// Which answers.
        answers: Answers,
        /// Who is counted.
        sample: String,
        /// Set where the interval holds no difference and the text says so.
        uncertain: bool,
    },
    /// How many people a sample has.
    Count {
        /// Of whom.
        of: Of,
        /// Who is counted.
        sample: String,
    },
    /// Surveys answered of surveys opened.
    Response {
        /// Of whom.
        of: Of,
        /// Who is counted.
        sample: String,
    },
    /// How much a published figure has changed against an earlier one, in percent.
    Change {
        /// The earlier figure.
        from: String,
        /// The later figure.
        to: String,
    },
    /// A published figure.
    Figure {
        /// Its id in the register.
        figure: String,
    },
}

/// Answers to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The question.
    pub question: String,
    /// Its options; more than one are added up.
    pub options: Vec<String>,
    /// The question whose answers are the base, where it is another one: of a question that is
    /// only asked after a certain answer, the one that everybody was asked.
    pub base: Option<String>,
}

/// Whose answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// The group.
    #[default]
    Group,
    /// Everyone else.
    Rest,
    /// Everyone.
    All,
}

impl Of {
    /// The column of a report.
    pub(crate) fn column(self) -> usize {
        match self {
            Self::Group => 0,
            Self::Rest => 1,
            Self::All => 2,
        }
    }
}

impl ClaimKind {
    /// The sample, where people are counted.
    pub fn sample(&self) -> Option<&str> {
        match self {
            Self::Share { sample, .. }
            | Self::Difference { sample, .. }
            | Self::Count { sample, .. }
            | Self::Response { sample, .. } => Some(sample),
            Self::Change { .. } | Self::Figure { .. } => None,
        }
    }

    /// The answers, where they are counted.
    pub fn answers(&self) -> Option<&Answers> {
        match self {
            Self::Share { answers, .. } | Self::Difference { answers, .. } => Some(answers),
            _ => None,
        }
    }

    /// The same over another sample.
    pub(crate) fn over(&self, other: &str) -> Self {
        let mut kind = self.clone();
        match &mut kind {
            Self::Share { sample, .. }
            | Self::Difference { sample, .. }
            | Self::Count { sample, .. }
            | Self::Response { sample, .. } => other.clone_into(sample),
            Self::Change { .. } | Self::Figure { .. } => {}
        }
        kind
    }
}

/// The claims of a statement in order, with their lines.
#[derive(Debug, Clone)]
pub(crate) struct Claims {
    pub list: Vec<Claim>,
    pub lines: BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    claim: Vec<Raw>,
}

/// A claim as it is written: which keys belong to it depends on its kind.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: Spanned<String>,
    kind: String,
    question: Option<String>,
    options: Option<Vec<String>>,
    base: Option<String>,
    of: Option<Of>,
    sample: Option<String>,
    uncertain: Option<bool>,
    from: Option<String>,
    to: Option<String>,
    figure: Option<String>,
    comes_to: Option<i64>,
    n: Option<u64>,
}

impl Raw {
    /// Takes the keys of the kind; what is left afterwards does not belong to it.
    fn kind(&mut self) -> Result<ClaimKind, String> {
        let kind = match self.kind.as_str() {
            "share" => ClaimKind::Share {
                answers: self.answers()?,
                of: self.of.take().unwrap_or_default(),
                sample: need("sample", self.sample.take())?,
            },
            "difference" => ClaimKind::Difference {
                answers: self.answers()?,
                sample: need("sample", self.sample.take())?,
                uncertain: self.uncertain.take().unwrap_or_default(),
            },
            "count" => ClaimKind::Count {
                of: self.of.take().unwrap_or_default(),
                sample: need("sample", self.sample.take())?,
            },
            "response" => ClaimKind::Response {
                of: self.of.take().unwrap_or_default(),
                sample: need("sample", self.sample.take())?,
            },
            "change" => ClaimKind::Change {
                from: need("from", self.from.take())?,
                to: need("to", self.to.take())?,
            },
            "figure" => ClaimKind::Figure { figure: need("figure", self.figure.take())? },
            other => {
                return Err(format!(
                    "has the kind `{other}`; there are share, difference, count, response, \
                     change and figure"
                ));
            }
        };
        let left = [
            ("question", self.question.is_some()),
            ("options", self.options.is_some()),
            ("base", self.base.is_some()),
            ("of", self.of.is_some()),
            ("sample", self.sample.is_some()),
            ("uncertain", self.uncertain.is_some()),
            ("from", self.from.is_some()),
            ("to", self.to.is_some()),
            ("figure", self.figure.is_some()),
        ];
        match left.into_iter().find(|(_, there)| *there) {
            Some((key, _)) => Err(format!("is a {} and has `{key}`; remove it", self.kind)),
            None => Ok(kind),
        }
    }

    fn answers(&mut self) -> Result<Answers, String> {
        let options = need("options", self.options.take())?;
        if options.is_empty() {
            return Err("names no options".to_owned());
        }
        let question = need("question", self.question.take())?;
        Ok(Answers { question, options, base: self.base.take() })
    }
}

fn need<T>(key: &str, value: Option<T>) -> Result<T, String> {
    value.ok_or_else(|| format!("has no `{key}`"))
}

/// Reads `claims.toml`.
pub(crate) fn read(file: &SourceFile) -> Result<Claims, Vec<Diagnostic>> {
    let mut list = Vec::new();
    let mut lines = BTreeMap::new();
    let mut found = Vec::new();
    for mut raw in read_toml::<File>(file)?.claim {
        let id = raw.id.get_ref().clone();
        let line = line_of(file, raw.id.span().start);
        let mut error = |what: &str| {
            found.push(Diagnostic::error(&file.name, line, format!("claim `{id}` {what}")));
        };
        if !is_id(&id) {
            error("has an id that is not made of a-z, 0-9 and hyphens");
        }
        if lines.insert(id.clone(), line).is_some() {
            error("is there twice; remove one of the two");
        }
        match raw.kind() {
            Ok(kind) => list.push(Claim { id, kind, comes_to: raw.comes_to, n: raw.n }),
            Err(what) => error(&what),
        }
    }
    if found.is_empty() { Ok(Claims { list, lines }) } else { Err(found) }
}
