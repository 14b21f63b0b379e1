//! Peers asked about the same list with the same questions.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::line::Line;
use super::{Asked, hashes};
use crate::detection::peers::{Allocator, Peers, number};

/// What is asked, by which allocator, and how it is called.
const RIVALS: [(&str, Allocator, &str); 5] = [
    ("flat", Allocator::Usual, "peer: faiss IndexBinaryFlat"),
    ("multihash", Allocator::Usual, "peer: faiss IndexBinaryMultiHash(256, 16, 16), nflip 1"),
    ("multihash", Allocator::Jemalloc, "peer: faiss IndexBinaryMultiHash under jemalloc"),
    ("threatexchange", Allocator::Usual, "peer: threatexchange PDQIndex"),
    ("threatexchange", Allocator::Jemalloc, "peer: threatexchange PDQIndex under jemalloc"),
];
/// Seconds that questions one by one may take.
const SECONDS: &str = "10";

/// Asks every peer; what it finds is compared with what the scan found.
///
/// # Errors
/// When a peer fails, or finds what is not there.
pub fn ask(
    length: u32,
    asked: Asked,
    room: &Path,
    peers: &Peers,
    truth: &Path,
) -> Result<Vec<Line>> {
    let (list, questions) = (room.join("hashes"), room.join("questions"));
    hashes::write(&list, (0..length).map(hashes::listed))?;
    let all = hashes::questions(length, asked.all);
    hashes::write(&questions, all.iter().map(|own| own.hash))?;
    let truth = labels(&serde_json::from_slice(&fs::read(truth)?)?)?;
    let at = |path: &Path| path.display().to_string();
    let (list, questions) = (at(&list), at(&questions));
    let (count, judged) = (length.to_string(), asked.judged.to_string());
    let ask = |(kind, allocator, name): (&str, Allocator, &str)| -> Result<Line> {
        println!("  index of {length} hashes: {name}");
        let words = [kind, &list, &count, &questions, &judged, SECONDS];
        let said = peers.ask("index.py", allocator, &words)?;
        line(name, length, &said, &truth).with_context(|| name.to_owned())
    };
    RIVALS.into_iter().map(ask).collect()
}

fn line(name: &str, length: u32, said: &Value, truth: &[BTreeSet<u64>]) -> Result<Line> {
    let found = labels(&said["found"])?;
    let more = found.iter().zip(truth).flat_map(|(own, truth)| own.difference(truth)).count();
    ensure!(more == 0, "{more} hashes were found that the scan does not find");
    let met: usize = found.iter().map(BTreeSet::len).sum();
    let all: usize = truth.iter().map(BTreeSet::len).sum();
    Ok(Line {
        name: name.to_owned(),
        built: number(said, "build")?,
        counted: None,
        in_process: number(said, "bytes")? / f64::from(length),
        median: number(said, "median")? * 1e3,
        late: number(said, "late")? * 1e3,
        together: said["one"].as_f64(),
        all_cores: said["all"].as_f64(),
        recall: met as f64 / all.max(1) as f64,
    })
}

/// Lists of numbers, a list a question.
fn labels(said: &Value) -> Result<Vec<BTreeSet<u64>>> {
    let list = |own: &Value| own.as_array()?.iter().map(Value::as_u64).collect();
    let lists = said.as_array().context("no list of lists")?;
    lists.iter().map(list).collect::<Option<_>>().context("what was found is no list of numbers")
}
