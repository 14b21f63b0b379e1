//! What every page has around its own content.

use locale::{Catalogue, LanguageTag};

use super::{Line, Reader};
use crate::door::{Door, STYLE};

/// Head, header and footer of a page.
pub(crate) struct Chrome<'a> {
    texts: &'a Catalogue,
    pub lang: String,
    pub dir: &'static str,
    pub title: String,
    pub style: &'static str,
    pub simulated: bool,
    pub unreviewed: bool,
    pub languages: Vec<LanguageLink>,
    /// Whether the switch of languages has to carry the form along.
    pub in_form: bool,
    /// The path below the language, for the switch outside of forms.
    pub path: String,
    pub reporting: Vec<Line>,
    /// The colon as the language sets it.
    pub colon: &'static str,
}

/// A language to switch to.
#[derive(Clone)]
pub(crate) struct LanguageLink {
    pub tag: String,
    pub name: String,
    pub current: bool,
}

impl<'a> Chrome<'a> {
    pub fn new(
        door: &'a Door,
        language: &LanguageTag,
        texts: &'a Catalogue,
        title: String,
    ) -> Self {
        Self {
            texts,
            lang: language.as_str().to_owned(),
            dir: language.direction().as_str(),
            title,
            style: STYLE,
            simulated: door.settings.simulated,
            unreviewed: door.unreviewed,
            languages: languages(door, Some(language)),
            in_form: false,
            path: String::new(),
            reporting: Reader::new(door, language, texts).reporting(),
            // French sets a space before a colon that does not break; the texts use the narrow one.
            colon: if language.as_str() == "fr" { "\u{202f}:" } else { ":" },
        }
    }

    /// A page whose language switch posts the form.
    pub fn in_form(mut self) -> Self {
        self.in_form = true;
        self
    }

    /// A page that lies at a path below its language.
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = path.into();
        self
    }

    /// A text without arguments.
    pub fn t(&self, id: &str) -> String {
        self.texts.shown(id, &[])
    }
}

/// The languages of the door; the current one is marked.
pub(crate) fn languages(door: &Door, current: Option<&LanguageTag>) -> Vec<LanguageLink> {
    let link = |language: &locale::Language| LanguageLink {
        tag: language.tag.as_str().to_owned(),
        name: language.tag.endonym().to_owned(),
        current: Some(&language.tag) == current,
    };
    door.ui.published().map(link).collect()
}
