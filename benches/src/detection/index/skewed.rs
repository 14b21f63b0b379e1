//! Lists that are as hard as lists get: tables must never be slower than looking at every hash.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, ensure};
use radius::{Entry, Hash, Index, Writer};

use super::DISTANCE;
use super::ask::part;
use crate::detection::hashes::{changed, entries, even};
use crate::dice::Dice;
use crate::measures::{Bound, Measures, Table, Target};
use crate::record::short;

/// Questions to each list, asked of the tables and of the scan in turn.
const QUESTIONS: usize = 100;
/// How often each question is asked of either; the shortest time counts, since what is compared is code,
/// not what else the machine does.
const TRIES: usize = 5;
/// Hashes that share 32 bits in one place; there are eight places.
const SHARING: u32 = 10_000;
/// How often one hash is listed.
const SAME: u32 = 1_000;
/// Clusters that one list is made of, and how far at most a hash lies from the middle of its own.
const CLUSTERS: usize = 16;
const WIDE: usize = 52;
/// The tables may not be slower than this. Where they leave a question to the scan, two scans are compared,
/// and chance says which of them is faster by a hair.
const TARGET: Target = Target { side: Bound::AtLeast, must: 0.98, aim: 1.0, unit: "×" };

/// A hard list, and questions that make it hard.
struct Hard {
    name: &'static str,
    entries: Vec<Entry>,
    questions: Vec<Hash>,
}

/// Measures lists of this length.
///
/// # Errors
/// When the tables find anything else than the scan.
pub fn run(length: u32, room: &Path, measures: &mut Measures) -> Result<()> {
    let mut rows = Vec::new();
    for hard in [sharing(length), same(length), clusters(length)] {
        println!("  index of {length} hashes: {}", hard.name);
        let name = hard.name;
        let [mut tables, mut scan] = times(hard, room)?;
        let all = |times: &[f64]| 1e3 * times.iter().sum::<f64>() / times.len().max(1) as f64;
        let ratio = all(&scan) / all(&tables);
        measures.reach(TARGET, &format!("{name}: the scan's time against that by tables"), ratio);
        let mut cells = vec![name.to_owned()];
        for times in [&mut tables, &mut scan] {
            cells.push(short(all(times)));
            cells.push(short(1e3 * part(times, 0.99)));
        }
        cells.push(format!("{ratio:.2} ×"));
        rows.push(cells);
    }
    measures.tables.push(Table {
        title: format!("hard lists of {length} hashes, distance {DISTANCE}"),
        head: vec![
            "",
            "tables: mean, ms",
            "one in a hundred, ms",
            "scan: mean, ms",
            "one in a hundred, ms",
            "Suoja's tables are",
        ],
        rows,
        below: format!(
            "{QUESTIONS} questions to each list, {TRIES} times by either in turn, of which the shortest \
             counts; both find the same hashes for each."
        ),
    });
    Ok(())
}

/// Seconds by tables and by the scan.
fn times(hard: Hard, room: &Path) -> Result<[Vec<f64>; 2]> {
    let dir = tempfile::tempdir_in(room)?;
    Writer::open(dir.path())?.add(hard.entries)?;
    let index = Index::open(dir.path())?;
    index.build_tables()?;
    let mut times = [Vec::new(), Vec::new()];
    for question in &hard.questions {
        let mut best = [f64::INFINITY; 2];
        for _ in 0..TRIES {
            let begun = Instant::now();
            let found = index.search(question, DISTANCE)?;
            best[0] = best[0].min(begun.elapsed().as_secs_f64());
            let begun = Instant::now();
            let scanned = index.scan(question, DISTANCE)?;
            best[1] = best[1].min(begun.elapsed().as_secs_f64());
            ensure!(found == scanned, "{}: {} hits, not {}", hard.name, found.len(), scanned.len());
        }
        times.iter_mut().zip(best).for_each(|(times, best)| times.push(best));
    }
    Ok(times)
}

/// Eight groups of hashes; those of a group share 32 bits. Questions have four of those at once.
fn sharing(length: u32) -> Hard {
    let mut dice = Dice::new(31);
    let shared = even(&mut dice);
    let share = |hash: &mut Hash, place: usize| {
        let bytes = 4 * place..4 * place + 4;
        hash[bytes.clone()].copy_from_slice(&shared[bytes]);
    };
    let mut entries = entries(0, length);
    let group = (SHARING as usize).min(entries.len() / 16);
    for (place, group) in entries.chunks_mut(group).take(8).enumerate() {
        group.iter_mut().for_each(|entry| share(&mut entry.hash, place));
    }
    let question = |at: usize| {
        if at.is_multiple_of(2) {
            return changed(entries[dice.below(8 * group)].hash, dice.below(32), &mut dice);
        }
        let mut hash = even(&mut dice);
        (0..4).for_each(|_| share(&mut hash, dice.below(8)));
        hash
    };
    let questions = (0..QUESTIONS).map(question).collect();
    let name = "in each of eight places, ten thousand hashes that share 32 bits";
    Hard { name, entries, questions }
}

/// One hash many times under other labels. Every second question is near it.
fn same(length: u32) -> Hard {
    let mut dice = Dice::new(32);
    let hash = even(&mut dice);
    let mut entries = entries(0, length);
    let step = (entries.len() / SAME as usize).max(1);
    entries.iter_mut().step_by(step).take(SAME as usize).for_each(|entry| entry.hash = hash);
    let question = |at: usize| {
        if at.is_multiple_of(2) {
            changed(hash, dice.below(32), &mut dice)
        } else {
            even(&mut dice)
        }
    };
    let questions = (0..QUESTIONS).map(question).collect();
    Hard { name: "one hash listed a thousand times", entries, questions }
}

/// Every hash near the middle of one of a few clusters, and every question too.
fn clusters(length: u32) -> Hard {
    let mut dice = Dice::new(33);
    let middles: Vec<Hash> = (0..CLUSTERS).map(|_| even(&mut dice)).collect();
    let mut member = || changed(middles[dice.below(CLUSTERS)], dice.below(WIDE + 1), &mut dice);
    let entries = (0..length).map(|label| Entry { hash: member(), label }).collect();
    let questions = (0..QUESTIONS).map(|_| member()).collect();
    Hard { name: "all hashes in sixteen clusters", entries, questions }
}
