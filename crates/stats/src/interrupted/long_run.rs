//! The variance of a sum of scores that resemble their neighbours in time.

use crate::least_squares::dot;

/// So few cosines leave hardly a degree of freedom to a change late in a short series.
const FEWEST: usize = 8;

/// How many cosines a series of so many days has: `⌊0.41 T^(2/3)⌋` (Lazarus and others 2018), at
/// least [`FEWEST`].
pub(super) fn cosines_for(days: usize) -> usize {
    let rule = 0.41 * libm::pow(days as f64, 2.0 / 3.0);
    (rule as usize).max(FEWEST)
}

/// `√(2/B) cos(π j (t - ½) / T)` for j = 1 to B: one row a cosine, one column a day.
pub(super) fn cosines(count: usize, days: usize) -> Vec<Vec<f64>> {
    let height = (2.0 / count as f64).sqrt();
    let step = std::f64::consts::PI / days as f64;
    let row = |j: usize| {
        let at = |t: usize| height * libm::cos(j as f64 * (t as f64 + 0.5) * step);
        (0..days).map(at).collect()
    };
    (1..=count).map(row).collect()
}

/// The mean of the squared cosine transforms.
pub(super) fn series_variance(scores: &[f64], cosines: &[Vec<f64>]) -> f64 {
    cosines.iter().map(|cosine| dot(cosine, scores).powi(2)).sum()
}

/// Newey and West's: `γ₀ + 2 Σ_l (1 - l / (L + 1)) γ_l`.
pub(super) fn newey_west(scores: &[f64], lag: usize) -> f64 {
    let at = |l: usize| {
        let weight = 1.0 - l as f64 / (lag as f64 + 1.0);
        2.0 * weight * dot(&scores[l..], scores)
    };
    dot(scores, scores) + (1..=lag.min(scores.len())).map(at).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::{cosines, cosines_for, newey_west, series_variance};

    #[test]
    fn the_rule() {
        assert_eq!([28, 60, 140, 365, 4_000].map(cosines_for), [8, 8, 11, 20, 103]);
    }

    #[test]
    fn all_cosines_hold_all_but_the_mean() {
        // With B = T - 1 the cosines span everything that sums to zero.
        let scores = [1.0, -3.0, 0.5, 2.0, -0.5];
        let all = series_variance(&scores, &cosines(4, 5));
        assert!((all - 5.0 / 4.0 * 14.5).abs() < 1e-13, "{all}");
    }

    #[test]
    fn newey_west_by_hand() {
        let scores = [1.0, 2.0, -1.0];
        assert_eq!(newey_west(&scores, 0), 6.0);
        // γ₁ = 2 - 2 = 0, γ₂ = -1; weights 2/3 and 1/3.
        assert!((newey_west(&scores, 2) - (6.0 - 2.0 / 3.0)).abs() < 1e-14);
    }
}
