//! What a partner counted who shows messages from a kit and runs nothing of ours.
//!
//! A table in CSV, a row for each day, channel and message:
//!
//! ```text
//! day,channel,arm,shown
//! 2027-02-01,partner,neutral,412
//! 2027-02-01,partner,harm-plain,398
//! ```
//!
//! Days are those of UTC, as everywhere in an experiment: a partner who counts by another clock has
//! clicks on other days than showings. Languages are not counted, neither here nor where the links
//! of a kit lead.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord, Trim};
use jiff::civil::Date;

use crate::{Cell, Counts, Event, NEUTRAL, Plan, PlanHash};

/// The columns of a table, in this order.
const COLUMNS: [&str; 4] = ["day", "channel", "arm", "shown"];
/// After this many faults the rest of a table is not read.
const MOST_FAULTS: usize = 100;

/// A partner's table cannot be used: every fault, with file and line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct PartnerError(pub Vec<String>);

/// Reads a partner's table as counts of a plan.
///
/// # Errors
/// [`PartnerError`] when a row cannot be read, is not in the plan, or stands there twice.
pub fn partner_counts(
    plan: &Plan,
    hash: PlanHash,
    file: &str,
    table: &str,
) -> Result<Counts, PartnerError> {
    let mut counts = Counts::new(plan, hash);
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut reader =
        ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(table.as_bytes());
    if !reader.headers().is_ok_and(|found| found.iter().eq(COLUMNS)) {
        faults.push(format!("{file}:1: the first line must be `{}`", COLUMNS.join(",")));
    }
    for record in reader.into_records() {
        if faults.len() >= MOST_FAULTS {
            break;
        }
        // A text in memory whose rows may have any length gives no other errors.
        let Ok(record) = record else { continue };
        let line = record.position().map_or(0, csv::Position::line);
        let read = read(plan, &record).and_then(|(cell, shown)| {
            let first = seen.insert((cell.day, cell.channel, cell.arm));
            if !first {
                return Err("this day, channel and message stand there twice".to_owned());
            }
            counts.add_events(cell, Event::Shown, shown);
            Ok(())
        });
        faults.extend(read.err().map(|fault| format!("{file}:{line}: {fault}")));
    }
    if faults.is_empty() && seen.is_empty() {
        faults.push(format!("{file}: there is no row below the first line"));
    }
    if faults.is_empty() { Ok(counts) } else { Err(PartnerError(faults)) }
}

/// The cell and the number of a row, or what is wrong with it.
fn read(plan: &Plan, record: &StringRecord) -> Result<(Cell, u32), String> {
    let fields: Vec<&str> = record.iter().collect();
    let [day, channel, arm, shown] = fields[..] else {
        return Err(format!("this row has {} fields; there are four", fields.len()));
    };
    let date: Date = day.parse().map_err(|_| format!("`{day}` is no day; write YYYY-MM-DD"))?;
    let day = plan.day_of(date).ok_or_else(|| {
        format!("{date} lies outside of the plan ({} to {})", plan.start, plan.end)
    })?;
    let channel = plan
        .all_channels()
        .position(|own| own == channel)
        .filter(|place| plan.is_kit(*place))
        .ok_or_else(|| format!("`{channel}` is none of the plan's `kits`"))?;
    let place = plan.arms.iter().position(|own| own.id == arm);
    let place = place.ok_or_else(|| format!("`{arm}` is no arm of the plan"))?;
    if day < plan.campaign_day() && arm != NEUTRAL {
        return Err(format!("before the campaign only `{NEUTRAL}` is shown, and this is `{arm}`"));
    }
    let shown = shown.parse().map_err(|_| format!("`{shown}` is no whole number below 2^32"))?;
    Ok((Cell { arm: place, language: plan.languages.len(), channel, day }, shown))
}
