//! Results of simulated experiments with known effects.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use warning::{Cell, Counts, Event, Plan, Results, ResultsError};

use crate::world::{PLAN, parse};

/// An experiment of 60 days, a campaign from the 21st on, looks after the 40th and the 60th.
fn long() -> String {
    PLAN.replace("campaign = \"2030-01-11\"", "campaign = \"2030-01-21\"")
        .replace("end = \"2030-01-30\"", "end = \"2030-03-01\"")
        .replace("\"2030-01-20\", \"2030-01-30\"", "\"2030-02-09\", \"2030-03-01\"")
        .replace("weight = 3", "weight = 1")
}

const AFTER: Date = date(2030, 3, 2);

/// Simulated counts: a share of clicks for the neutral arm and one for the other, with days that
/// differ by chance.
fn simulate(plan: &Plan, dice: &mut ChaCha12Rng, shares: [f64; 2], a_day: u32) -> Counts {
    let (_, hash) = parse(&long()).unwrap();
    let mut counts = Counts::new(plan, hash);
    for day in 0..plan.days() {
        let shift = 0.02 * (unit(dice) - 0.5);
        let arms = if day < plan.campaign_day() { 1 } else { 2 };
        for (arm, share) in shares.into_iter().enumerate().take(arms) {
            let cell = Cell { arm, language: 0, channel: 0, day };
            for _ in 0..a_day {
                counts.count(cell, Event::Shown);
                if unit(dice) < share + shift {
                    counts.count(cell, Event::Help);
                }
            }
        }
    }
    counts
}

fn unit(dice: &mut ChaCha12Rng) -> f64 {
    (dice.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

fn results(counts: &Counts, today: Date) -> Result<Results, ResultsError> {
    let (plan, hash) = parse(&long()).unwrap();
    Results::at(&plan, hash, counts, today)
}

#[test]
fn before_the_first_look_there_is_nothing_to_see() {
    let (plan, _) = parse(&long()).unwrap();
    let counts = simulate(&plan, &mut ChaCha12Rng::seed_from_u64(1), [0.09, 0.2], 100);
    let said = results(&counts, date(2030, 2, 9)).unwrap_err();
    assert!(said.to_string().contains("2030-02-09"), "{said}");
    let first = results(&counts, date(2030, 2, 15)).unwrap();
    assert_eq!((first.look, first.until), (1, date(2030, 2, 9)));
    assert_eq!(first.arms[1].tally.shown, 20 * 100, "days after the look are not in it");
    assert_eq!(results(&counts, AFTER).unwrap().look, 2);
}

#[test]
fn an_effect_that_is_there_is_found_and_of_the_right_size() {
    let (plan, _) = parse(&long()).unwrap();
    let counts = simulate(&plan, &mut ChaCha12Rng::seed_from_u64(2), [0.09, 0.13], 2_000);
    let found = results(&counts, AFTER).unwrap();
    let harm = &found.comparisons[0];
    let difference = harm.difference.unwrap();
    assert!(harm.differs && harm.p.unwrap() < harm.bound, "{harm:?}");
    assert!(difference.low < 0.04 && 0.04 < difference.high, "{difference:?}");
    assert!((0.03..0.05).contains(&difference.estimate), "{difference:?}");
    let odds = (0.13 / 0.87) / (0.09 / 0.91);
    let ratio = harm.odds_ratio.unwrap();
    assert!(ratio.low < odds && odds < ratio.high, "{ratio:?}");
    assert!(found.says[0].contains("harm-plain"), "{:?}", found.says);
    assert!(found.says.iter().any(|said| said.contains("no desistance")));
    let change = found.change.unwrap();
    let level = change.level.unwrap();
    assert!(level.low < 0.02 && 0.02 < level.high, "half of the showings changed by 4: {level:?}");
    assert_eq!((change.days_before, change.days_during), (20, 40));
    assert_eq!(found.arms.iter().map(|arm| arm.tally.shown).sum::<u64>(), 2 * 40 * 2_000);
    assert_eq!(found.groups.len(), 2, "one channel and one language were used");
}

/// Two looks at an alpha of 5 %: of 400 experiments without an effect 20 are expected to find one
/// at either look; 20 ± 4.36 × 4 spares a run that is only unlucky.
#[test]
fn where_nothing_is_there_nothing_is_found_more_often_than_planned() {
    let (plan, _) = parse(&long()).unwrap();
    let mut dice = ChaCha12Rng::seed_from_u64(3);
    let mut found = 0;
    let mut mean = 0.0;
    for _ in 0..400 {
        let counts = simulate(&plan, &mut dice, [0.1, 0.1], 150);
        let results = results(&counts, AFTER).unwrap();
        found += u32::from(results.comparisons[0].differs);
        mean += results.comparisons[0].difference.unwrap().estimate / 400.0;
        let undecided = results.says[0].contains("do not decide");
        assert_eq!(undecided, !results.comparisons[0].differs, "{}", results.says[0]);
    }
    assert!((3..=37).contains(&found), "{found} of 400");
    // The standard error of the mean of 400 differences of two shares of 6,000 showings.
    let error = (2.0 * 0.1 * 0.9 / 6_000.0 / 400.0_f64).sqrt();
    assert!(mean.abs() < 4.0 * error, "biased by {mean}");
}

#[test]
fn clicks_of_a_later_day_are_left_out_and_told() {
    let (plan, hash) = parse(&long()).unwrap();
    let mut counts = Counts::new(&plan, hash);
    let cell = Cell { arm: 1, language: 0, channel: 0, day: 30 };
    counts.count(cell, Event::Help);
    let found = results(&counts, AFTER).unwrap();
    assert_eq!(found.late, 1);
    assert_eq!(found.arms[1].tally.share, None);
    assert!(found.says[0].contains("do not decide"), "{:?}", found.says);
}
