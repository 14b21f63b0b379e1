//! One Fluent file: its messages, their lines and their hashes.

use std::collections::BTreeMap;
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use fluent_syntax::{parser, serializer};

use crate::LanguageTag;

/// One Fluent file, ready to be read from.
pub struct Catalogue {
    file: String,
    bundle: FluentBundle<FluentResource>,
    entries: BTreeMap<String, Entry>,
}

/// What a check needs to know of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Line of the message, from 1.
    pub line: usize,
    /// Whether the message has a text of its own beside its attributes.
    pub has_text: bool,
    /// Names of the attributes.
    pub attributes: Vec<String>,
    /// Hash of text and attributes: eight hex digits of BLAKE3.
    pub hash: String,
    /// The hash that the translator wrote above the message: of the source as it was then.
    pub source_hash: Option<String>,
}

/// A place that is not Fluent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct SyntaxError {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: String,
}

/// A value put into a message.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Arg<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number.
    Number(u64),
}

impl Catalogue {
    /// Reads a Fluent file.
    ///
    /// # Errors
    /// Every place that could not be read, and every message that is there twice.
    pub fn parse(language: &LanguageTag, file: &str, text: &str) -> Result<Self, Vec<SyntaxError>> {
        // The bundle's own parser drops comments, and the source hash stands in one.
        let parsed = parser::parse(text).map_err(|(_, errors)| {
            let at = |e: parser::ParserError| SyntaxError {
                file: file.to_owned(),
                line: line_of(text, e.pos.start),
                what: e.kind.to_string(),
            };
            errors.into_iter().map(at).collect::<Vec<_>>()
        })?;
        let entries = entries(file, text, &parsed.body)?;
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let locales = language.as_str().parse().into_iter().collect();
        let mut bundle = FluentBundle::new_concurrent(locales);
        bundle.add_resource_overriding(resource);
        Ok(Self { file: file.to_owned(), bundle, entries })
    }

    /// The file as the caller named it.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Every message by its id.
    pub fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// The text of a message, or `None` when it is missing or wants an argument that was not given.
    pub fn text(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        self.format(message.value()?, args)
    }

    /// The text of an attribute of a message; as [`Catalogue::text`].
    pub fn attribute(&self, id: &str, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        self.format(message.get_attribute(name)?.value(), args)
    }

    /// A text for a page, by `id` or `id.attribute`. One that is missing shows its id: a test
    /// renders every page in every language and finds none.
    pub fn shown(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let text = match id.split_once('.') {
            Some((id, attribute)) => self.attribute(id, attribute, args),
            None => self.text(id, args),
        };
        text.unwrap_or_else(|| format!("⟨{id}⟩"))
    }

    fn format(&self, pattern: &ast::Pattern<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut fluent = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Arg::Text(text) => FluentValue::from((*text).to_owned()),
                Arg::Number(number) => FluentValue::from(*number),
            };
            fluent.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("file", &self.file).finish_non_exhaustive()
    }
}

fn entries(
    file: &str,
    text: &str,
    body: &[ast::Entry<&str>],
) -> Result<BTreeMap<String, Entry>, Vec<SyntaxError>> {
    let mut entries = BTreeMap::new();
    let mut doubles = Vec::new();
    for entry in body {
        let ast::Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let entry = Entry {
            line: definition_lines(text, id).next().unwrap_or(1),
            has_text: message.value.is_some(),
            attributes: message.attributes.iter().map(|a| a.id.name.to_owned()).collect(),
            hash: hash(message),
            source_hash: message.comment.as_ref().and_then(source_hash),
        };
        if entries.insert(id.to_owned(), entry).is_some() {
            let line = definition_lines(text, id).last().unwrap_or(1);
            let what = format!("`{id}` is here a second time; remove one of the two");
            doubles.push(SyntaxError { file: file.to_owned(), line, what });
        }
    }
    if doubles.is_empty() { Ok(entries) } else { Err(doubles) }
}

/// The lines, from 1, on which a message begins: only there does its name stand at the margin.
fn definition_lines<'a>(text: &'a str, id: &'a str) -> impl Iterator<Item = usize> + 'a {
    let begins =
        move |line: &str| line.split_once('=').is_some_and(|(name, _)| name.trim_end() == id);
    text.lines().enumerate().filter(move |(_, line)| begins(line)).map(|(at, _)| at + 1)
}

fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

/// Hash of a message without its comment, so that a note to translators makes nothing stale.
fn hash(message: &ast::Message<&str>) -> String {
    let bare = ast::Message { comment: None, ..message.clone() };
    let text = serializer::serialize(&ast::Resource { body: vec![ast::Entry::Message(bare)] });
    blake3::hash(text.as_bytes()).to_hex()[..8].to_owned()
}

fn source_hash(comment: &ast::Comment<&str>) -> Option<String> {
    comment.content.iter().find_map(|line| line.strip_prefix("source: ")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Catalogue, Vec<SyntaxError>> {
        Catalogue::parse(&LanguageTag::parse("en").unwrap(), "en.ftl", text)
    }

    #[test]
    fn a_message_knows_its_line_and_source() {
        let c = parse("# source: 12345678\na = One\n    .b = Two\nc =\n    Three\n").unwrap();
        assert_eq!(c.entries()["a"].line, 2);
        assert_eq!(c.entries()["a"].source_hash.as_deref(), Some("12345678"));
        assert_eq!(c.entries()["a"].attributes, ["b"]);
        assert_eq!(c.entries()["c"].line, 4);
        assert_eq!(c.attribute("a", "b", &[]).as_deref(), Some("Two"));
    }

    #[test]
    fn a_comment_changes_no_hash_and_a_word_does() {
        let of = |text: &str| parse(text).unwrap().entries()["a"].hash.clone();
        assert_eq!(of("a = One"), of("# note\na = One"));
        assert_ne!(of("a = One"), of("a = one"));
        assert_ne!(of("a = One"), of("a = One\n    .b = Two"));
    }

    #[test]
    fn a_missing_argument_is_no_text() {
        let c = parse("a = { $n } of ten").unwrap();
        assert_eq!(c.text("a", &[]), None);
        assert!(c.text("a", &[("n", Arg::Number(3))]).is_some());
    }

    #[test]
    fn errors_name_file_and_line() {
        let errors = parse("a = One\nb One\n").unwrap_err();
        assert_eq!((errors[0].file.as_str(), errors[0].line), ("en.ftl", 2));
        let errors = parse("a = One\na = Two\n").unwrap_err();
        assert_eq!(errors[0].line, 2);
    }
}
