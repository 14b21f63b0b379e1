//! Files in, digests and fingerprints out: kinds of pixels, broken files, and the box around it all.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod boxed;
mod broken;
mod draw;
mod jpeg;
mod kinds;
mod scaled;
