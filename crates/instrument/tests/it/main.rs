//! The tests of this room, on one small instrument.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod answers;
mod check;
mod common;
