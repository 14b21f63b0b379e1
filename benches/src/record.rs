//! The record: a table that a reader can check.

use std::fmt::Write;

use anyhow::Result;

use crate::args::{Args, Part, Plan};
use crate::detection;
use crate::machine::Machine;
use crate::measures::{Bench, Bound, Goal, Measures, Ordinary, Table, Target};

/// A share of the processors below which others are called quiet.
const QUIET: f64 = 0.05;

/// Every bench as a table.
pub fn tables(measures: &Measures) -> String {
    let mut text = String::new();
    for bench in &measures.benches {
        text.push_str(&table(bench));
    }
    for table in &measures.tables {
        text.push_str(&columns(table));
    }
    text.push_str(&goals(&measures.goals));
    if let Some(own) = &measures.ordinary {
        text.push_str(&alarms(own));
    }
    if !measures.sizes.is_empty() {
        text.push_str("\n## bytes of a page\n\n| page | plain | compressed |\n|---|---:|---:|\n");
    }
    for size in &measures.sizes {
        text.push_str(&format!("| {} | {} | {} |\n", size.page, size.plain, size.gzip));
    }
    text.push('\n');
    text
}

/// False alarms, beside the lines that have an entry in them.
fn alarms(own: &Ordinary) -> String {
    let share = 100.0 * own.alarms as f64 / own.lines.max(1) as f64;
    format!(
        "\n## false alarms\n\n{} lines of ordinary text: licences, word lists where there are some, \
         manual pages and documents of this machine, whatever their language. The list: {} ordinary \
         words and phrases of the same text.\n\n| lines | |\n|---|---:|\n| an entry stands in them, \
         word for word, and they want a warning | {} |\n| the same, and they want none | 0 |\n| no entry \
         stands in them, and they want a warning: false alarms | {} ({share:.3} %) |\n",
        own.lines, own.entries, own.met, own.alarms
    )
}

fn table(bench: &Bench) -> String {
    let mut text = format!("\n## {}\n\n", bench.title);
    let own = bench.rows.first().map_or(0.0, |row| row.median());
    if let Some(aim) = bench.aim {
        let verdict = if own >= aim { "reached" } else { "missed" };
        text.push_str(&format!("Aim: {aim:.0}; {verdict}.\n\n"));
    }
    text.push_str("| | median | lowest | highest | Suoja is |\n|---|---:|---:|---:|---:|\n");
    for row in &bench.rows {
        let (low, high) = row.ends();
        let ratio =
            if row.reference { format!("{:.2} ×", own / row.median()) } else { String::new() };
        let line =
            format!("| {} | {:.0} | {low:.0} | {high:.0} | {ratio} |\n", row.name, row.median());
        text.push_str(&line);
    }
    text
}

fn columns(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<String> = table.head.iter().map(|&own| own.to_owned()).collect();
    let mut text = format!("\n## {}\n\n{}|---|", table.title, line(&head));
    text.push_str(&"---:|".repeat(table.head.len().saturating_sub(1)));
    text.push('\n');
    table.rows.iter().for_each(|row| text.push_str(&line(row)));
    if !table.below.is_empty() {
        text.push_str(&format!("\n{}\n", table.below));
    }
    text
}

/// Ratios and sizes beside what they must be and what they aim at beyond.
fn goals(goals: &[Goal]) -> String {
    if goals.is_empty() {
        return String::new();
    }
    let mut text =
        "\n## aims\n\n| | measured | must be | aims at | |\n|---|---:|---:|---:|---|\n".to_owned();
    for goal in goals {
        let Target { side, must, aim, unit } = goal.target;
        let sign = if side == Bound::AtLeast { '≥' } else { '≤' };
        let verdict = match (goal.reaches(must), aim != must && goal.reaches(aim)) {
            (false, _) => "missed",
            (true, false) => "reached",
            (true, true) => "reached, and the aim beyond",
        };
        let (what, got) = (&goal.what, goal.median());
        let beyond = if aim == must { String::new() } else { format!("{sign} {aim} {unit}") };
        text.push_str(&format!(
            "| {what} | {} {unit} | {sign} {must} {unit} | {beyond} | {verdict} |\n",
            short(got)
        ));
    }
    text
}

