//! `suoja open`: sealed parts become answers on the researchers' machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use findings::{Merged, OpenedPart, merge};
use instrument::{Instrument, Part};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use seal::{Identity, OpenError};
use store::{Archive, SealedPart};
use zeroize::Zeroizing;

use crate::cli::OpenArgs;
use crate::config::{Config, Researcher};
use crate::{files, kept, progress};

/// Parts that are read and opened at once.
const CHUNK: u32 = 4_096;

/// What was opened and what was not.
#[derive(Default)]
pub struct Counts {
    pub opened: u64,
    pub closed: BTreeMap<String, u64>,
    pub foreign_study: u64,
    pub other_recipients: u64,
    pub kept: usize,
}

pub fn run(args: &OpenArgs) -> Result<()> {
    let config = Config::read(&args.config.config)?;
    let desk = config.researcher()?;
    let store = args.store.as_ref().unwrap_or(&desk.store);
    let identities = identities(&args.identity, desk)?;
    let (counts, merged) = open(&config, store, &identities)?;
    tell(&counts, &merged);
    println!(
        "Kept in {} for the owner alone: {} (codes), {} (words), {}.",
        desk.opened.display(),
        kept::ANSWERS,
        kept::TEXTS,
        kept::OPENINGS
    );
    println!("Before anyone reads the words: docs/disclosure-duty.md.");
    Ok(())
}

/// Opens a store, joins the parts, and keeps the result.
///
/// # Errors
/// When the store or a file cannot be read or written.
pub fn open(config: &Config, store: &Path, identities: &[Identity]) -> Result<(Counts, Merged)> {
    let desk = config.researcher()?;
    let instruments = files::load_instruments(&config.instruments)?;
    let known: Vec<&Instrument> = instruments.iter().map(|own| &own.instrument).collect();
    let sets = files::key_sets(&desk.public_keys, &config.study)?;
    let recipients: BTreeMap<&str, usize> =
        sets.iter().map(|(_, own)| (own.fingerprint(), own.keys().len())).collect();

    let mut counts = Counts::default();
    let mut parts = Vec::new();
    let openings = super::runtime()?.block_on(async {
        let mut archive = Archive::open(store).await?;
        let bar = progress::bar("Opening sealed pages", archive.count().await?);
        let mut after = None;
        loop {
            let sealed = archive.parts(after, CHUNK).await?;
            let Some(last) = sealed.last() else { break };
            after = Some(last.id);
            bar.inc(u64::try_from(sealed.len()).unwrap_or_default());
            for opened in open_chunk(sealed, identities) {
                counts.take(opened, config, &recipients, &mut parts);
            }
        }
        bar.finish_and_clear();
        archive.openings().await
    })?;

    let mut merged = merge(parts, &known);
    counts.kept = kept::put_back(desk, &mut merged)?;
    kept::write(desk, &merged, &openings)?;
    Ok((counts, merged))
}

/// A part with what its container said, or why it stayed closed.
type Outcome = Result<(OpenedPart, usize), String>;

/// All cores at once.
fn open_chunk(sealed: Vec<SealedPart>, identities: &[Identity]) -> Vec<Outcome> {
    sealed.into_par_iter().map(|part| open_one(&part, identities)).collect()
}

fn open_one(sealed: &SealedPart, identities: &[Identity]) -> Outcome {
    let opened =
        seal::open(&sealed.blob, identities).map_err(|error: OpenError| error.to_string())?;
    let part = Part::from_json(&opened.plaintext).map_err(|error| error.to_string())?;
    let week = sealed.week.map(|week| week.to_string()).unwrap_or_default();
    Ok((OpenedPart { week, part }, opened.recipients))
}

impl Counts {
    fn take(
        &mut self,
        outcome: Outcome,
        config: &Config,
        recipients: &BTreeMap<&str, usize>,
        parts: &mut Vec<OpenedPart>,
    ) {
        match outcome {
            Err(why) => *self.closed.entry(why).or_default() += 1,
            Ok((opened, _)) if opened.part.study != config.study => self.foreign_study += 1,
            Ok((opened, count)) => {
                let configured = recipients.get(opened.part.recipients.as_str());
                self.other_recipients += u64::from(configured != Some(&count));
                self.opened += 1;
                parts.push(opened);
            }
        }
    }
}

/// The private keys that were named, or those of the configuration.
///
/// # Errors
/// When there is none, or a file is no key.
pub fn identities(named: &[PathBuf], desk: &Researcher) -> Result<Vec<Identity>> {
    let paths = if named.is_empty() { files::files_with(&desk.keys, "key")? } else { named.into() };
    if paths.is_empty() {
        bail!("no private key in {}; name one with --identity", desk.keys.display());
    }
    let mut identities = Vec::new();
    for path in paths {
        let text = Zeroizing::new(files::read_text(&path)?);
        let read = Identity::parse_file(&text).map_err(|line| {
            anyhow::anyhow!("{}:{line}: no age private key (AGE-SECRET-KEY-1…)", path.display())
        });
        identities.extend(read?);
    }
    Ok(identities)
}

/// Says what was opened and what was not, and why.
pub fn tell(counts: &Counts, merged: &Merged) {
    let people = merged.persons.len() - counts.kept;
    println!("{} pages of {people} people opened.", counts.opened);
    if counts.kept > 0 {
        println!("{} more people are kept from earlier openings.", counts.kept);
    }
    for (why, count) in &counts.closed {
        println!("Not opened: {count} pages, {why}.");
    }
    if counts.foreign_study > 0 {
        println!("Left aside: {} pages of another study.", counts.foreign_study);
    }
    if counts.other_recipients > 0 {
        println!(
            "WARNING: {} pages were sealed to other keys than your key sets name. Someone else may \
             be able to read them, or a key set is missing here. Find out which before you go on.",
            counts.other_recipients
        );
    }
    for (name, count) in &merged.unknown_instrument {
        println!("Left aside: {count} pages of {name}, which the configuration does not name.");
    }
    if merged.unknown_page > 0 {
        println!("Left aside: {} pages that their instrument does not have.", merged.unknown_page);
    }
    if merged.two_instruments > 0 {
        println!(
            "Left aside in part: {} people with pages of two instruments.",
            merged.two_instruments
        );
    }
}
