//! Does a query want a warning?
//!
//! An operator's list of words and phrases is turned into keyed hashes of normalised n-grams
//! ([`compile`]); the list itself is kept nowhere. A query is normalised in the same way, cut into
//! the same kind of grams, and each gram's hash is looked up ([`Trigger::decide`]). The answer is
//! *warn* or not, and never which entry it was. The query lives in memory for the call; what this
//! room copies of it is wiped.
//!
//! Entries of `[exceptions]` and `[services]` protect: a match that lies wholly inside one of them
//! does not count, so a help service is not hidden because its own name has a listed word in it.
//!
//! What a thief can do: with the compiled file alone, count entries. With file **and** key, test
//! guesses as fast as this room decides, and so confirm every entry that can be guessed. See
//! `docs/threat-model.md`.
//!
//! How much of a query is read is bounded ([`MOST_BYTES`], [`MOST_TOKENS`], [`MOST_GRAMS`]); a decision
//! on a longer one says that it is not complete.

mod compiled;
mod grams;
mod key;
mod normalise;
mod source;
mod table;
mod trigger;

pub use compiled::{CompileError, Compiled, LoadError, compile};
pub use grams::{LONGEST_GRAM, MOST_GRAMS, MOST_TOKENS};
pub use key::{BadKey, ListKey};
pub use normalise::MOST_BYTES;
pub use source::{Counts, LARGEST_LINE, MOST_ENTRIES, Source, SourceError};
pub use trigger::{Decision, Info, Trigger};
