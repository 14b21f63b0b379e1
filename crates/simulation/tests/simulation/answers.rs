//! Who answers, how far they go, and what answers of one person have to do with each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{Read, instruments, is, simulated, spec};
use instrument::{Kind, Missing};
use jiff::civil::date;

#[test]
fn totals_languages_and_days() {
    let people = simulated();
    assert_eq!(people.len(), 24_000);
    assert_eq!(people.iter().filter(|own| own.french()).count(), 399);
    let mut met: BTreeMap<&str, u64> = BTreeMap::new();
    for own in &people {
        *met.entry(own.sent.language.as_str()).or_default() += 1;
    }
    let spec = spec();
    let wanted: BTreeMap<&str, u64> = spec.languages().map(|(tag, n)| (tag.as_str(), n)).collect();
    assert_eq!(met, wanted);
    assert_eq!(met.len(), 21);
    for french in [true, false] {
        let own = || people.iter().filter(|own| own.french() == french).map(|own| own.sent.day);
        let (first, last) = (own().min().unwrap(), own().max().unwrap());
        assert!(first >= date(2021, 5, 5) && first < date(2021, 5, 15), "{first}");
        assert!(last <= date(2023, 10, 5) && last > date(2023, 9, 25), "{last}");
        // A half more on the last day than on the first: 45 % in the first half.
        let n = own().count() as f64;
        let early = own().filter(|day| *day < date(2022, 7, 20)).count() as f64 / n;
        assert!((early - 0.45).abs() < 0.02, "{early}");
    }
    assert!(people.windows(2).all(|pair| pair[0].sent.day <= pair[1].sent.day));
    let numbers: BTreeSet<[u8; 16]> = people.iter().map(|own| own.sent.number).collect();
    assert_eq!(numbers.len(), people.len());
}

#[test]
fn most_stop_early_and_one_in_ten_completes() {
    let people = simulated();
    for french in [true, false] {
        let own = || people.iter().filter(|own| own.french() == french);
        let n = own().count() as f64;
        let complete = own().filter(|own| own.complete).count() as f64 / n;
        assert!((complete - 0.1).abs() < 0.015, "{complete}");
        let pages = own().map(|own| own.sent.pages.len()).sum::<usize>() as f64 / n;
        assert!((2.9..3.5).contains(&pages), "{pages}");
        let first_only = own().filter(|own| own.sent.pages.len() == 1).count() as f64 / n;
        assert!(first_only > 0.4, "{first_only}");
    }
    // One is sealed for each: what the demonstration has to do.
    let pages: usize = people.iter().map(|own| own.sent.pages.len()).sum();
    assert_eq!(pages, 77_508);
}

#[test]
fn answers_of_one_person_obey_logic() {
    let (instruments, people) = (instruments(), simulated());
    let says = |own: &Read, question: &str, options: &str| {
        let value = own.answers.get(question);
        value.is_some_and(|value| is(&instruments, question, value, options))
    };
    for own in &people {
        let asked = |question: &str| own.answers.contains_key(question);
        assert!(!asked("contact_sought") || says(own, "contact_thought", "sometimes+often"));
        assert!(own.answered("contact_sought") == says(own, "contact_thought", "sometimes+often"));
        assert!(!asked("help_why_not") || says(own, "help_sought", "no"));
        assert!(!asked("help_received") || says(own, "help_sought", "yes_professional+yes_other"));
        assert!(!asked("attempts_longest") || says(own, "tried_stop", "once+several"));
        if own.answered("days_month") {
            assert!(
                !says(own, "how_often", "not_this_year+under_monthly")
                    || says(own, "days_month", "0-1")
            );
            assert!(!says(own, "how_often", "monthly") || says(own, "days_month", "0-3"));
            assert!(!says(own, "how_often", "weekly") || says(own, "days_month", "3-12"));
            assert!(!says(own, "how_often", "most_days") || says(own, "days_month", "10-30"));
        }
    }
    let wish = |filter: &dyn Fn(&Read) -> bool| {
        let own = || people.iter().filter(|own| own.answered("wish_stop") && filter(own));
        own().filter(|own| says(own, "wish_stop", "yes")).count() as f64 / own().count() as f64
    };
    let help_us = wish(&|own| own.sent.instrument == "help-us");
    let no_need = wish(&|own| own.sent.instrument == "no-need");
    assert!(help_us > no_need + 0.1, "{help_us} {no_need}");
    let tried = wish(&|own| says(own, "tried_stop", "several"));
    let never = wish(&|own| says(own, "tried_stop", "never"));
    assert!(tried > never + 0.1, "{tried} {never}");
}

