//! What must hold for any counts, and naive twins.

#![cfg(test)]

use proptest::prelude::*;
use stats::{Proportion, Table2x2, Test, compare, fisher_exact_2x2, holm, newcombe, wilson};

fn proportion(largest: u64) -> impl Strategy<Value = Proportion> {
    (1..=largest)
        .prop_flat_map(|n| (prop_oneof![Just(0), Just(n), 0..=n], Just(n)))
        .prop_map(|(count, n)| Proportion::new(count, n).unwrap())
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12
}

/// Ways to choose `k` of `n`, exactly.
fn choose(n: u128, k: u128) -> u128 {
    (0..k.min(n - k)).fold(1, |ways, i| ways * (n - i) / (i + 1))
}

/// The definition of the two-sided test, in whole numbers.
fn naive_fisher(table: &Table2x2) -> f64 {
    let [[a, b], [c, d]] = table.cells.map(|row| row.map(u128::from));
    let (first, second, column) = (a + b, c + d, a + c);
    let ways = |k: u128| choose(first, k) * choose(second, column - k);
    let seen = ways(a);
    let all = (column.saturating_sub(second)..=first.min(column)).map(ways);
    let (tail, total) =
        all.fold((0, 0), |(tail, total), w| (if w <= seen { tail + w } else { tail }, total + w));
    tail as f64 / total as f64
}

/// Holm's procedure as the paper tells it: the adjusted value of a test is the smallest level at
/// which the steps still reach and reject it.
fn naive_holm(raw: &[f64]) -> Vec<f64> {
    let rank = |i: usize| {
        (0..raw.len()).filter(|&j| raw[j] < raw[i] || (raw[j] == raw[i] && j < i)).count()
    };
    let level = |i: usize| raw[i] * (raw.len() - rank(i)) as f64;
    (0..raw.len())
        .map(|i| {
            let before = (0..raw.len()).filter(|&j| rank(j) <= rank(i));
            before.map(level).fold(0.0, f64::max).min(1.0)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn wilson_holds_the_estimate_and_mirrors(p in proportion(1_000_000_000)) {
        let here = wilson(p);
        prop_assert!(0.0 <= here.low && here.low <= here.high && here.high <= 1.0);
        prop_assert!(here.contains(p.share()));
        let mirrored = wilson(p.complement());
        prop_assert!(near(here.low, 1.0 - mirrored.high) && near(here.high, 1.0 - mirrored.low));
    }

    #[test]
    fn newcombe_holds_the_estimate_and_turns(a in proportion(100_000), b in proportion(100_000)) {
        let (there, back) = (newcombe(a, b), newcombe(b, a));
        prop_assert!(-1.0 <= there.low && there.high <= 1.0);
        prop_assert!(there.low <= there.estimate && there.estimate <= there.high);
        prop_assert_eq!(there.estimate, -back.estimate);
        prop_assert!(near(there.low, -back.high) && near(there.high, -back.low));
        let mirrored = newcombe(a.complement(), b.complement());
        prop_assert!(near(there.low, -mirrored.high) && near(there.high, -mirrored.low));
    }

    #[test]
    fn a_comparison_is_a_probability_and_does_not_depend_on_order(
        a in proportion(3_000), b in proportion(3_000),
    ) {
        let (there, back) = (compare(a, b), compare(b, a));
        prop_assert!((0.0..=1.0).contains(&there.p));
        prop_assert_eq!(there.test, back.test);
        prop_assert!((there.p - back.p).abs() <= 1e-9 * there.p.abs());
        prop_assert_eq!(there.statistic.is_some(), there.test == Test::ChiSquare);
        prop_assert!(there.statistic.is_none_or(|x| x >= 0.0));
        let mirrored = compare(a.complement(), b.complement());
        prop_assert!((there.p - mirrored.p).abs() <= 1e-9 * there.p.abs());
    }

    #[test]
    fn fisher_equals_the_definition(cells in proptest::array::uniform4(0_u64..=25)) {
        let [a, b, c, d] = cells;
        let table = Table2x2::new([[a, b], [c, d]]);
        let (fast, naive) = (fisher_exact_2x2(&table), naive_fisher(&table));
        prop_assert!((fast - naive).abs() <= 1e-12 * naive, "{fast:e} {naive:e}");
    }

    #[test]
    fn fisher_stays_a_probability(cells in proptest::array::uniform4(0_u64..=50_000)) {
        let [a, b, c, d] = cells;
        let p = fisher_exact_2x2(&Table2x2::new([[a, b], [c, d]]));
        prop_assert!((0.0..=1.0).contains(&p));
    }

    #[test]
    fn holm_equals_the_paper(
        raw in proptest::collection::vec(
            prop_oneof![0.0..=1.0_f64, 0.0..0.05_f64, Just(0.01), Just(1.0), Just(0.0)], 0..30,
        ),
    ) {
        let adjusted = holm(&raw);
        prop_assert_eq!(&adjusted, &naive_holm(&raw));
        for (i, p) in raw.iter().enumerate() {
            prop_assert!(adjusted[i] >= *p && adjusted[i] <= 1.0);
            for (j, q) in raw.iter().enumerate() {
                prop_assert!(p > q || adjusted[i] <= adjusted[j] || p == q && i > j);
            }
        }
    }
}
