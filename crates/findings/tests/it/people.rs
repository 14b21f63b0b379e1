//! Invented people who answer the two surveys.

use std::collections::BTreeMap;

use findings::OpenedPart;
use instrument::{Answers, Loaded, Origin, Part, SourceFile, Value};

macro_rules! instrument {
    ($id:literal) => {
        [
            include_str!(concat!("../../../../content/instruments/", $id, "/instrument.toml")),
            include_str!(concat!("../../../../content/instruments/", $id, "/en.ftl")),
            include_str!(concat!("../../../../content/instruments/", $id, "/fr.ftl")),
        ]
    };
}

/// An instrument of the house.
pub fn load(id: &str) -> Loaded {
    let files = if id == "help-us" { instrument!("help-us") } else { instrument!("no-need") };
    let [toml, en, fr] =
        files.map(|text| SourceFile { name: id.to_owned(), text: text.to_owned() });
    let texts = BTreeMap::from([("en".to_owned(), en), ("fr".to_owned(), fr)]);
    let sources = instrument::Sources { instrument: toml, texts };
    instrument::load(&sources).0.unwrap_or_else(|| panic!("{id} is not in order"))
}

/// A page that someone sent.
pub fn part(
    loaded: &Loaded,
    answer: &str,
    language: &str,
    page: &str,
    revision: u32,
    answers: &[(&str, Value)],
) -> OpenedPart {
    let origin = Origin { study: "test", answer, language, recipients: "0", revision };
    let answers: Answers =
        answers.iter().map(|(id, value)| ((*id).to_owned(), value.clone())).collect();
    OpenedPart {
        week: "2026-W48".to_owned(),
        part: Part::new(&loaded.instrument, page, origin, answers),
    }
}
