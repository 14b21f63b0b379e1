//! The file that comes with the program.

use directory::{Helplines, Purpose, Standing, Trouble};

use crate::invented::{TODAY, tag};

const FILE: &str = include_str!("../../../../content/helplines/helplines.toml");

fn helplines() -> Helplines {
    Helplines::parse(FILE).unwrap()
}

#[test]
fn nothing_is_said_to_be_checked_that_nobody_checked() {
    let helplines = helplines();
    for entry in helplines.iter() {
        assert_eq!(entry.standing(TODAY), Standing::Unverified, "{}", entry.id);
    }
    let found = helplines.check(TODAY);
    let wrong: Vec<_> = found.iter().filter(|own| own.trouble.is_wrong()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let unverified = found.iter().filter(|own| own.trouble == Trouble::Unverified).count();
    assert_eq!(unverified, helplines.iter().count());
}

#[test]
fn every_country_has_a_line_for_danger_for_the_young_and_for_oneself() {
    let helplines = helplines();
    assert_eq!(helplines.countries(), ["BE", "CA", "CH", "FR", "GB", "US"]);
    for country in helplines.countries() {
        for purpose in [Purpose::Danger, Purpose::Youth, Purpose::Crisis, Purpose::Oneself] {
            let found = helplines.in_country(country, purpose);
            assert!(!found.is_empty(), "{country} has nothing for {purpose:?}");
        }
        let danger = helplines.in_country(country, Purpose::Danger);
        assert!(
            danger.iter().all(|own| own.country != "INT"),
            "{country} has no number of its own"
        );
    }
}

#[test]
fn a_union_ends_where_it_ends() {
    let helplines = helplines();
    let ids = |country: &str, purpose| -> Vec<&str> {
        helplines.in_country(country, purpose).iter().map(|own| own.id.as_str()).collect()
    };
    assert!(ids("CH", Purpose::Danger).contains(&"eu-112"), "112 works in Switzerland");
    assert_eq!(ids("CA", Purpose::Danger), ["ca-911"], "112 is no number of Canada");
    assert!(ids("BE", Purpose::Youth).contains(&"eu-116111"));
    assert!(!ids("FR", Purpose::Youth).contains(&"eu-116111"), "France has 119 instead");
    assert!(!ids("BE", Purpose::Youth).contains(&"fr-119"));
}

#[test]
fn nobody_who_was_harmed_is_sent_to_lines_for_others() {
    let helplines = helplines();
    for language in ["en", "fr"] {
        for shown in helplines.shown(&[Purpose::Harmed], &tag(language), TODAY) {
            let both = shown.entry.purposes.contains(&Purpose::Oneself);
            assert!(!both, "{} is for both", shown.entry.id);
            let fallback = shown.fallback.map(|own| own.purposes.contains(&Purpose::Harmed));
            assert_ne!(fallback, Some(false), "the fallback of {}", shown.entry.id);
        }
    }
}

#[test]
fn what_is_in_doubt_says_so() {
    let helplines = helplines();
    for id in ["be-stop-it-now-vlaanderen", "gb-stop-it-now", "us-stop-it-now", "ch-clickandstop"] {
        let entry = helplines.get(id).unwrap();
        assert_eq!(entry.doubt.len(), 2, "{id}");
    }
}

#[test]
fn french_keeps_its_spaces() {
    for entry in helplines().iter() {
        let texts = [&entry.note, &entry.doubt, &entry.hours_note, &entry.reporting_duty];
        for text in texts.into_iter().filter_map(|texts| texts.get(&tag("fr"))) {
            for mark in [':', ';', '!', '?'] {
                let narrow = format!("\u{202f}{mark}");
                let all = text.matches(mark).count();
                assert_eq!(text.matches(&narrow).count(), all, "{}: {text}", entry.id);
            }
            assert!(!text.contains('\''), "{}: {text}", entry.id);
        }
    }
}
