//! What is added is found, what is withdrawn is not, however the index came to be.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use proptest::prelude::*;
use radius::{Entry, Index, IndexError, Writer};

use crate::world::{Twin, entries, near};

#[test]
fn a_list_of_one_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let one = entries(1, 1);
    Writer::open(dir.path()).unwrap().add(one.clone()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    Twin(one.iter().copied().collect()).equals(&index, &[one[0].hash]);
}

#[test]
fn an_empty_list_answers_with_nothing() {
    let dir = tempfile::tempdir().unwrap();
    assert!(Writer::open(dir.path()).unwrap().is_empty().unwrap());
    let index = Index::open(dir.path()).unwrap();
    assert!(index.search(&[0; 32], 31).unwrap().is_empty());
    assert_eq!(index.status().entries, 0);
}

#[test]
fn one_hash_listed_a_thousand_times_is_found_a_thousand_times() {
    let dir = tempfile::tempdir().unwrap();
    let mut all = entries(20_000, 2);
    let hash = all[7].hash;
    all.extend((0..1000).map(|at| Entry { hash, label: 100_000 + at }));
    Writer::open(dir.path()).unwrap().add(all.clone()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.search(&near(&hash, 31), 31).unwrap().len(), 1001);
    Twin(all.into_iter().collect()).equals(&index, &[hash]);
}

#[test]
fn ten_thousand_that_share_bits_are_searched_exactly() {
    let dir = tempfile::tempdir().unwrap();
    let mut all = entries(40_000, 3);
    for entry in &mut all[..10_000] {
        entry.hash[4..8].copy_from_slice(&[0x5a; 4]);
    }
    Writer::open(dir.path()).unwrap().add(all.clone()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    index.build_tables().unwrap();
    assert_eq!(index.status().in_tables, 40_000);
    let around = [all[0].hash, all[9_999].hash, all[10_001].hash];
    Twin(all.into_iter().collect()).equals(&index, &around);
}

#[test]
fn what_was_withdrawn_is_gone_and_comes_back_when_it_is_listed_again() {
    let dir = tempfile::tempdir().unwrap();
    let all = entries(30_000, 4);
    let mut writer = Writer::open(dir.path()).unwrap();
    writer.add(all.clone()).unwrap();
    writer.withdraw(&all[..3]).unwrap();
    let mut twin = Twin(all[3..].iter().copied().collect());
    let around = [all[0].hash, all[2].hash, all[3].hash];
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
    writer.add(vec![all[1]]).unwrap();
    twin.0.insert(all[1]);
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
    // Another label of the same hash is another entry.
    writer.withdraw(&[Entry { label: 77_777, ..all[3] }]).unwrap();
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
    drop(writer);
    Writer::open(dir.path()).unwrap().tidy(&mut |_, _| {}).unwrap();
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
}

#[test]
fn files_of_an_index_are_its_owners_alone() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("index");
    Writer::open(&folder).unwrap().add(entries(20_000, 5)).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn two_writers_do_not_meet() {
    let dir = tempfile::tempdir().unwrap();
    let _one = Writer::open(dir.path()).unwrap();
    let two = Writer::open(dir.path()).err();
    assert!(matches!(two, Some(IndexError::Busy(_))), "{two:?}");
}

#[test]
fn merging_says_how_far_it_is_and_leaves_few_files() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(dir.path()).unwrap();
    let all = entries(120_000, 6);
    for part in all.chunks(20_000) {
        writer.add(part.to_vec()).unwrap();
    }
    assert_eq!(Index::open(dir.path()).unwrap().status().files, 6);
    let mut told = Vec::new();
    writer.tidy(&mut |done, of| told.push((done, of))).unwrap();
    assert_eq!(told.last(), Some(&(120_000, 120_000)));
    let index = Index::open(dir.path()).unwrap();
    assert_eq!((index.status().files, index.status().entries), (1, 120_000));
    Twin(all.iter().copied().collect()).equals(&index, &[all[0].hash, all[119_999].hash]);
}

#[test]
fn tables_are_built_once_many_have_asked() {
    let dir = tempfile::tempdir().unwrap();
    let all = entries(20_000, 8);
    Writer::open(dir.path()).unwrap().add(all.clone()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    let twin = Twin(all.iter().copied().collect());
    twin.equals(&index, &[all[3].hash]);
    assert_eq!(index.status().in_tables, 0);
    let many: Vec<_> = all.iter().take(500).map(|entry| entry.hash).collect();
    assert!(index.search_many(&many, 31).unwrap().iter().all(|hits| hits.len() == 1));
    assert_eq!(index.status().in_tables, 20_000);
    twin.equals(&index, &[all[3].hash]);
}

#[test]
fn distances_beyond_the_largest_are_not_answered() {
    let dir = tempfile::tempdir().unwrap();
    Writer::open(dir.path()).unwrap();
    let index = Index::open(dir.path()).unwrap();
    assert!(index.search(&[0; 32], 47).is_ok());
    let refused = index.search(&[0; 32], 48).unwrap_err();
    assert_eq!(refused.to_string(), "a distance is 0 to 47, not 48");
}

/// What can be done with an index.
#[derive(Debug, Clone)]
enum Step {
    AddFew(u64),
    AddMany(u64),
    Withdraw(usize),
    Tidy,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0u64..1000).prop_map(Step::AddFew),
        1 => (0u64..1000).prop_map(Step::AddMany),
        2 => (1usize..400).prop_map(Step::Withdraw),
        1 => Just(Step::Tidy),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn an_index_equals_its_twin_after_any_changes(steps in proptest::collection::vec(step(), 1..9)) {
        let dir = tempfile::tempdir().unwrap();
        let mut writer = Writer::open(dir.path()).unwrap();
        let mut twin = Twin::default();
        let index = Index::open(dir.path()).unwrap();
        for step in steps {
            match step {
                Step::AddFew(seed) => add(&mut writer, &mut twin, entries(50, seed)),
                Step::AddMany(seed) => add(&mut writer, &mut twin, entries(17_000, seed)),
                Step::Withdraw(every) => {
                    let gone: Vec<Entry> = twin.0.iter().copied().step_by(every).take(300).collect();
                    writer.withdraw(&gone).unwrap();
                    gone.iter().for_each(|entry| assert!(twin.0.remove(entry)));
                }
                Step::Tidy => writer.tidy(&mut |_, _| {}).unwrap(),
                Step::Reopen => {
                    drop(writer);
                    writer = Writer::open(dir.path()).unwrap();
                }
            }
            // One that has been open all along, and one that is opened anew.
            index.refresh().unwrap();
            index.build_tables().unwrap();
            let step = (twin.0.len() / 3).max(1);
            let around: Vec<_> = twin.0.iter().step_by(step).map(|entry| entry.hash).collect();
            twin.equals(&index, &around);
            twin.equals(&Index::open(dir.path()).unwrap(), &around);
        }
    }
}

fn add(writer: &mut Writer, twin: &mut Twin, entries: Vec<Entry>) {
    twin.0.extend(entries.iter().copied());
    writer.add(entries).unwrap();
}
