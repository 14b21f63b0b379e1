//! What is measured, and for how long.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Parser, Subcommand, ValueEnum};
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
    /// Of detection, only these steps
    #[arg(long, value_delimiter = ',')]
    steps: Vec<Step>,
    /// Of detection, the longest list of hashes that is asked
    #[arg(long, default_value_t = LARGEST)]
    pub largest: u32,
    /// Of detection, the longest list that the peers are asked about: they take minutes for ten million
    #[arg(long, default_value_t = PEERS_TO)]
    pub peers_to: u32,
    /// Only one thing, in a process of its own: what the benches start themselves
    #[command(subcommand)]
    pub child: Option<Child>,
}

const LARGEST: u32 = 100_000_000;
const PEERS_TO: u32 = 10_000_000;

/// What the benches do in processes of their own.
#[derive(Subcommand)]
pub enum Child {
    /// Writes a list of hashes
    #[command(hide = true)]
    Write {
        /// Where to
        index: PathBuf,
        /// How many
        length: u32,
    },
    /// Opens a list of hashes and asks it
    #[command(hide = true)]
    Ask {
        /// Where it is
        index: PathBuf,
        /// How many hashes it has
        length: u32,
        /// Questions
        asked: usize,
        /// How many of them are asked of the scan, too
        judged: usize,
        /// Where the scan's answers are written
        truth: PathBuf,
    },
    /// Decodes pictures, shut in
    #[command(hide = true)]
    Decode,
}

/// A step of detection.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Pixels in memory to fingerprints
    Fingerprints,
    /// JPEG files to fingerprints
    Jpeg,
    /// Lists of hashes
    Index,
    /// Matches over HTTP
    Http,
    /// A folder of pictures, end to end
    Folder,
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
    /// Fingerprints of pictures, lists of hashes
    Detection,
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

    /// Whether a step of detection is taken.
    pub fn takes(&self, step: Step) -> bool {
        self.steps.is_empty() || self.steps.contains(&step)
    }

    /// What the name of a record ends with that is of one part only.
    pub fn suffix(&self) -> &'static str {
        match self.only {
            None => "",
            Some(Part::Survey) => "-survey",
            Some(Part::Warnings) => "-warnings",
            Some(Part::Alarms) => "-alarms",
            Some(Part::Detection) => "-detection",
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
        let names = self.steps.iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|own| own.get_name().to_owned()).collect();
        if !names.is_empty() {
            words.push(format!("--steps {}", names.join(",")));
        }
        if self.largest != LARGEST {
            words.push(format!("--largest {}", self.largest));
        }
        if self.peers_to != PEERS_TO {
            words.push(format!("--peers-to {}", self.peers_to));
        }
        let own = if words.is_empty() { String::new() } else { format!(" -- {}", words.join(" ")) };
        format!("cargo run --release -p bench{own}")
    }
}
