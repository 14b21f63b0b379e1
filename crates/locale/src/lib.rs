//! Languages and their messages.
//!
//! A [`LanguageTag`] is a checked language tag with its writing direction and its own name; a
//! [`Catalogue`] is one Fluent file, with the line and the source hash of every message, so that
//! a check can point at the line a translator has to look at.
//!
//! Nothing here falls back to another language in silence: a message that is missing is `None`
//! or a diagnostic, and a page with a hole in it never reaches a reader because the loader
//! refuses it first.

mod catalogue;
mod format;
mod heading;
mod language;
mod messages;
mod stamp;
mod tag;

pub use catalogue::{Arg, Catalogue, Entry, SyntaxError};
pub use format::{Formats, NoFormats};
pub use heading::{mark_heading, section_hash};
pub use language::{Language, Reading, Status};
pub use messages::{Messages, MessagesError, TextFile};
pub use stamp::{Staleness, stamp};
pub use tag::{BadTag, Direction, LanguageTag};
