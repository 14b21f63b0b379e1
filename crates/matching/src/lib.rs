//! Whether a file is on a list of known abuse material, by its fingerprint and hashes, and what follows.
//!
//! A folder holds lists, each in a folder of its own: `list.toml`, the operator's policy ([`Policy`]);
//! `rows.sqlite`, every listed hash with its provenance; `index/`, the fingerprints for [`radius`]. Only the
//! owner may read them: lists are secrets, and nothing here prints a hash of one.
//!
//! [`Writer`] changes one list: an import counts whole or not at all, and a killed one goes on where it was.
//! [`Lists`] asks all of them: [`Lists::ask`] takes a [`Question`] about a file and gives an [`Answer`]. It
//! is [`Outcome::NoMatch`] only when every list that applies has answered. [`ListReader`] reads one list for
//! its owner.

mod answer;
mod decide;
mod error;
mod flood;
mod folder;
mod list;
mod lists;
mod policy;
mod question;
mod reader;
mod rows;
mod writer;

pub use answer::{
    Answer, Brief, Finding, MOST_FINDINGS, Nearness, NotAnswered, Note, Outcome, Suppressed,
};
pub use error::ListError;
pub use lists::{ListStatus, Lists, Mode};
pub use policy::{
    Distance, Kind, LARGEST_DISTANCE, Level, Policy, Quality, Quarantine, Surface, USUAL_DISTANCE,
    Use,
};
pub use question::{Gap, Prints, Question};
pub use reader::{Checked, ListReader, Summary};
pub use rows::finish::Done;
pub use rows::found::{Listed, Provenance};
pub use rows::summary::Import;
pub use writer::{ImportOptions, Imported, Malformed, Mended, Source, Verdict, Writer, create};
