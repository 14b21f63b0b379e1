//! What the desk has: answers, openings, samples, figures, checks.

use std::collections::BTreeMap;
use std::path::Path;

use ::statement::{Evidence, Settings, Sources};
use anyhow::{Context, Result, bail};
use directory::Helplines;
use findings::{Person, Sample, read_samples};
use instrument::{Diagnostic, Loaded, SourceFile};

use crate::config::Config;
use crate::{files, kept};

/// What every statement of a desk is computed from.
pub struct Desk {
    config: Config,
    persons: Vec<Person>,
    instruments: Vec<Loaded>,
    samples: Vec<Sample>,
    openings: Vec<(String, String, u64)>,
    helplines: Helplines,
}

impl Desk {
    /// Reads it all.
    ///
    /// # Errors
    /// When nothing was opened yet, or a file is broken.
    pub fn read(config: Config) -> Result<Self> {
        let desk = config.researcher()?;
        let samples = desk.samples.display().to_string();
        let helplines = files::read_text(&desk.helplines)?;
        Ok(Self {
            persons: kept::read(&desk.opened.join(kept::ANSWERS))?,
            instruments: files::load_instruments(&config.instruments)?,
            samples: read_samples(&samples, &files::read_text(&desk.samples)?)?,
            openings: openings(&desk.opened.join(kept::OPENINGS))?,
            helplines: Helplines::parse(&helplines)
                .with_context(|| desk.helplines.display().to_string())?,
            config,
        })
    }

    /// What statements are computed from.
    pub fn evidence(&self) -> Evidence<'_> {
        Evidence {
            study: &self.config.study,
            simulated: self.config.simulated,
            persons: &self.persons,
            instruments: &self.instruments,
            samples: &self.samples,
            openings: &self.openings,
            helplines: &self.helplines,
        }
    }

    /// The files of a statement.
    ///
    /// # Errors
    /// When one that must be there cannot be read.
    pub fn sources(&self, dir: &Path) -> Result<Sources> {
        let desk = self.config.researcher()?;
        let named = |name: &str| files::source(&dir.join(name));
        Ok(Sources {
            settings: named("statement.toml")?,
            claims: named("claims.toml")?,
            charts: optional(&dir.join("charts.toml"))?,
            references: optional(&dir.join("references.toml"))?,
            texts: by_language(dir, "md")?,
            figures: files::source(&desk.figures.join("figures.toml"))?,
            figure_references: files::source(&desk.figures.join("references.toml"))?,
            checks: by_language(&desk.text_checks, "toml")?,
        })
    }
}

/// The settings of a statement alone.
///
/// # Errors
/// When the folder has none, or they are broken.
pub fn settings(dir: &Path) -> Result<Settings> {
    let file = files::source(&dir.join("statement.toml"))?;
    match ::statement::settings(&file) {
        Ok(settings) => Ok(settings),
        Err(found) => bail!("{}", lines(&found)),
    }
}

/// A file, empty where there is none.
fn optional(path: &Path) -> Result<SourceFile> {
    if path.exists() {
        return files::source(path);
    }
    Ok(SourceFile { name: path.display().to_string(), text: String::new() })
}

fn by_language(dir: &Path, ending: &str) -> Result<BTreeMap<String, SourceFile>> {
    let mut all = BTreeMap::new();
    for path in files::files_with(dir, ending)? {
        if let Some(tag) = files::language_of(&path) {
            all.insert(tag.as_str().to_owned(), files::source(&path)?);
        }
    }
    Ok(all)
}

/// Reads `openings.csv`.
fn openings(path: &Path) -> Result<Vec<(String, String, u64)>> {
    let text = files::read_text(path)?;
    let line = |(at, line): (usize, &str)| {
        let mut cells = line.split(',');
        let (week, language, count) = (cells.next(), cells.next(), cells.next());
        let count = count.and_then(|count| count.parse().ok());
        match (week, language, count) {
            (Some(week), Some(language), Some(count)) => {
                Ok((week.to_owned(), language.to_owned(), count))
            }
            _ => bail!("{}:{}: no line of `suoja open`; open again", path.display(), at + 1),
        }
    };
    text.lines().enumerate().skip(1).map(line).collect()
}

/// Diagnostics, one a line.
pub fn lines(found: &[Diagnostic]) -> String {
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
