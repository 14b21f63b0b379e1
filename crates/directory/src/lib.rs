//! Where to turn: helplines and services as data, by purpose, language and country.
//!
//! [`Helplines`] is the file of `content/helplines`, checked. Every entry says where it was read
//! and of when that source is. Nothing is shown as good that nobody of the project has checked
//! lately: [`Standing`] says which it is, and [`Card`] writes it beside the entry in the reader's
//! language. A closed service is left out, and its fallback stands in its place. What is missing
//! in the file is not known: nothing is guessed.

mod as_of;
mod card;
mod error;
mod finding;
mod form;
mod helpline;
mod helplines;
mod hours;
mod onion;
mod place;
mod purpose;
mod raw;
mod read;
mod speech;
mod standing;
mod words;

pub use as_of::AsOf;
pub use card::{Brief, Card};
pub use error::{Fault, Unfit};
pub use finding::{Finding, Trouble};
pub use helpline::{Address, Anonymity, Channel, Cost, Helpline, Localised, Status, Verified};
pub use helplines::{Helplines, Shown};
pub use hours::{Hours, Span};
pub use purpose::Purpose;
pub use speech::Speech;
pub use standing::{GOOD_FOR_DAYS, Standing};
pub use words::Words;
