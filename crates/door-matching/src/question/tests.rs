//! What is read, and in which words it is refused.

use proptest::prelude::*;
use serde_json::json;

use super::*;

const PDQ: &str = "d8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22";

#[test]
fn a_whole_question_is_read() {
    let body = json!({"questions": [{
        "pdq": PDQ.to_uppercase(), "quality": 80, "md5": "0f".repeat(16), "sha1": "0F".repeat(20),
        "sha256": "0f".repeat(32), "others": [{"kind": "netclean", "hash": "anything"}],
        "surface": "uploads", "region": "FR",
    }, {"orientations": {"flip_x": PDQ, "original": PDQ}}, {"md5": "d41d8cd98f00b204e9800998ecf8427e"}]});
    let asked = read(body.to_string().as_bytes()).unwrap();
    let first = &asked[0].question;
    assert_eq!(first.pdq, Some(Prints::one(PDQ.parse().unwrap(), Some(80))));
    let kinds: Vec<HashKind> = first.exact.iter().map(HashValue::kind).collect();
    assert_eq!(kinds, [HashKind::Md5, HashKind::Sha1, HashKind::Sha256, HashKind::NetClean]);
    assert_eq!((first.surface.as_deref(), first.region.as_deref()), (Some("uploads"), Some("FR")));
    assert_eq!(asked[1].question.pdq.as_ref().map(|own| own.prints.len()), Some(2));
    assert_eq!(asked[2].left_out, [BadHash::EmptyFile(HashKind::Md5)]);
    assert_eq!(asked[2].question.exact, []);
}

#[test]
fn every_fault_is_named_by_its_place() {
    let cases = [
        ("", "line 1 column 0"),
        ("[]", "line 1"),
        ("{\"questions\": [{\"md5\"", "line 1"),
        ("{}", "missing field `questions`"),
        ("{\"questions\": []}", "1 to 10,000"),
        ("{\"questions\": [{}], \"more\": 1}", "unknown field `more`"),
        ("{\"questions\": [{\"mdfive\": 1}]}", "unknown field `mdfive`"),
        ("{\"questions\": [{\"md5\": 5}]}", "expected a string"),
        ("{\"questions\": [{}]}", "questions[0]: give a hash"),
        ("{\"questions\": [{\"md5\": \"0f\"}]}", "questions[0].md5: "),
        ("{\"questions\": [{\"pdq\": \"0f\"}]}", "questions[0].pdq: "),
        ("{\"questions\": [{\"pdq\": \"é\"}]}", "questions[0].pdq: "),
        ("{\"questions\": [{\"quality\": 5}]}", "questions[0].quality: "),
        ("{\"questions\": [{\"quality\": -5}]}", "column"),
        (
            "{\"questions\": [{\"orientations\": {\"flip_x\": \"00\"}}]}",
            "[0].orientations.flip_x: ",
        ),
        ("{\"questions\": [{\"orientations\": {\"up\": \"00\"}}]}", "one of original, rotate90"),
        (
            "{\"questions\": [{\"others\": [{\"kind\": \"x\", \"hash\": \"y\"}]}]}",
            "[0].others[0].kind: ",
        ),
        (
            "{\"questions\": [{\"others\": [{\"kind\": \"md5\", \"hash\": \"y\"}]}]}",
            "[0].others[0].hash: ",
        ),
        (
            "{\"questions\": [{\"others\": [{\"kind\": \"pdq\", \"hash\": \"y\"}]}]}",
            "stands in `pdq`",
        ),
        ("{\"questions\": [{\"sha1\": \"x\", \"surface\": \"\"}]}", "questions[0].sha1"),
    ];
    for (body, words) in cases {
        let said = read(body.as_bytes()).unwrap_err();
        assert!(said.contains(words), "{body}: {said}");
    }
    let second = json!({"questions": [{"pdq": PDQ}, {"pdq": PDQ, "surface": ""}]}).to_string();
    assert!(read(second.as_bytes()).unwrap_err().starts_with("questions[1].surface: "));
}

#[test]
fn more_than_ten_thousand_are_not_read() {
    let of = |count: usize| {
        let item = json!({"pdq": PDQ}).to_string();
        format!("{{\"questions\": [{}]}}", vec![item; count].join(","))
    };
    assert_eq!(read(of(MOST_QUESTIONS).as_bytes()).unwrap().len(), MOST_QUESTIONS);
    assert!(read(of(MOST_QUESTIONS + 1).as_bytes()).unwrap_err().contains("more than 10000"));
    let deep = "[".repeat(100_000);
    assert!(read(format!("{{\"questions\": {deep}").as_bytes()).is_err());
}

proptest! {
    #[test]
    fn no_bytes_panic(body: Vec<u8>) {
        prop_assert!(read(&body).is_err());
    }

    #[test]
    fn no_json_of_the_right_outline_panics(
        pdq in "[0-9a-fA-Fé]{0,70}", md5 in "[0-9a-f]{30,34}", kind in "[a-z0-9_]{0,10}", hash in ".{0,40}",
        quality in any::<i32>(), surface in ".{0,4}",
    ) {
        let body = json!({"questions": [{"pdq": pdq, "quality": quality, "md5": md5, "surface": surface,
            "others": [{"kind": kind, "hash": hash}]}]});
        if let Ok(asked) = read(body.to_string().as_bytes()) {
            prop_assert_eq!(asked.len(), 1);
            prop_assert_eq!(pdq.len(), 64);
            prop_assert!((0..=100).contains(&quality));
        }
    }
}
