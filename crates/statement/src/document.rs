//! The document model: what is on the page, in one language, with nothing left to compute.
//!
//! HTML and PDF are written from this and from nothing else.

use std::collections::BTreeMap;

use serde::Serialize;

/// A statement in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The statement's id.
    pub id: String,
    /// Tag of the language.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The title.
    pub title: String,
    /// What stands below the title.
    pub lead: Vec<Block>,
    /// Who publishes it.
    pub organisation: String,
    /// The day of publication, as the language writes it.
    pub published: String,
    /// The same day, `YYYY-MM-DD`.
    pub published_iso: String,
    /// Whether the answers are simulated.
    pub simulated: bool,
    /// What a reader has to know before any number.
    pub notices: Vec<String>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The notes in order; the first has number 1.
    pub notes: Vec<Note>,
    /// What changes if: one row a claim.
    pub panel: Table,
    /// The published figures that the text prints.
    pub figures: Table,
    /// How the numbers came about.
    pub method: Vec<Method>,
    /// Questions as they were asked.
    pub questions: Vec<Asked>,
    /// How many are left after each step.
    pub flow: Table,
    /// Hash of everything the statement was built from.
    pub hash: String,
    /// The renderers' own words, by message.
    pub labels: BTreeMap<String, String>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Its id, the same in every language.
    pub id: String,
    /// What it is for.
    pub kind: SectionKind,
    /// Number of a finding, from 1.
    pub number: Option<usize>,
    /// Its heading.
    pub heading: Vec<Inline>,
    /// Its blocks.
    pub blocks: Vec<Block>,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The title and its lead.
    Title,
    /// The summary.
    Summary,
    /// Figures that others published.
    Context,
    /// What it does to those who were harmed.
    Impact,
    /// A finding with one policy sentence.
    Finding,
    /// What to take away.
    Takeaway,
    /// Where to turn.
    Help,
    /// Anything else.
    Section,
}

impl SectionKind {
    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "summary" => Self::Summary,
            "context" => Self::Context,
            "impact" => Self::Impact,
            "finding" => Self::Finding,
            "takeaway" => Self::Takeaway,
            "help" => Self::Help,
            "section" => Self::Section,
            _ => return None,
        })
    }
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        content: Vec<Inline>,
    },
    /// The policy sentence of a finding.
    Policy {
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list.
    List {
        /// Whether its points are numbered.
        ordered: bool,
        /// Its points.
        items: Vec<Vec<Inline>>,
    },
    /// A chart.
    Plot(Plot),
    /// Where to turn.
    Lines {
        /// The services.
        items: Vec<Line>,
    },
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// Stressed.
    Emphasis {
        /// The words.
        content: Vec<Self>,
    },
    /// Strong.
    Strong {
        /// The words.
        content: Vec<Self>,
    },
    /// A link.
    Link {
        /// Where to.
        url: String,
        /// The words.
        content: Vec<Self>,
    },
    /// A number or its words, bound to a claim.
    Claim {
        /// The claim, by which the panel names its row.
        id: String,
        /// What is printed.
        text: String,
    },
    /// A reference to a note.
    Note {
        /// Its number.
        number: usize,
    },
}

/// A chart with everything around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plot {
    /// Its id.
    pub id: String,
    /// Its title: the finding.
    pub title: String,
    /// The picture, for paper and wide screens.
    pub svg: String,
    /// The same, for phones.
    pub svg_narrow: String,
    /// The picture in words.
    pub alt: String,
    /// n, base, interval, sample.
    pub caption: Vec<String>,
}

/// A service of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Its number as people write it.
    pub phone: Option<String>,
    /// Its number as a telephone dials it.
    pub dial: Option<String>,
    /// Its page.
    pub url: Option<String>,
    /// What else there is to say: note, hours, source, who checked.
    pub about: Vec<String>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Its number, from 1.
    pub number: usize,
    /// Its runs.
    pub content: Vec<NoteRun>,
}

/// A run of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NoteRun {
    /// Words.
    Text {
        /// The words.
        text: String,
    },
    /// In italics.
    Italic {
        /// The words.
        text: String,
    },
    /// A link.
    Link {
        /// Where to.
        url: String,
        /// The words.
        text: String,
    },
    /// A reference to an earlier note.
    Reference {
        /// Its number.
        number: usize,
        /// The words, such as `n 3`.
        text: String,
    },
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Its heads.
    pub columns: Vec<String>,
    /// Its rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
    /// Ids of its rows, where they have one.
    pub ids: Vec<String>,
}

/// A paragraph of the method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Method {
    /// Its heading.
    pub heading: String,
    /// Its text.
    pub text: String,
}

/// A question as it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Its wording.
    pub text: String,
    /// Its options.
    pub options: Vec<String>,
}
