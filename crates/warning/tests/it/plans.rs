//! A plan says what is wrong with it before anything is shown.

use jiff::civil::date;

use crate::world::{PLAN, changed, parse, plan};

/// What is said of the plan with one line changed.
fn said(from: &str, to: &str) -> String {
    parse(&changed(from, to)).map(|_| String::new()).unwrap_or_else(|error| error.to_string())
}

#[test]
fn a_plan_knows_its_days() {
    let (plan, _) = plan();
    assert_eq!(plan.days(), 30);
    assert_eq!(plan.day_of(date(2030, 1, 1)), Some(0));
    assert_eq!(plan.day_of(date(2030, 1, 30)), Some(29));
    assert_eq!(plan.day_of(date(2029, 12, 31)), None);
    assert_eq!(plan.day_of(date(2030, 1, 31)), None);
    assert_eq!(plan.campaign_day(), 10);
    assert_eq!(plan.weights(), 4);
}

#[test]
fn a_look_lies_behind_its_day() {
    let (plan, _) = plan();
    let days = [date(2030, 1, 20), date(2030, 1, 21), date(2030, 1, 30), date(2030, 1, 31)];
    assert_eq!(days.map(|day| plan.looks_before(day)), [0, 1, 1, 2]);
}

#[test]
fn every_letter_of_a_plan_is_in_its_hash() {
    let (_, hash) = plan();
    let (_, other) = parse(&format!("{PLAN}# a remark\n")).unwrap();
    assert_ne!(hash, other);
    assert_eq!(hash.to_string().len(), 64);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let cases = [
        ("outcome = \"click to help, not desistance\"", "outcome = \"desistance\"", "`outcome`"),
        ("id = \"invented\"", "id = \"An id\"", "`id`"),
        ("end = \"2030-01-30\"", "end = \"2029-01-30\"", "before `start`"),
        ("end = \"2030-01-30\"", "end = \"2039-01-30\"", "longer than"),
        ("campaign = \"2030-01-11\"", "campaign = \"2031-01-11\"", "`campaign`"),
        ("\"web\", \"onion\"", "\"web\", \"web\"", "twice"),
        ("\"web\", \"onion\"", "\"web/x\"", "no name"),
        ("\"web\", \"onion\"", "", "`channels` and `kits` is empty"),
        ("floor = 20", "floor = 20\nkits = [\"web\"]", "`web` is in `channels` and `kits` twice"),
        ("id = \"neutral\"", "id = \"law-plain\"", "`neutral`"),
        ("id = \"harm-plain\"", "id = \"nobody\"", "does not exist"),
        ("weight = 3", "weight = 0", "weight of arm `harm-plain`"),
        ("by = \"request\"", "by = \"block\"\nhours = 5", "divide 24"),
        (
            "floor = 20\n\n[assignment]\nby = \"request\"",
            "kits = [\"partner\"]\n\n[assignment]\nby = \"block\"\nhours = 6",
            "leave `kits` out",
        ),
        ("baseline = 0.09", "baseline = 0", "`size.baseline`"),
        ("worth_finding = 0.12", "worth_finding = 0.09", "equals `baseline`"),
        ("power = 0.8", "power = nan", "`size.power`"),
        ("alpha = 0.05", "alpha = 0.6", "`size.alpha` cannot be computed with"),
        ("design_effect = 1.5", "design_effect = 0.5", "design_effect"),
        ("\"2030-01-20\", \"2030-01-30\"", "\"2030-01-20\"", "must be the end"),
        ("\"2030-01-20\", \"2030-01-30\"", "\"2030-01-30\", \"2030-01-20\"", "must rise"),
        ("\"2030-01-20\", \"2030-01-30\"", "\"2030-01-05\", \"2030-01-30\"", "before arms"),
        ("floor = 20", "flor = 20", "unknown field `flor`"),
    ];
    for (from, to, expected) in cases {
        let said = said(from, to);
        assert!(said.contains(expected), "{to}: {said}");
        assert!(said.starts_with("plan.toml:"), "{said}");
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let text = changed("weight = 3", "weight = 0").replace("power = 0.8", "power = 8");
    let said = parse(&text).unwrap_err().to_string();
    assert!(said.contains("weight") && said.contains("size.power"), "{said}");
}
