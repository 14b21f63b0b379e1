//! What is found while a merged file is still being loaded.

use super::*;
use crate::{Entry, Writer};

fn entries(from: u8, count: u32) -> Vec<Entry> {
    let hash = |label: u32| *blake3::hash(&[&[from][..], &label.to_le_bytes()].concat()).as_bytes();
    (0..count).map(|label| Entry { hash: hash(label), label }).collect()
}

fn found(index: &Index, entry: &Entry) -> bool {
    index.search(&entry.hash, 0).unwrap().iter().any(|hit| hit.label == entry.label)
}

/// Loading takes here until what the new log says is found, however long that is.
#[test]
fn a_new_log_is_followed_while_a_merged_file_loads() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path()).unwrap();
    let (rows, logged, later) = (entries(1, 20_000), entries(2, 3), entries(3, 3));
    writer.add(rows.clone()).unwrap();
    writer.add(logged.clone()).unwrap();
    writer.withdraw(&rows[..1]).unwrap();
    let index = Index::open(dir.path()).unwrap();
    let before = index.state.load_full();
    let State::Ready(old) = &*before else { panic!("it was opened") };
    writer.tidy(&mut |_, _| {}).unwrap();
    writer.add(later.clone()).unwrap();
    writer.withdraw(&[rows[1], logged[0]]).unwrap();

    let manifest = Manifest::read(dir.path()).unwrap();
    let mut shown = Arc::clone(&before);
    let began = Instant::now();
    let seen = index.while_loading(&manifest.log, old, &mut shown, || {
        while !found(&index, &later[2]) && began.elapsed() < Duration::from_secs(60) {
            thread::sleep(Duration::from_millis(5));
        }
        let gone = [&rows[0], &rows[1], &logged[0]].map(|entry| found(&index, entry));
        let there = [&rows[2], &logged[1], &later[0]].map(|entry| found(&index, entry));
        (gone, there)
    });
    assert_eq!(seen, ([false; 3], [true; 3]));
    assert!(Arc::ptr_eq(&index.state.load_full(), &shown) && !Arc::ptr_eq(&shown, &before));
}

/// A picture that was begun before knows nothing of the damage.
#[test]
fn damage_that_a_check_finds_meanwhile_is_not_painted_over() {
    let dir = tempfile::tempdir().unwrap();
    Writer::open(dir.path()).unwrap().add(entries(1, 3)).unwrap();
    let index = Index::open(dir.path()).unwrap();
    let mut shown = index.state.load_full();
    let next = Arc::clone(&shown);
    index.state.store(Arc::new(State::Not(NotAnswered::Loading)));
    index.show(&mut shown, next);
    assert!(index.search(&[0; 32], 31).is_err());
}
