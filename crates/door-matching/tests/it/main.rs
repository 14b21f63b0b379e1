//! The door for machines that ask about files, asked as they ask, over real lists of invented hashes.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod asking;
mod compat;
mod docs;
mod health;
mod openapi;
mod refusing;
mod serving;
mod world;
