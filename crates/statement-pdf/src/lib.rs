//! A statement as PDF: tagged, PDF/UA-1, the same bytes for the same document.
//!
//! The page is `statement.typ`; `typeset` sets it.

pub use typeset::PdfError;

/// What a PDF is made from.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The document as JSON (`statement::Document`).
    pub document: &'a str,
    /// What names the document in all its versions.
    pub ident: &'a str,
    /// Year, month and day of publication: the only time in the file.
    pub published: (i32, u8, u8),
}

/// Sets the PDF.
///
/// # Errors
/// [`PdfError`]; then nothing is returned.
pub fn pdf(input: &Input<'_>) -> Result<Vec<u8>, PdfError> {
    typeset::pdf(&typeset::Input {
        template: include_str!("statement.typ"),
        document: input.document,
        ident: input.ident,
        day: input.published,
    })
}
