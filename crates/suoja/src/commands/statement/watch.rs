//! `suoja statement watch`: builds again as one edits.

use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use notify::{EventKind, RecursiveMode, Watcher};

use super::build::{once, refuse, tell};
use super::evidence::Desk;
use crate::cli::BuildArgs;
use crate::config::Config;

/// An editor writes a file in several steps; so long it must be quiet.
const QUIET: Duration = Duration::from_millis(200);

pub fn run(args: &BuildArgs) -> Result<ExitCode> {
    let desk = Desk::read(Config::read(&args.config.config)?)?;
    let out = args.out.as_ref().unwrap_or(&args.dir);
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let ours = event.paths.iter().any(|path| is_source(path));
        if ours && !matches!(event.kind, EventKind::Access(_)) {
            _ = sender.send(());
        }
    })
    .context("cannot watch files here")?;
    let watched = watcher.watch(&args.dir, RecursiveMode::NonRecursive);
    watched.with_context(|| format!("cannot watch {}", args.dir.display()))?;
    println!("Watching {}; end with Ctrl-C.\n", args.dir.display());
    loop {
        let begun = Instant::now();
        // A file that is gone for a moment while an editor saves is no reason to stop.
        match once(&desk, &args.dir, out) {
            Ok(Ok(written)) => tell(&written),
            Ok(Err(failure)) => refuse(&failure),
            Err(error) => eprintln!("{error:#}"),
        }
        println!("\n{:.1} s; waiting for changes.\n", begun.elapsed().as_secs_f64());
        wait(&changes)?;
    }
}

/// Waits for a change and for quiet after it.
fn wait(changes: &Receiver<()>) -> Result<()> {
    if changes.recv().is_err() {
        bail!("the folder can no longer be watched");
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

/// What a build reads, not what it writes.
fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "toml" || ending == "md")
}
