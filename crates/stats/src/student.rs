//! Student's t distribution, with any number of degrees of freedom: tails and quantiles.

use crate::DistributionError;
use crate::normal;

/// Fewer degrees of freedom than this have no use here, and their quantiles overflow.
const FEWEST: f64 = 0.01;

/// From here on the distribution is the normal one to twelve digits, after a small stretch.
const NEARLY_NORMAL: f64 = 1e7;

/// The chance that Student's t with `degrees` degrees of freedom is at most `x`.
///
/// "Student", "The probable error of a mean", Biometrika 6 (1908) 1–25. Degrees of freedom need
/// not be whole: those found by Satterthwaite's rule are not.
///
/// # Errors
///
/// When `x` is not a number, or the degrees of freedom are not a number of at least 0.01.
pub fn student_cdf(x: f64, degrees: f64) -> Result<f64, DistributionError> {
    if x.is_nan() {
        return Err(DistributionError::Value(x));
    }
    check(degrees)?;
    let one_tail = two_sided(x, degrees) / 2.0;
    Ok(if x > 0.0 { 1.0 - one_tail } else { one_tail })
}

/// The value that Student's t with `degrees` degrees of freedom stays below with chance `p`.
///
/// # Errors
///
/// When `p` is not strictly between 0 and 1, or the degrees of freedom are not a number of at
/// least 0.01.
pub fn student_quantile(p: f64, degrees: f64) -> Result<f64, DistributionError> {
    if !(p > 0.0 && p < 1.0) {
        return Err(DistributionError::Probability(p));
    }
    check(degrees)?;
    Ok(if p < 0.5 { -critical(2.0 * p, degrees) } else { critical(2.0 * (1.0 - p), degrees) })
}

fn check(degrees: f64) -> Result<(), DistributionError> {
    if degrees >= FEWEST && degrees.is_finite() {
        Ok(())
    } else {
        Err(DistributionError::Degrees(degrees))
    }
}

/// The chance of a value at least `|t|` from zero; `degrees` is at least [`FEWEST`].
pub(crate) fn two_sided(t: f64, degrees: f64) -> f64 {
    let square = t * t;
    if square.is_infinite() {
        return 0.0;
    }
    if degrees > NEARLY_NORMAL {
        // Abramowitz and Stegun 26.7.8.
        let stretched = t.abs() * (1.0 - 0.25 / degrees) / (1.0 + square / (2.0 * degrees)).sqrt();
        return normal::two_sided(stretched);
    }
    let (a, sum) = (degrees / 2.0, degrees + square);
    // x^a (1 - x)^(1/2) / B(a, 1/2) with x = degrees / (degrees + t²).
    let weight =
        libm::exp(-a * libm::log1p(square / degrees)) * (square / sum).sqrt() / beta_with_half(a);
    let x = degrees / sum;
    if x < (a + 1.0) / (a + 2.5) {
        (weight * fraction(x, a, 0.5) / a).min(1.0)
    } else {
        1.0 - weight * fraction(square / sum, 0.5, a) / 0.5
    }
}

/// The `t` that is exceeded in absolute value with chance `both_tails`, in `(0, 1]`.
pub(crate) fn critical(both_tails: f64, degrees: f64) -> f64 {
    if both_tails >= 1.0 {
        return 0.0;
    }
    // The tails of t are heavier than the normal ones, so its quantile lies farther out.
    let mut low = normal::upper_quantile(both_tails / 2.0);
    let mut high = low.max(1e-300);
    while two_sided(high, degrees) > both_tails && high < 1e150 {
        (low, high) = (high, high * 2.0);
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if two_sided(middle, degrees) > both_tails {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// Euler's beta function B(a, 1/2) = Γ(a) √π / Γ(a + 1/2).
fn beta_with_half(a: f64) -> f64 {
    let root_pi = std::f64::consts::PI.sqrt();
    if a < 100.0 {
        return root_pi * libm::exp(libm::lgamma(a) - libm::lgamma(a + 0.5));
    }
    // Γ(a + 1/2) / Γ(a) for large a (Tricomi and Erdélyi 1951); the difference of two logarithms
    // of Γ would lose its digits.
    let x = 1.0 / a;
    let series = 1.0
        + x * (-1.0 / 8.0
            + x * (1.0 / 128.0
                + x * (5.0 / 1_024.0 + x * (-21.0 / 32_768.0 - x * (399.0 / 262_144.0)))));
    root_pi / (a.sqrt() * series)
}

/// The continued fraction of the incomplete beta function (NIST DLMF 8.17.22) by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const LONGEST: u32 = 10_000;
    let away_from_zero = |v: f64| if v.abs() < 1e-300 { 1e-300 } else { v };
    let (mut c, mut d) = (1.0, 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0)));
    let mut value = d;
    for m in 1..LONGEST {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let before = value;
        for term in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + term * d);
            c = away_from_zero(1.0 + term / c);
            value *= c * d;
        }
        if (value - before).abs() <= f64::EPSILON * value.abs() {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{critical, student_cdf, student_quantile, two_sided};

    #[test]
    fn closed_forms() {
        for t in [0.01, 0.5, 1.0, 3.0, 12.706, 1e6] {
            let cauchy = 2.0 * libm::atan(1.0 / t) / std::f64::consts::PI;
            assert!((two_sided(t, 1.0) / cauchy - 1.0).abs() < 1e-13, "{t}");
            let two = 1.0 - t / (2.0 + t * t).sqrt();
            assert!((two_sided(t, 2.0) - two).abs() < 1e-14, "{t}");
        }
        assert!((two_sided(0.0, 5.0) - 1.0).abs() < 1e-15);
        assert_eq!(two_sided(f64::INFINITY, 5.0), 0.0);
    }

    #[test]
    fn no_step_where_the_formula_changes() {
        for degrees in [199.999_999, 1e7] {
            let (here, there) = (two_sided(2.0, degrees), two_sided(2.0, degrees * (1.0 + 1e-8)));
            assert!((here / there - 1.0).abs() < 1e-9, "{degrees}");
        }
    }

    #[test]
    fn the_middle_and_the_refusals() {
        assert_eq!(critical(1.0, 3.0), 0.0);
        assert_eq!(student_quantile(0.5, 3.0), Ok(0.0));
        assert!(student_quantile(0.0, 3.0).is_err() && student_quantile(0.5, 0.0).is_err());
        assert!(student_cdf(f64::NAN, 3.0).is_err() && student_cdf(1.0, f64::NAN).is_err());
        assert!(student_cdf(1.0, f64::INFINITY).is_err());
    }
}
