//! The public door: an entrance, an anonymous survey, and where to turn for help.
//!
//! One path a language, plain forms, no script, no cookie. What the survey needs to remember
//! between two pages travels sealed in a hidden field of the page itself ([`State`]); what a
//! person sends is checked, sealed and stored by [`Intake`] before the next page is shown. Opening
//! a page writes nothing: openings are counted in memory and written once an hour.

mod door;
mod filled;
mod intake;
mod openings;
mod programme;
mod router;
mod state;
mod survey;
mod ui;
mod views;

pub use crate::programme::{Carried, Lockers, ROOM};
pub use door::{Door, DoorError, Settings, Sources};
pub use intake::{Intake, Sent, Submission, SubmitError};
pub use openings::Openings;
pub use router::router;
pub use state::State;
