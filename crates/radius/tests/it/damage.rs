//! Damage is said, never searched: not answered is not the same as no match.

use std::fs;
use std::path::{Path, PathBuf};

use radius::{Index, IndexError, NotAnswered, Writer};

use crate::world::entries;

/// An index with a file of rows of several blocks, and a log.
fn index(dir: &Path) {
    let mut writer = Writer::open(dir).unwrap();
    writer.add(entries(70_000, 1)).unwrap();
    writer.add(entries(5, 2)).unwrap();
}

fn file(dir: &Path, ending: &str) -> PathBuf {
    let files = fs::read_dir(dir).unwrap().map(|file| file.unwrap().path());
    files.into_iter().find(|path| path.extension().is_some_and(|own| own == ending)).unwrap()
}

#[test]
fn a_changed_byte_anywhere_in_the_rows_is_found_at_opening() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let rows = file(dir.path(), "rows");
    let whole = fs::read(&rows).unwrap();
    let places =
        (0..64).chain((64..whole.len()).step_by(whole.len() / 61)).chain([whole.len() - 1]);
    for place in places {
        let mut changed = whole.clone();
        changed[place] ^= 0x10;
        fs::write(&rows, &changed).unwrap();
        let error = Index::open(dir.path()).err().unwrap_or_else(|| panic!("byte {place}"));
        assert!(error.to_string().contains(&rows.display().to_string()), "{error}");
    }
    fs::write(&rows, &whole).unwrap();
    assert!(Index::open(dir.path()).is_ok());
}

#[test]
fn rows_of_another_length_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let rows = file(dir.path(), "rows");
    let whole = fs::read(&rows).unwrap();
    for length in [0, 1, 63, 64, 100, whole.len() - 1] {
        fs::write(&rows, &whole[..length]).unwrap();
        assert!(Index::open(dir.path()).is_err(), "{length} bytes");
    }
    fs::write(&rows, [&whole[..], &[0]].concat()).unwrap();
    assert!(matches!(Index::open(dir.path()).err(), Some(IndexError::Length { .. })));
}

#[test]
fn a_missing_file_is_said() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    fs::remove_file(file(dir.path(), "rows")).unwrap();
    assert!(matches!(Index::open(dir.path()).err(), Some(IndexError::Io { .. })));
}

#[test]
fn a_changed_byte_in_the_log_is_found() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let log = file(dir.path(), "log");
    let whole = fs::read(&log).unwrap();
    for place in 0..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        fs::write(&log, &changed).unwrap();
        assert!(Index::open(dir.path()).is_err(), "byte {place}");
    }
}

/// What was asked for while it was whole stays known; what cannot be read is not taken for nothing.
#[test]
fn damage_while_the_index_is_in_use_ends_its_answers() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let open = Index::open(dir.path()).unwrap();
    let query = entries(1, 1)[0].hash;
    assert_eq!(open.search(&query, 31).unwrap().len(), 1);
    open.check().unwrap();
    let rows = file(dir.path(), "rows");
    let mut bytes = fs::read(&rows).unwrap();
    bytes[500_000] ^= 1;
    // In place, as a bad disk would: the open file is the same.
    let changed = fs::OpenOptions::new().write(true).open(&rows).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&changed, &bytes, 0).unwrap();
    assert!(matches!(open.check(), Err(IndexError::Damaged { .. })));
    assert!(matches!(open.search(&query, 31), Err(NotAnswered::Broken(_))));
    assert!(open.status().not_answered.is_some());
}

#[test]
fn a_folder_without_an_index_is_not_an_empty_list() {
    let dir = tempfile::tempdir().unwrap();
    assert!(Index::open(dir.path()).is_err());
    let index = Index::open_in_background(&dir.path().join("nowhere"));
    assert!(index.search(&[0; 32], 31).is_err());
}

/// An empty index in the place of a lost one would say "no match" to everything.
#[test]
fn a_lost_manifest_is_said_and_nothing_is_deleted() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let manifest = dir.path().join("manifest");
    let (rows, log) = (file(dir.path(), "rows"), file(dir.path(), "log"));
    let away = dir.path().join("away");
    fs::rename(&manifest, &away).unwrap();
    let error = Writer::open(dir.path()).err();
    assert!(matches!(error, Some(IndexError::Missing(_))), "{error:?}");
    assert!(rows.exists() && log.exists() && !manifest.exists());
    fs::rename(&away, &manifest).unwrap();
    assert_eq!(Writer::open(dir.path()).unwrap().len().unwrap(), 70_005);
}

