//! Deciding.

use std::fmt;
use std::hash::Hasher;
use std::ops::Range;

use siphasher::sip128::{Hasher128, SipHasher24};

use crate::ListKey;
use crate::compiled::{LoadError, load};
use crate::grams::{LONGEST_GRAM, Tokens, joined, tokens};
use crate::normalise::normalise;
use crate::table::Table;

/// A list that is ready to be asked.
pub struct Trigger {
    listed: Table,
    protected: Table,
    lengths: u32,
    entries: usize,
    hasher: SipHasher24,
}

/// What is decided on a query. Which entry it met is not told, and not known any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it wants a warning.
    pub warn: bool,
    /// Whether all of it was read; else its beginning decided.
    pub complete: bool,
}

/// What can be said of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Info {
    /// Entries, those that protect among them.
    pub entries: usize,
    /// Tokens of the longest entry.
    pub longest: u32,
}

impl Trigger {
    /// Reads a compiled list.
    ///
    /// # Errors
    /// [`LoadError`] when it is another file, of another key, or damaged.
    pub fn load(bytes: &[u8], key: &ListKey) -> Result<Self, LoadError> {
        let loaded = load(bytes, key)?;
        Ok(Self {
            entries: loaded.listed.len() + loaded.protected.len(),
            listed: Table::new(&loaded.listed),
            protected: Table::new(&loaded.protected),
            lengths: loaded.lengths,
            hasher: loaded.hasher,
        })
    }

    /// What can be said of the list.
    pub fn info(&self) -> Info {
        Info { entries: self.entries, longest: 31 - self.lengths.max(1).leading_zeros() }
    }

    /// Decides on a query. Time and memory are bounded, however long it is.
    pub fn decide(&self, query: &str) -> Decision {
        let normal = normalise(query);
        let own = tokens(&normal.text);
        let mut warn = self.is_met(&own);
        if !warn && let Some(joined) = joined(&own) {
            warn = self.is_met(&tokens(&joined));
        }
        Decision { warn, complete: normal.complete && own.complete }
    }

    /// Whether these tokens have a listed gram that lies in no protected one.
    fn is_met(&self, tokens: &Tokens<'_>) -> bool {
        let mut met = Vec::new();
        self.grams(tokens, &self.listed, &mut |span| met.push(span));
        if met.is_empty() {
            return false;
        }
        let mut safe: Vec<Range<usize>> = Vec::new();
        self.grams(tokens, &self.protected, &mut |span| safe.push(span));
        let inside = |own: &Range<usize>| {
            safe.iter().any(|other| other.start <= own.start && own.end <= other.end)
        };
        met.iter().any(|own| !inside(own))
    }

    /// Every gram whose hash is in a table. Each start is hashed once: a longer gram continues the
    /// hash of the one before.
    fn grams(&self, tokens: &Tokens<'_>, table: &Table, found: &mut dyn FnMut(Range<usize>)) {
        for start in 0..tokens.spans.len() {
            let mut hasher = self.hasher;
            let mut hashed = tokens.spans[start].start;
            for (more, token) in tokens.spans[start..].iter().take(LONGEST_GRAM).enumerate() {
                let longer = self.lengths >> (more + 1);
                if longer == 0 {
                    break;
                }
                // The space before the token goes with it.
                hasher.write(&tokens.text.as_bytes()[hashed..token.end]);
                hashed = token.end;
                if longer & 1 == 1 && table.has(hasher.finish128().as_u128()) {
                    found(start..start + more + 1);
                }
            }
        }
    }
}

impl fmt::Debug for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trigger").field("info", &self.info()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grams::{MOST_GRAMS, MOST_TOKENS};
    use crate::{Source, compile};

    /// How many grams of a query are looked up, with entries of up to twelve tokens in the list.
    fn looked_up(words: usize) -> usize {
        let entries: Vec<String> =
            (1..=LONGEST_GRAM).map(|own| vec!["tea"; own].join(" ")).collect();
        let list = format!("[phrases]\n{}\n", entries.join("\n"));
        let key = ListKey::new([1; 32]);
        let compiled = compile(&Source::parse("list", &list).unwrap(), &key).unwrap();
        let trigger = Trigger::load(&compiled.to_bytes(), &key).unwrap();
        // Every gram of such a query is an entry, so each that is looked up is found.
        let query = vec!["tea"; words].join(" ");
        let mut found = 0;
        trigger.grams(&tokens(&query), &trigger.listed, &mut |_| found += 1);
        found
    }

    #[test]
    fn no_query_has_more_grams_than_its_budget() {
        assert_eq!(looked_up(10), 55);
        assert_eq!(looked_up(MOST_TOKENS), MOST_GRAMS);
        assert_eq!(MOST_GRAMS, 702);
        assert_eq!(looked_up(10 * MOST_TOKENS), MOST_GRAMS);
    }
}
