//! `suoja list withdraw`, `feedback` and `release`.

use std::process::ExitCode;

use anyhow::Result;
use matching::{ListReader, Verdict};

use super::{import, reading};
use crate::cli::{NamedArgs, WithdrawArgs};

/// Takes rows off a list.
///
/// # Errors
/// When the file cannot be read or the list cannot be written.
pub async fn withdraw(args: &WithdrawArgs) -> Result<ExitCode> {
    if let Some(file) = &args.file {
        let opened = reading::open(file, &args.reading)?;
        let writer = super::writer(&args.list).await?;
        return import::take(writer, opened, args.skip_malformed, true).await;
    }
    let mut writer = super::writer(&args.list).await?;
    let rows = match (&args.entry, args.import) {
        (Some(entry), _) => writer.withdraw_entry(args.member.as_deref(), entry).await?,
        (None, Some(import)) => {
            let rows = writer.withdraw_import(import, super::now()).await?;
            tell_shared(&args.list, import).await?;
            rows
        }
        // clap lets nothing else through.
        (None, None) => 0,
    };
    println!("{rows} rows taken off.");
    Ok(ExitCode::SUCCESS)
}

/// A row that a later import names again stays the row of the first: says so where it may matter.
async fn tell_shared(list: &NamedArgs, import: i64) -> Result<()> {
    let summary = ListReader::open(&list.lists.lists, &list.name).await?.summary().await?;
    let later = summary.imports.iter().filter(|own| {
        own.number > import && own.known > 0 && own.finished.is_some() && own.taken_back.is_none()
    });
    let later: Vec<String> = later.map(|own| own.number.to_string()).collect();
    if !later.is_empty() {
        eprintln!(
            "Later imports named again what was listed before ({}). What they had in common with import \
             {import} is off the list, too; import their files again to list it.",
            later.join(", ")
        );
    }
    Ok(())
}

/// Notes what a person says of a row.
///
/// # Errors
/// When there is no such row.
pub async fn feedback(list: &NamedArgs, row: i64, verdict: Verdict, by: &str) -> Result<()> {
    super::writer(list).await?.feedback(row, verdict, by, super::now()).await?;
    println!("Noted.");
    Ok(())
}

/// Lets a hash that was set aside count as before.
///
/// # Errors
/// When it is not set aside.
pub async fn release(list: &NamedArgs, row: i64) -> Result<()> {
    super::writer(list).await?.release(row).await?;
    println!("Row {row} counts as before.");
    Ok(())
}
