//! The operator's list, as it is written.

use std::collections::BTreeSet;
use std::fmt;

use zeroize::Zeroize;

use crate::grams::{LONGEST_GRAM, tokens};
use crate::normalise::normalise;

/// The longest line that is read, in bytes.
pub const LARGEST_LINE: usize = 1024;
/// The most entries of a list.
pub const MOST_ENTRIES: usize = 1_500_000;
/// After this many errors the rest of a list is not read.
const MOST_ERRORS: usize = 100;

/// A list, normalised; wiped when dropped.
pub struct Source {
    /// Entries that want a warning.
    pub(crate) listed: BTreeSet<String>,
    /// Entries that protect what lies inside them.
    pub(crate) protected: BTreeSet<String>,
    counts: Counts,
}

/// How many entries a list has. Those that are the same after normalisation count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Of `[words]`.
    pub words: usize,
    /// Of `[phrases]`.
    pub phrases: usize,
    /// Of `[exceptions]`.
    pub exceptions: usize,
    /// Of `[services]`.
    pub services: usize,
    /// Entries that were there before in other letters.
    pub repeated: usize,
}

/// What is wrong with a line. The line itself is not shown: it is a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {what}")]
pub struct SourceError {
    /// The file as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: Wrong,
}

/// What can be wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// A heading that there is not.
    #[error("no such section; there are [words], [phrases], [exceptions] and [services]")]
    Section,
    /// An entry before the first heading.
    #[error("an entry before the first section; begin with [words]")]
    Homeless,
    /// Nothing is left of an entry.
    #[error("this entry has no letter and no digit; remove it")]
    Empty,
    /// A word that is several.
    #[error("this is more than one word; move it to [phrases]")]
    Phrase,
    /// More tokens than are read.
    #[error("this entry has more than {LONGEST_GRAM} words; shorten it")]
    Long,
    /// A line beyond the limit.
    #[error("this line has more than {LARGEST_LINE} bytes; shorten it")]
    Line,
    /// More entries than fit.
    #[error("the list has more than {MOST_ENTRIES} entries; shorten it")]
    Many,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Words,
    Phrases,
    Exceptions,
    Services,
}

impl Source {
    /// Reads a list: sections in brackets, one entry a line, `#` before a remark.
    ///
    /// # Errors
    /// Every line that cannot be used, up to a hundred.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<SourceError>> {
        let (listed, protected) = (BTreeSet::new(), BTreeSet::new());
        let mut source = Self { listed, protected, counts: Counts::default() };
        let mut errors = Vec::new();
        let mut section = None;
        for (at, line) in text.lines().enumerate() {
            if let Err(what) = source.line(line, &mut section) {
                errors.push(SourceError { file: file.to_owned(), line: at + 1, what });
                if errors.len() == MOST_ERRORS || what == Wrong::Many {
                    break;
                }
            }
        }
        if errors.is_empty() { Ok(source) } else { Err(errors) }
    }

    /// How many entries it has.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    fn line(&mut self, line: &str, section: &mut Option<Section>) -> Result<(), Wrong> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        if line.len() > LARGEST_LINE {
            return Err(Wrong::Line);
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            *section = None;
            *section = Some(Section::parse(name).ok_or(Wrong::Section)?);
            return Ok(());
        }
        self.entry(line, section.ok_or(Wrong::Homeless)?)
    }

    fn entry(&mut self, line: &str, section: Section) -> Result<(), Wrong> {
        let normal = normalise(line);
        let count = tokens(&normal.text).spans.len();
        if count == 0 {
            return Err(Wrong::Empty);
        }
        if count > LONGEST_GRAM {
            return Err(Wrong::Long);
        }
        // Scripts without spaces have words of several tokens; others have not.
        if section == Section::Words && line.split_whitespace().count() > 1 {
            return Err(Wrong::Phrase);
        }
        if self.listed.len() + self.protected.len() >= MOST_ENTRIES {
            return Err(Wrong::Many);
        }
        let set = match section {
            Section::Words | Section::Phrases => &mut self.listed,
            Section::Exceptions | Section::Services => &mut self.protected,
        };
        let number = match section {
            _ if !set.insert(normal.text.to_string()) => &mut self.counts.repeated,
            Section::Words => &mut self.counts.words,
            Section::Phrases => &mut self.counts.phrases,
            Section::Exceptions => &mut self.counts.exceptions,
            Section::Services => &mut self.counts.services,
        };
        *number += 1;
        Ok(())
    }
}

impl Section {
    fn parse(name: &str) -> Option<Self> {
        Some(match name.trim() {
            "words" => Self::Words,
            "phrases" => Self::Phrases,
            "exceptions" => Self::Exceptions,
            "services" => Self::Services,
            _ => return None,
        })
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        for mut entry in std::mem::take(&mut self.listed) {
            entry.zeroize();
        }
        for mut entry in std::mem::take(&mut self.protected) {
            entry.zeroize();
        }
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("counts", &self.counts).finish_non_exhaustive()
    }
}