#[test]
fn answers_are_missing_in_every_way_that_is_offered() {
    let (instruments, people) = (instruments(), simulated());
    for question in instruments.iter().flat_map(|own| own.questions()).map(|(_, own)| own) {
        let count = |way: Option<Missing>| {
            let values = people.iter().filter_map(|own| own.answers.get(&question.id));
            values.filter(|value| value.missing() == way).count()
        };
        let (skipped, answered) = (count(Some(Missing::Skipped)), count(None));
        if let Kind::Text { .. } = question.kind {
            let share = answered as f64 / (answered + skipped) as f64;
            assert!(share > 0.01 && share < 0.021, "{}: {share}", question.id);
            continue;
        }
        let ways = [Missing::Refused, Missing::DontKnow];
        let all = ways.iter().map(|way| count(Some(*way))).sum::<usize>() + skipped;
        assert!(all * 10 < answered, "{}", question.id);
        for way in ways.into_iter().filter(|_| question.id != "contact_sought") {
            assert_eq!(question.offer.contains(&way), count(Some(way)) > 0, "{}", question.id);
        }
    }
}

#[test]
fn texts_say_that_they_are_simulated() {
    let mut texts = 0;
    for own in simulated() {
        for (name, value) in own.sent.pages.iter().flat_map(|page| &page.fields) {
            if name.ends_with("_words") {
                texts += 1;
                assert!(value.starts_with("(simulated answer) "), "{value}");
            }
        }
    }
    assert!(texts > 20, "{texts}");
}

#[test]
fn copies_are_exact_and_of_one_week_and_language() {
    let mut same: BTreeMap<_, Vec<Read>> = BTreeMap::new();
    for own in
        simulated().into_iter().filter(|own| own.complete && own.sent.instrument == "help-us")
    {
        let pages = own.sent.pages.iter().map(|page| (page.page, page.fields.clone()));
        let key = (own.sent.language.clone(), pages.collect::<Vec<_>>());
        same.entry(key).or_default().push(own);
    }
    let copied: Vec<&Vec<Read>> = same.values().filter(|own| own.len() > 1).collect();
    assert_eq!(copied.len(), 60);
    assert_eq!(copied.iter().filter(|own| own[0].french()).count(), 2);
    for own in copied {
        assert_eq!(own.len(), 2);
        let week =
            |own: &Read| (own.sent.day.iso_week_date().year(), own.sent.day.iso_week_date().week());
        assert_eq!(week(&own[0]), week(&own[1]));
        assert_ne!(own[0].sent.number, own[1].sent.number);
    }
}

#[test]
fn openings_are_answers_by_response_rate() {
    let spec = spec();
    let openings = simulation::openings(&spec);
    assert!(openings.windows(2).all(|pair| (pair[0].0, &pair[0].1) < (pair[1].0, &pair[1].1)));
    let mut left: BTreeMap<_, u64> = BTreeMap::new();
    for (week, language, n) in &openings {
        assert_eq!(week.weekday(), jiff::civil::Weekday::Monday);
        left.insert((*week, language.clone()), *n);
    }
    for own in simulated() {
        let day = own.sent.day;
        let monday = day - jiff::Span::new().days(i64::from(day.weekday().to_monday_zero_offset()));
        let n = left.get_mut(&(monday, own.sent.language)).unwrap();
        *n = n.checked_sub(1).expect("more answers than openings");
    }
    for (language, answers) in spec.languages() {
        let own = openings.iter().filter(|(_, tag, _)| tag == language).map(|(.., n)| n);
        let rate = answers as f64 / own.sum::<u64>() as f64;
        assert!((rate - 0.057).abs() < 0.0001, "{language}: {rate}");
    }
}
