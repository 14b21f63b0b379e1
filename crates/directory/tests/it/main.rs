//! The directory as its readers use it: the file that comes with the program, and invented ones.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod content;
mod faults;
mod finding;
mod invented;
mod words;
