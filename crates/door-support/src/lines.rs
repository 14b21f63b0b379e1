//! Which services a page names. All that this door asks of the directory is asked here.

use std::collections::BTreeSet;

use directory::{Brief, Card, Helpline, Helplines, Shown, Status};
use jiff::civil::Date;
use locale::LanguageTag;

pub(crate) use directory::Purpose;

/// Which services a step names.
#[derive(Clone, Copy)]
pub(crate) enum Lines {
    /// None.
    Nobody,
    /// Those for these purposes.
    For(&'static [Purpose]),
    /// These, by their ids.
    Named(&'static [&'static str]),
}

impl Lines {
    /// Whether whoever looks for these can be asked to choose a country first. Nobody in danger is.
    pub fn can_wait(self) -> bool {
        let urgent = |own: &Purpose| matches!(own, Purpose::Danger | Purpose::Crisis);
        matches!(self, Self::For(purposes) if !purposes.iter().any(urgent))
    }
}

/// Tools and a list of other lines: nobody listens there. They stand where a step names them, and
/// among the lines to report to, but not where someone looks for a voice.
const NOBODY_LISTENS: [&str; 3] = ["int-inhope", "int-stopncii", "int-take-it-down"];

/// A service on a page.
pub(crate) struct Entry {
    /// The service in the words of the reader.
    pub card: Card,
    /// Whether the page has shown it before: then name and number are enough.
    pub again: bool,
}

/// Finds the services of one page.
pub(crate) struct Finder<'a> {
    directory: &'a Helplines,
    language: &'a LanguageTag,
    today: Date,
    shown: BTreeSet<&'a str>,
}

impl<'a> Finder<'a> {
    /// For one page in one language.
    pub fn new(directory: &'a Helplines, language: &'a LanguageTag, today: Date) -> Self {
        Self { directory, language, today, shown: BTreeSet::new() }
    }

    /// The services of a step, wherever the reader is.
    pub fn anywhere(&mut self, lines: Lines) -> Vec<Entry> {
        let (directory, language, today) = (self.directory, self.language, self.today);
        self.entries(lines, |purposes| directory.shown(purposes, language, today))
    }

    /// The services of a step that hold in a country.
    pub fn in_country(&mut self, code: &str, lines: Lines) -> Vec<Entry> {
        let (directory, language, today) = (self.directory, self.language, self.today);
        self.entries(lines, |purposes| directory.shown_in(code, purposes, language, today))
    }

    fn entries(
        &mut self,
        lines: Lines,
        find: impl FnOnce(&[Purpose]) -> Vec<Shown<'a>>,
    ) -> Vec<Entry> {
        let Some(speech) = self.directory.speech(self.language) else { return Vec::new() };
        let found = match lines {
            Lines::Nobody => Vec::new(),
            Lines::For(purposes) => {
                let mut found = find(purposes);
                found.retain(|own| fits(own.entry, purposes));
                for own in &mut found {
                    own.fallback = own.fallback.filter(|other| fits(other, purposes));
                }
                found
            }
            Lines::Named(ids) => ids.iter().filter_map(|id| self.named(id)).collect(),
        };
        let entry = |own: &Shown<'a>| Entry {
            card: speech.card(own),
            again: !self.shown.insert(&own.entry.id),
        };
        found.iter().map(entry).collect()
    }

    /// A service by its id, or what stands in for it where it has ended.
    fn named(&self, id: &str) -> Option<Shown<'a>> {
        let stand_in = |own| {
            self.directory.fallback(own, Purpose::Harmed).filter(|other| !is_for_others(other))
        };
        let own = self.directory.get(id)?;
        let entry = if own.status == Status::Open { own } else { stand_in(own)? };
        Some(Shown { entry, fallback: stand_in(entry), standing: entry.standing(self.today) })
    }
}

/// Whether a service found for these purposes has its place on this door.
fn fits(entry: &Helpline, purposes: &[Purpose]) -> bool {
    let listens = !NOBODY_LISTENS.contains(&entry.id.as_str());
    !is_for_others(entry) && (listens || purposes.contains(&Purpose::Report))
}

/// Whether a service is for people who worry about what they themselves might do. Those who were
/// harmed, and those beside them, must not be sent there, whatever else the service is for.
fn is_for_others(entry: &Helpline) -> bool {
    entry.purposes.contains(&Purpose::Oneself)
}

/// The countries of the directory as the language orders them: code in small letters, and name.
pub(crate) fn countries(directory: &Helplines, language: &LanguageTag) -> Vec<(String, String)> {
    let speech = directory.speech(language);
    let named = speech.map(|own| own.countries(&directory.countries())).unwrap_or_default();
    named.into_iter().map(|(code, name)| (code.to_ascii_lowercase(), name)).collect()
}

/// The first of these services that the directory does not have.
pub(crate) fn missing<'a>(
    directory: &Helplines,
    steps: impl Iterator<Item = &'a Lines>,
) -> Option<&'static str> {
    let named = steps.flat_map(|lines| match lines {
        Lines::Named(ids) => *ids,
        Lines::Nobody | Lines::For(_) => &[],
    });
    named.copied().find(|id| directory.get(id).is_none())
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

/// Note, hours and the rest, in the order in which one needs them.
pub(crate) fn about(card: &Card) -> String {
    let parts = card.note.iter().chain(&card.hours).chain(&card.facts);
    let all: Vec<&str> =
        parts.chain(&card.reporting_duty).chain(&card.doubt).map(String::as_str).collect();
    all.join(" ")
}
