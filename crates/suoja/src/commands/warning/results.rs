//! `suoja warning results`.

use std::fmt::Write;

use anyhow::{Context, Result, bail};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};
use warning::{Estimate, Results, Tally};

use crate::cli::{ResultsArgs, ResultsFormat};
use crate::counting::{read_counts, read_plan, today};

/// What stands where there are too few days.
const NONE: &str = "–";

pub fn run(args: &ResultsArgs) -> Result<()> {
    let (plan, hash) = read_plan(&args.plan)?;
    let mut files = args.counts.iter();
    let first = files.next().context("name a file of --counts")?;
    let mut counts = read_counts(first, &plan, hash)?;
    for file in files {
        if !counts.add(&read_counts(file, &plan, hash)?) {
            bail!("{} has counts of another plan", file.display());
        }
    }
    let results = Results::at(&plan, hash, &counts, today())?;
    match args.format {
        ResultsFormat::Table => print!("{}", table(&results)),
        ResultsFormat::Json => println!("{}", serde_json::to_string_pretty(&results)?),
    }
    Ok(())
}

fn table(results: &Results) -> String {
    let mut out = String::new();
    _ = writeln!(out, "{}\n", results.question);
    _ = writeln!(out, "Outcome  {}", results.outcome);
    _ = writeln!(
        out,
        "Look     {} of {}, with what was counted up to {}",
        results.look, results.looks, results.until
    );
    _ = writeln!(out, "Plan     {} {}\n", results.plan, results.hash);
    results.says.iter().for_each(|said| _ = writeln!(out, "{said}"));
    let rows = results.arms.iter().map(|own| (own.arm.as_str(), &own.tally));
    _ = writeln!(out, "\n{}", tallies("Message", rows));
    _ = writeln!(out, "{}", comparisons(results));
    let rows = results.groups.iter().map(|own| (own.name.as_str(), &own.tally));
    _ = writeln!(out, "{}", tallies("Channel, language", rows));
    if let Some(change) = &results.change {
        _ = writeln!(
            out,
            "Before the campaign {} of showings led to a click ({} days), during it {} ({} days).",
            share(change.before),
            change.days_before,
            share(change.during),
            change.days_during
        );
        _ = writeln!(
            out,
            "Level on its first day {}, p {} held against {}; its last day, {} where {} was \
             foreseen.",
            points(change.level),
            change.p.map_or(NONE.to_owned(), small),
            small(change.bound),
            points(change.at_end),
            share(change.foreseen)
        );
    }
    if results.late > 0 {
        let late = results.late;
        _ = writeln!(out, "{late} clicks came on a later day than the showing and are left out.");
    }
    _ = writeln!(out, "Intervals are at 95 % and count days, not showings, as independent.");
    out
}

fn tallies<'a>(head: &str, rows: impl Iterator<Item = (&'a str, &'a Tally)>) -> Table {
    let mut table = grid(&[head, "shown", "to help", "to survey", "share to help"]);
    for (name, own) in rows {
        table.add_row([
            name.to_owned(),
            own.shown.to_string(),
            own.help.to_string(),
            own.survey.to_string(),
            share(own.share),
        ]);
    }
    align(table)
}

fn comparisons(results: &Results) -> Table {
    let mut table =
        grid(&["Against neutral", "difference", "odds ratio", "p", "held against", "differs"]);
    for own in &results.comparisons {
        let odds = own.odds_ratio.map(|found| ends(found, |number| format!("{number:.2}")));
        table.add_row([
            own.arm.clone(),
            points(own.difference),
            odds.unwrap_or_else(|| NONE.to_owned()),
            own.p.map_or(NONE.to_owned(), small),
            small(own.bound),
            if own.differs { "yes" } else { "not decided" }.to_owned(),
        ]);
    }
    align(table)
}

fn grid(heads: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_header(heads.iter().copied());
    table
}

fn align(mut table: Table) -> Table {
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn ends(found: Estimate, write: impl Fn(f64) -> String) -> String {
    format!("{} ({} to {})", write(found.estimate), write(found.low), write(found.high))
}

fn share(share: Option<Estimate>) -> String {
    let percent = |number: f64| format!("{:.2} %", 100.0 * number);
    share.map_or(NONE.to_owned(), |found| ends(found, percent))
}

fn points(difference: Option<Estimate>) -> String {
    let points = |number: f64| format!("{:+.2}", 100.0 * number);
    difference.map_or(NONE.to_owned(), |found| format!("{} points", ends(found, points)))
}

fn small(p: f64) -> String {
    if p < 0.0001 { "< 0.0001".to_owned() } else { format!("{p:.4}") }
}
