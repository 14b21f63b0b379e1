//! The self-help programme to take along: one HTML file without script, and a workbook for paper.
//!
//! [`edition`] gathers everything that stands on the pages, in one language and as of one day;
//! [`html`] and [`workbook`] are written from that [`Edition`] and from nothing else, so that the
//! two say the same. The same programme, helplines and day give the same bytes.
//!
//! The cover of the workbook does not say what it is about: it may lie where others see it. The
//! page after it does, and so does the first screen of the HTML file.

mod build;
mod edition;
mod help;
mod html;
mod module;
mod more;
mod pdf;
mod question;
mod words;

pub use build::edition;
pub use edition::{
    Answer, Block, Chapter, Edition, Line, Lines, Module, Part, Question, Run, Section, Sheet,
    Tick, Topic,
};
pub use html::html;
pub use pdf::workbook;

use locale::LanguageTag;

/// Why there is no edition.
#[derive(Debug, thiserror::Error)]
pub enum EditionError {
    /// The programme is not published in the language.
    #[error("the programme is not published in `{0}`; name one of its languages")]
    Language(LanguageTag),
    /// A message is missing.
    #[error("message `{id}` is missing in the programme's `{language}.ftl`, or lacks an argument")]
    Message {
        /// Its id.
        id: String,
        /// The language.
        language: LanguageTag,
    },
    /// The directory cannot be read in the language.
    #[error("the helplines cannot be read in `{0}`; translate them, or leave the language out")]
    Helplines(LanguageTag),
    /// Days cannot be written in the language.
    #[error(transparent)]
    Formats(#[from] locale::NoFormats),
    /// The section of the first ten minutes is not where the workbook looks for it.
    #[error("module `{0}` has no section `{1}`: it is the page to tear out")]
    TearOut(&'static str, &'static str),
    /// The page cannot be filled.
    #[error("the HTML file cannot be written")]
    Html(#[from] askama::Error),
    /// The edition cannot be handed to the template.
    #[error("the edition cannot be written as data")]
    Json(#[from] serde_json::Error),
    /// The PDF cannot be set.
    #[error(transparent)]
    Pdf(#[from] typeset::PdfError),
}
