//! One service.

use std::collections::BTreeMap;

use jiff::civil::Date;
use locale::LanguageTag;
use serde::Deserialize;

use crate::form;
use crate::place::ANYWHERE;
use crate::{AsOf, Hours, Purpose};

/// A text by language.
pub type Localised = BTreeMap<LanguageTag, String>;

/// One service. What is `None`, empty or `Unknown` was in no source that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Helpline {
    /// Its id.
    pub id: String,
    /// The line of its id in the file, from 1.
    pub line: usize,
    /// ISO 3166-1 code of the country, `EU`, or `INT` for anywhere.
    pub country: String,
    /// Countries outside of the union in which it holds, too.
    pub also_in: Vec<String>,
    /// Countries in which it does not hold, though `country` would say so.
    pub not_in: Vec<String>,
    /// Its languages; none means those of the country one calls from.
    pub languages: Vec<LanguageTag>,
    /// For whom it is.
    pub purposes: Vec<Purpose>,
    /// Its name.
    pub name: String,
    /// Its number as people write it.
    pub phone: Option<String>,
    /// The number to which one sends a text message.
    pub sms: Option<String>,
    /// Its mail address.
    pub mail: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// The page of its chat, where that is known.
    pub chat: Option<String>,
    /// Where one can go.
    pub visit: Option<String>,
    /// Its page as an onion service.
    pub onion: Option<String>,
    /// What else its page offers, without an address of its own that is known.
    pub on_site: Vec<Channel>,
    /// When it answers.
    pub hours: Option<Hours>,
    /// What is to be known of its hours beside them.
    pub hours_note: Localised,
    /// What it costs.
    pub cost: Cost,
    /// Whether one gives one's name.
    pub anonymity: Anonymity,
    /// What it must or may pass on, and to whom.
    pub reporting_duty: Localised,
    /// What else is to be known.
    pub note: Localised,
    /// Why the entry may be wrong, where there is a reason beyond its age.
    pub doubt: Localised,
    /// Where the entry was read.
    pub source: String,
    /// When that source was written.
    pub as_of: AsOf,
    /// Who of the project checked it, and when.
    pub verified: Option<Verified>,
    /// The last day on which that check counts.
    pub valid_until: Option<Date>,
    /// Whether one can turn to it.
    pub status: Status,
    /// Id of the entry to show instead, or if nobody answers.
    pub fallback: Option<String>,
}

/// That someone called or opened it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verified {
    /// Who.
    pub by: String,
    /// The day.
    pub on: Date,
}

/// A way to reach a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// By phone.
    Phone,
    /// By text message.
    Sms,
    /// By chat.
    Chat,
    /// By mail or a form of the page.
    Mail,
    /// By a page.
    Web,
    /// By going there.
    Visit,
}

/// What it costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// Nothing.
    Free,
    /// As much as any call.
    Standard,
    /// No source says it.
    #[default]
    Unknown,
}

/// Whether one gives one's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anonymity {
    /// No name is needed.
    Anonymous,
    /// What is said is kept in confidence; whether a name is needed is not known.
    Confidential,
    /// It is known who or where one is.
    NotAnonymous,
    /// No source says it.
    #[default]
    Unknown,
}

/// Whether one can turn to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Yes.
    #[default]
    Open,
    /// It has ended.
    Closed,
    /// It takes nobody new.
    RecruitingEnded,
}

/// A page of an entry that can be asked whether it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Id of the entry.
    pub id: String,
    /// The address.
    pub url: String,
}

impl Address {
    /// Whether it can be reached through Tor only.
    pub fn is_onion(&self) -> bool {
        form::host(&self.url).ends_with(".onion")
    }
}

impl Helpline {
    /// The number as a telephone dials it (RFC 3966).
    pub fn dial(&self) -> Option<String> {
        let phone = self.phone.as_ref()?;
        Some(phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect())
    }

    /// The note in a language.
    pub fn note(&self, language: &LanguageTag) -> Option<&str> {
        self.note.get(language).map(String::as_str)
    }

    /// Whether it answers in a language, or in whatever is spoken where one calls from.
    pub fn speaks(&self, language: &LanguageTag) -> bool {
        self.languages.is_empty() || self.languages.contains(language)
    }

    /// Whether it holds anywhere.
    pub fn holds_anywhere(&self) -> bool {
        self.country == ANYWHERE
    }

    /// Its pages, each once.
    pub fn addresses(&self) -> Vec<Address> {
        let mut all: Vec<Address> = Vec::new();
        for url in [&self.url, &self.chat, &self.onion].into_iter().flatten() {
            if !all.iter().any(|own| own.url == *url) {
                all.push(Address { id: self.id.clone(), url: url.clone() });
            }
        }
        all
    }
}
