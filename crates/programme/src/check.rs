//! What a machine can say of a module's words: what to avoid, what instructs, what is hard to read.

use std::collections::BTreeMap;

use instrument::Diagnostic;
use serde::Deserialize;

use crate::{Files, Programme};

/// Words of a sentence from which on a person should look at it: a measure of how hard it is to read
/// when one is tired or afraid. Counted, not felt.
pub const LONGEST_SENTENCE: usize = 32;

const NAME: &str = "words.toml";

/// Words that no text of the programme says, by language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Avoid {
    /// The words, lower case.
    words: String,
    /// Why, and what to say instead.
    instead: String,
}

/// Looks through modules and messages of every language.
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
        let folder = format!("modules/{tag}/");
        let around = format!("{tag}.ftl");
        let own = files.iter().filter(|(name, _)| name.starts_with(&folder) || **name == around);
        for (name, text) in own {
            found.extend(avoided(name, text, list));
            if name.starts_with(&folder) {
                found.extend(long_sentences(name, text));
            }
        }
    }
    found
}

fn avoided<'a>(
    name: &'a str,
    text: &'a str,
    list: &'a [Avoid],
) -> impl Iterator<Item = Diagnostic> + 'a {
    let lines = text.lines().zip(1..).filter(move |(line, _)| is_text(name, line));
    lines.flat_map(move |(line, at)| {
        let line = format!(" {} ", plain(line));
        let hit = list.iter().find(|avoid| line.contains(&format!(" {} ", plain(&avoid.words))));
        hit.map(|avoid| {
            Diagnostic::error(name, at, format!("“{}”: {}", avoid.words, avoid.instead))
        })
    })
}

/// Comments of Fluent files are none; a title that we cite is not in our words.
fn is_text(name: &str, line: &str) -> bool {
    name.ends_with(".md") || !(line.starts_with('#') || line.starts_with("reference-"))
}

/// Lower case, with single spaces and without punctuation.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn long_sentences(name: &str, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (line, at) in text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#')) {
        for sentence in line.split_inclusive(['.', '?', '!', ':', ';']) {
            let words = sentence.split_whitespace().count();
            if words > LONGEST_SENTENCE {
                let what = format!("a sentence of {words} words; split it ({LONGEST_SENTENCE})");
                found.push(Diagnostic::warning(name, at, what));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_whatever_stands_around_them() {
        let avoid = [Avoid { words: "low risk".to_owned(), instead: "say nothing".to_owned() }];
        let found = |text: &str| avoided("m.md", text, &avoid).count();
        assert_eq!(found("So “low-risk”, then."), 1);
        assert_eq!(found("## Low risk {#a}"), 1);
        assert_eq!(found("A slow risky walk."), 0);
        assert_eq!(avoided("en.ftl", "# low risk\nreference-1 = Low Risk", &avoid).count(), 0);
    }

    #[test]
    fn a_long_sentence_is_shown() {
        let long = "word ".repeat(LONGEST_SENTENCE + 1);
        assert_eq!(long_sentences("m.md", &long).len(), 1);
        assert_eq!(long_sentences("m.md", &format!("a. {}", &long[5..])).len(), 0);
    }
}
