//! Bytes of a file to digests and a fingerprint, decoded where a broken file can do no harm.
//!
//! [`Workers`] are processes of this same program that have shut themselves in before they read a first
//! byte: no files, no network, no new processes, bounded memory and time. The program opens a file and
//! passes its descriptor; what comes back is [`Hashed`]: MD5, SHA-1 and SHA-256 from one pass over the
//! bytes, and of a picture its PDQ fingerprint in all eight orientations, or in plain words why there is
//! none. A bomb, a crash or a hang costs one worker and gives an error for that one file.
//!
//! **Pixels first.** Whatever a file stores, pixels become grey or red, green and blue before they are
//! hashed. Of each kind:
//!
//! - *Palettes* are looked up. (python-threatexchange hashes the numbers of the palette's entries.)
//! - *CMYK and YCCK* JPEG are taken as Adobe writes them, inverted. (python-threatexchange's hash of one is
//!   the complement of every bit.)
//! - *Sixteen bits* a channel: the upper eight. *One, two and four bits* of grey are spread over 0 to 255.
//! - *Alpha* is dropped and the colour below it kept, as other programs for PDQ do.
//! - *Grey* stays one channel, which PDQ takes as the luma, as the reference does.
//! - *EXIF orientation* is not applied, as in the reference; the eight orientations can be searched.
//! - *Animations and pages*: the first is hashed, and their number given.
//!
//! A JPEG that is cut off is hashed as far as it goes, as browsers show it, and [`PicturePrint::whole`] is
//! false. HEIC, AVIF, JPEG XL, JPEG 2000, video, PDF and others are known by their first bytes and not decoded yet
//! ([`Later`]); nor is a TIFF with a palette, which says so.
//!
//! **What the box does not do.** A file that takes its decoder over can still lie about itself, and about
//! the files that the same worker is given after it, until it is replaced ([`Limits::files`]). Linux only:
//! the box is made of its system calls.

mod channel;
mod child;
mod decode;
mod digests;
mod engine;
mod format;
mod hashed;
mod message;
mod sandbox;
mod settings;
mod undecodable;
mod worker;
mod workers;

pub use decode::MOST_FRAMES;
pub use digests::Digests;
pub use engine::{Engine, hash_trusted_bytes_in_this_process};
pub use format::{Format, Later};
pub use hashed::{Hashed, PicturePrint};
pub use message::Shut;
pub use settings::{Limits, Recipe, Settings};
pub use undecodable::{FileError, Undecodable, WorkerError};
pub use worker::{run_worker, run_worker_after};
pub use workers::Workers;
