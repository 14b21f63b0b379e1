//! What was acknowledged is there after a power cut at any moment: design, promise 4.
//!
//! strace records every write and sync of a door that several visitors use, with the bytes, and the
//! moment in which the answer to each page leaves. Then the disk is rebuilt as a cut at every one
//! of these moments could leave it, the store is opened as `serve` opens it, and every page
//! acknowledged before the cut must be there, and every stored part must open.
//!
//! The model of the disk, stricter than a journaling file system:
//! - Bytes and lengths of a file are safe once an fsync or fdatasync of that file, begun after they
//!   were written, has ended. Before that each write may have reached the disk or not.
//! - A new name is safe once the file itself or its folder has been synced; a removal once the
//!   folder has been synced.
//! - Three adversaries: nothing unsafe survives; everything does (only the process died); a random
//!   choice of the unsafe does, each write whole, not at all, or in some of its 4 KiB blocks.
//!
//! SQLite's index of its log (`-shm`) is rebuilt from the log and never trusted; no cut leaves one.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use common::{Door, Study, Visitor, block_on};
use instrument::{Part, Value};
use seal::Identity;
use store::{Archive, Store};
use trace::{Call, calls, finished, traced};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests of refusals")]
mod common;
#[cfg(test)]
mod trace;

/// Visitors at the same time.
const VISITORS: usize = 6;
/// A block of a disk.
const BLOCK: usize = 4_096;

/// A page of a visitor: number of the visitor, pages sent before.
type Page = (usize, u32);

#[derive(Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
    Create,
    Remove,
}

#[derive(Debug)]
struct Event {
    file: usize,
    change: Change,
    entered: usize,
    left: usize,
    /// When a sync that covers it ended.
    safe: usize,
}

/// What happened to a store's files, and when which page was acknowledged.
#[derive(Default)]
struct Recording {
    /// The name of each file; a name that comes again is another file.
    names: Vec<PathBuf>,
    events: Vec<Event>,
    /// When syncs ended.
    syncs: Vec<usize>,
    acknowledged: BTreeMap<Page, usize>,
}

impl Recording {
    fn read(calls: &[Call], store: &Path) -> Self {
        let mut own = Self::default();
        let mut current: BTreeMap<PathBuf, usize> = BTreeMap::new();
        let mut heard: BTreeMap<i32, Vec<u8>> = BTreeMap::new();
        let dir = store.parent().unwrap();
        let prefix = store.to_str().unwrap();
        for call in calls {
            let fd = call.fd.unwrap_or(-1);
            let on = trace::path(&call.on);
            let ours = call.on.starts_with(prefix) && !call.on.ends_with("-shm");
            match call.name.as_str() {
                "accept" | "accept4" => {
                    let new = call.result.and_then(|fd| i32::try_from(fd).ok());
                    heard.remove(&new.unwrap_or(-1));
                }
                "recvfrom" | "recvmsg" | "read" | "readv" if call.on_socket() => {
                    heard.entry(fd).or_default().extend(call.strings.concat());
                }
                "sendto" | "sendmsg" | "write" | "writev" if call.on_socket() => {
                    let accepted = call.strings.concat().starts_with(b"HTTP/1.1 200 ");
                    let page = heard.get(&fd).and_then(|bytes| page_of(bytes));
                    if let (true, Some(page)) = (accepted, page) {
                        own.acknowledged.entry(page).or_insert(call.entered);
                    }
                }
                "open" | "openat" | "creat" if call.result.is_some_and(|fd| fd >= 0) => {
                    let path = call.strings.last().map(|path| common::text(path)).unwrap();
                    let made = call.plain.contains("O_CREAT");
                    let ours = path.starts_with(prefix) && !path.ends_with("-shm");
                    assert!(!call.plain.contains("O_TRUNC") || !ours, "{call:?}");
                    if made && ours && !current.contains_key(Path::new(&path)) {
                        current.insert(path.clone().into(), own.names.len());
                        own.names.push(path.into());
                        own.push(own.names.len() - 1, Change::Create, call);
                    }
                }
                "unlink" | "unlinkat" if call.result == Some(0) => {
                    let path = PathBuf::from(common::text(&call.strings[0]));
                    if let Some(file) = current.remove(&path) {
                        own.push(file, Change::Remove, call);
                    }
                }
                "pwrite64" if ours => {
                    let (at, bytes) = (call.number(0), call.strings[0].clone());
                    let at = usize::try_from(at).unwrap();
                    own.push(current[&on], Change::Write { at, bytes }, call);
                }
                "ftruncate" if ours => {
                    let length = usize::try_from(call.number(0)).unwrap();
                    own.push(current[&on], Change::Length(length), call);
                }
                "fsync" | "fdatasync" if call.result == Some(0) && (ours || on == dir) => {
                    own.sync(current.get(&on).copied(), call);
                }
                "rename" | "renameat" | "renameat2" | "writev" | "pwritev" | "fallocate"
                | "write" | "sync_file_range" | "copy_file_range"
                    if ours || call.strings.iter().any(|s| s.starts_with(prefix.as_bytes())) =>
                {
                    panic!("the model of the disk does not know this: {call:?}");
                }
                _ => {}
            }
        }
        own
    }

