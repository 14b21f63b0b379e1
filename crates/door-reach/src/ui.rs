//! The door's own texts.

use std::collections::BTreeMap;

use locale::{Arg, Catalogue, Language, LanguageTag, Staleness, Status, SyntaxError};
use serde::Deserialize;

/// The texts the others are translated from.
const SOURCE: File = ("en", "content/reach/en.ftl", include_str!("../../../content/reach/en.ftl"));
const TRANSLATIONS: [File; 1] =
    [("fr", "content/reach/fr.ftl", include_str!("../../../content/reach/fr.ftl"))];
const LANGUAGES: &str = include_str!("../../../content/reach/reach.toml");

/// Tag, name and text of a file.
type File = (&'static str, &'static str, &'static str);

/// The door's own texts in all its languages.
pub struct Ui {
    languages: Vec<Language>,
    source: (LanguageTag, Catalogue),
    translations: BTreeMap<LanguageTag, Catalogue>,
}

/// What is wrong with the texts.
#[derive(Debug, thiserror::Error)]
pub enum UiError {
    /// The list of languages cannot be read.
    #[error("content/reach/reach.toml: {0}")]
    Languages(#[from] toml::de::Error),
    /// A file is no Fluent.
    #[error(transparent)]
    Syntax(SyntaxError),
    /// A published language has no file.
    #[error("content/reach has no texts for `{0}`, which reach.toml says is published")]
    NoFile(LanguageTag),
    /// A message is missing or older than its source.
    #[error("{file}: `{id}` is {what}; translate it, then `suoja instrument stamp content/reach`")]
    Message {
        /// The file.
        file: String,
        /// The message.
        id: String,
        /// What is wrong with it.
        what: &'static str,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    language: Vec<Language>,
}

impl Ui {
    /// The texts that come with the program, checked: every message of the source is there in
    /// every published language, and none is older than its source.
    ///
    /// # Errors
    /// [`UiError`], the first that is found.
    pub fn embedded() -> Result<Self, UiError> {
        let languages = toml::from_str::<Declared>(LANGUAGES)?.language;
        let source = parse(SOURCE)?;
        let translations = TRANSLATIONS.into_iter().map(parse).collect::<Result<_, _>>()?;
        let ui = Self { languages, source, translations };
        ui.check()?;
        Ok(ui)
    }

    fn check(&self) -> Result<(), UiError> {
        for language in self.published() {
            let own = self.in_language(&language.tag);
            let own = own.ok_or_else(|| UiError::NoFile(language.tag.clone()))?;
            if language.tag == self.source.0 {
                continue;
            }
            for (id, entry) in self.source.1.entries() {
                let what = match own.entries().get(id) {
                    None => "missing",
                    Some(own) if own.attributes != entry.attributes => "incomplete",
                    Some(own) => match Staleness::of(own.source_hash.as_deref(), &entry.hash) {
                        Staleness::Fresh => continue,
                        Staleness::Stale => "older than its source",
                        Staleness::Unstamped => "without the hash of its source",
                    },
                };
                let (file, id) = (own.file().to_owned(), id.clone());
                return Err(UiError::Message { file, id, what });
            }
        }
        Ok(())
    }

    /// The language that the others are translated from, with its texts.
    pub fn source(&self) -> (&LanguageTag, &Catalogue) {
        (&self.source.0, &self.source.1)
    }

    /// The languages that can be shown.
    pub fn published(&self) -> impl Iterator<Item = &Language> {
        self.languages.iter().filter(|language| language.status == Status::Published)
    }

    /// The texts of a language that can be shown.
    pub fn in_language(&self, tag: &LanguageTag) -> Option<&Catalogue> {
        self.published().find(|own| own.tag == *tag)?;
        if *tag == self.source.0 { Some(&self.source.1) } else { self.translations.get(tag) }
    }
}

fn parse((tag, file, text): File) -> Result<(LanguageTag, Catalogue), UiError> {
    let syntax = |what: String| SyntaxError { file: file.to_owned(), line: 1, what };
    let tag = LanguageTag::parse(tag).map_err(|bad| UiError::Syntax(syntax(bad.to_string())))?;
    let first = |mut errors: Vec<SyntaxError>| UiError::Syntax(errors.swap_remove(0));
    let catalogue = Catalogue::parse(&tag, file, text).map_err(first)?;
    Ok((tag, catalogue))
}

/// A text, by `id` or `id.attribute`. A text that is missing shows its id: a test renders every
/// page in every language and finds none.
pub fn text(catalogue: &Catalogue, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    let text = match id.split_once('.') {
        Some((id, attribute)) => catalogue.attribute(id, attribute, args),
        None => catalogue.text(id, args),
    };
    text.unwrap_or_else(|| format!("⟨{id}⟩"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_come_with_the_program_are_complete() {
        let ui = Ui::embedded().unwrap();
        assert_eq!(ui.published().count(), 2);
    }
}
