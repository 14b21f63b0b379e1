//! The plan of an experiment: written, checked and hashed before the first message is shown.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use locale::LanguageTag;
use serde::Deserialize;

use crate::NEUTRAL;

/// What every experiment here measures, in the words that each plan must repeat: a click is no
/// desistance, and a plan that says otherwise would be read otherwise.
pub const OUTCOME: &str = "click to help, not desistance";
/// The most days a plan may run.
pub const MOST_DAYS: u16 = 732;
/// The most arms, channels or languages a plan may have.
pub const MOST_ARMS: usize = 32;

/// A planned experiment.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Its id: a-z, 0-9 and hyphen.
    pub id: String,
    /// What it asks, in a sentence.
    pub question: String,
    /// [`OUTCOME`], word for word.
    pub outcome: String,
    /// The first day, in UTC.
    pub start: Date,
    /// The first day on which arms are drawn; before it everyone gets the neutral message, so that
    /// before and during can be compared. Without it, the first day.
    pub campaign: Option<Date>,
    /// The last day.
    pub end: Date,
    /// Where the door for search engines shows messages.
    pub channels: Vec<String>,
    /// Where partners show messages from a kit and count by themselves; their channels.
    #[serde(default)]
    pub kits: Vec<String>,
    /// In which languages.
    pub languages: Vec<LanguageTag>,
    /// How a message comes to a visitor.
    pub assignment: Assignment,
    /// The messages and how often each is drawn.
    #[serde(rename = "arm")]
    pub arms: Vec<PlannedArm>,
    /// How large it must be, and why.
    pub size: Size,
    /// When results are looked at.
    pub looks: Looks,
    /// A language shown fewer times than this on a day is counted with the others of that day.
    #[serde(default = "floor")]
    pub floor: u32,
}

/// An arm of a plan.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedArm {
    /// Its id.
    pub id: String,
    /// How often it is drawn beside the others.
    pub weight: u32,
}

/// How a message comes to a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(tag = "by", rename_all = "lowercase", deny_unknown_fields)]
pub enum Assignment {
    /// Drawn anew for each request.
    Request,
    /// Drawn for each block of hours, the same for everyone: where people search repeatedly, one
    /// who saw another message before would otherwise be counted twice with different ones.
    Block {
        /// Length of a block, a divisor of 24.
        hours: u8,
    },
}

/// How large an experiment must be.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// The share expected to click with the neutral message, in (0, 1).
    pub baseline: f64,
    /// The smallest share with another message that is worth finding.
    pub worth_finding: f64,
    /// The chance of finding it, in (0, 1).
    pub power: f64,
    /// The chance that any difference is found where none is, two-sided.
    pub alpha: f64,
    /// Messages expected to be shown in a day, all arms together.
    pub shown_a_day: u64,
    /// How much larger the variance is than with independent visitors (1 = not at all).
    pub design_effect: f64,
}

/// When results are looked at.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looks {
    /// After the end of these days; the last is the end of the experiment.
    pub days: Vec<Date>,
    /// How alpha is spent over them.
    pub spending: Spending,
}

/// How alpha is spent over the looks (Lan and DeMets 1983).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spending {
    /// Little at first, most at the end.
    ObrienFleming,
    /// About the same at every look.
    Pocock,
}

/// The hash of a plan's file: what was planned, word for word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PlanHash(pub [u8; 32]);

impl fmt::Display for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for PlanHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A plan cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file is no plan.
    #[error("{0}: {1}")]
    File(String, toml::de::Error),
    /// It says what cannot be meant.
    #[error("{file}:\n  {}", .faults.join("\n  "))]
    Faults {
        /// The file.
        file: String,
        /// What is wrong, a sentence each.
        faults: Vec<String>,
    },
}

impl Plan {
    /// Reads a plan and checks it against the arms that exist; its hash is that of the whole text.
    ///
    /// # Errors
    /// [`PlanError`] with everything that is wrong.
    pub fn parse(file: &str, text: &str, known: &[&str]) -> Result<(Self, PlanHash), PlanError> {
        let plan: Self =
            toml::from_str(text).map_err(|error| PlanError::File(file.to_owned(), error))?;
        let faults = plan.faults(known);
        if !faults.is_empty() {
            return Err(PlanError::Faults { file: file.to_owned(), faults });
        }
        Ok((plan, PlanHash(*blake3::hash(text.as_bytes()).as_bytes())))
    }

    /// How many days it runs.
    pub fn days(&self) -> u16 {
        let days = (self.end - self.start).get_days();
        u16::try_from(days).unwrap_or_default().saturating_add(1)
    }

    /// Which day of the experiment a date is, from 0; `None` outside.
    pub fn day_of(&self, date: Date) -> Option<u16> {
        if date < self.start || date > self.end {
            return None;
        }
        u16::try_from((date - self.start).get_days()).ok()
    }

    /// The first day on which arms are drawn, from 0.
    pub fn campaign_day(&self) -> u16 {
        self.campaign.and_then(|first| self.day_of(first)).unwrap_or_default()
    }

    /// Every channel: those of the door, then those of kits.
    pub fn all_channels(&self) -> impl Iterator<Item = &str> {
        self.channels.iter().chain(&self.kits).map(String::as_str)
    }