#[test]
fn a_lost_manifest_of_a_log_alone_is_said_too() {
    let dir = tempfile::tempdir().unwrap();
    Writer::open(dir.path()).unwrap().add(entries(1, 1)).unwrap();
    fs::remove_file(dir.path().join("manifest")).unwrap();
    assert!(matches!(Writer::open(dir.path()).err(), Some(IndexError::Missing(_))));
    assert!(file(dir.path(), "log").exists());
}

#[test]
fn a_manifest_that_cannot_be_looked_at_is_not_taken_for_none() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let manifest = dir.path().join("manifest");
    fs::remove_file(&manifest).unwrap();
    // The system refuses to follow it.
    std::os::unix::fs::symlink(&manifest, &manifest).unwrap();
    assert!(matches!(Writer::open(dir.path()).err(), Some(IndexError::Io { .. })));
    assert!(file(dir.path(), "rows").exists() && file(dir.path(), "log").exists());
}

/// Whoever were told that it failed would list it again, or go on as if it were not there.
#[test]
fn a_change_that_counts_is_no_error_when_old_files_cannot_be_removed() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let mut writer = Writer::open(dir.path()).unwrap();
    // A folder is not removed as a file is.
    fs::create_dir(dir.path().join("00000099.rows")).unwrap();
    writer.add(entries(20_000, 3)).unwrap();
    writer.add(entries(2, 4)).unwrap();
    drop(writer);
    assert_eq!(Writer::open(dir.path()).unwrap().len().unwrap(), 90_007);
}

#[test]
fn after_a_failure_at_the_very_end_nothing_is_acknowledged_until_it_is_opened_anew() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let (manifest, away) = (dir.path().join("manifest"), dir.path().join("away"));
    let mut writer = Writer::open(dir.path()).unwrap();
    // No file takes the place of a folder.
    fs::rename(&manifest, &away).unwrap();
    fs::create_dir(&manifest).unwrap();
    assert!(matches!(writer.add(entries(20_000, 3)), Err(IndexError::Io { .. })));
    assert!(matches!(writer.add(entries(1, 4)), Err(IndexError::Doubtful(_))));
    assert!(matches!(writer.withdraw(&entries(1, 1)), Err(IndexError::Doubtful(_))));
    assert!(matches!(writer.tidy(&mut |_, _| {}), Err(IndexError::Doubtful(_))));
    drop(writer);
    fs::remove_dir(&manifest).unwrap();
    fs::rename(&away, &manifest).unwrap();
    let mut writer = Writer::open(dir.path()).unwrap();
    assert_eq!(writer.len().unwrap(), 70_005);
    writer.add(entries(20_000, 3)).unwrap();
}

#[test]
fn a_change_that_was_refused_can_be_tried_again() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let mut writer = Writer::open(dir.path()).unwrap();
    let new = dir.path().join(".manifest.new");
    fs::create_dir(&new).unwrap();
    assert!(writer.add(entries(20_000, 3)).is_err());
    fs::remove_dir(&new).unwrap();
    writer.add(entries(20_000, 3)).unwrap();
    assert_eq!(Index::open(dir.path()).unwrap().status().entries, 90_005);
}

/// Labels are read when they are asked for, long after the file was.
#[test]
fn a_label_that_was_changed_on_the_disk_is_never_given() {
    let dir = tempfile::tempdir().unwrap();
    index(dir.path());
    let open = Index::open(dir.path()).unwrap();
    let rows = file(dir.path(), "rows");
    let bytes = fs::read(&rows).unwrap();
    let changed = fs::OpenOptions::new().write(true).open(&rows).unwrap();
    let all = entries(70_000, 1);
    let labels = 64 + 70_000 * 32;
    // The first label, one amidst a page, the last one.
    for at in [0, 1023, 40_000, 69_999] {
        let place = labels + 4 * at;
        let label = u32::from_le_bytes(*bytes[place..].first_chunk().unwrap());
        let query = all[usize::try_from(label).unwrap()].hash;
        assert_eq!(open.search(&query, 31).unwrap()[0].label, label);
        let write = |byte: u8| {
            std::os::unix::fs::FileExt::write_all_at(
                &changed,
                &[byte],
                u64::try_from(place).unwrap(),
            )
            .unwrap();
        };
        write(bytes[place] ^ 1);
        let said = open.search(&query, 31);
        assert!(matches!(said, Err(NotAnswered::Broken(IndexError::Damaged { .. }))), "{said:?}");
        write(bytes[place]);
        assert_eq!(open.search(&query, 31).unwrap()[0].label, label);
    }
}