    fn push(&mut self, file: usize, change: Change, call: &Call) {
        let (entered, left) = (call.entered, call.left);
        self.events.push(Event { file, change, entered, left, safe: usize::MAX });
    }

    /// A sync of a file, or (`None`) of the folder.
    fn sync(&mut self, file: Option<usize>, call: &Call) {
        self.syncs.push(call.left);
        for event in self.events.iter_mut().filter(|event| event.left <= call.entered) {
            let covers = match (&event.change, file) {
                (Change::Remove, file) => file.is_none(),
                (Change::Create, file) => file.is_none_or(|file| file == event.file),
                (_, file) => file == Some(event.file),
            };
            if covers {
                event.safe = event.safe.min(call.left);
            }
        }
    }

    /// The disk after a cut.
    fn cut(&self, at: usize, adversary: &mut Adversary) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
        for event in self.events.iter().filter(|event| event.entered < at) {
            let safe = event.safe < at && adversary.believes(event.safe);
            let survives = safe || adversary.lets_pass();
            match &event.change {
                Change::Create if survives => _ = files.insert(event.file, Vec::new()),
                Change::Remove if survives => _ = files.remove(&event.file),
                Change::Write { at, bytes } if survives => {
                    let Some(file) = files.get_mut(&event.file) else { continue };
                    for (block, bytes) in bytes.chunks(BLOCK).enumerate() {
                        if safe || adversary.lets_block_pass() {
                            let at = at + block * BLOCK;
                            file.resize(file.len().max(at + bytes.len()), 0);
                            file[at..at + bytes.len()].copy_from_slice(bytes);
                        }
                    }
                }
                Change::Length(length) if survives => {
                    if let Some(file) = files.get_mut(&event.file) {
                        file.resize(*length, 0);
                    }
                }
                _ => {}
            }
        }
        files.into_iter().map(|(file, bytes)| (self.names[file].clone(), bytes)).collect()
    }

    fn acknowledged_before(&self, at: usize) -> BTreeSet<Page> {
        let before = self.acknowledged.iter().filter(|(_, when)| **when < at);
        before.map(|(page, _)| *page).collect()
    }
}

/// The page that a request sends, if it sends one.
fn page_of(request: &[u8]) -> Option<Page> {
    let text = common::text(request);
    let (_, tag) = text.split_once("tag=")?;
    let (visitor, before) = tag.split('&').next()?.split_once('-')?;
    Some((visitor.parse().ok()?, before.parse().ok()?))
}

/// What becomes of writes that were not safe.
struct Adversary {
    kind: Kind,
    /// State of a xorshift generator.
    seed: u64,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Nothing,
    Everything,
    Random,
    /// The control: as if no sync after this one had ever happened, and nothing unsafe survives.
    WithoutSyncsAfter(usize),
}

