//! `suoja scan`: folders and archives against all lists.

use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use indicatif::ProgressBar;
use matching::{Lists, Mode};
use media::Workers;
use tokio::runtime::Handle;

use super::match_::{MATCHED, NOT_EVERYTHING};
use crate::cli::ScanArgs;
use crate::commands::runtime;
use crate::in_order::in_order;
use crate::{decoding, progress};

mod archive;
mod budget;
mod examine;
mod found;
mod journal;
mod report;
mod walk;

use examine::Examiner;
use found::Found;
use journal::Journal;
use report::Report;
use walk::Step;

/// Looks through everything. An error here must not look like a match: it has a status of its own.
pub fn run(args: &ScanArgs) -> Result<ExitCode> {
    match scan(args) {
        Ok(status) => Ok(status.into()),
        Err(error) => {
            eprintln!("suoja: {error:#}");
            Ok(NOT_EVERYTHING.into())
        }
    }
}

fn scan(args: &ScanArgs) -> Result<u8> {
    let runtime = runtime()?;
    let lists = runtime.block_on(Lists::open(&args.ask.lists.lists, Mode::Reading))?;
    let state = runtime.block_on(lists.state())?;
    let journal = match &args.journal {
        Some(path) => Some(Journal::open(path, &journal::terms(&args.ask, &state))?),
        None => None,
    };
    let (workers, jobs) = decoding::workers(&args.ask.decoding)?;
    // Twice as many threads as workers: while one reads and asks, another's worker decodes.
    let threads = jobs.saturating_mul(TWO);
    let bar = count_first(args);
    let report = Report::begin(args)?;
    let scan = Scan { args, lists, workers, handle: runtime.handle().clone(), journal };
    let report = scan.run(threads, report, &bar)?;
    bar.finish_and_clear();
    let tally = report.end()?;
    Ok(match (tally.matched(), tally.not_compared(args.allow_other_files)) {
        (true, _) => MATCHED,
        (false, true) => NOT_EVERYTHING,
        (false, false) => 0,
    })
}

const TWO: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);

/// A bar whose length another thread finds out by counting the files.
fn count_first(args: &ScanArgs) -> ProgressBar {
    let bar = progress::bar("Scanning", 0);
    bar.enable_steady_tick(Duration::from_millis(200));
    let (paths, counted) = (args.paths.clone(), bar.clone());
    std::thread::spawn(move || {
        let count = walk::steps(&paths).count();
        counted.set_length(u64::try_from(count).unwrap_or(u64::MAX));
    });
    bar
}

struct Scan<'a> {
    args: &'a ScanArgs,
    lists: Lists,
    workers: Workers,
    handle: Handle,
    journal: Option<Journal>,
}

/// What was found under one path, and whether that is news for the journal.
struct Under {
    step: Step,
    found: Vec<Found>,
    identity: Option<journal::Identity>,
    news: bool,
}

impl Scan<'_> {
    fn run(
        mut self,
        threads: NonZeroUsize,
        mut report: Report,
        bar: &ProgressBar,
    ) -> Result<Report> {
        // What is looked up while files are examined, and what is written when they are done.
        let (known, mut journal) = match self.journal.take() {
            Some(journal) => {
                let (known, writing) = journal.split()?;
                (Some(known), Some(writing))
            }
            None => (None, None),
        };
        let examine = |step: Step| self.examine(step, known.as_ref());
        in_order(walk::steps(&self.args.paths), threads, examine, |under: Under| {
            bar.inc(1);
            for found in &under.found {
                report.tell(found)?;
            }
            if let (Some(journal), Some(identity), true) =
                (&mut journal, &under.identity, under.news)
            {
                journal.note(under.step.path(), identity, &under.found)?;
            }
            anyhow::Ok(())
        })
        .context("the scan was broken off")?;
        Ok(report)
    }

    fn examine(&self, step: Step, known: Option<&journal::Known>) -> Under {
        let identity = known.and_then(|_| journal::Identity::of(step.path()));
        let before =
            known.zip(identity.as_ref()).and_then(|(known, own)| known.get(step.path(), own));
        let news = before.is_none();
        let found = before.unwrap_or_else(|| self.examiner().step(&step));
        Under { step, found, identity, news }
    }

    fn examiner(&self) -> Examiner<'_> {
        Examiner {
            ask: &self.args.ask,
            lists: &self.lists,
            workers: &self.workers,
            handle: &self.handle,
        }
    }
}
