//! The texts of an instrument in its languages.

use std::collections::BTreeMap;

use locale::{Catalogue, LanguageTag};

/// The texts of an instrument in its languages.
#[derive(Debug)]
pub struct Texts(BTreeMap<LanguageTag, Catalogue>);

impl Texts {
    pub(crate) fn new(catalogues: BTreeMap<LanguageTag, Catalogue>) -> Self {
        Self(catalogues)
    }

    /// The file of a language.
    pub fn catalogue(&self, language: &LanguageTag) -> Option<&Catalogue> {
        self.0.get(language)
    }

    /// The text of a title, a page's heading or a question; empty where there is none.
    pub fn of(&self, language: &LanguageTag, id: &str) -> String {
        self.0.get(language).and_then(|own| own.text(id, &[])).unwrap_or_default()
    }

    /// The text of an attribute, such as an option's label.
    pub fn attribute(&self, language: &LanguageTag, id: &str, name: &str) -> Option<String> {
        self.0.get(language).and_then(|own| own.attribute(id, name, &[]))
    }
}
