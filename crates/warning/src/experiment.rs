//! An experiment that runs: what was counted since it was last written to its file.

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{Cell, Counts, Event, Plan, PlanHash};

/// A plan and its counts in memory. A door counts here; every minute or so someone takes the
/// counts and adds them to the file, so a process that is killed loses what it counted since then.
#[derive(Debug)]
pub struct Experiment {
    plan: Plan,
    hash: PlanHash,
    since: Mutex<Counts>,
}

impl Experiment {
    /// An experiment with nothing counted.
    pub fn new(plan: Plan, hash: PlanHash) -> Self {
        let since = Mutex::new(Counts::new(&plan, hash));
        Self { plan, hash, since }
    }

    /// Its plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The hash of its plan.
    pub fn hash(&self) -> PlanHash {
        self.hash
    }

    /// Counts an event; what is not in the plan, and a day outside it, is not counted.
    pub fn count(&self, event: Event, arm: &str, language: &str, channel: &str, now: Timestamp) {
        let plan = &self.plan;
        let arm = plan.arms.iter().position(|own| own.id == arm);
        let channel = plan.all_channels().position(|own| own == channel);
        let day = plan.day_of(TimeZone::UTC.to_datetime(now).date());
        let (Some(arm), Some(channel), Some(day)) = (arm, channel, day) else { return };
        let language = plan.languages.iter().position(|own| own.as_str() == language);
        // What a partner shows is counted by the partner, without languages: so is what follows it.
        let language = language.filter(|_| !plan.is_kit(channel)).unwrap_or(plan.languages.len());
        self.since().count(Cell { arm, language, channel, day }, event);
    }

    /// Takes what was counted since the last time.
    pub fn take(&self) -> Counts {
        let empty = Counts::new(&self.plan, self.hash);
        std::mem::replace(&mut *self.since(), empty)
    }

    /// Gives back counts that could not be written.
    pub fn put_back(&self, counts: &Counts) {
        self.since().add(counts);
    }

    fn since(&self) -> MutexGuard<'_, Counts> {
        self.since.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
