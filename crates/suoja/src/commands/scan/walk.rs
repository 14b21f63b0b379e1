//! Everything under the paths that were given, in the order of its names. A link that was given itself is
//! followed; others are named. Sockets, pipes and devices are named and not opened; given, they are an error.

use std::fs::FileType;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, Error, WalkDir};

/// Folders in one another that are entered.
const DEEPEST: usize = 256;

/// Something under a path.
pub enum Step {
    /// A file.
    File(PathBuf),
    /// Something that is no file: what it is.
    Other(PathBuf, &'static str),
    /// Something that cannot be looked at: why.
    Unread(PathBuf, String),
}

impl Step {
    /// Where it is.
    pub fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Other(path, _) | Self::Unread(path, _) => path,
        }
    }
}

/// Everything under these paths.
pub fn steps(paths: &[PathBuf]) -> impl Iterator<Item = Step> + Send + '_ {
    paths.iter().flat_map(|path| {
        let walk = WalkDir::new(path).follow_links(false).follow_root_links(true);
        walk.max_depth(DEEPEST).sort_by_file_name().into_iter().filter_map(step)
    })
}

fn step(entry: Result<DirEntry, Error>) -> Option<Step> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().unwrap_or(Path::new("")).to_owned();
            let why = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
            return Some(Step::Unread(path, why));
        }
    };
    let (depth, kind) = (entry.depth(), entry.file_type());
    if kind.is_dir() {
        let why =
            format!("more than {DEEPEST} folders stand in one another; scan this one by itself");
        return (depth == DEEPEST).then(|| Step::Unread(entry.into_path(), why));
    }
    let path = entry.into_path();
    if depth == 0 && !kind.is_file() {
        return given(path);
    }
    Some(if kind.is_file() { Step::File(path) } else { Step::Other(path, name(kind)) })
}

/// A path that was given and is no file: what a link leads to, or why nothing was read.
fn given(path: PathBuf) -> Option<Step> {
    // The file itself is opened and noted, not the link, which may come to lead elsewhere.
    let led = path.canonicalize().and_then(|own| Ok((own.metadata()?.file_type(), own)));
    match led {
        Ok((kind, _)) if kind.is_dir() => None,
        Ok((kind, own)) if kind.is_file() => Some(Step::File(own)),
        Ok((kind, _)) => {
            let why = format!("{} is not read; give files or folders", name(kind));
            Some(Step::Unread(path, why))
        }
        Err(error) => Some(Step::Unread(path, error.to_string())),
    }
}

fn name(kind: FileType) -> &'static str {
    if kind.is_symlink() {
        "a symbolic link, which is not followed"
    } else if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}
