//! Distances, qualities, kinds, orientations, surfaces, never-match lists.

use exchange::{HashKind, HashValue};
use matching::{Gap, Level, Nearness, Note, Outcome, Prints, Question};
use pdq::Orientation;

use crate::{about, add_list, ask, entry, folder, import, lines, listed, near, print};

const TWO_DISTANCES: &str = "[distance]\naction = 10\nreview = 20";

fn level(outcome: Outcome) -> Option<Level> {
    let whole = matches!(outcome, Outcome::NoMatch | Outcome::Match { complete: true, .. });
    assert!(whole, "{outcome:?}");
    match outcome {
        Outcome::Match { level, .. } => Some(level),
        _ => None,
    }
}

#[tokio::test]
async fn each_distance_of_the_policy_leads_to_its_level() {
    let dir = folder(TWO_DISTANCES).await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    for (bits, wanted) in [
        (0, Some(Level::Action)),
        (10, Some(Level::Action)),
        (11, Some(Level::Review)),
        (20, Some(Level::Review)),
        (21, None),
    ] {
        let answer = ask(dir.path(), &about(near(print(1), bits))).await;
        assert_eq!(level(answer.outcome), wanted, "{bits} bits");
    }
}

#[tokio::test]
async fn a_list_of_one_hash_finds_it_and_without_a_policy_of_action_a_person_looks() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let answer = ask(dir.path(), &about(near(print(1), 31))).await;
    assert_eq!(level(answer.outcome), Some(Level::Review));
    let within = Nearness::Within { distance: 31, orientation: Orientation::Original };
    assert_eq!(answer.findings[0].nearness, within);
    assert_eq!(ask(dir.path(), &about(near(print(1), 32))).await.outcome, Outcome::NoMatch);
}

#[tokio::test]
async fn quality_decides_whether_a_fingerprint_counts_and_for_what() {
    let rules = "[distance]\naction = 10\n[quality]\naction = 80\nreview = 60";
    let dir = folder(rules).await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let asked = async |quality| {
        let pdq = Some(Prints::one(print(1), quality));
        ask(dir.path(), &Question { pdq, ..Question::default() }).await
    };
    assert_eq!(level(asked(Some(80)).await.outcome), Some(Level::Action));
    let review = asked(Some(79)).await;
    assert_eq!(level(review.outcome), Some(Level::Review));
    assert_eq!(review.findings[0].notes, [Note::LowQuality]);
    let unknown = asked(None).await;
    assert_eq!(level(unknown.outcome), Some(Level::Review));
    assert_eq!(unknown.findings[0].notes, [Note::UnknownQuality]);
    let low = asked(Some(59)).await;
    assert_eq!(low.outcome, Outcome::NotAnswered, "a plain picture is not declared clean");
    assert!(low.not_answered[0].1.to_string().contains("quality 59"));
}

#[tokio::test]
async fn every_kind_of_hash_is_compared_exactly_and_no_kind_with_another() {
    let dir = folder("exact = \"action\"").await;
    let bytes = print(5).0;
    let rows = vec![
        entry(HashKind::Md5, &bytes[..16], "1", "a", 1),
        entry(HashKind::Sha1, &bytes[..20], "1", "b", 2),
        entry(HashKind::Sha256, &bytes, "1", "c", 3),
        entry(HashKind::PhotoDna, &[7; 144], "1", "d", 4),
        entry(HashKind::Videntifier, b"an opaque text", "1", "e", 5),
        entry(HashKind::VideoMd5, &print(6).0[..16], "1", "f", 6),
    ];
    import(dir.path(), "one", rows).await;
    let asked = async |kind, bytes: &[u8]| {
        let exact = vec![HashValue::from_bytes(kind, bytes).unwrap()];
        ask(dir.path(), &Question { exact, ..Question::default() }).await
    };
    for (kind, own, line) in [
        (HashKind::Md5, &bytes[..16], 1),
        (HashKind::Sha1, &bytes[..20], 2),
        (HashKind::Sha256, &bytes[..], 3),
        (HashKind::PhotoDna, &[7; 144][..], 4),
        (HashKind::Videntifier, b"an opaque text", 5),
        (HashKind::Md5, &print(6).0[..16], 6),
    ] {
        let answer = asked(kind, own).await;
        assert_eq!((lines(&answer), level(answer.outcome)), (vec![line], Some(Level::Action)));
    }
    assert_eq!(asked(HashKind::Md5, &print(7).0[..16]).await.outcome, Outcome::NoMatch);
    assert_eq!(asked(HashKind::PhotoDna, &[8; 144]).await.outcome, Outcome::NoMatch);
    let other = asked(HashKind::NetClean, b"an opaque text").await;
    assert_eq!(other.outcome, Outcome::NotAnswered, "the list holds nothing of this kind");
    // A fingerprint that has the bytes of a SHA-256 is none.
    assert_eq!(ask(dir.path(), &about(print(5))).await.outcome, Outcome::NotAnswered);
}

