//! A new folder with all drafts of a notice, or none.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use exchange::Document;
use rustix::fs::{CWD, RenameFlags, renameat_with};

use crate::files::private_dir;

/// Writes all documents into a new folder of that name, for the owner alone, and gives its path. The folder has its
/// name only once everything in it is on disk.
///
/// # Errors
/// When something cannot be written, or something of that name is there; then no draft is left behind.
pub fn write(parent: &Path, name: &str, documents: &[Document]) -> Result<PathBuf> {
    private_dir(parent)?;
    let (beside, place) = (parent.join(format!(".{name}.new")), parent.join(name));
    let failed = || format!("no notice was written to {}", place.display());
    DirBuilder::new().mode(0o700).create(&beside).with_context(failed)?;
    // Never over something that is there.
    let rename = || Ok(renameat_with(CWD, &beside, CWD, &place, RenameFlags::NOREPLACE)?);
    if let Err(error) = fill(&beside, documents).and_then(|()| rename()) {
        return Err(take_back(&beside, error)).with_context(failed);
    }
    let kept = File::open(parent).and_then(|parent| parent.sync_all());
    kept.with_context(|| {
        format!("the notice is in {}, and the disk may lose it", place.display())
    })?;
    Ok(place)
}

fn fill(folder: &Path, documents: &[Document]) -> io::Result<()> {
    for document in documents {
        let path = folder.join(&document.name);
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create_new(true).mode(0o600).open(path)?;
        file.write_all(document.text.as_bytes())?;
        file.sync_all()?;
    }
    File::open(folder)?.sync_all()
}

/// Removes what was begun, and says if it is there still.
fn take_back(folder: &Path, error: io::Error) -> anyhow::Error {
    match fs::remove_dir_all(folder) {
        Ok(()) => error.into(),
        Err(_) => anyhow::Error::new(error)
            .context(format!("what was begun is in {} and must be removed", folder.display())),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn document(name: &str) -> Document {
        Document { name: name.to_owned(), text: "an invented text".to_owned() }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|own| own.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn all_documents_stand_in_a_folder_for_the_owner_alone() {
        let house = tempfile::tempdir().unwrap();
        let parent = house.path().join("notices");
        let place = write(&parent, "one", &[document("a"), document("b")]).unwrap();
        assert_eq!(names(&parent), ["one"]);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(
            (mode(&place), mode(&place.join("a")), mode(&place.join("b"))),
            (0o700, 0o600, 0o600)
        );
    }

    #[test]
    fn nothing_is_left_when_one_document_cannot_be_written() {
        let house = tempfile::tempdir().unwrap();
        let error = write(house.path(), "one", &[document("a"), document("no/such")]).unwrap_err();
        assert!(error.to_string().starts_with("no notice was written to "), "{error}");
        assert!(names(house.path()).is_empty());
    }

    #[test]
    fn what_is_there_stays_even_an_empty_folder() {
        let house = tempfile::tempdir().unwrap();
        fs::create_dir(house.path().join("one")).unwrap();
        assert!(write(house.path(), "one", &[document("a")]).is_err());
        assert_eq!(names(house.path()), ["one"]);
        assert!(names(&house.path().join("one")).is_empty());
    }
}
