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

/// Everything that a visitor reads on the page of a message, in small letters.
fn words_of(message: &Message) -> String {
    let links: Vec<&str> = message.links.iter().map(|link| link.text.as_str()).collect();
    let parts = [&message.title, &message.text, &message.call, &message.about, &message.anonymous];
    let parts = parts.into_iter().chain([&message.danger_title, &message.danger]);
    let parts: Vec<&str> = parts.map(String::as_str).chain(links).collect();
    // That a link was followed is what the page says that it counts.
    parts.join(" ").to_lowercase().replace("un lien a été suivi", "")
}

fn assert_none_says(english: &[&str], french: &[&str]) {
    let mut read = 0;
    for (_, message) in all() {
        let never = if message.language == "fr" { french } else { english };
        let said = words_of(&message);
        for word in never {
            assert!(!said.contains(word), "{} {}: {word}", message.language, message.arm);
        }
        read += usize::from(said.len() > 500);
    }
    assert_eq!(read, all().len(), "whole pages were read");
}

/// Nothing that says or suggests that the visitor is traced, watched or identified.
#[test]
fn no_message_says_that_anyone_watches() {
    let english = "your ip|ip address|track|trace|watch|monitor|log |logged|detected|identif|police|\
                   arrest|caught|surveil|record|we know|we see|saw you";
    let french = "adresse ip|votre ip|suivi|pist|surveill|trac|détect|identifi|police|arrêté|\
                  enregistr|repér|nous savons|nous voyons|vous a vu";
    let split = |list: &'static str| list.split('|').collect::<Vec<_>>();
    assert_none_says(&split(english), &split(french));
}

/// Nothing that help cannot give: no cure, no certainty, no secrecy that some lines may not keep.
#[test]
fn no_message_promises_what_help_cannot_give() {
    let english = "cure|heal|guarantee|promise|always|certain|you will stop|you will feel|will help|\
                   nobody will know|confidential|secret|safe";
    let french = "guéri|garanti|promet|promis|toujours|certitude|vous arrêterez|vous irez|\
                  personne ne saura|confidentiel|secret|en sécurité";
    let split = |list: &'static str| list.split('|').collect::<Vec<_>>();
    assert_none_says(&split(english), &split(french));
}

#[test]
fn what_nobody_has_reviewed_says_so() {
    for (arms, message) in all() {
        let language = LanguageTag::parse(&message.language).unwrap();
        let reviewed = arms.is_reviewed(&message.arm, &language);
        assert_eq!(message.review.is_none(), reviewed);
        let notice = arms.texts(&language).unwrap().shown("review-notice", &[]);
        for html in [message.page(&arms), message.fragment()] {
            assert_eq!(html.contains(&notice), !reviewed, "{language} {}", message.arm);
        }
    }
}
