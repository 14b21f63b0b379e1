//! The words around entries that come with the program, in all their languages.

use locale::{Language, LanguageTag, Messages, MessagesError, TextFile};

use crate::Speech;

const LANGUAGES: (&str, &str) =
    ("content/helplines/languages.toml", include_str!("../../../content/helplines/languages.toml"));
/// The texts the others are translated from.
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/helplines/en.ftl",
    text: include_str!("../../../content/helplines/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/helplines/fr.ftl",
    text: include_str!("../../../content/helplines/fr.ftl"),
}];

/// The words around entries: hours, costs, countries, what is to be said of a check.
#[derive(Debug)]
pub struct Words(Messages);

impl Words {
    /// The words that come with the program, checked.
    ///
    /// # Errors
    /// [`MessagesError`], the first that is found.
    pub fn embedded() -> Result<Self, MessagesError> {
        Ok(Self(Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)?))
    }

    /// The languages in which there are words, and who has read them.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.0.published()
    }

    /// The words of a language.
    pub fn speech(&self, tag: &LanguageTag) -> Option<Speech<'_>> {
        let language = self.0.published().find(|own| own.tag == *tag)?;
        Some(Speech::new(&language.tag, self.0.in_language(tag)?))
    }

    pub(crate) fn knows_country(&self, code: &str) -> bool {
        let upper = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        upper && !crate::place::is_wide(code) && self.knows(&country_id(code))
    }

    pub(crate) fn knows_zone(&self, zone: &str) -> bool {
        self.knows(&zone_id(zone))
    }

    fn knows(&self, id: &str) -> bool {
        self.0.source().1.entries().contains_key(id)
    }
}

/// Id of the message with the name of a country.
pub(crate) fn country_id(code: &str) -> String {
    format!("country-{code}")
}

/// Id of the message that names a time zone.
pub(crate) fn zone_id(zone: &str) -> String {
    format!("zone-{}", zone.replace(['/', '_'], "-"))
}
