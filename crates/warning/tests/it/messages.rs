//! What a visitor sees.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use locale::LanguageTag;
use warning::{Arms, Frame, Line, Links, Message, NEUTRAL, Valence};

fn links() -> Links {
    Links {
        reach: "https://help.example".to_owned(),
        support: Some("https://support.example".to_owned()),
        back: "https://engine.example/".to_owned(),
        programme: false,
    }
}

fn line() -> Line {
    Line {
        name: "Invented line <b>".to_owned(),
        place: None,
        phone: Some("+00 1".to_owned()),
        dial: Some("+001".to_owned()),
        url: Some("https://line.example".to_owned()),
        standing: "Not yet checked by us".to_owned(),
    }
}

fn all() -> Vec<(Arms, Message)> {
    let mut list = Vec::new();
    let arms = Arms::embedded().unwrap();
    for language in arms.languages() {
        for arm in arms.all() {
            let arms = Arms::embedded().unwrap();
            let message =
                Message::new(&arms, &arm.id, language, "web", &links(), vec![line()]).unwrap();
            list.push((arms, message));
        }
    }
    list
}

#[test]
fn there_are_the_neutral_arm_and_six_more_in_two_languages() {
    let arms = Arms::embedded().unwrap();
    assert!(arms.all().len() >= 7);
    assert_eq!(arms.languages().count(), 2);
    let neutral = arms.all().iter().find(|arm| arm.id == NEUTRAL).unwrap();
    assert_eq!((neutral.frame, neutral.valence), (Frame::Neutral, Valence::None));
}

#[test]
fn a_page_has_no_hole_no_script_and_nothing_from_elsewhere() {
    for (arms, message) in all() {
        for html in [message.page(&arms), message.fragment()] {
            let name = format!("{} {}", message.language, message.arm);
            assert!(html.contains(&message.call), "{name}");
            for never in ["⟨", "<script", "<img", "<form", "@import", "url(", "http-equiv"] {
                assert!(!html.contains(never), "{name}: {never}");
            }
            assert_eq!(
                html.matches("<a ").count() - html.matches("href=\"#main\"").count(),
                html.matches("rel=\"noreferrer noopener\"").count(),
                "{name}"
            );
            assert!(!html.contains("<b>"), "{name}: what comes from data is escaped");
        }
    }
}

#[test]
fn links_carry_language_channel_and_arm_and_nothing_else() {
    let arms = Arms::embedded().unwrap();
    let french = LanguageTag::parse("fr").unwrap();
    let message = Message::new(&arms, NEUTRAL, &french, "web", &links(), Vec::new()).unwrap();
    let found: Vec<(&str, &str)> =
        message.links.iter().map(|link| (link.to, link.href.as_str())).collect();
    assert_eq!(
        found,
        [
            ("help", "https://help.example/fr/w/web/neutral/help"),
            ("survey", "https://help.example/fr/w/web/neutral/survey"),
            ("harmed", "https://support.example/fr/"),
            ("youth", "https://help.example/fr/youth"),
            ("back", "https://engine.example/"),
        ]
    );
}

#[test]
fn arms_differ_in_words_and_not_in_length() {
    let arms = Arms::embedded().unwrap();
    for language in arms.languages() {
        let texts = arms.texts(language).unwrap();
        let lengths: Vec<(&str, usize)> = arms
            .all()
            .iter()
            .filter(|arm| arm.id != NEUTRAL)
            .map(|arm| {
                let text = texts.shown(&format!("arm-{}.text", arm.id), &[]);
                (arm.id.as_str(), text.chars().count())
            })
            .collect();
        let mean = lengths.iter().map(|(_, length)| length).sum::<usize>() / lengths.len();
        for (arm, length) in lengths {
            assert!(length * 100 >= mean * 65, "{language} {arm}: {length} beside {mean}");
            assert!(length * 100 <= mean * 135, "{language} {arm}: {length} beside {mean}");
        }
    }
}

#[test]
fn the_language_asked_for_is_found_and_english_otherwise() {
    let arms = Arms::embedded().unwrap();
    for (wanted, expected) in [
        (vec!["fr"], "fr"),
        (vec!["fr-BE", "en"], "fr"),
        (vec!["xx", "FR"], "fr"),
        (vec!["sv"], "en"),
        (vec![], "en"),
        (vec!["", "*", "fr_CA"], "fr"),
    ] {
        assert_eq!(arms.choose(wanted.iter().copied()).as_str(), expected, "{wanted:?}");
    }
}

/// Nothing that says or suggests that the visitor is traced, watched or identified.
#[test]
fn no_message_says_that_anyone_watches() {
    let words = [
        (
            "en",
            &[
                "your ip",
                "ip address",
                "track",
                "trace",
                "watch",
                "monitor",
                "log ",
                "logged",
                "detected",
                "identif",
                "police",
                "arrest",
                "caught",
                "surveil",
                "record",
            ][..],
        ),
        (
            "fr",
            &[
                "adresse ip",
                "votre ip",
                "suivi",
                "pist",
                "surveill",
                "trac",
                "détect",
                "identifi",
                "police",
                "arrêté",
                "enregistr",
                "repér",
            ][..],
        ),
    ];
    for (_, message) in all() {
        let (_, words) = words.iter().find(|(language, _)| *language == message.language).unwrap();
        let text = format!("{} {} {}", message.title, message.text, message.call).to_lowercase();
        for word in *words {
            assert!(!text.contains(word), "{} {}: {word}", message.language, message.arm);
        }
    }
}

#[test]
fn what_nobody_has_reviewed_says_so() {
    for (arms, message) in all() {
        let language = LanguageTag::parse(&message.language).unwrap();
        assert_eq!(message.review.is_none(), arms.is_reviewed(&message.arm, &language));
    }
}
