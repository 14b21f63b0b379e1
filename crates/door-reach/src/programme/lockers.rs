//! Codes are opened few at a time: each takes 19 MiB and some hundredths of a second. The memory is lent
//! out and comes back, so that the process never holds more of it than [`AT_ONCE`] take.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use programme::{Code, Locker, NoMemory, Workspace};
use tokio::sync::Semaphore;

/// Codes that are opened at the same time.
const AT_ONCE: usize = 2;
/// Codes that wait for their turn: 200 people at once wait, and whoever comes after them is told so.
const WAITING: usize = 256;

/// Codes that the queue holds, those that are being opened among them.
pub const ROOM: usize = AT_ONCE + WAITING;

/// A bounded queue before the derivation.
pub struct Lockers {
    turns: Arc<Semaphore>,
    inside: AtomicUsize,
    /// Workspaces that nobody uses now.
    free: Arc<Mutex<Vec<Workspace>>>,
}

/// Why no code was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Too many wait already.
    Full,
    /// There is no memory.
    NoMemory,
}

impl Default for Lockers {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            inside: AtomicUsize::new(0),
            free: Arc::default(),
        }
    }
}

impl Lockers {
    /// Derives what a code opens when it is its turn.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn open(&self, code: Code) -> Result<Locker, Refused> {
        let _place = Place::take(&self.inside).ok_or(Refused::Full)?;
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(|_| Refused::Full)?;
        let free = Arc::clone(&self.free);
        let opened = tokio::task::spawn_blocking(move || {
            let lent = free.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let mut workspace = lent.map_or_else(Workspace::new, Ok)?;
            let opened = code.derive_in(&mut workspace);
            free.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
            drop(turn);
            opened
        });
        opened.await.map_err(|_| Refused::NoMemory)?.map_err(|NoMemory| Refused::NoMemory)
    }
}

/// A place in the queue; given back also when the visitor goes away meanwhile.
struct Place<'a>(&'a AtomicUsize);

impl<'a> Place<'a> {
    fn take(inside: &'a AtomicUsize) -> Option<Self> {
        if inside.fetch_add(1, Ordering::Relaxed) < ROOM {
            return Some(Self(inside));
        }
        inside.fetch_sub(1, Ordering::Relaxed);
        None
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_comes_when_the_queue_is_full_is_told_so_and_places_come_back() {
        let lockers = Lockers::default();
        let all: Vec<_> = (0..ROOM).map(|_| Place::take(&lockers.inside)).collect();
        assert!(all.iter().all(Option::is_some));
        let code = || Code::from_random([1; 16]);
        assert_eq!(lockers.open(code()).await, Err(Refused::Full));
        drop(all);
        assert!(lockers.open(code()).await.is_ok());
        assert_eq!(lockers.inside.load(Ordering::Relaxed), 0);
    }
}
