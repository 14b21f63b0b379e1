//! What a machine can say of the programme's words: what to avoid, what instructs, what leads out, what
//! is hard to read.

use std::collections::BTreeMap;

use instrument::Diagnostic;
use serde::Deserialize;

use crate::text::{Block, ModuleText};
use crate::{Files, Programme};

/// Words of a sentence from which on a person should look at it: a measure of how hard it is to read
/// when one is tired or afraid. Counted, not felt.
pub const LONGEST_SENTENCE: usize = 32;

/// The LIX of a module from which on a person should look at it. Below 40 a text is easy (C.-H.
/// Björnsson, *Läsbarhet*, 1968). French words are longer: the same text has some five points more.
pub const HARDEST: usize = 40;

/// Letters of a long word begin after these, as Björnsson counts them.
const SHORT: usize = 6;

const NAME: &str = "words.toml";

/// Words that no text of the programme says, by language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoid {
    /// The words, lower case; with `*` at the end, whatever begins with them.
    words: String,
    /// Why, and what to say instead.
    instead: String,
}

/// Looks through modules, messages and questions of every language.
pub fn check_words(programme: &Programme, files: &Files) -> Vec<Diagnostic> {
    let Some(text) = files.get(NAME) else {
        return vec![Diagnostic::error(NAME, 1, "the file is missing")];
    };
    let lists: BTreeMap<String, Vec<Avoid>> = match toml::from_str(text) {
        Ok(lists) => lists,
        Err(error) => return vec![Diagnostic::error(NAME, 1, error.message().trim())],
    };
    let mut found = Vec::new();
    for language in &programme.languages {
        let tag = language.tag.as_str();
        let Some(list) = lists.get(tag) else {
            found.push(Diagnostic::error(NAME, 1, format!("no list for `{tag}`")));
            continue;
        };
        for (name, text) in files.iter().filter(|(name, _)| is_of(name, tag)) {
            found.extend(avoided(name, text, list));
            found.extend(addresses(name, text));
            found.extend(long_sentences(name, text));
        }
    }
    found.extend(programme.modules.iter().filter_map(|((tag, id), text)| {
        let hard = lix(text);
        let what = format!("hard to read: its LIX is {hard}; use shorter sentences and words");
        (hard > HARDEST).then(|| Diagnostic::warning(&format!("modules/{tag}/{id}.md"), 1, what))
    }));
    found
}

/// Whether a file holds words of a language that someone reads: a module, the pages around the modules,
/// or an instrument.
fn is_of(name: &str, tag: &str) -> bool {
    let around = format!("{tag}.ftl");
    name.starts_with(&format!("modules/{tag}/"))
        || name == around
        || name.ends_with(&format!("/{around}"))
}

fn avoided<'a>(
    name: &'a str,
    text: &'a str,
    list: &'a [Avoid],
) -> impl Iterator<Item = Diagnostic> + 'a {
    lines(name, text).flat_map(move |(line, at)| {
        let line = format!(" {} ", plain(line));
        let is_in = |avoid: &&Avoid| match avoid.words.strip_suffix('*') {
            Some(begins) => line.contains(&format!(" {}", plain(begins))),
            None => line.contains(&format!(" {} ", plain(&avoid.words))),
        };
        list.iter().find(is_in).map(|avoid| {
            Diagnostic::error(name, at, format!("“{}”: {}", avoid.words, avoid.instead))
        })
    })
}

/// Lines that are shown, with their numbers. Comments of Fluent files are none; a title that we cite is
/// not in our words.
fn lines<'a>(name: &'a str, text: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
    let is_text = |line: &str| {
        name.ends_with(".md") || !(line.starts_with('#') || line.starts_with("reference-"))
    };
    text.lines().zip(1..).filter(move |(line, _)| is_text(line))
}

/// Lower case, with single spaces and without punctuation.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// An address in a text would be checked by nobody; the directory of helplines is, with its sources.
fn addresses(name: &str, text: &str) -> Vec<Diagnostic> {
    let what = "looks like an address; addresses stand in the directory of helplines, where they are \
                checked";
    let found = lines(name, text).flat_map(|(line, at)| {
        let parts = line.split(|c: char| c.is_whitespace() || "()[]{}«»“”\",;".contains(c));
        parts.filter(|part| is_address(part)).map(move |part| (at, part))
    });
    found.map(|(at, part)| Diagnostic::error(name, at, format!("“{part}” {what}"))).collect()
}

