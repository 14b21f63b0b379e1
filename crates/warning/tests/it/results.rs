//! Results of simulated experiments with known effects.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use warning::{BlockSecret, Cell, Counts, Event, Plan, PlanHash, Results, ResultsError, assign};

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
    let mut changed = 0;
    let mut mean = 0.0;
    for _ in 0..400 {
        let counts = simulate(&plan, &mut dice, [0.1, 0.1], 150);
        let first = results(&counts, date(2030, 2, 10)).unwrap();
        let results = results(&counts, AFTER).unwrap();
        found += u32::from(results.comparisons[0].differs);
        // The change at the campaign's beginning is looked at twice, too.
        let said = [&first, &results].map(|own| {
            let change = own.change.as_ref().unwrap();
            let said = own.says.iter().any(|said| said.starts_with("When the campaign began"));
            assert_eq!(said, change.differs, "{:?}", own.says);
            change.differs
        });
        changed += u32::from(said.contains(&true));
        mean += results.comparisons[0].difference.unwrap().estimate / 400.0;
        let undecided = results.says[0].contains("do not decide");
        assert_eq!(undecided, !results.comparisons[0].differs, "{}", results.says[0]);
    }
    assert!((3..=37).contains(&found), "{found} of 400");
    assert!((3..=37).contains(&changed), "{changed} of 400 changes");
    // The standard error of the mean of 400 differences of two shares of 6,000 showings.
    let error = (2.0 * 0.1 * 0.9 / 6_000.0 / 400.0_f64).sqrt();
    assert!(mean.abs() < 4.0 * error, "biased by {mean}");
}

/// Arms drawn for blocks of six hours, in which people are more alike than from block to block: on
/// many days an arm is not shown at all. Intervals by day still hold the truth.
#[test]
fn blocks_of_hours_are_covered_and_not_biased() {
    const RUNS: u32 = 300;
    let text = long().replace("by = \"request\"", "by = \"block\"\nhours = 6");
    let (plan, hash) = parse(&text).unwrap();
    let mut dice = ChaCha12Rng::seed_from_u64(4);
    let (mut held, mut error, mut squares, mut one_arm_days) = (0, 0.0, 0.0, 0);
    for _ in 0..RUNS {
        let counts = in_blocks(&plan, hash, &mut dice);
        for day in plan.campaign_day()..plan.days() {
            let shown = |arm| counts.of(Cell { arm, language: 0, channel: 0, day }, Event::Shown);
            one_arm_days += u32::from(shown(0) == 0 || shown(1) == 0);
        }
        let found = Results::at(&plan, hash, &counts, AFTER).unwrap();
        let difference = found.comparisons[0].difference.unwrap();
        held += u32::from(difference.low <= EFFECT && EFFECT <= difference.high);
        error += difference.estimate - EFFECT;
        squares += (difference.estimate - EFFECT).powi(2);
    }
    // Two arms and four blocks: one day of eight has one arm only.
    let days = RUNS * u32::from(plan.days() - plan.campaign_day());
    assert!((days / 10..days / 6).contains(&one_arm_days), "{one_arm_days} of {days}");
    // 95 % of 300 are 285; the standard deviation is 3.8.
    assert!((270..=299).contains(&held), "{held} of {RUNS} intervals hold the truth");
    assert!(error.abs() < 4.0 * f64::sqrt(squares), "biased by {}", error / f64::from(RUNS));
}

/// What the message in `in_blocks` adds to the share.
const EFFECT: f64 = 0.03;

/// An experiment in blocks of six hours, one hundred showings each; days and blocks have their own
/// ups and downs.
fn in_blocks(plan: &Plan, hash: PlanHash, dice: &mut ChaCha12Rng) -> Counts {
    let mut secret = [0; 32];
    dice.fill_bytes(&mut secret);
    let secret = BlockSecret::new(secret);
    let mut counts = Counts::new(plan, hash);
    for day in 0..plan.days() {
        let of_day = 0.04 * (unit(dice) - 0.5);
        for block in 0..4 {
            let share = 0.1 + of_day + 0.04 * (unit(dice) - 0.5);
            let date = plan.start.saturating_add(i64::from(day).days());
            let at = TimeZone::UTC.to_timestamp(date.at(6 * block + 3, 0, 0, 0)).unwrap();
            let arm = assign(plan, &secret, at, 0).unwrap();
            let cell = Cell { arm, language: 0, channel: 0, day };
            let share = if arm == 0 { share } else { share + EFFECT };
            let clicks = (0..100).filter(|_| unit(dice) < share).count();
            counts.add_events(cell, Event::Shown, 100);
            counts.add_events(cell, Event::Help, u32::try_from(clicks).unwrap());
        }
    }
    counts
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
