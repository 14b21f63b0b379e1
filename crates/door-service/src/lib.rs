//! The door for machines: does this query want a warning?
//!
//! A search engine asks on loopback or a Unix socket, with a key, before it shows results:
//!
//! - `POST /v1/decide` answers in JSON: warn or not, and if so a message as data and as a fragment;
//! - `POST /v1/page` answers with a whole page, or with 204 where nothing wants a warning;
//! - `POST /v1/gate` answers 403 or 204 and counts nothing, for a proxy that asks before it passes
//!   a request on;
//! - `GET /health/live` and `GET /health/ready`.
//!
//! The query comes in the body, lives in memory for the call and nowhere else, and is in no answer;
//! neither is what of a list it met.

mod body;
mod key;
mod rendered;
mod router;
mod service;

pub use body::LARGEST_BODY;
pub use key::{BadKey, ServiceKey};
pub use router::router;
pub use service::{Channels, Service, ServiceError, Settings, Sources};
