//! An instrument's TOML as it is written, with the place of everything a message may point at.

use locale::Language;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instrument {
    pub id: Spanned<String>,
    pub version: u32,
    pub source: Spanned<String>,
    pub honesty: Option<Spanned<Condition>>,
    #[serde(default)]
    pub language: Vec<Language>,
    #[serde(default)]
    pub page: Vec<Page>,
    #[serde(default)]
    pub care: Vec<Care>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub id: Spanned<String>,
    pub when: Option<Spanned<Condition>>,
    #[serde(default)]
    pub question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub id: Spanned<String>,
    pub kind: Kind,
    pub when: Option<Spanned<Condition>>,
    #[serde(default)]
    pub offer: Vec<Spanned<String>>,
    #[serde(default)]
    pub options: Vec<Choice>,
    #[serde(default)]
    pub exclusive: Vec<Spanned<String>>,
    pub min: Option<i64>,
    pub max: Option<i64>,
    #[serde(default)]
    pub bands: Vec<(i64, i64)>,
    pub max_chars: Option<usize>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Single,
    Multiple,
    Scale,
    Number,
    Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    pub id: Spanned<String>,
    pub code: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Care {
    pub id: Spanned<String>,
    pub when: Spanned<Condition>,
    pub help: Vec<String>,
}

/// Every way of writing a condition; which of them it is, the loader finds out.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Condition {
    pub question: Option<String>,
    pub is: Option<Vec<String>>,
    pub at_least: Option<i64>,
    pub at_most: Option<i64>,
    pub all: Option<Vec<Condition>>,
    pub any: Option<Vec<Condition>>,
    pub not: Option<Box<Condition>>,
}
