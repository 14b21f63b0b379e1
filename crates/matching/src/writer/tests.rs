//! What a process leaves behind that is killed at the worst moments, and what opening makes of it.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

use exchange::{Change, Fault, HashValue, Row as FileRow};
use pdq::Fingerprint;
use tempfile::TempDir;

use super::*;
use crate::{Lists, Mode, Outcome, Prints, Question};

const POLICY: &str = "title = \"A list\"\nsource = \"An invented source\"\nclass = \"test\"\n";

fn now() -> Timestamp {
    Timestamp::from_second(1_795_000_000).unwrap()
}

async fn list() -> TempDir {
    let private = Permissions::from_mode(0o700);
    let dir = tempfile::Builder::new().permissions(private).tempdir().unwrap();
    create(dir.path(), "one", POLICY, now()).await.unwrap();
    let mut writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    import(&mut writer, 1..=2).await;
    dir
}

fn rows(seeds: std::ops::RangeInclusive<u8>) -> impl Iterator<Item = Result<FileRow, Fault>> {
    let row = |seed: u8| {
        let hash = HashValue::from(Fingerprint([seed; 32]));
        Ok(FileRow::new(Change::Add(hash), seed.into()))
    };
    seeds.map(row)
}

async fn import(writer: &mut Writer, seeds: std::ops::RangeInclusive<u8>) {
    let (source, options) = (Source::stream("invented"), ImportOptions::default());
    writer.import(&source, rows(seeds), options, now(), &mut |_| ()).await.unwrap();
}

async fn is_listed(dir: &TempDir, seed: u8) -> bool {
    let pdq = Some(Prints::one(Fingerprint([seed; 32]), Some(100)));
    let lists = Lists::open(dir.path(), Mode::Reading).await.unwrap();
    let answer = lists.ask(&Question { pdq, ..Question::default() }, now()).await;
    assert_ne!(answer.outcome, Outcome::NotAnswered);
    answer.findings.iter().any(|finding| finding.distance() == 0)
}

/// Everything of an import but its last commit.
async fn all_but_the_last_commit(writer: &mut Writer) {
    let (source, options) = (Source::stream("invented"), ImportOptions::default());
    let open = writer.begin(&source, options, now()).await.unwrap();
    writer.stage(&open, rows(3..=4), options, &mut |_| ()).await.unwrap();
    let whole = sqlx::query("UPDATE import SET whole = 1 WHERE id = ?").bind(open.number);
    writer.rows.execute(whole).await.unwrap();
    let entries = gone::fingerprints(&mut writer.rows, open.first).await.unwrap();
    assert_eq!(entries.len(), 2);
    writer.index.add(entries).unwrap();
}

#[tokio::test]
async fn killed_before_its_last_commit_an_import_is_ended_by_the_next_opening() {
    let dir = list().await;
    let mut writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    all_but_the_last_commit(&mut writer).await;
    drop(writer);
    // The index holds the fingerprints; their rows do not count.
    assert!(is_listed(&dir, 1).await && !is_listed(&dir, 3).await);
    let writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    assert_eq!(writer.mended(), Mended { finished: Some(2), ghosts: 0 });
    drop(writer);
    assert!(is_listed(&dir, 3).await && is_listed(&dir, 4).await);
    let index = radius::Index::open(&dir.path().join("one/index")).unwrap();
    assert_eq!(index.search(&[3; 32], 0).unwrap().len(), 1, "given to the index twice, there once");
}

#[tokio::test]
async fn killed_before_its_last_commit_an_import_can_be_thrown_away() {
    let dir = list().await;
    let mut writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    all_but_the_last_commit(&mut writer).await;
    let open = writer.open_import().await.unwrap().unwrap();
    writer.discard(&open).await.unwrap();
    drop(writer);
    assert!(is_listed(&dir, 2).await && !is_listed(&dir, 3).await);
    let index = radius::Index::open(&dir.path().join("one/index")).unwrap();
    assert!(index.search(&[3; 32], 0).unwrap().is_empty());
}

#[tokio::test]
async fn killed_before_the_index_let_go_a_withdrawn_hash_stays_withdrawn() {
    let dir = list().await;
    let mut writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    let mut work = writer.rows.begin().await.unwrap();
    gone::begin(&mut work).await.unwrap();
    (&mut *work).execute("INSERT INTO temp.leaving VALUES (1)").await.unwrap();
    assert_eq!(gone::remove(&mut work, i64::MAX).await.unwrap(), 1);
    work.commit().await.unwrap();
    drop(writer);
    assert!(!is_listed(&dir, 1).await && is_listed(&dir, 2).await);
    let writer = Writer::open(dir.path(), "one", now()).await.unwrap();
    assert_eq!(writer.mended(), Mended { finished: None, ghosts: 1 });
    drop(writer);
    let index = radius::Index::open(&dir.path().join("one/index")).unwrap();
    assert!(index.search(&[1; 32], 0).unwrap().is_empty());
    let again = Writer::open(dir.path(), "one", now()).await.unwrap();
    assert_eq!(again.mended(), Mended::default());
}
