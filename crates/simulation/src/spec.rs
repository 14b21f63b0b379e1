//! A specification as the other modules see it: parsed, with the line of everything that can
//! still turn out wrong once the instruments are known.

use jiff::civil::Date;
use locale::LanguageTag;

use crate::{Share, Tag, Tagged};

/// What shall be simulated.
#[derive(Debug, Clone)]
pub struct Spec {
    pub(crate) file: String,
    /// What the simulated answers are called wherever they are shown; says that they are simulated.
    pub title: String,
    /// The invented organisation; says that it is invented.
    pub organisation: String,
    /// The language whose speakers have margins of their own.
    pub group: LanguageTag,
    /// What decides who is who.
    pub seed: Tagged<u64>,
    /// The first day.
    pub first_day: Tagged<Date>,
    /// The last day.
    pub last_day: Tagged<Date>,
    /// How many times as many answers the last day brings as the first.
    pub growth: Tagged<Share>,
    /// Answers in all languages.
    pub total: Tagged<u64>,
    /// Answers per opening of the survey.
    pub response: Tagged<Share>,
    pub(crate) languages: Vec<Language>,
    pub(crate) instruments: Vec<Part>,
    pub(crate) copies: Copies,
    pub(crate) missing: Missing,
    pub(crate) words: Vec<Words>,
    pub(crate) questions: Vec<Margins>,
}

/// A language and how many answer in it.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    pub tag: LanguageTag,
    pub answers: Tagged<u64>,
    pub line: usize,
}

/// An instrument's part in the whole.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub id: String,
    pub line: usize,
    pub group: Tagged<Share>,
    pub all: Tagged<Share>,
    /// By page, the share of those who began that sends it or goes on past it.
    pub pages: Vec<Entry>,
    pub lean: Vec<Pull>,
}

/// How strongly something goes with a trait that a person has.
#[derive(Debug, Clone)]
pub(crate) struct Pull {
    pub of: String,
    pub weight: Tagged<Share>,
}

/// Exact copies of complete answers, in the week of the answer they copy.
#[derive(Debug, Clone)]
pub(crate) struct Copies {
    pub instrument: String,
    pub line: usize,
    pub group: Tagged<u64>,
    pub all: Tagged<u64>,
}

/// Shares of those who were asked.
#[derive(Debug, Clone)]
pub(crate) struct Missing {
    pub skipped: Tagged<Share>,
    pub refused: Tagged<Share>,
    pub dont_know: Tagged<Share>,
    pub line: usize,
}

/// What text questions are answered with.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub language: LanguageTag,
    pub texts: Vec<String>,
    pub line: usize,
}

/// The margins of a question.
#[derive(Debug, Clone)]
pub(crate) struct Margins {
    pub id: String,
    pub line: usize,
    /// The question whose answerers the shares are of, when they are not of its own.
    pub of: Option<Of>,
    pub follows: Option<Pull>,
    /// Of a text question: the share of those asked who write something.
    pub words: Option<Tagged<Share>>,
    pub missing: Option<Missing>,
    pub group: Vec<Entry>,
    pub all: Vec<Entry>,
}

/// Another question's answerers as a base.
#[derive(Debug, Clone)]
pub(crate) struct Of {
    pub question: String,
    pub line: usize,
    pub tag: Tag,
}

/// A share of a page, of an option or of several options together.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub key: String,
    pub share: Tagged<Share>,
    pub line: usize,
}

impl Spec {
    /// The same specification with another seed.
    #[must_use]
    pub fn with_seed(mut self, seed: u64) -> Self {
        self.seed.value = seed;
        self
    }

    /// Whether it says how an instrument is answered.
    pub fn simulates(&self, instrument: &str) -> bool {
        self.part(instrument).is_some()
    }

    /// The languages and how many answer in each.
    pub fn languages(&self) -> impl Iterator<Item = (&LanguageTag, u64)> {
        self.languages.iter().map(|language| (&language.tag, language.answers.value))
    }

    pub(crate) fn margins_of(&self, question: &str) -> Option<&Margins> {
        self.questions.iter().find(|margins| margins.id == question)
    }

    pub(crate) fn part(&self, instrument: &str) -> Option<&Part> {
        self.instruments.iter().find(|part| part.id == instrument)
    }

    /// How many answers the group has.
    pub(crate) fn group_total(&self) -> u64 {
        let own = self.languages.iter().find(|language| language.tag == self.group);
        own.map_or(0, |language| language.answers.value)
    }

    pub(crate) fn missing_of<'a>(&'a self, margins: &'a Margins) -> &'a Missing {
        margins.missing.as_ref().unwrap_or(&self.missing)
    }
}