/// A number with three digits that count.
pub fn short(number: f64) -> String {
    match number.abs() {
        0.0 => "0".to_owned(),
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 => format!("{number:.1}"),
        size if size >= 1.0 => format!("{number:.2}"),
        size if size >= 0.1 => format!("{number:.3}"),
        _ => format!("{number:.4}"),
    }
}

/// The whole record.
///
/// # Errors
/// Never; writing into a text does not fail.
pub fn write(args: &Args, plan: &Plan, machine: &Machine, measures: &Measures) -> Result<String> {
    let mut text = String::new();
    writeln!(text, "# Benchmarks of {}\n", args.date())?;
    writeln!(text, "`{}`\n", args.command())?;
    writeln!(text, "- {}, {} cores, {} GiB", machine.processor, machine.cores, machine.memory)?;
    writeln!(text, "- {}, {}", machine.kernel, machine.disk)?;
    writeln!(text, "- {}", machine.programs.join(", "))?;
    if !measures.versions.is_empty() {
        writeln!(text, "- {}", measures.versions.join(", "))?;
    }
    if args.measures_rates() {
        text.push_str(&rounds(plan, measures));
    }
    text.push_str(&tables(measures));
    text.push_str(&notes(args));
    Ok(text)
}

/// How often everything was measured, and how quiet it was.
fn rounds(plan: &Plan, measures: &Measures) -> String {
    let shares: Vec<String> =
        measures.others.iter().map(|share| format!("{:.0} %", 100.0 * share)).collect();
    let quiet = measures.others.iter().all(|share| *share < QUIET);
    format!(
        "- {} rounds, each with every bench once; server and load share the cores\n- {}: of the \
         processors' time others took {} in the rounds (the kernel's own threads counted in)\n",
        plan.rounds,
        if quiet { "quiet" } else { "NOT QUIET" },
        shares.join(", ")
    )
}

/// What was run, for a reader who was not there.
fn notes(args: &Args) -> String {
    let parts = [
        (Part::Survey, SURVEY),
        (Part::Warnings, WARNINGS),
        (Part::Alarms, ALARMS),
        (Part::Detection, detection::NOTES),
    ];
    let wanted = parts.into_iter().filter(|(part, _)| args.wants(*part));
    std::iter::once(ALL).chain(wanted.map(|(_, text)| text)).collect()
}

const ALL: &str = "\
## what was run

Rates are per second, medians of the rounds; *Suoja is* divides ours by the row's median. A bench
that gets a wrong answer fails and records nothing.

";
const SURVEY: &str = "\
- **First page**: `wrk -t1 -c32 -d10s` on `/fr/`; with `Accept-Encoding: gzip` or without. nginx
  serves the same bytes from a file, one worker a core, no access log, without Suoja's security
  headers. Suoja renders every page anew and counts the opening in memory.
- **Whole visits**: a load client of our own with 32 connections; each visitor takes entrance, age,
  notice and the eight pages of questions, sends back the state that the page before carried, and
  decompresses what it gets. Every visit has a new answer number, so every page of answers is
  checked, sealed to two recipients and synced before the next page comes. At the end the store is
  opened with the private keys: every acknowledged page is there and holds what was sent. nginx
  answers the same requests with one static page and looks at none of them.
- **Sealed and stored**: the intake of the door with the instrument *help-us* and two recipients;
  512 visitors under way, 20,000 parts. The naive twin sends 2,000 parts, each after the one before
  is on disk. The plain file gets the sealed bytes of 512 parts, then `fdatasync`.
- **Opened**: the 20,000 parts of that store in chunks of 4,096 with one private key, as
  `suoja open` does; every part is compared with what was sent, outside the measured time.
";
const ALARMS: &str = "\
- **False alarms**: every fiftieth ordinary word of four letters or more and the first three words of
  every five-hundredth line are the list; a twin that knows it in the clear compares plain words in small
  letters. Every line with an entry must want a warning; more than one false alarm in 200 lines fails.
";
const WARNINGS: &str = "\
- **Decisions**: 8,192 invented queries of twelve words, 50 times over, one core; one query in eight has a
  phrase of the list in it, and every decision is right. Phrases have one to eight words, so a query has
  68 grams to hash. aho-corasick scans the same queries for the plain list, which Suoja does not keep,
  and neither folds case beyond ASCII nor reads other forms of a word.
- **Over loopback**: `wrk -t1 -c32 -d10s` with a script that POSTs 512 of the queries in turn.
";
