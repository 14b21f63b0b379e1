//! The programme's own words in one language; what is missing is an error and no hole.

use locale::{Arg, Catalogue, Direction, Formats, LanguageTag};

use crate::EditionError;

/// The marks by which Fluent keeps a placed text apart from the text around it.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The words of one language.
pub(crate) struct Words<'a> {
    pub language: &'a LanguageTag,
    pub formats: Formats,
    texts: &'a Catalogue,
}

impl<'a> Words<'a> {
    /// Words in a language.
    pub fn new(language: &'a LanguageTag, texts: &'a Catalogue) -> Result<Self, EditionError> {
        Ok(Self { language, formats: Formats::new(language)?, texts })
    }

    /// A message by `id` or `id.attribute`.
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Result<String, EditionError> {
        let text = match id.split_once('.') {
            Some((id, attribute)) => self.texts.attribute(id, attribute, args),
            None => self.texts.text(id, args),
        };
        let missing =
            || EditionError::Message { id: id.to_owned(), language: self.language.clone() };
        text.map(|text| self.unmarked(&text)).ok_or_else(missing)
    }

    /// A message without arguments.
    pub fn plain(&self, id: &str) -> Result<String, EditionError> {
        self.say(id, &[])
    }

    /// The paragraphs of a message.
    pub fn paragraphs(&self, id: &str) -> Result<Vec<String>, EditionError> {
        let text = self.plain(id)?;
        Ok(text.split("\n\n").map(|own| own.trim().to_owned()).collect())
    }

    /// Messages `PREFIX1`, `PREFIX2` … until one is missing.
    pub fn counted(&self, prefix: &str) -> Vec<String> {
        let all = (1..).map_while(|at: usize| self.texts.text(&format!("{prefix}{at}"), &[]));
        all.map(|text| self.unmarked(&text)).collect()
    }

    /// Without the marks around placed texts, which paper has no use for where everything runs
    /// from left to right.
    pub fn unmarked(&self, text: &str) -> String {
        match self.language.direction() {
            Direction::Ltr => text.replace(ISOLATES, ""),
            Direction::Rtl => text.to_owned(),
        }
    }
}
