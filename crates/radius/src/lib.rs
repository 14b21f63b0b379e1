//! Every listed hash within a Hamming distance, exactly, while the list changes.
//!
//! ```
//! use radius::{Entry, Index, Writer};
//!
//! let dir = tempfile::tempdir()?;
//! let mut writer = Writer::open(dir.path())?;
//! writer.add(vec![Entry { hash: [7; 32], label: 1 }])?;
//! let index = Index::open(dir.path())?;
//! let mut near = [7; 32];
//! near[0] ^= 0b11;
//! let hits = index.search(&near, 31)?;
//! assert_eq!((hits[0].distance, hits[0].label), (2, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Exact.** [`Index::search`] gives every listed hash within the distance and no other, or it says that
//! it does not answer. There is no answer that is nearly right.
//!
//! **On the disk** are ordered hashes with their labels in files that never change, a log of what came since,
//! and a manifest that says which files count. All carry checksums, which are compared when they are read.
//! Tables are not on the disk: they are built in memory when a file is opened, and can become better without
//! a new format.
//!
//! **In memory**, for n hashes in files: 32 bytes each, in tables of m chunks 5 m − 3 bytes each, and 4 bytes
//! for each of the places of every chunk; m is 16, from twenty million hashes on 12, and from sixty million on
//! 11. Labels stay on the disk, with eight bytes of a checksum for 128 of them in memory.
//!
//! **While it changes**, [`Writer`] appends or writes new files beside the old ones; readers follow.

mod building;
mod cut;
mod error;
mod hash;
mod index;
mod log;
mod manifest;
mod memory;
mod path;
mod planes;
mod prefetch;
mod rows;
mod scan;
mod segment;
mod sift;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod writer;

pub use error::{IndexError, NotAnswered};
pub use hash::{BITS, Entry, Hash, Hit, LARGEST_DISTANCE};
pub use index::{Index, Status};
pub use path::Path;
pub use writer::Writer;
