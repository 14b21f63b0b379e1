//! As what the file of an import is read, noted beside the list until the import is finished: one that was
//! killed must not go on with other columns.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use matching::ListReader;

use crate::cli::NamedArgs;
use crate::files;

/// The note of an import that is under way.
pub struct Noted(PathBuf);

/// Notes the shape of an import that begins; refuses another shape for one that goes on. The list is open for
/// changes, so nobody else notes anything meanwhile.
///
/// # Errors
/// When the import that was broken off was read otherwise, or the note cannot be read or written.
pub async fn same_as_before(list: &NamedArgs, shape: &str) -> Result<Noted> {
    let (lists, name) = (&list.lists.lists, &list.name);
    let note = lists.join(name).join("import.shape");
    let summary = ListReader::open(lists, name).await?.summary().await?;
    let open = summary.imports.iter().find(|own| own.finished.is_none());
    if let (Some(open), Some(before)) = (open, read(&note)?)
        && before != shape
    {
        let (number, file) = (open.number, &open.name);
        bail!(
            "import {number} of {file} was broken off, and was read with another --format, --columns or \
             --hash-kind; give the same again to go on, or take it back: suoja list withdraw {name} \
             --import {number}"
        );
    }
    files::write_private(&note, shape.as_bytes())?;
    Ok(Noted(note))
}

fn read(note: &PathBuf) -> Result<Option<String>> {
    match fs::read_to_string(note) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", note.display())),
    }
}

impl Noted {
    /// The import is over.
    ///
    /// # Errors
    /// When the note cannot be removed.
    pub fn forget(self) -> Result<()> {
        let Self(note) = self;
        fs::remove_file(&note).with_context(|| format!("cannot remove {}", note.display()))
    }
}
