//! Lists as a whole: imported, asked, changed, damaged. All hashes are invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use exchange::{Change, Fault, HashKind, HashValue, Row};
use jiff::Timestamp;
use matching::{Answer, ImportOptions, Imported, Lists, Mode, Prints, Question, Source, Writer};
use pdq::Fingerprint;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use tempfile::TempDir;

mod answering;
mod asking;
mod changing;
mod importing;
mod secrets;
mod twin;

/// A policy with nothing but what it must have, and these lines.
pub fn policy(lines: &str) -> String {
    format!("title = \"A list\"\nsource = \"An invented source\"\nclass = \"test\"\n{lines}\n")
}

/// A folder with one list under this policy.
pub async fn folder(lines: &str) -> TempDir {
    let dir = private();
    add_list(dir.path(), "one", lines).await;
    dir
}

/// A folder that nobody else can enter.
pub fn private() -> TempDir {
    tempfile::Builder::new().permissions(Permissions::from_mode(0o700)).tempdir().unwrap()
}

/// One more list in a folder.
pub async fn add_list(dir: &Path, name: &str, lines: &str) {
    matching::create(dir, name, &policy(lines), now()).await.unwrap();
}

/// Opens a list for changes.
pub async fn writer(dir: &Path, name: &str) -> Writer {
    Writer::open(dir, name, now()).await.unwrap()
}

/// The time at which tests begin.
pub fn now() -> Timestamp {
    at(0)
}

/// So many seconds after the tests begin.
pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

/// Imports rows under default options.
pub async fn import(dir: &Path, name: &str, rows: Vec<Row>) -> Imported {
    import_with(dir, name, rows, ImportOptions::default()).await
}

/// Imports rows.
pub async fn import_with(
    dir: &Path,
    name: &str,
    rows: Vec<Row>,
    options: ImportOptions,
) -> Imported {
    let source = Source::stream("invented");
    let rows = rows.into_iter().map(Ok::<Row, Fault>);
    let mut writer = writer(dir, name).await;
    writer.import(&source, rows, options, now(), &mut |_| ()).await.unwrap()
}

/// A row that lists a fingerprint.
pub fn listed(print: Fingerprint, line: u64) -> Row {
    Row::new(Change::Add(HashValue::from(print)), line)
}

/// A row that lists a hash of any kind, under an entry.
pub fn entry(kind: HashKind, bytes: &[u8], member: &str, entry: &str, line: u64) -> Row {
    let hash = HashValue::from_bytes(kind, bytes).unwrap();
    let mut row = Row::new(Change::Add(hash), line);
    row.member = Some(member.into());
    row.entry = Some(entry.into());
    row
}

/// An invented fingerprint.
pub fn print(seed: u64) -> Fingerprint {
    let mut bytes = [0; 32];
    ChaCha20Rng::seed_from_u64(seed).fill_bytes(&mut bytes);
    Fingerprint(bytes)
}

/// The fingerprint with its first bits changed.
pub fn near(print: Fingerprint, bits: usize) -> Fingerprint {
    let mut bytes = print.0;
    (0..bits).for_each(|bit| bytes[bit / 8] ^= 1 << (bit % 8));
    Fingerprint(bytes)
}

/// A question about a picture of good quality.
pub fn about(print: Fingerprint) -> Question {
    Question { pdq: Some(Prints::one(print, Some(100))), ..Question::default() }
}

/// What all lists of a folder say.
pub async fn ask(dir: &Path, question: &Question) -> Answer {
    Lists::open(dir, Mode::Reading).await.unwrap().ask(question, now()).await
}

/// The lines of the rows that were found.
pub fn lines(answer: &Answer) -> Vec<u64> {
    answer.findings.iter().map(|finding| finding.provenance.line).collect()
}
