//! A language in which texts are shown, and who has read them.

use serde::Deserialize;

use crate::LanguageTag;

/// A language of a set of texts, as its TOML file declares it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its tag.
    pub tag: LanguageTag,
    /// Whether it can be shown.
    pub status: Status,
    /// Who wrote or translated it.
    pub author: Option<String>,
    /// The native speaker who read it.
    pub native_speaker: Option<Reading>,
    /// The clinician who read it.
    pub clinician: Option<Reading>,
}

/// Whether a language can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It has a file of texts and is shown.
    Published,
    /// It is meant to come; answers in it may exist from elsewhere.
    Declared,
}

/// That someone read a text, and when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// Who.
    pub by: String,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
}

impl Language {
    /// Whether a native speaker and a clinician have both read it.
    pub fn is_reviewed(&self) -> bool {
        self.native_speaker.is_some() && self.clinician.is_some()
    }
}
