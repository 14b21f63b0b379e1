//! The door in one process, with its own clock: what a browser test cannot wait for.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod bad_input;
mod help;
mod pages;
mod programme;
mod programme_whole;
mod state;
mod warned;
mod world;