#[tokio::test]
async fn a_turned_picture_is_found_by_its_other_fingerprints() {
    let dir = folder("").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let prints = vec![
        (Orientation::Original, print(2)),
        (Orientation::Rotate90, near(print(1), 20)),
        (Orientation::FlipX, near(print(1), 4)),
    ];
    let pdq = Some(Prints { prints, quality: Some(90) });
    let answer = ask(dir.path(), &Question { pdq, ..Question::default() }).await;
    assert_eq!(answer.findings.len(), 1, "one row, however often it is near");
    let nearest = Nearness::Within { distance: 4, orientation: Orientation::FlipX };
    assert_eq!(answer.findings[0].nearness, nearest);
}

#[tokio::test]
async fn a_hash_that_is_listed_a_thousand_times_is_told_a_hundred_times() {
    let dir = folder("").await;
    import(dir.path(), "one", (1..=1000).map(|line| listed(print(1), line)).collect()).await;
    let answer = ask(dir.path(), &about(print(1))).await;
    assert_eq!(answer.findings.len(), matching::MOST_FINDINGS);
    assert!(answer.left_out > 0);
}

#[tokio::test]
async fn a_never_match_list_speaks_against_what_is_no_nearer() {
    let dir = folder("exact = \"action\"").await;
    add_list(dir.path(), "harmless", "kind = \"never\"\n[distance]\nreview = 15").await;
    let file = entry(HashKind::Md5, &print(8).0[..16], "1", "a", 2);
    import(dir.path(), "one", vec![listed(print(1), 1), file]).await;
    import(dir.path(), "harmless", vec![listed(near(print(1), 20), 1)]).await;

    // 20 bits from the listed one, none from the harmless one.
    let copy = ask(dir.path(), &about(near(print(1), 20))).await;
    assert_eq!((copy.outcome, copy.suppressed[0].by.as_str()), (Outcome::NoMatch, "harmless"));
    // As near to both.
    let between = ask(dir.path(), &about(near(print(1), 10))).await;
    assert_eq!((between.outcome, between.suppressed.len()), (Outcome::NoMatch, 1));
    // Nearer to the listed one.
    let listed = ask(dir.path(), &about(near(print(1), 8))).await;
    assert_eq!((lines(&listed), listed.suppressed.len()), (vec![1], 0));
    // The bytes of a listed file are no question of nearness.
    let mut both = about(near(print(1), 20));
    both.exact = vec![HashValue::from_bytes(HashKind::Md5, &print(8).0[..16]).unwrap()];
    assert_eq!(lines(&ask(dir.path(), &both).await), [2]);
}

#[tokio::test]
async fn the_bytes_of_a_harmless_file_are_no_match_whatever_is_near() {
    let dir = folder("").await;
    add_list(dir.path(), "harmless", "kind = \"never\"").await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    import(dir.path(), "harmless", vec![entry(HashKind::Sha256, &print(9).0, "1", "a", 1)]).await;
    let mut question = about(print(1));
    question.exact = vec![HashValue::from_bytes(HashKind::Sha256, &print(9).0).unwrap()];
    assert_eq!(ask(dir.path(), &question).await.outcome, Outcome::NoMatch);
}

