//! Whether a specification fits the instruments it is for.

use std::collections::BTreeSet;

use instrument::{Condition, Instrument, Kind, Missing, Question};

use crate::error::Fault;
use crate::options::{Tree, leaves, shares};
use crate::people::{copies, instrument_counts};
use crate::simulate::last_pages;
use crate::spec::{Entry, Margins, Of, Part, Spec};
use crate::{Share, SpecError};

impl Spec {
    /// Checks the specification against the instruments: every question has margins that fit its
    /// options, every page a share, and nothing is given that no instrument knows.
    ///
    /// # Errors
    /// The first thing that does not fit, with file and line.
    pub fn check(&self, instruments: &[&Instrument]) -> Result<(), SpecError> {
        Check { spec: self, instruments }.all().map_err(|fault| fault.in_file(&self.file))
    }
}

struct Check<'a> {
    spec: &'a Spec,
    instruments: &'a [&'a Instrument],
}

impl Check<'_> {
    fn all(&self) -> Result<(), Fault> {
        for instrument in self.instruments {
            let Some(part) = self.spec.part(&instrument.id) else {
                return Fault::fail(1, format!("no [[instrument]] is called `{}`", instrument.id));
            };
            self.languages(instrument)?;
            pages(instrument, part)?;
            self.copies(instrument, part)?;
            for (_, question) in instrument.questions() {
                let Some(margins) = self.spec.margins_of(&question.id) else {
                    return Fault::fail(1, format!("no [[question]] is called `{}`", question.id));
                };
                self.question(question, margins)?;
            }
        }
        for part in &self.spec.instruments {
            if !self.instruments.iter().any(|own| own.id == part.id) {
                return Fault::fail(part.line, format!("no instrument is called `{}`", part.id));
            }
        }
        for margins in &self.spec.questions {
            if self.find(&margins.id).is_none() {
                return Fault::fail(margins.line, format!("no instrument asks `{}`", margins.id));
            }
        }
        Ok(())
    }

    /// The question and the condition of its page and of its own.
    fn find(&self, id: &str) -> Option<(&Question, Vec<&Condition>)> {
        self.instruments.iter().find_map(|own| {
            let (page, question) = own.questions().find(|(_, question)| question.id == id)?;
            let conditions = own.pages[page].when.iter().chain(&question.when).collect();
            Some((question, conditions))
        })
    }

    fn languages(&self, instrument: &Instrument) -> Result<(), Fault> {
        let known = |own: &locale::Language| self.spec.languages.iter().any(|l| l.tag == own.tag);
        if let Some(own) = instrument.languages.iter().find(|own| !known(own)) {
            let what = format!("`{}` has answers in `{}`, this has none", instrument.id, own.tag);
            return Fault::fail(1, what);
        }
        for language in &self.spec.languages {
            if instrument.language(&language.tag).is_none() {
                let what = format!("`{}` has no language `{}`", instrument.id, language.tag);
                return Fault::fail(language.line, what);
            }
        }
        Ok(())
    }

    /// What is copied is complete, so there must be as many complete answers.
    fn copies(&self, instrument: &Instrument, part: &Part) -> Result<(), Fault> {
        let own = &self.spec.copies;
        let place = self.spec.instruments.iter().position(|other| other.id == own.instrument);
        if instrument.id != own.instrument {
            return Ok(());
        }
        let [group, all] = instrument_counts(self.spec);
        for (in_group, n) in place
            .into_iter()
            .flat_map(|at| [(true, group[at]), (false, all[at].saturating_sub(group[at]))])
        {
            let complete = last_pages(instrument, part, n).last().copied().unwrap_or(0);
            if copies(self.spec, in_group) > complete / 2 {
                let what = format!("more copies than the {complete} complete answers allow");
                return Fault::fail(own.line, what);
            }
        }
        Ok(())
    }

    fn question(&self, question: &Question, margins: &Margins) -> Result<(), Fault> {
        offers(question, margins)?;
        let text = matches!(question.kind, Kind::Text { .. });
        if text != margins.words.is_some() {
            let what =
                format!("`{}`: `words` is for text questions, and they need it", question.id);
            return Fault::fail(margins.line, what);
        }
        if text {
            return match margins.group.iter().chain(&margins.all).next() {
                Some(entry) => Fault::fail(entry.line, "a text question has no options"),
                None if self.spec.words.is_empty() => Fault::fail(margins.line, "no [[words]]"),
                None => self.words(question, margins),
            };
        }
        for (entries, of_group) in [(&margins.group, true), (&margins.all, false)] {
            match &question.kind {
                Kind::Multiple { exclusive, .. } => {
                    _ = shares(question, exclusive, entries, line(entries, margins))?;
                    if let Some(of) = &margins.of {
                        return Fault::fail(of.line, "`of` is for questions with one answer");
                    }
                }
                Kind::Single(_) | Kind::Scale { .. } | Kind::Number { .. } | Kind::Text { .. } => {
                    self.sums_up(question, margins, entries, of_group)?;
                }
            }
        }
        Ok(())
    }

    fn words(&self, question: &Question, margins: &Margins) -> Result<(), Fault> {
        let Kind::Text { max_chars } = question.kind else { return Ok(()) };
        for words in &self.spec.words {
            if words.texts.iter().any(|text| text.chars().count() > max_chars) {
                let what = format!("too long for the {max_chars} characters of `{}`", margins.id);
                return Fault::fail(words.line, what);
            }
        }
        Ok(())
    }

    fn sums_up(
        &self,
        question: &Question,
        margins: &Margins,
        entries: &[Entry],
        of_group: bool,
    ) -> Result<(), Fault> {
        let line = line(entries, margins);
        let sum = Tree::resolve(question, entries, line)?.sum();
        let (whole, who) = match &margins.of {
            Some(of) => (self.routed(question, of, of_group)?, "are asked"),
            None => (Share::ONE.millionths(), "answer"),
        };
        if sum != whole {
            let (sum, whole) = (Share::of_millionths(sum), Share::of_millionths(whole));
            let what = format!("`{}`: shares sum to {sum}; {whole} {who}", question.id);
            return Fault::fail(line, what);
        }
        Ok(())
    }

    /// The share of those who answered another question whom it leads to this one.
    fn routed(&self, question: &Question, of: &Of, of_group: bool) -> Result<u64, Fault> {
        let other = self.find(&of.question);
        let conditions = self.find(&question.id).map(|(_, conditions)| conditions);
        let codes = match conditions.as_deref() {
            Some([Condition::Is { question, codes }]) if *question == of.question => Some(codes),
            _ => None,
        };
        let margins = self.spec.margins_of(&of.question);
        let (Some((other, _)), Some(codes), Some(margins)) = (other, codes, margins) else {
            let what = format!(
                "`{}` is not asked just of those who chose some options of `{}`",
                question.id, of.question
            );
            return Fault::fail(of.line, what);
        };
        let entries = if of_group { &margins.group } else { &margins.all };
        let places: BTreeSet<usize> = leaves(other)
            .iter()
            .enumerate()
            .filter(|(_, leaf)| codes.iter().any(|code| leaf.value.has(*code)))
            .map(|(place, _)| place)
            .collect();
        Ok(Tree::resolve(other, entries, margins.line)?.sum_of(&places))
    }
}

