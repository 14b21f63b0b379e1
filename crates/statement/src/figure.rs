//! The register of published figures: `content/figures`.

use std::collections::BTreeMap;

use instrument::{Diagnostic, SourceFile};
use locale::LanguageTag;
use serde::Deserialize;
use toml::Spanned;

use crate::{is_id, line_of, read_toml};

/// A figure that somebody published.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its id.
    pub id: Spanned<String>,
    /// Its value.
    pub value: i64,
    /// What the value counts.
    pub unit: Unit,
    /// The year or the day it stands for.
    pub as_of: String,
    /// ISO 3166-1 code of the country it is about; none where it is about more than one.
    pub country: Option<String>,
    /// Id of its source in `references.toml`.
    #[serde(default)]
    pub source: String,
    /// Whether someone of the project has read it in that source.
    pub read: Read,
    /// What it is, by language.
    pub definition: BTreeMap<LanguageTag, String>,
}

/// What a figure's value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Things.
    Count,
    /// Parts of a hundred.
    Percent,
    /// How much more or less than before, in percent.
    PercentChange,
}

/// Where the project has the figure from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Read {
    /// Read in its source.
    Source,
    /// Cited by others; the source was not read.
    Cited,
}

/// All published figures, by id.
#[derive(Debug, Clone)]
pub struct Register {
    figures: Vec<Figure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    figure: Vec<Figure>,
}

impl Register {
    /// Reads the register; `is_source` knows the ids of references.
    ///
    /// # Errors
    /// Every figure that is not whole: no source, no definition, an id that is there twice.
    pub fn read(
        file: &SourceFile,
        is_source: &dyn Fn(&str) -> bool,
    ) -> Result<Self, Vec<Diagnostic>> {
        let figures = read_toml::<File>(file)?.figure;
        let mut found = Vec::new();
        for (at, figure) in figures.iter().enumerate() {
            let id = figure.id.get_ref();
            let mut error = |what: String| {
                let line = line_of(file, figure.id.span().start);
                found.push(Diagnostic::error(&file.name, line, format!("figure `{id}` {what}")));
            };
            if !is_id(id) {
                error("has an id that is not made of a-z, 0-9 and hyphens".to_owned());
            }
            if figures[..at].iter().any(|other| other.id.get_ref() == id) {
                error("is there twice; remove one of the two".to_owned());
            }
            if figure.source.is_empty() {
                error("has no source; name a [reference.…] of references.toml".to_owned());
            } else if !is_source(&figure.source) {
                error(format!("names the source `{}`, which is no reference", figure.source));
            }
            if figure.definition.is_empty() || figure.as_of.is_empty() {
                error("says not what it is (definition) or of when (as_of)".to_owned());
            }
        }
        if found.is_empty() { Ok(Self { figures }) } else { Err(found) }
    }

    /// A figure by its id.
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id.get_ref() == id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.figures.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty()
    }

    /// The figures about a country, and those about more than one.
    pub fn about<'a>(&'a self, country: Option<&'a str>) -> impl Iterator<Item = &'a Figure> {
        self.figures
            .iter()
            .filter(move |figure| figure.country.is_none() || figure.country.as_deref() == country)
    }
}
