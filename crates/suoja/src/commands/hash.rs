//! `suoja hash`: digests and fingerprints of files, a line each, in the order in which they were given.

mod paths;
mod report;

use std::io::{BufWriter, ErrorKind, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use crate::cli::HashArgs;
use crate::{decoding, in_order};

use paths::{End, Paths};
use report::Report;

/// Why writing stopped.
enum Stop {
    Paths(anyhow::Error),
    Writing(std::io::Error),
}

pub fn run(args: &HashArgs) -> Result<ExitCode> {
    let (workers, jobs) = decoding::workers(&args.decoding)?;
    let report =
        Report { format: args.format, mode: args.decoding.mode, turned: args.orientations };
    let hash = |path: Result<PathBuf>| {
        let path = path?;
        let hashed = workers.hash_path(&path);
        Ok((path, hashed))
    };
    let mut out = BufWriter::new(stdout().lock());
    let mut all = true;
    let taken = in_order::in_order(paths(args), jobs, hash, |result| {
        let (path, hashed) = result.map_err(Stop::Paths)?;
        all &= hashed.as_ref().is_ok_and(|own| own.picture.is_ok());
        let line = report.line(&path, &hashed);
        // Each line at once: who reads them may wait for it before giving the next path.
        let written = out.write_all(line.as_bytes()).and_then(|()| out.flush());
        written.map_err(Stop::Writing)
    });
    match taken {
        Ok(()) if all => Ok(ExitCode::SUCCESS),
        Ok(()) => Ok(ExitCode::FAILURE),
        // The reader of a pipe has seen enough.
        Err(Stop::Writing(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(Stop::Writing(error)) => Err(error.into()),
        Err(Stop::Paths(error)) => Err(error),
    }
}

/// The paths that were given, and those on standard input where a `-` stands.
fn paths(args: &HashArgs) -> impl Iterator<Item = Result<PathBuf>> + Send + '_ {
    let given = args.files.iter().flat_map(|path| {
        let read = path == Path::new("-");
        let written = (!read).then(|| Ok(path.clone()));
        written.into_iter().chain(read.then(|| Paths::on_stdin(End::Line)).into_iter().flatten())
    });
    given.chain(args.null.then(|| Paths::on_stdin(End::Null)).into_iter().flatten())
}

/// Is a worker. Nobody types this.
pub fn worker() -> Result<ExitCode> {
    media::run_worker()?;
    Ok(ExitCode::SUCCESS)
}
