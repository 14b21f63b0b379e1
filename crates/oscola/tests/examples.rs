//! Every worked example of `examples.toml`, and what must hold of all of them.

#![cfg(test)]

use std::collections::BTreeMap;

use oscola::{Bibliography, Cite, Citer, Run, Terms};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Examples {
    example: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    #[serde(default)]
    language: Language,
    sources: Bibliography,
    notes: Vec<(String, String)>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Language {
    #[default]
    En,
    Fr,
}

fn examples() -> Vec<Example> {
    let examples: Examples = toml::from_str(include_str!("examples.toml")).unwrap();
    examples.example
}

impl Example {
    fn terms(&self) -> Terms {
        match self.language {
            Language::En => Terms::english(),
            Language::Fr => Terms::french(),
        }
    }

    /// The runs of each note, beside what they should be.
    fn written(&self) -> Vec<(Vec<Run>, &str)> {
        let mut citer = Citer::new(&self.sources, self.terms());
        let notes = self.notes.iter();
        notes.map(|(cited, text)| (citer.note(&cites(cited)).unwrap(), text.as_str())).collect()
    }
}

/// "a @ 3; b" is a at 3, and b.
fn cites(text: &str) -> Vec<Cite<'_>> {
    let parts = text.split("; ").filter(|part| !part.is_empty());
    let cites = parts.map(|part| match part.split_once(" @ ") {
        Some((source, pinpoint)) => Cite { source, pinpoint: Some(pinpoint) },
        None => Cite { source: part, pinpoint: None },
    });
    cites.collect()
}

fn marked(runs: &[Run]) -> String {
    let mark = |run: &Run| match run {
        Run::Text(text) => text.clone(),
        Run::Italic(text) => format!("*{text}*"),
        Run::Link { url, .. } => url.clone(),
        Run::NoteRef { note, .. } => format!("[n {note}]"),
    };
    runs.iter().map(mark).collect()
}

#[test]
fn every_example_reads_as_written() {
    let examples = examples();
    assert!(examples.len() >= 60, "{}", examples.len());
    for example in &examples {
        for (at, (runs, expected)) in example.written().iter().enumerate() {
            assert_eq!(marked(runs), *expected, "{}, note {}", example.name, at + 1);
        }
    }
}

#[test]
fn every_example_has_a_name_and_a_rule() {
    let examples = examples();
    let names: BTreeMap<&str, usize> =
        examples.iter().map(|example| (example.name.as_str(), example.notes.len())).collect();
    assert_eq!(names.len(), examples.len(), "a name stands twice");
    assert!(names.values().all(|notes| *notes > 0));
    let lines: Vec<&str> = include_str!("examples.toml").lines().collect();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| **line == "[[example]]") {
        let rule = lines[at - 1];
        assert!(rule.starts_with("# ") && !rule.starts_with("# ---"), "line {}: no rule", at + 1);
    }
}

#[test]
fn runs_are_merged_and_point_back_only() {
    for example in &examples() {
        for (at, (runs, _)) in example.written().into_iter().enumerate() {
            let texts = |pair: &[Run]| matches!(pair, [Run::Text(_), Run::Text(_)]);
            assert!(!runs.windows(2).any(texts), "{}: {runs:?}", example.name);
            for run in &runs {
                assert!(!run.text().is_empty(), "{}: {runs:?}", example.name);
                match run {
                    Run::NoteRef { note, text } => {
                        assert!((1..=at).contains(&usize::try_from(*note).unwrap()));
                        assert_eq!(*text, format!("n\u{a0}{note}"));
                    }
                    Run::Link { url, text } => {
                        assert!(url.starts_with("http") && url == text, "{}", example.name);
                    }
                    Run::Text(_) | Run::Italic(_) => {}
                }
            }
        }
    }
}

/// The slowest correct answer to "which note has it in full": look at all notes before this one.
#[test]
fn first_notes_are_those_a_search_finds() {
    for example in &examples() {
        let mut citer = Citer::new(&example.sources, example.terms());
        for (now, (cited, _)) in example.notes.iter().enumerate() {
            citer.note(&cites(cited)).unwrap();
            let so_far = &example.notes[..=now];
            for (id, _) in example.sources.iter() {
                let cites_it = |(cited, _): &(String, String)| {
                    cites(cited).iter().any(|cite| cite.source == id)
                };
                let found = so_far.iter().position(cites_it).map(|at| at + 1);
                let ours = citer.first_note(id).map(|note| usize::try_from(note).unwrap());
                assert_eq!(ours, found, "{}: {id}", example.name);
            }
        }
    }
}

/// No example says "ibid", in no language.
#[test]
fn there_is_no_ibid() {
    for example in &examples() {
        for (runs, _) in example.written() {
            assert!(!marked(&runs).to_lowercase().contains("ibid"), "{}", example.name);
        }
    }
}
