//! A folder of pictures of mixed size and format, scanned end to end as a user does.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use image::{ExtendedColorType, ImageFormat, RgbImage};
use media::{Engine, Settings};
use rayon::prelude::*;
use serde_json::Value;

use super::draw::{Drawn, draw};
use super::hashes;
use super::jpeg::jpeg;
use super::peers::{Allocator, Peers, number, target};
use crate::args::Plan;
use crate::measures::{Measures, Side, Title};
use crate::work;

/// Pictures of a full run, and of one that only checks.
const PICTURES: usize = 20_000;
const FEW: usize = 80;
/// One picture in so many is listed.
const LISTED: usize = 40;
/// Hashes on the list that no picture has.
const OTHERS: u32 = 1_000_000;
const FEW_OTHERS: u32 = 1_000;
/// Pictures that the peer is given: it takes long.
const FOR_THE_PEER: usize = 500;
/// Sizes, small ones first.
const SIZES: [(usize, usize); 6] =
    [(320, 240), (640, 480), (800, 600), (1024, 768), (1280, 720), (1920, 1080)];
const TITLE: Title = Title {
    text: "files per second, a folder of pictures of mixed size and format, on all cores",
    aim: None,
};
const OWN: (Side, &str) =
    (Side::Own, "Suoja: `suoja scan`, eight orientations and three digests against a list");
const READ: (Side, &str) = (Side::Reference, "limit: the same files are read, and nothing else");
const PEER: (Side, &str) = (
    Side::Reference,
    "peer: threatexchange, `PdqSignal.hash_from_file` in a process a core, some of the files, no list",
);

/// Scans the folder.
///
/// # Errors
/// When another picture than the listed ones matches, or one of those does not.
pub fn run(plan: &Plan, room: &Path, peers: Option<&Peers>, measures: &mut Measures) -> Result<()> {
    let count = if plan.peers { PICTURES } else { FEW };
    let folder = draw_all(count)?;
    let files = files(&folder)?;
    let suoja = work::suoja()?;
    let lists = list(&suoja, room, &folder, if plan.peers { OTHERS } else { FEW_OTHERS })?;
    // What was not read lately comes from the disk: that would be measured, too.
    read_all(&files)?;
    let found =
        measures.measure(TITLE, OWN, || work::rate(count, || scan(&suoja, &lists, &folder)))?;
    let listed: BTreeSet<PathBuf> = files.iter().step_by(LISTED).cloned().collect();
    ensure!(found == listed, "{} pictures match and {} are listed", found.len(), listed.len());
    measures.measure(TITLE, READ, || work::rate(count, || read_all(&files)))?;
    let Some(peers) = peers else { return Ok(()) };
    measures.measure(TITLE, PEER, || {
        let words = [&folder.display().to_string(), &FOR_THE_PEER.to_string()];
        let said = peers.ask("folder.py", Allocator::Usual, &words.map(String::as_str))?;
        Ok((number(&said, "rate")?, ()))
    })
}

fn read_all(files: &[PathBuf]) -> Result<()> {
    let bytes = files.par_iter().map(|file| fs::read(file).map(|own| own.len()));
    ensure!(bytes.sum::<std::io::Result<usize>>()? > 0, "the files are empty");
    Ok(())
}

/// The files in the order of their numbers.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut files = entries.collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

