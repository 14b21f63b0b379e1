//! What a person sends is read, or refused field by field; routing says what was asked.

use std::collections::BTreeSet;

use crate::common::loaded;
use instrument::{
    Answers, Instrument, Missing, Origin, Part, Problem, Value, check_page, standing,
};
use proptest::prelude::*;

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Checks a page as if all its questions had been asked.
fn check(
    instrument: &Instrument,
    page: usize,
    pairs: &[(&str, &str)],
) -> Result<Answers, Vec<Problem>> {
    let asked: Vec<_> = instrument.pages[page].questions.iter().collect();
    let checked = check_page(&asked, &fields(pairs));
    checked
        .map(|checked| checked.answers)
        .map_err(|errors| errors.into_iter().map(|error| error.problem).collect())
}

#[test]
fn answers_are_read_in_codes() {
    let small = loaded().instrument;
    let answers = check(&small, 0, &[("fruits", "pear"), ("fruits", "apple"), ("colour", "blue")]);
    let answers = answers.unwrap();
    assert!(answers["colour"] == Value::Code(2));
    assert!(answers["fruits"] == Value::Codes(vec![1, 2]));
    let none = check(&small, 0, &[("colour", "refused"), ("other", "x")]).unwrap();
    assert_eq!(none["colour"].missing(), Some(Missing::Refused));
    assert_eq!(none["fruits"].missing(), Some(Missing::Skipped));
    assert_eq!(none.len(), 2, "a field that is no question is not kept");
}

/// Page, fields, and what is wrong with them.
type Case<'a> = (usize, &'a [(&'a str, &'a str)], Problem);

#[test]
fn every_kind_of_wrong_field_has_its_problem() {
    let small = loaded().instrument;
    let long = "x".repeat(25);
    let cases: [Case<'_>; 10] = [
        (0, &[("colour", "green")], Problem::UnknownOption),
        (0, &[("colour", "red"), ("colour", "blue")], Problem::TooManyOptions),
        (
            0,
            &[("fruits", "none"), ("fruits", "pear")],
            Problem::Exclusive { option: "none".into() },
        ),
        (
            0,
            &[("fruits", "refused"), ("fruits", "pear")],
            Problem::Exclusive { option: "refused".into() },
        ),
        (0, &[("fruits", "plum")], Problem::UnknownOption),
        (1, &[("days", "many")], Problem::NotANumber),
        (1, &[("days", "31")], Problem::OutOfRange { min: 0, max: 30 }),
        (1, &[("days", "99999999999999999999")], Problem::NotANumber),
        (2, &[("words", &long)], Problem::TooLong { max: 20, over: 5 }),
        (2, &[("words", "a\0b")], Problem::ControlCharacters),
    ];
    for (page, pairs, expected) in cases {
        assert_eq!(check(&small, page, pairs).unwrap_err(), [expected], "{pairs:?}");
    }
    assert!(check(&small, 1, &[("days", "refused")]).is_err(), "this page offers no refusal");
}

#[test]
fn links_go_and_line_breaks_stay() {
    let small = loaded().instrument;
    let asked: Vec<_> = small.pages[2].questions.iter().collect();
    let checked = check_page(&asked, &fields(&[("words", "a\r\nb example.org")])).unwrap();
    assert!(checked.links_removed);
    assert!(checked.answers["words"] == Value::Text("a\nb […]".into()));
}

#[test]
fn routing_follows_the_answers() {
    let small = loaded().instrument;
    let blue = Answers::from([("colour".into(), Value::Code(2))]);
    let red = Answers::from([("colour".into(), Value::Code(1))]);
    assert_eq!(small.next_page(1, &blue), Some(1));
    assert_eq!(small.next_page(1, &red), Some(2));
    assert_eq!(small.previous_page(2, &red), Some(0));
    assert_eq!(small.previous_page(0, &red), None);
    assert_eq!(small.next_page(3, &red), None);
    let deep = Answers::from([("deep".into(), Value::Code(4))]);
    assert!(small.care_due(&small.pages[2], &deep).is_some());
    assert!(small.care_due(&small.pages[0], &deep).is_none());
}

#[test]
fn every_question_has_a_standing() {
    let small = loaded().instrument;
    let sent = BTreeSet::from([0, 1]);
    let given = Answers::from([
        ("colour".into(), Value::Code(1)),
        // Answered before going back and choosing red: the way there is gone.
        ("days".into(), Value::Code(12)),
    ]);
    let standing = standing(&small, &sent, &given);
    assert!(standing["colour"] == Value::Code(1));
    assert_eq!(standing["fruits"].missing(), Some(Missing::Skipped));
    assert_eq!(standing["days"].missing(), Some(Missing::NotAsked));
    assert_eq!(standing["deep"].missing(), Some(Missing::NotAsked));
    assert_eq!(standing["words"].missing(), Some(Missing::NotReached));
}

#[test]
fn an_answer_never_prints_itself() {
    let secret = Value::Text("a secret".into());
    assert_eq!(format!("{secret:?} {:?}", Value::Code(2)), "(an answer) (an answer)");
    let small = loaded().instrument;
    let part = Part::new(&small, "one", origin(), Answers::from([("words".into(), secret)]));
    assert!(!format!("{part:?}").contains("secret"));
}

fn origin() -> Origin<'static> {
    Origin {
        study: "pilot",
        answer: "00000000000000000000000000000000",
        language: "fr",
        recipients: "0000000000000000",
        revision: 3,
    }
}

proptest! {
    /// Whatever is sent, what is taken fits into the part and comes back as it was.
    #[test]
    fn what_is_taken_fits_and_comes_back(
        page in 0..3usize,
        pairs in prop::collection::vec(
            (prop::sample::select(vec!["colour", "fruits", "days", "deep", "words", "honest"]), ".*"),
            0..6,
        ),
    ) {
        let small = loaded().instrument;
        let pairs: Vec<(String, String)> =
            pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let asked: Vec<_> = small.pages[page].questions.iter().collect();
        if let Ok(checked) = check_page(&asked, &pairs) {
            let part = Part::new(&small, &small.pages[page].id, origin(), checked.answers);
            let json = part.to_json();
            prop_assert!(json.len() <= small.part_size());
            prop_assert!(Part::from_json(&json).unwrap() == part);
        }
    }

    /// The longest text in the widest characters still fits.
    #[test]
    fn the_longest_text_fits(text in "[\u{10000}-\u{10ffff}\"\\\\\n]{20}") {
        let small = loaded().instrument;
        let asked: Vec<_> = small.pages[2].questions.iter().collect();
        if let Ok(checked) = check_page(&asked, &fields(&[("words", &text)])) {
            let part = Part::new(&small, "three", origin(), checked.answers);
            prop_assert!(part.to_json().len() <= small.part_size());
        }
    }
}
