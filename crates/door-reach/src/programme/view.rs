//! The pages of the programme as templates see them.

use askama::Template;
use locale::{Arg, Catalogue};
use programme::{Block, Kind, Section};

use crate::views::{Chrome, HelpSection, Line, QuestionView};

/// What every page of the programme has.
pub(crate) struct Frame<'a> {
    pub texts: &'a Catalogue,
    /// Lines for a crisis, shown at the foot of every page.
    pub crisis: Vec<Line>,
    /// Whom to call when a child is in danger.
    pub danger: Vec<Line>,
    /// The sealed locker, when answers are kept under a code.
    pub state: Option<String>,
    /// Where the reader is, for the switch of languages inside a form.
    pub place: String,
}

impl Frame<'_> {
    /// A text of the programme.
    pub fn p(&self, id: &str) -> String {
        self.texts.shown(id, &[])
    }

    /// An attribute of a text of the programme; empty when there is none.
    pub fn hint(&self, id: &str, name: &str) -> String {
        self.texts.attribute(id, name, &[]).unwrap_or_default()
    }

    /// A text with the title of a module in it.
    pub fn titled(&self, id: &str, title: &str) -> String {
        self.texts.shown(id, &[("title", Arg::Text(title))])
    }
}

/// The first page.
#[derive(Template)]
#[template(path = "programme/overview.html")]
pub(crate) struct OverviewView<'a> {
    pub chrome: Chrome<'a>,
    pub frame: Frame<'a>,
    pub parts: Vec<PartView>,
    pub first: String,
    pub keeps: bool,
    pub welcome: Option<String>,
}

/// A part on the first page.
pub(crate) struct PartView {
    pub title: String,
    pub lead: String,
    /// The number of its first module.
    pub first: usize,
    /// Id, title, reading time.
    pub modules: Vec<(String, String, String)>,
}

/// A module.
#[derive(Template)]
#[template(path = "programme/module.html")]
pub(crate) struct ModuleView<'a> {
    pub chrome: Chrome<'a>,
    pub frame: Frame<'a>,
    pub number: String,
    pub part: String,
    pub time: String,
    pub lead: Vec<BlockView<'a>>,
    pub sections: Vec<SectionView<'a>>,
    pub notes: Vec<String>,
    pub errors_title: Option<String>,
    pub questions: Vec<(String, String, String)>,
    pub banner: Option<String>,
    pub saved: bool,
    pub before: Option<(String, String)>,
    pub after: Option<(String, String)>,
    pub keeps: bool,
}

/// A section of a module.
pub(crate) struct SectionView<'a> {
    pub id: &'a str,
    pub kind: &'static str,
    pub title: &'a str,
    pub blocks: Vec<BlockView<'a>>,
}

/// A block, with its question when it is an exercise.
pub(crate) struct BlockView<'a> {
    pub block: &'a Block,
    pub question: Option<QuestionView>,
}

/// The name of a kind, for the style.
pub(crate) fn class(section: &Section) -> &'static str {
    match section.kind {
        Kind::Text => "text",
        Kind::Note => "note",
        Kind::Thought => "thought",
        Kind::Exercise => "exercise",
        Kind::Summary => "summary",
    }
}

/// A page of words, with buttons.
#[derive(Template)]
#[template(path = "programme/words.html")]
pub(crate) struct WordsView<'a> {
    pub chrome: Chrome<'a>,
    pub frame: Frame<'a>,
    pub parts: Vec<Words>,
    pub lines: Vec<HelpSection>,
    /// The code, on the one page that shows it.
    pub code: Option<zeroize::Zeroizing<String>>,
    /// Whether a box for the code is shown, and what was wrong with it.
    pub code_box: bool,
    pub error: Option<String>,
    /// Value and text of each button; the first is the main one.
    pub buttons: Vec<(String, String)>,
    /// Address and text of each link.
    pub links: Vec<(String, String)>,
}

/// Some words under a heading.
#[derive(Default)]
pub(crate) struct Words {
    pub heading: String,
    pub text: Vec<String>,
    pub items: Vec<String>,
    /// The language of the items, where it is another than the page's.
    pub items_language: Option<&'static str>,
}

/// Sheets of answers.
#[derive(Template)]
#[template(path = "programme/sheets.html")]
pub(crate) struct SheetsView<'a> {
    pub chrome: Chrome<'a>,
    pub frame: Frame<'a>,
    pub sheets: Vec<SheetView>,
}

/// One sheet.
pub(crate) struct SheetView {
    pub title: String,
    pub lead: String,
    /// Question, and what was answered.
    pub answers: Vec<(String, Vec<String>)>,
}

/// The self-check.
#[derive(Template)]
#[template(path = "programme/self_check.html")]
pub(crate) struct SelfCheckView<'a> {
    pub chrome: Chrome<'a>,
    pub frame: Frame<'a>,
    pub lead: Vec<String>,
    pub pages: Vec<(String, Vec<QuestionView>)>,
    pub button: String,
}
