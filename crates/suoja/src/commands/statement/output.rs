//! The files of a statement, made in memory.

use ::statement::{Built, Document, Settings, html, others};
use anyhow::Result;

/// Name and bytes of every file of a statement.
///
/// # Errors
/// When a document cannot be made.
pub fn documents(built: &Built, settings: &Settings) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for document in &built.documents {
        let others = others(&built.documents, &document.language);
        let page = html(document, &others, cfg!(feature = "pdf"))?;
        files.push((format!("{}.html", document.language), page.into_bytes()));
        if let Some(bytes) = pdf(document, settings)? {
            files.push((format!("{}.pdf", document.language), bytes));
        }
    }
    Ok(files)
}

/// The PDF of a document; none in a program that was built without Typst.
///
/// # Errors
/// When it cannot be set.
#[cfg(feature = "pdf")]
pub fn pdf(document: &Document, settings: &Settings) -> Result<Option<Vec<u8>>> {
    use anyhow::Context as _;

    let day = settings.published;
    let json = serde_json::to_string(document)?;
    let ident = format!("suoja:{}:{}", document.id, document.language);
    let published = (i32::from(day.year()), day.month().unsigned_abs(), day.day().unsigned_abs());
    let input = statement_pdf::Input { document: &json, ident: &ident, published };
    let bytes = statement_pdf::pdf(&input)
        .with_context(|| format!("the PDF of `{}` in `{}`", document.id, document.language))?;
    Ok(Some(bytes))
}

#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Document, _: &Settings) -> Result<Option<Vec<u8>>> {
    Ok(None)
}
