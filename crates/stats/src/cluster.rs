//! Shares over days that differ: intervals that take the day, not the showing, as the unit.
//!
//! People search repeatedly and days differ, so showings of one day are alike and an interval
//! that counts each as independent is too narrow. Here a share is a ratio of sums over days,
//! linearised (W. G. Cochran, *Sampling Techniques*, 3rd ed. (1977), chapter 6; K.-Y. Liang and
//! S. L. Zeger, Biometrika 73 (1986) 13–22): day g contributes `e_g = y_g - R n_g`, and
//!
//! `Var(R) = G / (G - 1) Σ e_g² / N²`.
//!
//! [`clustered_rate`] says more, and what coverage was measured.

mod two_arms;

use thiserror::Error;

use crate::effect::margin;
use crate::{DayCount, Interval};

pub use two_arms::{
    ClusteredDifference, ClusteredOddsRatio, clustered_difference, clustered_odds_ratio,
};

/// The fewest days, with showings of each arm, from which a spread between days is estimated.
pub const MIN_CLUSTER_DAYS: usize = 5;

/// A share over several days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredRate {
    /// All clicks over all showings, in `(0, 1)`.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Degrees of freedom: effective days less one.
    pub degrees: f64,
    /// The interval at the level [`CONFIDENCE`](crate::CONFIDENCE), made on the scale of the log
    /// odds, so that it stays within `(0, 1)`.
    pub interval: Interval,
    /// The variance over that of as many independent showings. Below 1 when days happen to be
    /// more alike than chance would have them.
    pub design_effect: f64,
}

/// The share of clicks over days, with its day-clustered interval.
///
/// The interval is `logit(R) ± t SE / (R (1 - R))`, turned back into a share (E. L. Korn and
/// B. I. Graubard, *Analysis of Health Surveys* (1999)).
///
/// Day g adds `e_g = y_g - R n_g` to the error, and `Var(R) = G / (G - 1) Σ e_g² / N²` with G days
/// and N showings. Other software may use a further factor: statsmodels and Stata multiply by
/// `(N - 1) / (N - k)` with k coefficients.
///
/// Student's t has `G* - 1` degrees of freedom with `G* = (Σ n_g)² / Σ n_g²`, Kish's effective
/// number: so many days of equal size would tell as much. It is G when all days have the same
/// size. With `G - 1` intervals are too narrow when sizes differ much; the tests show it.
///
/// # Measured coverage
///
/// Share of 95 % intervals that held the truth, in percent of 10,000 simulated experiments each.
/// Log odds of days vary with standard deviation 0.3, of which each arm's own part is 0.1; two
/// arms share about 400 showings a day; v is the standard deviation of the days' sizes over their
/// mean.
///
/// | days | v | rate | difference | odds ratio |
/// |---|---|---|---|---|
/// | 5 | 0.3 | 94.9 | 94.9 | 95.1 |
/// | 10 | 0.3 | 94.9 | 94.7 | 94.7 |
/// | 30 | 0.3 | 94.5 | 95.0 | 94.9 |
/// | 140 | 0.3 | 94.6 | 94.7 | 94.4 |
/// | 10 | 1 | 93.9 | 94.8 | 94.7 |
/// | 30 | 1 | 93.9 | 94.2 | 94.4 |
/// | 140 | 1 | 94.3 | 94.5 | 94.6 |
///
/// Without the days, Wilson's interval held the truth 70 times of 100 in the first four rows and
/// Newcombe's 90. `tests/it/cluster.rs` repeats this with fewer runs.
///
/// Days are taken as independent of each other. For the difference of two arms that is mild, for
/// what days have in common with their neighbours falls out; a single share over a period with a
/// trend needs [`interrupted`](crate::interrupted()).
///
/// # Errors
///
/// When fewer than [`MIN_CLUSTER_DAYS`] days have showings, nobody or everybody clicked, a few
/// days hold nearly all showings, or all days have the same share.
pub fn clustered_rate(days: &[DayCount]) -> Result<ClusteredRate, ClusterError> {
    let arm = Arm::of(days)?;
    let shown = || days.iter().map(|day| day.shown() as f64);
    let (g, degrees) = effective_days(shown())?;
    let squares = days.iter().map(|&day| arm.influence(day).powi(2)).sum::<f64>();
    let standard_error = spread(squares, g)?;
    let slope = arm.share * (1.0 - arm.share);
    let half = margin(standard_error / slope, degrees);
    let odds = arm.share / (1.0 - arm.share);
    let share_at = |log_shift: f64| {
        let odds = odds * libm::exp(log_shift);
        if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 }
    };
    Ok(ClusteredRate {
        estimate: arm.share,
        standard_error,
        degrees,
        interval: Interval { low: share_at(-half), high: share_at(half) },
        design_effect: standard_error.powi(2) / (slope / arm.shown),
    })
}

