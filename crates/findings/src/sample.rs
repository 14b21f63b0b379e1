//! Samples: who is counted.

use std::collections::BTreeMap;

use instrument::{Instrument, Value};
use serde::Deserialize;

use crate::Person;

/// Who is counted: those who pass every step.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Its id.
    pub id: String,
    /// What it is, in a sentence.
    pub title: String,
    /// A word or two for the head of a column, by language.
    #[serde(default)]
    pub name: BTreeMap<String, String>,
    /// The sentence in other languages.
    #[serde(default)]
    pub titles: BTreeMap<String, String>,
    /// The steps, in order.
    #[serde(default)]
    pub steps: Vec<Step>,
}

/// A step of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "keep", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// Who sent the last page.
    Complete,
    /// Who said that the answers were honest.
    Honest,
    /// One of each set of suspected duplicates: the same answers to at least `min_answered`
    /// questions in the same language and week.
    Distinct {
        /// Fewer answers than this are alike by chance.
        min_answered: usize,
    },
}

/// The samples cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// The file is broken.
    #[error("{file}: {error}")]
    File {
        /// The file.
        file: String,
        /// What is wrong.
        error: toml::de::Error,
    },
    /// There is no such sample.
    #[error("there is no sample `{wanted}`; there are: {known}")]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    sample: Vec<Sample>,
}

/// Reads a file of samples.
///
/// # Errors
/// [`SampleError`] when the file is broken.
pub fn read_samples(file: &str, text: &str) -> Result<Vec<Sample>, SampleError> {
    let parsed: Result<File, _> = toml::from_str(text);
    let parsed = parsed.map_err(|error| SampleError::File { file: file.to_owned(), error })?;
    Ok(parsed.sample)
}

/// Reads a file of samples and finds one.
///
/// # Errors
/// [`SampleError`] when the file is broken or the sample is not in it.
pub fn parse_samples(file: &str, text: &str, wanted: &str) -> Result<Sample, SampleError> {
    let samples = read_samples(file, text)?;
    let known: Vec<&str> = samples.iter().map(|sample| sample.id.as_str()).collect();
    let unknown = || SampleError::Unknown { wanted: wanted.to_owned(), known: known.join(", ") };
    samples.iter().find(|sample| sample.id == wanted).cloned().ok_or_else(unknown)
}

impl Step {
    /// What the step asks for, in a few words.
    pub fn name(self) -> String {
        match self {
            Self::Complete => "sent the last page".to_owned(),
            Self::Honest => "said that the answers were honest".to_owned(),
            Self::Distinct { min_answered } => {
                format!("not a suspected duplicate ({min_answered} or more answers alike)")
            }
        }
    }

    /// The persons who pass.
    pub fn keep<'a>(
        self,
        persons: Vec<&'a Person>,
        instruments: &[&Instrument],
    ) -> Vec<&'a Person> {
        match self {
            Self::Complete => persons.into_iter().filter(|person| person.complete).collect(),
            Self::Honest => {
                persons.into_iter().filter(|person| is_honest(person, instruments)).collect()
            }
            Self::Distinct { min_answered } => distinct(persons, min_answered),
        }
    }
}

fn is_honest(person: &Person, instruments: &[&Instrument]) -> bool {
    let own = |own: &&&Instrument| own.id == person.instrument && own.version == person.version;
    let honesty = instruments.iter().find(own).and_then(|own| own.honesty.as_ref());
    honesty.is_some_and(|item| {
        let value = person.answers.get(&item.question);
        value.is_some_and(|value| item.is.iter().any(|code| value.has(*code)))
    })
}

/// Keeps the first, by answer number, of those whose answers are alike.
fn distinct(persons: Vec<&Person>, min_answered: usize) -> Vec<&Person> {
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    persons
        .into_iter()
        .filter(|person| {
            let answered = person.answers.values().filter(|value| value.missing().is_none());
            answered.count() < min_answered || seen.insert(likeness(person), ()).is_none()
        })
        .collect()
}

/// What suspected duplicates have in common. Words are left out: they are not at hand here.
fn likeness(person: &Person) -> String {
    let answers = person.answers.iter().map(|(id, value)| match value {
        Value::Code(code) => format!("{id}={code}"),
        Value::Codes(codes) => format!("{id}={codes:?}"),
        Value::Text(_) => format!("{id}=words"),
    });
    let answers: Vec<String> = answers.collect();
    let head = format!("{} {} {}", person.instrument, person.language, person.week);
    format!("{head} {}", answers.join(" "))
}
