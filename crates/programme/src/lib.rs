//! The self-help programme.
//!
//! [`load`] reads the programme's folder: `programme.toml` (parts, modules, summary sheets, reviews),
//! `modules/LANGUAGE/MODULE.md`, the texts of the pages around them in `LANGUAGE.ftl`, and three
//! instruments: the exercises, the self-check, and the questions at the end. [`Code`] and [`Kept`] are
//! what lets a person come back without an account: a code that only they have, and one locked blob of
//! one size under it.

mod check;
mod code;
mod kept;
mod load;
mod model;
mod parts;
mod raw;
mod self_check;
mod text;

pub use check::{HARDEST, LONGEST_SENTENCE, check_words, lix};
pub use code::{
    BadCode, CODE_CHARACTERS, Code, LONGEST_TYPED, Locker, MEMORY_KIB, NoMemory, PASSES, Workspace,
};
pub use kept::{BLOB, Kept, KeptError};
pub use load::{Files, load, stamp};
pub use model::{Module, Part, Programme, Review, ReviewKind, Sheet};
pub use parts::{FIRST_MINUTES, WORDS_A_MINUTE};
pub use self_check::{Band, Scoring};
pub use text::{Block, Kind, ModuleText, PLACES, Section, Span, parse};
