//! What every door of the house needs to speak HTTP without keeping anything of who asked.
//!
//! [`serve`] listens on TCP or a Unix socket and writes no line about any request. [`Policy`] puts
//! the security headers on every answer. [`Form`] reads a posted form within limits. [`KeyRing`]
//! seals the state that a page carries for itself in a hidden field, under keys that live in
//! memory and are wiped after two hours at most. [`Limiter`] holds one noisy Tor circuit back
//! without holding the others back, again in memory.

mod address;
mod clock;
mod form;
mod headers;
mod keyring;
mod limiter;
mod listener;
mod proxy;

pub use axum::Router;

pub use address::{Address, BadAddress};
pub use clock::{Clock, Entropy};
pub use form::{Form, FormError, LARGEST_BODY, MOST_FIELDS, receive_body};
pub use headers::{Policy, style_source};
pub use keyring::{Epoch, KeyRing, ROUND, StateError};
pub use limiter::Limiter;
pub use listener::{ServeError, Serving, serve};
pub use proxy::Circuit;
