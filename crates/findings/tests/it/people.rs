//! Invented people who answer the two surveys.

use std::collections::BTreeMap;
use std::path::Path;

use findings::OpenedPart;
use instrument::{Answers, Loaded, Origin, Part, SourceFile, Value};

/// An instrument of the house.
pub fn load(id: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/instruments").join(id);
    let file = |name: &str| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        SourceFile { name: name.to_owned(), text }
    };
    let texts: BTreeMap<_, _> =
        ["en", "fr"].map(|tag| (tag.to_owned(), file(&format!("{tag}.ftl")))).into();
    let sources = instrument::Sources { instrument: file("instrument.toml"), texts };
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
