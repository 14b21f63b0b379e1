//! The specification's TOML as it is written, with the place of everything a message may point at.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spec {
    pub title: Spanned<String>,
    pub organisation: Spanned<String>,
    pub group: Spanned<String>,
    pub seed: Tagged<u64>,
    pub first_day: Tagged<String>,
    pub last_day: Tagged<String>,
    pub growth: Tagged<f64>,
    pub total: Tagged<u64>,
    pub response: Tagged<f64>,
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
    #[serde(default)]
    pub language: Vec<Language>,
    #[serde(default)]
    pub instrument: Vec<Instrument>,
    pub copies: Copies,
    pub missing: Missing,
    #[serde(default)]
    pub words: Vec<Words>,
    #[serde(default)]
    pub question: Vec<Question>,
}

/// A number with its tag: exactly one of the three.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tagged<T> {
    pub value: Spanned<T>,
    pub published: Option<String>,
    pub derived: Option<String>,
    pub assumed: Option<String>,
}

/// Several shares under one tag.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shares {
    pub shares: Spanned<BTreeMap<String, Spanned<f64>>>,
    pub published: Option<String>,
    pub derived: Option<String>,
    pub assumed: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Language {
    pub tag: Spanned<String>,
    pub answers: Tagged<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instrument {
    pub id: Spanned<String>,
    pub group: Tagged<f64>,
    pub all: Tagged<f64>,
    pub pages: Vec<Shares>,
    #[serde(default)]
    pub lean: Vec<Pull>,
}

/// How strongly something goes with a trait.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pull {
    #[serde(rename = "trait")]
    pub of: String,
    pub weight: Tagged<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Copies {
    pub instrument: Spanned<String>,
    pub group: Tagged<u64>,
    pub all: Tagged<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Missing {
    pub skipped: Tagged<f64>,
    pub refused: Tagged<f64>,
    pub dont_know: Tagged<f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub language: Spanned<String>,
    pub texts: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub id: Spanned<String>,
    pub of: Option<Of>,
    pub follows: Option<Pull>,
    pub words: Option<Tagged<f64>>,
    pub missing: Option<Missing>,
    #[serde(default)]
    pub group: Vec<Shares>,
    #[serde(default)]
    pub all: Vec<Shares>,
}

/// Shares are of those who answered another question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Of {
    pub question: Spanned<String>,
    pub published: Option<String>,
    pub derived: Option<String>,
    pub assumed: Option<String>,
}
