//! The committed specification, and what comes of it.
#![cfg(test)]

mod answers;
mod common;
mod margins;
mod seed;
mod spec;
