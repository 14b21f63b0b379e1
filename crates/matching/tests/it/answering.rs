//! "No match" only when every list that applies has answered.

use std::fs;

use exchange::{HashKind, HashValue};
use matching::{ListError, Lists, Mode, NotAnswered, Outcome, Question};

use crate::{about, add_list, ask, entry, folder, import, lines, listed, now, print};

#[tokio::test]
async fn no_list_and_an_empty_list_are_no_answer() {
    let dir = folder("").await;
    assert_eq!(ask(dir.path(), &about(print(1))).await.outcome, Outcome::NotAnswered);
    fs::remove_dir_all(dir.path().join("one")).unwrap();
    assert_eq!(ask(dir.path(), &about(print(1))).await.outcome, Outcome::NotAnswered);
}

#[tokio::test]
async fn a_list_of_other_kinds_does_not_apply() {
    let dir = folder("").await;
    add_list(dir.path(), "two", "").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    import(dir.path(), "two", vec![entry(HashKind::Md5, &print(2).0[..16], "1", "a", 1)]).await;
    let answer = ask(dir.path(), &about(print(3))).await;
    assert_eq!(answer.outcome, Outcome::NoMatch);
    assert_eq!(answer.nothing_to_compare, ["two"]);
}

#[tokio::test]
async fn a_damaged_list_is_never_no_match() {
    let dir = folder("").await;
    for name in ["two", "three"] {
        add_list(dir.path(), name, "").await;
    }
    for name in ["one", "two"] {
        import(dir.path(), name, vec![listed(print(1), 1)]).await;
    }
    let harmless = entry(HashKind::Md5, &print(2).0[..16], "1", "a", 1);
    import(dir.path(), "three", vec![harmless]).await;
    for file in fs::read_dir(dir.path().join("two/index")).unwrap() {
        fs::write(file.unwrap().path(), "something else altogether, long enough for a head")
            .unwrap();
    }
    let lists = Lists::open(dir.path(), Mode::Serving).await.unwrap();
    let ready = |lists: &Lists| {
        lists.status().iter().all(|list| match &list.index.not_answered {
            Some(why) => !matches!(why, radius::NotAnswered::Loading),
            None => true,
        })
    };
    while !ready(&lists) {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let clean = lists.ask(&about(print(5)), now()).await;
    assert_eq!(clean.outcome, Outcome::NotAnswered);
    assert!(matches!(&clean.not_answered[..], [(list, NotAnswered::Damaged(_))] if list == "two"));
    let found = lists.ask(&about(print(1)), now()).await;
    assert_eq!(lines(&found), [1]);
    assert!(matches!(found.outcome, Outcome::Match { complete: false, .. }));
    assert!(!lists.ready());
    // A question without a fingerprint does not need the index.
    let exact = vec![HashValue::from_bytes(HashKind::Md5, &print(2).0[..16]).unwrap()];
    let exact = lists.ask(&Question { exact, ..Question::default() }, now()).await;
    assert!(matches!(exact.outcome, Outcome::Match { complete: true, .. }));
    let opened = Lists::open(dir.path(), Mode::Reading).await.map(drop);
    assert!(matches!(opened, Err(ListError::Index(_))));
}

#[tokio::test]
async fn a_list_whose_rows_are_gone_does_not_answer() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let lists = Lists::open(dir.path(), Mode::Reading).await.unwrap();
    fs::write(dir.path().join("one/rows.sqlite"), "no database at all").unwrap();
    fs::remove_file(dir.path().join("one/rows.sqlite-wal")).ok();
    let fresh = Lists::open(dir.path(), Mode::Reading).await.map(drop);
    assert!(matches!(fresh, Err(ListError::NotOurs(_))), "{fresh:?}");
    drop(lists);
}

#[tokio::test]
async fn many_questions_are_answered_each_in_its_place() {
    let dir = folder("").await;
    import(dir.path(), "one", (1..=50).map(|line| listed(print(line), line)).collect()).await;
    let lists = Lists::open(dir.path(), Mode::Reading).await.unwrap();
    let questions: Vec<_> = (1..=100).map(|seed| about(print(seed))).collect();
    let answers = lists.ask_many(&questions, now()).await;
    for (seed, answer) in (1..=100).zip(&answers) {
        let wanted = if seed <= 50 { vec![seed] } else { Vec::new() };
        assert_eq!(lines(answer), wanted);
    }
}

#[tokio::test]
async fn rows_that_were_emptied_an_index_that_was_lost_and_a_missing_policy_are_told() {
    let filled = async || {
        let dir = folder("").await;
        import(dir.path(), "one", vec![listed(print(1), 1), listed(print(2), 2)]).await;
        dir
    };
    let dir = filled().await;
    let rows = dir.path().join("one/rows.sqlite");
    for log in ["one/rows.sqlite-wal", "one/rows.sqlite-shm"] {
        fs::remove_file(dir.path().join(log)).ok();
    }
    fs::write(&rows, "").unwrap();
    let opened = Lists::open(dir.path(), Mode::Reading).await.map(drop);
    assert!(matches!(opened, Err(ListError::Emptied(_))), "{opened:?}");
    let opened = matching::Writer::open(dir.path(), "one", now()).await.map(drop);
    assert!(matches!(opened, Err(ListError::Emptied(_))), "{opened:?}");
    assert_eq!(fs::metadata(&rows).unwrap().len(), 0, "it is not filled as if it were new");

    // An index from before the rows: as many files, fewer fingerprints.
    let (dir, old) = (filled().await, folder("").await);
    fs::remove_dir_all(dir.path().join("one/index")).unwrap();
    fs::rename(old.path().join("one/index"), dir.path().join("one/index")).unwrap();
    let lists = Lists::open(dir.path(), Mode::Reading).await.unwrap();
    assert_eq!(lists.ask(&about(print(1)), now()).await.outcome, Outcome::NotAnswered);
    let opened = matching::Writer::open(dir.path(), "one", now()).await.map(drop);
    assert!(matches!(&opened, Err(ListError::Index(why)) if why.contains("0 fingerprints")));

    let dir = filled().await;
    fs::rename(dir.path().join("one/list.toml"), dir.path().join("one/list.toml~")).unwrap();
    let opened = Lists::open(dir.path(), Mode::Reading).await.map(drop);
    assert!(matches!(opened, Err(ListError::NoPolicy(_))), "{opened:?}");
}
