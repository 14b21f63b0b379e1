//! `suoja service`: keys with which platforms ask about files.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result, bail};
use door_matching::{ApiKey, KeyLine, Keys};
use web::Entropy;

use crate::cli::{KeyCommand, NewKeyArgs, ServiceCommand};
use crate::config::Config;
use crate::files;
use crate::world::MachineEntropy;

pub fn run(command: &ServiceCommand) -> Result<()> {
    match command {
        ServiceCommand::Key { command: KeyCommand::New(args) } => new_key(args),
    }
}

fn new_key(args: &NewKeyArgs) -> Result<()> {
    let keys = match &args.keys {
        Some(keys) => keys.clone(),
        None => Config::read(&args.config.config)?.matching()?.keys.clone(),
    };
    if args.to.exists() {
        bail!("{} is there already; name a new file for the key", args.to.display());
    }
    let mut bytes = [0; 32];
    MachineEntropy.fill(&mut bytes);
    let key = ApiKey::new(bytes);
    let line = key.line(&args.name, args.scope, args.per_minute);
    let before = existing(&keys, &line)?;
    files::write_private(&args.to, key.to_text().as_bytes())?;
    if let Err(error) = add(&keys, &before, &line) {
        // A key that opens nothing must not lie about.
        _ = fs::remove_file(&args.to);
        return Err(error).with_context(|| format!("cannot add the key to {}", keys.display()));
    }
    println!(
        "{}: give it to whoever asks as {}, and to nobody else.",
        args.to.display(),
        args.name
    );
    println!("{}: one line more; remove it to revoke the key.", keys.display());
    Ok(())
}

/// The file of keys as it is, to which the line fits.
fn existing(keys: &Path, line: &KeyLine) -> Result<String> {
    let text = if keys.exists() { files::read_secret(keys)?.to_string() } else { String::new() };
    let shown = keys.display();
    let whole = format!("{text}\n{line}\n");
    let (_, faults) = Keys::parse(&whole, &Keys::default());
    let last = whole.lines().count();
    match faults.first() {
        None => Ok(text),
        Some((number, fault)) if *number == last => bail!("`{}`: {fault}", line.name),
        Some((number, fault)) => bail!("{shown}:{number}: {fault}"),
    }
}

/// Adds a line to a file whose mode and group stay as they are.
fn add(keys: &Path, before: &str, line: &KeyLine) -> std::io::Result<()> {
    let end = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(keys)?;
    file.write_all(format!("{end}{line}\n").as_bytes())?;
    file.sync_all()
}
