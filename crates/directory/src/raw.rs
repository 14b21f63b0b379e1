//! The file as TOML has it, with the place of everything that a check can point at.

use jiff::civil::Date;
use locale::LanguageTag;
use serde::Deserialize;
use toml::Spanned;

use crate::{Anonymity, Channel, Cost, Localised, Purpose, Status, Verified};

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// The languages in which every text of the file is written.
    pub languages: Spanned<Vec<LanguageTag>>,
    pub helpline: Vec<Entry>,
}

/// One `[[helpline]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub id: Spanned<String>,
    pub country: Spanned<String>,
    #[serde(default)]
    pub also_in: Vec<Spanned<String>>,
    #[serde(default)]
    pub not_in: Vec<Spanned<String>>,
    pub languages: Vec<Spanned<LanguageTag>>,
    #[serde(rename = "for")]
    pub purposes: Spanned<Vec<Purpose>>,
    pub name: Spanned<String>,
    pub phone: Option<Spanned<String>>,
    pub sms: Option<Spanned<String>>,
    pub mail: Option<Spanned<String>>,
    pub url: Option<Spanned<String>>,
    pub chat: Option<Spanned<String>>,
    pub visit: Option<Spanned<String>>,
    pub onion: Option<Spanned<String>>,
    pub on_site: Option<Spanned<Vec<Channel>>>,
    pub hours: Option<Spanned<Open>>,
    pub zone: Option<Spanned<String>>,
    pub hours_note: Option<Spanned<Localised>>,
    #[serde(default)]
    pub cost: Cost,
    #[serde(default)]
    pub anonymity: Anonymity,
    pub reporting_duty: Option<Spanned<Localised>>,
    pub note: Option<Spanned<Localised>>,
    pub doubt: Option<Spanned<Localised>>,
    pub source: Spanned<String>,
    pub as_of: Spanned<String>,
    pub verified: Option<Spanned<Verified>>,
    pub valid_until: Option<Spanned<Date>>,
    #[serde(default)]
    pub status: Status,
    pub fallback: Option<Spanned<String>>,
}

/// Hours as they are written.
#[derive(Deserialize)]
#[serde(untagged, expecting = "hours are \"always\" or a list such as [\"mon-fri 09:30-12:30\"]")]
pub(crate) enum Open {
    /// `"always"`.
    Word(String),
    /// `["mon-fri 09:30-12:30"]`.
    Spans(Vec<String>),
}
