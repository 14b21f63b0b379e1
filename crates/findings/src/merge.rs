//! Joining the parts of each person.

use std::collections::{BTreeMap, BTreeSet};

use instrument::{Answers, Instrument, Kind, Part, Value, standing};

use crate::{Person, Words};

/// A part after opening.
#[derive(Debug)]
pub struct OpenedPart {
    /// The week of arrival, such as `2026-W48`.
    pub week: String,
    /// The part.
    pub part: Part,
}

/// The persons, and what could not be joined.
#[derive(Debug, Default)]
pub struct Merged {
    /// One entry a person, by answer number.
    pub persons: Vec<Person>,
    /// What they wrote.
    pub words: Vec<Words>,
    /// Parts of an instrument or version that is not at hand, by its name.
    pub unknown_instrument: BTreeMap<String, u64>,
    /// Parts whose page the instrument does not have.
    pub unknown_page: u64,
    /// Persons whose parts name two instruments; the one they began with counts.
    pub two_instruments: u64,
}

/// Joins parts by answer number. Of two answers to a question the one sent later counts.
pub fn merge(parts: Vec<OpenedPart>, instruments: &[&Instrument]) -> Merged {
    let mut by_answer: BTreeMap<String, Vec<OpenedPart>> = BTreeMap::new();
    for opened in parts {
        by_answer.entry(opened.part.answer.clone()).or_default().push(opened);
    }
    let mut merged = Merged::default();
    for (answer, mut parts) in by_answer {
        parts.sort_by(|a, b| {
            let key = |opened: &OpenedPart| (opened.part.revision, opened.part.page.clone());
            key(a).cmp(&key(b))
        });
        merged.person(&answer, &parts, instruments);
    }
    merged
}

impl Merged {
    fn person(&mut self, answer: &str, parts: &[OpenedPart], instruments: &[&Instrument]) {
        let Some(first) = parts.first() else { return };
        let (id, version) = (&first.part.instrument, first.part.version);
        let known = instruments.iter().find(|own| own.id == *id && own.version == version);
        let Some(instrument) = known else {
            let name = format!("{id} version {version}");
            *self.unknown_instrument.entry(name).or_default() += count(parts.len());
            return;
        };
        let own =
            |opened: &&OpenedPart| opened.part.instrument == *id && opened.part.version == version;
        if !parts.iter().all(|opened| own(&opened)) {
            self.two_instruments += 1;
        }
        let (mut sent, mut given) = (BTreeSet::new(), Answers::new());
        for opened in parts.iter().filter(own) {
            match instrument.page_index(&opened.part.page) {
                Some(at) => _ = sent.insert(at),
                None => self.unknown_page += 1,
            }
            given.extend(opened.part.answers.iter().map(|(id, value)| (id.clone(), value.clone())));
        }
        if sent.is_empty() {
            return;
        }
        let mut answers = standing(instrument, &sent, &given);
        self.take_words(answer, first, instrument, &mut answers);
        self.persons.push(Person {
            answer: answer.to_owned(),
            // Weeks sort as they are written; the part with the lowest one came first.
            week: parts.iter().map(|opened| opened.week.clone()).min().unwrap_or_default(),
            instrument: id.clone(),
            version,
            language: first.part.language.clone(),
            pages: sent.len(),
            complete: sent.contains(&(instrument.pages.len().saturating_sub(1))),
            answers,
        });
    }

    fn take_words(
        &mut self,
        answer: &str,
        first: &OpenedPart,
        instrument: &Instrument,
        answers: &mut Answers,
    ) {
        for (_, question) in instrument.questions() {
            let Some(Value::Text(text)) = answers.get_mut(&question.id) else { continue };
            if matches!(question.kind, Kind::Text { .. }) {
                self.words.push(Words {
                    answer: answer.to_owned(),
                    instrument: instrument.id.clone(),
                    language: first.part.language.clone(),
                    question: question.id.clone(),
                    text: std::mem::take(text),
                });
            }
        }
    }
}

fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
