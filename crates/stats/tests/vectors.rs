//! Every function against SciPy, statsmodels, R and 50-digit arithmetic.
//!
//! The vectors are made by `tools/vectors/stats.py`; each file states the versions it was made
//! with.

#![cfg(test)]

mod experiment;
mod oracle;

use oracle::{CLOSED_FORM, agrees, cases, close, close_to_zero_or, numbers, pair, table};
use stats::{Proportion, TableError};

#[test]
fn wilson() {
    for case in cases(include_str!("vectors/wilson.json")) {
        let (count, n) = (case["count"].as_u64().unwrap(), case["n"].as_u64().unwrap());
        let found = stats::wilson(Proportion::new(count, n).unwrap());
        agrees(&case, &["mpmath"], &[found.low, found.high], 1e-14);
        for oracle in ["statsmodels", "r"] {
            for (our, their) in [found.low, found.high].into_iter().zip(numbers(&case[oracle])) {
                assert!(close_to_zero_or(our, their, CLOSED_FORM), "{oracle} {our:e}: {case}");
            }
        }
    }
}

#[test]
fn newcombe() {
    for case in cases(include_str!("vectors/newcombe.json")) {
        let [a, b] = ["a", "b"].map(|group| {
            let (count, n) = pair(&case[group]);
            Proportion::new(count, n).unwrap()
        });
        let found = stats::newcombe(a, b);
        for oracle in ["mpmath", "statsmodels"] {
            let ours = [found.estimate, found.low, found.high];
            for (our, their) in ours.into_iter().zip(numbers(&case[oracle])) {
                assert!(close_to_zero_or(our, their, CLOSED_FORM), "{oracle} {our:e}: {case}");
            }
        }
    }
}

#[test]
fn chi_square() {
    for case in cases(include_str!("vectors/chi_square.json")) {
        let table = table(&case);
        let found = stats::chi_square_2x2(&table).unwrap();
        agrees(&case, &["mpmath", "scipy", "r"], &[found.statistic, found.p], CLOSED_FORM);
        let expected = stats::expected_counts(&table);
        agrees(&case, &["scipy_expected"], expected.as_flattened(), CLOSED_FORM);
    }
}

#[test]
fn fisher() {
    for case in cases(include_str!("vectors/fisher.json")) {
        let p = stats::fisher_exact_2x2(&table(&case));
        for (oracle, relative) in [("exact", 1e-11), ("scipy", 1e-8), ("r", 1e-8)] {
            let their = case[oracle].as_f64().unwrap();
            assert!(close(p, their, relative), "{oracle}, ours {p:e}: {case}");
        }
    }
}

#[test]
fn odds_ratio() {
    for case in cases(include_str!("vectors/odds_ratio.json")) {
        let found = stats::odds_ratio(&table(&case)).unwrap();
        let ours = [found.estimate, found.interval.low, found.interval.high];
        agrees(&case, &["mpmath", "statsmodels"], &ours, CLOSED_FORM);
    }
}

#[test]
fn holm() {
    for case in cases(include_str!("vectors/holm.json")) {
        let ours = stats::holm(&numbers(&case["p"]));
        agrees(&case, &["statsmodels", "r"], &ours, CLOSED_FORM);
    }
}

#[test]
fn what_has_no_statistic_says_so() {
    for cells in [[[0, 10], [0, 20]], [[10, 0], [20, 0]], [[0, 0], [3, 4]], [[0, 0], [0, 0]]] {
        let table = stats::Table2x2::new(cells);
        assert_eq!(stats::chi_square_2x2(&table), Err(TableError::EmptyMargin));
        assert_eq!(stats::odds_ratio(&table), Err(TableError::ZeroCell));
        assert_eq!(stats::fisher_exact_2x2(&table), 1.0);
    }
}
