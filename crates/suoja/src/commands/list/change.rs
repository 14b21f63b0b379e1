//! `suoja list withdraw`, `feedback` and `release`.

use std::process::ExitCode;

use anyhow::Result;
use matching::Verdict;

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
        return import::take(&args.list, writer, opened, args.skip_malformed, true).await;
    }
    let mut writer = super::writer(&args.list).await?;
    let rows = match (&args.entry, args.import) {
        (Some(entry), _) => writer.withdraw_entry(args.member.as_deref(), entry).await?,
        (None, Some(import)) => writer.withdraw_import(import, super::now()).await?,
        // clap lets nothing else through.
        (None, None) => 0,
    };
    println!("{rows} rows taken off.");
    Ok(ExitCode::SUCCESS)
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
