//! The keys with which others ask, their scopes and how often they may.
//!
//! The file of keys holds one key a line, and no key can be read from it:
//!
//! ```text
//! # name scopes questions-a-minute hash
//! platform-one match,hash 60000 blake3:0f1e…
//! ```
//!
//! A key is 256 random bits. Its hash is one pass of BLAKE3, not a password hash: there is nothing to guess
//! in 256 random bits, and a slow hash would only let strangers keep the door busy.

use std::collections::BTreeMap;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::scope::{Scope, Scopes};

/// What a key begins with, so that one in the wrong place is recognised.
const MARK: &str = "suoja-matching-";
/// What the hash of a key begins with.
const HASH: &str = "blake3:";
/// Longest name of a key.
const LONGEST_NAME: usize = 64;

/// A key of 256 random bits, as its holder has it.
#[derive(ZeroizeOnDrop)]
pub struct ApiKey([u8; 32]);

impl ApiKey {
    /// A key of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key as its holder sends it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{MARK}{}", BASE64URL_NOPAD.encode(&self.0)))
    }

    /// The line of the file of keys that lets this key in.
    pub fn line(&self, name: &str, scopes: Scopes, per_minute: NonZeroU32) -> KeyLine {
        let hash = *blake3::hash(self.to_text().as_bytes()).as_bytes();
        KeyLine { name: name.to_owned(), scopes, per_minute, hash }
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKey(…)")
    }
}

/// A line of the file of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// Who holds it: a-z, 0-9, `-`, `_` and `.`.
    pub name: String,
    /// What it may ask.
    pub scopes: Scopes,
    /// Questions that it may ask in a minute, and as many at once.
    pub per_minute: NonZeroU32,
    hash: [u8; 32],
}

/// Why a line of the file of keys is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadKeyLine {
    /// Not four words.
    #[error("write four words: name, scopes, questions a minute, hash")]
    Words,
    /// The name cannot stand in a log.
    #[error("a name is 1 to {LONGEST_NAME} of a-z, 0-9, hyphen, underscore and dot")]
    Name,
    /// A scope that is none.
    #[error("`{0}` is no scope; there are hash, match, detail, compat and metrics")]
    Scope(String),
    /// No number.
    #[error("questions a minute are a whole number from 1")]
    PerMinute,
    /// No hash of a key.
    #[error("the hash is `{HASH}` and 64 hexadecimal digits; `suoja service key new` writes it")]
    Hash,
    /// The same key or name on an earlier line.
    #[error("this name or key stands on an earlier line; keep one")]
    Twice,
}

impl FromStr for KeyLine {
    type Err = BadKeyLine;

    fn from_str(line: &str) -> Result<Self, BadKeyLine> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [name, scopes, per_minute, hash] = words[..] else { return Err(BadKeyLine::Words) };
        if !is_name(name) {
            return Err(BadKeyLine::Name);
        }
        let scopes = scopes.parse().map_err(BadKeyLine::Scope)?;
        let per_minute = per_minute.parse().map_err(|_| BadKeyLine::PerMinute)?;
        let hash = hash.strip_prefix(HASH).and_then(|hash| HEXLOWER.decode(hash.as_bytes()).ok());
        let hash = hash.and_then(|hash| hash.try_into().ok()).ok_or(BadKeyLine::Hash)?;
        Ok(Self { name: name.to_owned(), scopes, per_minute, hash })
    }
}

impl fmt::Display for KeyLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, scopes, per_minute, hash } = self;
        write!(f, "{name} {scopes} {per_minute} {HASH}{}", HEXLOWER.encode(hash))
    }
}

fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b);
    (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(fits)
}

/// A key that opens, and what it has left to ask.
pub struct Key {
    /// Its line.
    pub line: KeyLine,
    limiter: DefaultDirectRateLimiter,
}

/// Why a key may not ask now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spent {
    /// It may after so long.
    Wait(Duration),
    /// It may never ask so many questions at once.
    TooManyAtOnce,
}

impl Key {
    fn new(line: KeyLine) -> Self {
        let limiter = RateLimiter::direct(Quota::per_minute(line.per_minute));
        Self { line, limiter }
    }

    /// Takes so many questions off what the key may ask.
    ///
    /// # Errors
    /// [`Spent`] when it may not ask so many now; then nothing is taken off.
    pub fn spend(&self, questions: NonZeroU32) -> Result<(), Spent> {
        match self.limiter.check_n(questions) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(until)) => Err(Spent::Wait(until.wait_time_from(DefaultClock::default().now()))),
            Err(_) => Err(Spent::TooManyAtOnce),
        }
    }
}

/// All keys that open. A line that is none opens nothing and hinders no other.
#[derive(Default)]
pub struct Keys(BTreeMap<[u8; 32], Arc<Key>>);

impl Keys {
    /// Reads a file of keys, with its faults by line. A key that was there before and whose line is the same
    /// has spent what it had spent.
    pub fn parse(text: &str, before: &Self) -> (Self, Vec<(usize, BadKeyLine)>) {
        let mut keys = Self::default();
        let mut faults = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.trim_start().starts_with('#') {
                continue;
            }
            match line.parse::<KeyLine>() {
                Ok(line) if keys.has(&line) => faults.push((number + 1, BadKeyLine::Twice)),
                Ok(line) => {
                    let same = before.0.get(&line.hash).filter(|own| own.line == line);
                    let hash = line.hash;
                    let key = same.map_or_else(|| Arc::new(Key::new(line)), Arc::clone);
                    keys.0.insert(hash, key);
                }
                Err(fault) => faults.push((number + 1, fault)),
            }
        }
        (keys, faults)
    }

    fn has(&self, line: &KeyLine) -> bool {
        self.0.contains_key(&line.hash) || self.0.values().any(|own| own.line.name == line.name)
    }

    /// The key that the value of an `Authorization` header carries. It is found by its hash, so that the
    /// time this takes says nothing about how much of a guess was right.
    pub fn find(&self, authorization: &[u8]) -> Option<Arc<Key>> {
        let (scheme, sent) = authorization.split_at_checked(7)?;
        if !scheme.eq_ignore_ascii_case(b"Bearer ") {
            return None;
        }
        self.0.get(blake3::hash(sent.trim_ascii()).as_bytes()).cloned()
    }

    /// How many open.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none opens.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a key has a scope.
    pub fn any_with(&self, scope: Scope) -> bool {
        self.0.values().any(|key| key.line.scopes.has(scope))
    }
}

#[cfg(test)]
mod tests;
