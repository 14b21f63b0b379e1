//! The self-help programme behind the door.
//!
//! Whoever reads without a code sees the programme at plain addresses, and nothing is sent anywhere.
//! Whoever keeps answers under a code goes by forms: the locker that the code opens travels sealed in
//! the page, like every state of this door, and the code itself only when it is typed.

mod care;
mod lockers;
mod pages;
mod session;
mod sheets;
mod view;

use std::sync::Arc;

use programme::Programme;
use store::Progress;

pub use lockers::{Lockers, ROOM};
pub(crate) use view::Frame;

/// The address of a place that a module's text leads to, seen from a page of the programme.
pub(crate) fn way(to: &str) -> String {
    if to == "help" { "../help".to_owned() } else { to.to_owned() }
}

/// What the door needs to carry the programme.
pub struct Carried {
    /// The programme.
    pub programme: Programme,
    /// Where answers are kept under a code; without it everybody writes on paper.
    pub kept: Option<Arc<Progress>>,
    /// Weeks without use after which what is kept is deleted.
    pub weeks: u8,
    /// The bounded queue before codes are opened.
    pub lockers: Lockers,
}
