//! Parts become people.

use findings::{OpenedPart, merge};
use instrument::{Missing, Value};

use crate::people::{load, part};

fn code(code: i64) -> Value {
    Value::Code(code)
}

#[test]
fn parts_join_by_answer_number_whatever_their_order() {
    let survey = load("help-us");
    let forwards = || {
        vec![
            part(&survey, "a", "fr", "wish", 0, &[("wish_stop", code(1))]),
            part(&survey, "b", "en", "wish", 0, &[("wish_stop", code(3))]),
            part(
                &survey,
                "a",
                "fr",
                "attempts",
                1,
                &[("tried_stop", code(2)), ("help_sought", code(3))],
            ),
        ]
    };
    let backwards = || forwards().into_iter().rev().collect::<Vec<OpenedPart>>();
    let joined = merge(forwards(), &[&survey.instrument]);
    assert_eq!(joined.persons, merge(backwards(), &[&survey.instrument]).persons);
    assert_eq!(joined.persons.len(), 2);
    let first = &joined.persons[0];
    assert_eq!((first.answer.as_str(), first.pages, first.complete), ("a", 2, false));
    assert_eq!(first.answers["help_received"].missing(), Some(Missing::NotAsked));
    assert_eq!(first.answers["help_why_not"].missing(), Some(Missing::NotReached));
    assert_eq!(first.answers["first_age"].missing(), Some(Missing::NotReached));
}

#[test]
fn of_two_answers_the_later_counts_and_a_way_not_taken_is_dropped() {
    let survey = load("help-us");
    let parts = vec![
        part(&survey, "a", "fr", "attempts", 1, &[("help_sought", code(1))]),
        part(&survey, "a", "fr", "help", 2, &[("help_received", code(1))]),
        // Back, and another answer: the question about help received is no longer asked.
        part(&survey, "a", "fr", "attempts", 3, &[("help_sought", code(3))]),
    ];
    let joined = merge(parts, &[&survey.instrument]);
    assert!(joined.persons[0].answers["help_sought"] == code(3));
    assert_eq!(joined.persons[0].answers["help_received"].missing(), Some(Missing::NotAsked));
}

#[test]
fn words_stand_apart_and_survive_a_page_sent_again_without_them() {
    let survey = load("help-us");
    let words = Value::Text("a quiet place".to_owned());
    let parts = vec![
        part(&survey, "a", "fr", "close", 7, &[("would_help_words", words)]),
        part(&survey, "a", "fr", "close", 8, &[("honest_answers", code(1))]),
    ];
    let joined = merge(parts, &[&survey.instrument]);
    assert_eq!(joined.words.len(), 1);
    assert_eq!(joined.words[0].text, "a quiet place");
    assert!(joined.persons[0].complete);
    let line = serde_json::to_string(&joined.persons[0]).unwrap();
    assert!(!line.contains("quiet"), "{line}");
    assert!(!format!("{:?}", joined.words[0]).contains("quiet"));
}

#[test]
fn what_cannot_be_joined_is_counted_by_reason() {
    let (survey, other) = (load("help-us"), load("no-need"));
    let parts = vec![
        part(&survey, "a", "fr", "wish", 0, &[]),
        part(&other, "b", "fr", "wish", 0, &[]),
        part(&survey, "a", "fr", "no-such-page", 1, &[]),
    ];
    let joined = merge(parts, &[&survey.instrument]);
    assert_eq!(joined.persons.len(), 1);
    assert_eq!(joined.unknown_instrument["no-need version 1"], 1);
    assert_eq!(joined.unknown_page, 1);
}
