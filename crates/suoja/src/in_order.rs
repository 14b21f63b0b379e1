//! Work on many threads whose results come out in the order in which it came in.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Pieces of work that may be under way for each thread, so that one slow piece does not hold the others.
const AHEAD: usize = 8;

/// Does the work for each item on so many threads and hands each result over in the order of the items. No
/// more than eight results a thread wait at a time.
///
/// # Errors
/// The first error of what takes the results; then no more work is begun.
pub fn in_order<T: Send, R: Send, E>(
    items: impl Iterator<Item = T> + Send,
    threads: NonZeroUsize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let (to_do, jobs) = sync_channel::<(T, Sender<R>)>(threads.get());
    let (queue, results) = sync_channel(threads.get().saturating_mul(AHEAD));
    let (jobs, work) = (&Mutex::new(jobs), &work);
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            scope.spawn(move || run(jobs, work));
        }
        scope.spawn(move || feed(items, &to_do, &queue));
        results.into_iter().try_for_each(|result: Receiver<R>| {
            // A thread that broke off has no result; the scope hands its panic on.
            result.recv().map_or(Ok(()), &mut take)
        })
    })
}

/// Gives out the work and lines up where its results will come, until nobody takes them any more.
fn feed<T, R>(
    items: impl Iterator<Item = T>,
    to_do: &SyncSender<(T, Sender<R>)>,
    queue: &SyncSender<Receiver<R>>,
) {
    for item in items {
        let (done, result) = channel();
        if queue.send(result).is_err() || to_do.send((item, done)).is_err() {
            return;
        }
    }
}

fn run<T, R>(jobs: &Mutex<Receiver<(T, Sender<R>)>>, work: &impl Fn(T) -> R) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((item, done)) = job else { return };
        // Nobody waits for it any more when the taker has stopped.
        let _ = done.send(work(item));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const THREE: NonZeroUsize = NonZeroUsize::MIN.saturating_add(2);

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut out = Vec::new();
        let work = |at: u64| {
            thread::sleep(Duration::from_millis(at * 7 % 5));
            at * 2
        };
        let done: Result<(), ()> = in_order(0..200, THREE, work, |result| {
            out.push(result);
            Ok(())
        });
        assert!(done.is_ok());
        assert_eq!(out, (0..200).map(|at| at * 2).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_taker_ends_the_work() {
        let begun = Mutex::new(0);
        let work = |at: u64| {
            *begun.lock().unwrap() += 1;
            at
        };
        let take = |result| if result == 5 { Err("enough") } else { Ok(()) };
        assert_eq!(in_order(0..1_000_000, THREE, work, take), Err("enough"));
        assert!(begun.into_inner().unwrap() < 1_000);
    }
}
