//! One list open for questions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use exchange::{HashKind, HashValue};
use jiff::Timestamp;
use pdq::{Fingerprint, Orientation};
use radius::Index;
use sqlx::Executor;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

use crate::answer::{MOST_FINDINGS, Nearness, NotAnswered};
use crate::decide::{Compare, Hit, Said, compare, nearest};
use crate::flood::Flood;
use crate::folder::Folder;
use crate::policy::{Policy, Quarantine, Use};
use crate::rows::found;
use crate::rows::{self, summary};
use crate::{ListError, Mode, Question};

/// Connections to the file of rows of one list.
const CONNECTIONS: u32 = 4;
/// How long it is remembered of which kinds a list holds hashes.
const REMEMBERED: Duration = Duration::from_millis(200);
/// Rows near a question that are read at most: one hash may be listed a million times.
const MOST_READ: usize = 20 * MOST_FINDINGS;
/// Fingerprints that are looked up on the thread that asks; more go to threads that may be kept busy.
const FEW: usize = 16;

/// A list open for questions.
pub(crate) struct List {
    pub folder: Folder,
    pub policy: Policy,
    pub rows: SqlitePool,
    index: Arc<Index>,
    mode: Mode,
    flood: Arc<Mutex<Flood>>,
    held: Mutex<Option<(Instant, Held)>>,
}

/// Of which kinds a list holds how many hashes.
type Held = Arc<BTreeMap<HashKind, u64>>;

/// A question by its number, and one of its fingerprints.
type Asked = (usize, Orientation, Fingerprint);
/// A question by its number, and a row that the index holds near it.
type Near = (usize, Orientation, radius::Hit);

impl List {
    pub async fn open(lists: &Path, name: &str, mode: Mode) -> Result<Self, ListError> {
        let folder = Folder::open(lists, name)?;
        let policy = folder.policy()?;
        let file = folder.rows_file();
        if !file.is_file() {
            return Err(ListError::Missing(folder.path));
        }
        // A file does not go away between two questions as a server might.
        let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
        let rows = pool.connect_with(rows::options(&file)).await;
        let rows = rows.map_err(|error| rows::no_database(error, &file))?;
        rows::check_head(&mut *rows.acquire().await?, &file).await?;
        let index = match mode {
            Mode::Serving => Index::open_in_background(&folder.index()),
            Mode::Reading => Index::open(&folder.index())?,
        };
        Ok(Self {
            folder,
            policy,
            rows,
            index,
            mode,
            flood: Arc::default(),
            held: Mutex::default(),
        })
    }

    /// How the index is.
    pub fn status(&self) -> radius::Status {
        self.index.status()
    }

    /// What this list says to each question.
    pub async fn ask(&self, questions: &[Question], now: Timestamp) -> Vec<Said> {
        match self.look(questions, now).await {
            Ok(said) => said,
            Err(why) => questions.iter().map(|_| Said::Not(why.clone())).collect(),
        }
    }

    async fn look(&self, questions: &[Question], now: Timestamp) -> Result<Vec<Said>, NotAnswered> {
        let held = self.held().await.map_err(|error| damaged(&error))?;
        let mut said: Vec<Said> =
            questions.iter().map(|question| self.first_word(question, &held)).collect();
        let near = self.near(questions, &said, &held).await?;
        let mut hits = self.listed(&near).await.map_err(|error| damaged(&error))?;
        self.same(questions, &said, &held, &mut hits).await.map_err(|error| damaged(&error))?;
        for (number, found) in hits {
            let quality = questions[number].pdq.as_ref().and_then(|prints| prints.quality);
            let (mut nearest, more) = nearest(found, &self.policy, quality);
            self.watch(&mut nearest, now);
            said[number] = Said::Hits(nearest, more);
        }
        for (said, question) in said.iter_mut().zip(questions) {
            let nothing = matches!(said, Said::Hits(hits, _) if hits.is_empty());
            if nothing && let Some(doubt) = compare(question, &held, &self.policy).doubt {
                *said = Said::Not(doubt);
            }
        }
        Ok(said)
    }

    async fn held(&self) -> Result<Held, ListError> {
        let lock = || self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = |(since, _): &&(Instant, Held)| since.elapsed() < REMEMBERED;
        if let Some((_, held)) = lock().as_ref().filter(fresh) {
            return Ok(Arc::clone(held));
        }
        let held = Arc::new(summary::tally(&self.rows).await?);
        *lock() = Some((Instant::now(), Arc::clone(&held)));
        Ok(held)
    }

