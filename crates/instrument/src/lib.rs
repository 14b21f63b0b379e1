//! Instruments: the questions of a survey, their translations, their routing and the checks of
//! what a person answers.
//!
//! An instrument is a folder of plain files, one `instrument.toml` and one `xx.ftl` a language.
//! [`load`] turns their text into a [`Loaded`] instrument and a list of [`Diagnostic`]s; nothing
//! that has an error among them is ever shown to anyone.
//!
//! From there the life of an answer is: [`Instrument::next_page`] says which page comes,
//! [`check_page`] reads what was sent into [`Answers`] or says what is wrong field by field, and a
//! [`Part`] carries the page's answers into the seal. On the researchers' side [`standing`] says of
//! every question whether it was answered, left out, not asked or not reached.
//!
//! This room is pure: it sees neither clock, disk nor network.

mod check;
mod condition;
mod diagnostic;
mod form;
mod links;
mod load;
mod missing;
mod model;
mod part;
mod published;
mod raw;
mod route;
mod text;
mod value;

pub use check::{check_shared, reachable};
pub use condition::Condition;
pub use diagnostic::{Diagnostic, Level};
pub use form::{Checked, FieldError, Problem, check_page};
pub use links::strip_links;
pub use load::{Loaded, SourceFile, Sources, load};
pub use locale::{Language, Reading, Status};
pub use missing::Missing;
pub use model::{Care, Choice, Honesty, Instrument, Kind, Page, Question};
pub use part::{LARGEST_PART, Origin, Part, PartError};
pub use published::{check_published, publish};
pub use route::standing;
pub use text::Texts;
pub use value::{Answers, Value};
