//! Intervals clustered by day hold the truth as often as they say.

use stats::{
    DayCount, Proportion, clustered_difference, clustered_odds_ratio, clustered_rate, newcombe,
    normal_quantile, student_quantile, wilson,
};

use crate::Tally;
use crate::chance::Chance;

const COMMON: f64 = 0.28;
const OWN: f64 = 0.1;

fn share(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The mean share over days whose log odds are normal around `log_odds`.
fn mean_share(log_odds: f64) -> f64 {
    let spread = COMMON.hypot(OWN);
    let at = |i: u32| {
        share(log_odds + spread * normal_quantile((f64::from(i) + 0.5) / 1_000.0).unwrap())
    };
    (0..1_000).map(at).sum::<f64>() / 1_000.0
}

/// Two arms over the same days, about 200 showings a day each. `variation` is about the standard
/// deviation of the days' sizes over their mean.
fn draw(
    chance: &mut Chance,
    days: usize,
    log_odds: [f64; 2],
    variation: f64,
) -> [Vec<DayCount>; 2] {
    let mut arms = [Vec::new(), Vec::new()];
    for _ in 0..days {
        let spread = libm::log1p(variation * variation).sqrt();
        let size = 400.0 * libm::exp(spread * chance.normal() - spread * spread / 2.0);
        let common = COMMON * chance.normal();
        let first = chance.binomial(size as u64 + 20, 0.5);
        for ((arm, log_odds), shown) in
            arms.iter_mut().zip(log_odds).zip([first, size as u64 + 20 - first])
        {
            let today = share(log_odds + common + OWN * chance.normal());
            arm.push(DayCount::new(chance.binomial(shown, today), shown).unwrap());
        }
    }
    arms
}

#[derive(Default)]
struct Coverage {
    rate: Tally,
    difference: Tally,
    odds: Tally,
    wilson: Tally,
    newcombe: Tally,
    all_days: Tally,
}

fn coverage(seed: u64, days: usize, runs: u32, variation: f64) -> Coverage {
    let mut chance = Chance::new(seed);
    // About 15 % against 9 %.
    let log_odds = [-1.75, -2.3];
    let [a, b] = log_odds.map(mean_share);
    let odds = |share: f64| share / (1.0 - share);
    let mut found = Coverage::default();
    for _ in 0..runs {
        let [first, second] = draw(&mut chance, days, log_odds, variation);
        found.rate.add(clustered_rate(&first).unwrap().interval.contains(a));
        let difference = clustered_difference(&first, &second).unwrap();
        found.difference.add(difference.effect.interval.contains(a - b));
        let t = student_quantile(0.975, days as f64 - 1.0).unwrap();
        let apart = (difference.effect.estimate - (a - b)).abs();
        found.all_days.add(apart <= t * difference.effect.standard_error);
        let ratio = clustered_odds_ratio(&first, &second).unwrap();
        found.odds.add(ratio.interval.contains(odds(a) / odds(b)));
        let [first, second] = [first, second].map(|days| {
            let sum = |what: fn(DayCount) -> u64| days.iter().map(|day| what(*day)).sum();
            Proportion::new(sum(DayCount::clicks), sum(DayCount::shown)).unwrap()
        });
        found.wilson.add(wilson(first).contains(a));
        let plain = newcombe(first, second);
        found.newcombe.add(plain.low <= a - b && a - b <= plain.high);
    }
    found
}

#[test]
fn ten_thirty_and_many_days() {
    for (days, runs) in [(5, 4_000), (10, 4_000), (30, 3_000), (140, 1_000)] {
        let found = coverage(31 + days as u64, days, runs, 0.3);
        for (tally, what) in
            [(found.rate, "rate"), (found.difference, "difference"), (found.odds, "odds ratio")]
        {
            tally.is_near(0.95, 0.01, &format!("{what} over {days} days"));
        }
        // What would happen without the days.
        found.wilson.is_within(0.0, 0.75, "Wilson's interval is too narrow");
        found.newcombe.is_within(0.0, 0.93, "Newcombe's interval is too narrow");
    }
}

#[test]
fn days_of_very_different_sizes() {
    for (days, runs) in [(10, 3_000), (30, 2_000)] {
        let found = coverage(41 + days as u64, days, runs, 1.0);
        for (tally, what) in
            [(found.rate, "rate"), (found.difference, "difference"), (found.odds, "odds ratio")]
        {
            tally.is_within(0.94, 0.955, &format!("{what} over {days} uneven days"));
        }
        // What would happen with one degree of freedom for each day but one.
        found.all_days.is_within(0.9, 0.935, "G - 1 degrees of freedom are too many");
    }
}