    /// Whether a question is compared at all; no hits where it is.
    fn first_word(&self, question: &Question, held: &BTreeMap<HashKind, u64>) -> Said {
        match self.policy.usage(question.surface.as_deref(), question.region.as_deref()) {
            Use::Off(rule) => return Said::Off(rule.basis.clone()),
            Use::Unknown => return Said::Not(NotAnswered::UnknownSurface),
            Use::On => {}
        }
        match compare(question, held, &self.policy) {
            Compare { prints: false, exact: false, doubt: Some(why) } => Said::Not(why),
            Compare { prints: false, exact: false, doubt: None } => Said::Nothing,
            Compare { .. } => Said::Hits(Vec::new(), 0),
        }
    }

    /// What the index holds near the fingerprints of the questions that are compared by them.
    async fn near(
        &self,
        questions: &[Question],
        said: &[Said],
        held: &BTreeMap<HashKind, u64>,
    ) -> Result<Vec<Near>, NotAnswered> {
        let mut asked: Vec<Asked> = Vec::new();
        for (number, question) in questions.iter().enumerate() {
            let by_prints = matches!(said[number], Said::Hits(..))
                && compare(question, held, &self.policy).prints;
            let prints = question.pdq.iter().filter(|_| by_prints);
            asked.extend(
                prints.flat_map(|own| &own.prints).map(|(turn, print)| (number, *turn, *print)),
            );
        }
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        self.is_whole(held)?;
        let hashes: Vec<radius::Hash> = asked.iter().map(|(_, _, print)| print.0).collect();
        let found = self.search(hashes).await?;
        let mut near = Vec::new();
        for ((number, turn, _), hits) in asked.iter().zip(found) {
            near.extend(hits.into_iter().map(|hit| (*number, *turn, hit)));
        }
        Ok(near)
    }

    /// Whether the index holds no fewer fingerprints than the rows that count: otherwise an import has just
    /// begun to count and the index is still read, or files of it were lost. It may hold more, which are
    /// withdrawn.
    fn is_whole(&self, held: &BTreeMap<HashKind, u64>) -> Result<(), NotAnswered> {
        let status = self.index.status();
        let counting = held.get(&HashKind::Pdq).copied().unwrap_or(0);
        match status.not_answered {
            None if (status.entries as u64) < counting => Err(NotAnswered::Loading),
            // What it has to say it says itself.
            _ => Ok(()),
        }
    }

    async fn search(
        &self,
        hashes: Vec<radius::Hash>,
    ) -> Result<Vec<Vec<radius::Hit>>, NotAnswered> {
        let distance = self.policy.distance.review;
        let found = if hashes.len() <= FEW {
            hashes.iter().map(|hash| self.index.search(hash, distance)).collect()
        } else {
            let index = Arc::clone(&self.index);
            let search = move || index.search_many(&hashes, distance);
            match tokio::task::spawn_blocking(search).await {
                Ok(found) => found,
                Err(_) => return Err(NotAnswered::Damaged("the search did not end".to_owned())),
            }
        };
        found.map_err(|why| match why {
            radius::NotAnswered::Loading => NotAnswered::Loading,
            other => NotAnswered::Damaged(other.to_string()),
        })
    }

    /// The rows of what the index holds: those that count, the nearest of each question first, until an
    /// answer is full. One hash may be listed a million times.
    async fn listed(&self, near: &[Near]) -> Result<BTreeMap<usize, Vec<Hit>>, ListError> {
        let mut waiting: BTreeMap<usize, Vec<&Near>> = BTreeMap::new();
        near.iter().for_each(|hit| waiting.entry(hit.0).or_default().push(hit));
        for hits in waiting.values_mut() {
            hits.sort_by_key(|(_, _, hit)| hit.distance);
            let mut seen = BTreeSet::new();
            hits.retain(|(_, _, hit)| seen.insert(hit.label));
        }
        let mut found: BTreeMap<usize, Vec<Hit>> = BTreeMap::new();
        // One more than an answer holds, to know that something is left out. What is set aside takes nobody's
        // place.
        let full = |hits: &Vec<Hit>| {
            let counting = hits.iter().filter(|hit| hit.listed.set_aside.is_none()).count();
            counting > MOST_FINDINGS || hits.len() > MOST_READ
        };
        let mut from = 0;
        loop {
            let part = |hits: &&Vec<&Near>| hits.len() > from;
            let open = waiting
                .iter()
                .filter(|(number, hits)| part(hits) && !found.get(number).is_some_and(full));
            let next: Vec<&Near> = open
                .flat_map(|(_, hits)| hits[from..].iter().take(2 * MOST_FINDINGS))
                .copied()
                .collect();
            if next.is_empty() {
                return Ok(found);
            }
            let numbers: BTreeSet<i64> =
                next.iter().map(|(_, _, hit)| i64::from(hit.label)).collect();
            let rows = found::by_number(&self.rows, numbers).await?;
            for (number, orientation, hit) in next {
                // A row that is not there does not count: it is withdrawn, denied, or not yet finished.
                let Some(listed) = rows.get(&i64::from(hit.label)) else { continue };
                if listed.hash.bytes() != hit.hash {
                    let what = format!("its index and its rows differ in row {}", hit.label);
                    return Err(ListError::Rows(what));
                }
                let nearness =
                    Nearness::Within { distance: hit.distance, orientation: *orientation };
                found.entry(*number).or_default().push(Hit { nearness, listed: listed.clone() });
            }
            from += 2 * MOST_FINDINGS;
        }
    }

