//! All entries, and who finds which.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use locale::LanguageTag;

use crate::place::{is_wide, nearness};
use crate::{Address, Fault, Helpline, Purpose, Speech, Standing, Status, Unfit, Words, read};

/// All entries, in the order of the file, and the words around them.
#[derive(Debug, Clone)]
pub struct Helplines {
    languages: Vec<LanguageTag>,
    entries: Vec<Helpline>,
    words: Arc<Words>,
}

/// An entry as it is shown on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown<'a> {
    /// The entry.
    pub entry: &'a Helpline,
    /// Where to turn if nobody answers there.
    pub fallback: Option<&'a Helpline>,
    /// What can be said of the entry on that day.
    pub standing: Standing,
}

impl Helplines {
    /// Reads the file.
    ///
    /// # Errors
    /// Everything that is wrong with it, with lines.
    pub fn parse(text: &str) -> Result<Self, Unfit> {
        let words = Arc::new(Words::embedded()?);
        let (languages, entries) = read::read(text, &words).map_err(Unfit::Faults)?;
        Ok(Self { languages, entries, words })
    }

    /// Everything that is wrong with a file; nothing where it can be used.
    ///
    /// # Errors
    /// [`Unfit::Words`] when the words that come with the program are broken.
    pub fn faults(text: &str) -> Result<Vec<Fault>, Unfit> {
        match Self::parse(text) {
            Ok(_) => Ok(Vec::new()),
            Err(Unfit::Faults(faults)) => Ok(faults),
            Err(other) => Err(other),
        }
    }

    /// The words around entries, in a language.
    pub fn speech(&self, language: &LanguageTag) -> Option<Speech<'_>> {
        self.words.speech(language)
    }

    /// The words around entries, in all languages.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Whether every entry can be read in a language.
    pub fn is_in(&self, language: &LanguageTag) -> bool {
        self.languages.contains(language)
    }

    /// Every entry, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Helpline> {
        self.entries.iter()
    }

    /// An entry by its id.
    pub fn get(&self, id: &str) -> Option<&Helpline> {
        self.entries.iter().find(|own| own.id == id)
    }

    /// The pages of all entries that are open.
    pub fn addresses(&self) -> Vec<Address> {
        let open = self.entries.iter().filter(|own| own.status == Status::Open);
        open.flat_map(Helpline::addresses).collect()
    }

    /// Codes of the countries that have entries of their own, in alphabetical order.
    pub fn countries(&self) -> Vec<&str> {
        let codes = self.entries.iter().map(|own| own.country.as_str());
        let own: BTreeSet<&str> = codes.filter(|code| !is_wide(code)).collect();
        own.into_iter().collect()
    }

    /// The entries for a purpose that someone who reads this language can use, in the order of the
    /// file: those in the language first, then those that answer anywhere. Closed ones are left
    /// out, with their fallbacks in their places; a fallback may speak another language.
    pub fn find(&self, purpose: Purpose, language: &LanguageTag) -> Vec<&Helpline> {
        let spoken = self.entries.iter().filter(|own| own.speaks(language));
        let anywhere = |own: &&Helpline| !own.speaks(language) && own.holds_anywhere();
        self.open(spoken.chain(self.entries.iter().filter(anywhere)), purpose)
    }

    /// The entries for a purpose that hold in a country, whatever their language, in the order of
    /// the file: its own, those of its union, those that hold anywhere. Closed ones as in
    /// [`Helplines::find`].
    pub fn in_country(&self, country: &str, purpose: Purpose) -> Vec<&Helpline> {
        let near = |own| Some((nearness(own, country)?, own));
        let mut here: Vec<_> = self.entries.iter().filter_map(near).collect();
        here.sort_by_key(|(nearness, _)| *nearness);
        self.open(here.into_iter().map(|(_, own)| own), purpose)
    }

    /// What [`Helplines::find`] finds for these purposes, each once, as it is shown on a day:
    /// of those for one purpose in one language, checked ones come first.
    pub fn shown(
        &self,
        purposes: &[Purpose],
        language: &LanguageTag,
        today: Date,
    ) -> Vec<Shown<'_>> {
        let group = |own: &Helpline| !own.speaks(language);
        self.arranged(purposes, today, |purpose| self.find(purpose, language), group)
    }

    /// What [`Helplines::in_country`] finds, as [`Helplines::shown`] shows it; lines in the
    /// reader's language come before others of the same country.
    pub fn shown_in(
        &self,
        country: &str,
        purposes: &[Purpose],
        language: &LanguageTag,
        today: Date,
    ) -> Vec<Shown<'_>> {
        let group = |own: &Helpline| (nearness(own, country), !own.speaks(language));
        self.arranged(purposes, today, |purpose| self.in_country(country, purpose), group)
    }

    /// The entry that stands in for another: the first of its fallbacks that is open and for this
    /// purpose.
    pub fn fallback(&self, entry: &Helpline, purpose: Purpose) -> Option<&Helpline> {
        self.stand_in(self.get(entry.fallback.as_deref()?)?, purpose)
    }

    fn arranged<'a, K: Ord>(
        &'a self,
        purposes: &[Purpose],
        today: Date,
        find: impl Fn(Purpose) -> Vec<&'a Helpline>,
        group: impl Fn(&Helpline) -> K,
    ) -> Vec<Shown<'a>> {
        let mut all: Vec<Shown<'a>> = Vec::new();
        for purpose in purposes {
            let mut found = find(*purpose);
            // A stable sort: the order of the file decides otherwise.
            found.sort_by_cached_key(|own| (group(own), !own.standing(today).is_good()));
            for entry in found {
                if !all.iter().any(|own| own.entry.id == entry.id) {
                    let fallback = self.fallback(entry, *purpose);
                    all.push(Shown { entry, fallback, standing: entry.standing(today) });
                }
            }
        }
        all
    }

    /// The entries for a purpose, or what stands in for those that are closed; each once.
    fn open<'a>(
        &'a self,
        entries: impl Iterator<Item = &'a Helpline>,
        purpose: Purpose,
    ) -> Vec<&'a Helpline> {
        let mut all: Vec<&Helpline> = Vec::new();
        for entry in entries.filter(|own| own.purposes.contains(&purpose)) {
            let open = self.stand_in(entry, purpose);
            if let Some(open) = open.filter(|open| !all.iter().any(|own| own.id == open.id)) {
                all.push(open);
            }
        }
        all
    }

    /// The entry, or the first of its fallbacks that is open and for this purpose. Fallbacks lead
    /// in no circle: the file was checked.
    fn stand_in<'a>(&'a self, entry: &'a Helpline, purpose: Purpose) -> Option<&'a Helpline> {
        let mut at = entry;
        loop {
            if at.status == Status::Open && at.purposes.contains(&purpose) {
                return Some(at);
            }
            at = self.get(at.fallback.as_deref()?)?;
        }
    }
}
