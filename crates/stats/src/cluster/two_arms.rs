//! Two arms that were shown on the same days.

use super::{Arm, ClusterError, MIN_CLUSTER_DAYS, effective_days, spread};
use crate::effect::Effect;
use crate::{DayCount, Interval};

/// One arm's share less another's, both shown on the same days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredDifference {
    /// The difference of the shares, first less second, in `[-1, 1]`; interval and p-value.
    pub effect: Effect,
    /// The variance of the difference over that of as many independent showings; what
    /// [`Plan`](crate::Plan) asks for.
    pub design_effect: f64,
}

/// An odds ratio of pooled counts, with a standard error between days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredOddsRatio {
    /// The odds of the first arm over those of the second.
    pub estimate: f64,
    /// The standard error of its natural logarithm.
    pub log_standard_error: f64,
    /// Degrees of freedom: effective days less one.
    pub degrees: f64,
    /// The interval at the level [`CONFIDENCE`](crate::CONFIDENCE); both limits above zero.
    pub interval: Interval,
    /// Two-sided p-value of "the odds are equal".
    pub p: f64,
}

/// The difference of two arms' shares, first less second, paired by day.
///
/// Day g adds `d_g = e_ag / N_a - e_bg / N_b`, and `Var = G / (G - 1) Σ d_g²`: what the two arms
/// of a day have in common falls out. Days and degrees of freedom are counted over the days that
/// showed both arms; a day that showed only one still counts in its arm's share.
/// [`clustered_rate`](crate::clustered_rate) says more, and what coverage was measured.
///
/// # Errors
///
/// When the slices differ in length, fewer than [`MIN_CLUSTER_DAYS`] days showed both arms (do not
/// rotate by whole days), an arm was followed never or always, a few days hold nearly all showings, or
/// no day differs from another.
pub fn clustered_difference(
    first: &[DayCount],
    second: &[DayCount],
) -> Result<ClusteredDifference, ClusterError> {
    let arms = TwoArms::of(first, second)?;
    let [a, b] = &arms.each;
    let standard_error = arms.standard_error([1.0, 1.0])?;
    let independent: f64 =
        arms.each.iter().map(|arm| arm.share * (1.0 - arm.share) / arm.shown).sum();
    Ok(ClusteredDifference {
        effect: Effect::new(a.share - b.share, standard_error, arms.degrees),
        design_effect: standard_error.powi(2) / independent,
    })
}

/// The odds ratio of the pooled counts, first arm over second, paired by day.
///
/// As [`clustered_difference`], with each arm's part divided by `R (1 - R)`: the linearised
/// logarithm of its odds. It is what a logistic regression on the arm gives with errors clustered
/// by day.
///
/// # Errors
///
/// As [`clustered_difference`].
pub fn clustered_odds_ratio(
    first: &[DayCount],
    second: &[DayCount],
) -> Result<ClusteredOddsRatio, ClusterError> {
    let arms = TwoArms::of(first, second)?;
    let [a, b] = arms.each.each_ref().map(|arm| arm.share);
    let slopes = [a, b].map(|share| 1.0 / (share * (1.0 - share)));
    let estimate = (a / b) * ((1.0 - b) / (1.0 - a));
    let log = Effect::new(libm::log(estimate), arms.standard_error(slopes)?, arms.degrees);
    Ok(ClusteredOddsRatio {
        estimate,
        log_standard_error: log.standard_error,
        degrees: log.degrees,
        interval: Interval {
            low: libm::exp(log.interval.low),
            high: libm::exp(log.interval.high).min(f64::MAX),
        },
        p: log.p,
    })
}

struct TwoArms<'a> {
    days: [&'a [DayCount]; 2],
    each: [Arm; 2],
    common_days: f64,
    degrees: f64,
}

impl<'a> TwoArms<'a> {
    fn of(first: &'a [DayCount], second: &'a [DayCount]) -> Result<Self, ClusterError> {
        if first.len() != second.len() {
            return Err(ClusterError::DifferentDays { first: first.len(), second: second.len() });
        }
        let common = || {
            let both = first.iter().zip(second).filter(|(a, b)| a.shown() > 0 && b.shown() > 0);
            both.map(|(a, b)| a.shown() as f64 + b.shown() as f64)
        };
        let have = common().count();
        if have < MIN_CLUSTER_DAYS {
            return Err(ClusterError::TooFewDays { have });
        }
        let (common_days, degrees) = effective_days(common())?;
        let each = [Arm::of(first)?, Arm::of(second)?];
        Ok(Self { days: [first, second], each, common_days, degrees })
    }

    /// The standard error of the first arm's part less the second's, each times its slope.
    fn standard_error(&self, slopes: [f64; 2]) -> Result<f64, ClusterError> {
        let [a, b] = &self.each;
        let one_day = |(&first, &second): (&DayCount, &DayCount)| {
            (slopes[0] * a.influence(first) - slopes[1] * b.influence(second)).powi(2)
        };
        spread(self.days[0].iter().zip(self.days[1]).map(one_day).sum(), self.common_days)
    }
}

#[cfg(test)]
mod tests {
    use super::{clustered_difference, clustered_odds_ratio};
    use crate::{ClusterError, DayCount};

    fn days(counts: &[(u64, u64)]) -> Vec<DayCount> {
        counts.iter().map(|&(y, n)| DayCount::new(y, n).unwrap()).collect()
    }

    const FIRST: [(u64, u64); 6] = [(5, 20), (1, 20), (6, 20), (2, 20), (1, 20), (0, 0)];
    const SECOND: [(u64, u64); 6] = [(3, 20), (1, 20), (3, 20), (2, 20), (1, 20), (0, 0)];

    #[test]
    fn what_days_have_in_common_falls_out() {
        let (a, b) = (days(&FIRST), days(&SECOND));
        // e of the first: 2 -2 3 -1 -2; of the second: 1 -1 1 0 -1; their differences squared sum
        // to 1 + 1 + 4 + 1 + 1 = 8.
        let found = clustered_difference(&a, &b).unwrap();
        assert!((found.effect.estimate - 0.05).abs() < 1e-15);
        assert!((found.effect.standard_error - 10.0_f64.sqrt() / 100.0).abs() < 1e-15);
        assert!((found.effect.degrees - 4.0).abs() < 1e-12);
        let back = clustered_difference(&b, &a).unwrap();
        assert!((found.effect.p - back.effect.p).abs() < 1e-15);
        let [there, back] =
            [clustered_odds_ratio(&a, &b), clustered_odds_ratio(&b, &a)].map(Result::unwrap);
        assert!((there.estimate * back.estimate - 1.0).abs() < 1e-14);
        assert!((there.interval.low * back.interval.high - 1.0).abs() < 1e-12);
    }

    #[test]
    fn refusals() {
        let (a, b) = (days(&FIRST), days(&SECOND));
        let wrong = ClusterError::DifferentDays { first: 6, second: 5 };
        assert_eq!(clustered_difference(&a, &b[..5]), Err(wrong));
        // Whole days in turn: no day shows both arms.
        let first = days(&[(5, 20), (0, 0), (6, 20), (0, 0), (1, 20), (0, 0), (3, 20), (0, 0)]);
        let mut second = first.clone();
        second.rotate_left(1);
        let wrong = ClusterError::TooFewDays { have: 0 };
        assert_eq!(clustered_difference(&first, &second), Err(wrong));
        let none = days(&[(0, 20); 6]);
        assert_eq!(clustered_odds_ratio(&a, &none), Err(ClusterError::NothingToCompare));
        assert_eq!(clustered_difference(&a, &a), Err(ClusterError::NoSpread));
    }
}
