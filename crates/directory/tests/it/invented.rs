//! Entries of an invented file.

use directory::Helplines;
use jiff::civil::{Date, date};
use locale::LanguageTag;

pub const TODAY: Date = date(2026, 11, 24);

pub fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).unwrap()
}

/// An entry with these keys; what they do not name is filled in.
pub fn entry(id: &str, keys: &str) -> String {
    let mut text = format!("\n[[helpline]]\nid = \"{id}\"\n{keys}\n");
    for (key, value) in [
        ("country", "\"BE\""),
        ("languages", "[\"fr\"]"),
        ("for", "[\"self\"]"),
        ("name", "\"Invented\""),
        ("phone", "\"0800 00 000\""),
        ("source", "\"an invented page\""),
        ("as_of", "\"2026-11\""),
    ] {
        let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(" ="));
        if !keys.lines().any(begins) {
            text.push_str(&format!("{key} = {value}\n"));
        }
    }
    text
}

pub fn text(entries: &[String]) -> String {
    format!("languages = [\"en\", \"fr\"]\n{}", entries.concat())
}

pub fn parse(entries: &[String]) -> Helplines {
    Helplines::parse(&text(entries)).unwrap()
}
