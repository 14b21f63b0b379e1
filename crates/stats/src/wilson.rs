//! The score interval of one proportion.

use crate::{Proportion, Z};

/// An interval at the level [`CONFIDENCE`](crate::CONFIDENCE), ends included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Interval {
    /// Whether `value` lies within the limits or on one of them.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The score interval of a proportion, in `[0, 1]`.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
/// of the American Statistical Association 22 (1927) 209–212. No continuity correction. The
/// lower limit is exactly 0 when nobody was counted, the upper exactly 1 when everybody was.
#[must_use]
pub fn wilson(p: Proportion) -> Interval {
    let (count, others, n) = (p.count() as f64, p.complement().count() as f64, p.n() as f64);
    let z2 = Z * Z;
    // The limits are the roots of (n + z²) x² - (2 count + z²) x + count² / n = 0. The textbook's
    // lower one subtracts two nearly equal numbers when the count is small; the product of the
    // roots gives it without a subtraction.
    let middle = count + z2 / 2.0;
    let spread = Z * (count * (others / n) + z2 / 4.0).sqrt();
    let low = count * (count / n) / (middle + spread);
    let high = if others == 0.0 { 1.0 } else { (middle + spread) / (n + z2) };
    // Rounding may carry a limit past the estimate by one last place where n is enormous.
    Interval { low: low.min(p.share()), high: high.max(p.share()) }
}

#[cfg(test)]
mod tests {
    use super::wilson;
    use crate::Proportion;

    #[test]
    fn the_ends_of_the_scale_are_exact() {
        for n in [1, 2, 3, 7, 10, 399, 24_000, u64::MAX] {
            let nobody = wilson(Proportion::new(0, n).unwrap());
            let everybody = wilson(Proportion::new(n, n).unwrap());
            assert_eq!((nobody.low, everybody.high), (0.0, 1.0));
            assert!(nobody.high > 0.0 && nobody.high < 1.0 && everybody.low < 1.0 || n > 1 << 50);
        }
    }
}
