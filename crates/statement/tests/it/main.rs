//! Statements: what is said comes from the answers, and what is wrong is named with file and line.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(clippy::panic, reason = "a test that cannot go on has failed")]

mod claims;
mod document;
mod hostile;
mod texts;
mod world;
