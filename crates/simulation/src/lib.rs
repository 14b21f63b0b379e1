//! Simulated answers of an invented organisation, from a committed specification and a seed.
//!
//! [`Spec::parse`] reads the specification: how many answers, in which languages, how far people
//! go, and the margin of every question for one language group and for all. Every number in it
//! says where it comes from ([`Tag`]), and [`Spec::margins`] and [`Spec::settings`] list them for
//! a program to print. [`simulate`] makes the people: what it returns is what a browser's form
//! would post, page by page, so that it can take the way of a real answer. [`openings`] says how
//! often the survey was opened.
//!
//! Quotas, not dice: every margin is met to the nearest whole person on the base that its question
//! has, whatever the seed. The seed only decides who is who. **The joint distribution is
//! invented**: answers obey the instrument's routing, and a few questions lean the same way
//! ([`Spec::settings`] lists how much), but no cross-tabulation of simulated answers means
//! anything.
//!
//! This room is pure: the same specification gives the same bytes on every machine. All
//! arithmetic after parsing is on whole numbers.

mod answers;
mod calendar;
mod check;
mod deal;
mod dice;
mod error;
mod margins;
mod open;
mod options;
mod pages;
mod parse;
mod people;
mod quota;
mod raw;
mod read;
mod simulate;
mod spec;
mod tag;

pub use error::{SimulateError, SpecError};
pub use margins::{Group, Margin, Setting};
pub use open::openings;
pub use simulate::{SentPage, SimulatedAnswer, simulate};
pub use spec::Spec;
pub use tag::{Share, Tag, Tagged};
