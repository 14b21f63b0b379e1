//! An effect with its uncertainty, as the experiment's analyses give it.

use crate::student;
use crate::{CONFIDENCE, Interval};

/// An estimated effect, its interval and the test that it is zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The estimate, in the unit the function states.
    pub estimate: f64,
    /// Its standard error, in the same unit; above zero.
    pub standard_error: f64,
    /// Degrees of freedom of Student's t behind interval and p-value; need not be whole.
    pub degrees: f64,
    /// The interval at the level [`CONFIDENCE`].
    pub interval: Interval,
    /// Two-sided p-value of "the effect is zero", in `[0, 1]`, before any correction for other
    /// comparisons.
    pub p: f64,
}

impl Effect {
    /// By Student's t. The standard error is above zero, the degrees at least 0.01.
    pub(crate) fn new(estimate: f64, standard_error: f64, degrees: f64) -> Self {
        let half = margin(standard_error, degrees);
        Self {
            estimate,
            standard_error,
            degrees,
            interval: Interval { low: estimate - half, high: estimate + half },
            p: student::two_sided(estimate / standard_error, degrees),
        }
    }
}

/// Half the width of an interval at the level [`CONFIDENCE`].
pub(crate) fn margin(standard_error: f64, degrees: f64) -> f64 {
    student::critical(1.0 - CONFIDENCE, degrees) * standard_error
}
