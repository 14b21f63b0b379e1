//! The files of a statement, and what their readers share.

use std::collections::BTreeMap;

use instrument::{Diagnostic, SourceFile};
use serde::de::DeserializeOwned;

/// The files from which a statement is built.
#[derive(Debug, Clone)]
pub struct Sources {
    /// `statement.toml`.
    pub settings: SourceFile,
    /// `claims.toml`.
    pub claims: SourceFile,
    /// `charts.toml`.
    pub charts: SourceFile,
    /// `references.toml`: sources beside those of the register.
    pub references: SourceFile,
    /// Every `xx.md`, by its tag.
    pub texts: BTreeMap<String, SourceFile>,
    /// The register of published figures.
    pub figures: SourceFile,
    /// The sources of the register.
    pub figure_references: SourceFile,
    /// What texts must not say, by tag.
    pub checks: BTreeMap<String, SourceFile>,
}

impl Sources {
    /// Every file, in an order that is always the same.
    pub(crate) fn all(&self) -> impl Iterator<Item = &SourceFile> {
        [&self.settings, &self.claims, &self.charts, &self.references]
            .into_iter()
            .chain(self.texts.values())
            .chain([&self.figures, &self.figure_references])
            .chain(self.checks.values())
    }
}

/// The line, from 1, on which a byte stands.
pub(crate) fn line_of(file: &SourceFile, byte: usize) -> usize {
    file.text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

/// Reads a TOML file or says where it is broken.
pub(crate) fn read_toml<T: DeserializeOwned>(file: &SourceFile) -> Result<T, Vec<Diagnostic>> {
    toml::from_str(&file.text).map_err(|error| {
        let line = line_of(file, error.span().map_or(0, |span| span.start));
        vec![Diagnostic::error(&file.name, line, error.message().trim())]
    })
}

/// Ids are made of a-z, 0-9 and hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 64 && text.chars().all(allowed)
}
