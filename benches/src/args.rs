//! What is measured, and for how long.

use std::time::Duration;

use clap::Parser;
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
    /// Whether nginx and wrk are asked for their rates.
    pub peers: bool,
}

impl Args {
    /// The sizes that the arguments ask for.
    pub fn plan(&self) -> Plan {
        if self.quick {
            let time = Duration::from_millis(500);
            let (parts, naive_parts) = (400, 40);
            return Plan { rounds: 1, time, connections: 4, parts, naive_parts, peers: false };
        }
        let time = Duration::from_secs(10);
        let (parts, naive_parts) = (20_000, 2_000);
        Plan { rounds: self.rounds, time, connections: 32, parts, naive_parts, peers: true }
    }

    /// The day of the record.
    #[expect(clippy::disallowed_methods, reason = "a record is named after the day it was made")]
    pub fn date(&self) -> Date {
        let today = || TimeZone::UTC.to_datetime(Timestamp::now()).date();
        self.date.unwrap_or_else(today)
    }

    /// The command that repeats this run.
    pub fn command(&self) -> String {
        let mut command = "cargo run --release -p bench".to_owned();
        if self.rounds != 3 {
            command.push_str(&format!(" -- --rounds {}", self.rounds));
        }
        command
    }
}
