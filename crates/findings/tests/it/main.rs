//! From parts to findings, on people invented for the purpose.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod analysis;
mod joining;
mod people;
