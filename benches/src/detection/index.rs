//! Every listed hash within distance 31 of a question, beside a scan of the whole list and beside peers.
//!
//! Each length of list is measured in processes of its own: one writes the list, the next opens and asks
//! it, so that its memory is its own. Whatever is found is compared with the scan's answer.

mod ask;
mod changes;
mod line;
mod memory;
mod rivals;
mod skewed;

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use serde_json::Value;

pub use ask::{ask, write};

use self::line::{HEAD, Line};
use super::hashes;
use super::peers::{Peers, number};
use crate::args::{Args, Plan};
use crate::measures::{Bound, Measures, Table, Target};
use crate::record::short;
use crate::work;

/// Lengths of lists. 88 million is what the largest known list has.
const LENGTHS: [u32; 5] = [100_000, 1_000_000, 10_000_000, 88_000_000, 100_000_000];
/// Length of the list when only answers are checked.
const QUICK: u32 = 20_000;
/// Distance that is asked for.
pub const DISTANCE: u32 = 31;
/// Bytes of memory that writing a list takes a hash, with some to spare.
const MEMORY: u64 = 100;

/// Bytes of a hash that a scan reads: the first half, and the rest of next to none.
const READ_BY_A_SCAN: f64 = 16.0;

/// How many questions are asked.
#[derive(Clone, Copy)]
struct Asked {
    /// Of the tables.
    all: usize,
    /// Of the scan, and compared: the first ones.
    judged: usize,
}

impl Asked {
    /// A scan takes as long as the list: fewer questions for a long one.
    fn of(list: u32) -> Self {
        match list {
            0..=1_000_000 => Self { all: 4000, judged: 200 },
            1_000_001..=10_000_000 => Self { all: 4000, judged: 100 },
            _ => Self { all: 1000, judged: 20 },
        }
    }
}

/// Measures lists of all lengths, lists that are made to be hard, and lists that change.
///
/// # Errors
/// When anything is found that should not be, or not found that should be.
pub fn run(
    args: &Args,
    plan: &Plan,
    room: &Path,
    peers: Option<&Peers>,
    measures: &mut Measures,
) -> Result<()> {
    let bandwidth = memory::bandwidth(if plan.peers { 1 << 27 } else { 1 << 22 });
    let lengths: Vec<u32> = match plan.peers {
        true => LENGTHS.into_iter().filter(|length| *length <= args.largest).collect(),
        false => vec![QUICK],
    };
    for length in lengths {
        let peers = peers.filter(|_| length <= args.peers_to);
        one_length(length, room, peers, bandwidth, measures)?;
    }
    let (length, times) = if plan.peers { (1_000_000.min(args.largest), 20) } else { (QUICK, 3) };
    skewed::run(length, room, measures)?;
    changes::run(length, times, room, measures)
}

fn one_length(
    length: u32,
    room: &Path,
    peers: Option<&Peers>,
    bandwidth: memory::Bandwidth,
    measures: &mut Measures,
) -> Result<()> {
    let room = tempfile::tempdir_in(room)?;
    let index = room.path().join("index");
    let truth = room.path().join("truth.json");
    let asked = Asked::of(length);
    let free = memory::available()?;
    let needed = MEMORY * u64::from(length);
    ensure!(
        free >= needed,
        "a list of {length} hashes needs {needed} bytes of free memory and there are {free}; \
         choose `--largest` accordingly"
    );
    println!("  index of {length} hashes: it is written");
    let at = |path: &Path| path.display().to_string();
    let shown = length.to_string();
    let written = child(&["write", &at(&index), &shown])?;
    println!("  index of {length} hashes: it is asked");
    let (all, judged) = (asked.all.to_string(), asked.judged.to_string());
    let said = child(&["ask", &at(&index), &shown, &all, &judged, &at(&truth)])?;
    let mut lines = Line::own(length, &written, &said)?;
    goals(length, &lines, bandwidth, measures);
    if let Some(peers) = peers {
        lines.extend(rivals::ask(length, asked, room.path(), peers, &truth)?);
        goals_against_peers(length, &lines, measures);
    }
    let own = lines.first().map_or(0.0, |line| line.median);
    let rows = lines.iter().map(|line| line.cells(own)).collect();
    let title = format!("index of {length} hashes, distance {DISTANCE}");
    let below = below(length, asked, &lines, &said, bandwidth)?;
    measures.tables.push(Table { title, head: HEAD.to_vec(), rows, below });
    Ok(())
}

/// This very program, doing one thing in a process of its own.
fn child(words: &[&str]) -> Result<Value> {
    let said = work::run(Command::new(std::env::current_exe()?).args(words))?;
    Ok(serde_json::from_str(&said)?)
}

fn goals(length: u32, lines: &[Line], bandwidth: memory::Bandwidth, measures: &mut Measures) {
    let [own, scan] = lines else { return };
    let most = |must, aim, unit| Target { side: Bound::AtMost, must, aim, unit };
    let memory = |must: f64| most(must, must, "bytes");
    let what = |what: &str| format!("index of {length} hashes: {what}");
    let in_memory = own.in_process;
    match length {
        10_000_000 => {
            measures.reach(memory(130.0), &what("memory a hash"), in_memory);
            measures.reach(most(10.0, 10.0, "s"), &what("written, opened and ready"), own.built);
        }
        88_000_000 => {
            measures.reach(memory(90.0), &what("memory a hash"), in_memory);
            let target = Target { side: Bound::AtLeast, must: 40.0, aim: 60.0, unit: "×" };
            measures.reach(target, &what("a question, against the scan"), scan.median / own.median);
            // No scan is faster than that, whatever the instructions it is made of.
            let fastest = READ_BY_A_SCAN * f64::from(length) / bandwidth.all_cores * 1e3;
            let against = "a question on one core, against a scan as fast as memory is read on all";
            measures.reach(target, &what(against), fastest / own.median);
        }
        _ => {}
    }
}

fn goals_against_peers(length: u32, lines: &[Line], measures: &mut Measures) {
    let Some(own) = lines.first().filter(|_| length == 10_000_000) else { return };
    let target = Target { side: Bound::AtLeast, must: 50.0, aim: 75.0, unit: "×" };
    for peer in lines.iter().filter(|line| line.name.contains("threatexchange")) {
        let what = format!("index of {length} hashes: a question, against {}", peer.name);
        measures.reach(target, &what, peer.median / own.median);
    }
}

/// What limits the scan, and how much was compared.
fn below(
    length: u32,
    asked: Asked,
    lines: &[Line],
    said: &Value,
    bandwidth: memory::Bandwidth,
) -> Result<String> {
    let read = READ_BY_A_SCAN * f64::from(length);
    let scan = lines.get(1).map_or(f64::INFINITY, |line| line.median / 1e3);
    let together = lines.get(1).and_then(|line| line.all_cores).unwrap_or_default();
    Ok(format!(
        "One question at a time on one core unless said otherwise; {} questions, the first {} also \
         by the scan, which finds {} hashes for them. The scan ({}) reads {} GB/s on one core and {} \
         GB/s on all; reading memory and nothing else gives {} and {} GB/s here.",
        asked.all,
        asked.judged,
        number(said, "hits")?,
        said["way"].as_str().unwrap_or_default(),
        short(read / scan / 1e9),
        short(read * together / 1e9),
        short(bandwidth.one_core / 1e9),
        short(bandwidth.all_cores / 1e9),
    ))
}
