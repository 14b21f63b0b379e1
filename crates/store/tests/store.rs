//! The store keeps what it acknowledged, adds nothing twice, and forgets the order.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use jiff::civil::date;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{Appended, Archive, Row, Store, StoreError, Week};

fn week() -> Week {
    Week::of(date(2026, 11, 23))
}

fn rows(count: usize, seed: u64) -> Vec<Row> {
    let mut rng = ChaCha20Rng::seed_from_u64(seed);
    let row = |_| {
        let mut id = [0; 16];
        let mut blob = vec![0; 3_000];
        rng.fill_bytes(&mut id);
        rng.fill_bytes(&mut blob);
        Row { id, week: week(), blob }
    };
    (0..count).map(row).collect()
}

async fn all(path: &Path) -> Vec<store::SealedPart> {
    Archive::open(path).await.unwrap().parts(None, 100_000).await.unwrap()
}

async fn execute(path: &Path, sql: &'static str) {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

#[tokio::test]
async fn what_was_appended_is_there_once() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    let store = Store::open(&path).await.unwrap();
    let rows = rows(3, 1);
    for row in &rows {
        assert_eq!(store.append(row.clone()).await.unwrap(), Appended::New);
        assert_eq!(store.append(row.clone()).await.unwrap(), Appended::Already);
    }
    store.close().await.unwrap();
    assert!(matches!(store.append(rows[0].clone()).await, Err(StoreError::Closed)));
    let found = all(&path).await;
    assert_eq!(found.len(), 3);
    for row in rows {
        let same = found.iter().find(|part| part.id == row.id).unwrap();
        assert_eq!((&same.blob, same.week), (&row.blob, Some(week())));
    }
}

#[tokio::test]
async fn the_file_is_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    let store = Store::open(&path).await.unwrap();
    store.append(rows(1, 1).remove(0)).await.unwrap();
    for entry in std::fs::read_dir(dir.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{:?}", entry.file_name());
    }
}

#[tokio::test]
async fn openings_add_up() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    let store = Store::open(&path).await.unwrap();
    let later = Week::of(date(2026, 12, 1));
    store.add_openings(vec![(week(), "fr".into(), 2), (later, "fr".into(), 1)]).await.unwrap();
    store.add_openings(vec![(week(), "fr".into(), 3), (week(), "en".into(), 1)]).await.unwrap();
    store.close().await.unwrap();
    let openings = Archive::open(&path).await.unwrap().openings().await.unwrap();
    let expected = [(week(), "en".into(), 1), (week(), "fr".into(), 5), (later, "fr".into(), 1)];
    assert_eq!(openings, expected);
}

#[tokio::test]
async fn a_blob_that_would_overflow_its_page_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(&dir.path().join("s.sqlite")).await.unwrap();
    let row = Row { id: [1; 16], week: week(), blob: vec![0; store::LARGEST_BLOB + 1] };
    assert!(matches!(store.append(row).await, Err(StoreError::BlobTooLarge(_))));
}

#[tokio::test]
async fn the_largest_blob_makes_no_overflow_page() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    let store = Store::open(&path).await.unwrap();
    for mut row in rows(40, 2) {
        row.blob.resize(store::LARGEST_BLOB, 7);
        store.append(row).await.unwrap();
    }
    store.close().await.unwrap();
    let file = std::fs::read(&path).unwrap();
    // Each row whole in one page: its bytes stand in one piece within 16 KiB.
    let needle = vec![7; store::LARGEST_BLOB - 3_000];
    let whole = file
        .chunks(16_384)
        .map(|page| page.windows(needle.len()).step_by(1).filter(|w| **w == needle[..]).count());
    assert!(whole.sum::<usize>() >= 40);
}

#[tokio::test]
async fn other_files_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let open = async |name: &str| Store::open(&dir.path().join(name)).await.err();

    std::fs::write(dir.path().join("text"), "This is a letter, not a database.".repeat(99))
        .unwrap();
    assert!(matches!(open("text").await, Some(StoreError::NotOurs(_))));

    execute(&dir.path().join("other"), "CREATE TABLE t (a)").await;
    assert!(matches!(open("other").await, Some(StoreError::NotOurs(_))));
    assert!(matches!(
        Archive::open(&dir.path().join("none")).await.err(),
        Some(StoreError::Missing(_))
    ));
}

#[tokio::test]
async fn a_later_schema_is_refused_by_both_sides() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    Store::open(&path).await.unwrap().close().await.unwrap();
    execute(&path, "INSERT INTO _sqlx_migrations VALUES (2, 'later', 0, 1, x'00', 0)").await;
    assert!(matches!(Store::open(&path).await.err(), Some(StoreError::LaterSchema(_))));
    assert!(matches!(Archive::open(&path).await.err(), Some(StoreError::LaterSchema(_))));
    execute(&path, "DELETE FROM _sqlx_migrations WHERE version = 2").await;
    execute(&path, "UPDATE _sqlx_migrations SET checksum = x'00'").await;
    assert!(matches!(Store::open(&path).await.err(), Some(StoreError::ForeignSchema(_))));
}

