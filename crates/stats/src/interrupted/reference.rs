//! What the variance estimator would do if the errors were a first-order autoregression.

use crate::least_squares::{Regressors, dot};

/// The largest correlation looked for. Beyond it a series hardly tells a change from a drift.
const LARGEST: f64 = 0.97;

/// Errors whose correlation falls off as `correlation^distance`. Days that were not observed
/// have no error, but keep their place.
pub(super) struct Reference {
    /// In `[0, LARGEST]`.
    pub correlation: f64,
}

impl Reference {
    /// The correlation at which the residuals would show, on average, what they do show.
    ///
    /// Residuals resemble their neighbours less than the errors do, since the fit takes part of
    /// the slow movement away. The expected value of `Σ û_t û_{t+1}` over that of `Σ û_t²` is
    /// known for each correlation; it is turned round by bisection. A negative estimate counts as
    /// 0: it would only make intervals narrower.
    pub fn estimate(regressors: &Regressors, residuals: &[f64], observed: &[bool]) -> Self {
        let seen = dot(residuals, &neighbours(residuals, observed)) / dot(residuals, residuals);
        let expected = |correlation| expected_ratio(regressors, observed, correlation);
        let (mut low, mut high) = (0.0, LARGEST);
        if seen >= expected(high) {
            return Self { correlation: high };
        }
        while high - low > 1e-6 {
            let middle = f64::midpoint(low, high);
            if seen < expected(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Self { correlation: low }
    }

    /// For the effect `row`: the factor that frees the series variance of its bias, and its
    /// degrees of freedom.
    ///
    /// With residuals `û = M u` the estimator is `Σ_j (m_j'u)²`, `m_j = M (cosine_j row)`. Under
    /// the reference its mean is the trace of `G_ij = m_i'Ω m_j` and its variance twice that of
    /// G², while the effect has the variance `row'Ω row`.
    pub fn correct(
        &self,
        regressors: &Regressors,
        row: &[f64],
        cosines: &[Vec<f64>],
    ) -> (f64, f64) {
        let forms: Vec<Vec<f64>> = cosines
            .iter()
            .map(|cosine| regressors.residual(cosine.iter().zip(row).map(|(c, a)| c * a).collect()))
            .collect();
        let (mut mean, mut squares) = (0.0, 0.0);
        for (i, form) in forms.iter().enumerate() {
            let correlated = smear(form, self.correlation);
            mean += dot(form, &correlated);
            for (j, other) in forms[..=i].iter().enumerate() {
                let entry = dot(other, &correlated);
                // G is symmetric: an entry beside the diagonal stands for two.
                let times = if i == j { 1.0 } else { 2.0 };
                squares += times * entry * entry;
            }
        }
        let truth = dot(row, &smear(row, self.correlation));
        (truth / mean, mean * mean / squares)
    }
}

/// `E Σ û_t û_{t+1} / E Σ û_t²` for errors with this correlation: `tr(L M Ω M) / tr(M Ω)` with
/// `M = I - Q Q'` on the observed days and L one half beside the diagonal.
fn expected_ratio(regressors: &Regressors, observed: &[bool], correlation: f64) -> f64 {
    let pairs = observed.windows(2).filter(|pair| pair[0] && pair[1]).count() as f64;
    let days = observed.iter().filter(|o| **o).count() as f64;
    let basis = regressors.basis();
    let smeared: Vec<Vec<f64>> = basis.iter().map(|q| smear(q, correlation)).collect();
    let beside: Vec<Vec<f64>> = basis.iter().map(|q| neighbours(q, observed)).collect();
    let (mut up, mut down) = (pairs * correlation, days);
    for (i, q) in basis.iter().enumerate() {
        down -= dot(q, &smeared[i]);
        up -= 2.0 * dot(&beside[i], &smeared[i]);
        for (other, beside) in basis.iter().zip(&beside) {
            up += dot(other, &smeared[i]) * dot(q, beside);
        }
    }
    up / down
}

/// `Ω v` with `Ω_st = correlation^|s - t|`, in two sweeps.
fn smear(v: &[f64], correlation: f64) -> Vec<f64> {
    let mut out = vec![0.0; v.len()];
    let mut carried = 0.0;
    for (out, v) in out.iter_mut().zip(v) {
        carried = correlation * carried + v;
        *out = carried;
    }
    carried = 0.0;
    for (out, v) in out.iter_mut().zip(v).rev() {
        *out += carried;
        carried = correlation * (carried + v);
    }
    out
}

/// `L v`: half the sum of the two neighbours, counting only pairs of observed days.
fn neighbours(v: &[f64], observed: &[bool]) -> Vec<f64> {
    let at = |t: usize| if observed[t] { v[t] / 2.0 } else { 0.0 };
    let one = |t: usize| {
        let before = if t > 0 { at(t - 1) } else { 0.0 };
        let after = if t + 1 < v.len() { at(t + 1) } else { 0.0 };
        if observed[t] { before + after } else { 0.0 }
    };
    (0..v.len()).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Reference, dot, expected_ratio, neighbours, smear};
    use crate::least_squares::Regressors;

    const OBSERVED: [bool; 9] = [true, true, true, false, true, true, true, true, true];

    fn line() -> Regressors {
        let kept = |x: fn(usize) -> f64| {
            (0..9).map(|t| if OBSERVED[t] { x(t) } else { 0.0 }).collect::<Vec<f64>>()
        };
        Regressors::split(vec![kept(|_| 1.0), kept(|t| t as f64)]).unwrap()
    }

    fn unit(t: usize) -> Vec<f64> {
        (0..9).map(|s| f64::from(u8::from(s == t))).collect()
    }

    /// `M Ω M` in full, entry by entry.
    fn covariance(correlation: f64) -> Vec<Vec<f64>> {
        let m = |t: usize| if OBSERVED[t] { line().residual(unit(t)) } else { vec![0.0; 9] };
        (0..9).map(|s| (0..9).map(|t| dot(&m(s), &smear(&m(t), correlation))).collect()).collect()
    }

    #[test]
    fn smearing_is_the_matrix() {
        for s in 0..9 {
            for (t, found) in smear(&unit(s), 0.6).iter().enumerate() {
                let wanted = 0.6_f64.powi(s.abs_diff(t) as i32);
                assert!((found - wanted).abs() < 1e-15);
            }
        }
    }

    #[test]
    fn the_expected_ratio_is_that_of_the_full_matrices() {
        for correlation in [0.0, 0.4, 0.9] {
            let full = covariance(correlation);
            let down: f64 = (0..9).map(|t| full[t][t]).sum();
            let up: f64 =
                (0..8).filter(|&t| OBSERVED[t] && OBSERVED[t + 1]).map(|t| full[t][t + 1]).sum();
            let found = expected_ratio(&line(), &OBSERVED, correlation);
            assert!((found - up / down).abs() < 1e-13, "{found} {}", up / down);
        }
    }

    #[test]
    fn the_estimate_turns_the_expectation_round() {
        let days = 40;
        let observed = vec![true; days];
        let columns = vec![vec![1.0; days], (0..days).map(|t| t as f64).collect()];
        let regressors = Regressors::split(columns).unwrap();
        let mut before = f64::NEG_INFINITY;
        for percent in 0..=97 {
            let ratio = expected_ratio(&regressors, &observed, f64::from(percent) / 100.0);
            assert!(ratio > before, "not rising at {percent}");
            before = ratio;
        }
        // Residuals that alternate: no correlation below zero is taken. A slow wave: a high one.
        let alternating = regressors.residual((0..days).map(|t| (t % 2) as f64).collect());
        assert!(Reference::estimate(&regressors, &alternating, &observed).correlation < 1e-5);
        let slow = regressors.residual((0..days).map(|t| ((t / 10) % 2) as f64).collect());
        let found = Reference::estimate(&regressors, &slow, &observed).correlation;
        let ratio = dot(&slow, &neighbours(&slow, &observed)) / dot(&slow, &slow);
        assert!(found > ratio, "{found} {ratio}");
    }

    #[test]
    fn degrees_lie_between_one_and_the_number_of_cosines() {
        let regressors = line();
        let row = regressors.combination(&[0.0, 1.0]);
        let cosines = super::super::long_run::cosines(4, 9);
        for correlation in [0.0, 0.5, 0.9] {
            let (factor, degrees) = Reference { correlation }.correct(&regressors, &row, &cosines);
            assert!(factor > 1.0 && (1.0..=4.0).contains(&degrees), "{factor} {degrees}");
        }
    }
}
