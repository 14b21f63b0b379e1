//! `suoja list show` and `check`: what a list holds, and whether its files are sound.

use std::io::{BufWriter, Write, stdout};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};
use matching::{Kind, Level, ListReader, Policy, Summary};

use crate::cli::NamedArgs;

/// Hashes that are set aside and shown.
const SET_ASIDE: usize = 20;
/// Rows that are read at a time.
const PAGE: u32 = 10_000;

/// All lists in short.
///
/// # Errors
/// When a list cannot be read, or others can read it.
pub async fn all(lists: &Path) -> Result<()> {
    let mut table = table(&["List", "Title", "Class", "Kind", "Rows", "Imports"], 4);
    for name in ListReader::names(lists)? {
        let summary = ListReader::open(lists, &name).await?.summary().await?;
        let rows = summary.kinds.values().sum::<u64>().to_string();
        let imports = summary.imports.len().to_string();
        let policy = summary.policy;
        table.add_row([
            name,
            policy.title,
            policy.class,
            kind(policy.kind).to_owned(),
            rows,
            imports,
        ]);
    }
    writeln!(stdout(), "{table}")?;
    Ok(())
}

/// One list.
///
/// # Errors
/// As [`all`].
pub async fn one(lists: &Path, name: &str, hashes: bool) -> Result<()> {
    let reader = ListReader::open(lists, name).await?;
    let summary = reader.summary().await?;
    let mut out = BufWriter::new(stdout());
    tell_policy(&summary.policy, &mut out)?;
    tell_rows(&summary, &mut out)?;
    out.flush()?;
    if hashes { print_hashes(&reader).await } else { Ok(()) }
}

fn tell_policy(policy: &Policy, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{} ({})", policy.title, kind(policy.kind))?;
    writeln!(out, "Source      {}", policy.source)?;
    writeln!(out, "Class       {}", policy.class)?;
    let action = match policy.distance.action {
        Some(action) => format!("up to {action} bits for action, "),
        None if policy.kind == Kind::Match => "never for action, ".to_owned(),
        None => String::new(),
    };
    writeln!(out, "Distance    {action}up to {} bits for review", policy.distance.review)?;
    let quality = policy.quality;
    writeln!(out, "Quality     {} for action, {} for review", quality.action, quality.review)?;
    writeln!(out, "Exact       {}", level(policy.exact))?;
    if let Some(rule) = policy.quarantine {
        let seconds = rule.per_seconds;
        writeln!(out, "Set aside   after more than {} matches in {seconds} seconds", rule.matches)?;
    }
    for rule in &policy.surfaces {
        let region = rule.region.as_deref().unwrap_or("every region");
        let on = if rule.on { "on" } else { "off" };
        writeln!(out, "Surface     {} in {region}: {on} ({})", rule.name, rule.basis)?;
    }
    Ok(())
}

fn tell_rows(summary: &Summary, out: &mut impl Write) -> Result<()> {
    let mut kinds = table(&["Kind of hash", "Rows"], 1);
    for (kind, rows) in &summary.kinds {
        kinds.add_row([kind.name().to_owned(), rows.to_string()]);
    }
    writeln!(out, "\n{kinds}")?;
    let mut groups = table(&["Member", "Class", "Rows"], 2);
    for (member, class, rows) in &summary.groups {
        let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "–".to_owned());
        groups.add_row([word(member), word(class), rows.to_string()]);
    }
    writeln!(out, "\n{groups}")?;
    let head =
        ["Import", "File", "Counts since", "Read", "Malformed", "Added", "Known", "Took off"];
    let mut imports = table(&head, 3);
    for own in &summary.imports {
        let since = match (own.finished, own.taken_back) {
            (None, _) => "broken off".to_owned(),
            (Some(_), Some(time)) => format!("withdrawn {time}"),
            (Some(time), None) => time.to_string(),
        };
        let numbers = [own.items, own.malformed, own.added, own.known, own.withdrew];
        let texts = [own.number.to_string(), own.name.clone(), since];
        imports.add_row(texts.into_iter().chain(numbers.map(|number| number.to_string())));
    }
    writeln!(out, "\n{imports}")?;
    writeln!(
        out,
        "\n{} rows denied, {} confirmed, {} hashes set aside",
        summary.denied,
        summary.confirmed,
        summary.set_aside.len()
    )?;
    for (row, since) in summary.set_aside.iter().take(SET_ASIDE) {
        writeln!(out, "  row {row} since {since}")?;
    }
    if !summary.set_aside.is_empty() {
        writeln!(
            out,
            "  `suoja list release` lets one count as before, once somebody has looked."
        )?;
    }
    Ok(())
}

async fn print_hashes(reader: &ListReader) -> Result<()> {
    let mut out = BufWriter::new(stdout());
    writeln!(out, "\nrow kind hash")?;
    let mut next = 0;
    loop {
        let page = reader.rows(next, PAGE).await?;
        let Some(last) = page.last() else { return Ok(out.flush()?) };
        next = last.provenance.row + 1;
        for listed in &page {
            let (row, hash) = (listed.provenance.row, &listed.hash);
            writeln!(out, "{row} {} {}", hash.kind(), hash.text())?;
        }
    }
}

/// Reads every file of a list again.
///
/// # Errors
/// When the list cannot be opened at all.
pub async fn check(list: &NamedArgs) -> Result<ExitCode> {
    let checked = ListReader::open(&list.lists.lists, &list.name).await?.check().await?;
    let mut out = BufWriter::new(stdout());
    for fault in &checked.faults {
        writeln!(out, "{fault}")?;
    }
    writeln!(
        out,
        "{} rows counted, {} fingerprints looked up in the index, {} faults",
        checked.rows,
        checked.found,
        checked.faults.len()
    )?;
    out.flush()?;
    Ok(if checked.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A table whose columns hold numbers from one on.
fn table(head: &[&str], numbers_from: usize) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_header(head);
    for column in table.column_iter_mut().skip(numbers_from) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Match => "match list",
        Kind::Never => "never-match list",
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Action => "for action",
        Level::Review => "for review",
    }
}
