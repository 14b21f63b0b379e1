//! People become findings: samples, flows, tables, disclosure.

use disclosure::Rules;
use findings::{
    Analysis, Group, Mode, OpenedPart, Person, Report, analyse, merge, parse_samples, render,
};
use instrument::{Loaded, Value};
use locale::LanguageTag;

use crate::people::{load, part};

const SAMPLES: &str = include_str!("../../../../content/samples.toml");

fn report(persons: &[Person], instruments: &[Loaded], sample: &str, mode: Mode) -> Report {
    let sample = parse_samples("samples.toml", SAMPLES, sample).unwrap();
    let group: Group = "language=fr".parse().unwrap();
    let analysis = Analysis {
        study: "test",
        simulated: true,
        persons,
        instruments,
        group: &group,
        sample: &sample,
        mode,
        rules: &Rules::default(),
        labels: &LanguageTag::parse("en").unwrap(),
    };
    analyse(&analysis).unwrap()
}

/// `yes` and `no` to the first question, by language.
fn crowd(survey: &Loaded, counts: [(&str, i64, usize); 4]) -> Vec<Person> {
    let mut parts: Vec<OpenedPart> = Vec::new();
    for (language, code, count) in counts {
        for at in 0..count {
            let answer = format!("{language}{code}-{at}");
            let value = [("wish_stop", Value::Code(code))];
            parts.push(part(survey, &answer, language, "wish", 0, &value));
        }
    }
    merge(parts, &[&survey.instrument]).persons
}

#[test]
fn shares_intervals_and_differences_are_those_of_the_published_table() {
    // Table T9 of the facts: French against the rest on the wish to stop, 24,000 assumed.
    let surveys = vec![load("help-us")];
    let counts = [("fr", 1, 227), ("fr", 3, 172), ("en", 1, 11_293), ("en", 3, 12_308)];
    let report = report(&crowd(&surveys[0], counts), &surveys, "all", Mode::Exact);
    let yes = &report.sections[0].questions[0].options[0];
    let cell = &yes.cells[0];
    let (low, high) = cell.interval.unwrap();
    assert_eq!(cell.count, Some(227));
    assert_eq!(
        format!("{:.1} ({:.1}–{:.1})", cell.share.unwrap() * 100.0, low * 100.0, high * 100.0),
        "56.9 (52.0–61.7)"
    );
    let compared = yes.compared.as_ref().unwrap();
    // χ² = 12.854 on one degree of freedom.
    assert_eq!(format!("{:.6}", compared.p), "0.000337");
    assert_eq!(compared.test, "Pearson's chi-square test");
    assert_eq!(report.flow[0].n, [Some(399), Some(23_601), Some(24_000)]);
}

#[test]
fn holm_runs_over_every_comparison_of_the_report() {
    let surveys = vec![load("help-us")];
    let counts = [("fr", 1, 227), ("fr", 3, 172), ("en", 1, 11_293), ("en", 3, 12_308)];
    let report = report(&crowd(&surveys[0], counts), &surveys, "all", Mode::Exact);
    let options = &report.sections[0].questions[0].options;
    let raw: Vec<f64> = options.iter().filter_map(|o| o.compared.as_ref()).map(|c| c.p).collect();
    assert_eq!(report.family, raw.len());
    let smallest = raw.iter().copied().fold(1.0, f64::min);
    let corrected = options.iter().filter_map(|o| o.compared.as_ref()).map(|c| c.p_holm);
    let least = corrected.fold(1.0, f64::min);
    assert!((least - smallest * raw.len() as f64).abs() < 1e-15);
}

#[test]
fn small_cells_are_hidden_and_nothing_gives_them_away() {
    let surveys = vec![load("help-us")];
    let counts = [("fr", 1, 60), ("fr", 3, 4), ("en", 1, 600), ("en", 3, 500)];
    let persons = crowd(&surveys[0], counts);
    let safe = report(&persons, &surveys, "all", Mode::Safe);
    let question = &safe.sections[0].questions[0];
    let no = question.options.iter().find(|option| option.id == "no");
    assert!(question.withheld || no.unwrap().cells.iter().all(|cell| cell.count.is_none()));
    let text = render::json(&safe);
    assert!(!text.contains(": 4,") && !text.contains("\n            4\n"), "{text}");
    let exact = report(&persons, &surveys, "all", Mode::Exact);
    assert_eq!(exact.sections[0].questions[0].options[2].cells[0].count, Some(4));
}

