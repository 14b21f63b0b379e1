//! Intervals, tests and the control of many comparisons.
//!
//! Everything here starts from counts: of people, or of what was shown to them. A [`Proportion`]
//! is "so many of so many", a [`Table2x2`] is two of them. The room answers four questions:
//!
//! - how sure is one proportion? [`wilson`];
//! - how far apart are two groups, and how sure is that? [`newcombe`], [`odds_ratio`];
//! - could chance alone set them so far apart? [`compare`], which picks [`chi_square_2x2`] or
//!   [`fisher_exact_2x2`];
//! - what is left of that when many pairs were tried? [`holm`].
//!
//! And four more, for an experiment that shows messages day after day and counts who follows
//! them ([`DayCount`]):
//!
//! - how many showings does it need? [`Plan`], [`design_effect_within_days`], [`wald_power`];
//! - when may it stop early? [`sequential_boundaries`], and with several arms [`SequentialHolm`];
//! - how far are two arms apart when days differ? [`clustered_rate`], [`clustered_difference`],
//!   [`clustered_odds_ratio`];
//! - did a share change when something began, without arms? [`interrupted()`].
//!
//! Units: counts are people or showings, proportions and p-values lie in `[0, 1]`, differences in `[-1, 1]`.
//! Nothing here is a percentage; multiply by 100 where a number is printed.
//!
//! All intervals are at the one level [`CONFIDENCE`]. The only functions used beyond IEEE
//! arithmetic and the square root come from `libm`, so a number is the same on every machine.
//!
//! Two groups must not share a person: compare a group with the *rest* of the sample, never with
//! a total that contains it.
//!
//! ```
//! use stats::{Proportion, compare, wilson};
//!
//! # fn main() -> Result<(), stats::ProportionError> {
//! let group = Proportion::new(227, 399)?;
//! let rest = Proportion::new(11_293, 23_601)?;
//! let interval = wilson(group);
//! assert_eq!(format!("{:.3}, {:.3}", interval.low, interval.high), "0.520, 0.617");
//! let found = compare(group, rest);
//! assert_eq!(found.test.to_string(), "Pearson's chi-square test");
//! assert!(found.p < 0.001 && found.difference.low > 0.0);
//! # Ok(())
//! # }
//! ```
//!
//! And an experiment: planned, run for a week, looked at.
//!
//! ```
//! use stats::{DayCount, PlannedVariance, Plan, Spending};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Two messages against the neutral one; a rise from 9 to 12 % is to be found.
//! let plan = Plan::new(0.05, 2, 1.3, PlannedVariance::Unpooled)?;
//! assert_eq!(plan.size_per_arm(0.09, 0.12, 0.9)?, 3_362);
//! // The first of two looks, half way.
//! let looks = stats::sequential_boundaries(&[0.5, 1.0], plan.level(), Spending::ObrienFleming)?;
//! let day = |(clicks, shown)| DayCount::new(clicks, shown);
//! let neutral = [(18, 210), (22, 230), (15, 190), (20, 205), (24, 240), (11, 160), (17, 185)];
//! let harm = [(33, 214), (36, 222), (28, 201), (30, 199), (41, 236), (22, 158), (29, 190)];
//! let [neutral, harm] = [neutral, harm].map(|week| week.map(day));
//! let neutral: Vec<DayCount> = neutral.into_iter().collect::<Result<_, _>>()?;
//! let harm: Vec<DayCount> = harm.into_iter().collect::<Result<_, _>>()?;
//! let found = stats::clustered_difference(&harm, &neutral)?;
//! assert!(looks[0].stops(found.effect.p) && found.effect.interval.low > 0.05);
//! # Ok(())
//! # }
//! ```

mod chi_square;
mod cluster;
mod compare;
mod day_count;
mod design_effect;
mod effect;
mod fisher;
mod holm;
mod interrupted;
mod least_squares;
mod level;
mod newcombe;
mod normal;
mod odds_ratio;
mod power;
mod proportion;
mod sequential;
mod student;
mod table;
mod wilson;

pub use chi_square::{ChiSquare, chi_square_2x2, expected_counts};
pub use cluster::{
    ClusterError, ClusteredDifference, ClusteredOddsRatio, ClusteredRate, MIN_CLUSTER_DAYS,
    clustered_difference, clustered_odds_ratio, clustered_rate,
};
pub use compare::{COCHRAN_MINIMUM, Comparison, Test, compare};
pub use day_count::{DayCount, DayCountError};
pub use design_effect::{DayClusters, design_effect_whole_days, design_effect_within_days};
pub use effect::Effect;
pub use fisher::fisher_exact_2x2;
pub use holm::holm;
pub use interrupted::{
    Counterfactual, Interrupted, InterruptedError, Interruption, MAX_SERIES_DAYS,
    MIN_DAYS_EACH_SIDE, SeriesErrors, SeriesWeights, interrupted,
};
pub use level::{CONFIDENCE, Z};
pub use newcombe::{Difference, newcombe};
pub use normal::{DistributionError, normal_cdf, normal_quantile};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use power::{Plan, PlannedVariance, PowerError, wald_power};
pub use proportion::{Proportion, ProportionError};
pub use sequential::{
    ArmAtLook, ArmDecision, Look, MAX_ARMS, MAX_LOOKS, MIN_FRACTION_STEP, SequentialError,
    SequentialHolm, Spending, holm_sequential, sequential_boundaries,
};
pub use student::{student_cdf, student_quantile};
pub use table::{Table2x2, TableError};
pub use wilson::{Interval, wilson};
