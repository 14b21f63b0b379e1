//! How much days cost: the design effect of showings that are clustered by day.

use crate::PowerError;

/// The showings of one arm on one day, and how alike showings of one day are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayClusters {
    /// Mean number of showings of one arm on a day when it is shown; at least 1.
    pub per_day: f64,
    /// Standard deviation of that number over its mean; 0 when all days are alike.
    pub variation: f64,
    /// The intraclass correlation, in `[0, 1]`: the variance of the days' true shares over
    /// `p (1 - p)`. A pilot gives it: see
    /// [`ClusteredRate::design_effect`](crate::ClusteredRate::design_effect).
    pub correlation: f64,
}

/// The design effect when each day shows one arm only: `1 + ((1 + v²) m - 1) ρ`.
///
/// S. M. Eldridge, D. Ashby and S. Kerry, "Sample size for cluster randomized trials: effect of
/// coefficient of variation of cluster size and analysis method", International Journal of
/// Epidemiology 35 (2006) 1292–1300. With v = 0 it is Kish's `1 + (m - 1) ρ`.
///
/// # Errors
///
/// When a number is out of its range.
pub fn design_effect_whole_days(days: &DayClusters) -> Result<f64, PowerError> {
    within(days, 0.0)
}

/// The design effect when every day shows all arms, drawn anew for each showing.
///
/// `1 + ((1 + v²) m - 1) ρ - (1 + v²) m ρ c`, where `shared` (c) is the share of the days'
/// variance that all arms of a day have in common: it falls out of the difference. That is the
/// cluster-crossover design of B. Giraudeau, P. Ravaud and A. Donner, "Sample size calculation
/// for cluster randomized cross-over trials", Statistics in Medicine 27 (2008) 5578–5585, with
/// ρ c for their correlation between periods. With c = 1 it is `1 - ρ`: days cost nothing.
///
/// # Errors
///
/// When a number is out of its range, or `shared` is not in `[0, 1]`.
pub fn design_effect_within_days(days: &DayClusters, shared: f64) -> Result<f64, PowerError> {
    within(days, shared)
}

fn within(days: &DayClusters, shared: f64) -> Result<f64, PowerError> {
    let &DayClusters { per_day, variation, correlation } = days;
    let size = (1.0 + variation * variation) * per_day;
    let effect = 1.0 + (size - 1.0) * correlation - size * correlation * shared;
    let shares = [correlation, shared].iter().all(|x| (0.0..=1.0).contains(x));
    if shares && per_day >= 1.0 && variation >= 0.0 && effect > 0.0 && effect.is_finite() {
        Ok(effect)
    } else {
        Err(PowerError::DesignEffect(effect))
    }
}

#[cfg(test)]
mod tests {
    use super::{DayClusters, design_effect_whole_days, design_effect_within_days};

    #[test]
    fn limits() {
        let days = DayClusters { per_day: 101.0, variation: 0.0, correlation: 0.02 };
        assert!((design_effect_whole_days(&days).unwrap() - 3.0).abs() < 1e-12);
        assert!((design_effect_within_days(&days, 1.0).unwrap() - 0.98).abs() < 1e-12);
        assert_eq!(design_effect_within_days(&days, 0.0), design_effect_whole_days(&days));
        let uneven = DayClusters { variation: 1.0, ..days };
        assert!((design_effect_whole_days(&uneven).unwrap() - 5.02).abs() < 1e-12);
        for wrong in [
            DayClusters { per_day: 0.0, ..days },
            DayClusters { variation: f64::NAN, ..days },
            DayClusters { correlation: 1.5, ..days },
        ] {
            assert!(design_effect_whole_days(&wrong).is_err(), "{wrong:?}");
        }
        assert!(design_effect_within_days(&days, -0.1).is_err());
    }
}
