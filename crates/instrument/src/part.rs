//! A page's answers on their way into the seal.

use serde::{Deserialize, Serialize};

use crate::{Answers, Instrument, Kind, Value};

/// The format that this code writes and reads.
const FORMAT: u8 = 1;

/// Parts of an instrument are padded to a multiple of this many bytes.
const STEP: usize = 256;

/// The largest plaintext a part may have, in bytes: sealed, it still lies whole inside its page of
/// the database file, where no overflow page tells the order of arrival.
pub const LARGEST_PART: usize = 3_072;

/// The longest study id, in bytes.
const LONGEST_STUDY: usize = 64;

/// One page of one person's answers: the plaintext of a sealed part.
///
/// What joins the parts of a person lies in here and nowhere else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    format: u8,
    /// The study.
    pub study: String,
    /// The answer number: 128 random bits in hex, drawn when the survey was begun.
    pub answer: String,
    /// The instrument's id.
    pub instrument: String,
    /// The instrument's version.
    pub version: u32,
    /// Tag of the language in which the page was shown.
    pub language: String,
    /// The page's id.
    pub page: String,
    /// How many parts the person had sent before; of two parts of a page the higher one counts.
    pub revision: u32,
    /// The keys it was meant for: a fingerprint of the recipients at the time of sealing.
    pub recipients: String,
    /// The answers to the questions that the page asked.
    pub answers: Answers,
}

/// A plaintext that is no part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PartError {
    /// It is not the JSON of a part.
    #[error("what was sealed is not a page of answers")]
    NotAPart,
    /// A later version of this program wrote it.
    #[error("it was written in format {0}; this program reads format {FORMAT}")]
    UnknownFormat(u8),
}

/// Where a part comes from: everything but the answers.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// The study.
    pub study: &'a str,
    /// The answer number.
    pub answer: &'a str,
    /// The language.
    pub language: &'a str,
    /// Fingerprint of the recipients.
    pub recipients: &'a str,
    /// Parts sent before.
    pub revision: u32,
}

impl Part {
    /// A part of a page's answers.
    pub fn new(instrument: &Instrument, page: &str, origin: Origin<'_>, answers: Answers) -> Self {
        Self {
            format: FORMAT,
            study: origin.study.to_owned(),
            answer: origin.answer.to_owned(),
            instrument: instrument.id.clone(),
            version: instrument.version,
            language: origin.language.to_owned(),
            page: page.to_owned(),
            revision: origin.revision,
            recipients: origin.recipients.to_owned(),
            answers,
        }
    }

    /// The JSON of the part; the caller pads, seals and wipes it.
    pub fn to_json(&self) -> Vec<u8> {
        // Capacity first: a vector that grows leaves copies of an answer behind it.
        let mut json = Vec::with_capacity(LARGEST_PART);
        // Strings, numbers and maps with string keys: writing them to memory cannot fail.
        _ = serde_json::to_writer(&mut json, self);
        json
    }

    /// Reads the JSON of a part; spaces after it (the padding) are passed over.
    ///
    /// # Errors
    /// [`PartError`] when it is something else or of a later format.
    pub fn from_json(json: &[u8]) -> Result<Self, PartError> {
        #[derive(Deserialize)]
        struct Format {
            format: u8,
        }
        let format: Format = serde_json::from_slice(json).map_err(|_| PartError::NotAPart)?;
        if format.format != FORMAT {
            return Err(PartError::UnknownFormat(format.format));
        }
        serde_json::from_slice(json).map_err(|_| PartError::NotAPart)
    }
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Part").field("page", &self.page).finish_non_exhaustive()
    }
}

impl Instrument {
    /// The one size, in bytes, to which every part of this instrument is padded: room for the
    /// longest that any page can hold.
    pub fn part_size(&self) -> usize {
        let longest = |page: &crate::Page| {
            let answers = page.questions.iter().map(|q| (q.id.clone(), longest(&q.kind))).collect();
            let origin = Origin {
                study: &"s".repeat(LONGEST_STUDY),
                answer: &"0".repeat(32),
                language: &"l".repeat(35),
                recipients: &"0".repeat(16),
                revision: u32::MAX,
            };
            Part::new(self, &page.id, origin, answers).to_json().len()
        };
        let longest = self.pages.iter().map(longest).max().unwrap_or(0);
        longest.next_multiple_of(STEP)
    }
}

/// The longest answer a question can have. Four bytes are the most a character takes in UTF-8,
/// and more than the two that JSON spends on a quotation mark, a backslash or a line break.
fn longest(kind: &Kind) -> Value {
    match kind {
        Kind::Single(choices) => Value::Code(highest(choices.iter().map(|c| c.code))),
        Kind::Multiple { choices, .. } => Value::Codes(choices.iter().map(|c| c.code).collect()),
        Kind::Scale { max, .. } | Kind::Number { max, .. } => Value::Code(*max),
        Kind::Text { max_chars } => Value::Text("x".repeat(4 * max_chars)),
    }
}

fn highest(codes: impl Iterator<Item = i64>) -> i64 {
    codes.max().unwrap_or(0).max(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_formats_are_named() {
        assert_eq!(Part::from_json(b"{\"format\":9,\"x\":1}"), Err(PartError::UnknownFormat(9)));
        assert_eq!(Part::from_json(b"{}"), Err(PartError::NotAPart));
        assert_eq!(Part::from_json(b"\xff\x00"), Err(PartError::NotAPart));
    }
}
