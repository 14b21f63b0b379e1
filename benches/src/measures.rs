//! Rates, round after round.

use std::io::{Write, stdout};

use anyhow::Result;

/// Everything that was measured.
#[derive(Default)]
pub struct Measures {
    /// The benches in the order in which they were first run.
    pub benches: Vec<Bench>,
    /// Pages and their sizes.
    pub sizes: Vec<PageSize>,
    /// What a list of ordinary words makes of ordinary text.
    pub ordinary: Option<Ordinary>,
    /// Tables of what is not a rate.
    pub tables: Vec<Table>,
    /// Ratios and sizes that the house aims at.
    pub goals: Vec<Goal>,
    /// Versions of what was measured beside us.
    pub versions: Vec<String>,
    /// The share of the processors that others took, a round each.
    pub others: Vec<f64>,
}

/// What is not a rate, measured in one round.
pub struct Table {
    /// What it is about.
    pub title: String,
    /// Above the columns; the first column is a name, all others are numbers.
    pub head: Vec<&'static str>,
    /// A line each.
    pub rows: Vec<Vec<String>>,
    /// What a reader must know below it.
    pub below: String,
}

/// A ratio or a size that the house aims at.
pub struct Goal {
    /// What is compared.
    pub what: String,
    /// What it should be.
    pub target: Target,
    /// What it was, round after round.
    pub got: Vec<f64>,
}

/// What a number should be.
#[derive(Clone, Copy)]
pub struct Target {
    /// On which side of the numbers below.
    pub side: Bound,
    /// What it must reach.
    pub must: f64,
    /// What it aims at beyond that.
    pub aim: f64,
    /// Behind the number: `×`, `s`, `bytes`.
    pub unit: &'static str,
}

/// On which side of a number is good.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// More is better.
    AtLeast,
    /// Less is better.
    AtMost,
}

/// What a list of ordinary words makes of ordinary text.
pub struct Ordinary {
    /// Lines that were read to their end.
    pub lines: usize,
    /// Entries of the list.
    pub entries: usize,
    /// Lines that want a warning and have an entry in them, word for word.
    pub met: usize,
    /// Lines that want a warning and have none: false alarms.
    pub alarms: usize,
}

/// A rate and its references.
pub struct Bench {
    /// What is counted, and per what.
    pub title: &'static str,
    /// What the house aims at, if it aims at a number.
    pub aim: Option<f64>,
    /// Ours first, then the references.
    pub rows: Vec<Row>,
}

/// One rate in every round.
pub struct Row {
    /// What was run.
    pub name: String,
    /// Whether ours is compared with it; else it says more about ours.
    pub reference: bool,
    /// A second's worth, round after round.
    pub rates: Vec<f64>,
}

/// How large a page is on its way to the reader.
pub struct PageSize {
    /// Which page.
    pub page: String,
    /// Bytes as they are written.
    pub plain: usize,
    /// Bytes as they are sent to a browser.
    pub gzip: usize,
}

/// The bench to which a rate belongs.
#[derive(Clone, Copy)]
pub struct Title {
    /// What is counted, and per what.
    pub text: &'static str,
    /// What the house aims at.
    pub aim: Option<f64>,
}

/// Whether a row is ours or is there to compare ours with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Ours.
    Own,
    /// To compare with.
    Reference,
}

impl Measures {
    /// Does the work of a row, keeps its rate and returns what else came of it.
    ///
    /// # Errors
    /// Those of the work.
    pub fn measure<T>(
        &mut self,
        title: Title,
        row: (Side, &str),
        work: impl FnOnce() -> Result<(f64, T)>,
    ) -> Result<T> {
        print!("  {}: {}: ", title.text, row.1);
        _ = stdout().flush();
        let (rate, done) = work()?;
        println!("{rate:.0}");
        self.add(title, row, rate);
        Ok(done)
    }

    /// Adds a rate to its row.
    pub fn add(&mut self, title: Title, (side, name): (Side, &str), rate: f64) {
        let at = self.benches.iter().position(|bench| bench.title == title.text);
        let at = at.unwrap_or_else(|| {
            self.benches.push(Bench { title: title.text, aim: title.aim, rows: Vec::new() });
            self.benches.len() - 1
        });
        let rows = &mut self.benches[at].rows;
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.rates.push(rate),
            None => {
                let reference = side == Side::Reference;
                rows.push(Row { name: name.to_owned(), reference, rates: vec![rate] });
            }
        }
    }

    /// Adds what a round gave to its goal.
    pub fn reach(&mut self, target: Target, what: &str, got: f64) {
        match self.goals.iter_mut().find(|goal| goal.what == what) {
            Some(goal) => goal.got.push(got),
            None => self.goals.push(Goal { what: what.to_owned(), target, got: vec![got] }),
        }
    }
}

impl Goal {
    /// What was measured: the middle of the rounds.
    pub fn median(&self) -> f64 {
        median(&self.got)
    }

    /// Whether a number is on the right side of what was measured.
    pub fn reaches(&self, number: f64) -> bool {
        match self.target.side {
            Bound::AtLeast => self.median() >= number,
            Bound::AtMost => self.median() <= number,
        }
    }
}

impl Row {
    /// The middle of the rounds.
    pub fn median(&self) -> f64 {
        median(&self.rates)
    }

    /// The lowest and the highest of the rounds.
    pub fn ends(&self) -> (f64, f64) {
        let low = self.rates.iter().copied().fold(f64::INFINITY, f64::min);
        let high = self.rates.iter().copied().fold(0.0, f64::max);
        (low, high)
    }
}

/// The middle of some numbers, or nought.
fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) && middle > 0 {
        f64::midpoint(sorted[middle - 1], sorted[middle])
    } else {
        sorted.get(middle).copied().unwrap_or_default()
    }
}
