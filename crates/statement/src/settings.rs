//! `statement.toml`: what a statement is about and who publishes it.

use std::collections::BTreeMap;

use instrument::{Diagnostic, SourceFile};
use jiff::civil::Date;
use locale::{Language, LanguageTag};
use serde::Deserialize;
use toml::Spanned;

/// What a statement is about and who publishes it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Its id: the name of its folder and of its pages.
    pub id: String,
    /// Who publishes it.
    pub organisation: String,
    /// The day of publication.
    pub published: Date,
    /// The day of the last change, if there was one.
    pub updated: Option<Date>,
    /// The group that is compared with the rest, such as `language=fr`.
    pub group: Spanned<String>,
    /// What the group is called, by language: “French-language respondents”.
    pub group_name: BTreeMap<LanguageTag, String>,
    /// What the rest is called, by language.
    pub rest_name: BTreeMap<LanguageTag, String>,
    /// Whether counts are printed as they are or rounded; small ones are hidden either way.
    pub numbers: Numbers,
    /// The language that the others are translated from.
    pub source: LanguageTag,
    /// The languages, and who has read them.
    pub language: Vec<Language>,
}

/// How counts are printed. Small cells are hidden in both, with what would give them away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// As they are.
    Exact,
    /// Rounded to multiples of five, and shares computed from the rounded counts.
    Rounded,
}

impl Numbers {
    /// The other way.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Exact => Self::Rounded,
            Self::Rounded => Self::Exact,
        }
    }
}

/// Reads `statement.toml`.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(file: &SourceFile) -> Result<Settings, Vec<Diagnostic>> {
    let settings: Settings = crate::read_toml(file)?;
    let mut found = Vec::new();
    let mut error = |what: String| found.push(Diagnostic::error(&file.name, 1, what));
    if !crate::is_id(&settings.id) {
        error("an id is made of a-z, 0-9 and hyphens".to_owned());
    }
    if !settings.language.iter().any(|own| own.tag == settings.source) {
        error(format!("`{}` is the source and no [[language]]", settings.source));
    }
    for language in &settings.language {
        for (name, names) in
            [("group_name", &settings.group_name), ("rest_name", &settings.rest_name)]
        {
            if !names.contains_key(&language.tag) {
                error(format!("{name} has no `{}`; say it in every language", language.tag));
            }
        }
    }
    if found.is_empty() { Ok(settings) } else { Err(found) }
}
