//! Worker processes of this program that decode pictures.

use std::num::NonZeroUsize;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::thread::available_parallelism;

use anyhow::{Context, Result};
use media::{Settings, Workers};

use crate::cli::DecodingArgs;

/// The word after which this program is a worker.
pub const WORKER: &str = "hash-worker";

/// Starts workers, and says how many there are.
pub fn workers(args: &DecodingArgs) -> Result<(Workers, NonZeroUsize)> {
    start(args.jobs, args.settings())
}

/// Starts so many workers, or one a processor, and says how many there are.
pub fn start(count: Option<NonZeroUsize>, settings: Settings) -> Result<(Workers, NonZeroUsize)> {
    let count = count.or(available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    // The very file that runs, even if another has taken its name since.
    let mut command = Command::new("/proc/self/exe");
    command.arg0("suoja").arg(WORKER);
    let workers = Workers::start(count, settings, command);
    Ok((workers.context("no picture can be decoded on this machine")?, count))
}
