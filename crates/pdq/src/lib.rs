//! PDQ: a fingerprint of 256 bits that stays near itself when a picture is scaled or compressed anew.
//!
//! Source: *PDQ & TMK + PDQF* (Meta, 2019) and the reference implementation in
//! facebook/ThreatExchange, `pdq/cpp`. On the same pixels this room does the same float operations in the
//! same order, so its bits are the reference's bits, for every size from 5 × 5 up. Lines are worked on
//! sixteen at a time; what one line goes through does not change by that.
//!
//! ```
//! let pixels = vec![127; 3 * 100 * 80];
//! let picture = pdq::Picture::rgb(&pixels, 100, 80)?;
//! let print = pdq::Hasher::new().hash(&picture);
//! assert_eq!(print.quality, 0, "a plain surface says nothing");
//! # Ok::<(), pdq::PictureError>(())
//! ```
//!
//! **Which PDQ.** Three recipes share the name. [`Mode::Full`] filters the whole picture, as
//! python-threatexchange does, and is the default; [`Mode::Reference512`] first takes 512 × 512 pixels by
//! nearest neighbour when a side is longer, as the reference's own command line does. Prints of two modes
//! differ by up to 28 bits on the same picture: keep to one.
//!
//! **Quality** is 0 to 100. Below [`LEAST_QUALITY`] a picture has too little in it: its print matches too
//! much and is not used. A side under [`LEAST_SIDE`] pixels gives zeros and quality 0.

mod dct;
mod fingerprint;
mod hasher;
mod jarosz;
mod luma;
mod orientation;
mod path;
mod picture;
#[cfg(test)]
mod tests;
mod transpose;

pub use fingerprint::{Fingerprint, FingerprintError};
pub use hasher::{Hasher, LEAST_QUALITY, LEAST_SIDE, Mode, Print};
pub use orientation::Orientation;
pub use path::Path;
pub use picture::{Picture, PictureError};
