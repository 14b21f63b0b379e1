//! Why a question has no answer.

use serde::{Deserialize, Serialize};

/// Why a question has no answer. The codes are negative so that they meet no option's code, and
/// follow the habit of the large social surveys (−8 don't know, −9 refused).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// Routing led past it.
    NotAsked,
    /// The person left before it.
    NotReached,
    /// It was shown and left empty.
    Skipped,
    /// "I don't know" was chosen.
    DontKnow,
    /// "I prefer not to say" was chosen.
    Refused,
}

impl Missing {
    /// All of them, from the first that can happen to the last.
    pub const ALL: [Self; 5] =
        [Self::NotAsked, Self::NotReached, Self::Skipped, Self::DontKnow, Self::Refused];

    /// The code in data files.
    pub fn code(self) -> i64 {
        match self {
            Self::NotAsked => -1,
            Self::NotReached => -2,
            Self::Skipped => -7,
            Self::DontKnow => -8,
            Self::Refused => -9,
        }
    }

    /// The reason that a code stands for.
    pub fn from_code(code: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|missing| missing.code() == code)
    }

    /// The name in files and forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked => "not_asked",
            Self::NotReached => "not_reached",
            Self::Skipped => "skipped",
            Self::DontKnow => "dont_know",
            Self::Refused => "refused",
        }
    }

    /// The reasons that a page may offer as an option of their own.
    pub fn offered(name: &str) -> Option<Self> {
        [Self::Refused, Self::DontKnow].into_iter().find(|missing| missing.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back() {
        for missing in Missing::ALL {
            assert!(missing.code() < 0);
            assert_eq!(Missing::from_code(missing.code()), Some(missing));
        }
        assert_eq!(Missing::from_code(-3), None);
    }
}