/// Draws the folder if it is not there yet; it is named only when it is whole.
fn draw_all(count: usize) -> Result<PathBuf> {
    let folder = target()?.join(format!("pictures-{count}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    println!("  {count} pictures are drawn into {}", folder.display());
    let begun = folder.with_extension("begun");
    fs::create_dir_all(&begun)?;
    (0..count).into_par_iter().try_for_each(|number| -> Result<()> {
        let (ending, bytes) = picture(number)?;
        Ok(fs::write(begun.join(format!("{number:05}.{ending}")), bytes)?)
    })?;
    fs::rename(begun, &folder)?;
    Ok(folder)
}

/// Of twenty pictures twelve are JPEG, three PNG, two WebP, one each GIF, BMP and TIFF.
fn picture(number: usize) -> Result<(&'static str, Vec<u8>)> {
    let (ending, format, sizes) = match number % 20 {
        0..12 => ("jpg", None, 6),
        12..15 => ("png", Some(ImageFormat::Png), 4),
        15..17 => ("webp", Some(ImageFormat::WebP), 3),
        17 => ("gif", Some(ImageFormat::Gif), 1),
        18 => ("bmp", Some(ImageFormat::Bmp), 2),
        _ => ("tif", Some(ImageFormat::Tiff), 2),
    };
    // The sizes go round in another rhythm than the formats do.
    let (width, height) = SIZES[(number / 20 + number) % sizes];
    let drawn = draw(1_000_000 + number as u64, width, height);
    let bytes = match format {
        None => jpeg(&drawn)?,
        Some(format) => written(drawn, format)?,
    };
    Ok((ending, bytes))
}

fn written(drawn: Drawn, format: ImageFormat) -> Result<Vec<u8>> {
    let (width, height) = (u32::try_from(drawn.width)?, u32::try_from(drawn.height)?);
    let mut bytes = Vec::new();
    if format == ImageFormat::Gif {
        // Fast rather than beautiful: choosing 256 colours takes longest.
        let mut encoder = image::codecs::gif::GifEncoder::new_with_speed(&mut bytes, 30);
        encoder.encode(&drawn.pixels, width, height, ExtendedColorType::Rgb8)?;
        drop(encoder);
        return Ok(bytes);
    }
    let picture = RgbImage::from_raw(width, height, drawn.pixels).context("a picture too small")?;
    picture.write_to(&mut Cursor::new(&mut bytes), format)?;
    Ok(bytes)
}

/// A list that has one picture in so many, and many other hashes.
fn list(suoja: &Path, room: &Path, folder: &Path, others: u32) -> Result<PathBuf> {
    let print = |file: &PathBuf| -> Result<String> {
        let print = Engine::new(Settings::default()).print(&fs::read(file)?)?;
        ensure!(print.quality >= pdq::LEAST_QUALITY, "{} says too little", file.display());
        Ok(format!("pdq {}\n", print.fingerprint()))
    };
    let some: Vec<PathBuf> = files(folder)?.into_iter().step_by(LISTED).collect();
    let mut text = some.par_iter().map(print).collect::<Result<Vec<_>>>()?;
    let other = |number: u32| format!("pdq {}\n", pdq::Fingerprint(hashes::listed(number)));
    text.extend((0..others).map(other));
    let (rows, lists) = (room.join("rows.txt"), room.join("lists"));
    fs::write(&rows, text.concat())?;
    let ask = |words: &[&str]| {
        let mut command = Command::new(suoja);
        command.arg("list").args(words).arg("--lists").arg(&lists);
        command
    };
    let about = ["--title", "Drawn", "--source", "This bench", "--class", "test"];
    work::run(ask(&["new", "drawn"]).args(about))?;
    work::run(ask(&["import", "drawn"]).arg(&rows))?;
    Ok(lists)
}

/// The files that match.
fn scan(suoja: &Path, lists: &Path, folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut command = Command::new(suoja);
    command.args(["scan", "--format", "jsonl", "--lists"]).arg(lists).arg(folder);
    let done = command.stdin(Stdio::null()).output().context("suoja does not start")?;
    // 1 says that something matched.
    ensure!(done.status.code() == Some(1), "{}", String::from_utf8_lossy(&done.stderr));
    let mut found = BTreeSet::new();
    for line in String::from_utf8(done.stdout)?.lines() {
        let told: Value = serde_json::from_str(line)?;
        ensure!(told["result"] == "match", "a picture was not compared: {line}");
        found.insert(PathBuf::from(told["path"].as_str().context("a match without a path")?));
    }
    Ok(found)
}
