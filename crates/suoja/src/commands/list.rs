//! `suoja list`: lists of known hashes.

use std::process::ExitCode;

use anyhow::Result;
use jiff::Timestamp;
use matching::Writer;
use web::Clock;

use crate::cli::{ListCommand, NamedArgs};
use crate::commands::runtime;
use crate::printing::until_read;
use crate::world::MachineClock;

mod change;
mod export;
mod import;
mod new;
mod reading;
mod show;

/// Does what was asked.
///
/// # Errors
/// A sentence for the person at the terminal.
pub fn run(command: &ListCommand) -> Result<ExitCode> {
    // Whoever reads a list may have seen enough of it.
    until_read(runtime()?.block_on(async {
        match command {
            ListCommand::New(args) => new::run(args).await?,
            ListCommand::Import { list, file } => return import::run(list, file).await,
            ListCommand::Diff { list, file } => return import::diff(list, file).await,
            ListCommand::Withdraw(args) => return change::withdraw(args).await,
            ListCommand::Export { list, to, format } => export::run(list, to, *format).await?,
            ListCommand::Show { lists, name: None, .. } => show::all(&lists.lists).await?,
            ListCommand::Show { lists, name: Some(name), hashes } => {
                show::one(&lists.lists, name, *hashes).await?;
            }
            ListCommand::Check { list } => return show::check(list).await,
            ListCommand::Feedback { list, row, verdict, by } => {
                change::feedback(list, *row, (*verdict).into(), by).await?;
            }
            ListCommand::Release { list, row } => change::release(list, *row).await?,
        }
        Ok(ExitCode::SUCCESS)
    }))
}

fn now() -> Timestamp {
    MachineClock.now()
}

/// Opens a list for changes, and says what had to be put right.
async fn writer(list: &NamedArgs) -> Result<Writer> {
    let writer = Writer::open(&list.lists.lists, &list.name, now()).await?;
    let mended = writer.mended();
    if let Some(import) = mended.finished {
        eprintln!(
            "Import {import} had been read whole before the program was killed; it counts now."
        );
    }
    if mended.ghosts > 0 {
        eprintln!("{} withdrawn hashes were taken off the index, too.", mended.ghosts);
    }
    Ok(writer)
}
