//! What a scan prints: results as they come, and a summary on standard error.

use std::collections::BTreeMap;
use std::io::{BufWriter, Stdout, Write, stdout};
use std::time::Instant;

use anyhow::{Context, Result};
use comfy_table::Table;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use data_encoding::HEXLOWER;
use matching::Level;

use super::found::{Found, FoundKind};
use crate::cli::{ScanArgs, ScanFormat};
use crate::printing::printable;

/// Rows of a table on a terminal; lists that are longer are for programs. Every match has its row.
const MOST_ROWS: usize = 10_000;

/// What is printed of a scan.
pub struct Report {
    format: ScanFormat,
    all: bool,
    out: BufWriter<Stdout>,
    csv: Option<csv::Writer<Stdout>>,
    rows: Rows,
    tally: Tally,
    begun: Instant,
}

/// The rows of a table: matches first, then what room is left for.
#[derive(Default)]
struct Rows {
    matches: Vec<[String; 3]>,
    others: Vec<[String; 3]>,
    left_out: usize,
}

impl Rows {
    fn take(&mut self, row: [String; 3], is_match: bool) {
        if is_match {
            self.matches.push(row);
        } else if self.others.len() < MOST_ROWS {
            self.others.push(row);
        } else {
            self.left_out += 1;
        }
    }

    /// All rows, and how many there was no room for.
    fn all(mut self) -> (Vec<[String; 3]>, usize) {
        let room = MOST_ROWS.saturating_sub(self.matches.len());
        let more = self.others.len().saturating_sub(room);
        self.others.truncate(room);
        self.matches.append(&mut self.others);
        (self.matches, self.left_out + more)
    }
}

/// How many results of each kind there were.
#[derive(Default)]
pub struct Tally(BTreeMap<FoundKind, u64>);

impl Tally {
    fn count(&self, kind: FoundKind) -> u64 {
        self.0.get(&kind).copied().unwrap_or(0)
    }

    /// Whether something matched.
    pub fn matched(&self) -> bool {
        self.count(FoundKind::Match) > 0
    }

    /// Whether something was not read, decoded or compared.
    pub fn not_compared(&self, allow_other_files: bool) -> bool {
        let other = !allow_other_files && self.count(FoundKind::OtherNotCompared) > 0;
        let kinds = [FoundKind::NotRead, FoundKind::NotDecoded, FoundKind::NotAnswered];
        other || kinds.into_iter().any(|kind| self.count(kind) > 0)
    }
}

impl Report {
    /// Begins to print.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn begin(args: &ScanArgs) -> Result<Self> {
        let csv = match args.format {
            ScanFormat::Csv => {
                let mut csv = csv::Writer::from_writer(stdout());
                csv.write_record([
                    "path",
                    "inside",
                    "result",
                    "level",
                    "lists",
                    "why",
                    "path_bytes",
                ])?;
                Some(csv)
            }
            _ => None,
        };
        Ok(Self {
            format: args.format,
            all: args.all,
            out: BufWriter::new(stdout()),
            csv,
            rows: Rows::default(),
            tally: Tally::default(),
            begun: Instant::now(),
        })
    }

    /// Prints a result, if a person should hear of it or all are asked for.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn tell(&mut self, found: &Found) -> Result<()> {
        *self.tally.0.entry(found.result).or_default() += 1;
        if !found.result.is_notable() && !self.all {
            return Ok(());
        }
        match self.format {
            ScanFormat::Jsonl => {
                serde_json::to_writer(&mut self.out, found)?;
                self.out.write_all(b"\n").and_then(|()| self.out.flush())
            }
            ScanFormat::Csv => {
                let record = cells(found).map(|cell| harmless(&printable(&cell)));
                let record = record.into_iter().chain([bytes_of_text(found)]);
                let csv = self.csv.as_mut();
                csv.map_or(Ok(()), |csv| {
                    csv.write_record(record)?;
                    csv.flush()
                })
            }
            ScanFormat::Table => {
                let [path, inside, result, _, lists, why] = cells(found);
                let place = if inside.is_empty() { path } else { format!("{path}: {inside}") };
                let what = if lists.is_empty() { why } else { lists };
                let is_match = found.result == FoundKind::Match;
                self.rows.take([printable(&place), result, printable(&what)], is_match);
                Ok(())
            }
        }
        .context("cannot write to standard output")
    }

    /// Prints the table and the summary.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn end(mut self) -> Result<Tally> {
        let (rows, left_out) = std::mem::take(&mut self.rows).all();
        if !rows.is_empty() {
            let mut table = Table::new();
            table.load_style(UTF8_HORIZONTAL_ONLY);
            table.set_header(["File", "Result", "Lists, or why"]);
            table.add_rows(rows);
            writeln!(self.out, "{table}").context("cannot write to standard output")?;
        }
        if left_out > 0 {
            eprintln!("{left_out} more; --format jsonl or csv prints all of them.");
        }
        self.out.flush().context("cannot write to standard output")?;
        let all: u64 = self.tally.0.values().sum();
        let seconds = self.begun.elapsed().as_secs_f64();
        let rate = all as f64 / seconds.max(0.001);
        eprintln!("{all} files and parts of archives in {seconds:.1} s, {rate:.0} a second:");
        for kind in FoundKind::ALL {
            let count = self.tally.count(kind);
            if count > 0 || kind == FoundKind::Match {
                eprintln!("{count:>10}  {}", kind.words());
            }
        }
        Ok(self.tally)
    }
}

/// Path, part, result, level, lists, why.
fn cells(found: &Found) -> [String; 6] {
    let answer = found.answer.as_ref();
    let level = answer.and_then(|told| told.level).map_or("", |level| match level {
        Level::Action => "action",
        Level::Review => "review",
    });
    let lists: Vec<String> = answer
        .map(|told| told.findings.iter().map(|own| own.words()).collect())
        .unwrap_or_default();
    [
        found.path.clone(),
        found.inside.clone().unwrap_or_default(),
        found.result.name().to_owned(),
        level.to_owned(),
        lists.join("; "),
        found.why.clone().unwrap_or_default(),
    ]
}

/// The path's bytes in hexadecimal digits, where its cell is not the path itself.
fn bytes_of_text(found: &Found) -> String {
    let changed = || printable(&found.path) != found.path;
    let bytes = found.path_bytes.clone();
    bytes.or_else(|| changed().then(|| HEXLOWER.encode(found.path.as_bytes()))).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_has_its_row_whatever_came_before_it() {
        let mut rows = Rows::default();
        let row = |name: &str| [name.to_owned(), String::new(), String::new()];
        (0..MOST_ROWS + 5).for_each(|_| rows.take(row("unread"), false));
        rows.take(row("listed"), true);
        let (all, left_out) = rows.all();
        assert_eq!((all.len(), left_out), (MOST_ROWS, 6));
        assert_eq!(all[0][0], "listed");
    }
}
