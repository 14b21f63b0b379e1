//! What the crate promises, held against simulated experiments.
//!
//! Every simulation has a fixed seed and a fixed number of runs. A share of runs (a coverage, a
//! power, an error rate) may stray from what is promised by four of its standard errors,
//! `4 √(p (1 - p) / runs)`, plus a stated allowance for what is only approximate.

#![cfg(test)]

mod chance;
mod cluster;
mod interrupted;
mod power;
mod sequential;

/// Four standard errors of a share of `runs` that is truly `share`.
fn four_errors(share: f64, runs: u32) -> f64 {
    4.0 * (share * (1.0 - share) / f64::from(runs)).sqrt()
}

/// How many of some simulated experiments did something.
#[derive(Default, Clone, Copy)]
struct Tally {
    hits: u32,
    runs: u32,
}

impl Tally {
    fn add(&mut self, hit: bool) {
        self.hits += u32::from(hit);
        self.runs += 1;
    }

    fn share(self) -> f64 {
        f64::from(self.hits) / f64::from(self.runs)
    }

    /// Fails unless the share is the promised one, up to four standard errors and `allowance`.
    #[track_caller]
    fn is_near(self, promised: f64, allowance: f64, what: &str) {
        self.is_within(promised - allowance, promised + allowance, what);
    }

    /// Fails unless the share lies within the limits, up to four standard errors.
    #[track_caller]
    fn is_within(self, low: f64, high: f64, what: &str) {
        let share = self.share();
        let enough = share >= low - four_errors(low, self.runs);
        let not_too_much = share <= high + four_errors(high, self.runs);
        assert!(enough && not_too_much, "{what}: {share} of {} is not {low}–{high}", self.runs);
    }
}
