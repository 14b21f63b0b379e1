//! A document as PDF: tagged, PDF/UA-1, the same bytes for the same document.
//!
//! Typst sets the pages from a template and from a document that comes as data: nothing of a
//! document is ever read as Typst. Typst's own validator stops what PDF/UA-1 forbids, such as a
//! picture without a text. There is no clock, no file, no network and no font but those inside.

mod world;

use std::fmt::Write as _;

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::world::Closed;

/// What a PDF is made from.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The template, which is Typst and comes with the program.
    pub template: &'a str,
    /// The document as JSON; the template reads it as `sys.inputs.document`.
    pub document: &'a str,
    /// What names the document in all its versions.
    pub ident: &'a str,
    /// Year, month and day of the edition: the only time in the file.
    pub day: (i32, u8, u8),
}

/// Why there is no PDF. None of these is the reader's fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// Typst refuses the document or its tags.
    #[error("the PDF cannot be set: {0}")]
    Typst(String),
    /// The day is none.
    #[error("{0}-{1}-{2} is no day")]
    Day(i32, u8, u8),
}

/// Sets the PDF.
///
/// # Errors
/// [`PdfError`]; then nothing is returned.
pub fn pdf(input: &Input<'_>) -> Result<Vec<u8>, PdfError> {
    let world = Closed::new(input.template, input.document);
    let document: PagedDocument = typst::compile(&world).output.map_err(|all| told(&all))?;
    let (year, month, day) = input.day;
    let noon = Datetime::from_ymd_hms(year, month, day, 12, 0, 0);
    let noon = noon.ok_or(PdfError::Day(year, month, day))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PdfError::Typst(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(input.ident.to_owned()),
        creator: Smart::Custom(Some("Suoja".to_owned())),
        timestamp: Some(Timestamp::new_utc(noon)),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|all| told(&all));
    // A program that watches a folder sets many documents; what the last one needed may go.
    typst::comemo::evict(10);
    bytes
}

/// Every diagnostic with its hints.
fn told(all: &[SourceDiagnostic]) -> PdfError {
    let mut text = String::new();
    for diagnostic in all {
        _ = write!(text, "{}. ", diagnostic.message);
        for hint in &diagnostic.hints {
            _ = write!(text, "{}. ", hint.v);
        }
    }
    PdfError::Typst(text.trim_end().to_owned())
}
