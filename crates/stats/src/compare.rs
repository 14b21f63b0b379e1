//! Two groups compared by the test that fits their size.

use std::fmt;

use crate::{
    Difference, Proportion, Table2x2, chi_square_2x2, expected_counts, fisher_exact_2x2, newcombe,
};

/// The least expected count, in people, at which the chi-square approximation is trusted.
///
/// W. G. Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954)
/// 417–451: with one degree of freedom no expected count below 5.
pub const COCHRAN_MINIMUM: f64 = 5.0;

/// The test behind a p-value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Test {
    /// Pearson's chi-square test, one degree of freedom, no continuity correction.
    ChiSquare,
    /// Fisher's exact test, two-sided.
    FisherExact,
}

impl Test {
    /// The name of the test, in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ChiSquare => "Pearson's chi-square test",
            Self::FisherExact => "Fisher's exact test",
        }
    }
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How far two groups are apart, and whether chance alone would set them so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The test that was chosen.
    pub test: Test,
    /// Its p-value, in `[0, 1]`, before any correction for other comparisons (see
    /// [`holm`](crate::holm)).
    pub p: f64,
    /// Pearson's statistic; Fisher's test has none.
    pub statistic: Option<f64>,
    /// The first share minus the second, with its interval.
    pub difference: Difference,
}

/// Compares two groups that share no person.
///
/// Fisher's exact test when any expected count is below [`COCHRAN_MINIMUM`], Pearson's chi-square
/// test otherwise. The interval of the difference and the test come from different papers and may
/// disagree at the border of the level.
#[must_use]
pub fn compare(a: Proportion, b: Proportion) -> Comparison {
    let table = Table2x2::from_proportions(a, b);
    let small = expected_counts(&table).as_flattened().iter().any(|&e| e < COCHRAN_MINIMUM);
    let difference = newcombe(a, b);
    match chi_square_2x2(&table) {
        Ok(found) if !small => Comparison {
            test: Test::ChiSquare,
            p: found.p,
            statistic: Some(found.statistic),
            difference,
        },
        _ => Comparison {
            test: Test::FisherExact,
            p: fisher_exact_2x2(&table),
            statistic: None,
            difference,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Test, compare};
    use crate::Proportion;

    fn groups(a: (u64, u64), b: (u64, u64)) -> [Proportion; 2] {
        [a, b].map(|(count, n)| Proportion::new(count, n).unwrap())
    }

    #[test]
    fn cochran_decides_the_test() {
        // Expected counts 5, 15, 5, 15: just enough. One fewer of the rarer answer is not.
        let [a, b] = groups((6, 20), (4, 20));
        assert_eq!(compare(a, b).test, Test::ChiSquare);
        let [a, b] = groups((5, 20), (4, 20));
        let found = compare(a, b);
        assert_eq!((found.test, found.statistic), (Test::FisherExact, None));
    }

    #[test]
    fn an_answer_nobody_gave_shows_no_difference() {
        let [a, b] = groups((0, 399), (0, 24_000));
        let found = compare(a, b);
        assert_eq!((found.test, found.p), (Test::FisherExact, 1.0));
        assert_eq!(found.difference.estimate, 0.0);
    }
}
