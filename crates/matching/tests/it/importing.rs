//! Imports: whole or not at all, known again, broken off and gone on with.

use exchange::{BadRow, Broken, BrokenReason, Change, Fault, HashKind, HashValue, Reason, Row};
use matching::{Done, ImportOptions, ListError, ListReader, Outcome, Source};

use crate::{about, ask, entry, folder, import, import_with, lines, listed, now, print, writer};

const ADDED_TWO: Done = Done { added: 2, known: 0, withdrew: 0 };

fn bad(line: u64) -> Fault {
    Fault::Row(BadRow { line, reason: Reason::NoHash })
}

#[tokio::test]
async fn rows_count_and_say_where_they_come_from() {
    let dir = folder("").await;
    let mut row = entry(HashKind::Pdq, &print(1).0, "42", "e-7", 9);
    row.class = Some("A1".into());
    row.tags = vec!["one".into(), "two".into()];
    row.changed = Some(crate::at(-50));
    let imported = import(dir.path(), "one", vec![row, listed(print(2), 10)]).await;
    assert_eq!((imported.number, imported.done), (Some(1), ADDED_TWO));

    let answer = ask(dir.path(), &about(print(1))).await;
    let found = &answer.findings[0];
    let own = &found.provenance;
    assert_eq!((own.import, own.line), (1, 9));
    assert_eq!((own.member.as_deref(), own.entry.as_deref()), (Some("42"), Some("e-7")));
    assert_eq!((own.class.as_deref(), own.tags.join(" ")), (Some("A1"), "one two".to_owned()));
    assert_eq!((own.changed, own.added), (Some(crate::at(-50)), now()));
    assert_eq!((found.class.as_str(), found.source.as_str()), ("test", "An invented source"));
}