/// One arm summed over its days.
struct Arm {
    share: f64,
    shown: f64,
}

impl Arm {
    fn of(days: &[DayCount]) -> Result<Self, ClusterError> {
        let have = days.iter().filter(|day| day.shown() > 0).count();
        if have < MIN_CLUSTER_DAYS {
            return Err(ClusterError::TooFewDays { have });
        }
        let add = |sum: (f64, f64), day: &DayCount| {
            let (clicks, shown) = day.pair();
            (sum.0 + clicks, sum.1 + shown)
        };
        let (clicks, shown) = days.iter().fold((0.0, 0.0), add);
        if clicks == 0.0 || clicks == shown {
            return Err(ClusterError::NothingToCompare);
        }
        Ok(Self { share: clicks / shown, shown })
    }

    /// What a day adds to the error of the share: `(y - R n) / N`.
    fn influence(&self, day: DayCount) -> f64 {
        let (clicks, shown) = day.pair();
        (clicks - self.share * shown) / self.shown
    }
}

/// The days with showings, and the degrees of freedom their sizes leave.
fn effective_days(shown: impl Iterator<Item = f64>) -> Result<(f64, f64), ClusterError> {
    let (mut days, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for n in shown.filter(|n| *n > 0.0) {
        days += 1.0;
        sum += n;
        squares += n * n;
    }
    let effective: f64 = sum * sum / squares;
    if effective < 2.0 {
        return Err(ClusterError::DaysTooUnequal { effective });
    }
    Ok((days, effective - 1.0))
}

/// The standard error from the days' squared influences.
fn spread(squares: f64, days: f64) -> Result<f64, ClusterError> {
    let standard_error = (squares * days / (days - 1.0)).sqrt();
    // Days with exactly the same share leave nothing but rounding.
    if standard_error < 1e-14 { Err(ClusterError::NoSpread) } else { Ok(standard_error) }
}

/// Why days give no interval.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum ClusterError {
    /// Too few days with showings (of both arms, where two are compared).
    #[error("{have} days with showings are too few; run for at least {MIN_CLUSTER_DAYS}")]
    TooFewDays {
        /// The days there are.
        have: usize,
    },
    /// The two arms come with different numbers of days.
    #[error("{first} days of one arm and {second} of the other; hand in the same days of both")]
    DifferentDays {
        /// Days of the first arm.
        first: usize,
        /// Days of the second.
        second: usize,
    },
    /// Nobody clicked, or everybody did: the days show no spread.
    #[error("an arm was followed never or always, so its days show no spread; run for longer")]
    NothingToCompare,
    /// One or two days hold nearly all showings.
    #[error(
        "the days differ so much in showings that they count as {effective:.1}; at least 2 are \
         needed, so run for longer"
    )]
    DaysTooUnequal {
        /// The days of equal size that would tell as much.
        effective: f64,
    },
    /// All days have the same share to the last digit.
    #[error("all days have the same share; check that days were not filled in from a total")]
    NoSpread,
}

#[cfg(test)]
mod tests {
    use super::{ClusterError, clustered_rate};
    use crate::DayCount;

    fn days(counts: &[(u64, u64)]) -> Vec<DayCount> {
        counts.iter().map(|&(y, n)| DayCount::new(y, n).unwrap()).collect()
    }

    #[test]
    fn by_hand() {
        // R = 15/100; e = 2, -2, 3, -1, -2; Σe² = 22; SE = √(5/4 · 22) / 100.
        let found =
            clustered_rate(&days(&[(5, 20), (1, 20), (6, 20), (2, 20), (1, 20), (0, 0)])).unwrap();
        assert!((found.estimate - 0.15).abs() < 1e-15);
        assert!((found.standard_error - 27.5_f64.sqrt() / 100.0).abs() < 1e-15);
        assert!((found.degrees - 4.0).abs() < 1e-12);
        assert!((found.design_effect - 0.00275 / (0.15 * 0.85 / 100.0)).abs() < 1e-12);
        assert!(found.interval.low > 0.0 && found.interval.contains(0.15));
    }

    #[test]
    fn refusals() {
        let few = days(&[(1, 9), (2, 9), (1, 9), (1, 8), (0, 0)]);
        assert_eq!(clustered_rate(&few), Err(ClusterError::TooFewDays { have: 4 }));
        assert_eq!(clustered_rate(&days(&[(0, 9); 5])), Err(ClusterError::NothingToCompare));
        assert_eq!(clustered_rate(&days(&[(9, 9); 5])), Err(ClusterError::NothingToCompare));
        assert_eq!(clustered_rate(&days(&[(3, 9); 5])), Err(ClusterError::NoSpread));
        let uneven = days(&[(1, 9), (2, 9), (1, 9), (1, 8), (400, 4_000)]);
        assert!(matches!(clustered_rate(&uneven), Err(ClusterError::DaysTooUnequal { .. })));
    }
}
