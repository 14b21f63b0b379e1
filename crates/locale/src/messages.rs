//! A set of Fluent files that come with the program: one source and its translations.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Catalogue, Language, LanguageTag, Staleness, Status, SyntaxError};

/// A Fluent file that comes with the program.
#[derive(Debug, Clone, Copy)]
pub struct TextFile {
    /// Tag of its language.
    pub tag: &'static str,
    /// The file as messages shall call it.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// Texts in all their languages, complete and none older than its source.
#[derive(Debug)]
pub struct Messages {
    languages: Vec<Language>,
    source: (LanguageTag, Catalogue),
    translations: BTreeMap<LanguageTag, Catalogue>,
}

/// What is wrong with a set of texts.
#[derive(Debug, thiserror::Error)]
pub enum MessagesError {
    /// The list of languages cannot be read.
    #[error("{0}: {1}")]
    Languages(&'static str, toml::de::Error),
    /// A file is no Fluent.
    #[error(transparent)]
    Syntax(SyntaxError),
    /// A published language has no file.
    #[error("{0} says that `{1}` is published, and there are no texts in it")]
    NoFile(&'static str, LanguageTag),
    /// A message is missing or older than its source.
    #[error("{file}: `{id}` is {what}; translate it, then `suoja instrument stamp` its folder")]
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

impl Messages {
    /// Texts, checked: every message of the source is there in every published language, and none
    /// is older than its source. `languages` is the name and the text of the list of languages.
    ///
    /// # Errors
    /// [`MessagesError`], the first that is found.
    pub fn new(
        languages: (&'static str, &str),
        source: TextFile,
        translations: &[TextFile],
    ) -> Result<Self, MessagesError> {
        let (name, text) = languages;
        let declared: Result<Declared, _> = toml::from_str(text);
        let languages = declared.map_err(|error| MessagesError::Languages(name, error))?.language;
        let source = parse(source)?;
        let translations =
            translations.iter().map(|file| parse(*file)).collect::<Result<_, _>>()?;
        let messages = Self { languages, source, translations };
        messages.check(name)?;
        Ok(messages)
    }

    fn check(&self, name: &'static str) -> Result<(), MessagesError> {
        for language in self.published() {
            let own = self.in_language(&language.tag);
            let own = own.ok_or_else(|| MessagesError::NoFile(name, language.tag.clone()))?;
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
                return Err(MessagesError::Message { file, id, what });
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

fn parse(file: TextFile) -> Result<(LanguageTag, Catalogue), MessagesError> {
    let syntax = |what: String| SyntaxError { file: file.name.to_owned(), line: 1, what };
    let tag = LanguageTag::parse(file.tag)
        .map_err(|bad| MessagesError::Syntax(syntax(bad.to_string())))?;
    let first = |mut errors: Vec<SyntaxError>| MessagesError::Syntax(errors.swap_remove(0));
    let catalogue = Catalogue::parse(&tag, file.name, file.text).map_err(first)?;
    Ok((tag, catalogue))
}
