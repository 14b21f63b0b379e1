//! An instrument as the other rooms see it: checked, and without the marks of its file.

use locale::{Language, LanguageTag};

use crate::{Condition, Missing};

/// A survey: its pages, its languages and its rules.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// Its id, the same in every version.
    pub id: String,
    /// Its version; every answer carries it.
    pub version: u32,
    /// The language the others are translated from.
    pub source: LanguageTag,
    /// Every language it is shown in or meant to be.
    pub languages: Vec<Language>,
    /// Its pages in order.
    pub pages: Vec<Page>,
    /// What to show first when an answer speaks of danger to oneself.
    pub care: Vec<Care>,
    /// The item that says whether the answers are meant.
    pub honesty: Option<Honesty>,
}

/// Questions that are shown together.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// When it is shown; always, if there is no condition.
    pub when: Option<Condition>,
    /// Its questions in order.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id: the name of its variable in data files.
    pub id: String,
    /// When it is asked; always, if there is no condition.
    pub when: Option<Condition>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The ways of not answering that are offered as options.
    pub offer: Vec<Missing>,
}

/// The kind of answer that a question takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One of several options.
    Single(Vec<Choice>),
    /// Any of several options.
    Multiple {
        /// The options.
        choices: Vec<Choice>,
        /// The codes of options that exclude all others.
        exclusive: Vec<i64>,
    },
    /// A point on a scale.
    Scale {
        /// The lowest point.
        min: i64,
        /// The highest point.
        max: i64,
    },
    /// A whole number.
    Number {
        /// The lowest that is taken.
        min: i64,
        /// The highest that is taken.
        max: i64,
        /// The bands, both ends included, in which tables show it.
        bands: Vec<(i64, i64)>,
    },
    /// Words.
    Text {
        /// The longest text that is taken, in characters.
        max_chars: usize,
    },
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id within the question.
    pub id: String,
    /// Its code in data files, never used for anything else.
    pub code: i64,
}

/// A rule that brings help before the next page.
#[derive(Debug, Clone)]
pub struct Care {
    /// Its id.
    pub id: String,
    /// When it applies.
    pub when: Condition,
    /// For what the helplines are that it shows, most needed first, in the directory's words.
    pub help: Vec<String>,
}

/// The item that says whether the answers are meant, and the codes that say yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honesty {
    /// The question's id.
    pub question: String,
    /// The codes of the options that mean yes.
    pub is: Vec<i64>,
}

impl Instrument {
    /// Every question with its page's place, in order.
    pub fn questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        self.pages
            .iter()
            .enumerate()
            .flat_map(|(at, page)| page.questions.iter().map(move |question| (at, question)))
    }

    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().map(|(_, question)| question).find(|question| question.id == id)
    }

    /// The place of a page.
    pub fn page_index(&self, id: &str) -> Option<usize> {
        self.pages.iter().position(|page| page.id == id)
    }

    /// A language by its tag.
    pub fn language(&self, tag: &LanguageTag) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == *tag)
    }
}

impl Question {
    /// What must never change under the same id: kind, options and codes. One line.
    pub fn shape(&self) -> String {
        match &self.kind {
            Kind::Single(choices) => format!("single {}", codes(choices)),
            Kind::Multiple { choices, .. } => format!("multiple {}", codes(choices)),
            Kind::Scale { min, max } => format!("scale {min} to {max}"),
            Kind::Number { min, max, .. } => format!("number {min} to {max}"),
            Kind::Text { .. } => "text".to_owned(),
        }
    }

    /// The options, where it has any.
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Single(choices) | Kind::Multiple { choices, .. } => choices,
            Kind::Scale { .. } | Kind::Number { .. } | Kind::Text { .. } => &[],
        }
    }

    /// The code of an option.
    pub fn code_of(&self, choice: &str) -> Option<i64> {
        self.choices().iter().find(|own| own.id == choice).map(|own| own.code)
    }
}

fn codes(choices: &[Choice]) -> String {
    let mut sorted: Vec<&Choice> = choices.iter().collect();
    sorted.sort_by_key(|choice| choice.code);
    sorted.iter().map(|c| format!("{}={}", c.id, c.code)).collect::<Vec<_>>().join(" ")
}
