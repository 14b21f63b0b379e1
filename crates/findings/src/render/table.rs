//! A report for the terminal.

use std::fmt::Write;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, ContentArrangement, Table};

use crate::{Cell, Compared, FlowStep, QuestionFinding, Report};

/// What stands for a number that is hidden.
const HIDDEN: &str = "·";

/// The report as tables of at most `width` columns.
pub fn table(report: &Report, width: u16) -> String {
    let mut out = String::new();
    let rule = "═".repeat(usize::from(width.min(100)));
    _ = writeln!(out, "{rule}\n{}\n{rule}", report.title);
    let study =
        format!("Study {}, sample `{}`: {}", report.study, report.sample, report.sample_title);
    _ = writeln!(out, "{}", wrap(&study, width));
    _ = writeln!(out, "Numbers: {}", report.mode);
    if let Some((first, last)) = &report.weeks {
        _ = writeln!(out, "Weeks: {first} to {last}");
    }
    for note in &report.notes {
        _ = writeln!(out, "{}", wrap(note, width));
    }
    _ = writeln!(out, "Comparisons in the family: {}. {HIDDEN} means hidden.\n", report.family);
    _ = writeln!(out, "{}", flow(report, &report.flow, "People", width));
    for section in &report.sections {
        _ = writeln!(out, "\n── {} ({})", section.title, section.instruments.join(", "));
        for asked in &section.questions {
            _ = writeln!(out, "\n{}", question(report, asked, width));
        }
    }
    out
}

fn grid(width: u16) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table
}

fn align(table: &mut Table) {
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
}

fn flow(report: &Report, steps: &[FlowStep], head: &str, width: u16) -> String {
    let mut table = grid(width);
    let names = report.columns.iter().map(|column| column.name.clone());
    table.set_header(std::iter::once(head.to_owned()).chain(names));
    for step in steps {
        let counts = step.n.iter().map(|n| count(*n));
        table.add_row(std::iter::once(step.step.clone()).chain(counts));
    }
    align(&mut table);
    table.to_string()
}

fn question(report: &Report, asked: &QuestionFinding, width: u16) -> String {
    let head = wrap(&format!("{} [{}, {}]", asked.text, asked.id, asked.kind), width);
    if asked.withheld {
        return format!("{head}\nToo few answered; the question is withheld.");
    }
    let steps = asked.flow.iter().map(|step| {
        let counts: Vec<String> = step.n.iter().map(|n| count(*n)).collect();
        format!("{} {}", step.step, counts.join(" / "))
    });
    let steps: Vec<String> = steps.collect();
    let names: Vec<&str> = report.columns.iter().map(|column| column.name.as_str()).collect();
    let flow = wrap(&format!("n ({}): {}", names.join(" / "), steps.join("; ")), width);
    if asked.options.is_empty() {
        return format!("{head}\n{flow}\nAnswered in words, which stay on the desk.");
    }
    let mut table = grid(width);
    let tail = ["difference, points", "p (Holm)"].map(str::to_owned);
    let columns = report.columns.iter().map(|column| column.name.clone());
    table.set_header(std::iter::once("answer".to_owned()).chain(columns).chain(tail));
    for option in &asked.options {
        let cells = option.cells.iter().map(cell);
        let compared = compared(option.compared.as_ref());
        table.add_row(std::iter::once(option.label.clone()).chain(cells).chain(compared));
    }
    align(&mut table);
    format!("{head}\n{flow}\n{table}")
}

fn count(count: Option<u64>) -> String {
    count.map_or_else(|| HIDDEN.to_owned(), grouped)
}

/// 24000 as `24,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn cell(cell: &Cell) -> String {
    let Some((share, (low, high))) = cell.share.zip(cell.interval) else {
        return count(cell.count);
    };
    let percent = |share: f64| format!("{:.1}", share * 100.0);
    format!("{} = {} %\n{} to {}", count(cell.count), percent(share), percent(low), percent(high))
}

fn compared(compared: Option<&Compared>) -> [String; 2] {
    let Some(found) = compared else { return [HIDDEN.to_owned(), HIDDEN.to_owned()] };
    let (low, high) = found.interval;
    let test = if found.test.starts_with("Fisher") { "Fisher" } else { "χ²" };
    [
        format!("{}\n{} to {}", signed(found.points), signed(low), signed(high)),
        format!("{}\n{test}", p(found.p_holm)),
    ]
}

/// With a true minus, and a plus where it is one.
fn signed(points: f64) -> String {
    format!("{points:+.1}").replace('-', "−")
}

fn p(p: f64) -> String {
    if p < 0.001 { "< 0.001".to_owned() } else { format!("{p:.3}") }
}

/// Breaks a text at spaces.
fn wrap(text: &str, width: u16) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > usize::from(width) {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
    }
    out
}
