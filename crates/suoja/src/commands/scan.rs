//! `suoja scan`: folders and archives against all lists.

use std::io::{IsTerminal, stdout};
use std::num::NonZeroUsize;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use indicatif::ProgressBar;
use matching::{ListReader, Lists, Mode, Summary};
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
use found::{Found, FoundKind};
use journal::{Journal, Place};
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
    let (lists, journal) = runtime.block_on(opened(args))?;
    let (workers, jobs) = decoding::workers(&args.ask.decoding)?;
    // Twice as many threads as workers: while one reads and asks, another's worker decodes.
    let threads = jobs.saturating_mul(TWO);
    let bar = count_first(args);
    let report = Report::begin(args)?;
    let own = [journal.as_ref().and_then(Journal::place), Place::of(stdout())];
    let handle = runtime.handle().clone();
    let scan = Scan { args, lists, workers, handle, journal, own };
    let report = scan.run(threads, report, &bar)?;
    bar.finish_and_clear();
    let tally = report.end()?;
    Ok(match (tally.matched(), tally.not_compared(args.allow_other_files)) {
        (true, _) => MATCHED,
        (false, true) => NOT_EVERYTHING,
        (false, false) => 0,
    })
}

/// The lists, and the journal of a scan of these very lists.
async fn opened(args: &ScanArgs) -> Result<(Lists, Option<Journal>)> {
    let folder = &args.ask.lists.lists;
    let Some(path) = &args.journal else {
        return Ok((Lists::open(folder, Mode::Reading).await?, None));
    };
    // What changes while indexes are read may be in some of them and not in others.
    let before = contents(folder).await?;
    let lists = Lists::open(folder, Mode::Reading).await?;
    let state = lists.state().await?;
    if contents(folder).await? != before {
        bail!("a list was changed while it was read; scan again");
    }
    let journal = Journal::open(path, &journal::terms(&args.ask, &state))?;
    Ok((lists, Some(journal)))
}

/// What all lists hold, in numbers.
async fn contents(folder: &Path) -> Result<Vec<(String, Summary)>> {
    let mut all = Vec::new();
    for name in ListReader::names(folder)? {
        let summary = ListReader::open(folder, &name).await?.summary().await?;
        all.push((name, summary));
    }
    Ok(all)
}

const TWO: NonZeroUsize = NonZeroUsize::MIN.saturating_add(1);

/// Prints results. Where bar and results share a terminal, the bar makes room for them.
fn tell(report: &mut Report, found: &[Found], bar: &ProgressBar) -> Result<()> {
    let mut tell = || found.iter().try_for_each(|own| report.tell(own));
    if stdout().is_terminal() { bar.suspend(tell) } else { tell() }
}

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
    /// Files that this scan writes: its journal, and what it prints.
    own: [Option<Place>; 2],
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
            tell(&mut report, &under.found, bar)?;
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
        let place = Place::at(step.path());
        if place.is_some() && self.own.contains(&place) {
            let why = Some("what this scan itself writes".to_owned());
            let found = vec![Found::unasked(step.path(), None, FoundKind::Special, why)];
            return Under { step, found, identity: None, news: false };
        }
        let identity = known.and_then(|_| journal::Identity::of(step.path()));
        let before =
            known.zip(identity.as_ref()).and_then(|(known, own)| known.get(step.path(), own));
        let known = before.is_some();
        let found = before.unwrap_or_else(|| self.examiner().step(&step));
        // What may go another way next time is tried again.
        let news = !known && !found.iter().any(|own| own.passing);
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
