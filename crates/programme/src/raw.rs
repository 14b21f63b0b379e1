//! `programme.toml` and `scoring.toml` as they are written.

use locale::{Language, LanguageTag};
use serde::Deserialize;

use crate::model::ReviewKind;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    pub language: Vec<Language>,
    pub part: Vec<Part>,
    #[serde(default)]
    pub sheet: Vec<Sheet>,
    #[serde(default)]
    pub review: Vec<Review>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub id: String,
    pub module: Vec<Module>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Module {
    pub id: String,
    pub minutes: u32,
    pub exercises: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub id: String,
    pub questions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    pub module: String,
    pub language: LanguageTag,
    pub kind: ReviewKind,
    pub by: String,
    pub on: String,
}
