//! Whether an experiment is large enough to find what it looks for.

use stats::{PlannedVariance, PowerError};

use crate::{Plan, Size};

/// What the smallest arm of an experiment can be expected to show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Power {
    /// Comparisons with the neutral message.
    pub comparisons: u32,
    /// Showings that the smallest arm needs.
    pub needed: u64,
    /// Showings that the smallest arm is expected to have.
    pub expected: u64,
    /// Days that the campaign would need.
    pub days: u64,
    /// The chance of finding what is worth finding with the expected showings.
    pub power: f64,
    /// The smallest rise above the baseline found with the planned power, as a difference of
    /// shares; `None` when not even the largest would be.
    pub smallest: Option<f64>,
}

impl Power {
    /// The power of a plan of `arms` arms, of which the smallest gets `share` of all showings, over
    /// so many days.
    ///
    /// Every comparison is planned at alpha over their number (Bonferroni), with both arms of the
    /// smallest one's size: the analysis, Holm's with a larger neutral arm, finds at least as much.
    ///
    /// # Errors
    /// [`PowerError`] when a number cannot be meant.
    pub fn new(size: &Size, arms: usize, share: f64, days: u64) -> Result<Self, PowerError> {
        let comparisons = u32::try_from(arms.saturating_sub(1)).unwrap_or(u32::MAX);
        let plan = stats::Plan::new(
            size.alpha,
            comparisons,
            size.design_effect,
            PlannedVariance::Unpooled,
        )?;
        let needed = plan.size_per_arm(size.baseline, size.worth_finding, size.power)?;
        let a_day = size.shown_a_day as f64 * share;
        let expected = (a_day * days as f64) as u64;
        Ok(Self {
            comparisons,
            needed,
            expected,
            days: (needed as f64 / a_day).ceil() as u64,
            power: plan.power(size.baseline, size.worth_finding, expected)?,
            smallest: plan.smallest_rise(size.baseline, expected, size.power).ok(),
        })
    }

    /// Whether the experiment is large enough.
    pub fn is_enough(&self) -> bool {
        self.expected >= self.needed
    }
}

impl Plan {
    /// The power of this plan.
    ///
    /// # Errors
    /// [`PowerError`] when a number cannot be meant.
    pub fn power(&self) -> Result<Power, PowerError> {
        let least = self.arms.iter().map(|arm| arm.weight).min().unwrap_or(1);
        let share = f64::from(least) / self.weights() as f64;
        let days = u64::from(self.days() - self.campaign_day());
        Power::new(&self.size, self.arms.len(), share, days)
    }
}
