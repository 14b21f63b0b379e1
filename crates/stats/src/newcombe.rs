//! The interval of a difference between two independent proportions.

use crate::{Proportion, wilson};

/// A difference of two shares, in `[-1, 1]`; times 100 it is in percentage points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The first share minus the second.
    pub estimate: f64,
    /// The lower limit at the level [`CONFIDENCE`](crate::CONFIDENCE).
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

/// The difference `a - b` with its hybrid score interval.
///
/// R. G. Newcombe, "Interval estimation for the difference between independent proportions:
/// comparison of eleven methods", Statistics in Medicine 17 (1998) 873–890, method 10: the two
/// Wilson intervals combined, no continuity correction. The groups must not share a person.
#[must_use]
pub fn newcombe(a: Proportion, b: Proportion) -> Difference {
    let (first, second) = (a.share(), b.share());
    let (of_first, of_second) = (wilson(a), wilson(b));
    let estimate = first - second;
    let down = libm::hypot(first - of_first.low, of_second.high - second);
    let up = libm::hypot(of_first.high - first, second - of_second.low);
    Difference { estimate, low: (estimate - down).max(-1.0), high: (estimate + up).min(1.0) }
}
