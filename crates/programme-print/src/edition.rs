//! What stands on the pages, in one language, with nothing left to look up.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

/// The programme in one language, as of one day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Edition {
    /// Tag of the language.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The title.
    pub title: String,
    /// The day, as the language writes it.
    pub date: String,
    /// The same day; as data `YYYY-MM-DD`.
    pub day: Date,
    /// What is to be said where not everything has been read by a native speaker and a clinician.
    pub notice: Option<String>,
    /// What it is and whom it is for.
    pub about: Vec<Topic>,
    /// Where to turn, most urgent first.
    pub help: Vec<Lines>,
    /// The section of the first ten minutes, on the page to tear out.
    pub tear_out: Section,
    /// The parts.
    pub parts: Vec<Part>,
    /// The summary sheets as empty forms.
    pub sheets: Vec<Sheet>,
    /// What stands after the sheets.
    pub more: Vec<Chapter>,
    /// The renderers' own words, by message.
    pub labels: BTreeMap<&'static str, String>,
}

/// A text with a heading, and points where it has any.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Topic {
    /// Its heading; none directly below a chapter's title.
    pub title: Option<String>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// A list below them.
    pub points: Vec<String>,
    /// The language of the list, where it is another than the edition's.
    pub points_language: Option<&'static str>,
}

/// A chapter beside the modules.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chapter {
    /// Its id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Its topics.
    pub topics: Vec<Topic>,
}

/// Services for one need.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lines {
    /// Its id.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// The services.
    pub lines: Vec<Line>,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its country or union; none where it holds anywhere.
    pub place: Option<String>,
    /// Its number as people write it; none where that is its name.
    pub phone: Option<String>,
    /// Its number as a telephone dials it.
    pub dial: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// The same as it is read, without its scheme.
    pub host: Option<String>,
    /// Other ways, each with the word before it.
    pub ways: Vec<String>,
    /// What else is to be known of it.
    pub about: String,
    /// Whether it was checked, in words.
    pub standing: String,
    /// Whether it was checked and the check counts.
    pub is_good: bool,
    /// Where it was read.
    pub source: String,
    /// Where to turn if nobody answers.
    pub fallback: Option<String>,
}

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// “Part 1”.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub lead: String,
    /// Its modules.
    pub modules: Vec<Module>,
}

/// A module.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Module {
    /// Its id.
    pub id: String,
    /// “Module 1 of 12”.
    pub number: String,
    /// Its title.
    pub title: String,
    /// “6 minutes of reading”.
    pub minutes: String,
    /// Who has read it, or that nobody has.
    pub reviews: Vec<String>,
    /// What stands before the first section.
    pub lead: Vec<Block>,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section of a module.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its id, with the module's before it.
    pub id: String,
    /// What it is: `text`, `note`, `thought`, `exercise` or `summary`.
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list without numbers.
    List {
        /// Its points.
        items: Vec<Vec<Run>>,
    },
    /// A question with room for its answer.
    Question(Question),
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Set bold.
    pub strong: bool,
    /// Set in italics.
    pub emphasis: bool,
    /// The id of the module or chapter that they lead to.
    pub to: Option<String>,
}

/// A question with room for its answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Its words.
    pub text: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// How to answer.
    pub how: Option<String>,
    /// What not to write, at every box for words.
    pub note: Option<String>,
    /// Where the answer goes.
    pub answer: Answer,
    /// Whether an answer calls for help first.
    pub care: bool,
}

/// Room for an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Answer {
    /// Lines to write on.
    Text {
        /// How many.
        lines: usize,
    },
    /// Empty boxes.
    Boxes {
        /// What they stand for.
        boxes: Vec<Tick>,
    },
    /// A row of numbers.
    Scale {
        /// The numbers.
        points: Vec<i64>,
        /// What the lowest means.
        low: String,
        /// What the highest means.
        high: String,
    },
    /// A short line.
    Number {
        /// What follows it.
        unit: String,
    },
}

/// An empty box.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tick {
    /// What it stands for.
    pub text: String,
    /// Whether there is room to say what else.
    pub open: bool,
}

/// A summary sheet as an empty form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is for.
    pub lead: String,
    /// Its questions.
    pub questions: Vec<Question>,
}
