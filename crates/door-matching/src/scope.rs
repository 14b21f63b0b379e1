//! What a key may ask.

use std::fmt;
use std::str::FromStr;

/// One thing that a key may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Scope {
    /// Hash bytes: `/v1/hash`.
    Hash,
    /// Ask lists: `/v1/match` and `/v1/lookup`.
    Match,
    /// Learn hash and distance; every use is written to the audit log.
    Detail,
    /// Ask on the listener that speaks as HMA does, where that one wants keys.
    Compat,
    /// Read `/metrics`, and the names of lists at `/health/ready`.
    Metrics,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 5] = [Self::Hash, Self::Match, Self::Detail, Self::Compat, Self::Metrics];

    /// The word for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hash => "hash",
            Self::Match => "match",
            Self::Detail => "detail",
            Self::Compat => "compat",
            Self::Metrics => "metrics",
        }
    }

    fn bit(self) -> u8 {
        1 << (self as u8)
    }
}

/// Scopes of a key; written with commas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scopes(u8);

impl Scopes {
    /// Whether a scope is among them.
    pub fn has(self, scope: Scope) -> bool {
        self.0 & scope.bit() != 0
    }
}

impl FromStr for Scopes {
    type Err = String;

    /// Reads scopes with commas between them.
    ///
    /// # Errors
    /// The first word that is no scope.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut scopes = 0;
        for word in text.split(',') {
            let scope = Scope::ALL.into_iter().find(|scope| scope.name() == word);
            scopes |= scope.ok_or_else(|| word.to_owned())?.bit();
        }
        Ok(Self(scopes))
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = Scope::ALL.into_iter().filter(|scope| self.has(*scope)).map(Scope::name);
        f.write_str(&own.collect::<Vec<_>>().join(","))
    }
}
