//! Hashes that come as lines: `kind hash`, or the objects that `suoja hash` writes.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read};

use exchange::{BadHash, HashKind, HashValue};
use matching::{Gap, Prints, Question};
use pdq::{Fingerprint, Orientation};
use serde::Deserialize;

use crate::cli::{AskArgs, PdqMode};
use crate::commands::asking;

/// Lines that are asked together.
const TOGETHER: usize = 256;
/// Longest line (bytes): a hash kept as text may have half a million.
const LONGEST: u64 = 1024 * 1024;

/// A line of hashes.
pub struct HashLine {
    /// Its number, from 1.
    pub number: u64,
    /// The path that it is about, where it says one.
    pub path: Option<String>,
    /// The bytes of that path, where it says them.
    pub path_bytes: Option<String>,
    /// What is asked; nothing, where there is an error.
    pub question: Question,
    /// Why it asks nothing, or why the file that it is about has no fingerprint. Repeats nothing of a hash.
    pub error: Option<String>,
}

/// What `suoja hash` writes of a file.
#[derive(Deserialize)]
struct Object {
    path: Option<String>,
    path_bytes: Option<String>,
    pdq: Option<String>,
    quality: Option<u8>,
    pdq_mode: Option<String>,
    #[serde(default)]
    orientations: BTreeMap<String, String>,
    md5: Option<String>,
    sha1: Option<String>,
    sha256: Option<String>,
    whole: Option<bool>,
    frames: Option<u32>,
    error: Option<String>,
}

/// Reads the next lines: as many as are there, at least one. The second is there when nothing more comes.
pub fn batch(
    input: &mut BufReader<impl Read>,
    ask: &AskArgs,
    number: &mut u64,
) -> (Vec<HashLine>, Option<io::Result<()>>) {
    let mut lines = Vec::new();
    loop {
        let mut line = Vec::new();
        match input.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(0) => return (lines, Some(Ok(()))),
            Ok(_) => {}
            Err(error) => return (lines, Some(Err(error))),
        }
        *number += 1;
        if line.len() as u64 == LONGEST && line.last() != Some(&b'\n') {
            let error = io::Error::other(format!("line {number} has more than {LONGEST} bytes"));
            return (lines, Some(Err(error)));
        }
        if !line.trim_ascii().is_empty() {
            lines.push(read(line.trim_ascii(), ask, *number));
        }
        // Whoever writes slowly gets an answer for each line.
        let is_there = input.buffer().contains(&b'\n');
        let waits = lines.is_empty() || (lines.len() < TOGETHER && is_there);
        if !waits {
            return (lines, None);
        }
    }
}

fn read(line: &[u8], ask: &AskArgs, number: u64) -> HashLine {
    let nothing = asking::nothing(ask);
    let question = nothing.clone();
    let mut read = HashLine { number, path: None, path_bytes: None, question, error: None };
    let mut gap = None;
    let question = match line.first() {
        Some(b'{') => object(line).and_then(|object| {
            read.path.clone_from(&object.path);
            read.path_bytes.clone_from(&object.path_bytes);
            read.error = object.fault();
            gap = object.gap();
            object.question()
        }),
        _ => flat(line),
    };
    match question {
        Ok(question) => {
            read.question = Question { pdq: question.pdq, gap, exact: question.exact, ..nothing }
        }
        Err(error) => read.error = Some(error),
    }
    read
}

fn flat(line: &[u8]) -> Result<Question, String> {
    let mut words = line.splitn(2, u8::is_ascii_whitespace).map(<[u8]>::trim_ascii);
    let (Some(kind), Some(hash)) = (words.next(), words.next()) else {
        return Err("this line is no `kind hash`".to_owned());
    };
    let kind = std::str::from_utf8(kind).unwrap_or_default();
    let kind: HashKind = kind.parse().map_err(|error| format!("{error}"))?;
    let hash = HashValue::parse(kind, hash).map_err(|error| error.to_string())?;
    let pdq = hash.pdq().map(|print| Prints::one(print, None));
    let exact = if pdq.is_some() { Vec::new() } else { vec![hash] };
    Ok(Question { pdq, exact, ..Question::default() })
}

fn object(line: &[u8]) -> Result<Object, String> {
    serde_json::from_slice(line)
        .map_err(|_| "this line is no object as `suoja hash` writes them".to_owned())
}

impl Object {
    /// Why a fingerprint is not there, is not of the whole picture, or is of a kind that no list has.
    fn fault(&self) -> Option<String> {
        let cut = (self.whole == Some(false))
            .then(|| "the picture is damaged and was hashed as far as it goes".to_owned());
        let more = self.frames.filter(|frames| *frames > 1);
        let more = more.map(|frames| format!("only the first of its {frames} frames was hashed"));
        let other = (!self.is_comparable()).then(|| {
            "its fingerprint is of another mode than lists are made with; hash it with --mode full"
                .to_owned()
        });
        self.error.clone().or(other).or(cut).or(more)
    }

    /// What a list of pictures is not asked about.
    fn gap(&self) -> Option<Gap> {
        if self.error.is_some() || !self.is_comparable() {
            return Some(Gap::NotDecoded);
        }
        Gap::of(self.whole.unwrap_or(true), self.frames.unwrap_or(1))
    }

    /// Whether the fingerprint is of the mode that lists are made with.
    fn is_comparable(&self) -> bool {
        self.pdq_mode.as_deref().is_none_or(|mode| mode == PdqMode::Full.name())
    }

    fn question(mut self) -> Result<Question, String> {
        if !self.is_comparable() {
            // Its digests are compared all the same.
            self.pdq = None;
            self.orientations.clear();
        }
        let print = |text: &str| -> Result<Option<Fingerprint>, String> {
            Ok(parse(HashKind::Pdq, Some(text))?.and_then(|hash| hash.pdq()))
        };
        let mut prints = Vec::new();
        if let Some(text) = &self.pdq {
            prints.extend(print(text)?.map(|print| (Orientation::Original, print)));
        }
        for (name, text) in &self.orientations {
            let turn = NAMES.iter().position(|own| own == name);
            let Some(turn) = turn else {
                return Err("an orientation is none of those that `suoja hash` names".to_owned());
            };
            let turn = Orientation::ALL[turn];
            prints.extend(
                print(text)?.map(|print| (turn, print)).filter(|_| turn != Orientation::Original),
            );
        }
        let digests = [
            parse(HashKind::Md5, self.md5.as_deref())?,
            parse(HashKind::Sha1, self.sha1.as_deref())?,
            parse(HashKind::Sha256, self.sha256.as_deref())?,
        ];
        Ok(Question {
            pdq: (!prints.is_empty()).then_some(Prints { prints, quality: self.quality }),
            exact: digests.into_iter().flatten().collect(),
            ..Question::default()
        })
    }
}

/// Names of the orientations as `suoja hash` writes them, in the order of [`Orientation::ALL`].
const NAMES: [&str; Orientation::ALL.len()] = [
    "original",
    "rotate90",
    "rotate180",
    "rotate270",
    "flip_x",
    "flip_y",
    "flip_plus1",
    "flip_minus1",
];

/// A hash; none where it is that of an empty file or of a picture with nothing in it.
fn parse(kind: HashKind, text: Option<&str>) -> Result<Option<HashValue>, String> {
    let Some(text) = text else { return Ok(None) };
    match HashValue::parse(kind, text.as_bytes()) {
        Ok(hash) => Ok(Some(hash)),
        Err(BadHash::EmptyFile(_) | BadHash::Zeros(_)) => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

#[cfg(test)]
mod tests;
