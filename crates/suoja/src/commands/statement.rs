//! `suoja statement`: from findings to documents.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::cli::StatementCommand;
use crate::{files, progress};

mod begin;
mod build;
mod evidence;
mod output;
mod site;
mod watch;

pub use begin::register;
pub use build::{once, refuse};
pub use evidence::Desk;

/// Does what was asked.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(command: &StatementCommand) -> Result<ExitCode> {
    match command {
        StatementCommand::New { language, country, config, dir } => {
            begin::run(&config.config, dir, language, country.as_deref())
                .map(|()| ExitCode::SUCCESS)
        }
        StatementCommand::Build(args) => build::run(args),
        StatementCommand::Watch(args) => watch::run(args),
        StatementCommand::Stamp { dir } => stamp(dir).map(|()| ExitCode::SUCCESS),
        StatementCommand::Site { config, out, base, dirs } => {
            site::run(&config.config, out, base, dirs)
        }
    }
}

/// Writes the hashes of the source into every translation.
fn stamp(dir: &Path) -> Result<()> {
    let settings = evidence::settings(dir)?;
    let source = files::source(&dir.join(format!("{}.md", settings.source)))?;
    for path in files::files_with(dir, "md")? {
        if files::language_of(&path).is_none_or(|tag| tag == settings.source) {
            continue;
        }
        let translation = files::source(&path)?;
        match statement::stamp(&source, &translation) {
            Ok(text) => files::write_public(&path, text.as_bytes())?,
            Err(found) => bail!("{}", evidence::lines(&found)),
        }
        println!("{} says that it fits {}.", path.display(), source.name);
    }
    Ok(())
}

/// Shows that something is under way.
fn busy(what: &'static str) -> indicatif::ProgressBar {
    progress::spinner(what)
}

/// The parent of a path that may have none.
fn made(dir: &Path) -> Result<()> {
    std::fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))
}
