//! How soon an added hash is found and a withdrawn one is not, with questions going on all the while.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use radius::{Entry, Hash, Index, Writer};

use super::DISTANCE;
use super::ask::part;
use crate::detection::hashes::{Question, entries, even, questions};
use crate::dice::Dice;
use crate::measures::{Bound, Measures, Table, Target};
use crate::record::short;

/// How long questions are timed before anything changes.
const BEFORE: Duration = Duration::from_secs(2);
/// How long anything may take before it counts as not happening.
const PATIENCE: Duration = Duration::from_secs(300);
/// What a change may take until it shows.
const TARGET: Target = Target { side: Bound::AtMost, must: 1.0, aim: 1.0, unit: "s" };
/// What goes on while questions are timed.
const PHASES: [&str; 3] = [
    "question, nothing else going on",
    "question while single hashes come and go",
    "question while a third more hashes come and all are merged",
];

/// Measures changes of a list of this length; so many hashes are added and withdrawn one by one.
///
/// # Errors
/// When a planted hash is not found for one moment, or a change never shows.
pub fn run(length: u32, times: u32, room: &Path, measures: &mut Measures) -> Result<()> {
    println!("  index of {length} hashes: it changes");
    let dir = tempfile::tempdir_in(room)?;
    let mut writer = Writer::open(dir.path())?;
    writer.add(entries(0, length))?;
    let index = Index::open_in_background(dir.path());
    settle(&index, length)?;
    let asker = Asker::start(&index, length);
    thread::sleep(BEFORE);
    asker.phase.store(1, Ordering::Relaxed);
    let [mut added, mut withdrawn] = singles(times, &mut writer, &index)?;
    asker.phase.store(2, Ordering::Relaxed);
    let more = length / 3;
    writer.add(entries(length, length + more))?;
    writer.tidy(&mut |_, _| ())?;
    settle(&index, length + more)?;
    let phases = asker.stop()?;

    let mut rows = Vec::new();
    for (name, times) in
        [("an added hash is found", &mut added), ("a withdrawn hash is gone", &mut withdrawn)]
    {
        rows.push(row(name, times));
        let what = format!("{name}, at the latest");
        measures.reach(TARGET, &what, times.last().copied().unwrap_or_default());
    }
    for (name, mut times) in PHASES.into_iter().zip(phases) {
        rows.push(row(name, &mut times));
    }
    measures.tables.push(Table {
        title: format!("a list of {length} hashes that changes"),
        head: vec!["", "median, ms", "one in a hundred, ms", "longest, ms", "measured"],
        rows,
        below: format!(
            "{times} hashes are added and withdrawn one by one; the time runs from the call of \
             `Writer::add` or `withdraw`, which syncs, to the first question whose answer shows it. One \
             thread asks all the time, another waits for the change; each answer has the planted hash."
        ),
    });
    Ok(())
}

fn row(name: &str, times: &mut [f64]) -> Vec<String> {
    let [median, late, last] = [0.5, 0.99, 1.0].map(|own| 1e3 * part(times, own));
    vec![name.to_owned(), short(median), short(late), short(last), times.len().to_string()]
}

/// Waits until an index has one file, and tables for all of its hashes.
fn settle(index: &Index, length: u32) -> Result<()> {
    let begun = Instant::now();
    loop {
        let status = index.status();
        if status.files == 1 && status.in_tables == length as usize {
            return Ok(());
        }
        ensure!(begun.elapsed() < PATIENCE, "the index does not become ready: {status:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Seconds until added hashes are found, and until withdrawn ones are gone.
fn singles(count: u32, writer: &mut Writer, index: &Index) -> Result<[Vec<f64>; 2]> {
    let mut dice = Dice::new(41);
    let mut times = [Vec::new(), Vec::new()];
    for number in 0..count {
        let entry = Entry { hash: even(&mut dice), label: u32::MAX - number };
        let begun = Instant::now();
        writer.add(vec![entry])?;
        times[0].push(until(index, &entry.hash, true, begun)?);
        let begun = Instant::now();
        writer.withdraw(&[entry])?;
        times[1].push(until(index, &entry.hash, false, begun)?);
    }
    Ok(times)
}

/// Asks until a hash is found, or until it is not.
fn until(index: &Index, hash: &Hash, there: bool, begun: Instant) -> Result<f64> {
    loop {
        let found = index.search(hash, DISTANCE)?.iter().any(|hit| hit.hash == *hash);
        if found == there {
            return Ok(begun.elapsed().as_secs_f64());
        }
        ensure!(begun.elapsed() < PATIENCE, "a change never shows");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A thread that asks without a pause.
struct Asker {
    phase: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
    thread: thread::JoinHandle<Result<[Vec<f64>; 3]>>,
}

impl Asker {
    fn start(index: &Arc<Index>, length: u32) -> Self {
        let (phase, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let asks = (Arc::clone(index), Arc::clone(&phase), Arc::clone(&stop));
        let thread = thread::spawn(move || ask(&asks.0, length, &asks.1, &asks.2));
        Self { phase, stop, thread }
    }

    fn stop(self) -> Result<[Vec<f64>; 3]> {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.join().ok().context("the thread that asks broke off")?
    }
}

fn ask(
    index: &Index,
    length: u32,
    phase: &AtomicUsize,
    stop: &AtomicBool,
) -> Result<[Vec<f64>; 3]> {
    let all: Vec<Question> = questions(length, 1000);
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for question in all.iter().cycle() {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let phase = phase.load(Ordering::Relaxed);
        let begun = Instant::now();
        let hits = index.search(&question.hash, DISTANCE)?;
        times[phase.min(2)].push(begun.elapsed().as_secs_f64());
        if let Some((label, _)) = question.planted {
            ensure!(hits.iter().any(|hit| hit.label == label), "hash {label} was not found");
        }
    }
    Ok(times)
}
