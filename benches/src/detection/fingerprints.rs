//! Pixels to fingerprints, on one core, beside PDQ's reference.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use pdq::{Hasher, Picture};

use super::draw;
use super::peers::{Allocator, Peers, number, texts};
use super::reference::Reference;
use crate::args::Plan;
use crate::measures::{Bound, Measures, Side, Target, Title};

/// Pixels of a side.
const SIDE: usize = 512;
/// Pictures, one after the other.
const PICTURES: usize = 20;
const TITLE: Title =
    Title { text: "fingerprints per second and core, 512 × 512 grey pixels in memory", aim: None };
const BY_PYTHON: (Side, &str) =
    (Side::Reference, "peer: pdqhash through Python, its weighing of three channels included");
const BY_CPP: (Side, &str) = (Side::Reference, "the reference: PDQ's own C++, compiled with -O3");

/// What each way of doing it must be against the reference, and aims at.
fn target(path: pdq::Path) -> Option<Target> {
    let (must, aim) = match path.name() {
        "avx512" => (7.0, 9.0),
        "avx2" => (4.0, 6.0),
        _ => return None,
    };
    Some(Target { side: Bound::AtLeast, must, aim, unit: "×" })
}

/// Measures every way this processor can go, the fastest first.
///
/// # Errors
/// When one bit is another than the reference's.
pub fn run(plan: &Plan, room: &Path, peers: Option<&Peers>, measures: &mut Measures) -> Result<()> {
    let pictures: Vec<Vec<u8>> =
        (0..PICTURES).map(|number| draw::grey(number as u64, SIDE, SIDE)).collect();
    let ways = pdq::Path::all();
    let prints = prints(&pictures, *ways.first().context("no way to hash")?)?;
    let mut rates = Vec::new();
    for way in ways.into_iter().rev() {
        ensure!(self::prints(&pictures, way)? == prints, "{} hashes differently", way.name());
        let name = format!("Suoja: {}", way.name());
        measures.measure(TITLE, (Side::Own, &name), || {
            let rate = rate(&pictures, way, plan.time / 5)?;
            rates.push((way, rate));
            Ok((rate, ()))
        })?;
    }
    let Some(peers) = peers else { return Ok(()) };
    let file = room.join("grey");
    fs::write(&file, pictures.concat())?;
    let seconds = (plan.time / 2).as_secs_f64().to_string();
    let (file, side, count) = (file.display().to_string(), SIDE.to_string(), PICTURES.to_string());
    let words = [file.as_str(), &count, &side, &seconds];
    let reference = measures.measure(TITLE, BY_CPP, || {
        let said = Reference::ready()?.ask(&words)?;
        ensure!(texts(&said, "hashes")? == prints, "a bit is another than the reference's");
        Ok((number(&said, "rate")?, number(&said, "rate")?))
    })?;
    for (way, rate) in rates {
        if let Some(target) = target(way) {
            let what =
                format!("512 × 512 grey to fingerprint with {}, against the reference", way.name());
            measures.reach(target, &what, rate / reference);
        }
    }
    measures.measure(TITLE, BY_PYTHON, || {
        let said = peers.ask("prints.py", Allocator::Usual, &words)?;
        ensure!(texts(&said, "hashes")? == prints, "a bit is another than pdqhash's");
        Ok((number(&said, "rate")?, ()))
    })
}

/// Fingerprint and quality of each, as the scripts write them.
fn prints(pictures: &[Vec<u8>], way: pdq::Path) -> Result<Vec<String>> {
    let mut hasher = Hasher::new().by(way);
    let print = |pixels: &Vec<u8>| -> Result<String> {
        let print = hasher.hash(&Picture::grey(pixels, SIDE, SIDE)?);
        Ok(format!("{} {}", print.fingerprint, print.quality))
    };
    pictures.iter().map(print).collect()
}

fn rate(pictures: &[Vec<u8>], way: pdq::Path, time: Duration) -> Result<f64> {
    let mut hasher = Hasher::new().by(way);
    let (begun, mut done) = (Instant::now(), 0);
    while begun.elapsed() < time {
        for pixels in pictures {
            black_box(hasher.hash(&Picture::grey(black_box(pixels), SIDE, SIDE)?));
        }
        done += pictures.len();
    }
    Ok(done as f64 / begun.elapsed().as_secs_f64())
}
