//! One group of answers, as it is asked for on the command line.

use std::fmt;
use std::str::FromStr;

use locale::LanguageTag;

use crate::Person;

/// The answers in one language. The rest is all others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    language: LanguageTag,
}

/// The text names no group.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no group; write language=fr")]
pub struct GroupError(String);

impl Group {
    /// Whether a person belongs to the group.
    pub fn has(&self, person: &Person) -> bool {
        person.language == self.language.as_str()
    }

    /// The language.
    pub fn language(&self) -> &LanguageTag {
        &self.language
    }
}

impl FromStr for Group {
    type Err = GroupError;

    fn from_str(text: &str) -> Result<Self, GroupError> {
        let tag = text.strip_prefix("language=").and_then(|tag| LanguageTag::parse(tag).ok());
        tag.map(|language| Self { language }).ok_or_else(|| GroupError(text.to_owned()))
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "language={}", self.language)
    }
}
