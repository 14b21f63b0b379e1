//! Arms are drawn as the plan says.

use jiff::Timestamp;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;
use warning::{BlockSecret, Plan, assign};

use crate::world::{changed, parse, plan};

fn at(day: &str, hour: u8) -> Timestamp {
    format!("{day}T{hour:02}:30:00Z").parse().unwrap_or_default()
}

fn secret() -> BlockSecret {
    BlockSecret::new([9; 32])
}

/// How often each arm is drawn in `many` requests of one moment.
fn drawn(plan: &Plan, now: Timestamp, many: usize) -> Vec<usize> {
    let mut dice = ChaCha12Rng::seed_from_u64(1);
    let mut found = vec![0; plan.arms.len()];
    for _ in 0..many {
        if let Some(place) = assign(plan, &secret(), now, dice.next_u64()) {
            found[place] += 1;
        }
    }
    found
}

#[test]
fn requests_get_arms_by_weight() {
    let (plan, _) = plan();
    // 1 : 3 over 40,000 draws: standard deviation 87, five of them allowed.
    let found = drawn(&plan, at("2030-01-15", 12), 40_000);
    assert!(found[0].abs_diff(10_000) < 434, "{found:?}");
}

#[test]
fn before_the_campaign_everyone_gets_the_neutral_one_and_outside_nobody_draws() {
    let (plan, _) = plan();
    assert_eq!(drawn(&plan, at("2030-01-10", 23), 100), [100, 0]);
    assert_eq!(drawn(&plan, at("2029-12-31", 12), 100), [0, 0]);
    assert_eq!(drawn(&plan, at("2030-01-31", 0), 100), [0, 0]);
}

#[test]
fn the_extremes_of_chance_are_arms() {
    let (plan, _) = plan();
    let now = at("2030-01-15", 12);
    assert_eq!(assign(&plan, &secret(), now, 0), Some(0));
    assert_eq!(assign(&plan, &secret(), now, u64::MAX), Some(1));
}

#[test]
fn a_block_has_one_arm_for_everyone_and_blocks_differ() {
    let text = changed("by = \"request\"", "by = \"block\"\nhours = 6");
    let (plan, _) = parse(&text).unwrap();
    let mut blocks = Vec::new();
    for day in 11..=30 {
        for hour in 0..24 {
            let now = at(&format!("2030-01-{day}"), hour);
            let arm = assign(&plan, &secret(), now, u64::from(hour));
            if hour % 6 == 0 {
                blocks.push(arm);
            }
            assert_eq!(blocks.last(), Some(&arm), "day {day}, hour {hour}");
        }
    }
    let neutral = blocks.iter().filter(|arm| **arm == Some(0)).count();
    // 80 blocks, 1 : 3; 20 expected, standard deviation 3.9.
    assert!((5..=35).contains(&neutral), "{neutral} of {}", blocks.len());
}
