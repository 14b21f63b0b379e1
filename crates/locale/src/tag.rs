//! A checked language tag (BCP 47).

use std::fmt;

use serde::{Deserialize, Deserializer};

use icu_locale::{LanguageIdentifier, LocaleDirectionality};

/// Longest tag that is looked at: RFC 5646 section 4.4.1 derives 35 characters as enough.
const LONGEST: usize = 35;

/// A language in the canonical spelling of its tag, such as `fr` or `zh-Hant`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

/// The text is no language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no language tag; write one like `fr` or `zh-Hant` (BCP 47)")]
pub struct BadTag;

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl LanguageTag {
    /// Reads a tag and brings it into canonical spelling.
    ///
    /// # Errors
    /// [`BadTag`] when the text is empty, longer than 35 bytes or not a language tag.
    pub fn parse(text: &str) -> Result<Self, BadTag> {
        if text.is_empty() || text.len() > LONGEST {
            return Err(BadTag);
        }
        let id: LanguageIdentifier = text.parse().map_err(|_| BadTag)?;
        if id.language.is_unknown() { Err(BadTag) } else { Ok(Self(id.to_string())) }
    }

    /// The canonical tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The direction in which the language is written (CLDR).
    pub fn direction(&self) -> Direction {
        let directions = LocaleDirectionality::new_common();
        match self.0.parse::<LanguageIdentifier>() {
            Ok(id) if directions.is_right_to_left(&id) => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// What the language calls itself, or its tag where this table does not know.
    ///
    /// The names are those of CLDR's `languages` display names in the language itself.
    pub fn endonym(&self) -> &str {
        match self.0.as_str() {
            "ar" => "العربية",
            "bs" => "Bosanski",
            "cs" => "Čeština",
            "de" => "Deutsch",
            "el" => "Ελληνικά",
            "en" => "English",
            "es" => "Español",
            "fa" => "فارسی",
            "fi" => "Suomi",
            "fr" => "Français",
            "hi" => "हिन्दी",
            "hr" => "Hrvatski",
            "it" => "Italiano",
            "ja" => "日本語",
            "lv" => "Latviešu",
            "nl" => "Nederlands",
            "pl" => "Polski",
            "pt" => "Português",
            "ru" => "Русский",
            "sr" => "Српски",
            "sv" => "Svenska",
            "uk" => "Українська",
            other => other,
        }
    }
}

impl<'de> Deserialize<'de> for LanguageTag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LanguageTag({})", self.0)
    }
}

impl fmt::Display for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_canonical() {
        assert_eq!(LanguageTag::parse("FR").unwrap().as_str(), "fr");
        assert_eq!(LanguageTag::parse("zh-hant").unwrap().as_str(), "zh-Hant");
    }

    #[test]
    fn absurd_tags_are_refused() {
        let long = "x".repeat(4000);
        for absurd in ["", "und", "../etc", "fr fr", "%00", "é", "fr_", "a", "1", &long] {
            assert!(LanguageTag::parse(absurd).is_err(), "{absurd:.20} was taken");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        assert_eq!(LanguageTag::parse("ar").unwrap().direction(), Direction::Rtl);
        assert_eq!(LanguageTag::parse("fa").unwrap().direction(), Direction::Rtl);
        assert_eq!(LanguageTag::parse("fr").unwrap().direction(), Direction::Ltr);
    }
}
