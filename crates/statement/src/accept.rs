//! `--accept`: writes what claims come to into `claims.toml`, and leaves all else as it was.

use instrument::{Diagnostic, SourceFile};
use toml_edit::{DocumentMut, value};

use crate::Difference;

/// The text of `claims.toml` with what was found.
///
/// # Errors
/// When the file is no TOML.
pub fn accept(claims: &SourceFile, found: &[Difference]) -> Result<String, Diagnostic> {
    let parsed: Result<DocumentMut, _> = claims.text.parse();
    let mut document =
        parsed.map_err(|error| Diagnostic::error(&claims.name, 1, error.to_string()))?;
    let tables = document.get_mut("claim").and_then(|item| item.as_array_of_tables_mut());
    for table in tables.into_iter().flat_map(|tables| tables.iter_mut()) {
        let id = table.get("id").and_then(|id| id.as_str()).unwrap_or_default();
        let Some(difference) = found.iter().find(|difference| difference.claim == id) else {
            continue;
        };
        table["comes_to"] = value(difference.found.comes_to);
        if let Some(n) = difference.found.n {
            table["n"] = value(i64::try_from(n).unwrap_or(i64::MAX));
        }
    }
    Ok(document.to_string())
}
