//! What must hold for any days, looks and plans: numbers or an error, and no dependence on what
//! does not matter.

#![cfg(test)]

use proptest::prelude::*;
use stats::{
    DayCount, Effect, Interruption, Plan, PlannedVariance, SeriesErrors, SeriesWeights, Spending,
    clustered_difference, clustered_odds_ratio, clustered_rate, interrupted, sequential_boundaries,
};

/// Days of all sizes, some without showings, some followed never or always.
fn days(length: impl Into<prop::collection::SizeRange>) -> impl Strategy<Value = Vec<DayCount>> {
    let shown = prop_oneof![2 => Just(0), 1 => Just(1), 5 => 0..50_u64, 5 => 0..1_000_000_u64];
    let day = (shown, prop_oneof![3 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)]);
    let count =
        |(shown, share): (u64, f64)| DayCount::new((shown as f64 * share) as u64, shown).unwrap();
    prop::collection::vec(day.prop_map(count), length)
}

fn sound(effect: &Effect) -> bool {
    let Effect { estimate, standard_error, degrees, interval, p } = *effect;
    [estimate, standard_error, degrees, interval.low, interval.high].iter().all(|x| x.is_finite())
        && standard_error > 0.0
        && interval.contains(estimate)
        && (0.0..=1.0).contains(&p)
}

fn complement(days: &[DayCount]) -> Vec<DayCount> {
    days.iter().map(|d| DayCount::new(d.shown() - d.clicks(), d.shown()).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn a_clustered_rate_is_sound_and_mirrors(days in days(0..40_usize)) {
        let (here, there) = (clustered_rate(&days), clustered_rate(&complement(&days)));
        prop_assert_eq!(here.is_ok(), there.is_ok());
        if let (Ok(here), Ok(there)) = (here, there) {
            prop_assert!(0.0 < here.estimate && here.estimate < 1.0);
            prop_assert!(0.0 <= here.interval.low && here.interval.high <= 1.0);
            prop_assert!(here.interval.contains(here.estimate));
            prop_assert!(here.standard_error > 0.0 && here.design_effect.is_finite());
            prop_assert!((here.interval.low - (1.0 - there.interval.high)).abs() < 1e-9);
        }
    }

    #[test]
    fn two_arms_are_sound_and_turn(pairs in days(0..80_usize)) {
        let (a, b) = pairs.split_at(pairs.len() / 2);
        let b = &b[..a.len()];
        match (clustered_difference(a, b), clustered_difference(b, a)) {
            (Ok(there), Ok(back)) => {
                prop_assert!(sound(&there.effect) && there.design_effect > 0.0);
                prop_assert_eq!(there.effect.estimate, -back.effect.estimate);
                prop_assert!((there.effect.p - back.effect.p).abs() < 1e-9);
            }
            (there, back) => prop_assert_eq!(there.is_err(), back.is_err()),
        }
        if let Ok(odds) = clustered_odds_ratio(a, b) {
            prop_assert!(odds.estimate > 0.0 && odds.log_standard_error > 0.0);
            prop_assert!(odds.interval.contains(odds.estimate) && odds.interval.high.is_finite());
            prop_assert!((0.0..=1.0).contains(&odds.p));
        }
    }

    #[test]
    fn an_interrupted_series_is_sound(
        days in days(28..90_usize), first_after in 0..90_usize, weekdays: bool, equal: bool,
    ) {
        let weights = if equal { SeriesWeights::Equal } else { SeriesWeights::Shown };
        for errors in [SeriesErrors::Cosine, SeriesErrors::NeweyWest { lag: 5, small_sample: true }] {
            let asked = Interruption { first_after, weekdays, weights, errors };
            let Ok(found) = interrupted(&days, &asked) else { continue };
            for effect in [
                found.slope_before, found.level_change, found.slope_change, found.change_at_end,
            ] {
                prop_assert!(sound(&effect), "{:?}", effect);
            }
            let foreseen = found.counterfactual_at_end;
            prop_assert!(foreseen.interval.contains(foreseen.estimate));
            prop_assert!(foreseen.standard_error > 0.0);
            prop_assert!((0.0..=0.97).contains(&found.autocorrelation));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn looks_spend_no_more_than_there_is(
        steps in prop::collection::vec(0.001..0.3_f64, 1..8),
        alpha in prop_oneof![0.0001..0.499_f64, Just(0.05)],
        pocock: bool,
    ) {
        let spending = if pocock { Spending::Pocock } else { Spending::ObrienFleming };
        let rise = |sum: &mut f64, step: f64| { *sum += step; (*sum <= 1.0).then_some(*sum) };
        let fractions: Vec<f64> = steps.into_iter().scan(0.0, |sum, step| rise(sum, step)).collect();
        let looks = sequential_boundaries(&fractions, alpha, spending).unwrap();
        let mut before = 0.0;
        for look in &looks {
            prop_assert!(look.spent >= before && look.spent <= alpha);
            // No less than what is spent here, no more than what has been spent so far.
            let here = look.spent - before;
            prop_assert!(look.nominal_p >= here * (1.0 - 1e-9) && look.nominal_p <= alpha);
            prop_assert!(look.z().is_none_or(f64::is_finite));
            before = look.spent;
        }
    }

    #[test]
    fn power_rises_with_size_and_distance(
        baseline in 0.001..0.5_f64, rise in 0.01..0.4_f64, n in 10..100_000_u64, pooled: bool,
    ) {
        let variance = if pooled { PlannedVariance::Pooled } else { PlannedVariance::Unpooled };
        let plan = Plan::new(0.05, 3, 1.5, variance).unwrap();
        let power = |rise: f64, n| plan.power(baseline, baseline + rise, n).unwrap();
        prop_assert!((0.0..=1.0).contains(&power(rise, n)));
        if power(rise, n) > 0.5 {
            prop_assert!(power(rise, n) <= power(rise, 2 * n) + 1e-12);
            prop_assert!(power(rise, n) <= power(rise * 1.2, n) + 1e-12);
        }
    }
}
