//! The thresholds, and what rounding hides.

use serde::Serialize;
use thiserror::Error;

/// The thresholds of one release. Counts are people.
///
/// The default is 10, 5 and 30: stricter than the OECD's threshold of 5, with the rounding of
/// the NHS hospital statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rules {
    suppress_below: u64,
    round_to: u64,
    min_base_for_shares: u64,
}

impl Default for Rules {
    fn default() -> Self {
        Self { suppress_below: 10, round_to: 5, min_base_for_shares: 30 }
    }
}

impl Rules {
    /// Rules with thresholds of one's own.
    ///
    /// # Errors
    ///
    /// When nothing would be rounded to (a step of 0), or when the step is larger than
    /// `suppress_below`: a printed 0 must mean a structural zero, never a few people.
    pub const fn new(
        suppress_below: u64,
        round_to: u64,
        min_base_for_shares: u64,
    ) -> Result<Self, RulesError> {
        if round_to == 0 {
            return Err(RulesError::NoStep);
        }
        if suppress_below < round_to {
            return Err(RulesError::StepAboveThreshold { suppress_below, round_to });
        }
        Ok(Self { suppress_below, round_to, min_base_for_shares })
    }

    /// Counts below this, in people, are suppressed, 0 included: a zero tells that nobody did.
    #[must_use]
    pub const fn suppress_below(&self) -> u64 {
        self.suppress_below
    }

    /// Printed counts are multiples of this.
    #[must_use]
    pub const fn round_to(&self) -> u64 {
        self.round_to
    }

    /// No share is printed of a base below this, nor of one that prints like such a base.
    #[must_use]
    pub const fn min_base_for_shares(&self) -> u64 {
        self.min_base_for_shares
    }

    /// How many people wide the doubt about a suppressed small count must stay: half of
    /// `suppress_below`, rounded up. A doubt of `0..=5` is 5 wide.
    #[must_use]
    pub const fn least_doubt(&self) -> u64 {
        self.suppress_below.div_ceil(2)
    }

    /// Whether a count is small.
    pub(crate) const fn is_small(&self, count: u64) -> bool {
        count < self.suppress_below
    }

    /// The printed form of a count: the nearest multiple, halves up.
    pub(crate) const fn round(&self, count: u64) -> u64 {
        (count + self.round_to / 2) / self.round_to * self.round_to
    }

    /// The least and the largest count that prints as `printed`. A printed 0 is exact.
    pub(crate) fn could_be(&self, printed: u64) -> (u64, u64) {
        if printed == 0 {
            return (0, 0);
        }
        let lowest = printed.saturating_sub(self.round_to / 2);
        (lowest.max(self.suppress_below), lowest + self.round_to - 1)
    }
}

/// Why thresholds make no rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RulesError {
    /// Rounding to multiples of 0 is no rounding.
    #[error("counts cannot be rounded to multiples of 0; 1 leaves them as they are")]
    NoStep,
    /// A count that is shown could round to 0.
    #[error("rounding to {round_to} would print counts of {suppress_below} or more as 0")]
    StepAboveThreshold {
        /// The threshold.
        suppress_below: u64,
        /// The step.
        round_to: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::{Rules, RulesError};

    #[test]
    fn thresholds_are_checked() {
        assert_eq!(Rules::new(10, 0, 30), Err(RulesError::NoStep));
        assert!(Rules::new(4, 5, 30).is_err());
        assert_eq!(Rules::new(10, 5, 30), Ok(Rules::default()));
    }

    #[test]
    fn could_be_undoes_round() {
        for rules in [(10, 5), (10, 10), (10, 1), (6, 4), (7, 3)] {
            let rules = Rules::new(rules.0, rules.1, 30).unwrap();
            for printed in (0..100).map(|k| k * rules.round_to()).skip(1) {
                let sources: Vec<u64> = (rules.suppress_below()..1_000)
                    .filter(|&count| rules.round(count) == printed)
                    .collect();
                if let (Some(&low), Some(&high)) = (sources.first(), sources.last()) {
                    assert_eq!(rules.could_be(printed), (low, high), "{printed} of {rules:?}");
                }
            }
        }
    }
}
