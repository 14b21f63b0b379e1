//! JPEG files to fingerprints of the whole picture, one after the other.

use std::fs;
use std::hint::black_box;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use media::{Engine, Settings, Workers};
use pdq::Fingerprint;

use super::draw::{Drawn, draw};
use super::peers::{Allocator, Peers, number, texts};
use crate::args::Plan;
use crate::measures::{Bound, Measures, Side, Target, Title};

const WIDTH: usize = 1920;
const HEIGHT: usize = 1080;
/// Files, one after the other.
const FILES: usize = 20;
/// How far hashes may lie apart whose pixels come from two decoders: what PDQ's authors ask of another
/// implementation.
const APART: u32 = 10;
const TITLE: Title = Title {
    text: "fingerprints per second, JPEG files of 1920 × 1080 in full mode, one at a time",
    aim: None,
};
const OWN: (Side, &str) = (Side::Own, "Suoja: in this process");
const BOXED: (Side, &str) =
    (Side::Own, "Suoja: in a sandboxed worker, with MD5, SHA-1 and SHA-256 of the file");
const PEER: (Side, &str) = (Side::Reference, "peer: threatexchange, `PdqSignal.hash_from_file`");
const DECODER: (Side, &str) =
    (Side::Reference, "limit: the same decoder alone (zune-jpeg through `image`)");
const AGAINST_PEER: Target = Target { side: Bound::AtLeast, must: 4.0, aim: 6.0, unit: "×" };
const AGAINST_DECODER: Target = Target { side: Bound::AtMost, must: 2.3, aim: 1.6, unit: "×" };

/// Measures from files to fingerprints.
///
/// # Errors
/// When the two ways of ours differ by a bit, or the peer's by more than two decoders explain.
pub fn run(plan: &Plan, room: &Path, peers: Option<&Peers>, measures: &mut Measures) -> Result<()> {
    let folder = room.join("jpeg");
    let files = draw_all(&folder)?;
    let mut engine = Engine::new(Settings::default());
    let mut hash = |file: &PathBuf| -> Result<Fingerprint> {
        Ok(engine.print(&fs::read(file)?)?.fingerprint())
    };
    let hashes: Vec<Fingerprint> = files.iter().map(&mut hash).collect::<Result<_>>()?;
    let time = plan.time / 2;
    let own = measured(measures, OWN, || rate(&files, time, |file| hash(file).map(drop)))?;
    let workers = workers()?;
    let boxed = |file: &PathBuf| -> Result<Fingerprint> {
        Ok(workers.hash_path(file)?.picture?.fingerprint())
    };
    for (file, hash) in files.iter().zip(&hashes) {
        ensure!(boxed(file)? == *hash, "a worker hashes {} differently", file.display());
    }
    let in_worker = measured(measures, BOXED, || rate(&files, time, |file| boxed(file).map(drop)))?;
    let alone = measured(measures, DECODER, || {
        rate(&files, time, |file| {
            let bytes = fs::read(file)?;
            let decoded = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg)?;
            black_box(decoded.into_rgb8());
            Ok(())
        })
    })?;
    measures.reach(
        AGAINST_DECODER,
        "time from JPEG file to fingerprint, in this process, against the decoder alone",
        alone / own,
    );
    let Some(peers) = peers else { return Ok(()) };
    let peer = measured(measures, PEER, || {
        let words = [&folder.display().to_string(), &time.as_secs_f64().to_string()];
        let said = peers.ask("jpegs.py", Allocator::Usual, &words.map(String::as_str))?;
        compare(&hashes, &texts(&said, "hashes")?)?;
        number(&said, "rate")
    })?;
    measures.reach(
        AGAINST_PEER,
        "JPEG file to fingerprint, in this process, against threatexchange",
        own / peer,
    );
    measures.reach(
        AGAINST_PEER,
        "JPEG file to fingerprint and digests, in a worker, against threatexchange",
        in_worker / peer,
    );
    Ok(())
}

/// Measures a row and returns its rate.
fn measured(
    measures: &mut Measures,
    row: (Side, &str),
    work: impl FnOnce() -> Result<f64>,
) -> Result<f64> {
    measures.measure(TITLE, row, || work().map(|rate| (rate, rate)))
}

fn rate(
    files: &[PathBuf],
    time: Duration,
    mut work: impl FnMut(&PathBuf) -> Result<()>,
) -> Result<f64> {
    let (begun, mut done) = (Instant::now(), 0);
    while begun.elapsed() < time {
        files.iter().try_for_each(&mut work)?;
        done += files.len();
    }
    Ok(done as f64 / begun.elapsed().as_secs_f64())
}

/// One worker: this very program.
fn workers() -> Result<Workers> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("decode");
    Ok(Workers::start(NonZeroUsize::MIN, Settings::default(), command)?)
}

fn draw_all(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::create_dir_all(folder)?;
    let file = |number: usize| -> Result<PathBuf> {
        let path = folder.join(format!("{number:02}.jpg"));
        fs::write(&path, jpeg(&draw(1000 + number as u64, WIDTH, HEIGHT))?)?;
        Ok(path)
    };
    let files = (0..FILES).map(file).collect::<Result<Vec<_>>>()?;
    let sizes = files.iter().map(|file| fs::metadata(file).map(|about| about.len()));
    let total = sizes.sum::<std::io::Result<u64>>()?;
    println!("  {FILES} JPEG files, {} kB each", total / 1000 / FILES as u64);
    Ok(files)
}

/// A JPEG as most cameras and programs write them: quality 85, colour at half the resolution.
///
/// # Errors
/// When a side is too long for a JPEG.
pub fn jpeg(drawn: &Drawn) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 85);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    let (width, height) = (u16::try_from(drawn.width)?, u16::try_from(drawn.height)?);
    encoder.encode(&drawn.pixels, width, height, ColorType::Rgb)?;
    Ok(bytes)
}

/// Ours beside the peer's, whose decoder is another.
fn compare(own: &[Fingerprint], peer: &[String]) -> Result<()> {
    ensure!(own.len() == peer.len(), "threatexchange hashed {} files", peer.len());
    let mut farthest = 0;
    for (own, peer) in own.iter().zip(peer) {
        let peer: Fingerprint = peer.parse().context("threatexchange gives no hash")?;
        farthest = farthest.max(own.distance(&peer));
    }
    ensure!(farthest <= APART, "a hash is {farthest} bits from threatexchange's");
    print!("(at most {farthest} bits from ours) ");
    Ok(())
}
