//! How many showings a comparison of two shares needs, and what a given number can show.

mod error;

use crate::normal::{upper_quantile, upper_tail};
pub use error::PowerError;

/// The most showings per arm that a plan may come to; beyond it the difference is too small for
/// any experiment.
const LARGEST: f64 = 1e15;

/// How the standard error under "no difference" is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedVariance {
    /// From the mean of the two shares, as Pearson's chi-square test has it. J. L. Fleiss,
    /// *Statistical Methods for Rates and Proportions*, 2nd ed. (1981), chapter 3, without
    /// continuity correction; R's `power.prop.test` has the same.
    Pooled,
    /// From each share by itself, as Wald's test and the cluster-robust test have it.
    /// S.-C. Chow, J. Shao and H. Wang, *Sample Size Calculations in Clinical Research*, 2nd ed.
    /// (2008), section 4.2.
    Unpooled,
}

/// What the planned comparisons have in common: several arms against one control, all arms of
/// the same size, each tested on two sides.
///
/// The level of each comparison is `alpha / comparisons`, Bonferroni's bound. Analyse with
/// [`holm`](crate::holm), which rejects whatever Bonferroni rejects: the power is then at least
/// what was planned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    level: f64,
    design_effect: f64,
    variance: PlannedVariance,
}

impl Plan {
    /// A plan at the family-wise level `alpha` for so many comparisons with the control.
    ///
    /// `design_effect` is the variance of the estimated difference over what it would be if all
    /// showings were independent; see
    /// [`design_effect_within_days`](crate::design_effect_within_days). 1 means independent.
    ///
    /// # Errors
    ///
    /// When `alpha` is not between 0 and 0.5, there is no comparison, or the design effect is not
    /// a number above zero.
    pub fn new(
        alpha: f64,
        comparisons: u32,
        design_effect: f64,
        variance: PlannedVariance,
    ) -> Result<Self, PowerError> {
        let level = level(alpha)? / f64::from(comparisons);
        if comparisons == 0 {
            return Err(PowerError::NoComparison);
        }
        if !(design_effect > 0.0 && design_effect.is_finite()) {
            return Err(PowerError::DesignEffect(design_effect));
        }
        Ok(Self { level, design_effect, variance })
    }

    /// The level at which each single comparison is planned.
    #[must_use]
    pub const fn level(&self) -> f64 {
        self.level
    }

    /// The showings per arm needed to find `alternative` instead of `baseline` with this power.
    ///
    /// `D (z_level/2 s₀ + z_power s₁)² / (p₂ - p₁)²`, rounded up, with D the design effect,
    /// `s₁² = p₁ q₁ + p₂ q₂`, and `s₀ = s₁` ([`PlannedVariance::Unpooled`]) or `s₀² = 2 p̄ q̄`
    /// ([`PlannedVariance::Pooled`]).
    ///
    /// # Errors
    ///
    /// When a share is not between 0 and 1, the two are equal, the power is not in `[0.5, 1)`, or
    /// the answer exceeds 10¹⁵.
    pub fn size_per_arm(
        &self,
        baseline: f64,
        alternative: f64,
        power: f64,
    ) -> Result<u64, PowerError> {
        let [under_none, under_some] = self.spread(baseline, alternative)?;
        let reach = upper_quantile(self.level / 2.0) * under_none
            + upper_quantile(1.0 - wanted(power)?) * under_some;
        let size = self.design_effect * (reach / (alternative - baseline)).powi(2);
        if alternative == baseline {
            Err(PowerError::NoDifference)
        } else if size > LARGEST {
            Err(PowerError::TooLarge)
        } else {
            Ok(size.ceil() as u64)
        }
    }

    /// The power with so many showings per arm; both tails count. With equal shares it is the
    /// level.
    ///
    /// # Errors
    ///
    /// When a share is not between 0 and 1, or there are no showings.
    pub fn power(&self, baseline: f64, alternative: f64, per_arm: u64) -> Result<f64, PowerError> {
        let [under_none, under_some] = self.spread(baseline, alternative)?;
        if per_arm == 0 {
            return Err(PowerError::NoShowings);
        }
        let root_n = (per_arm as f64 / self.design_effect).sqrt();
        let critical = upper_quantile(self.level / 2.0) * under_none;
        let shift = (alternative - baseline).abs() * root_n;
        Ok(upper_tail((critical - shift) / under_some)
            + upper_tail((critical + shift) / under_some))
    }

