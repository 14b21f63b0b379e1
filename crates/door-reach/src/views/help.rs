//! Where to turn, as pages show it.

use directory::{Brief, Card, Purpose, Shown};
use jiff::civil::Date;
use locale::{Catalogue, LanguageTag};

use super::paragraphs;
use crate::door::Door;

/// A service as pages show it.
#[derive(Clone)]
pub(crate) struct Line {
    /// What the directory says of it.
    pub card: Card,
    /// Whether its country is said, which a page of one country need not.
    pub says_place: bool,
    /// Whether it holds anywhere.
    pub anywhere: bool,
}

impl Line {
    /// Note, hours and the rest, each a sentence, in the order in which one needs them.
    pub fn about(&self) -> String {
        let card = &self.card;
        let parts = card.note.iter().chain(&card.hours).chain(&card.facts);
        let all: Vec<&str> =
            parts.chain(&card.reporting_duty).chain(&card.doubt).map(String::as_str).collect();
        all.join(" ")
    }
}

/// Whether a service is called by its number, so that one of the two is enough.
pub(crate) fn is_number(brief: &Brief) -> bool {
    brief.phone.as_ref() == Some(&brief.name)
}

/// An address without its scheme, as it is read.
pub(crate) fn host(url: &str) -> &str {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/')
}

/// A part of a help page.
pub(crate) struct HelpSection {
    pub id: &'static str,
    pub title: String,
    pub text: Vec<String>,
    /// Address and text of something of our own that may help.
    pub link: Option<(String, String)>,
    pub lines: Vec<Line>,
}

/// Id of a section, its title and text, and the services it lists.
type Plan = (&'static str, &'static str, &'static str, &'static [Purpose]);

const PLANS: [Plan; 6] = [
    ("danger", "danger-title", "danger-text", &[Purpose::Danger, Purpose::Report]),
    ("crisis", "crisis-title", "crisis-text", &[Purpose::Crisis]),
    ("self", "help-self-title", "help-self-text", &[Purpose::Oneself]),
    ("other", "help-other-title", "help-other-text", &[Purpose::Other]),
    ("harmed", "help-harmed-title", "help-harmed-text", &[Purpose::Harmed]),
    ("professional", "help-professional-title", "help-professional-text", &[Purpose::Professional]),
];

/// What a page of a country has beside those: the page by purpose sends the young to their own.
const YOUTH: Plan = ("youth", "help-youth-title", "help-youth-text", &[Purpose::Youth]);

/// Who reads, in which words, on which day.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub door: &'a Door,
    pub language: &'a LanguageTag,
    pub texts: &'a Catalogue,
    pub today: Date,
}

impl<'a> Reader<'a> {
    pub fn new(door: &'a Door, language: &'a LanguageTag, texts: &'a Catalogue) -> Self {
        Self { door, language, texts, today: door.today() }
    }

    /// The sections of the help page; with `only`, that one.
    pub fn sections(&self, only: Option<&str>) -> Vec<HelpSection> {
        let wanted = |plan: &&Plan| only.is_none_or(|only| plan.0 == only);
        let section = |plan: &Plan| self.section(plan, self.lines(plan.3));
        PLANS.iter().filter(wanted).map(section).collect()
    }

    /// The sections of a country's page: those for which there is someone to turn to.
    pub fn country(&self, code: &str) -> Vec<HelpSection> {
        let of = |plan: &Plan| {
            let found =
                self.door.sources.helplines.shown_in(code, plan.3, self.language, self.today);
            self.section(plan, self.write(&found, Some(code)))
        };
        let [danger, others @ ..] = &PLANS;
        let plans = [danger, &YOUTH].into_iter().chain(others);
        plans.map(of).filter(|section| !section.lines.is_empty()).collect()
    }

    fn section(&self, plan: &Plan, lines: Vec<Line>) -> HelpSection {
        let (id, title, text, _) = plan;
        let text = paragraphs(&self.texts.shown(text, &[]));
        let carried = *id == "self" && self.door.sources.programme.is_some();
        let address = || format!("/{}/programme/", self.language);
        let link = carried.then(|| (address(), self.texts.shown("help-programme", &[])));
        HelpSection { id, title: self.texts.shown(title, &[]), text, link, lines }
    }

    /// The services for these purposes, each once.
    pub fn lines(&self, purposes: &[Purpose]) -> Vec<Line> {
        let found = self.door.sources.helplines.shown(purposes, self.language, self.today);
        self.write(&found, None)
    }

    /// The reporting lines that hold anywhere: the others stand on the help pages.
    pub fn reporting(&self) -> Vec<Line> {
        let mut lines = self.lines(&[Purpose::Report]);
        lines.retain(|line| line.anywhere);
        lines
    }

    /// Whom to call when a child is in danger, and where to report from anywhere.
    pub fn danger(&self) -> Vec<Line> {
        let mut lines = self.lines(&[Purpose::Danger]);
        lines.extend(self.reporting());
        lines
    }

    /// Services as a page shows them; on the page of a country its name goes without saying.
    fn write(&self, found: &[Shown<'_>], here: Option<&str>) -> Vec<Line> {
        // A door whose directory lacks a language is not opened.
        let Some(speech) = self.door.sources.helplines.speech(self.language) else {
            return Vec::new();
        };
        let line = |shown: &Shown<'_>| Line {
            card: speech.card(shown),
            says_place: here != Some(shown.entry.country.as_str()),
            anywhere: shown.entry.holds_anywhere(),
        };
        found.iter().map(line).collect()
    }
}
