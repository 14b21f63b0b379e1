//! A partner shows messages from a kit, counts by itself, and the doors count what follows.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use warning::{
    Cell, Counts, Event, Experiment, PartnerError, Plan, PlanHash, Results, partner_counts,
};

use crate::world::{changed, parse};

fn plan() -> (Plan, PlanHash) {
    parse(&changed("floor = 20", "floor = 20\nkits = [\"partner\"]")).unwrap()
}

fn read(table: &str) -> Result<Counts, PartnerError> {
    let (plan, hash) = plan();
    partner_counts(&plan, hash, "shown.csv", table)
}

/// The harm message at the partner's on the first day of the campaign, whatever the language.
const CELL: Cell = Cell { arm: 1, language: 2, channel: 2, day: 10 };

#[test]
fn a_table_becomes_counts_without_languages() {
    let table = "\u{feff}day, channel, arm, shown\n2030-01-01,partner,neutral,400\n\n\
                 2030-01-11, partner, neutral, 201\r\n2030-01-11,partner,harm-plain,603\r\n";
    let counts = read(table).unwrap();
    assert_eq!(counts.of(CELL, Event::Shown), 603);
    assert_eq!(counts.of(Cell { arm: 0, ..CELL }, Event::Shown), 201);
    assert_eq!(counts.of(Cell { arm: 0, day: 0, ..CELL }, Event::Shown), 400);
    let all: u32 = counts.cells().map(|(_, events)| events.iter().sum::<u32>()).sum();
    assert_eq!(all, 603 + 201 + 400);
}

#[test]
fn each_slip_is_named_with_its_line_and_all_at_once() {
    let table = "day,channel,arm,shown\n\
                 2030-01-11,partner,harm-plain,1\n\
                 2030-01-11,partner,harm-plain,1\n\
                 yesterday,partner,neutral,1\n\
                 2031-01-11,partner,neutral,1\n\
                 2030-01-12,web,neutral,1\n\
                 2030-01-12,partner,nobody,1\n\
                 2030-01-10,partner,harm-plain,1\n\
                 2030-01-12,partner,neutral,-1\n\
                 2030-01-12,partner,neutral,1,1\n";
    let said = read(table).unwrap_err().to_string();
    let expected = [
        "shown.csv:3: this day, channel and message stand there twice",
        "shown.csv:4: `yesterday` is no day; write YYYY-MM-DD",
        "shown.csv:5: 2031-01-11 lies outside of the plan (2030-01-01 to 2030-01-30)",
        "shown.csv:6: `web` is none of the plan's `kits`",
        "shown.csv:7: `nobody` is no arm of the plan",
        "shown.csv:8: before the campaign only `neutral` is shown, and this is `harm-plain`",
        "shown.csv:9: `-1` is no whole number below 2^32",
        "shown.csv:10: this row has 5 fields; there are four",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
    let head = read("day;channel;arm;shown\n").unwrap_err().to_string();
    assert!(
        head.starts_with("shown.csv:1: the first line must be `day,channel,arm,shown`"),
        "{head}"
    );
    assert!(read("day,channel,arm,shown\n").unwrap_err().to_string().contains("no row"));
    let many = format!("day,channel,arm,shown\n{}", "x\n".repeat(1_000));
    assert_eq!(read(&many).unwrap_err().0.len(), 100, "the rest is not read");
}

#[test]
fn clicks_from_a_kit_meet_the_partners_showings() {
    let (plan, hash) = plan();
    let experiment = Experiment::new(plan.clone(), hash);
    let mut table = "day,channel,arm,shown\n".to_owned();
    for day in 11..=30 {
        let now = format!("2030-01-{day}T08:00:00Z").parse().unwrap();
        for (arm, clicks) in [("neutral", 8 + day % 3), ("harm-plain", 20 + day % 4)] {
            table.push_str(&format!("2030-01-{day},partner,{arm},100\n"));
            for language in ["fr", "en"].into_iter().cycle().take(clicks) {
                experiment.count(Event::Help, arm, language, "partner", now);
            }
        }
    }
    let mut counts = experiment.take();
    // The file of the doors is closed day by day; a kit has no language that could be too small.
    counts.merge_small(plan.days(), plan.floor);
    assert!(counts.add(&read(&table).unwrap()));
    let found = Results::at(&plan, hash, &counts, "2030-02-01".parse().unwrap()).unwrap();
    assert_eq!(found.late, 0);
    assert!(found.comparisons[0].differs, "{:?}", found.comparisons);
    let groups: Vec<(&str, u64)> =
        found.groups.iter().map(|own| (own.name.as_str(), own.tally.shown)).collect();
    assert_eq!(groups, [("partner", 4_000), ("other, kits", 4_000)]);
    assert!(found.groups.iter().all(|own| own.tally.share.is_some()));
}

proptest! {
    #[test]
    fn no_table_panics(table in "(day,channel,arm,shown\n)?([0-9a-z,\"\n -]{0,40}\n){0,6}") {
        if let Ok(counts) = read(&table) {
            prop_assert!(table.lines().count() > 1 && counts.cells().count() > 0);
        }
    }
}
