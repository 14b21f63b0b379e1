//! Sealing: what a server writes and can never read again.
//!
//! A page of answers is padded to the one size of its instrument and encrypted with [age] to the
//! public keys of the study's key set. The blob that goes to disk has one size too:
//!
//! ```text
//! byte 0       version of this container, 1
//! bytes 1..3   length of the age file, big endian
//! then         the age file (<https://age-encryption.org/v1>)
//! then         zeros up to the size that follows from plaintext size and number of recipients
//! ```
//!
//! Length tells nothing, so a reader of the database learns how many pages were sent and no more.
//! age authenticates the plaintext and not its sender: who can write to the database can add parts
//! of his own making, and the threat model says so. The plaintext is padded with spaces, so a part
//! is still JSON for someone who opens it with the `age` program alone.

mod blob;
mod identity;
mod keyset;
mod recipients;

pub use age::x25519::Recipient;
pub use blob::{OpenError, Opened, SealError, VERSION, open, seal, sealed_size};
pub use identity::{Identity, SECRET_KEY_MARK};
pub use keyset::{KeySet, KeySetError};
pub use recipients::{MOST_RECIPIENTS, Recipients, RecipientsError};