#[test]
fn samples_are_steps_with_a_flow() {
    let survey = load("help-us");
    let mut parts = Vec::new();
    for (answer, honest) in [("a", 1), ("b", 3), ("c", 1)] {
        parts.push(part(&survey, answer, "fr", "wish", 0, &[("wish_stop", Value::Code(1))]));
        parts.push(part(
            &survey,
            answer,
            "fr",
            "close",
            1,
            &[("honest_answers", Value::Code(honest))],
        ));
    }
    parts.push(part(&survey, "d", "fr", "wish", 0, &[("wish_stop", Value::Code(1))]));
    let persons = merge(parts, &[&survey.instrument]).persons;
    let surveys = vec![survey];
    let report = report(&persons, &surveys, "honest", Mode::Exact);
    let flow: Vec<Option<u64>> = report.flow.iter().map(|step| step.n[0]).collect();
    assert_eq!(flow, [Some(4), Some(3), Some(2)]);
}

#[test]
fn suspected_duplicates_count_once() {
    let survey = load("help-us");
    let long = |answer: &str, days: i64| {
        let page = |page: &str, revision, answers: &[(&str, i64)]| {
            let answers: Vec<_> =
                answers.iter().map(|(id, code)| (*id, Value::Code(*code))).collect();
            part(&survey, answer, "fr", page, revision, &answers)
        };
        vec![
            page("wish", 0, &[("wish_stop", 1)]),
            page("attempts", 1, &[("tried_stop", 1), ("help_sought", 1)]),
            page("help", 2, &[("help_received", 2)]),
            page("first", 3, &[("first_age", 2), ("first_way", 1)]),
            page("extent", 4, &[("how_often", 2), ("days_month", days), ("how_long", 3)]),
        ]
    };
    let parts = [long("a", 3), long("b", 3), long("c", 4)].into_iter().flatten().collect();
    let persons = merge(parts, &[&survey.instrument]).persons;
    let surveys = vec![survey];
    let report = report(&persons, &surveys, "distinct", Mode::Exact);
    assert_eq!(report.flow.last().unwrap().n[0], Some(2));
}

#[test]
fn only_questions_that_all_surveys_ask_are_pooled() {
    let surveys = vec![load("help-us"), load("no-need")];
    let mut parts = Vec::new();
    for at in 0..40 {
        for survey in &surveys {
            let answer = format!("{}{at}", survey.instrument.id);
            parts.push(part(survey, &answer, "fr", "wish", 0, &[("wish_stop", Value::Code(1))]));
        }
    }
    let persons = merge(parts, &[&surveys[0].instrument, &surveys[1].instrument]).persons;
    let safe = report(&persons, &surveys, "all", Mode::Safe);
    let ids = |at: usize| -> Vec<&str> {
        safe.sections[at].questions.iter().map(|question| question.id.as_str()).collect()
    };
    assert!(ids(0).contains(&"wish_stop") && !ids(0).contains(&"tried_stop"));
    assert!(!ids(1).contains(&"wish_stop"), "apart and pooled would give the other survey away");
    let exact = report(&persons, &surveys, "all", Mode::Exact);
    assert_eq!(exact.sections[0].questions[0].flow[2].n[2], Some(80));
    assert_eq!(exact.sections[1].questions[0].flow[2].n[2], Some(40));
}

#[test]
fn every_rendering_says_simulated() {
    let surveys = vec![load("help-us")];
    let counts = [("fr", 1, 60), ("fr", 3, 40), ("en", 1, 600), ("en", 3, 500)];
    let report = report(&crowd(&surveys[0], counts), &surveys, "all", Mode::Safe);
    assert!(render::table(&report, 100).contains("SIMULATED"));
    assert!(render::json(&report).contains("\"simulated\": true"));
    let csv = String::from_utf8(render::csv(&report).unwrap()).unwrap();
    assert!(csv.lines().skip(1).all(|line| line.starts_with("simulated,")));
    let table = render::table(&report, 100);
    let wide: Vec<&str> = table.lines().filter(|line| line.chars().count() > 100).collect();
    assert!(wide.is_empty(), "{wide:#?}");
}
