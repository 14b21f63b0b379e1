//! What a person answered, in codes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::Missing;

/// The answers of a page or a person by question id.
pub type Answers = BTreeMap<String, Value>;

/// One answer as it is sealed and kept: a code, several, or a text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// The code of an option, a point of a scale, a number, or (negative) a [`Missing`] reason.
    Code(i64),
    /// The codes of the options that were ticked, in the instrument's order.
    Codes(Vec<i64>),
    /// Words.
    Text(String),
}

impl Value {
    /// Why there is no answer, when there is none.
    pub fn missing(&self) -> Option<Missing> {
        match self {
            Self::Code(code) => Missing::from_code(*code),
            Self::Codes(_) | Self::Text(_) => None,
        }
    }

    /// Whether the code is among what was answered.
    pub fn has(&self, code: i64) -> bool {
        match self {
            Self::Code(own) => *own == code,
            Self::Codes(own) => own.contains(&code),
            Self::Text(_) => false,
        }
    }

    /// The single number of a scale or a number question, when one was given.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Code(code) if *code >= 0 => Some(*code),
            _ => None,
        }
    }
}

impl From<Missing> for Value {
    fn from(missing: Missing) -> Self {
        Self::Code(missing.code())
    }
}

impl Zeroize for Value {
    fn zeroize(&mut self) {
        match self {
            Self::Code(code) => code.zeroize(),
            Self::Codes(codes) => codes.zeroize(),
            Self::Text(text) => text.zeroize(),
        }
    }
}

/// An answer is wiped wherever it is let go.
impl Drop for Value {
    fn drop(&mut self) {
        self.zeroize();
    }
}

/// Prints that there is an answer, never which: this type must not reach a log.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.missing() {
            Some(missing) => f.write_str(missing.name()),
            None => f.write_str("(an answer)"),
        }
    }
}