#[tokio::test]
async fn a_malformed_row_stops_everything_and_all_of_them_are_counted() {
    let dir = folder("").await;
    let mut writer = writer(dir.path(), "one").await;
    let rows = || {
        let good = [Ok(listed(print(1), 1)), Err(bad(2)), Ok(listed(print(2), 3))];
        good.into_iter().chain((4..40).map(|line| Err(bad(line))))
    };
    let source = Source::stream("invented");
    let strict = ImportOptions::default();
    let refused = writer.import(&source, rows(), strict, now(), &mut |_| ()).await.unwrap();
    assert_eq!((refused.number, refused.malformed.count), (None, 37));
    let shown: Vec<u64> = refused.malformed.first.iter().map(|row| row.line).collect();
    assert_eq!((shown.len(), shown[0], shown[19]), (20, 2, 22));
    assert_eq!(refused.malformed.reasons.values().copied().collect::<Vec<_>>(), [37]);
    assert_eq!(ask(dir.path(), &about(print(1))).await.outcome, Outcome::NotAnswered);

    let lax = ImportOptions { skip_malformed: true, ..strict };
    let taken = writer.import(&source, rows(), lax, now(), &mut |_| ()).await.unwrap();
    assert_eq!((taken.done, taken.malformed.count), (ADDED_TWO, 37));
    assert_eq!(lines(&ask(dir.path(), &about(print(2))).await), [3]);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_to_its_end_adds_nothing() {
    let dir = folder("").await;
    let broken = Fault::Broken(Broken { line: 2, reason: BrokenReason::Xml });
    let rows = vec![Ok(listed(print(1), 1)), Err(broken)];
    let mut writer = writer(dir.path(), "one").await;
    let options = ImportOptions { skip_malformed: true, ..ImportOptions::default() };
    let source = Source::stream("invented");
    let done = writer.import(&source, rows.into_iter(), options, now(), &mut |_| ()).await;
    assert!(done.unwrap_err().to_string().ends_with("nothing was imported"));
    let summary = ListReader::open(dir.path(), "one").await.unwrap().summary().await.unwrap();
    assert!(summary.kinds.is_empty() && summary.imports.is_empty());
}

#[tokio::test]
async fn the_same_rows_again_are_known_and_brought_up_to_date() {
    let dir = folder("").await;
    let first = vec![entry(HashKind::Pdq, &print(1).0, "1", "a", 1), listed(print(2), 2)];
    import(dir.path(), "one", first.clone()).await;
    let mut again = first;
    again[0].class = Some("B2".into());
    again.push(listed(print(3), 3));
    let second = import(dir.path(), "one", again).await;
    assert_eq!(second.done, Done { added: 1, known: 2, withdrew: 0 });
    let answer = ask(dir.path(), &about(print(1))).await;
    assert_eq!(lines(&answer), [1]);
    assert_eq!(answer.findings[0].provenance.class.as_deref(), Some("B2"));
    assert_eq!(answer.findings[0].provenance.import, 1, "the row is still the first one");
}

#[tokio::test]
async fn what_an_entry_no_longer_names_is_gone() {
    let dir = folder("").await;
    let md5 = |seed: u64| print(seed).0[..16].to_vec();
    let old = vec![
        entry(HashKind::Pdq, &print(1).0, "1", "a", 1),
        entry(HashKind::Md5, &md5(1), "1", "a", 2),
        entry(HashKind::Pdq, &print(2).0, "2", "a", 3),
    ];
    import(dir.path(), "one", old).await;
    // Another list of kinds: only what is named again is replaced.
    let new = vec![entry(HashKind::Pdq, &print(5).0, "1", "a", 1)];
    let done = import(dir.path(), "one", new.clone()).await.done;
    assert_eq!(done, Done { added: 1, known: 0, withdrew: 1 });
    assert!(lines(&ask(dir.path(), &about(print(1))).await).is_empty());
    assert_eq!(lines(&ask(dir.path(), &about(print(2))).await), [3], "another member's entry");
    // The source repeats whole entries: the MD5 is gone as well.
    let whole = ImportOptions { whole_entries: true, ..ImportOptions::default() };
    let done = import_with(dir.path(), "one", new, whole).await.done;
    assert_eq!(done, Done { added: 0, known: 1, withdrew: 1 });
}

#[tokio::test]
async fn a_file_withdraws_what_stands_before_and_not_what_comes_after() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1), listed(print(2), 2)]).await;
    let hash = |seed| HashValue::from(print(seed));
    let changes = vec![
        listed(print(3), 1),
        Row::new(Change::Withdraw(hash(1)), 2),
        Row::new(Change::Withdraw(hash(2)), 3),
        Row::new(Change::Withdraw(hash(3)), 4),
        listed(print(2), 5),
    ];
    let done = import(dir.path(), "one", changes).await.done;
    assert_eq!(done, Done { added: 1, known: 0, withdrew: 2 });
    for (seed, found) in [(1, &[][..]), (2, &[5][..]), (3, &[][..])] {
        assert_eq!(lines(&ask(dir.path(), &about(print(seed))).await), found, "{seed}");
    }
}

#[tokio::test]
async fn a_tombstone_takes_the_whole_entry_of_its_member() {
    let dir = folder("").await;
    let rows = vec![
        entry(HashKind::Pdq, &print(1).0, "1", "a", 1),
        entry(HashKind::Sha1, &print(1).0[..20], "1", "a", 2),
        entry(HashKind::Pdq, &print(2).0, "2", "a", 3),
    ];
    import(dir.path(), "one", rows).await;
    let mut tombstone = Row::new(Change::WithdrawEntry, 1);
    (tombstone.member, tombstone.entry) = (Some("1".into()), Some("a".into()));
    let done = import(dir.path(), "one", vec![tombstone]).await.done;
    assert_eq!(done, Done { added: 0, known: 0, withdrew: 2 });
    assert_eq!(lines(&ask(dir.path(), &about(print(2))).await), [3]);
}

