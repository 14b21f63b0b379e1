//! What is said of an entry.

use directory::{Card, Helplines, Purpose, Shown, Standing, Words};
use jiff::civil::date;

use crate::invented::{TODAY, entry, parse, tag};

/// Without the marks that keep a placed text apart from the text around it.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

fn card(helplines: &Helplines, id: &str, language: &str) -> Card {
    let entry = helplines.get(id).unwrap();
    let fallback = helplines.fallback(entry, Purpose::Oneself);
    let shown = Shown { entry, fallback, standing: entry.standing(TODAY) };
    helplines.speech(&tag(language)).unwrap().card(&shown)
}

fn helplines() -> Helplines {
    let a = r#"languages = ["fr", "nl"]
hours = ["mon-fri 09:30-12:00", "sat 22:00-02:00", "mon-sun 20:00-21:15"]
zone = "Europe/Brussels"
hours_note = { en = "Not on holidays.", fr = "Pas les jours fériés." }
cost = "free"
anonymity = "anonymous"
url = "https://example.org"
chat = "https://example.org"
mail = "help@example.org"
sms = "12 34"
on_site = ["chat", "mail"]
fallback = "b""#;
    let checked = "verified = { by = \"A. Example\", on = \"2026-11-01\" }";
    let expired = format!("valid_until = \"2026-11-02\"\n{checked}\nhours = \"always\"");
    parse(&[entry("a", a), entry("b", checked), entry("c", &expired)])
}

#[test]
fn hours_are_words_in_each_language() {
    let helplines = helplines();
    let en = card(&helplines, "a", "en");
    assert_eq!(
        bare(&en.hours[0]),
        "Monday to Friday 09:30 to 12:00; Saturday 22:00 to 02:00; every day 20:00 to 21:15, \
         Brussels time."
    );
    assert_eq!(en.hours[1], "Not on holidays.");
    let fr = card(&helplines, "a", "fr");
    let marks = fr.hours[0].matches(['\u{2068}', '\u{2069}']).count();
    assert_eq!(marks, 4, "no marks within marks: {:?}", fr.hours[0]);
    assert_eq!(
        bare(&fr.hours[0]),
        "Du lundi au vendredi de 9 h 30 à 12 h ; le samedi de 22 h à 2 h ; tous les jours de \
         20 h à 21 h 15, heure de Bruxelles."
    );
    assert_eq!(bare(&card(&helplines, "c", "fr").hours[0]), "24 h sur 24, tous les jours.");
}

#[test]
fn facts_and_ways_are_those_of_the_entry() {
    let helplines = helplines();
    let en = card(&helplines, "a", "en");
    let facts: Vec<String> = en.facts.iter().map(|fact| bare(fact)).collect();
    assert_eq!(
        facts,
        [
            "Free.",
            "You need not give your name.",
            "Languages: Français, Nederlands.",
            "Also through its page: chat, e-mail."
        ]
    );
    let ways: Vec<_> =
        en.ways.iter().map(|(word, text, leads)| (word.as_str(), text.as_str(), leads)).collect();
    let none = &None;
    assert_eq!(
        ways,
        [("Text message:", "12 34", none), ("E-mail:", "help@example.org", none)],
        "the chat is on the page, and mail begins with no touch by mistake"
    );
    // The reader's own language needs no mention, and what is not known is not said.
    assert!(card(&helplines, "b", "fr").facts.is_empty());
    let one = card(&helplines, "b", "en").facts;
    assert_eq!(one.iter().map(|fact| bare(fact)).collect::<Vec<_>>(), ["Language: Français."]);
    let (before, fallback) = en.fallback.unwrap();
    assert_eq!(
        (before.as_str(), fallback.dial.unwrap().as_str()),
        ("If nobody answers:", "080000000")
    );
    assert_eq!(en.brief.place.as_deref(), Some("Belgium"));
}

#[test]
fn only_a_check_that_counts_sounds_good() {
    let helplines = helplines();
    let said = |id: &str, language: &str| {
        let card = card(&helplines, id, language);
        (bare(&card.standing), card.is_good)
    };
    assert_eq!(said("a", "en"), ("Not yet checked by us.".to_owned(), false));
    assert_eq!(said("b", "en"), ("Checked by us on 1 November 2026.".to_owned(), true));
    assert_eq!(
        said("c", "en"),
        ("Last checked by us on 1 November 2026; it may have changed since.".to_owned(), false)
    );
    assert_eq!(said("b", "fr").0, "Vérifié par nos soins le 1er novembre 2026.");
    assert!(said("c", "fr").0.ends_with("; cela a pu changer depuis."));
    let on = date(2026, 11, 1);
    for language in ["en", "fr"] {
        let speech = helplines.speech(&tag(language)).unwrap();
        let all = [
            Standing::Verified { on },
            Standing::Unverified,
            Standing::Expired { on, until: on },
            Standing::Closed,
        ];
        for standing in all {
            assert!(!speech.standing(standing).contains('⟨'), "{standing:?} in {language}");
        }
    }
}

#[test]
fn countries_stand_in_the_order_of_their_names() {
    let words = Words::embedded().unwrap();
    let names = |language: &str| -> Vec<String> {
        let speech = words.speech(&tag(language)).unwrap();
        let named = speech.countries(&["BE", "CH", "FR", "US", "GB", "XX"]);
        named.into_iter().map(|(_, name)| name).collect()
    };
    let en = ["Belgium", "France", "Switzerland", "United Kingdom", "United States"];
    assert_eq!(names("en"), en);
    assert_eq!(names("fr"), ["Belgique", "États-Unis", "France", "Royaume-Uni", "Suisse"]);
    assert!(words.speech(&tag("de")).is_none());
}

#[test]
fn every_entry_of_the_program_has_a_whole_card_in_every_language() {
    let file = include_str!("../../../../content/helplines/helplines.toml");
    let helplines = Helplines::parse(file).unwrap();
    for language in ["en", "fr"] {
        for entry in helplines.iter() {
            let id = &entry.id;
            let card = format!("{:?}", card(&helplines, id, language));
            assert!(!card.contains('⟨'), "{id} in {language}: {card}");
        }
    }
}
