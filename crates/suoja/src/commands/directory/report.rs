//! What a check found, as a table and as JSON.

use std::fmt::Write;

use ::directory::{Fault, Helpline, Helplines, Hours, Standing, Trouble};
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, Table};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::answer::{Answer, Asked};

/// What a check found.
pub struct Report {
    file: String,
    now: Timestamp,
    today: Date,
    /// What is wrong with the file; then nothing else was looked at.
    pub faults: Vec<Fault>,
    rows: Vec<Row>,
    /// What pages answered.
    pub asked: Vec<Asked>,
}

/// An entry and what someone should look at.
struct Row {
    id: String,
    line: usize,
    country: String,
    standing: Standing,
    troubles: Vec<Trouble>,
    /// When someone would answer a call.
    answers: String,
}

impl Report {
    /// A report of nothing yet.
    pub fn new(file: String, now: Timestamp, today: Date) -> Self {
        Self { file, now, today, faults: Vec::new(), rows: Vec::new(), asked: Vec::new() }
    }

    /// Adds every entry with what someone should look at.
    pub fn entries(&mut self, helplines: &Helplines, older_than: u16) {
        let found = helplines.check_older_than(self.today, older_than);
        let row = |entry: &Helpline| {
            let own = found.iter().filter(|finding| finding.id == entry.id);
            Row {
                id: entry.id.clone(),
                line: entry.line,
                country: entry.country.clone(),
                standing: entry.standing(self.today),
                troubles: own.map(|finding| finding.trouble).collect(),
                answers: answers(entry.hours.as_ref(), self.now),
            }
        };
        self.rows = helplines.iter().map(row).collect();
    }

    /// How many things cannot stay as they are.
    pub fn wrong(&self) -> usize {
        let troubles = self.rows.iter().flat_map(|row| &row.troubles);
        let wrong = troubles.filter(|trouble| trouble.is_wrong()).count();
        self.faults.len() + wrong + self.asked.iter().filter(|asked| asked.is_wrong()).count()
    }

    /// As a table of at most `width` columns.
    pub fn table(&self, width: u16) -> String {
        let mut out = String::new();
        for fault in &self.faults {
            _ = writeln!(out, "{}:{}: error: {}", self.file, fault.line, fault.what);
        }
        let open: Vec<&Row> = self.rows.iter().filter(|row| !row.troubles.is_empty()).collect();
        if !open.is_empty() {
            let mut table = grid(width, ["line", "entry", "for", "to look at", "answers"]);
            for row in &open {
                let troubles: Vec<String> = row.troubles.iter().map(said).collect();
                let line = row.line.to_string();
                let cells = [&line, &row.id, &row.country, &troubles.join("; "), &row.answers];
                table.add_row(cells);
            }
            _ = writeln!(out, "{}\n{table}", self.file);
        }
        if !self.asked.is_empty() {
            _ = writeln!(out, "\n{}", self.pages(width));
        }
        _ = writeln!(out, "{}", self.summary());
        out
    }

    fn pages(&self, width: u16) -> Table {
        let mut table = grid(width, ["entry", "page", "without Tor", "over Tor", ""]);
        for asked in &self.asked {
            let said = |answer: &Option<Answer>| {
                answer.as_ref().map_or_else(|| "not asked".to_owned(), ToString::to_string)
            };
            let mark = if asked.is_wrong() { "WRONG " } else { "" };
            let address = &asked.address;
            table.add_row([
                address.id.clone(),
                address.url.clone(),
                said(&asked.direct),
                said(&asked.tor),
                format!("{mark}{}", asked.verdict()),
            ]);
        }
        table
    }

    fn summary(&self) -> String {
        let good = self.rows.iter().filter(|row| row.standing.is_good()).count();
        let silent = self.asked.iter().filter(|asked| asked.is_wrong()).count();
        let mut text = match self.faults.len() {
            0 => format!("{} entries, {good} of them checked and good.", self.rows.len()),
            count => format!("{count} errors in the file; nothing else was looked at."),
        };
        if !self.asked.is_empty() {
            text.push_str(&format!(" {} pages asked, {silent} not reached.", self.asked.len()));
        }
        text.push_str(&format!(" {} things cannot stay as they are.", self.wrong()));
        text
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let faults: Vec<Value> =
            self.faults.iter().map(|own| json!({ "line": own.line, "what": own.what })).collect();
        let asked: Vec<Value> = self.asked.iter().map(page).collect();
        let all = json!({
            "file": self.file,
            "day": self.today.to_string(),
            "faults": faults,
            "entries": self.rows.iter().map(entry).collect::<Vec<_>>(),
            "pages": asked,
            "wrong": self.wrong(),
        });
        format!("{all:#}\n")
    }
}

fn entry(row: &Row) -> Value {
    let trouble = |own: &Trouble| json!({ "what": own.to_string(), "wrong": own.is_wrong() });
    json!({
        "id": row.id,
        "line": row.line,
        "country": row.country,
        "standing": standing(row.standing),
        "look": row.troubles.iter().map(trouble).collect::<Vec<_>>(),
        "answers": row.answers,
    })
}

fn page(asked: &Asked) -> Value {
    let said = |answer: &Option<Answer>| answer.as_ref().map(ToString::to_string);
    json!({
        "id": asked.address.id,
        "url": asked.address.url,
        "direct": said(&asked.direct),
        "tor": said(&asked.tor),
        "verdict": asked.verdict().to_string(),
        "wrong": asked.is_wrong(),
    })
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Verified { .. } => "verified",
        Standing::Unverified => "unverified",
        Standing::Expired { .. } => "expired",
        Standing::Closed => "closed",
    }
}

fn said(trouble: &Trouble) -> String {
    if trouble.is_wrong() { format!("WRONG {trouble}") } else { trouble.to_string() }
}

/// When someone who wants to check a line would be answered, by the clocks of the line.
fn answers(hours: Option<&Hours>, now: Timestamp) -> String {
    let Some(hours) = hours else { return "not known".to_owned() };
    let Hours::Weekly { zone, .. } = hours else { return "always".to_owned() };
    if hours.is_open_at(now) {
        return "now".to_owned();
    }
    let next = hours.next_opening(now).map(|next| zone.to_datetime(next));
    let name = zone.iana_name().unwrap_or_default();
    next.map_or_else(String::new, |next| format!("{} {name}", next.strftime("%a %d %b %H:%M")))
}

fn grid<const N: usize>(width: u16, header: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    table.set_header(header);
    table
}
