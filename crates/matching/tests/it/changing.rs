//! Withdrawing, denying, releasing; one writer at a time.

use exchange::HashKind;
use matching::{ListError, ListReader, Lists, Mode, Outcome, Verdict, Writer};

use crate::{about, ask, at, entry, folder, import, lines, listed, now, print, writer};

#[tokio::test]
async fn a_whole_import_is_withdrawn_and_no_other() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    import(dir.path(), "one", vec![listed(print(2), 1), listed(print(3), 2)]).await;
    let mut writer = writer(dir.path(), "one").await;
    assert_eq!(writer.withdraw_import(2, now()).await.unwrap(), 2);
    assert!(matches!(writer.withdraw_import(9, now()).await, Err(ListError::NoSuch { .. })));
    assert_eq!(lines(&ask(dir.path(), &about(print(1))).await), [1]);
    assert_eq!(ask(dir.path(), &about(print(2))).await.outcome, Outcome::NoMatch);
    let summary = ListReader::open(dir.path(), "one").await.unwrap().summary().await.unwrap();
    assert_eq!(summary.kinds.values().sum::<u64>(), 1);
    assert_eq!(summary.imports[1].taken_back, Some(now()));
}

#[tokio::test]
async fn numbers_of_rows_are_never_given_out_twice() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let first = ask(dir.path(), &about(print(1))).await.findings[0].provenance.row;
    writer(dir.path(), "one").await.withdraw_import(1, now()).await.unwrap();
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    assert_ne!(ask(dir.path(), &about(print(1))).await.findings[0].provenance.row, first);
}

#[tokio::test]
async fn an_entry_is_withdrawn_by_member_and_number() {
    let dir = folder("").await;
    let rows = ["1", "2"].map(|member| entry(HashKind::Pdq, &print(1).0, member, "a", 1));
    import(dir.path(), "one", rows.to_vec()).await;
    let mut writer = writer(dir.path(), "one").await;
    assert_eq!(writer.withdraw_entry(Some("1"), "a").await.unwrap(), 1);
    assert_eq!(writer.withdraw_entry(Some("1"), "a").await.unwrap(), 0);
    let found = ask(dir.path(), &about(print(1))).await.findings;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].provenance.member.as_deref(), Some("2"));
}

#[tokio::test]
async fn a_denied_row_no_longer_counts_and_a_confirmed_one_says_so() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1), listed(print(1), 2)]).await;
    let found = ask(dir.path(), &about(print(1))).await.findings;
    let mut writer = writer(dir.path(), "one").await;
    let [one, two] = [&found[0], &found[1]].map(|finding| finding.provenance.row);
    writer.feedback(one, Verdict::Denied, "a reviewer", now()).await.unwrap();
    writer.feedback(two, Verdict::Confirmed, "a reviewer", now()).await.unwrap();
    let left = ask(dir.path(), &about(print(1))).await.findings;
    assert_eq!(left.len(), 1);
    assert!(left[0].provenance.row == two && left[0].provenance.confirmed);
    let none = writer.feedback(77, Verdict::Denied, "a reviewer", now()).await;
    assert!(matches!(none, Err(ListError::NoSuch { number: 77, .. })));
}

#[tokio::test]
async fn two_cannot_write_at_once() {
    let dir = folder("").await;
    let first = writer(dir.path(), "one").await;
    assert!(matches!(Writer::open(dir.path(), "one", now()).await, Err(ListError::Busy(_))));
    drop(first);
    writer(dir.path(), "one").await;
}

#[tokio::test]
async fn a_hash_that_matches_too_much_is_set_aside_until_it_is_released() {
    let rules = "[distance]\naction = 31\n[quarantine]\nmatches = 3\nper_seconds = 60";
    let dir = folder(rules).await;
    import(dir.path(), "one", vec![listed(print(1), 1), listed(print(2), 2)]).await;
    let lists = Lists::open(dir.path(), Mode::Serving).await.unwrap();
    while !lists.ready() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    let level = async |seed, second| match lists.ask(&about(print(seed)), at(second)).await.outcome
    {
        Outcome::Match { level, complete: true } => level,
        other => panic!("{other:?}"),
    };
    for second in 0..3 {
        assert_eq!(level(1, second).await, matching::Level::Action);
    }
    assert_eq!(level(1, 3).await, matching::Level::Review, "the fourth is one too many");
    assert_eq!(level(1, 10_000).await, matching::Level::Review, "it does not end by itself");
    assert_eq!(level(2, 3).await, matching::Level::Action, "another hash");
    let answer = lists.ask(&about(print(1)), at(5)).await;
    assert_eq!(answer.findings[0].notes, [matching::Note::SetAside]);
    // Known to whoever opens the list later.
    while set_aside(dir.path()).await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    assert_eq!(
        ask(dir.path(), &about(print(1))).await.findings[0].notes,
        [matching::Note::SetAside]
    );
    let mut writer = writer(dir.path(), "one").await;
    writer.release(answer.findings[0].provenance.row).await.unwrap();
    assert_eq!(level(1, 20_000).await, matching::Level::Action);
    let again = writer.release(answer.findings[0].provenance.row).await;
    assert!(matches!(again, Err(ListError::NoSuch { .. })));
}

async fn set_aside(dir: &std::path::Path) -> usize {
    ListReader::open(dir, "one").await.unwrap().summary().await.unwrap().set_aside.len()
}

#[tokio::test]
async fn a_listener_follows_imports_and_withdrawals_within_a_second() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let lists = Lists::open(dir.path(), Mode::Serving).await.unwrap();
    let soon = async |seed, wanted| {
        let begun = std::time::Instant::now();
        while lists.ask(&about(print(seed)), now()).await.outcome != wanted {
            assert!(begun.elapsed().as_secs_f64() < 1.0, "{wanted:?} did not come within a second");
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    let found = Outcome::Match { level: matching::Level::Review, complete: true };
    soon(1, found).await;
    soon(2, Outcome::NoMatch).await;
    import(dir.path(), "one", vec![listed(print(2), 1)]).await;
    soon(2, found).await;
    writer(dir.path(), "one").await.withdraw_import(1, now()).await.unwrap();
    let at_once = lists.ask(&about(print(1)), now()).await.outcome;
    assert_eq!(at_once, Outcome::NoMatch);
}
