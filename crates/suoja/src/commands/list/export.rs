//! `suoja list export`.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use exchange::{Change, ListWriter, Row};
use matching::{ListReader, Listed};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use crate::cli::{ExportFormat, NamedArgs};

/// Rows that are read at a time.
const PAGE: u32 = 10_000;

/// Writes all rows that count to a new file that its owner alone can read; whole, or not at all.
///
/// # Errors
/// When the file is there already or cannot be written, or the list cannot be read.
pub async fn run(list: &NamedArgs, to: &Path, format: ExportFormat) -> Result<()> {
    let reader = ListReader::open(&list.lists.lists, &list.name).await?;
    let shown = to.display();
    let cannot = || format!("cannot make {shown}");
    if to.symlink_metadata().is_ok() {
        return Err(io::Error::from(io::ErrorKind::AlreadyExists)).with_context(cannot);
    }
    // Killed on the way, it leaves a name that nobody takes for the whole list.
    let beside = beside(to);
    let written = write(&reader, &beside, format).await.and_then(|count| {
        publish(&beside, to).with_context(cannot)?;
        Ok(count)
    });
    if written.is_err() {
        _ = fs::remove_file(&beside);
    }
    println!("{shown}: {} rows. They are a secret of who gave the list.", written?);
    Ok(())
}

/// The name in the same folder under which a file is written.
fn beside(to: &Path) -> PathBuf {
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    to.with_file_name(format!(".{name}.new"))
}

/// Gives a file that is written whole its name, and takes it from none that has it.
fn publish(beside: &Path, to: &Path) -> io::Result<()> {
    let renamed = renameat_with(CWD, beside, CWD, to, RenameFlags::NOREPLACE);
    match renamed {
        // A file system that knows no such renaming; that there is no such file was looked up before.
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => fs::rename(beside, to)?,
        renamed => renamed?,
    }
    let folder = to.parent().filter(|own| !own.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

async fn write(reader: &ListReader, to: &Path, format: ExportFormat) -> Result<u64> {
    let shown = to.display();
    // Left over from an export that was killed.
    _ = fs::remove_file(to);
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
