//! Why a plan has no answer.

use thiserror::Error;

/// Why a plan has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum PowerError {
    /// The family-wise level is out of range.
    #[error("the level must lie between 0 and 0.5, ends excluded; got {0}")]
    Level(f64),
    /// A plan for no comparison.
    #[error("a plan needs at least one comparison")]
    NoComparison,
    /// The design effect is no number above zero.
    #[error("the design effect must be a number above zero; got {0}")]
    DesignEffect(f64),
    /// A planned share is out of range.
    #[error("a planned share must lie between 0 and 1, ends excluded; got {0}")]
    Share(f64),
    /// The wanted power is out of range.
    #[error("the power must be at least 0.5 and below 1; got {0}")]
    Power(f64),
    /// The two shares are equal: no number of showings finds that.
    #[error("baseline and alternative are equal; plan for the smallest difference that matters")]
    NoDifference,
    /// An arm without showings.
    #[error("an arm needs at least one showing")]
    NoShowings,
    /// The difference is too small for any experiment.
    #[error("the plan needs more than 10^15 showings per arm; plan for a larger difference")]
    TooLarge,
    /// Too few showings for any rise.
    #[error("no rise is found with that power by {per_arm} showings per arm; plan for more")]
    OutOfReach {
        /// The showings per arm.
        per_arm: u64,
    },
    /// An effect over its standard error is no number.
    #[error("an effect of {effect} with standard error {standard_error} has no power")]
    Effect {
        /// The effect.
        effect: f64,
        /// Its standard error.
        standard_error: f64,
    },
}
