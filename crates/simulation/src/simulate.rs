//! From a specification and its instruments to answers.

use std::collections::BTreeSet;

use instrument::{Instrument, Question};
use jiff::civil::Date;
use locale::LanguageTag;

use crate::answers::Round;
use crate::dice::Dice;
use crate::pages::sent;
use crate::people::{Person, members, people};
use crate::quota::{fill, split};
use crate::spec::Part;
use crate::{SimulateError, Spec};

/// One person's answers, as a browser would send them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SimulatedAnswer {
    /// The answer number.
    pub number: [u8; 16],
    /// The day on which all its pages are sent.
    pub day: Date,
    /// The language in which the pages are shown.
    pub language: LanguageTag,
    /// Id of the instrument.
    pub instrument: String,
    /// The pages in order.
    pub pages: Vec<SentPage>,
}

/// A page that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SentPage {
    /// Its place in the instrument.
    pub page: usize,
    /// Names and values of the form; a question that was left empty has none.
    pub fields: Vec<(String, String)>,
}

/// Simulates everyone, in order of their days.
///
/// # Errors
/// [`SimulateError`] when the specification does not fit the instruments.
pub fn simulate(
    spec: &Spec,
    instruments: &[&Instrument],
) -> Result<Vec<SimulatedAnswer>, SimulateError> {
    spec.check(instruments)?;
    // Places in the specification count from here on.
    let instruments: Vec<&Instrument> = spec
        .instruments
        .iter()
        .filter_map(|part| instruments.iter().find(|own| own.id == part.id).copied())
        .collect();
    let mut dice = Dice::new(spec.seed.value);
    let mut people = people(spec, &mut dice);
    give_endurance(spec, &instruments, &mut people, &mut dice);
    for question in order(&instruments)? {
        let Some(margins) = spec.margins_of(&question.id) else { continue };
        let round = Round { spec, instruments: &instruments, question, margins };
        round.run(&mut people, &mut dice).map_err(|fault| fault.in_file(&spec.file))?;
    }
    Ok(sent(spec, &instruments, &people, &mut dice))
}

/// How many of `n` send each page as their last, by the shares that get past it.
pub(crate) fn last_pages(instrument: &Instrument, part: &Part, n: u64) -> Vec<u64> {
    let past = |page: &instrument::Page| {
        let own = part.pages.iter().find(|entry| entry.key == page.id);
        own.map_or(0, |entry| entry.share.value.millionths())
    };
    let mut past: Vec<u64> = instrument.pages.iter().map(past).collect();
    past.push(0);
    let weights: Vec<u64> = past.windows(2).map(|pair| pair[0].saturating_sub(pair[1])).collect();
    split(n, &weights)
}

fn give_endurance(
    spec: &Spec,
    instruments: &[&Instrument],
    people: &mut [Person],
    dice: &mut Dice,
) {
    for in_group in [true, false] {
        for (place, part) in spec.instruments.iter().enumerate() {
            let mut order = members(people, in_group);
            order.retain(|at| people[*at].instrument == place);
            dice.shuffle(&mut order);
            // What is copied is complete: copies go to the end, where the last page is.
            order.sort_by_key(|at| people[*at].copied);
            let weights: Vec<u64> = order.iter().map(|at| people[*at].weight()).collect();
            let counts = last_pages(instruments[place], part, weights.iter().sum());
            for (at, last) in order.iter().zip(fill(&weights, &counts)) {
                people[*at].last = last;
            }
        }
    }
}

/// The questions of all instruments, each once, every one after those of the pages before it.
fn order<'a>(instruments: &[&'a Instrument]) -> Result<Vec<&'a Question>, SimulateError> {
    let mut order: Vec<&Question> = Vec::new();
    let mut placed: BTreeSet<&str> = BTreeSet::new();
    let mut waiting: Vec<&Question> = Vec::new();
    for question in instruments.iter().flat_map(|own| own.questions()).map(|(_, own)| own) {
        if !waiting.iter().any(|other| other.id == question.id) {
            waiting.push(question);
        }
    }
    while let Some(first) = waiting.first() {
        let ready = |question: &&Question| {
            instruments.iter().all(|instrument| {
                let own = instrument.questions().find(|(_, own)| own.id == question.id);
                own.is_none_or(|(page, _)| {
                    let before = instrument.questions().take_while(|(at, _)| *at < page);
                    before.into_iter().all(|(_, own)| placed.contains(own.id.as_str()))
                })
            })
        };
        let Some(next) = waiting.iter().position(ready) else {
            return Err(SimulateError::NoOrder { question: first.id.clone() });
        };
        let question = waiting.remove(next);
        placed.insert(&question.id);
        order.push(question);
    }
    Ok(order)
}
