//! What is kept under a code is found, changed, forgotten and expired, also after a restore.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use store::{Progress, StoreError, Week, Written};

const BLOB: usize = 32_768;

fn week(number: i64) -> Week {
    Week::from_number(number).unwrap()
}

async fn open(dir: &Path) -> Progress {
    Progress::open(&dir.join("programme.suoja"), 3).await.unwrap()
}

fn now() -> Week {
    week(202_647)
}

#[tokio::test]
async fn a_blob_is_kept_changed_and_found() {
    let dir = tempfile::tempdir().unwrap();
    let progress = open(dir.path()).await;
    let (id, other) = ([1; 16], [2; 16]);
    assert_eq!(progress.get(&id, now()).await.unwrap(), None);
    assert_eq!(progress.create(&id, now(), &[7; BLOB]).await.unwrap(), Written::Kept(1));
    assert_eq!(progress.create(&id, now(), &[8; BLOB]).await.unwrap(), Written::Elsewhere);
    assert_eq!(progress.put(&id, now(), 1, &[9; BLOB]).await.unwrap(), Written::Kept(2));
    // A second window that still shows revision 1 writes nothing over it.
    assert_eq!(progress.put(&id, now(), 1, &[5; BLOB]).await.unwrap(), Written::Elsewhere);
    assert_eq!(progress.put(&other, now(), 1, &[5; BLOB]).await.unwrap(), Written::Elsewhere);
    drop(progress);
    let found = open(dir.path()).await.get(&id, now()).await.unwrap().unwrap();
    assert_eq!((found.revision, found.blob), (2, vec![9; BLOB]));
}

#[tokio::test]
async fn what_was_forgotten_is_gone_from_the_file_and_stays_gone_after_a_restore() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("programme.suoja");
    let progress = open(dir.path()).await;
    let blob: Vec<u8> = (0..BLOB).map(|at| u8::try_from(at % 251).unwrap()).collect();
    progress.create(&[1; 16], now(), &blob).await.unwrap();
    progress.create(&[2; 16], now(), &[6; BLOB]).await.unwrap();
    drop(progress);
    let backup = std::fs::read(&file).unwrap();
    let holds = |bytes: &[u8]| bytes.windows(64).any(|part| part == &blob[..64]);
    assert!(holds(&backup));

    let progress = open(dir.path()).await;
    progress.forget(&[1; 16], now()).await.unwrap();
    assert!(!holds(&std::fs::read(&file).unwrap()), "overwritten, not only unlinked");
    assert_eq!(progress.create(&[1; 16], now(), &blob).await.unwrap(), Written::Elsewhere);
    drop(progress);

    std::fs::write(&file, &backup).unwrap();
    let progress = open(dir.path()).await;
    assert_eq!(progress.get(&[1; 16], now()).await.unwrap(), None);
    assert!(!holds(&std::fs::read(&file).unwrap()));
    assert!(progress.get(&[2; 16], now()).await.unwrap().is_some());
}

#[tokio::test]
async fn what_nobody_used_expires_by_week() {
    let dir = tempfile::tempdir().unwrap();
    let progress = open(dir.path()).await;
    progress.create(&[1; 16], week(202_601), &[7; BLOB]).await.unwrap();
    progress.create(&[2; 16], week(202_601), &[7; BLOB]).await.unwrap();
    progress.forget(&[3; 16], week(202_601)).await.unwrap();
    // Opening it counts as use.
    progress.get(&[2; 16], week(202_620)).await.unwrap();
    progress.expire(week(202_602)).await.unwrap();
    assert_eq!(progress.get(&[1; 16], week(202_620)).await.unwrap(), None);
    assert!(progress.get(&[2; 16], week(202_620)).await.unwrap().is_some());
    let list = std::fs::read_to_string(dir.path().join("programme.forgotten")).unwrap();
    assert_eq!(list, "", "no unexpired row can bring back what was forgotten before");
}

#[tokio::test]
async fn a_full_store_and_a_foreign_file_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let progress = open(dir.path()).await;
    for at in 1..=3 {
        assert_eq!(progress.create(&[at; 16], now(), &[7; BLOB]).await.unwrap(), Written::Kept(1));
    }
    assert_eq!(progress.create(&[4; 16], now(), &[7; BLOB]).await.unwrap(), Written::NoRoom);
    progress.forget(&[1; 16], now()).await.unwrap();
    assert_eq!(progress.create(&[4; 16], now(), &[7; BLOB]).await.unwrap(), Written::Kept(1));

    let other = dir.path().join("other.suoja");
    std::fs::write(&other, b"no database, but long enough to be looked at".repeat(40)).unwrap();
    assert!(matches!(Progress::open(&other, 3).await, Err(StoreError::NotOurs(_))));
    std::fs::write(dir.path().join("programme.forgotten"), "half a li").unwrap();
    let damaged = Progress::open(&dir.path().join("programme.suoja"), 3).await;
    assert!(damaged.is_err_and(|error| error.to_string().contains("forgotten is damaged")));
}
