//! `suoja keys`: one key set per study and quarter.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use seal::{Identity, KeySet, MOST_RECIPIENTS};
use web::Clock;

use crate::cli::{KeysCommand, NewKeysArgs};
use crate::config::check_study;
use crate::files;
use crate::world::MachineClock;

pub fn run(command: &KeysCommand) -> Result<()> {
    match command {
        KeysCommand::New(args) => new(args, 0),
        KeysCommand::Rotate(args) => {
            if files::key_sets(&args.public, &args.study)?.is_empty() {
                bail!("study {} has no key set yet; `suoja keys new`", args.study);
            }
            new(args, 1)
        }
        KeysCommand::Retire { key, opened, yes } => retire(key, opened, *yes),
    }
}

fn new(args: &NewKeysArgs, quarters_ahead: i16) -> Result<()> {
    let quarter = match &args.quarter {
        Some(quarter) => quarter.clone(),
        None => quarter(today(), quarters_ahead),
    };
    make(&args.study, &quarter, &args.people, &args.private, &args.public)?;
    println!(
        "Key set {quarter} of study {}: {} private keys in {}, public keys in {}.",
        args.study,
        args.people.len(),
        args.private.display(),
        args.public.display()
    );
    println!(
        "Carry the public file to the server and start `suoja serve` anew: it reads keys once."
    );
    println!("Keep the private ones away from it.");
    println!("Lose every private key, and what is sealed to them is lost: keep one in a safe.");
    Ok(())
}

/// Makes one private key a person and the public key set of all.
///
/// # Errors
/// When a name cannot be a file's, a key is there already, or a file cannot be written.
pub fn make(
    study: &str,
    quarter: &str,
    people: &[String],
    private: &Path,
    public: &Path,
) -> Result<()> {
    check_study(study)?;
    for person in people {
        check_study(person).with_context(|| format!("`--for {person}` names a file"))?;
    }
    let path = public.join(format!("{quarter}.toml"));
    if path.exists() {
        bail!("{} is there already; a key set is never changed", path.display());
    }
    files::private_dir(private)?;
    fs::create_dir_all(public).with_context(|| format!("cannot make {}", public.display()))?;
    if people.len() > MOST_RECIPIENTS {
        bail!("at most {MOST_RECIPIENTS} people can have a key; here are {}", people.len());
    }
    let identities: Vec<Identity> = people.iter().map(|_| Identity::generate()).collect();
    let recipients = identities.iter().map(Identity::public).collect();
    let set = KeySet { study: study.to_owned(), quarter: quarter.to_owned(), recipients };
    set.recipients()?;
    for (person, identity) in people.iter().zip(&identities) {
        let path = private.join(format!("{study}-{quarter}-{person}.key"));
        if path.exists() {
            bail!("{} is there already; a private key is never overwritten", path.display());
        }
        let text = identity.to_file(&format!("Suoja: study {study}, quarter {quarter}, {person}"));
        files::write_private(&path, text.as_bytes())?;
    }
    let head = "# Public keys, made by `suoja keys`. This file may be shown to anyone.\n";
    let text = toml::to_string(&set).context("the key set cannot be written")?;
    files::write_public(&path, format!("{head}{text}").as_bytes())
}

fn retire(key: &Path, opened: &Path, yes: bool) -> Result<()> {
    let text = files::read_text(key)?;
    if Identity::parse_file(&text).is_err() {
        bail!("{} is no private key", key.display());
    }
    let answers = opened.join(crate::kept::ANSWERS);
    let opened_at = fs::metadata(&answers).and_then(|file| file.modified());
    let made_at = fs::metadata(key).and_then(|file| file.modified());
    match (opened_at, made_at) {
        (Ok(opened), Ok(made)) if opened > made => {}
        _ => bail!(
            "{} is older than the key or not there: open its answers first (`suoja open`), then \
             retire it",
            answers.display()
        ),
    }
    if !yes {
        bail!(
            "this destroys {}; what it has not opened stays closed for ever. Say --yes if every \
             answer of its quarter has been collected and opened",
            key.display()
        );
    }
    let length = text.len();
    let overwrite = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).open(key)?;
        file.write_all(&vec![b'x'; length])?;
        file.sync_all()?;
        fs::remove_file(key)
    };
    overwrite().with_context(|| format!("cannot destroy {}", key.display()))?;
    println!("{} is destroyed. Destroy its copies and backups too.", key.display());
    Ok(())
}

/// The quarter of now.
pub fn this_quarter() -> String {
    quarter(today(), 0)
}

fn today() -> Date {
    TimeZone::UTC.to_datetime(MachineClock.now()).date()
}

fn quarter(day: Date, ahead: i16) -> String {
    let quarters = day.year() * 4 + i16::from((day.month() - 1) / 3) + ahead;
    format!("{:04}-Q{}", quarters.div_euclid(4), quarters.rem_euclid(4) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn quarters_follow_one_another_over_the_year() {
        assert_eq!(quarter(date(2026, 1, 1), 0), "2026-Q1");
        assert_eq!(quarter(date(2026, 11, 23), 0), "2026-Q4");
        assert_eq!(quarter(date(2026, 11, 23), 1), "2027-Q1");
    }
}
