//! Numbers in words, and the words around them, in one language.

use std::collections::BTreeMap;

use jiff::civil::Date;
use locale::{Arg, Catalogue, Formats, LanguageTag, Messages, MessagesError, NoFormats, TextFile};

use crate::compute::{Share, whole};
use crate::words;

const LANGUAGES: (&str, &str) =
    ("content/statement/statement.toml", include_str!("../../../content/statement/statement.toml"));
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/statement/en.ftl",
    text: include_str!("../../../content/statement/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/statement/fr.ftl",
    text: include_str!("../../../content/statement/fr.ftl"),
}];

/// Messages into which a renderer puts one value.
const FILLED: [(&str, &str); 3] =
    [("published-on", "date"), ("finding-label", "number"), ("footer-made", "hash")];

/// Marks that Fluent sets around arguments; in print they are boxes.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A text without the marks that Fluent set in it.
pub(crate) fn unmarked(text: &str) -> String {
    text.replace(ISOLATES, "")
}

/// Why a language cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum LabelsError {
    /// The texts that come with the program are broken.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// There are none in the language.
    #[error("a statement cannot be written in `{0}`: content/statement has no texts in it")]
    None(LanguageTag),
    /// Nobody knows how the language writes numbers.
    #[error(transparent)]
    Formats(#[from] NoFormats),
}

/// The words around numbers, in every language that has them.
#[derive(Debug)]
pub(crate) struct AllLabels(Messages);

impl AllLabels {
    pub fn embedded() -> Result<Self, LabelsError> {
        Ok(Self(Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)?))
    }

    pub fn of(&self, tag: &LanguageTag) -> Result<Labels<'_>, LabelsError> {
        let catalogue = self.0.in_language(tag).ok_or_else(|| LabelsError::None(tag.clone()))?;
        Ok(Labels { catalogue, formats: Formats::new(tag)? })
    }
}

/// Numbers in words, and the words around them, in one language.
#[derive(Debug)]
pub struct Labels<'a> {
    catalogue: &'a Catalogue,
    formats: Formats,
}

impl Labels<'_> {
    /// A message.
    pub fn text(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        unmarked(&self.catalogue.shown(id, args))
    }

    /// The renderers' own words. Where a value is still to come, its name stands in braces.
    pub fn all(&self) -> BTreeMap<String, String> {
        let ids = self.catalogue.entries().keys();
        let text = |id: &String| self.catalogue.text(id, &[]).map(|text| (id.clone(), text));
        let mut all: BTreeMap<String, String> = ids.filter_map(text).collect();
        for (id, name) in FILLED {
            let hole = format!("{{{name}}}");
            all.insert(id.to_owned(), self.text(id, &[(name, Arg::Text(&hole))]));
        }
        all
    }

    /// A whole number.
    pub fn number(&self, number: i64) -> String {
        self.formats.number(number)
    }

    /// A number of people.
    pub fn people(&self, count: u64) -> String {
        self.number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A day.
    pub fn date(&self, day: Date) -> String {
        self.formats.date(day)
    }

    /// A whole percent.
    pub fn percent(&self, percent: i64) -> String {
        self.text("percent", &[("number", Arg::Text(&self.number(percent)))])
    }

    /// A share in whole percents.
    pub fn share(&self, share: f64) -> String {
        self.percent(whole(share * 100.0))
    }

    /// A change in percent, with its sign.
    pub fn change(&self, percent: i64) -> String {
        let sign = if percent < 0 { "\u{2212}" } else { "+" };
        format!("{sign}{}", self.percent(percent.abs()))
    }

    /// A difference in percentage points, without its sign.
    pub fn points(&self, points: i64) -> String {
        let count = points.unsigned_abs();
        let number = self.people(count);
        self.text("points", &[("count", Arg::Number(count)), ("number", Arg::Text(&number))])
    }

    /// From low to high, in whole percents.
    pub fn interval(&self, low: f64, high: f64) -> String {
        let (low, high) = (self.number(whole(low * 100.0)), self.number(whole(high * 100.0)));
        self.text("interval", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
    }

    /// From low to high, in percentage points, each with its sign.
    pub fn points_interval(&self, low: f64, high: f64) -> String {
        let (low, high) = (self.signed(whole(low)), self.signed(whole(high)));
        self.text("points-interval", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))])
    }

    /// A number with its sign.
    pub fn signed(&self, number: i64) -> String {
        let sign = match number {
            ..0 => "\u{2212}",
            0 => "",
            1.. => "+",
        };
        format!("{sign}{}", self.number(number.abs()))
    }

    /// A large number as one says it: 32 million.
    pub fn large(&self, number: i64) -> String {
        const MILLION: i64 = 1_000_000;
        const TENTH: i64 = MILLION / 10;
        if number < MILLION || number % TENTH != 0 {
            return self.number(number);
        }
        let (whole, tenths) = (number / MILLION, number % MILLION / TENTH);
        let mut text = self.number(whole);
        if tenths > 0 {
            text = format!("{text}{}{tenths}", self.text("decimal-mark", &[]));
        }
        let count = whole.unsigned_abs();
        self.text("million", &[("count", Arg::Number(count)), ("number", Arg::Text(&text))])
    }

    /// A share in words.
    pub(crate) fn words(&self, share: Share) -> String {
        self.text(&words::message(share.count, share.base), &[])
    }
}