/// With a scheme, an `@`, or dots between names of which the last is one of letters, as in
/// `example.org`.
fn is_address(part: &str) -> bool {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    let (before, last) = bare.rsplit_once('.').unwrap_or(("", bare));
    let is_name =
        |own: &str| own.len() >= 2 && own.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let is_host = before.split('.').all(is_name)
        && (2..=24).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_lowercase());
    bare.contains("://") || bare.contains('@') || is_host
}

fn long_sentences(name: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (line, at) in lines(name, text).filter(|(line, _)| !line.starts_with('#')) {
        for sentence in sentences(line) {
            let words = sentence.split_whitespace().count();
            if words > LONGEST_SENTENCE {
                let what = format!("a sentence of {words} words; split it ({LONGEST_SENTENCE})");
                found.push(Diagnostic::warning(name, at, what));
            }
        }
    }
    found
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!', ':', ';'])
}

/// How hard a module is to read: words a sentence, and a hundred times the share of long words. The
/// same measure holds in English and French. 0 for a module without words.
pub fn lix(text: &ModuleText) -> usize {
    let (mut words, mut long, mut all) = (0, 0, 0);
    let mut take = |text: &str| {
        for sentence in sentences(text) {
            let own =
                sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            let letters: Vec<usize> = own.map(|word| word.chars().count()).collect();
            words += letters.len();
            long += letters.iter().filter(|own| **own > SHORT).count();
            all += usize::from(!letters.is_empty());
        }
    };
    take(&text.title);
    text.sections.iter().for_each(|own| take(&own.title));
    for block in text.blocks() {
        match block {
            Block::Paragraph(spans) => take(&said(spans)),
            Block::List(items) => items.iter().for_each(|spans| take(&said(spans))),
            Block::Exercise(_) => {}
        }
    }
    let share = (long * 100).checked_div(words).unwrap_or_default();
    words.checked_div(all).unwrap_or_default() + share
}

fn said(spans: &[crate::Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use instrument::SourceFile;

    use super::*;
    use crate::parse;

    #[test]
    fn words_are_found_whole_and_whatever_stands_around_them() {
        let avoid = |words: &str| [Avoid { words: words.to_owned(), instead: String::new() }];
        let found = |text: &str, words: &str| avoided("m.md", text, &avoid(words)).count();
        assert_eq!(found("So “low-risk”, then.", "low risk"), 1);
        assert_eq!(found("## Low risk {#a}", "low risk"), 1);
        assert_eq!(found("A slow risky walk.", "low risk"), 0);
        assert_eq!(found("C’est garantie.", "garanti"), 0);
        assert_eq!(found("C’est garantie.", "garanti*"), 1);
        assert_eq!(found("Une bagarre.", "garanti*"), 0);
        let cited = "# low risk\nreference-1 = Low Risk";
        assert_eq!(avoided("en.ftl", cited, &avoid("low risk")).count(), 0);
    }

    #[test]
    fn every_text_of_a_language_is_looked_through() {
        for name in ["modules/fr/a.md", "fr.ftl", "exercises/fr.ftl", "self-check/fr.ftl"] {
            assert!(is_of(name, "fr") && !is_of(name, "en"), "{name}");
        }
        assert!(!is_of("exercises/instrument.toml", "fr"));
    }

    #[test]
    fn addresses_are_found_and_sentences_are_none() {
        for text in ["see https://example.org/x", "(example.org)", "a@example.org.", "ab.onion"] {
            assert_eq!(addresses("m.md", text).len(), 1, "{text}");
        }
        for text in
            ["One. Two.", "J. S. Beck, 3.5 or 1.2", "{ $minutes ->", "Stop it Now ! Bruxelles"]
        {
            assert!(addresses("m.md", text).is_empty(), "{text}");
        }
        assert!(addresses("en.ftl", "reference-1 = example.org").is_empty());
    }

    #[test]
    fn a_long_sentence_is_shown() {
        let long = "word ".repeat(LONGEST_SENTENCE + 1);
        assert_eq!(long_sentences("m.md", &long).len(), 1);
        assert_eq!(long_sentences("m.md", &format!("a. {}", &long[5..])).len(), 0);
    }

    #[test]
    fn long_words_and_long_sentences_are_hard_to_read() {
        let read = |text: &str| {
            let file = SourceFile { name: "m.md".to_owned(), text: text.to_owned() };
            lix(&parse(&file).unwrap())
        };
        // 1 + 4 words in 2 sentences, one of them long: 5 / 2 + 100 / 5.
        assert_eq!(read("# Go\n\nThis is really short.\n\n{exercise:a}\n"), 2);
        assert_eq!(read("# Go\n\nThis is extremely short.\n"), 22);
        let hard = "considerable institutional ".repeat(8);
        assert!(read(&format!("# Go\n\n{hard}\n")) > HARDEST);
    }
}
