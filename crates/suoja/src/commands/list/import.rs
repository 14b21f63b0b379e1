//! `suoja list import` and `diff`.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use exchange::Format;
use indicatif::ProgressBar;
use matching::{Done, ImportOptions, Imported, Malformed, Writer};

use super::reading::{self, Opened};
use crate::cli::{FileArgs, NamedArgs};
use crate::progress;

/// Takes a file over.
///
/// # Errors
/// When it cannot be read, or the list cannot be written.
pub async fn run(list: &NamedArgs, file: &FileArgs) -> Result<ExitCode> {
    let opened = reading::open(&file.file, &file.reading)?;
    let writer = super::writer(list).await?;
    take(writer, opened, file.skip_malformed, false).await
}

/// Takes rows over, or takes away what they name.
pub(super) async fn take(
    mut writer: Writer,
    opened: Opened,
    skip_malformed: bool,
    withdraw: bool,
) -> Result<ExitCode> {
    let options = options(opened.format, skip_malformed, withdraw);
    let bar = progress::bytes("Reading rows", opened.size);
    let mut progress = follow(&bar, Arc::clone(&opened.read));
    let taken =
        writer.import(&opened.source, opened.rows, options, super::now(), &mut progress).await;
    bar.finish_and_clear();
    let taken = taken?;
    tell(&taken, skip_malformed);
    if taken.number.is_none() {
        return Ok(ExitCode::FAILURE);
    }
    let bar = progress::bar("Merging the index", 1);
    writer.tidy(&mut |done, all| {
        bar.set_length(all);
        bar.set_position(done);
    })?;
    bar.finish_and_clear();
    writer.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// Says what importing a file would change.
///
/// # Errors
/// As [`run`].
pub async fn diff(list: &NamedArgs, file: &FileArgs) -> Result<ExitCode> {
    let opened = reading::open(&file.file, &file.reading)?;
    let options = options(opened.format, file.skip_malformed, false);
    let mut writer = super::writer(list).await?;
    let (done, malformed) = writer.preview(opened.rows, options).await?;
    println!("Importing it would change: {}.", words(done));
    tell_malformed(&malformed);
    if malformed.count > 0 && !file.skip_malformed {
        println!("As rows are malformed, it would be refused, unless --skip-malformed is given.");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}

fn options(format: Format, skip_malformed: bool, withdraw: bool) -> ImportOptions {
    // NCMEC shows every entry whole, in its latest state.
    ImportOptions { skip_malformed, withdraw, whole_entries: format == Format::Ncmec }
}

fn follow(bar: &ProgressBar, read: Arc<AtomicU64>) -> impl FnMut(u64) + Send {
    let bar = bar.clone();
    move |rows| {
        bar.set_position(read.load(Ordering::Relaxed));
        bar.set_message(format!("{rows} rows"));
    }
}

fn tell(taken: &Imported, skip_malformed: bool) {
    tell_malformed(&taken.malformed);
    let Some(number) = taken.number else {
        println!(
            "Nothing was taken over. Mend the file, or say --skip-malformed to leave these rows out."
        );
        return;
    };
    if taken.resumed > 0 {
        println!("Went on behind {} rows that had been written before.", taken.resumed);
    }
    if taken.malformed.count > 0 && skip_malformed {
        println!("{} malformed rows were left out.", taken.malformed.count);
    }
    println!("Import {number}: {}.", words(taken.done));
}

fn words(done: Done) -> String {
    let Done { added, known, withdrew } = done;
    format!("{added} rows added, {known} known before, {withdrew} taken off")
}

fn tell_malformed(malformed: &Malformed) {
    if malformed.count == 0 {
        return;
    }
    println!("{} rows are malformed:", malformed.count);
    for row in &malformed.first {
        println!("  {row}");
    }
    let shown = u64::try_from(malformed.first.len()).unwrap_or(u64::MAX);
    if malformed.count > shown {
        println!("  … and {} more. By reason:", malformed.count - shown);
        for (reason, count) in &malformed.reasons {
            println!("  {count:>10}  {reason}");
        }
    }
}
