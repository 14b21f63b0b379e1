//! When a page or a question is shown.

use std::collections::BTreeSet;

use crate::{Answers, Value};

/// A condition on earlier answers. A question without an answer satisfies none but a negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// One of these options was chosen.
    Is {
        /// The question.
        question: String,
        /// Codes of the options.
        codes: Vec<i64>,
    },
    /// The number or scale point lies between the bounds, both included.
    Between {
        /// The question.
        question: String,
        /// Lower bound.
        least: i64,
        /// Upper bound.
        most: i64,
    },
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

impl Condition {
    /// Whether it holds for these answers.
    pub fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::Is { question, codes } => {
                answers.get(question).is_some_and(|value| codes.iter().any(|code| value.has(*code)))
            }
            Self::Between { question, least, most } => answers
                .get(question)
                .and_then(Value::number)
                .is_some_and(|number| (*least..=*most).contains(&number)),
            Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
            Self::Not(part) => !part.holds(answers),
        }
    }

    /// The questions it looks at.
    pub fn questions(&self) -> BTreeSet<&str> {
        match self {
            Self::Is { question, .. } | Self::Between { question, .. } => {
                BTreeSet::from([question.as_str()])
            }
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::questions).collect(),
            Self::Not(part) => part.questions(),
        }
    }
}
