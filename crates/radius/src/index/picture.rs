//! One immutable picture of an index: the hashes of its files, and what its log says of them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::Status;
use crate::error::{IndexError, NotAnswered};
use crate::hash::{Entry, Hash, Hit, Words, bytes, words};
use crate::log::{self, Change, Stamp};
use crate::manifest::Manifest;
use crate::path::Path as Way;
use crate::planes::Planes;
use crate::rows::{self, RowFile};
use crate::scan::Found;
use crate::segment::Segment;

/// A picture of the index.
pub(super) struct Ready {
    pub manifest: Manifest,
    /// The log as it was read.
    pub log: Stamp,
    pub segments: Vec<Arc<Segment>>,
    added: BTreeSet<Entry>,
    fresh: Planes,
    labels: Vec<u32>,
    withdrawn: Arc<BTreeSet<Entry>>,
}

/// How a segment is looked through.
pub(super) type Look = fn(&Segment, Way, &[Words], u32, &mut [Vec<Found>]);

impl Ready {
    /// Reads the files and the log. Files whose hashes an older picture has are not read again.
    pub fn load(
        dir: &Path,
        manifest: Manifest,
        files: Vec<RowFile>,
        old: Option<&Self>,
    ) -> Result<Self, IndexError> {
        // A follower tries again and again: a log that cannot be read is said before rows are read in vain.
        let path = dir.join(&manifest.log);
        log::read(&path)?;
        let segment = |(name, file): (&String, RowFile)| {
            let mut known = old.iter().flat_map(|old| &old.segments);
            match known.find(|own| own.name == *name && own.file.equals(&file)) {
                Some(known) => Ok(Arc::clone(known)),
                None => Segment::load(name, file).map(Arc::new),
            }
        };
        let segments = manifest.rows.iter().zip(files).map(segment).collect::<Result<_, _>>()?;
        let log::Read { changes, stamp, .. } = log::read(&path)?;
        let (mut added, mut withdrawn) = (BTreeSet::new(), BTreeSet::new());
        apply(changes, &mut added, &mut withdrawn);
        Self::new(dir, manifest, stamp, segments, added, Arc::new(withdrawn))
    }

    /// Whether its hashes are those of the files that are there.
    pub fn is_of(&self, files: &[RowFile]) -> bool {
        self.segments.len() == files.len()
            && self.segments.iter().zip(files).all(|(own, file)| own.file.equals(file))
    }

    /// A picture whose parts are known.
    fn new(
        dir: &Path,
        manifest: Manifest,
        log: Stamp,
        segments: Vec<Arc<Segment>>,
        added: BTreeSet<Entry>,
        withdrawn: Arc<BTreeSet<Entry>>,
    ) -> Result<Self, IndexError> {
        let mut fresh = Planes::zeros(added.len()).map_err(crate::error::io(dir))?;
        for (at, entry) in added.iter().enumerate() {
            let [a, b, c, d] = words(&entry.hash);
            (fresh.head[at], fresh.tail[at]) = ([a, b], [c, d]);
        }
        let labels = added.iter().map(|entry| entry.label).collect();
        Ok(Self { manifest, log, segments, added, fresh, labels, withdrawn })
    }

    /// The picture with what its log says now, if that was changed. It is read whole: it is short, and
    /// another one may be in its place.
    pub fn log_on(&self, dir: &Path) -> Result<Option<Self>, IndexError> {
        self.with(dir, &self.manifest.log, Some(self.log), Default::default)
    }

    /// This picture with what another log says, if that was changed since. What a log says of an entry is
    /// true now; of an entry of which it says nothing, this picture knows what was true when it was made.
    pub fn under(
        &self,
        dir: &Path,
        log: &str,
        since: Option<Stamp>,
    ) -> Result<Option<Self>, IndexError> {
        self.with(dir, log, since, || (self.added.clone(), (*self.withdrawn).clone()))
    }

    /// This picture's files with what a log says, over what is below it.
    fn with(
        &self,
        dir: &Path,
        log: &str,
        since: Option<Stamp>,
        below: impl FnOnce() -> (BTreeSet<Entry>, BTreeSet<Entry>),
    ) -> Result<Option<Self>, IndexError> {
        let path = dir.join(log);
        if Some(Stamp::of(&path)?) == since {
            return Ok(None);
        }
        let log::Read { changes, stamp, .. } = log::read(&path)?;
        let (mut added, mut withdrawn) = below();
        apply(changes, &mut added, &mut withdrawn);
        let (manifest, segments) = (self.manifest.clone(), self.segments.clone());
        Self::new(dir, manifest, stamp, segments, added, Arc::new(withdrawn)).map(Some)
    }

    /// Everything listed within a distance of each hash, nearest first.
    pub fn search(
        &self,
        way: Way,
        hashes: &[Hash],
        distance: u32,
        look: Look,
    ) -> Result<Vec<Vec<Hit>>, NotAnswered> {
        let queries: Vec<Words> = hashes.iter().map(words).collect();
        let mut hits = vec![Vec::new(); queries.len()];
        let mut found = vec![Vec::new(); queries.len()];
        for segment in &self.segments {
            look(segment, way, &queries, distance, &mut found);
            for (found, hits) in found.iter().zip(&mut hits) {
                self.take(segment, found, hits)?;
            }
        }
        found.iter_mut().for_each(Vec::clear);
        way.scan(&self.fresh, &queries, distance, &mut found);
        for (found, hits) in found.iter().zip(&mut hits) {
            hits.extend(found.iter().map(|(number, distance)| {
                let (hash, at) = (bytes(&self.fresh.row(*number as usize)), *number as usize);
                Hit { distance: *distance, hash, label: self.labels[at] }
            }));
            hits.sort_unstable();
            hits.dedup();
        }
        Ok(hits)
    }

    /// What was found in a file of rows becomes hits, with the labels from the file.
    fn take(
        &self,
        segment: &Segment,
        found: &[Found],
        hits: &mut Vec<Hit>,
    ) -> Result<(), NotAnswered> {
        // Equal hashes lie beside each other: their labels are read at once.
        for run in found.chunk_by(|one, two| rows::beside(one.0, two.0)) {
            let Some(first) = run.first() else { continue };
            let last = run.last().unwrap_or(first);
            let labels = segment.labels(first.0, last.0 + 1)?;
            for (number, distance) in run {
                let label = labels[(number - first.0) as usize];
                let entry = Entry { hash: bytes(&segment.planes.row(*number as usize)), label };
                if !self.withdrawn.contains(&entry) {
                    hits.push(Hit { distance: *distance, hash: entry.hash, label });
                }
            }
        }
        Ok(())
    }

    /// What it holds.
    pub fn status(&self) -> Status {
        let tabled = self.segments.iter().filter(|segment| !segment.wants_tables());
        Status {
            entries: self.segments.iter().map(|own| own.planes.len()).sum::<usize>()
                + self.added.len(),
            withdrawn: self.withdrawn.len(),
            files: self.segments.len(),
            in_tables: tabled.map(|own| own.planes.len()).sum(),
            bytes: self.segments.iter().map(|own| own.bytes()).sum(),
            not_answered: None,
        }
    }
}

fn apply(changes: Vec<Change>, added: &mut BTreeSet<Entry>, withdrawn: &mut BTreeSet<Entry>) {
    for change in changes {
        match change {
            Change::Add(entry) => {
                withdrawn.remove(&entry);
                added.insert(entry);
            }
            Change::Withdraw(entry) => {
                added.remove(&entry);
                withdrawn.insert(entry);
            }
        }
    }
}
