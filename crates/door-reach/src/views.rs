//! From what the door knows to the HTML of a page.

mod chrome;
mod help;
mod page;

use askama::Template;

pub(crate) use chrome::{Chrome, LanguageLink, languages};
pub(crate) use help::{HelpSection, Line, Reader, host, is_number};
pub(crate) use page::{PageParts, PageView, QuestionView};

/// `/`: the languages.
#[derive(Template)]
#[template(path = "languages.html")]
pub(crate) struct LanguagesView<'a> {
    pub chrome: Chrome<'a>,
    pub lead: String,
    pub list: Vec<LanguageLink>,
}

/// The first page of a language.
#[derive(Template)]
#[template(path = "entrance.html")]
pub(crate) struct EntranceView<'a> {
    pub chrome: Chrome<'a>,
    pub danger: Vec<Line>,
    pub choices: [(&'static str, &'static str, &'static str); 4],
}

/// The age question.
#[derive(Template)]
#[template(path = "age.html")]
pub(crate) struct AgeView<'a> {
    pub chrome: Chrome<'a>,
    pub state: String,
}

/// What is kept and what is not, and the choice of a survey.
#[derive(Template)]
#[template(path = "start.html")]
pub(crate) struct StartView<'a> {
    pub chrome: Chrome<'a>,
    pub lists: Vec<(String, Vec<String>)>,
    pub danger: Vec<Line>,
    pub surveys: Vec<(String, String, String)>,
    pub carries_programme: bool,
    pub state: String,
}

/// Help that comes before the next page.
#[derive(Template)]
#[template(path = "care.html")]
pub(crate) struct CareView<'a> {
    pub chrome: Chrome<'a>,
    pub text: Vec<String>,
    pub lines: Vec<Line>,
    pub state: String,
    /// What pages of the programme have; the questions at its end are among them.
    pub frame: Option<crate::programme::Frame<'a>>,
}

/// Where to turn.
#[derive(Template)]
#[template(path = "help.html")]
pub(crate) struct HelpView<'a> {
    pub chrome: Chrome<'a>,
    pub lead: Vec<String>,
    pub sections: Vec<HelpSection>,
}

/// The countries that have lines of their own.
#[derive(Template)]
#[template(path = "countries.html")]
pub(crate) struct CountriesView<'a> {
    pub chrome: Chrome<'a>,
    /// Part of the path, and name.
    pub countries: Vec<(String, String)>,
}

/// A page with a few words: the end, or a problem.
#[derive(Template)]
#[template(path = "message.html")]
pub(crate) struct MessageView<'a> {
    pub chrome: Chrome<'a>,
    pub text: Vec<String>,
    pub list: Vec<LanguageLink>,
}

/// Splits a text at its empty lines.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
