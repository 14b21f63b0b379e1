//! From the TOML of a specification to its parts, number by number.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use locale::LanguageTag;
use toml::Spanned;

use crate::error::Fault;
use crate::spec::{Copies, Entry, Language, Margins, Missing, Of, Part, Pull, Spec, Words};
use crate::{Share, Tag, Tagged, raw};

/// What every simulated text begins with.
const SIMULATED: &str = "(simulated answer)";

pub(crate) type Read<T> = Result<T, Fault>;

/// Where the lines of a text end.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The line, from 1, of a byte.
    pub fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|end| *end < byte) + 1
    }
}

pub(crate) struct Reader<'a> {
    pub lines: Lines,
    pub sources: &'a BTreeMap<String, String>,
}

impl Reader<'_> {
    pub fn line<T>(&self, at: &Spanned<T>) -> usize {
        self.lines.at(at.span().start)
    }

    pub fn spec(&self, file: &str, raw: &raw::Spec) -> Read<Spec> {
        Ok(Spec {
            file: file.to_owned(),
            title: raw.title.get_ref().clone(),
            organisation: raw.organisation.get_ref().clone(),
            group: self.language_tag(&raw.group)?,
            seed: self.tagged(&raw.seed)?,
            first_day: self.day(&raw.first_day)?,
            last_day: self.day(&raw.last_day)?,
            growth: self.share(&raw.growth, 0.01, 100.0)?,
            total: self.tagged(&raw.total)?,
            response: self.share(&raw.response, 0.0001, 1.0)?,
            languages: each(&raw.language, |language| self.language(language))?,
            instruments: each(&raw.instrument, |part| self.part(part))?,
            copies: Copies {
                instrument: raw.copies.instrument.get_ref().clone(),
                line: self.line(&raw.copies.instrument),
                group: self.tagged(&raw.copies.group)?,
                all: self.tagged(&raw.copies.all)?,
            },
            missing: self.missing(&raw.missing)?,
            words: each(&raw.words, |words| self.words(words))?,
            questions: each(&raw.question, |question| self.question(question))?,
        })
    }

    fn language_tag(&self, raw: &Spanned<String>) -> Read<LanguageTag> {
        LanguageTag::parse(raw.get_ref())
            .map_err(|bad| Fault { line: self.line(raw), what: bad.to_string() })
    }

    fn language(&self, raw: &raw::Language) -> Read<Language> {
        let tag = self.language_tag(&raw.tag)?;
        Ok(Language { tag, answers: self.tagged(&raw.answers)?, line: self.line(&raw.tag) })
    }

    fn part(&self, raw: &raw::Instrument) -> Read<Part> {
        Ok(Part {
            id: raw.id.get_ref().clone(),
            line: self.line(&raw.id),
            group: self.share(&raw.group, 0.0, 1.0)?,
            all: self.share(&raw.all, 0.0, 1.0)?,
            pages: self.entries(&raw.pages)?,
            lean: each(&raw.lean, |pull| self.pull(pull))?,
        })
    }

    fn pull(&self, raw: &raw::Pull) -> Read<Pull> {
        Ok(Pull { of: raw.of.clone(), weight: self.share(&raw.weight, -1.0, 1.0)? })
    }

    fn missing(&self, raw: &raw::Missing) -> Read<Missing> {
        let line = self.line(&raw.skipped.value);
        let skipped = self.share(&raw.skipped, 0.0, 1.0)?;
        let refused = self.share(&raw.refused, 0.0, 1.0)?;
        let dont_know = self.share(&raw.dont_know, 0.0, 1.0)?;
        let all = [&skipped, &refused, &dont_know].map(|share| share.value.millionths());
        if all.iter().sum::<u64>() >= Share::ONE.millionths() {
            return Fault::fail(line, "nobody is left who answers");
        }
        Ok(Missing { skipped, refused, dont_know, line })
    }

    fn words(&self, raw: &raw::Words) -> Read<Words> {
        for text in &raw.texts {
            if !text.get_ref().starts_with(SIMULATED) {
                return Fault::fail(self.line(text), format!("must begin with `{SIMULATED}`"));
            }
        }
        let line = self.line(&raw.language);
        if raw.texts.is_empty() {
            return Fault::fail(line, "has no `texts`");
        }
        let texts = raw.texts.iter().map(|text| text.get_ref().clone()).collect();
        Ok(Words { language: self.language_tag(&raw.language)?, texts, line })
    }

    fn question(&self, raw: &raw::Question) -> Read<Margins> {
        let of = |raw: &raw::Of| -> Read<Of> {
            let line = self.line(&raw.question);
            let tag = self.tag(line, &raw.published, &raw.derived, &raw.assumed)?;
            Ok(Of { question: raw.question.get_ref().clone(), line, tag })
        };
        Ok(Margins {
            id: raw.id.get_ref().clone(),
            line: self.line(&raw.id),
            of: raw.of.as_ref().map(of).transpose()?,
            follows: raw.follows.as_ref().map(|pull| self.pull(pull)).transpose()?,
            words: raw.words.as_ref().map(|own| self.share(own, 0.0, 1.0)).transpose()?,
            missing: raw.missing.as_ref().map(|own| self.missing(own)).transpose()?,
            group: self.entries(&raw.group)?,
            all: self.entries(&raw.all)?,
        })
    }

    fn entries(&self, raw: &[raw::Shares]) -> Read<Vec<Entry>> {
        let mut entries = Vec::new();
        for block in raw {
            let line = self.line(&block.shares);
            let tag = self.tag(line, &block.published, &block.derived, &block.assumed)?;
            for (key, number) in block.shares.get_ref() {
                let line = self.line(number);
                let value = between(*number.get_ref(), 0.0, 1.0, line)?;
                let share = Tagged { value, tag: tag.clone() };
                entries.push(Entry { key: key.clone(), share, line });
            }
        }
        unique(entries.iter().map(|entry| (entry.key.as_str(), entry.line)))?;
        Ok(entries)
    }

    fn share(&self, raw: &raw::Tagged<f64>, least: f64, most: f64) -> Read<Tagged<Share>> {
        let Tagged { value, tag } = self.tagged(raw)?;
        Ok(Tagged { value: between(value, least, most, self.line(&raw.value))?, tag })
    }

    fn day(&self, raw: &raw::Tagged<String>) -> Read<Tagged<Date>> {
        let Tagged { value, tag } = self.tagged(raw)?;
        match value.parse() {
            Ok(value) => Ok(Tagged { value, tag }),
            Err(_) => Fault::fail(self.line(&raw.value), "a day is written like 2021-05-05"),
        }
    }

    fn tagged<T: Clone>(&self, raw: &raw::Tagged<T>) -> Read<Tagged<T>> {
        let line = self.line(&raw.value);
        let tag = self.tag(line, &raw.published, &raw.derived, &raw.assumed)?;
        Ok(Tagged { value: raw.value.get_ref().clone(), tag })
    }

    fn tag(
        &self,
        line: usize,
        published: &Option<String>,
        derived: &Option<String>,
        assumed: &Option<String>,
    ) -> Read<Tag> {
        let tag = match (published, derived, assumed) {
            (Some(source), None, None) => match self.sources.get(source) {
                Some(source) => Tag::Published { source: source.clone() },
                None => return Fault::fail(line, format!("[sources] has no `{source}`")),
            },
            (None, Some(from), None) => Tag::Derived { from: from.clone() },
            (None, None, Some(why)) => Tag::Assumed { why: why.clone() },
            _ => {
                let what = "a number has one tag: `published`, `derived` or `assumed`";
                return Fault::fail(line, what);
            }
        };
        if tag.note().trim().is_empty() {
            return Fault::fail(line, format!("`{}` does not say what or why", tag.name()));
        }
        Ok(tag)
    }
}

fn between(number: f64, least: f64, most: f64, line: usize) -> Read<Share> {
    match Share::nearest(number) {
        Some(share) if (least..=most).contains(&number) => Ok(share),
        _ => Fault::fail(line, format!("lies outside {least} to {most}")),
    }
}

fn each<R, T>(raw: &[R], read: impl Fn(&R) -> Read<T>) -> Read<Vec<T>> {
    raw.iter().map(read).collect()
}

pub(crate) fn unique<'a>(ids: impl Iterator<Item = (&'a str, usize)>) -> Read<()> {
    let mut seen = BTreeSet::new();
    for (id, line) in ids {
        if !seen.insert(id) {
            return Fault::fail(line, format!("`{id}` is here a second time"));
        }
    }
    Ok(())
}
