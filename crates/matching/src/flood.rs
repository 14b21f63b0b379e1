//! Counting how often a listed hash matches, to notice one that suddenly matches too much.

use std::collections::{BTreeMap, VecDeque};

use jiff::Timestamp;

use crate::policy::Quarantine;

/// Listed hashes that are watched at a time, those that matched last.
const WATCHED: usize = 1_000;

/// Recent matches of each hash of one list, by the key of the hash.
#[derive(Default)]
pub(crate) struct Flood {
    recent: BTreeMap<i64, VecDeque<i64>>,
    /// Hashes over the limit that are not written down yet, which have to be tried again with the next match.
    waiting: BTreeMap<i64, Waiting>,
}

/// A hash over the limit that is not written down yet.
struct Waiting {
    row: i64,
    since: Timestamp,
    under_way: bool,
}

impl Flood {
    /// Counts a match; says whether the hash is over the limit with it, and then begins anew.
    pub fn over(&mut self, key: i64, now: Timestamp, limit: Quarantine) -> bool {
        let second = now.as_second();
        self.make_room(key, second, limit);
        let times = self.recent.entry(key).or_default();
        let from = second - i64::from(limit.per_seconds);
        while times.front().is_some_and(|time| *time <= from) {
            times.pop_front();
        }
        times.push_back(second);
        let over = times.len() > usize::try_from(limit.matches).unwrap_or(usize::MAX);
        if over {
            self.recent.remove(&key);
        }
        over
    }

    /// Notes that a hash is set aside.
    pub fn wait(&mut self, key: i64, row: i64, since: Timestamp) {
        self.waiting.insert(key, Waiting { row, since, under_way: false });
    }

    /// Whether a hash is set aside and not written down yet.
    pub fn is_waiting(&self, key: i64) -> bool {
        self.waiting.contains_key(&key)
    }

    /// Since when it is.
    pub fn since(&self, key: i64) -> Option<Timestamp> {
        self.waiting.get(&key).map(|own| own.since)
    }

    /// What is to be written down and is not under way.
    pub fn take_unwritten(&mut self) -> Vec<(i64, i64, Timestamp)> {
        let idle = self.waiting.iter_mut().filter(|(_, own)| !own.under_way);
        idle.map(|(key, own)| {
            own.under_way = true;
            (*key, own.row, own.since)
        })
        .collect()
    }

    /// It is written down, or has to be tried again.
    pub fn written(&mut self, key: i64, done: bool) {
        if done {
            self.waiting.remove(&key);
        } else if let Some(own) = self.waiting.get_mut(&key) {
            own.under_way = false;
        }
    }

    /// Forgets what has not matched lately once there is much, and the oldest if that is not enough.
    fn make_room(&mut self, key: i64, second: i64, limit: Quarantine) {
        if self.recent.len() < WATCHED || self.recent.contains_key(&key) {
            return;
        }
        let from = second - i64::from(limit.per_seconds);
        self.recent.retain(|_, times| times.back().is_some_and(|last| *last > from));
        if self.recent.len() >= WATCHED {
            let last = |(_, times): &(&i64, &VecDeque<i64>)| times.back().copied();
            let oldest = self.recent.iter().min_by_key(last).map(|(key, _)| *key);
            oldest.map(|key| self.recent.remove(&key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Quarantine = Quarantine { matches: 3, per_seconds: 10 };

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_match_after_the_last_that_is_expected_is_over_the_limit() {
        let mut flood = Flood::default();
        let over: Vec<bool> = (0..4).map(|second| flood.over(1, at(second), LIMIT)).collect();
        assert_eq!(over, [false, false, false, true]);
    }

    #[test]
    fn matches_that_lie_apart_are_never_too_many() {
        let mut flood = Flood::default();
        assert!((0..100).all(|time| !flood.over(1, at(4 * time), LIMIT)));
    }

    #[test]
    fn a_stream_of_other_hashes_costs_no_more_memory() {
        let mut flood = Flood::default();
        for key in 0..3_000 {
            flood.over(key, at(0), LIMIT);
        }
        assert!(flood.recent.len() <= WATCHED);
    }
}
