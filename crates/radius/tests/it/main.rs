//! An index on the disk: what is listed is found, through changes, crashes and damage.

mod changes;
mod crash;
mod damage;
mod following;
mod formats;
mod world;
