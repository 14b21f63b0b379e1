//! The workbook.

use crate::{Edition, EditionError};

/// The workbook as PDF: A4, tagged (PDF/UA-1), the same bytes for the same edition.
///
/// # Errors
/// [`EditionError::Pdf`] when Typst refuses it.
pub fn workbook(edition: &Edition) -> Result<Vec<u8>, EditionError> {
    let document = serde_json::to_string(edition)?;
    let ident = format!("suoja:programme:{}:{}", edition.language, edition.day);
    let day = edition.day;
    let input = typeset::Input {
        template: include_str!("workbook.typ"),
        document: &document,
        ident: &ident,
        day: (day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs()),
    };
    Ok(typeset::pdf(&input)?)
}
