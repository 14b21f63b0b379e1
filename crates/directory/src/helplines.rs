//! Where to turn: the entries of `content/helplines`.

use std::collections::BTreeMap;

use locale::LanguageTag;
use serde::Deserialize;

/// For whom or for what an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A child is in danger now.
    Danger,
    /// Reporting what was seen online.
    Report,
    /// Under 18.
    Youth,
    /// Was harmed.
    Harmed,
    /// Worried about oneself.
    #[serde(rename = "self")]
    Oneself,
    /// Worried about someone else.
    Other,
    /// Thoughts of hurting oneself.
    Crisis,
    /// Here for work.
    Professional,
}

impl Purpose {
    /// The purpose that goes by this name in files.
    pub fn parse(name: &str) -> Option<Self> {
        let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
        Self::deserialize(name).ok()
    }
}

/// One service.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helpline {
    /// Its id.
    pub id: String,
    /// ISO 3166-1 code of the country, `EU`, or `INT`.
    pub country: String,
    /// Its languages; none means those of the country one calls from.
    pub languages: Vec<LanguageTag>,
    /// For whom it is.
    #[serde(rename = "for")]
    pub purposes: Vec<Purpose>,
    /// Its name.
    pub name: String,
    /// Its number as people write it.
    pub phone: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// When it answers.
    pub hours: Option<String>,
    /// A note by language.
    #[serde(default)]
    pub note: BTreeMap<String, String>,
    /// Where the entry was read.
    pub source: String,
    /// When that source was written.
    pub as_of: String,
    /// The day on which someone of the project checked it.
    pub verified: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    helpline: Vec<Helpline>,
}

/// All entries, in the order in which they are shown.
#[derive(Debug, Clone, Default)]
pub struct Helplines(Vec<Helpline>);

impl Helplines {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong, with line and column.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        Ok(Self(toml::from_str::<File>(text)?.helpline))
    }

    /// The entries for a purpose that someone who reads this language can use: those in the
    /// language first, then those for everyone.
    pub fn find(&self, purpose: Purpose, language: &LanguageTag) -> Vec<&Helpline> {
        let fitting = |own: &&Helpline| own.purposes.contains(&purpose);
        let in_language = |own: &&Helpline| own.languages.contains(language);
        let everyone = |own: &&Helpline| {
            !in_language(own) && (own.languages.is_empty() || own.country == "INT")
        };
        let first = self.0.iter().filter(fitting).filter(in_language);
        first.chain(self.0.iter().filter(fitting).filter(everyone)).collect()
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
        self.note.get(language.as_str()).map(String::as_str)
    }
}
