//! Asking an index, while someone else may be changing it.
//!
//! What is asked is one immutable picture of the index; a new one is put in its place when something has
//! changed. So no question waits for a change, and none sees half of one.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use rayon::prelude::*;

use crate::error::{IndexError, NotAnswered};
use crate::hash::{Hash, Hit, LARGEST_DISTANCE};
use crate::log;
use crate::manifest::Manifest;
use crate::path::Path as Way;
use crate::rows::RowFile;
use crate::segment::Segment;

mod picture;
#[cfg(test)]
mod tests;

use picture::Ready;

/// How often an index that is followed is looked at.
const EVERY: Duration = Duration::from_millis(200);
/// How often all files of an index that is followed are read again: disks lose bytes without a word.
const CHECKED_EVERY: Duration = Duration::from_secs(6 * 60 * 60);
/// Files may be merged away while they are opened; so often it is tried again.
const TRIES: usize = 5;
/// Queries that one thread takes at a time.
const TOGETHER: usize = 16;
/// Questions after which tables are built: about then scans have taken as long as that takes.
const WORTHWHILE: usize = 128;

/// An index that is asked, by as many threads as like.
pub struct Index {
    dir: PathBuf,
    way: Way,
    state: ArcSwap<State>,
    /// Whoever brings the picture up to date.
    refreshing: Mutex<()>,
    /// Questions that are still to come before tables are built; none where a thread of its own builds them.
    before_tables: AtomicUsize,
}

/// What an index holds, and how it is.
#[derive(Debug, Clone, Default)]
pub struct Status {
    /// Entries that can be found, withdrawn ones in files counted in until they are merged away.
    pub entries: usize,
    /// Entries that were withdrawn since files were merged.
    pub withdrawn: usize,
    /// Files of rows.
    pub files: usize,
    /// Entries that are searched by tables; the rest is scanned.
    pub in_tables: usize,
    /// Bytes in memory.
    pub bytes: usize,
    /// Why questions are not answered, if they are not.
    pub not_answered: Option<NotAnswered>,
}

enum State {
    Ready(Ready),
    Not(NotAnswered),
}

