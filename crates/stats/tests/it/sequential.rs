//! Looking several times, at several arms, keeps the error that was stated.

use stats::{
    ArmAtLook, DayCount, SequentialHolm, Spending, clustered_difference, normal_cdf,
    sequential_boundaries,
};

use crate::Tally;
use crate::chance::Chance;

const BOTH: [Spending; 2] = [Spending::ObrienFleming, Spending::Pocock];

fn p_value(z: f64) -> f64 {
    2.0 * normal_cdf(-z.abs()).unwrap()
}

/// A Brownian motion at the looks.
fn walk(chance: &mut Chance, fractions: &[f64]) -> Vec<f64> {
    let (mut at, mut now) = (0.0, 0.0);
    let step = |&fraction: &f64| {
        at += chance.normal() * (fraction - now).sqrt();
        now = fraction;
        at
    };
    fractions.iter().map(step).collect()
}

#[test]
fn the_level_is_spent_as_stated() {
    let mut chance = Chance::new(21);
    for spending in BOTH {
        for fractions in [&[0.2, 0.4, 0.6, 0.8, 1.0][..], &[0.1, 0.45, 0.5, 1.0]] {
            let looks = sequential_boundaries(fractions, 0.05, spending).unwrap();
            let mut stopped = vec![Tally::default(); looks.len()];
            for _ in 0..200_000 {
                let path = walk(&mut chance, fractions);
                let crosses = |i: usize| looks[i].stops(p_value(path[i] / fractions[i].sqrt()));
                let first = (0..looks.len()).find(|&i| crosses(i)).unwrap_or(looks.len());
                stopped.iter_mut().enumerate().for_each(|(i, tally)| tally.add(first <= i));
            }
            for (look, stopped) in looks.iter().zip(stopped) {
                stopped.is_near(look.spent, 0.0, &format!("{spending:?} at {}", look.fraction));
            }
        }
    }
}

/// Four arms and a control at three looks; the arms' drifts are in standard errors at the end.
/// The share of experiments that reject an arm without drift, and of those that reject the first.
fn family(seed: u64, spending: Spending, drifts: [f64; 4]) -> [Tally; 2] {
    let fractions = [0.3, 0.6, 1.0];
    let plan = SequentialHolm::new(4, &fractions, 0.05, spending).unwrap();
    let mut chance = Chance::new(seed);
    let [mut wrong, mut first] = [Tally::default(); 2];
    for _ in 0..40_000 {
        let control = walk(&mut chance, &fractions);
        let arms = [(); 4].map(|()| walk(&mut chance, &fractions));
        let mut state = [ArmAtLook::Open(1.0); 4];
        let mut rejected = [false; 4];
        for (look, fraction) in fractions.iter().enumerate() {
            for (i, arm) in arms.iter().enumerate() {
                let z = (arm[look] - control[look]) / (2.0 * fraction).sqrt()
                    + drifts[i] * fraction.sqrt();
                state[i] =
                    if rejected[i] { ArmAtLook::Rejected } else { ArmAtLook::Open(p_value(z)) };
            }
            let decisions = plan.decide(look + 1, &state).unwrap();
            rejected = std::array::from_fn(|i| decisions[i].rejected);
        }
        wrong.add((0..4).any(|i| rejected[i] && drifts[i] == 0.0));
        first.add(rejected[0]);
    }
    [wrong, first]
}

#[test]
fn several_arms_and_looks_keep_the_family_wise_error() {
    for spending in BOTH {
        // The arms share a control, so Bonferroni's bound is not quite reached.
        let [none, _] = family(22, spending, [0.0; 4]);
        none.is_within(0.03, 0.05, "no arm differs");
        // Two arms are found nearly always; the level then passes to the other two.
        let [two, found] = family(23, spending, [6.0, 6.0, 0.0, 0.0]);
        two.is_within(0.04, 0.05, "two arms differ");
        found.is_within(0.99, 1.0, "an arm that differs is found");
        // Three are found at the first look: the last is tested at the whole level.
        let [one, _] = family(24, spending, [12.0, 12.0, 12.0, 0.0]);
        one.is_near(0.05, 0.003, "three arms differ");
    }
}

#[test]
fn p_values_clustered_by_day_keep_the_level_over_the_looks() {
    let mut chance = Chance::new(25);
    let days = [20, 40, 60, 80];
    let fractions = days.map(|day| day as f64 / 80.0);
    for spending in BOTH {
        let looks = sequential_boundaries(&fractions, 0.05, spending).unwrap();
        let mut stopped = Tally::default();
        for _ in 0..3_000 {
            let mut arms = [Vec::new(), Vec::new()];
            for _ in 0..days[3] {
                let common = 0.12 + 0.03 * chance.normal();
                for arm in &mut arms {
                    let share = (common + 0.02 * chance.normal()).clamp(0.001, 0.999);
                    arm.push(DayCount::new(chance.binomial(60, share), 60).unwrap());
                }
            }
            stopped.add(looks.iter().zip(days).any(|(look, end)| {
                let found = clustered_difference(&arms[0][..end], &arms[1][..end]);
                look.stops(found.unwrap().effect.p)
            }));
        }
        stopped.is_near(0.05, 0.005, &format!("{spending:?} on days"));
    }
}
