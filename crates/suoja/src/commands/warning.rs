//! `suoja warning`: messages for people who search.

use std::path::Path;

use anyhow::{Context, Result, bail};
use door_service::ServiceKey;
use trigger::{ListKey, Source, compile};
use web::Entropy;

use crate::cli::WarningCommand;
use crate::files;
use crate::world::MachineEntropy;

mod kit;
mod partner;
mod plan;
mod results;

pub fn run(command: &WarningCommand) -> Result<()> {
    match command {
        WarningCommand::Compile { list, key, to } => compile_list(list, key, to),
        WarningCommand::Key { to } => service_key(to),
        WarningCommand::Kit(args) => kit::write(args),
        WarningCommand::SigningKey { private, public } => kit::keys(private, public),
        WarningCommand::Plan { plan } => plan::show(plan),
        WarningCommand::Power(args) => plan::power(args),
        WarningCommand::Partner(args) => partner::run(args),
        WarningCommand::Results(args) => results::run(args),
    }
}

fn compile_list(list: &Path, key_file: &Path, to: &Path) -> Result<()> {
    let key = list_key(key_file)?;
    let text = files::read_list(list)?;
    let source = Source::parse(&list.display().to_string(), &text).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(|error| format!("  {error}")).collect();
        anyhow::anyhow!("the list cannot be used:\n{}", lines.join("\n"))
    })?;
    let compiled = compile(&source, &key)?;
    files::write_private(to, &compiled.to_bytes())?;
    let counts = source.counts();
    println!(
        "{}: {} words, {} phrases, {} exceptions, {} services, as keyed hashes.",
        to.display(),
        counts.words,
        counts.phrases,
        counts.exceptions,
        counts.services
    );
    println!("The list is not in it. Keep {} where the door cannot read it.", list.display());
    Ok(())
}

/// The key in a file, or a new one that is written there.
fn list_key(path: &Path) -> Result<ListKey> {
    if path.exists() {
        let text = files::read_secret(path)?;
        return ListKey::parse(&text).with_context(|| path.display().to_string());
    }
    let key = ListKey::new(random());
    files::write_private(path, key.to_text().as_bytes())?;
    println!("{}: a new key.", path.display());
    Ok(key)
}

fn service_key(to: &Path) -> Result<()> {
    if to.exists() {
        bail!("{} is there already; an engine that has it would be locked out", to.display());
    }
    files::write_private(to, ServiceKey::new(random()).to_text().as_bytes())?;
    println!("{}: give it to the engine on this machine, and to nobody else.", to.display());
    Ok(())
}

fn random() -> [u8; 32] {
    let mut bytes = [0; 32];
    MachineEntropy.fill(&mut bytes);
    bytes
}
