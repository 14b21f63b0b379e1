//! Readers beside a writer: changes are seen soon, and no answer sees half of one.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use radius::{Entry, Hash, Index, NotAnswered, Writer};

use crate::world::entries;

/// Far longer than it takes; how long it takes is measured by the benches.
const PATIENCE: Duration = Duration::from_secs(60);

fn until(index: &Index, hash: &Hash, listed: bool) {
    let began = Instant::now();
    while !matches!(index.search(hash, 31), Ok(hits) if hits.is_empty() != listed) {
        assert!(began.elapsed() < PATIENCE, "the change was not followed");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_followed_index_learns_of_additions_withdrawals_and_merges() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path()).unwrap();
    let all = entries(60_000, 1);
    writer.add(all[..20_000].to_vec()).unwrap();
    let index = Index::open_in_background(dir.path());
    until(&index, &all[0].hash, true);
    writer.add(vec![all[50_000]]).unwrap();
    until(&index, &all[50_000].hash, true);
    writer.withdraw(&[all[0]]).unwrap();
    until(&index, &all[0].hash, false);
    writer.add(all[20_000..40_000].to_vec()).unwrap();
    until(&index, &all[39_999].hash, true);
    writer.tidy(&mut |_, _| {}).unwrap();
    let began = Instant::now();
    while index.status().files != 1 {
        assert!(began.elapsed() < PATIENCE, "the merge was not followed");
        thread::sleep(Duration::from_millis(5));
    }
    until(&index, &all[0].hash, false);
    until(&index, &all[50_000].hash, true);
}

#[test]
fn an_index_that_is_still_read_says_so() {
    let dir = tempfile::tempdir().unwrap();
    Writer::open(dir.path()).unwrap().add(entries(200_000, 1)).unwrap();
    let index = Index::open_in_background(dir.path());
    let first = index.search(&[0; 32], 31);
    assert!(matches!(first, Err(NotAnswered::Loading)), "{first:?}");
    until(&index, &entries(1, 1)[0].hash, true);
}

/// The writer lists pairs; a reader that sees one of a pair sees the other.
#[test]
fn no_answer_sees_half_of_a_change() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path()).unwrap();
    writer.add(entries(20_000, 5)).unwrap();
    let index = Index::open(dir.path()).unwrap();
    let hash = [0x3c; 32];
    let done = Arc::new(AtomicBool::new(false));
    let reader = {
        let (index, done) = (Arc::clone(&index), Arc::clone(&done));
        thread::spawn(move || {
            let mut most = 0;
            while !done.load(Ordering::Relaxed) {
                index.refresh().unwrap();
                let found = index.search(&hash, 0).unwrap().len();
                assert!(found.is_multiple_of(2) && found >= most, "{found} after {most}");
                most = found;
            }
            most
        })
    };
    for pair in 0..60 {
        let two = [2 * pair, 2 * pair + 1].map(|label| Entry { hash, label });
        writer.add(two.to_vec()).unwrap();
        if pair % 20 == 10 {
            writer.add(entries(17_000, u64::from(pair))).unwrap();
            writer.tidy(&mut |_, _| {}).unwrap();
        }
    }
    done.store(true, Ordering::Relaxed);
    assert!(reader.join().unwrap() <= 120);
    index.refresh().unwrap();
    assert_eq!(index.search(&hash, 0).unwrap().len(), 120);
}

/// An index of a file of rows and a log; the names of its files are those of any other made like it.
fn made(dir: &Path, seed: u64) -> (Entry, Entry) {
    let mut writer = Writer::open(dir).unwrap();
    let (rows, log) = (entries(17_000, seed), entries(3, seed + 1));
    writer.add(rows.clone()).unwrap();
    writer.add(log.clone()).unwrap();
    (rows[5], log[1])
}

fn finds(index: &Index, entry: &Entry) -> bool {
    !index.search(&entry.hash, 31).unwrap().is_empty()
}

#[test]
fn an_index_in_the_place_of_another_is_noticed_though_all_names_are_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let (served, other) = (dir.path().join("served"), dir.path().join("other"));
    let (old, new) = (made(&served, 1), made(&other, 100));
    let manifest = |dir: &Path| fs::read(dir.join("manifest")).unwrap();
    assert_eq!(manifest(&served), manifest(&other));
    let index = Index::open(&served).unwrap();
    let follower = Index::open_in_background(&served);
    until(&follower, &old.0.hash, true);
    fs::rename(&served, dir.path().join("away")).unwrap();
    fs::rename(&other, &served).unwrap();
    assert!(index.refresh().unwrap());
    assert!(finds(&index, &new.0) && finds(&index, &new.1));
    assert!(!finds(&index, &old.0) && !finds(&index, &old.1));
    until(&follower, &new.0.hash, true);
    assert!(!finds(&follower, &old.0) && !finds(&follower, &old.1));
    assert!(!index.refresh().unwrap(), "nothing is new any more");
}

/// A backup that is copied back keeps the files' names, lengths and places.
#[test]
fn files_that_are_written_over_are_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let (served, other) = (dir.path().join("served"), dir.path().join("other"));
    let (old, new) = (made(&served, 1), made(&other, 100));
    let index = Index::open(&served).unwrap();
    for file in fs::read_dir(&other).unwrap() {
        let path = file.unwrap().path();
        fs::write(served.join(path.file_name().unwrap()), fs::read(&path).unwrap()).unwrap();
    }
    index.refresh().unwrap();
    assert!(finds(&index, &new.0) && finds(&index, &new.1));
    assert!(!finds(&index, &old.0) && !finds(&index, &old.1));
}

#[test]
fn a_follower_answers_again_once_a_writer_has_mended_the_log() {
    let dir = tempfile::tempdir().unwrap();
    let (_, listed) = made(dir.path(), 1);
    let index = Index::open_in_background(dir.path());
    until(&index, &listed.hash, true);
    let files = fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().path());
    let log = files.into_iter().find(|path| path.extension().is_some_and(|own| own == "log"));
    let mut log = fs::OpenOptions::new().append(true).open(log.unwrap()).unwrap();
    log.write_all(&[0xee; 48]).unwrap();
    let began = Instant::now();
    while index.search(&listed.hash, 31).is_ok() {
        assert!(began.elapsed() < PATIENCE, "the damage was not seen");
        thread::sleep(Duration::from_millis(5));
    }
    Writer::open(dir.path()).unwrap();
    until(&index, &listed.hash, true);
}

/// The bound is for machines that have much else to do; the benches measure how soon it is.
#[test]
fn what_is_added_is_found_soon() {
    let dir = tempfile::tempdir().unwrap();
    let (listed, _) = made(dir.path(), 1);
    let index = Index::open_in_background(dir.path());
    until(&index, &listed.hash, true);
    let more = entries(1, 50);
    let mut writer = Writer::open(dir.path()).unwrap();
    writer.add(more.clone()).unwrap();
    let began = Instant::now();
    until(&index, &more[0].hash, true);
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
