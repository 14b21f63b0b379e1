//! `suoja directory`: what of the helplines someone should look at, and what does not answer.

mod answer;
mod ask;
mod report;
#[cfg(test)]
mod tests;

use std::io::Write;
use std::process::ExitCode;

use ::directory::{Helplines, Unfit};
use anyhow::{Context, Result};
use jiff::tz::TimeZone;
use web::Clock;

use crate::cli::{DirectoryArgs, DirectoryCommand, Listing};
use crate::world::MachineClock;
use crate::{files, progress};

use ask::{LIMITS, Ways, ask_all};
use report::Report;

pub fn run(command: &DirectoryCommand) -> Result<ExitCode> {
    let DirectoryCommand::Check(args) = command;
    check(args)
}

fn check(args: &DirectoryArgs) -> Result<ExitCode> {
    let name = args.file.display().to_string();
    let text = files::read_text(&args.file)?;
    let now = MachineClock.now();
    let today = TimeZone::UTC.to_datetime(now).date();
    let mut report = Report::new(name.clone(), now, today);
    match Helplines::parse(&text) {
        Ok(helplines) => {
            report.entries(&helplines, args.older_than);
            report.asked = asked(args, &helplines)?;
        }
        Err(Unfit::Faults(faults)) => report.faults = faults,
        Err(other) => return Err(other).context(name),
    }
    let text = match args.format {
        Listing::Table => report.table(super::findings::width()),
        Listing::Json => report.json(),
    };
    match std::io::stdout().write_all(text.as_bytes()) {
        // The reader of a pipe has seen enough.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        written => written?,
    }
    Ok(if report.wrong() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Asks the pages, if that was asked for.
fn asked(args: &DirectoryArgs, helplines: &Helplines) -> Result<Vec<answer::Asked>> {
    let ways = Ways { direct: args.online, tor: args.tor };
    let addresses = ways.of(&helplines.addresses());
    if addresses.is_empty() {
        return Ok(Vec::new());
    }
    let bar = progress::bar("pages asked", u64::try_from(addresses.len()).unwrap_or(u64::MAX));
    let asked = ask_all(&addresses, ways, LIMITS, &|| bar.inc(1));
    bar.finish_and_clear();
    asked
}