impl Adversary {
    fn new(kind: Kind, seed: usize) -> Self {
        let seed = u64::try_from(seed).unwrap().wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        Self { kind, seed }
    }

    fn chance(&mut self, of: u64) -> bool {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        !(self.seed >> 20).is_multiple_of(of)
    }

    fn believes(&self, safe: usize) -> bool {
        !matches!(self.kind, Kind::WithoutSyncsAfter(last) if safe > last)
    }

    fn lets_pass(&mut self) -> bool {
        match self.kind {
            Kind::Everything => true,
            Kind::Random => self.chance(2),
            Kind::Nothing | Kind::WithoutSyncsAfter(_) => false,
        }
    }

    fn lets_block_pass(&mut self) -> bool {
        self.kind != Kind::Random || self.chance(4)
    }
}

/// Opens what a cut left, and keeps in mind which blobs it has opened before.
struct Reader {
    identities: Vec<Identity>,
    opened: BTreeMap<Vec<u8>, (String, u32)>,
    /// Which visitor has an answer number: the last page of each says it.
    visitors: BTreeMap<String, usize>,
}

impl Reader {
    fn part(&self, blob: &[u8]) -> Part {
        let opened = seal::open(blob, &self.identities).expect("every stored part opens");
        Part::from_json(&opened.plaintext).expect("every stored part is a page of answers")
    }

    /// The pages in a store after it was opened as `serve` opens it.
    fn pages(&mut self, store: &Path) -> BTreeSet<Page> {
        let parts = block_on(async {
            Store::open(store).await.expect("the store opens").close().await.unwrap();
            let mut archive = Archive::open(store).await.unwrap();
            let parts = archive.parts(None, 100_000).await.unwrap();
            assert_eq!(u64::try_from(parts.len()).unwrap(), archive.count().await.unwrap());
            parts
        });
        let mut pages = BTreeSet::new();
        for part in parts {
            if !self.opened.contains_key(&part.blob) {
                let read = self.part(&part.blob);
                let key = (read.answer.clone(), read.revision);
                self.opened.insert(part.blob.clone(), key);
            }
            let (answer, before) = &self.opened[&part.blob];
            pages.insert((self.visitors[answer], *before));
        }
        pages
    }

    fn after(&mut self, disk: &BTreeMap<PathBuf, Vec<u8>>, name: &Path) -> BTreeSet<Page> {
        // Where there is memory to write to, hundreds of stores are opened in less time.
        let memory = Path::new("/dev/shm");
        let dir = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        for (path, bytes) in disk {
            fs::write(dir.path().join(path.file_name().unwrap()), bytes).unwrap();
        }
        self.pages(&dir.path().join(name))
    }
}

/// One visitor's way through the survey; every page says whose it is and which.
fn visit(address: std::net::SocketAddr, visitor: usize) -> usize {
    let words = format!("visitor {visitor}");
    let pages: [&[(&str, &str)]; 9] = [
        &[("wish_stop", "unsure")],
        &[("tried_stop", "once"), ("help_sought", "no")],
        &[("attempts_longest", "under_1_week"), ("help_why_not", "cost")],
        &[("first_age", "age_18_24"), ("first_way", "accident")],
        &[("how_often", "monthly"), ("days_month", "3")],
        &[("distress", "2"), ("self_harm_thoughts", "never")],
        &[("contact_thought", "often")],
        &[("contact_sought", "never")],
        &[("would_help", "mood"), ("would_help_words", &words)],
    ];
    let mut survey = Visitor::new(address, "fr");
    survey.enter().unwrap();
    let mut acknowledged = 0;
    for (before, page) in pages.iter().enumerate() {
        let tag = format!("{visitor}-{before}");
        let sent = [page, &[("tag", tag.as_str())][..]].concat();
        let answer = survey.press("next", &sent).unwrap();
        acknowledged += usize::from(answer.status == 200);
        // Together, one by one, and with rests in which the log is folded into the file.
        let rest = if before % 3 == 2 { 350 } else { 7 * visitor };
        std::thread::sleep(Duration::from_millis(u64::try_from(rest).unwrap()));
    }
    acknowledged
}

