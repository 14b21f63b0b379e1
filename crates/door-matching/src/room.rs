//! Memory for bodies, given out as their bytes arrive: nobody holds any by saying how much is to come.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;

/// How long a body waits for room.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a thread that waits for room looks again.
const AGAIN: Duration = Duration::from_millis(50);
/// Bytes that are given out at once. So many connections as there may be hold little with a byte each.
const PIECE: u64 = 64 * 1024;

/// Memory that bodies share.
pub(crate) struct Pool(Arc<Semaphore>);

impl Pool {
    /// One of so many bytes.
    pub fn new(bytes: u64) -> Self {
        let pieces = usize::try_from(bytes.div_ceil(PIECE)).unwrap_or(usize::MAX);
        Self(Arc::new(Semaphore::new(pieces.min(Semaphore::MAX_PERMITS))))
    }

    /// Room for one body, which holds nothing yet.
    pub fn room(&self) -> Room {
        Room { pool: Arc::clone(&self.0), held: None }
    }
}

/// What one body holds; given back with it.
#[derive(Debug)]
pub(crate) struct Room {
    pool: Arc<Semaphore>,
    held: Option<OwnedSemaphorePermit>,
}

impl Room {
    /// Holds so many bytes in all, and waits where others have them.
    pub async fn hold(&mut self, bytes: u64) -> Result<(), Problem> {
        let Some(lack) = self.lack(bytes) else { return Ok(()) };
        let more = Arc::clone(&self.pool).acquire_many_owned(lack);
        let more = tokio::time::timeout(PATIENCE, more).await;
        self.keep(more.ok().and_then(Result::ok))
    }

    /// The same on a thread that may be kept waiting.
    pub fn hold_blocking(&mut self, bytes: u64) -> Result<(), Problem> {
        let Some(lack) = self.lack(bytes) else { return Ok(()) };
        let begun = Instant::now();
        loop {
            let more = Arc::clone(&self.pool).try_acquire_many_owned(lack).ok();
            if more.is_some() || begun.elapsed() > PATIENCE {
                return self.keep(more);
            }
            std::thread::sleep(AGAIN);
        }
    }

    /// Pieces that are wanting.
    fn lack(&self, bytes: u64) -> Option<u32> {
        let held = self.held.as_ref().map_or(0, |held| held.num_permits() as u64);
        let lack = bytes.div_ceil(PIECE).saturating_sub(held);
        (lack > 0).then(|| u32::try_from(lack).unwrap_or(u32::MAX))
    }

    fn keep(&mut self, more: Option<OwnedSemaphorePermit>) -> Result<(), Problem> {
        let Some(more) = more else {
            let detail = "too much is being received at once; send it again in a moment";
            return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail));
        };
        match &mut self.held {
            Some(held) => held.merge(more),
            None => self.held = Some(more),
        }
        Ok(())
    }
}
