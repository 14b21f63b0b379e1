//! The standard normal distribution: tails and quantiles.

use thiserror::Error;

/// A number that a distribution has no answer for.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum DistributionError {
    /// A quantile is asked for something that is not strictly between 0 and 1.
    #[error("a quantile needs a probability between 0 and 1, ends excluded; got {0}")]
    Probability(f64),
    /// The value is not a number.
    #[error("a distribution function needs a number; got {0}")]
    Value(f64),
    /// Student's t with fewer than 0.01 degrees of freedom, or not a number of them.
    #[error("Student's t needs at least 0.01 degrees of freedom; got {0}")]
    Degrees(f64),
}

/// The chance that a standard normal variable is at most `x`.
///
/// `erfc(-x / √2) / 2`, which keeps its relative accuracy in the lower tail.
///
/// # Errors
///
/// When `x` is not a number.
pub fn normal_cdf(x: f64) -> Result<f64, DistributionError> {
    if x.is_nan() { Err(DistributionError::Value(x)) } else { Ok(upper_tail(-x)) }
}

/// The value that a standard normal variable stays below with chance `p`.
///
/// # Errors
///
/// When `p` is not strictly between 0 and 1.
pub fn normal_quantile(p: f64) -> Result<f64, DistributionError> {
    if p > 0.0 && p < 1.0 { Ok(-upper_quantile(p)) } else { Err(DistributionError::Probability(p)) }
}

/// The chance of a value above `x`.
pub(crate) fn upper_tail(x: f64) -> f64 {
    libm::erfc(x * std::f64::consts::FRAC_1_SQRT_2) / 2.0
}

/// The chance of a value at least `|z|` from zero.
pub(crate) fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() * std::f64::consts::FRAC_1_SQRT_2)
}

/// The density at `x`.
pub(crate) fn density(x: f64) -> f64 {
    const ONE_OVER_ROOT_TWO_PI: f64 = 0.398_942_280_401_432_7;
    ONE_OVER_ROOT_TWO_PI * libm::exp(-x * x / 2.0)
}

/// The value exceeded with chance `tail`, which lies strictly between 0 and 1.
///
/// Starts from formula 26.2.23 of Abramowitz and Stegun, *Handbook of Mathematical Functions*
/// (1964), which is good to 4.5e-4, and takes three of Halley's steps. Each triples the digits.
pub(crate) fn upper_quantile(tail: f64) -> f64 {
    if tail > 0.5 {
        // Exact: there is no rounding in 1 - x for x in [1/2, 1].
        return -upper_quantile(1.0 - tail);
    }
    let s = (-2.0 * libm::log(tail)).sqrt();
    let up = 2.515_517 + s * (0.802_853 + s * 0.010_328);
    let down = 1.0 + s * (1.432_788 + s * (0.189_269 + s * 0.001_308));
    let mut x = s - up / down;
    for _ in 0..3 {
        let density = density(x);
        if density < f64::MIN_POSITIVE {
            break;
        }
        let step = (upper_tail(x) - tail) / density;
        x += step / (1.0 - x * step / 2.0);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::{DistributionError, normal_cdf, normal_quantile, two_sided, upper_quantile};

    #[test]
    fn the_quantile_undoes_the_tail() {
        for tail in [1e-300, 1e-100, 1e-16, 1e-8, 0.001, 0.025, 0.3, 0.5] {
            let back = super::upper_tail(upper_quantile(tail));
            // In the far tail one last place of x moves the tail by x² last places.
            assert!((back / tail - 1.0).abs() < 1e-12, "{tail:e} {back:e}");
        }
        assert!(upper_quantile(0.5).abs() < 1e-15);
        assert!((two_sided(crate::Z) - 0.05).abs() < 1e-15);
    }

    #[test]
    fn what_is_no_probability_is_refused() {
        for p in [0.0, 1.0, -0.1, 1.1] {
            assert_eq!(normal_quantile(p), Err(DistributionError::Probability(p)));
        }
        assert!(normal_quantile(f64::NAN).is_err() && normal_cdf(f64::NAN).is_err());
    }
}
