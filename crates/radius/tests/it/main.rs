//! An index on the disk: what is listed is found, through changes, crashes and damage.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod changes;
mod crash;
mod damage;
mod following;
mod formats;
mod world;