    /// The smallest rise above the baseline found with this power by so many showings per arm,
    /// as a difference of shares.
    ///
    /// # Errors
    ///
    /// As [`power`](Self::power); and when not even a share close to 1 would be found so often.
    pub fn smallest_rise(
        &self,
        baseline: f64,
        per_arm: u64,
        power: f64,
    ) -> Result<f64, PowerError> {
        let wanted = wanted(power)?;
        let (mut low, mut high) = (share(baseline)?, 1.0 - 1e-12);
        if baseline >= high || self.power(baseline, high, per_arm)? < wanted {
            return Err(PowerError::OutOfReach { per_arm });
        }
        loop {
            let middle = low + (high - low) / 2.0;
            if middle <= low || middle >= high {
                return Ok(high - baseline);
            }
            if self.power(baseline, middle, per_arm)? < wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /// Root of n times the standard error of the difference: if there is none, and as planned.
    fn spread(&self, baseline: f64, alternative: f64) -> Result<[f64; 2], PowerError> {
        let (first, second) = (share(baseline)?, share(alternative)?);
        let planned = (first * (1.0 - first) + second * (1.0 - second)).sqrt();
        let mean = (first + second) / 2.0;
        Ok(match self.variance {
            PlannedVariance::Unpooled => [planned, planned],
            PlannedVariance::Pooled => [(2.0 * mean * (1.0 - mean)).sqrt(), planned],
        })
    }
}

/// The power of a two-sided z test at level `alpha` for an effect with a known standard error.
///
/// For any estimate that is about normal: a regression's coefficient, a mixed model's. Both tails
/// count.
///
/// # Errors
///
/// When the effect is not a number, the standard error is not above zero, or `alpha` is not
/// between 0 and 0.5.
pub fn wald_power(effect: f64, standard_error: f64, alpha: f64) -> Result<f64, PowerError> {
    let critical = upper_quantile(level(alpha)? / 2.0);
    let shift = effect / standard_error;
    if !(standard_error > 0.0 && shift.is_finite()) {
        return Err(PowerError::Effect { effect, standard_error });
    }
    Ok(upper_tail(critical - shift) + upper_tail(critical + shift))
}

fn level(alpha: f64) -> Result<f64, PowerError> {
    if alpha > 0.0 && alpha < 0.5 { Ok(alpha) } else { Err(PowerError::Level(alpha)) }
}

fn share(share: f64) -> Result<f64, PowerError> {
    if share > 0.0 && share < 1.0 { Ok(share) } else { Err(PowerError::Share(share)) }
}

fn wanted(power: f64) -> Result<f64, PowerError> {
    if (0.5..1.0).contains(&power) { Ok(power) } else { Err(PowerError::Power(power)) }
}

#[cfg(test)]
mod tests {
    use super::{Plan, PlannedVariance, PowerError, wald_power};

    #[test]
    fn refusals() {
        let plan = Plan::new(0.05, 1, 1.0, PlannedVariance::Pooled).unwrap();
        assert_eq!(Plan::new(0.5, 1, 1.0, PlannedVariance::Pooled), Err(PowerError::Level(0.5)));
        assert!(Plan::new(f64::NAN, 1, 1.0, PlannedVariance::Pooled).is_err());
        assert_eq!(Plan::new(0.05, 0, 1.0, PlannedVariance::Pooled), Err(PowerError::NoComparison));
        assert_eq!(
            Plan::new(0.05, 1, 0.0, PlannedVariance::Pooled),
            Err(PowerError::DesignEffect(0.0))
        );
        assert_eq!(plan.size_per_arm(0.1, 0.1, 0.8), Err(PowerError::NoDifference));
        assert_eq!(plan.size_per_arm(0.0, 0.1, 0.8), Err(PowerError::Share(0.0)));
        assert_eq!(plan.size_per_arm(0.1, 0.2, 0.4), Err(PowerError::Power(0.4)));
        assert_eq!(plan.size_per_arm(0.1, 0.1 + 1e-12, 0.8), Err(PowerError::TooLarge));
        assert_eq!(plan.power(0.1, 0.2, 0), Err(PowerError::NoShowings));
        assert_eq!(plan.smallest_rise(0.9, 3, 0.8), Err(PowerError::OutOfReach { per_arm: 3 }));
        assert!(wald_power(1.0, 0.0, 0.05).is_err() && wald_power(f64::NAN, 1.0, 0.05).is_err());
    }

    #[test]
    fn size_power_and_rise_undo_each_other() {
        for variance in [PlannedVariance::Pooled, PlannedVariance::Unpooled] {
            for (baseline, alternative, comparisons, effect) in
                [(0.0873, 0.1567, 1, 1.0), (0.15, 0.16, 8, 3.5), (0.27, 0.38, 4, 1.2)]
            {
                let plan = Plan::new(0.05, comparisons, effect, variance).unwrap();
                let n = plan.size_per_arm(baseline, alternative, 0.9).unwrap();
                assert!(plan.power(baseline, alternative, n).unwrap() >= 0.9);
                assert!(plan.power(baseline, alternative, n - 1 - n / 1_000_000).unwrap() < 0.9);
                let rise = plan.smallest_rise(baseline, n, 0.9).unwrap();
                assert!((rise - (alternative - baseline)).abs() < 0.01 * rise, "{rise}");
            }
        }
    }

    #[test]
    fn no_difference_is_found_as_often_as_the_level_says() {
        let plan = Plan::new(0.05, 5, 2.0, PlannedVariance::Unpooled).unwrap();
        assert!((plan.power(0.1, 0.1, 1_000).unwrap() - plan.level()).abs() < 1e-15);
    }
}
