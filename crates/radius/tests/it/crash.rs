//! A log that ends anywhere: what was done whole is there, what was not is not there at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use radius::{Index, Writer};

use crate::world::{Twin, entries};

fn log_of(dir: &Path) -> PathBuf {
    let files = fs::read_dir(dir).unwrap().map(|file| file.unwrap().path());
    files.into_iter().find(|path| path.extension().is_some_and(|own| own == "log")).unwrap()
}

/// Three batches; after each, how long the log was.
fn three(dir: &Path) -> (Vec<usize>, Vec<Twin>) {
    let mut writer = Writer::open(dir).unwrap();
    let (mut lengths, mut twins) = (vec![length(dir)], vec![Twin::default()]);
    for seed in 1..=3 {
        let mut twin = twins.last().unwrap().clone();
        if seed == 3 {
            let gone: Vec<_> = twin.0.iter().copied().take(2).collect();
            writer.withdraw(&gone).unwrap();
            gone.iter().for_each(|entry| assert!(twin.0.remove(entry)));
        } else {
            writer.add(entries(4, seed)).unwrap();
            twin.0.extend(entries(4, seed));
        }
        lengths.push(length(dir));
        twins.push(twin);
    }
    (lengths, twins)
}

fn length(dir: &Path) -> usize {
    fs::read(log_of(dir)).unwrap().len()
}

#[test]
fn a_log_cut_off_at_any_byte_holds_what_was_done_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (lengths, twins) = three(dir.path());
    let (log, whole) = (log_of(dir.path()), fs::read(log_of(dir.path())).unwrap());
    let around: Vec<_> = twins[2].0.iter().map(|entry| entry.hash).collect();
    let mut seen = BTreeSet::new();
    for cut in lengths[0]..=whole.len() {
        fs::write(&log, &whole[..cut]).unwrap();
        let done = lengths.iter().rposition(|length| *length <= cut).unwrap();
        seen.insert(done);
        twins[done].equals(&Index::open(dir.path()).unwrap(), &around);
    }
    assert_eq!(seen.len(), 4);
}

#[test]
fn a_writer_goes_on_after_a_crash_as_if_the_half_had_not_been() {
    let dir = tempfile::tempdir().unwrap();
    let (lengths, twins) = three(dir.path());
    let log = log_of(dir.path());
    let whole = fs::read(&log).unwrap();
    for (name, tail) in [("cut off", &[][..]), ("rubbish", &[0xee; 100]), ("zeros", &[0; 96])] {
        let cut = if name == "cut off" { lengths[3] - 7 } else { lengths[2] };
        fs::write(&log, [&whole[..cut], tail].concat()).unwrap();
        let mut twin = twins[2].clone();
        let mut writer = Writer::open(dir.path()).unwrap();
        let more = entries(3, 9);
        writer.add(more.clone()).unwrap();
        twin.0.extend(more.iter().copied());
        let around: Vec<_> = twin.0.iter().map(|entry| entry.hash).collect();
        twin.equals(&Index::open(dir.path()).unwrap(), &around);
    }
}

#[test]
fn files_that_a_crash_left_behind_are_swept_away() {
    let dir = tempfile::tempdir().unwrap();
    Writer::open(dir.path()).unwrap().add(entries(17_000, 1)).unwrap();
    for left in ["00000077.rows", "00000078.log"] {
        fs::write(dir.path().join(left), b"half").unwrap();
    }
    drop(Writer::open(dir.path()).unwrap());
    assert!(
        !dir.path().join("00000077.rows").exists() && !dir.path().join("00000078.log").exists()
    );
    assert_eq!(Index::open(dir.path()).unwrap().status().entries, 17_000);
}

#[test]
fn a_first_try_that_was_cut_off_stands_in_nobodys_way() {
    let dir = tempfile::tempdir().unwrap();
    drop(Writer::open(dir.path()).unwrap());
    let whole = fs::read(log_of(dir.path())).unwrap();
    for cut in [0, 5, 12, 40, whole.len()] {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("00000001.log"), &whole[..cut]).unwrap();
        Writer::open(dir.path()).unwrap().add(entries(3, 1)).unwrap();
        assert_eq!(Index::open(dir.path()).unwrap().status().entries, 3);
    }
}
