//! The programme as it was read and checked.

use std::collections::BTreeMap;

use instrument::{Instrument, Loaded, Question};
use locale::{Catalogue, Language, LanguageTag};

use crate::{ModuleText, Scoring};

/// The programme: everything that pages, the offline file and the workbook are made of.
#[derive(Debug)]
pub struct Programme {
    /// Its languages.
    pub languages: Vec<Language>,
    /// Its parts, in the order in which they are meant to be read.
    pub parts: Vec<Part>,
    /// Sheets that gather answers.
    pub sheets: Vec<Sheet>,
    /// Who has read what.
    pub reviews: Vec<Review>,
    /// The questions of the modules: one page a module, of the same id.
    pub exercises: Loaded,
    /// A short look at oneself.
    pub self_check: Loaded,
    /// How the self-check is added up.
    pub scoring: Scoring,
    /// The questions at the end.
    pub feedback: Loaded,
    pub(crate) texts: BTreeMap<LanguageTag, Catalogue>,
    pub(crate) modules: BTreeMap<(LanguageTag, String), ModuleText>,
}

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id; the title is the message `part-ID`.
    pub id: String,
    /// Its modules.
    pub modules: Vec<Module>,
}

/// A module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// Its id: file, page of the exercises, and last part of its address.
    pub id: String,
    /// Reading time in minutes, without the exercises.
    pub minutes: u32,
    /// Its questions, in the order of its text.
    pub exercises: Vec<String>,
}

/// A sheet that gathers answers from several modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its id; the title is the message `sheet-ID`.
    pub id: String,
    /// Whose answers stand on it, in this order.
    pub questions: Vec<String>,
}

/// That someone has read a module in a language to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The module.
    pub module: String,
    /// The language in which it was read.
    pub language: LanguageTag,
    /// What the reader is.
    pub kind: ReviewKind,
    /// Who.
    pub by: String,
    /// The day, `YYYY-MM-DD`.
    pub on: String,
}

/// What a reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewKind {
    /// A clinician.
    Clinician,
    /// A native speaker.
    NativeSpeaker,
}

impl Programme {
    /// All modules, in order, each with the place of its part.
    pub fn modules(&self) -> impl Iterator<Item = (usize, &Module)> {
        let parts = self.parts.iter().enumerate();
        parts.flat_map(|(at, part)| part.modules.iter().map(move |module| (at, module)))
    }

    /// A module by its id.
    pub fn module(&self, id: &str) -> Option<&Module> {
        self.modules().map(|(_, module)| module).find(|module| module.id == id)
    }

    /// The modules before and after one.
    pub fn neighbours(&self, id: &str) -> (Option<&Module>, Option<&Module>) {
        let all: Vec<&Module> = self.modules().map(|(_, module)| module).collect();
        let Some(at) = all.iter().position(|module| module.id == id) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|at| all.get(at));
        (before.copied(), all.get(at + 1).copied())
    }

    /// The text of a module in a language of the programme.
    pub fn text(&self, language: &LanguageTag, module: &str) -> Option<&ModuleText> {
        self.modules.get(&(language.clone(), module.to_owned()))
    }

    /// The texts around the modules in a language of the programme.
    pub fn catalogue(&self, language: &LanguageTag) -> Option<&Catalogue> {
        self.texts.get(language)
    }

    /// A question of the exercises.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.exercises.instrument.question(id)
    }

    /// Who has read a module in a language.
    pub fn reviews_of<'a>(
        &'a self,
        language: &'a LanguageTag,
        module: &'a str,
    ) -> impl Iterator<Item = &'a Review> {
        let fits = move |review: &&Review| review.module == module && review.language == *language;
        self.reviews.iter().filter(fits)
    }

    /// Whether a clinician and a native speaker have both read a module in a language.
    pub fn is_reviewed(&self, language: &LanguageTag, module: &str) -> bool {
        [ReviewKind::Clinician, ReviewKind::NativeSpeaker]
            .into_iter()
            .all(|kind| self.reviews_of(language, module).any(|review| review.kind == kind))
    }

    /// What nobody has read to its end: `module (language)`.
    pub fn unreviewed(&self) -> Vec<String> {
        let published = |language: &&Language| language.status == locale::Status::Published;
        let tags = self.languages.iter().filter(published).map(|language| &language.tag);
        let pairs = tags.flat_map(|tag| self.modules().map(move |(_, module)| (tag, module)));
        pairs
            .filter(|(tag, module)| !self.is_reviewed(tag, &module.id))
            .map(|(tag, module)| format!("programme, module {} ({tag})", module.id))
            .collect()
    }

    /// Its three instruments.
    pub fn instruments(&self) -> [&Instrument; 3] {
        [&self.exercises, &self.self_check, &self.feedback].map(|loaded| &loaded.instrument)
    }
}
