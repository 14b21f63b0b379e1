//! `suoja list export`.

use std::fs::{self, OpenOptions};
use std::io::BufWriter;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use exchange::{Change, ListWriter, Row};
use matching::{ListReader, Listed};

use crate::cli::{ExportFormat, NamedArgs};

/// Rows that are read at a time.
const PAGE: u32 = 10_000;

/// Writes all rows that count to a new file that its owner alone can read; whole, or not at all.
///
/// # Errors
/// When the file is there already or cannot be written, or the list cannot be read.
pub async fn run(list: &NamedArgs, to: &Path, format: ExportFormat) -> Result<()> {
    let reader = ListReader::open(&list.lists.lists, &list.name).await?;
    let written = write(&reader, to, format).await;
    if written.as_ref().is_err_and(|error| !is_there(error)) {
        _ = fs::remove_file(to);
    }
    println!("{}: {} rows. They are a secret of who gave the list.", to.display(), written?);
    Ok(())
}

async fn write(reader: &ListReader, to: &Path, format: ExportFormat) -> Result<u64> {
    let shown = to.display();
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(to);
    let file = BufWriter::new(file.with_context(|| format!("cannot make {shown}"))?);
    let mut writer = match format {
        ExportFormat::Csv => ListWriter::table(file)?,
        ExportFormat::Flat => ListWriter::flat(file),
    };
    let (mut next, mut count) = (0, 0);
    loop {
        let page = reader.rows(next, PAGE).await?;
        let Some(last) = page.last() else { break };
        next = last.provenance.row + 1;
        for listed in page {
            count += 1;
            writer.write(&row(listed, count)).with_context(|| format!("cannot write {shown}"))?;
        }
    }
    let file = writer.finish()?.into_inner().map_err(|error| error.into_error())?;
    file.sync_all().with_context(|| format!("cannot write {shown}"))?;
    Ok(count)
}

/// Whether nothing was written because the file was there.
fn is_there(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<std::io::Error>();
    error.is_some_and(|error| error.kind() == std::io::ErrorKind::AlreadyExists)
}

fn row(listed: Listed, line: u64) -> Row {
    let own = listed.provenance;
    let mut row = Row::new(Change::Add(listed.hash), line);
    row.member = own.member.map(Into::into);
    row.entry = own.entry.map(Into::into);
    row.class = own.class.map(Into::into);
    row.tags = own.tags.into_iter().map(Into::into).collect();
    row.changed = own.changed;
    row
}
