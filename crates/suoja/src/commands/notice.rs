//! `suoja notice`: from a match, drafts for a host, a hotline or an authority, as files. Nothing is sent.

mod answer;
mod case;
mod drafting;
mod folder;
mod hashes;
mod lines;
mod report;
mod settings;

use anyhow::{Result, bail};
use exchange::{Document, Drafts, NoticeId};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use web::{Clock, Entropy};

use crate::cli::NoticeArgs;
use crate::world::{MachineClock, MachineEntropy};

use drafting::Drafting;
use settings::Settings;

/// Drafts what was asked for: all of it, or none.
///
/// # Errors
/// A sentence when the answer is no match, a fact is missing or wrong, or the files cannot be written.
pub fn run(args: &NoticeArgs) -> Result<()> {
    if args.answers.as_os_str() == "-" && args.hashes.as_os_str() == "-" {
        bail!("--match and --hashes cannot both be standard input; give a file for one of them");
    }
    let settings = Settings::read(&args.settings)?;
    let found = answer::read(lines::open(&args.answers)?, args.path.as_deref(), &settings)?;
    // A part of an archive was hashed under another path, if at all.
    let path = found.path.as_deref().filter(|_| found.inside.is_none());
    let hashed = hashes::read(lines::open(&args.hashes)?, path)?;
    let now = MachineClock.now();
    let reporting = reporting_lines(args, now)?;
    let doubts = [&found.doubts[..], &hashed.doubts].concat();
    let id = new_id();
    let notice = case::notice(args, &settings, &found, hashed, (id, now))?;
    let drafts = Drafts::embedded()?;
    let drafting = Drafting::new(args, &settings, &drafts)?;
    let (told, documents): (Vec<_>, Vec<Document>) = drafting
        .all(notice)?
        .into_iter()
        .map(|own| ((own.document.name.clone(), own.what), own.document))
        .unzip();
    let place = folder::write(&args.out, &format!("notice-{id}"), &documents)?;
    print!("{}", report::written(&place, &told));
    print!("{}", report::before_sending(args, &found, doubts, &drafting.unread()));
    print!("{reporting}");
    Ok(())
}

fn new_id() -> NoticeId {
    let mut random = [0; 16];
    MachineEntropy.fill(&mut random);
    NoticeId::new(random)
}

/// The reporting lines of the country that was named; nothing where none was.
fn reporting_lines(args: &NoticeArgs, now: Timestamp) -> Result<String> {
    let today = TimeZone::UTC.to_datetime(now).date();
    let country = args.country.as_ref().map(|own| own.to_ascii_uppercase());
    country.map_or(Ok(String::new()), |own| report::reporting_lines(&args.helplines, &own, today))
}