impl Index {
    /// Opens an index: reads and checks every file. It stays as it is now unless [`Index::refresh`] is
    /// called. Few questions are answered by a scan; tables are built for many.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(dir: &Path) -> Result<Arc<Self>, IndexError> {
        let index = Arc::new(Self::new(dir, WORTHWHILE));
        index.refresh()?;
        Ok(index)
    }

    /// Opens an index that is read by and by: until that is done questions are not answered, then by a scan,
    /// then by tables. Changes are followed, within half a second, and all files are read again every six
    /// hours, as long as the index is in use.
    pub fn open_in_background(dir: &Path) -> Arc<Self> {
        let index = Arc::new(Self::new(dir, usize::MAX));
        let follower = Arc::downgrade(&index);
        thread::spawn(move || follow(&follower));
        index
    }

    fn new(dir: &Path, before_tables: usize) -> Self {
        let state = ArcSwap::from_pointee(State::Not(NotAnswered::Loading));
        let before_tables = AtomicUsize::new(before_tables);
        let refreshing = Mutex::new(());
        Self { dir: dir.to_owned(), way: Way::best(), state, refreshing, before_tables }
    }

    /// Builds tables once that is worthwhile. A question is answered without them, too.
    fn asked(&self, questions: usize) {
        let take =
            |left: usize| (left > 0 && left < usize::MAX).then(|| left.saturating_sub(questions));
        let before = self.before_tables.try_update(Ordering::Relaxed, Ordering::Relaxed, take);
        if before.is_ok_and(|before| before <= questions) {
            let _ = self.build_tables();
        }
    }

    /// Everything listed within a distance, nearest first.
    ///
    /// # Errors
    /// [`NotAnswered`], which says nothing about what is listed.
    pub fn search(&self, hash: &Hash, distance: u32) -> Result<Vec<Hit>, NotAnswered> {
        self.asked(1);
        let state = self.state.load();
        one(state.ready(distance)?.search(self.way, &[*hash], distance, Segment::search))
    }

    /// The same for many hashes, on all processors.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn search_many(
        &self,
        hashes: &[Hash],
        distance: u32,
    ) -> Result<Vec<Vec<Hit>>, NotAnswered> {
        self.asked(hashes.len());
        let state = self.state.load();
        let ready = state.ready(distance)?;
        let some = hashes.par_chunks(TOGETHER);
        let found = some.map(|hashes| ready.search(self.way, hashes, distance, Segment::search));
        Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// The same by looking at every hash: what the tables are compared with.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn scan(&self, hash: &Hash, distance: u32) -> Result<Vec<Hit>, NotAnswered> {
        let state = self.state.load();
        one(state.ready(distance)?.search(self.way, &[*hash], distance, Segment::scan))
    }

    /// Looks whether the index was changed, and if so puts a new picture in place; says whether.
    ///
    /// # Errors
    /// What is wrong with it. Questions are not answered from then on.
    pub fn refresh(&self) -> Result<bool, IndexError> {
        let _one = self.refreshing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut shown = self.state.load_full();
        let before = Arc::clone(&shown);
        let old = match &*before {
            State::Ready(ready) => Some(ready),
            State::Not(_) => None,
        };
        match self.look(old, &mut shown) {
            Ok(None) => {
                self.show(&mut shown, Arc::clone(&before));
                Ok(false)
            }
            Ok(Some(ready)) => {
                self.show(&mut shown, Arc::new(State::Ready(ready)));
                Ok(true)
            }
            Err(error) => {
                self.state.store(Arc::new(State::Not(error.clone().into())));
                Err(error)
            }
        }
    }

    /// Puts a picture in the place of the one that was shown last, unless a check found damage meanwhile.
    fn show(&self, shown: &mut Arc<State>, next: Arc<State>) {
        let there = self.state.compare_and_swap(&*shown, Arc::clone(&next));
        if Arc::ptr_eq(&there, shown) {
            *shown = next;
        }
    }

    /// A new picture, if there is something new.
    fn look(
        &self,
        old: Option<&Ready>,
        shown: &mut Arc<State>,
    ) -> Result<Option<Ready>, IndexError> {
        let mut tries = 0;
        loop {
            let manifest = Manifest::read(&self.dir)?;
            let found = self.newer(&manifest, old, shown);
            tries += 1;
            match found {
                // A file that was merged away while this looked for it is no fault.
                Err(error) if tries == TRIES || Manifest::read(&self.dir)? == manifest => {
                    return Err(error);
                }
                Err(_) => {}
                found => return found,
            }
        }
    }

    /// A picture of what a manifest names, if the old one is another. Names say little: a folder that was
    /// replaced or restored has the same ones again.
    fn newer(
        &self,
        manifest: &Manifest,
        old: Option<&Ready>,
        shown: &mut Arc<State>,
    ) -> Result<Option<Ready>, IndexError> {
        let open = |name: &String| RowFile::open(&self.dir.join(name));
        let files = manifest.rows.iter().map(open).collect::<Result<Vec<_>, _>>()?;
        let same = |old: &Ready| old.manifest == *manifest && old.is_of(&files);
        if let Some(old) = old.filter(|old| same(old)) {
            return old.log_on(&self.dir);
        }
        let load = || Ready::load(&self.dir, manifest.clone(), files, old).map(Some);
        match old {
            None => load(),
            Some(old) => self.while_loading(&manifest.log, old, shown, load),
        }
    }

    /// Loads a picture. That takes long when files were merged, so the old picture is shown meanwhile with
    /// the new log over it.
    fn while_loading<T: Send>(
        &self,
        log: &str,
        old: &Ready,
        shown: &mut Arc<State>,
        load: impl FnOnce() -> T + Send,
    ) -> T {
        let (ended, wait) = mpsc::channel::<()>();
        let mut stamp = None;
        thread::scope(|scope| {
            let loading = scope.spawn(move || {
                let _ended = ended;
                load()
            });
            while wait.recv_timeout(EVERY) == Err(mpsc::RecvTimeoutError::Timeout) {
                // What is wrong with the log is said when the files are loaded.
                if let Ok(Some(ready)) = old.under(&self.dir, log, stamp) {
                    stamp = Some(ready.log);
                    self.show(shown, Arc::new(State::Ready(ready)));
                }
            }
            loading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    }

    /// Builds the tables that are missing.
    ///
    /// # Errors
    /// When there is no memory for them.
    pub fn build_tables(&self) -> Result<(), IndexError> {
        let state = self.state.load_full();
        let State::Ready(ready) = &*state else { return Ok(()) };
        let without = ready.segments.iter().filter(|segment| segment.wants_tables());
        without.into_iter().try_for_each(|segment| segment.build_tables(&self.dir))
    }

    /// Reads every file of the index again and compares its checksums.
    ///
    /// # Errors
    /// What is damaged. Questions are not answered from then on.
    pub fn check(&self) -> Result<(), IndexError> {
        let state = self.state.load_full();
        let State::Ready(ready) = &*state else { return Ok(()) };
        let checked = ready.segments.iter().try_for_each(|segment| segment.check());
        let checked = checked.and_then(|()| {
            log::read(&self.dir.join(&ready.manifest.log)).map(|_| ()).or_else(|error| {
                // A log that was exchanged meanwhile is no fault.
                if Manifest::read(&self.dir)? == ready.manifest { Err(error) } else { Ok(()) }
            })
        });
        if let Err(error) = &checked {
            self.state.store(Arc::new(State::Not(error.clone().into())));
        }
        checked
    }

    /// What it holds.
    pub fn status(&self) -> Status {
        match &*self.state.load_full() {
            State::Ready(ready) => ready.status(),
            State::Not(why) => Status { not_answered: Some(why.clone()), ..Status::default() },
        }
    }
}

/// The answer to a single question.
fn one(answers: Result<Vec<Vec<Hit>>, NotAnswered>) -> Result<Vec<Hit>, NotAnswered> {
    answers.map(|mut answers| answers.pop().unwrap_or_default())
}

/// Looks for changes, builds tables and reads files again until nobody uses the index any more.
fn follow(index: &Weak<Index>) {
    let mut checked = Instant::now();
    while let Some(index) = index.upgrade() {
        if checked.elapsed() >= CHECKED_EVERY {
            checked = Instant::now();
            let checker = Arc::clone(&index);
            // What it finds is in the state, where every question meets it.
            thread::spawn(move || drop(checker.check()));
        }
        // What is wrong is in the state, where every question meets it.
        if index.refresh().is_ok() {
            let builder = Arc::clone(&index);
            let building = thread::spawn(move || builder.build_tables());
            while !building.is_finished() {
                thread::sleep(EVERY);
                let _ = index.refresh();
            }
        }
        drop(index);
        thread::sleep(EVERY);
    }
}

impl State {
    fn ready(&self, distance: u32) -> Result<&Ready, NotAnswered> {
        match self {
            _ if distance > LARGEST_DISTANCE => Err(NotAnswered::Distance { asked: distance }),
            Self::Ready(ready) => Ok(ready),
            Self::Not(why) => Err(why.clone()),
        }
    }
}