/// Runs a door with several visitors and reads what it did.
fn record(study: &Study) -> (Recording, usize) {
    let record = study.path().join("record.strace");
    let stderr = study.path().join("stderr");
    let door = Door::start(&mut traced(&study.serve(), &record), &stderr);
    let (address, pid) = (door.address, door.child.id());
    let acknowledged = std::thread::scope(|scope| {
        let visits: Vec<_> =
            (0..VISITORS).map(|visitor| scope.spawn(move || visit(address, visitor))).collect();
        visits.into_iter().map(|visit| visit.join().unwrap()).sum()
    });
    door.close();
    (Recording::read(&calls(&finished(&record, pid)), &study.store), acknowledged)
}

#[test]
fn what_was_acknowledged_survives_a_cut_at_any_moment() {
    let study = Study::new("");
    let (recording, acknowledged) = record(&study);
    assert_eq!(acknowledged, VISITORS * 9, "every page was taken");
    assert_eq!(recording.acknowledged.len(), acknowledged, "the record shows every answer");

    let identities = study.identities();
    let mut reader = Reader { identities, opened: BTreeMap::new(), visitors: BTreeMap::new() };
    for part in study.parts(&study.store) {
        if let Some(Value::Text(words)) = part.answers.get("would_help_words") {
            let visitor = words.strip_prefix("visitor ").unwrap().parse().unwrap();
            reader.visitors.insert(part.answer.clone(), visitor);
        }
    }
    assert_eq!(reader.visitors.len(), VISITORS);

    let moments = || {
        let events = recording.events.iter().map(|event| event.entered);
        let answers = recording.acknowledged.values().copied();
        events.chain(answers).chain(recording.syncs.iter().copied()).map(|at| at + 1)
    };
    let moments: BTreeSet<usize> = moments().chain([0]).collect();
    let syncs: BTreeSet<usize> = recording.syncs.iter().map(|at| at + 1).collect();
    let name = PathBuf::from(study.store.file_name().unwrap());
    let (mut tried, mut most) = ([0; 3], 0);
    for (place, at) in moments.iter().enumerate() {
        let promised = recording.acknowledged_before(*at);
        for (which, kind) in [Kind::Nothing, Kind::Random, Kind::Everything].into_iter().enumerate()
        {
            // What a process leaves that died alone differs little from write to write.
            if kind == Kind::Everything && place % 4 > 0 {
                continue;
            }
            let disk = recording.cut(*at, &mut Adversary::new(kind, *at));
            let kept = reader.after(&disk, &name);
            let lost: Vec<_> = promised.difference(&kept).collect();
            assert!(lost.is_empty(), "cut at line {at}, adversary {which}: {lost:?} are lost");
            tried[which] += 1;
            most = most.max(kept.len());
        }
    }
    assert_eq!(most, acknowledged);
    println!(
        "{} moments ({} syncs, {} changes of files); cuts: {} with nothing unsafe, {} at random, \
         {} with everything; {acknowledged} pages acknowledged",
        moments.len(),
        syncs.len(),
        recording.events.len(),
        tried[0],
        tried[1],
        tried[2]
    );

    // The test can fail: had the store not synced before its answers, pages would be lost.
    let last = recording.acknowledged.values().max().unwrap() + 1;
    let mut lost_without = 0;
    for (at, _) in syncs.iter().zip(0..8) {
        let mut blind = Adversary::new(Kind::WithoutSyncsAfter(*at), 1);
        let kept = reader.after(&recording.cut(last, &mut blind), &name);
        lost_without += recording.acknowledged_before(last).difference(&kept).count();
    }
    assert!(lost_without > 0, "a store that does not sync must fail this test");
    println!("without syncs after the first eight: {lost_without} pages lost, as it must be");
}
