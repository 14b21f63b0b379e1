//! Notes, one after the other.

use std::collections::BTreeMap;

use crate::bibliography::Bibliography;
use crate::full::full;
use crate::run::{Line, Run};
use crate::short::short;
use crate::terms::Terms;

/// One source in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cite<'a> {
    /// The id of the source.
    pub source: &'a str,
    /// The place in it, as OSCOLA writes it: `635`, `para 49`, `[42]`, `art 5`.
    pub pinpoint: Option<&'a str>,
}

/// Why a note cannot be written. The citer is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CiteError {
    /// The bibliography has no such source.
    #[error("note {note} cites `{id}`, which is no source; add it, or correct the id")]
    Unknown {
        /// The id.
        id: String,
        /// The note.
        note: u32,
    },
    /// The pinpoint has nothing in it.
    #[error("note {note} cites `{id}` with an empty pinpoint; write the place or leave it out")]
    EmptyPinpoint {
        /// The source.
        id: String,
        /// The note.
        note: u32,
    },
    /// A cross-reference to a source that no note has cited so far.
    #[error(
        "note {note} refers to `{id}`, which no note up to here cites; cite it in an earlier \
         note, or cite it here instead of referring to it"
    )]
    NotCited {
        /// The source.
        id: String,
        /// The note that refers.
        note: u32,
    },
    /// A cross-reference to a source that is cited in full in the same note.
    #[error(
        "note {note} refers to `{id}`, which is first cited in this very note; remove the \
         reference, or cite the source in an earlier note"
    )]
    PointsToItself {
        /// The source.
        id: String,
        /// The note that refers.
        note: u32,
    },
}

/// Writes notes in the order in which they appear, and remembers where each source stands in full.
///
/// A note may refer only to earlier notes: the citer knows no later ones, and a reader goes back
/// to the full citation, never forward.
#[derive(Debug, Clone)]
pub struct Citer<'b> {
    bibliography: &'b Bibliography,
    terms: Terms,
    /// The note that has a source in full.
    first: BTreeMap<&'b str, u32>,
    /// The last note begun; notes count from 1.
    current: u32,
}

impl<'b> Citer<'b> {
    /// A citer before the first note.
    #[must_use]
    pub const fn new(bibliography: &'b Bibliography, terms: Terms) -> Self {
        Self { bibliography, terms, first: BTreeMap::new(), current: 0 }
    }

    /// Begins the next note and writes its sources, with a full stop at the end.
    ///
    /// A note without sources counts too and has no runs: its text is the caller's. A source that
    /// is repeated in the note that has it in full is short and has no number, since a note does
    /// not point to itself.
    ///
    /// # Errors
    /// [`CiteError`] for the first source that cannot be written. The note is then not begun.
    pub fn note(&mut self, cites: &[Cite<'_>]) -> Result<Vec<Run>, CiteError> {
        let note = self.current.saturating_add(1);
        let mut first = self.first.clone();
        let mut line = Line::default();
        for (at, cite) in cites.iter().enumerate() {
            if at > 0 {
                line.text(self.terms.separator);
            }
            self.cite(&mut line, *cite, note, &mut first)?;
        }
        line.full_stop();
        (self.first, self.current) = (first, note);
        Ok(line.finish())
    }

    /// A reference, in the words of the current note, to the note that has a source in full.
    ///
    /// The current note is the one that [`note`](Self::note) began last. The brackets around the
    /// reference are the caller's.
    ///
    /// # Errors
    /// [`CiteError::NotCited`] when no note so far cites the source, whether or not a later one
    /// does; [`CiteError::PointsToItself`] when the current note is the one.
    pub fn reference(&self, source: &str) -> Result<Run, CiteError> {
        let (id, note) = (source.to_owned(), self.current);
        if self.bibliography.get(source).is_none() {
            return Err(CiteError::Unknown { id, note });
        }
        match self.first.get(source) {
            None => Err(CiteError::NotCited { id, note }),
            Some(&first) if first == note => Err(CiteError::PointsToItself { id, note }),
            Some(&first) => Ok(self.note_ref(first)),
        }
    }

    /// The note that has a source in full, if there is one so far.
    #[must_use]
    pub fn first_note(&self, source: &str) -> Option<u32> {
        self.first.get(source).copied()
    }

    /// The number of the note begun last; 0 before the first.
    #[must_use]
    pub const fn current(&self) -> u32 {
        self.current
    }

    fn cite(
        &self,
        line: &mut Line,
        cite: Cite<'_>,
        note: u32,
        first: &mut BTreeMap<&'b str, u32>,
    ) -> Result<(), CiteError> {
        let Cite { source, pinpoint } = cite;
        let Some((id, entry)) = self.bibliography.find(source) else {
            return Err(CiteError::Unknown { id: source.to_owned(), note });
        };
        if pinpoint.is_some_and(|pinpoint| pinpoint.trim().is_empty()) {
            return Err(CiteError::EmptyPinpoint { id: source.to_owned(), note });
        }
        let Some(&earlier) = first.get(id) else {
            first.insert(id, note);
            full(line, entry, &self.terms, pinpoint);
            return Ok(());
        };
        short(line, entry, self.bibliography, &self.terms);
        if earlier != note {
            line.text(" (").run(self.note_ref(earlier)).text(")");
        }
        line.pinpoint(pinpoint);
        Ok(())
    }

    fn note_ref(&self, note: u32) -> Run {
        Run::NoteRef { note, text: format!("{}\u{a0}{note}", self.terms.note) }
    }
}