    /// Adds the rows with the same exact hashes.
    async fn same(
        &self,
        questions: &[Question],
        said: &[Said],
        held: &BTreeMap<HashKind, u64>,
        hits: &mut BTreeMap<usize, Vec<Hit>>,
    ) -> Result<(), ListError> {
        let is_held = |hash: &&HashValue| {
            let kind = hash.kind().compared_as();
            kind != HashKind::Pdq && held.keys().any(|own| own.compared_as() == kind)
        };
        let mut asked: BTreeMap<i64, Vec<(usize, &HashValue)>> = BTreeMap::new();
        for (number, question) in questions.iter().enumerate() {
            if !matches!(said[number], Said::Hits(..)) {
                continue;
            }
            for hash in question.exact.iter().filter(is_held) {
                let key = rows::key(hash.kind(), hash.bytes());
                asked.entry(key).or_default().push((number, hash));
            }
        }
        if asked.is_empty() {
            return Ok(());
        }
        for listed in found::by_key(&self.rows, asked.keys().copied()).await? {
            let kind = listed.hash.kind();
            let key = rows::key(kind, listed.hash.bytes());
            for (number, hash) in asked.get(&key).into_iter().flatten() {
                let same = hash.kind().compared_as() == kind.compared_as();
                if same && hash.bytes() == listed.hash.bytes() {
                    let nearness = Nearness::Exact(kind);
                    hits.entry(*number).or_default().push(Hit { nearness, listed: listed.clone() });
                }
            }
        }
        Ok(())
    }

    /// Counts matches where the policy wants it, and sets aside what matches too much.
    fn watch(&self, hits: &mut [Hit], now: Timestamp) {
        let limit = self.policy.quarantine.filter(|_| self.mode == Mode::Serving);
        let Some(limit) = limit else { return };
        let mut flood = self.flood.lock().unwrap_or_else(PoisonError::into_inner);
        let mut seen = BTreeSet::new();
        for hit in hits.iter_mut().filter(|hit| hit.listed.set_aside.is_none()) {
            let key = rows::key(hit.listed.hash.kind(), hit.listed.hash.bytes());
            if seen.insert(key) && !flood.is_waiting(key) && flood.over(key, now, limit) {
                flood.wait(key, hit.listed.provenance.row, now);
            }
            hit.listed.set_aside = flood.since(key);
        }
        for (key, row, since) in flood.take_unwritten() {
            let (rows, flood) = (self.rows.clone(), Arc::clone(&self.flood));
            // No answer waits for it: an import may hold the file for long.
            tokio::spawn(async move {
                let written = set_aside(&rows, key, row, since, limit).await;
                let mut flood = flood.lock().unwrap_or_else(PoisonError::into_inner);
                flood.written(key, written.is_ok());
            });
        }
    }
}

/// Writes down that a hash is set aside, for whoever opens the list later.
async fn set_aside(
    rows: &SqlitePool,
    key: i64,
    row: i64,
    since: Timestamp,
    limit: Quarantine,
) -> Result<(), ListError> {
    let note = sqlx::query("INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?)");
    let note = note.bind(key).bind(row).bind(since.as_second()).bind(limit.matches);
    rows.execute(note).await?;
    Ok(())
}

fn damaged(error: &ListError) -> NotAnswered {
    NotAnswered::Damaged(error.to_string())
}
