//! The door for those who were harmed: where to turn, without a question and without a database.
//!
//! Plain pages, an origin and a look of its own. There is no form, no state, no counter and no
//! log: nothing can be sent here, and nothing is kept. The pages are data (`pages.rs`): each has a
//! few steps, and each step the services of the directory that fit it (`lines.rs`). Services for
//! people who worry about what they might do are left out everywhere: they have their own door.

mod door;
mod lines;
mod pages;
mod router;
mod ui;
mod views;

pub use door::{Door, DoorError, Settings, Sources};
pub use router::router;
