//! One person's answers, joined.

use instrument::Answers;
use serde::{Deserialize, Serialize};

/// One person's answers to one instrument; a line of `answers.jsonl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The answer number, which joins this line with those of [`Words`].
    pub answer: String,
    /// The week of the first page, such as `2026-W48`.
    pub week: String,
    /// The instrument.
    pub instrument: String,
    /// Its version.
    pub version: u32,
    /// The language of the first page.
    pub language: String,
    /// Pages sent.
    pub pages: usize,
    /// Whether the last page was sent.
    pub complete: bool,
    /// An answer or the reason why there is none, for every question. Words stand elsewhere: a
    /// question that was answered in words has the empty text here.
    pub answers: Answers,
}

/// What a person wrote; a line of `texts.jsonl`, apart from the codes so that tables can be made
/// by someone who reads none of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// The answer number.
    pub answer: String,
    /// The instrument.
    pub instrument: String,
    /// The language.
    pub language: String,
    /// The question.
    pub question: String,
    /// The words.
    pub text: String,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("question", &self.question).finish_non_exhaustive()
    }
}
