//! Threads for what takes long, apart from those that answer.
//!
//! A batch of questions goes to the threads that the whole process shares. What reads a large file, checks it
//! or builds its tables would keep them for seconds, and every batch would wait behind it. With threads of its
//! own it shares the processors with them instead.

use std::sync::OnceLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Does something that takes long; where the system gives no threads for it, on those that answer.
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let name = |at| format!("radius-build-{at}");
    match POOL.get_or_init(|| ThreadPoolBuilder::new().thread_name(name).build().ok()) {
        Some(pool) => pool.install(work),
        None => work(),
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use rayon::prelude::*;

    use super::*;

    #[test]
    fn what_takes_long_is_done_apart_wherever_it_begins() {
        let names = || {
            let name = |_| thread::current().name().unwrap_or_default().to_owned();
            apart(|| (0..64).into_par_iter().map(name).collect::<Vec<_>>())
        };
        let all = [names(), (0..2).into_par_iter().flat_map(|_| names()).collect()].concat();
        assert_eq!(all.len(), 64 * 3);
        assert!(all.iter().all(|name| name.starts_with("radius-build-")), "{all:?}");
    }
}
