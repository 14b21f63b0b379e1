//! What a specification says, number by number, for a program to print.

use std::fmt;

use locale::LanguageTag;

use crate::spec::{Entry, Margins, Missing};
use crate::{Share, Spec, Tag};

/// Whom a margin is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Those who answer in a language.
    Language(LanguageTag),
    /// Those who answer in any language, that one included.
    All,
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language(tag) => tag.fmt(f),
            Self::All => f.write_str("all"),
        }
    }
}

/// One margin of the specification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Margin {
    /// The question.
    pub question: String,
    /// The option, `several+options` together, or points of a scale as in `3-9`.
    pub option: String,
    /// Whom it is about.
    pub group: Group,
    /// The share.
    pub value: Share,
    /// Whose share it is, in words.
    pub base: String,
    /// Where the number comes from.
    pub tag: Tag,
    /// What else must be said of it; often nothing.
    pub note: Option<String>,
}

/// One number of the specification that is no margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// What it sets.
    pub name: String,
    /// The number.
    pub value: String,
    /// Where it comes from.
    pub tag: Tag,
}

impl Spec {
    /// Every margin of every question, in the order of the specification.
    ///
    /// Shares that are given of those who answered another question come twice: as given, and,
    /// derived, of those who were asked.
    pub fn margins(&self) -> Vec<Margin> {
        let mut margins = Vec::new();
        for own in &self.questions {
            let group = Group::Language(self.group.clone());
            for (group, entries) in [(group, &own.group), (Group::All, &own.all)] {
                for entry in entries {
                    margins.push(given(own, entry, &group));
                    margins.extend(of_those_asked(own, entry, entries, &group));
                }
            }
        }
        margins
    }

    /// Every other number: seed, days, totals, how far people go, who leaves out what.
    pub fn settings(&self) -> Vec<Setting> {
        let mut list = List(Vec::new());
        list.add("seed", &self.seed.value, &self.seed.tag);
        list.add("first day", &self.first_day.value, &self.first_day.tag);
        list.add("last day", &self.last_day.value, &self.last_day.tag);
        list.add("last day against the first", &self.growth.value, &self.growth.tag);
        list.add("answers", &self.total.value, &self.total.tag);
        list.add("answers per opening", &self.response.value, &self.response.tag);
        for own in &self.languages {
            list.add(format!("answers in {}", own.tag), &own.answers.value, &own.answers.tag);
        }
        for part in &self.instruments {
            let name = |what: &str| format!("{}: {what}", part.id);
            let (group, all) = (&part.group, &part.all);
            list.add(name(&format!("share of {}", self.group)), &group.value, &group.tag);
            list.add(name("share of all"), &all.value, &all.tag);
            for page in &part.pages {
                let name = name(&format!("get past page {}", page.key));
                list.add(name, &page.share.value, &page.share.tag);
            }
            for pull in &part.lean {
                let name = name(&format!("leans to {}", pull.of));
                list.add(name, &pull.weight.value, &pull.weight.tag);
            }
        }
        let (group, all) = (&self.copies.group, &self.copies.all);
        list.add(format!("exact copies in {}", self.group), &group.value, &group.tag);
        list.add("exact copies in all", &all.value, &all.tag);
        list.missing("any question", &self.missing);
        for own in &self.questions {
            if let Some(missing) = &own.missing {
                list.missing(&own.id, missing);
            }
            if let Some(pull) = &own.follows {
                let name = format!("{} goes with {}", own.id, pull.of);
                list.add(name, &pull.weight.value, &pull.weight.tag);
            }
            if let Some(words) = &own.words {
                list.add(format!("{}: written", own.id), &words.value, &words.tag);
            }
        }
        list.0
    }
}

struct List(Vec<Setting>);

impl List {
    fn add(&mut self, name: impl Into<String>, value: &impl ToString, tag: &Tag) {
        let setting = Setting { name: name.into(), value: value.to_string(), tag: tag.clone() };
        self.0.push(setting);
    }

    fn missing(&mut self, of: &str, missing: &Missing) {
        let Missing { skipped, refused, dont_know, .. } = missing;
        for (way, share) in [("skipped", skipped), ("refused", refused), ("dont_know", dont_know)] {
            self.add(format!("{of}: {way}"), &share.value, &share.tag);
        }
    }
}

fn given(own: &Margins, entry: &Entry, group: &Group) -> Margin {
    let base = match &own.of {
        Some(of) => format!("of those who answered {}", of.question),
        None => format!("of those who answered {}", own.id),
    };
    Margin {
        question: own.id.clone(),
        option: entry.key.clone(),
        group: group.clone(),
        value: entry.share.value,
        base,
        tag: entry.share.tag.clone(),
        note: own.of.as_ref().map(|of| format!("base {}", of.tag)),
    }
}

/// A share of another question's answerers as a share of those who were asked.
fn of_those_asked(
    own: &Margins,
    entry: &Entry,
    entries: &[Entry],
    group: &Group,
) -> Option<Margin> {
    own.of.as_ref()?;
    let single = |own: &&Entry| !own.key.contains('+');
    let sum: u64 = entries.iter().filter(single).map(|own| own.share.value.millionths()).sum();
    let part = entry.share.value.millionths() * Share::ONE.millionths() + sum / 2;
    let value = Share::of_millionths(part.checked_div(sum)?);
    let from = format!("{} / {}", entry.share.value, Share::of_millionths(sum));
    Some(Margin {
        base: format!("of those asked {}", own.id),
        value,
        tag: Tag::Derived { from },
        ..given(own, entry, group)
    })
}
