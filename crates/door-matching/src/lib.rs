//! The door for machines that ask about files: is this on a list of known material?
//!
//! Asked with a key, over HTTP:
//!
//! - `POST /v1/match`, the bytes of a file: on a list or not;
//! - `POST /v1/lookup`, hashes of up to 10,000 files: for each, on a list or not;
//! - `POST /v1/hash`, the bytes of a file: its digests and its fingerprint;
//! - `GET /openapi.json`, `/health/live`, `/health/ready`, `/metrics`.
//!
//! An answer is `match`, `no_match` or `not_answered`; whatever goes wrong is `not_answered`. It names class
//! and source of the list and what the operator's policy asks for; hash and distance only for keys with the
//! scope `detail`, each use of which is written to an audit log. No other line is written about a request.
//!
//! [`compat_router`] speaks as HMA 1.1.7 does, for clients of that, on a listener of its own that only this
//! machine can reach.
//!
//! This room decodes no picture: files are held in memory, sealed, and handed to a [`Fingerprinter`].

mod answer;
mod audit;
mod body;
mod compat;
mod fetch;
mod files;
mod fingerprinter;
mod health;
mod keys;
mod lists;
mod metrics;
mod params;
mod problem;
mod public_address;
mod question;
mod room;
mod router;
mod scope;
mod service;
mod standing;

pub use audit::Audit;
pub use compat::{Banks, SameBank, bank_name, compat_router};
pub use fetch::{AllowedHost, BadHost, Fetch};
pub use fingerprinter::{Fingerprinter, Hashes, Picture};
pub use keys::{ApiKey, BadKeyLine, Key, KeyLine, Keys, Spent};
pub use lists::{Answers, Asking};
pub use question::{LARGEST_LOOKUP, MOST_QUESTIONS};
pub use router::{OPENAPI, router};
pub use scope::{Scope, Scopes};
pub use service::{CompatSettings, Service, Settings, Sources};
