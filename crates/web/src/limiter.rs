//! Holding one noisy circuit back, in memory.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota};

use crate::Circuit;

/// Limits requests of each Tor circuit. Without circuits there is nothing to tell visitors apart
/// by, and nothing is limited here: an address is never looked at.
pub struct Limiter {
    circuits: DefaultKeyedRateLimiter<Circuit>,
}

impl Limiter {
    /// Allows each circuit `per_minute` requests a minute, and as many at once.
    pub fn new(per_minute: NonZeroU32) -> Self {
        Self { circuits: DefaultKeyedRateLimiter::keyed(Quota::per_minute(per_minute)) }
    }

    /// Whether a request may pass.
    pub fn allows(&self, circuit: Option<Circuit>) -> bool {
        circuit.is_none_or(|circuit| self.circuits.check_key(&circuit).is_ok())
    }

    /// Forgets circuits that have been quiet; called by a timer.
    pub fn forget_quiet(&self) {
        self.circuits.retain_recent();
        self.circuits.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noisy_circuit_is_held_back_and_another_is_not() {
        let limiter = Limiter::new(NonZeroU32::new(3).unwrap());
        let (noisy, quiet) = (Some(Circuit(1)), Some(Circuit(2)));
        let passed = (0..10).filter(|_| limiter.allows(noisy)).count();
        assert_eq!(passed, 3);
        assert!(limiter.allows(quiet));
        assert!((0..10).all(|_| limiter.allows(None)));
    }
}
