//! What the operator has decided about a list: `list.toml`.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::ListError;

/// Largest distance at which the index answers exactly, and so the largest that a policy may name.
pub const LARGEST_DISTANCE: u32 = 47;
/// The distance up to which a picture is looked at, where the policy names none.
pub const USUAL_DISTANCE: u32 = 31;

/// The policy of one list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What the list is called among people.
    pub title: String,
    /// Who gave it.
    pub source: String,
    /// What is on it, in the operator's words: `csam`, `ncii`, `test`.
    pub class: String,
    /// Whether it matches, or keeps others from matching.
    #[serde(default)]
    pub kind: Kind,
    /// What follows when a hash that is compared exactly is on the list.
    #[serde(default)]
    pub exact: Level,
    /// How near a fingerprint has to be.
    #[serde(default)]
    pub distance: Distance,
    /// How much has to be in a picture for its fingerprint to count.
    #[serde(default)]
    pub quality: Quality,
    /// When a hash that matches too much is set aside.
    pub quarantine: Option<Quarantine>,
    /// Where the list is used. None: everywhere.
    #[serde(default, rename = "surface")]
    pub surfaces: Vec<Surface>,
}

/// What a list is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What is on it is a match.
    #[default]
    Match,
    /// What is on it is no match, whatever other lists say.
    Never,
}

/// What follows from a match. Review comes first in order: it asks for less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A person looks before anything is done.
    #[default]
    Review,
    /// What the operator's policy says is done at once.
    Action,
}

/// Distances, 0 to 47.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Distance {
    /// Up to here a match is for action. `None`: never without a person.
    pub action: Option<u32>,
    /// Up to here it is a match; on a never-match list, up to here others are kept from matching.
    pub review: u32,
}

impl Default for Distance {
    fn default() -> Self {
        Self { action: None, review: USUAL_DISTANCE }
    }
}

/// Least quality of the asked picture's fingerprint, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Quality {
    /// From here on a match may be for action.
    pub action: u8,
    /// From here on its fingerprint is compared at all.
    pub review: u8,
    /// What a match is at most when nobody said what quality the picture has.
    pub unknown: Level,
}

impl Default for Quality {
    fn default() -> Self {
        Self { action: pdq::LEAST_QUALITY, review: pdq::LEAST_QUALITY, unknown: Level::Review }
    }
}

/// Matches that are counted at most before a hash is set aside.
const MOST_MATCHES: u32 = 10_000;

/// A listed hash that matches more often than this is set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quarantine {
    /// So many matches
    pub matches: u32,
    /// within so many seconds.
    pub per_seconds: u32,
}

/// Whether the list is used on a surface, and why it may be.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Surface {
    /// The surface, in the operator's words: `uploads`, `messages`.
    pub name: String,
    /// The region, in the operator's words. None: every region that has no rule of its own.
    pub region: Option<String>,
    /// Whether it is used there.
    pub on: bool,
    /// The law or contract on which that rests.
    pub basis: String,
}

/// Whether a list is asked about a file of a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use<'a> {
    /// It is.
    On,
    /// The policy says that it is not, and why.
    Off(&'a Surface),
    /// The policy has rules, and none for this surface and region.
    Unknown,
}

impl Policy {
    /// Reads a policy; `path` is for messages.
    ///
    /// # Errors
    /// [`ListError::Policy`] with the line.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ListError> {
        let fault = |byte: usize, what: String| {
            let line = text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1;
            ListError::Policy { path: path.to_owned(), line, what }
        };
        let policy: Self = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            fault(at, error.message().to_owned())
        })?;
        match policy.slip() {
            Some((key, what)) => Err(fault(place(text, key), what)),
            None => Ok(policy),
        }
    }

    /// The first thing that cannot be meant, and the key at which it stands.
    fn slip(&self) -> Option<(&'static str, String)> {
        let texts = [("title", &self.title), ("source", &self.source), ("class", &self.class)];
        if let Some((key, _)) = texts.iter().find(|(_, text)| !is_text(text)) {
            return Some((key, format!("`{key}` is 1 to 200 characters on one line")));
        }
        let Distance { action, review } = self.distance;
        if review.max(action.unwrap_or(0)) > LARGEST_DISTANCE {
            let what =
                format!("a distance is 0 to {LARGEST_DISTANCE}; beyond it unlike pictures match");
            return Some(("distance", what));
        }
        if action.is_some_and(|action| action > review) {
            let what = "the distance for action is larger than that for review: it asks for less";
            return Some(("distance", what.to_owned()));
        }
        if self.kind == Kind::Never && action.is_some() {
            let what = "a never-match list has one distance, `review`; nothing follows from it";
            return Some(("distance", what.to_owned()));
        }
        let quality = self.quality;
        if quality.action > 100 || quality.review > quality.action {
            let what = "a quality is 0 to 100, and that for action is not below that for review";
            return Some(("quality", what.to_owned()));
        }
        let fits =
            |rule: Quarantine| (1..=MOST_MATCHES).contains(&rule.matches) && rule.per_seconds > 0;
        if !self.quarantine.is_none_or(fits) {
            let what = format!("`matches` is 1 to {MOST_MATCHES}, and `per_seconds` at least 1");
            return Some(("quarantine", what));
        }
        self.surface_slip().map(|what| ("surface", what))
    }

    fn surface_slip(&self) -> Option<String> {
        for (at, rule) in self.surfaces.iter().enumerate() {
            let region = rule.region.as_deref().unwrap_or("every region");
            if !is_text(&rule.name) || !is_text(region) {
                return Some("names of surfaces and regions are 1 to 200 characters".to_owned());
            }
            if !is_text(&rule.basis) {
                let what =
                    "say in `basis` on which law or contract this rests (1 to 200 characters)";
                return Some(format!("surface `{}`: {what}", rule.name));
            }
            let before = &self.surfaces[..at];
            if before.iter().any(|other| other.name == rule.name && other.region == rule.region) {
                return Some(format!(
                    "surface `{}` in {region} has two rules; keep one",
                    rule.name
                ));
            }
        }
        None
    }

    /// Whether the list is used on this surface in this region. A rule for the region goes before the
    /// rule for every region. A list without rules is used everywhere; one with rules nowhere else.
    pub fn usage(&self, surface: Option<&str>, region: Option<&str>) -> Use<'_> {
        if self.surfaces.is_empty() {
            return Use::On;
        }
        let named = |rule: &&Surface| surface == Some(rule.name.as_str());
        let rules = || self.surfaces.iter().filter(named);
        let exact = rules().find(|rule| rule.region.is_some() && rule.region.as_deref() == region);
        match exact.or_else(|| rules().find(|rule| rule.region.is_none())) {
            Some(rule) if rule.on => Use::On,
            Some(rule) => Use::Off(rule),
            None => Use::Unknown,
        }
    }
}

fn is_text(text: &str) -> bool {
    let length = text.chars().count();
    (1..=200).contains(&length) && !text.trim().is_empty() && !text.contains(char::is_control)
}

/// The first byte of the line that begins with a key, or with the table of that name.
fn place(text: &str, key: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let line_key = line.trim_start().trim_start_matches('[');
        let rest = line_key.strip_prefix(key).unwrap_or("x");
        if rest.starts_with([' ', '=', ']', '.']) {
            return at;
        }
        at += line.len();
    }
    0
}

#[cfg(test)]
mod tests;