/// A question's own shares of missing answers are only for ways that it offers.
fn offers(question: &Question, margins: &Margins) -> Result<(), Fault> {
    let Some(own) = &margins.missing else { return Ok(()) };
    for (way, share) in [(Missing::Refused, &own.refused), (Missing::DontKnow, &own.dont_know)] {
        if share.value.millionths() > 0 && !question.offer.contains(&way) {
            let what = format!("`{}` does not offer `{}`", question.id, way.name());
            return Fault::fail(own.line, what);
        }
    }
    Ok(())
}

fn line(entries: &[Entry], margins: &Margins) -> usize {
    entries.iter().map(|entry| entry.line).min().unwrap_or(margins.line)
}

/// Everyone sends the first page, and nobody comes back on a later one.
fn pages(instrument: &Instrument, part: &Part) -> Result<(), Fault> {
    let unknown = |entry: &&Entry| instrument.page_index(&entry.key).is_none();
    if let Some(entry) = part.pages.iter().find(unknown) {
        return Fault::fail(entry.line, format!("no page is called `{}`", entry.key));
    }
    let mut before = Share::ONE;
    for (at, page) in instrument.pages.iter().enumerate() {
        let Some(entry) = part.pages.iter().find(|entry| entry.key == page.id) else {
            let what = format!("`{}` gives page `{}` no share", part.id, page.id);
            return Fault::fail(part.line, what);
        };
        if at == 0 && entry.share.value != Share::ONE {
            return Fault::fail(
                entry.line,
                "an answer has at least its first page: the share is 1",
            );
        }
        if entry.share.value > before {
            return Fault::fail(entry.line, "more get past this page than past the one before");
        }
        before = entry.share.value;
    }
    Ok(())
}
