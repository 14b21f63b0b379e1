//! What is measured, and for how long.

use std::time::Duration;

use clap::{Parser, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Measures the house and writes a record into benches/records.
#[derive(Parser)]
#[command(after_help = "Examples:\n  \
    cargo run --release -p bench\n  \
    cargo run --release -p bench -- --quick")]
pub struct Args {
    /// Only check that every bench gets the right answer; record nothing
    #[arg(long)]
    pub quick: bool,
    /// The day that the record is named after; today if not given
    #[arg(long)]
    date: Option<Date>,
    /// How often everything is measured, one bench after the other in each round
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Only this part of the house
    #[arg(long)]
    only: Option<Part>,
}

/// A part of the house that is measured by itself.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Pages, sealed answers, opened answers
    Survey,
    /// Decisions on queries
    Warnings,
    /// False alarms on ordinary text: a count, no rate
    Alarms,
}

/// Sizes of a run.
pub struct Plan {
    /// How often everything is measured.
    pub rounds: usize,
    /// How long pages are asked for.
    pub time: Duration,
    /// Connections at once.
    pub connections: usize,
    /// Parts that are sealed, stored and opened.
    pub parts: usize,
    /// Parts that the naive twin of storing gets: it is slow.
    pub naive_parts: usize,
    /// Queries that are decided on.
    pub queries: usize,
    /// How often all of them are.
    pub repeats: usize,
    /// Whether nginx and wrk are asked for their rates.
    pub peers: bool,
}

impl Args {
    /// The sizes that the arguments ask for.
    pub fn plan(&self) -> Plan {
        if self.quick {
            let time = Duration::from_millis(500);
            let (parts, naive_parts) = (400, 40);
            let (queries, repeats) = (512, 1);
            let (rounds, connections, peers) = (1, 4, false);
            return Plan { rounds, time, connections, parts, naive_parts, queries, repeats, peers };
        }
        let time = Duration::from_secs(10);
        let (parts, naive_parts) = (20_000, 2_000);
        let (queries, repeats) = (8_192, 50);
        let (rounds, connections, peers) = (self.rounds, 32, true);
        Plan { rounds, time, connections, parts, naive_parts, queries, repeats, peers }
    }

    /// The day of the record.
    #[expect(clippy::disallowed_methods, reason = "a record is named after the day it was made")]
    pub fn date(&self) -> Date {
        let today = || TimeZone::UTC.to_datetime(Timestamp::now()).date();
        self.date.unwrap_or_else(today)
    }

    /// Whether a part of the house is measured.
    pub fn wants(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    /// Whether anything is measured that depends on how quiet the machine is.
    pub fn measures_rates(&self) -> bool {
        self.only != Some(Part::Alarms)
    }

    /// What the name of a record ends with that is of one part only.
    pub fn suffix(&self) -> &'static str {
        match self.only {
            None => "",
            Some(Part::Survey) => "-survey",
            Some(Part::Warnings) => "-warnings",
            Some(Part::Alarms) => "-alarms",
        }
    }

    /// The command that repeats this run.
    pub fn command(&self) -> String {
        let mut words = Vec::new();
        if self.rounds != 3 {
            words.push(format!("--rounds {}", self.rounds));
        }
        if self.only.is_some() {
            words.push(format!("--only {}", &self.suffix()[1..]));
        }
        let own = if words.is_empty() { String::new() } else { format!(" -- {}", words.join(" ")) };
        format!("cargo run --release -p bench{own}")
    }
}
