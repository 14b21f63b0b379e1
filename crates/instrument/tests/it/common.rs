//! A small instrument to break.

use std::collections::BTreeMap;

use instrument::{Diagnostic, Loaded, SourceFile, Sources};

pub const TOML: &str = r#"id = "small"
version = 1
source = "en"
honesty = { question = "honest", is = ["yes"] }

[[language]]
tag = "en"
status = "published"

[[language]]
tag = "fr"
status = "published"

[[page]]
id = "one"

[[page.question]]
id = "colour"
kind = "single"
options = [{ id = "red", code = 1 }, { id = "blue", code = 2 }]
offer = ["refused", "dont_know"]

[[page.question]]
id = "fruits"
kind = "multiple"
options = [{ id = "apple", code = 1 }, { id = "pear", code = 2 }, { id = "none", code = 9 }]
exclusive = ["none"]
offer = ["refused"]

[[page]]
id = "two"
when = { question = "colour", is = ["blue"] }

[[page.question]]
id = "days"
kind = "number"
min = 0
max = 30
bands = [[0, 0], [1, 9], [10, 30]]
offer = ["dont_know"]

[[page]]
id = "three"

[[page.question]]
id = "deep"
kind = "scale"
min = 0
max = 5
when = { question = "days", at_least = 10 }

[[page.question]]
id = "words"
kind = "text"
max_chars = 20

[[page.question]]
id = "honest"
kind = "single"
options = [{ id = "yes", code = 1 }, { id = "no", code = 2 }]

[[care]]
id = "tired"
when = { question = "deep", at_least = 4 }
help = ["crisis"]
"#;

pub const EN: &str = r"title = Small
    .lead = A small survey.
page-one = One
colour = Which colour?
    .red = Red
    .blue = Blue
fruits = Which fruits?
    .apple = Apple
    .pear = Pear
    .none = None
page-two = Two
days = How many days?
    .unit = days
page-three = Three
deep = How deep?
    .low = Shallow
    .high = Deep
words = In words?
honest = Honest?
    .yes = Yes
    .no = No
care-tired = Rest
    .text = Rest a while.
";

/// The files, with a translation that is fresh.
pub fn sources() -> Sources {
    let tag = locale::LanguageTag::parse("en").unwrap();
    let source = locale::Catalogue::parse(&tag, "en.ftl", EN).unwrap();
    let french = locale::stamp(EN, &source);
    let file = |name: &str, text: &str| SourceFile { name: name.into(), text: text.into() };
    Sources {
        instrument: file("instrument.toml", TOML),
        texts: BTreeMap::from([
            ("en".into(), file("en.ftl", EN)),
            ("fr".into(), file("fr.ftl", &french)),
        ]),
    }
}

/// Replaces a text that must be there exactly once in one of the files.
pub fn change(file: &str, from: &str, to: &str) -> Sources {
    let mut sources = sources();
    let text = match file {
        "instrument.toml" => &mut sources.instrument.text,
        other => &mut sources.texts.get_mut(other.trim_end_matches(".ftl")).unwrap().text,
    };
    assert_eq!(text.matches(from).count(), 1, "`{from}` in {file}");
    *text = text.replace(from, to);
    sources
}

pub fn loaded() -> Loaded {
    let (loaded, found) = instrument::load(&sources());
    assert!(loaded.is_some(), "{}", list(&found));
    loaded.unwrap()
}

pub fn list(found: &[Diagnostic]) -> String {
    found.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}