#[tokio::test]
async fn what_an_import_would_do_is_what_it_does() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1), listed(print(2), 2)]).await;
    let rows = || {
        let gone = Row::new(Change::Withdraw(HashValue::from(print(1))), 3);
        [Ok(listed(print(2), 1)), Ok(listed(print(9), 2)), Ok(gone), Err(bad(4))].into_iter()
    };
    let options = ImportOptions { skip_malformed: true, ..ImportOptions::default() };
    let mut writer = writer(dir.path(), "one").await;
    let (would, malformed) = writer.preview(rows(), options).await.unwrap();
    assert_eq!((would, malformed.count), (Done { added: 1, known: 1, withdrew: 1 }, 1));
    assert_eq!(lines(&ask(dir.path(), &about(print(1))).await), [1], "nothing is changed yet");
    let source = Source::stream("invented");
    let did = writer.import(&source, rows(), options, now(), &mut |_| ()).await.unwrap().done;
    assert_eq!(did, would);
}

#[tokio::test]
async fn an_import_that_was_broken_off_counts_for_nothing_and_goes_on() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(0), 1)]).await;
    let count = 120_000_u64;
    let list = dir.path().join("list.txt");
    std::fs::write(&list, "stands for the file of these rows").unwrap();
    let rows = move |dies: bool| {
        (1..=count).map(move |line| {
            assert!(!(dies && line == 110_000), "the process is killed here");
            Ok(listed(print(line), line))
        })
    };
    let options = ImportOptions::default();
    let source = Source::file(&list).unwrap();
    let (path, own) = (dir.path().to_owned(), source.clone());
    let killed = tokio::spawn(async move {
        let mut writer = writer(&path, "one").await;
        writer.import(&own, rows(true), options, now(), &mut |_| ()).await.map(drop)
    });
    assert!(killed.await.is_err());
    assert!(lines(&ask(dir.path(), &about(print(1))).await).is_empty());
    assert_eq!(lines(&ask(dir.path(), &about(print(0))).await), [1]);

    let mut writer = writer(dir.path(), "one").await;
    let other = Source::stream("another");
    let one = [Ok(listed(print(7), 1))].into_iter();
    let refused = writer.import(&other, one, options, now(), &mut |_| ()).await;
    assert!(matches!(refused, Err(ListError::Unfinished { import: 2, rows: 100_000, .. })));
    let changed = (2..=count).map(|line| Ok(listed(print(line), line)));
    let refused = writer.import(&source, changed, options, now(), &mut |_| ()).await;
    assert!(matches!(refused, Err(ListError::Changed { import: 2, items: 100_000 })));

    let done = writer.import(&source, rows(false), options, now(), &mut |_| ()).await.unwrap();
    assert_eq!((done.number, done.resumed, done.done.added), (Some(2), 100_000, count));
    for line in [1, 50_000, 100_000, 100_001, count] {
        assert_eq!(lines(&ask(dir.path(), &about(print(line))).await), [line]);
    }
}

#[tokio::test]
async fn a_tombstone_that_names_no_member_takes_the_entry_of_anybody() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![entry(HashKind::Pdq, &print(1).0, "42", "e-7", 1)]).await;
    let gone = Row { entry: Some("e-7".into()), ..Row::new(Change::WithdrawEntry, 1) };
    let done = import(dir.path(), "one", vec![gone]).await.done;
    assert_eq!(done, Done { added: 0, known: 0, withdrew: 1 });
    assert_eq!(ask(dir.path(), &about(print(1))).await.outcome, Outcome::NotAnswered);
}

/// A file may name one hash over and over, and come again: each row is compared with one earlier row, not
/// with all of them.
#[tokio::test]
async fn a_file_that_repeats_itself_is_known_the_second_time() {
    let dir = folder("").await;
    let rows = |named: bool| -> Vec<Row> {
        (1..=3000)
            .map(|line| {
                let mut row = entry(HashKind::Md5, &print(1).0[..16], "1", "constant", line);
                if !named {
                    (row.member, row.entry) = (None, None);
                }
                row
            })
            .collect()
    };
    for named in [false, true] {
        assert_eq!(import(dir.path(), "one", rows(named)).await.done.added, 3000);
        let again = import(dir.path(), "one", rows(named)).await.done;
        assert_eq!(again, Done { added: 0, known: 3000, withdrew: 0 });
    }
}