    /// Whether a channel, by its place among all, is one of a kit.
    pub fn is_kit(&self, channel: usize) -> bool {
        channel >= self.channels.len()
    }

    /// The sum of all weights.
    pub fn weights(&self) -> u64 {
        self.arms.iter().map(|arm| u64::from(arm.weight)).sum()
    }

    /// Looks that lie behind a date: results may be seen at the newest of them.
    pub fn looks_before(&self, today: Date) -> usize {
        self.looks.days.iter().filter(|day| **day < today).count()
    }

    fn faults(&self, known: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut say = |wrong: bool, what: String| faults.extend(wrong.then_some(what));
        say(!is_name(&self.id), format!("`id` is `{}`: write a-z, 0-9 and hyphens", self.id));
        say(self.question.trim().is_empty(), "`question` is empty: say what is asked".to_owned());
        say(
            self.outcome != OUTCOME,
            format!("`outcome` must be \"{OUTCOME}\": that is what is counted here"),
        );
        say(self.end < self.start, "`end` lies before `start`".to_owned());
        let outside = self.campaign.is_some_and(|first| self.day_of(first).is_none());
        say(outside, "`campaign` does not lie between `start` and `end`".to_owned());
        say(self.days() > MOST_DAYS, format!("it runs longer than {MOST_DAYS} days"));
        say_names("channels` and `kits", self.all_channels(), &mut say);
        say_names("languages", self.languages.iter().map(LanguageTag::as_str), &mut say);
        say_names("arm", self.arms.iter().map(|arm| arm.id.as_str()), &mut say);
        for arm in &self.arms {
            let there = known.join(", ");
            let unknown = !known.contains(&arm.id.as_str());
            say(unknown, format!("arm `{}` does not exist; there are: {there}", arm.id));
            let fits = (1..=1000).contains(&arm.weight);
            say(!fits, format!("the weight of arm `{}` must be 1 to 1000", arm.id));
        }
        let neutral = self.arms.iter().any(|arm| arm.id == NEUTRAL);
        say(!neutral, format!("there must be an arm `{NEUTRAL}`, to compare the others with"));
        say(self.arms.len() < 2, "there must be an arm beside the neutral one".to_owned());
        if let Assignment::Block { hours } = self.assignment {
            say(
                !self.kits.is_empty(),
                "a partner cannot know the arm of a block of hours: leave `kits` out, or draw by \
                 request"
                    .to_owned(),
            );
            let fits = hours > 0 && 24 % hours == 0;
            say(!fits, "`assignment.hours` must divide 24: 1, 2, 3, 4, 6, 8, 12 or 24".to_owned());
        }
        self.size.faults(&mut say);
        self.looks.faults(self.campaign.unwrap_or(self.start), self.end, &mut say);
        if faults.is_empty()
            && let Err(error) = self.boundaries()
        {
            faults.push(format!("`looks` and `size.alpha` cannot be computed with: {error}"));
        }
        faults
    }
}

impl Size {
    fn faults(&self, say: &mut impl FnMut(bool, String)) {
        let shares = [
            ("baseline", self.baseline),
            ("worth_finding", self.worth_finding),
            ("power", self.power),
            ("alpha", self.alpha),
        ];
        for (name, share) in shares {
            let inside = share > 0.0 && share < 1.0;
            say(!inside, format!("`size.{name}` is {share}: it must lie between 0 and 1"));
        }
        let same = self.baseline.to_bits() == self.worth_finding.to_bits();
        say(same, "`size.worth_finding` equals `baseline`: no size could tell them apart".into());
        let large = self.design_effect >= 1.0 && self.design_effect.is_finite();
        say(!large, "`size.design_effect` must be 1 or more".into());
        say(self.shown_a_day == 0, "`size.shown_a_day` is 0".into());
    }
}

impl Looks {
    fn faults(&self, start: Date, end: Date, say: &mut impl FnMut(bool, String)) {
        let rising = self.days.windows(2).all(|pair| pair[0] < pair[1]);
        say(!rising, "`looks.days` must rise".into());
        say(self.days.len() > 20, "more than 20 looks".into());
        say(
            self.days.first().is_some_and(|day| *day < start),
            "a look before arms are drawn".into(),
        );
        let last = self.days.last() == Some(&end);
        say(!last, format!("the last of `looks.days` must be the end, {end}"));
    }
}

/// Names must be there, fit for a path, each once, and not too many.
fn say_names<'a>(
    what: &str,
    names: impl Iterator<Item = &'a str>,
    say: &mut impl FnMut(bool, String),
) {
    let mut seen = BTreeSet::new();
    for name in names {
        say(!is_name(&name.to_ascii_lowercase()), format!("`{name}` in `{what}` is no name"));
        say(!seen.insert(name), format!("`{name}` is in `{what}` twice"));
    }
    say(seen.is_empty(), format!("`{what}` is empty"));
    say(seen.len() > MOST_ARMS, format!("`{what}` has more than {MOST_ARMS}"));
}

/// Whether a text can be part of a path: 1 to 40 of a-z, 0-9 and hyphen.
pub fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&name.len()) && name.bytes().all(fits)
}

fn floor() -> u32 {
    20
}
