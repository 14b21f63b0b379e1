//! The drafts of a notice, and the texts they are made of.

use locale::{Arg, Catalogue, Language, LanguageTag, Messages, MessagesError, TextFile};

use super::{How, Notice, NoticeError};

const LANGUAGES: (&str, &str) =
    ("content/notice/languages.toml", include_str!("../../../../content/notice/languages.toml"));
/// The texts the others are translated from.
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/notice/en.ftl",
    text: include_str!("../../../../content/notice/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/notice/fr.ftl",
    text: include_str!("../../../../content/notice/fr.ftl"),
}];

/// Writes drafts of notices, with the texts that come with the program.
#[derive(Debug)]
pub struct Drafts(pub(super) Messages);

/// A file to be written.
pub struct Document {
    /// Its name, without a folder.
    pub name: String,
    /// Its text. It may hold an address of abuse material: mode 0600, never in a log.
    pub text: String,
}

impl Drafts {
    /// The texts that come with the program, checked.
    ///
    /// # Errors
    /// [`MessagesError`], the first that is found.
    pub fn embedded() -> Result<Self, MessagesError> {
        Ok(Self(Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)?))
    }

    /// The languages in which there are letters, and who has read them.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.0.published()
    }

    /// What is said in a report that a machine reads, in English; with the path on one's own system only
    /// where it is asked for.
    pub(super) fn summary(&self, notice: &Notice, path: bool) -> Result<String, NoticeError> {
        let texts = Texts(self.0.source().1);
        let found = &notice.found;
        let mut said = vec![
            texts.say(if found.how == How::Exact { "short-exact" } else { "short-near" }, &[])?,
            texts.say(if found.viewed { "short-viewed-yes" } else { "short-viewed-no" }, &[])?,
        ];
        let organisation = Some(notice.reporter.organisation.clone());
        for (id, name, value) in [
            ("short-organisation", "organisation", &organisation),
            ("short-list", "list", &found.list),
            ("short-class", "class", &found.class),
            ("short-path", "path", if path { &notice.place.path } else { &None }),
        ] {
            if let Some(value) = value {
                said.push(texts.say(id, &[(name, value)])?);
            }
        }
        Ok(said.join(" "))
    }

    /// The texts of a language, and whether a native speaker has read them.
    pub(super) fn texts(&self, tag: &LanguageTag) -> Result<(Texts<'_>, bool), NoticeError> {
        let language = self.0.published().find(|own| own.tag == *tag);
        let read = language.ok_or(NoticeError::Language)?.native_speaker.is_some();
        Ok((Texts(self.0.in_language(tag).ok_or(NoticeError::Language)?), read))
    }

    /// A text in English.
    pub(super) fn english(&self, id: &'static str) -> Result<String, NoticeError> {
        Texts(self.0.source().1).say(id, &[])
    }
}

/// The texts of one language.
pub(super) struct Texts<'a>(&'a Catalogue);

impl Texts<'_> {
    /// A text with its places filled in.
    pub(super) fn say(
        &self,
        id: &'static str,
        values: &[(&str, &str)],
    ) -> Result<String, NoticeError> {
        let values: Vec<_> = values.iter().map(|(name, own)| (*name, Arg::Text(own))).collect();
        let text = self.0.text(id, &values).ok_or(NoticeError::Text(id))?;
        // Fluent sets marks of direction around what is filled in; a plain letter needs none, since
        // no field may hold any.
        Ok(text.replace(['\u{2068}', '\u{2069}'], ""))
    }
}
