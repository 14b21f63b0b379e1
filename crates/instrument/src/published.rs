//! What a version has once been published with must never change under its number.
//!
//! `published.toml` in the instrument's folder keeps, for every version, the shape of each
//! question (kind, options, codes). A code that has meant one thing in any version can never mean
//! another, so answers of all versions can be counted together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Diagnostic, Instrument, SourceFile};

#[derive(Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Published {
    #[serde(default)]
    version: Vec<Version>,
}

#[derive(Serialize, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
struct Version {
    version: u32,
    questions: BTreeMap<String, String>,
}

impl Version {
    fn of(instrument: &Instrument) -> Self {
        let questions = instrument.questions().map(|(_, q)| (q.id.clone(), q.shape())).collect();
        Self { version: instrument.version, questions }
    }
}

/// Checks an instrument against `published.toml`.
pub fn check_published(instrument: &Instrument, file: &SourceFile) -> Vec<Diagnostic> {
    let published = match parse(file) {
        Ok(published) => published,
        Err(diagnostic) => return vec![diagnostic],
    };
    let now = Version::of(instrument);
    let mut found = Vec::new();
    for version in &published.version {
        let line = line_of(&file.text, version.version);
        let mut say = |what: String| found.push(Diagnostic::error(&file.name, line, what));
        if version.version == now.version && *version != now {
            say(format!(
                "version {} was published with other questions; raise `version` in instrument.toml",
                now.version
            ));
        } else if version.version != now.version {
            for (id, then) in &version.questions {
                if let Some(shape) = now.questions.get(id).filter(|now| !agree(then, now)) {
                    say(format!("`{id}` was `{then}` and is now `{shape}`; give it a new id"));
                }
            }
        }
    }
    if !published.version.iter().any(|version| version.version == now.version) {
        let what = format!("version {} is not published; `suoja instrument publish`", now.version);
        found.push(Diagnostic::warning(&file.name, 1, what));
    }
    found
}

/// The text of `published.toml` with the instrument's version added.
///
/// # Errors
/// What [`check_published`] would say against it.
pub fn publish(instrument: &Instrument, file: &SourceFile) -> Result<String, Vec<Diagnostic>> {
    let mut found = check_published(instrument, file);
    found.retain(|diagnostic| diagnostic.level == crate::Level::Error);
    if !found.is_empty() {
        return Err(found);
    }
    let mut published = parse(file).map_err(|diagnostic| vec![diagnostic])?;
    let now = Version::of(instrument);
    if !published.version.contains(&now) {
        published.version.push(now);
    }
    let head = "# Written by `suoja instrument publish`: what each version was published with.\n\n";
    toml::to_string(&published)
        .map(|text| format!("{head}{text}"))
        .map_err(|error| vec![Diagnostic::error(&file.name, 1, error.to_string())])
}

fn parse(file: &SourceFile) -> Result<Published, Diagnostic> {
    toml::from_str(&file.text).map_err(|error: toml::de::Error| {
        let byte = error.span().map_or(0, |span| span.start);
        let line = file.text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1;
        Diagnostic::error(&file.name, line, error.message())
    })
}

fn line_of(text: &str, version: u32) -> usize {
    let wanted = format!("version = {version}");
    text.lines().position(|line| line.trim() == wanted).map_or(1, |at| at + 1)
}

/// Whether two shapes of a question can be counted together: the same kind, no code with two
/// meanings. Options may come and go.
fn agree(then: &str, now: &str) -> bool {
    let (mut then, mut now) = (then.split(' '), now.split(' '));
    let kinds = (then.next(), now.next());
    if kinds.0 != kinds.1 {
        return false;
    }
    if !matches!(kinds.0, Some("single" | "multiple")) {
        return then.eq(now);
    }
    let pairs = |words: std::str::Split<'_, char>| -> Vec<(String, String)> {
        let pair = |word: &str| word.split_once('=').map(|(a, b)| (a.to_owned(), b.to_owned()));
        words.filter_map(pair).collect()
    };
    let (then, now) = (pairs(then), pairs(now));
    then.iter().all(|(id, code)| now.iter().all(|(other, its)| (id == other) == (code == its)))
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn options_may_come_and_go_and_never_change_their_code() {
        assert!(agree("single a=1 b=2", "single a=1 c=3"));
        assert!(!agree("single a=1 b=2", "single a=2 b=1"));
        assert!(!agree("single a=1 b=2", "single a=1 c=2"));
        assert!(!agree("single a=1 b=2", "multiple a=1 b=2"));
        assert!(!agree("scale 0 to 10", "scale 0 to 5"));
        assert!(agree("text", "text"));
    }
}
