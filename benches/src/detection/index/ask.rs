//! The two processes of a list: one writes it, the other opens it and asks.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use radius::{Hash, Hit, Index, Writer};
use rayon::prelude::*;
use serde_json::json;

use super::{DISTANCE, memory};
use crate::detection::hashes::{Question, entries, questions};

/// Questions are asked again until they took so long.
const LONG_ENOUGH: Duration = Duration::from_secs(1);

/// Writes a list of so many hashes and prints how long that took, the making of hashes not counted.
///
/// # Errors
/// When the disk refuses.
pub fn write(index: &Path, length: u32) -> Result<()> {
    let list = entries(0, length);
    let begun = Instant::now();
    Writer::open(index)?.add(list)?;
    println!("{}", json!({ "seconds": begun.elapsed().as_secs_f64() }));
    Ok(())
}

/// Opens a list, asks it, and prints what that took. What the scan finds for the first questions is
/// written down for others.
///
/// # Errors
/// When one answer is another than the scan's, or a planted hash is not found.
pub fn ask(index: &Path, length: u32, asked: usize, judged: usize, truth: &Path) -> Result<()> {
    let all = questions(length, asked);
    let before = memory::in_use()?;
    let begun = Instant::now();
    let index = Index::open(index)?;
    index.build_tables()?;
    let opened = begun.elapsed().as_secs_f64();
    let grown = memory::in_use()?.saturating_sub(before);
    let status = index.status();
    ensure!(status.entries == length as usize, "{} of {length} hashes are there", status.entries);

    let found = planted(&index, &all)?;
    let judged = &all[..judged.min(all.len())];
    let (scanned, mut scan_times) = scan(&index, judged)?;
    let hits: usize = scanned.iter().map(Vec::len).sum();
    let met: usize = found.iter().zip(&scanned).map(|(own, scan)| common(own, scan)).sum();
    let same = found.iter().zip(&scanned).all(|(own, scan)| own == scan);
    ensure!(same, "tables found {met} of the {hits} hashes that the scan found, or others");
    fs::write(
        truth,
        json!(scanned.iter().map(|hits| labels(hits)).collect::<Vec<_>>()).to_string(),
    )?;

    let hashes: Vec<Hash> = all.iter().map(|own| own.hash).collect();
    let mut times = times(&index, &hashes)?;
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    let few: Vec<Hash> = judged.iter().map(|own| own.hash).collect();
    let said = json!({
        "opened": opened,
        "bytes": status.bytes,
        "grown": grown,
        "hits": hits,
        "recall": met as f64 / hits.max(1) as f64,
        "median": part(&mut times, 0.5),
        "late": part(&mut times, 0.99),
        "one": one.install(|| together(&index, &hashes))?,
        "all": together(&index, &hashes)?,
        "scan_median": part(&mut scan_times, 0.5),
        "scan_late": part(&mut scan_times, 0.99),
        "scan_all": scan_together(&index, &few)?,
        "way": radius::Path::best().name(),
    });
    println!("{said}");
    Ok(())
}

/// Asks everything once, and looks whether each planted hash is found where it was planted.
fn planted(index: &Index, all: &[Question]) -> Result<Vec<Vec<Hit>>> {
    let ask = |question: &Question| -> Result<Vec<Hit>> {
        let hits = index.search(&question.hash, DISTANCE)?;
        if let Some((label, distance)) = question.planted {
            let there = hits.iter().any(|hit| (hit.label, hit.distance) == (label, distance));
            ensure!(there, "hash {label} at distance {distance} was not found");
        }
        Ok(hits)
    };
    all.iter().map(ask).collect()
}

fn scan(index: &Index, questions: &[Question]) -> Result<(Vec<Vec<Hit>>, Vec<f64>)> {
    let mut times = Vec::with_capacity(questions.len());
    let mut found = Vec::with_capacity(questions.len());
    for question in questions {
        let begun = Instant::now();
        found.push(index.scan(&question.hash, DISTANCE)?);
        times.push(begun.elapsed().as_secs_f64());
    }
    Ok((found, times))
}

/// How many of the scan's hits the tables found.
fn common(own: &[Hit], scan: &[Hit]) -> usize {
    scan.iter().filter(|hit| own.contains(hit)).count()
}

fn labels(hits: &[Hit]) -> Vec<u32> {
    hits.iter().map(|hit| hit.label).collect()
}

/// Seconds of each question, one after the other.
fn times(index: &Index, hashes: &[Hash]) -> Result<Vec<f64>> {
    let (begun, mut times) = (Instant::now(), Vec::with_capacity(hashes.len()));
    while times.is_empty() || begun.elapsed() < LONG_ENOUGH {
        for hash in hashes {
            let begun = Instant::now();
            black_box(index.search(black_box(hash), DISTANCE)?);
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    Ok(times)
}

/// Questions a second when they are asked together.
fn together(index: &Index, hashes: &[Hash]) -> Result<f64> {
    let (begun, mut done) = (Instant::now(), 0);
    while done == 0 || begun.elapsed() < LONG_ENOUGH {
        black_box(index.search_many(hashes, DISTANCE)?);
        done += hashes.len();
    }
    Ok(done as f64 / begun.elapsed().as_secs_f64())
}

/// Scans a second when each core has its own question.
fn scan_together(index: &Index, hashes: &[Hash]) -> Result<f64> {
    let begun = Instant::now();
    hashes
        .par_iter()
        .try_for_each(|hash| index.scan(hash, DISTANCE).map(|hits| drop(black_box(hits))))?;
    Ok(hashes.len() as f64 / begun.elapsed().as_secs_f64())
}

/// The time below which this part of all times lies.
pub fn part(times: &mut [f64], part: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let at = (times.len() as f64 * part) as usize;
    times.get(at.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}
