//! What can be wrong with an index, and why a question was not answered.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An index that cannot be opened or written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum IndexError {
    /// The system refused something.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: Arc<io::Error>,
    },
    /// A file that is none of an index.
    #[error("{path} is no file of an index", path = .0.display())]
    Foreign(PathBuf),
    /// A version that this program does not know.
    #[error("{path} has version {found} of its format; this program reads version {known}", path = path.display())]
    Version {
        /// Which file.
        path: PathBuf,
        /// The version it says it has.
        found: u32,
        /// The one that is known.
        known: u32,
    },
    /// A file that is too short or too long for what it says it holds.
    #[error("{path} has {found} bytes where {expected} belong: restore it from a backup or import its list again", path = path.display())]
    Length {
        /// Which file.
        path: PathBuf,
        /// Bytes that are there.
        found: u64,
        /// Bytes that belong there.
        expected: u64,
    },
    /// Bytes that are not those that were written.
    #[error("{path} is damaged ({place}): restore it from a backup or import its list again", path = path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// Where in it.
        place: String,
    },
    /// No manifest, though there are files that it named.
    #[error("{path} is missing, though hashes lie beside it: restore it from a backup or import its list again", path = .0.display())]
    Missing(PathBuf),
    /// Another process writes.
    #[error("another process is changing {path}: wait until it has ended", path = .0.display())]
    Busy(PathBuf),
    /// A change before this one failed so late that it may count or not.
    #[error("the last change of {path} may be there or not: open the index anew before the next", path = .0.display())]
    Doubtful(PathBuf),
    /// More hashes than one index takes.
    #[error("an index takes at most {most} hashes; this would make {asked}")]
    TooMany {
        /// How many there would be.
        asked: usize,
        /// How many there may be.
        most: usize,
    },
}

/// Why a question was not answered. It is never the same as finding nothing.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotAnswered {
    /// The hashes are still being read.
    #[error("the list is still loading")]
    Loading,
    /// Something of the index cannot be read.
    #[error("the list cannot be read whole: {0}")]
    Broken(#[from] IndexError),
    /// A distance that cannot be asked for.
    #[error("a distance is 0 to {most}, not {asked}", most = crate::LARGEST_DISTANCE)]
    Distance {
        /// What was asked for.
        asked: u32,
    },
}

/// Says which file an error of the system belongs to.
pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> IndexError {
    let path = path.to_owned();
    move |source| IndexError::Io { path, source: Arc::new(source) }
}
