//! Which arm a visitor gets.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::{Assignment, NEUTRAL, Plan};

/// What the arm of a block of hours is drawn with; whoever has it knows the arms to come.
pub struct BlockSecret([u8; 32]);

impl BlockSecret {
    /// A secret of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

/// The arm for a request, as its place in the plan; `None` on a day outside the plan. `random` is
/// 64 fresh random bits; where the plan draws for blocks, `secret` decides instead.
pub fn assign(plan: &Plan, secret: &BlockSecret, now: Timestamp, random: u64) -> Option<usize> {
    let time = TimeZone::UTC.to_datetime(now);
    if plan.day_of(time.date())? < plan.campaign_day() {
        return plan.arms.iter().position(|arm| arm.id == NEUTRAL);
    }
    let random = match plan.assignment {
        Assignment::Request => random,
        Assignment::Block { hours } => {
            let block = now.as_second().div_euclid(i64::from(hours.max(1)) * 3600);
            let hash = blake3::keyed_hash(&secret.0, &block.to_le_bytes());
            let (first, _) = hash.as_bytes().split_first_chunk::<8>()?;
            u64::from_le_bytes(*first)
        }
    };
    Some(draw(plan, random))
}

/// Scales 64 random bits to the sum of the weights; the rounding is below 2^-48 for any plan.
fn draw(plan: &Plan, random: u64) -> usize {
    let total = u128::from(plan.weights());
    let mut point = u64::try_from((u128::from(random) * total) >> 64).unwrap_or_default();
    for (place, arm) in plan.arms.iter().enumerate() {
        let weight = u64::from(arm.weight);
        if point < weight {
            return place;
        }
        point -= weight;
    }
    0
}
