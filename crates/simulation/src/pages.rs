//! From answers to the fields that a browser's form would post.

use instrument::{Instrument, Missing, Question, Value};

use crate::dice::Dice;
use crate::people::Person;
use crate::{SentPage, SimulatedAnswer, Spec};

/// What everyone sends, in order of the days; who has a copy sends twice.
pub(crate) fn sent(
    spec: &Spec,
    instruments: &[&Instrument],
    people: &[Person],
    dice: &mut Dice,
) -> Vec<SimulatedAnswer> {
    let mut answers = Vec::new();
    for person in people {
        let instrument = instruments[person.instrument];
        let pages = pages(instrument, person);
        for day in &person.days {
            answers.push(SimulatedAnswer {
                number: dice.number(),
                day: *day,
                language: spec.languages[person.language].tag.clone(),
                instrument: instrument.id.clone(),
                pages: pages.clone(),
            });
        }
    }
    // Numbers are random: nothing of who is who shows in the order of a day.
    answers.sort_by_key(|answer| (answer.day, answer.number));
    answers
}

fn pages(instrument: &Instrument, person: &Person) -> Vec<SentPage> {
    let mut pages = Vec::new();
    for (at, page) in instrument.pages.iter().enumerate().take(person.last + 1) {
        let asked = page.asked(&person.answers);
        if asked.is_empty() {
            continue;
        }
        let fields = asked
            .into_iter()
            .filter_map(|question| Some((question, person.answers.get(&question.id)?)))
            .flat_map(|(question, value)| {
                values(question, value).into_iter().map(|value| (question.id.clone(), value))
            })
            .collect();
        pages.push(SentPage { page: at, fields });
    }
    pages
}

fn values(question: &Question, value: &Value) -> Vec<String> {
    match value.missing() {
        Some(Missing::Refused | Missing::DontKnow) => {
            return value.missing().map(|way| way.name().to_owned()).into_iter().collect();
        }
        Some(Missing::NotAsked | Missing::NotReached | Missing::Skipped) => return Vec::new(),
        None => {}
    }
    let choices = question.choices();
    match value {
        Value::Text(text) => vec![text.clone()],
        Value::Code(number) if choices.is_empty() => vec![number.to_string()],
        Value::Code(_) | Value::Codes(_) => {
            let chosen = choices.iter().filter(|choice| value.has(choice.code));
            chosen.map(|choice| choice.id.clone()).collect()
        }
    }
}