#[tokio::test]
async fn a_list_is_asked_where_its_policy_has_a_basis_and_nowhere_else() {
    let rules = "[[surface]]\nname = \"uploads\"\non = true\nbasis = \"terms of service\"\n\
                 [[surface]]\nname = \"uploads\"\nregion = \"XA\"\non = false\nbasis = \"no law\"";
    let dir = folder(rules).await;
    import(dir.path(), "one", vec![listed(print(1), 1)]).await;
    let asked = async |surface: Option<&str>, region: Option<&str>| {
        let (surface, region) = (surface.map(str::to_owned), region.map(str::to_owned));
        ask(dir.path(), &Question { surface, region, ..about(print(1)) }).await
    };
    assert_eq!(lines(&asked(Some("uploads"), None).await), [1]);
    assert_eq!(lines(&asked(Some("uploads"), Some("XB")).await), [1]);
    let off = asked(Some("uploads"), Some("XA")).await;
    assert_eq!(off.off, [("one".to_owned(), "no law".to_owned())]);
    assert_eq!(off.outcome, Outcome::NotAnswered, "no list has looked");
    for surface in [Some("messages"), None] {
        let unknown = asked(surface, None).await;
        assert_eq!(unknown.outcome, Outcome::NotAnswered);
        assert_eq!(unknown.not_answered[0].1, matching::NotAnswered::UnknownSurface);
    }
}

#[tokio::test]
async fn a_hundred_near_rows_hide_neither_the_same_bytes_nor_what_is_nearer_than_harmless() {
    let dir = folder("exact = \"action\"").await;
    let md5 = &print(9).0[..16];
    let mut rows: Vec<_> = (1..=120)
        .map(|line| {
            let mut own = listed(print(1), line);
            own.entry = Some(line.to_string().into());
            own.member = Some("1".into());
            own
        })
        .collect();
    rows.push(entry(HashKind::Md5, md5, "1", "bytes", 121));
    import(dir.path(), "one", rows).await;
    let exact = vec![HashValue::from_bytes(HashKind::Md5, md5).unwrap()];
    let question = Question { exact, ..about(print(1)) };
    let answer = ask(dir.path(), &question).await;
    assert_eq!(level(answer.outcome), Some(Level::Action));
    assert_eq!((answer.findings.len(), answer.left_out > 0), (101, true));

    add_list(dir.path(), "harmless", "kind = \"never\"").await;
    import(dir.path(), "harmless", vec![listed(print(1), 1)]).await;
    let answer = ask(dir.path(), &question).await;
    assert_eq!(level(answer.outcome), Some(Level::Action), "the same bytes stay a match");
    assert_eq!((answer.findings.len(), answer.suppressed.len()), (1, 100));
}

#[tokio::test]
async fn what_was_not_compared_is_not_declared_clean_because_a_digest_was() {
    let dir = folder("").await;
    let md5 = &print(9).0[..16];
    import(dir.path(), "one", vec![listed(print(1), 1), entry(HashKind::Md5, md5, "1", "b", 2)])
        .await;
    let other = vec![HashValue::from_bytes(HashKind::Md5, &print(8).0[..16]).unwrap()];
    let plain = Some(Prints::one(print(3), Some(10)));
    for question in [
        Question { pdq: plain, exact: other.clone(), ..Question::default() },
        Question { gap: Some(Gap::NotDecoded), exact: other.clone(), ..Question::default() },
        Question { gap: Some(Gap::NotWhole), exact: other.clone(), ..about(print(3)) },
        Question { gap: Some(Gap::FirstOf(2)), exact: other.clone(), ..about(print(3)) },
    ] {
        let answer = ask(dir.path(), &question).await;
        assert_eq!(answer.outcome, Outcome::NotAnswered, "{question:?}");
        let exact = vec![HashValue::from_bytes(HashKind::Md5, md5).unwrap()];
        let answer = ask(dir.path(), &Question { exact, ..question }).await;
        assert_eq!(level(answer.outcome), Some(Level::Review));
    }
    let answer = ask(dir.path(), &Question { exact: other, ..Question::default() }).await;
    assert_eq!(answer.outcome, Outcome::NoMatch, "who asks about a digest alone is answered");
}