#[tokio::test]
async fn a_snapshot_is_complete_and_never_overwrites() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(&dir.path().join("s.sqlite")).await.unwrap();
    for row in rows(10, 3) {
        store.append(row).await.unwrap();
    }
    let copy = dir.path().join("copy.sqlite");
    store.snapshot(&copy).await.unwrap();
    assert_eq!(all(&copy).await.len(), 10);
    assert!(store.snapshot(&copy).await.is_err());
    let mode = std::os::unix::fs::PermissionsExt::mode(&copy.metadata().unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
}

/// Promise 3: neither the place in the file nor the place inside a page tells the order of
/// arrival. 5,000 parts, arriving one by one and in groups.
#[tokio::test(flavor = "multi_thread")]
async fn the_order_of_arrival_is_not_in_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("s.sqlite");
    let store = Store::open(&path).await.unwrap();
    let rows = rows(5_000, 4);
    for (at, group) in rows.chunks(10).enumerate() {
        // A busy door: an hour has a thousand parts, and then the file is rewritten.
        if at > 0 && at % 100 == 0 {
            store.rewrite().await.unwrap();
        }
        // Half of them one by one, half of them together.
        let mut parts = tokio::task::JoinSet::new();
        for row in group.iter().cloned() {
            let store = store.clone();
            parts.spawn(async move { store.append(row).await });
            if at % 2 == 0 {
                parts.join_next().await.unwrap().unwrap().unwrap();
            }
        }
        while let Some(part) = parts.join_next().await {
            part.unwrap().unwrap();
        }
    }
    store.snapshot(&dir.path().join("copy.sqlite")).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    let log = std::fs::metadata(dir.path().join("s.sqlite-wal")).map_or(0, |m| m.len());
    assert_eq!(log, 0, "the log, which is in order of arrival, was not cut");

    let (file, page) = correlations(&path, &rows);
    println!("before the last rewrite: {file:.3} over the file, {page:.3} inside pages");
    assert!(page.abs() < 0.1, "before the last rewrite: {page:.3} inside pages");
    assert!(file.abs() < 0.1, "before the last rewrite: {file:.3} over the file");

    store.rewrite().await.unwrap();
    for (name, file) in [("rewritten", &path), ("copy", &dir.path().join("copy.sqlite"))] {
        let (file, page) = correlations(file, &rows);
        assert!(file.abs() < 0.1, "{name}: {file:.3} over the file");
        assert!(page.abs() < 0.1, "{name}: {page:.3} inside pages");
    }
}

/// Spearman's rank correlation of arrival with the place in the file, and Kendall's tau of arrival
/// with the place inside a page over all pairs that share a page.
fn correlations(path: &Path, rows: &[Row]) -> (f64, f64) {
    let file = std::fs::read(path).unwrap();
    // The first 16 bytes of a random blob are its own.
    let mut places: Vec<(usize, usize)> = Vec::new();
    let index: std::collections::HashMap<&[u8], usize> =
        rows.iter().enumerate().map(|(at, row)| (&row.blob[..16], at)).collect();
    for place in 0..file.len() - 16 {
        if let Some(arrival) = index.get(&file[place..place + 16]) {
            places.push((place, *arrival));
        }
    }
    assert_eq!(places.len(), rows.len(), "every part stands in the file once");
    let n = places.len() as f64;
    let squares: f64 = places
        .iter()
        .enumerate()
        .map(|(rank, (_, arrival))| (rank as f64 - *arrival as f64).powi(2))
        .sum();
    let spearman = 1.0 - 6.0 * squares / (n * (n * n - 1.0));

    let (mut with, mut against) = (0.0, 0.0);
    for (at, (place, arrival)) in places.iter().enumerate() {
        let here =
            places[at + 1..].iter().take_while(|(other, _)| other / 16_384 == place / 16_384);
        for (_, other) in here {
            if other > arrival { with += 1.0 } else { against += 1.0 }
        }
    }
    (spearman, (with - against) / (with + against))
}

/// A migration that was released never changes: files of that version are out there. A new one
/// gets a new number and a new line here.
#[test]
fn released_migrations_are_frozen() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let hash = blake3::hash(&std::fs::read(&path).unwrap()).to_hex();
        found.push(format!("{} {}", path.file_name().unwrap().display(), &hash[..16]));
    }
    found.sort();
    assert_eq!(found, ["0001_parts_and_openings.sql 8bf579ba8d2699b8"]);
}
