//! What an experiment has found, at a planned look and not before.

use jiff::civil::Date;
use serde::Serialize;
use stats::{
    ArmAtLook, DayCount, Effect, Interruption, Interval, SequentialError, SequentialHolm,
    SeriesErrors, SeriesWeights, clustered_difference, clustered_odds_ratio, interrupted,
};

use crate::series::{Series, rate};
use crate::{Counts, NEUTRAL, Plan, PlanHash};

/// What an experiment has found.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results {
    /// Id of the plan.
    pub plan: String,
    /// Its hash.
    pub hash: String,
    /// What it asks.
    pub question: String,
    /// What it counts.
    pub outcome: String,
    /// Which look this is, from 1.
    pub look: usize,
    /// How many looks are planned.
    pub looks: usize,
    /// The last day that is counted here.
    pub until: Date,
    /// Clicks on a day on which fewer messages were shown, mostly just after midnight; they are
    /// not in the shares.
    pub late: u64,
    /// Every arm, in the order of the plan.
    pub arms: Vec<ArmResult>,
    /// Every arm but the neutral one, against it.
    pub comparisons: Vec<Comparison>,
    /// All arms together, by channel and by language.
    pub groups: Vec<Group>,
    /// Before the campaign and during it, if there are days before.
    pub change: Option<Change>,
    /// What this says, in plain sentences.
    pub says: Vec<String>,
}

/// Showings and clicks, with the share that followed the link to help.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Tally {
    /// Messages shown.
    pub shown: u64,
    /// Links to help that were followed.
    pub help: u64,
    /// Links to the survey that were followed.
    pub survey: u64,
    /// Clicks to help of showings, with its interval; none where days are too few.
    pub share: Option<Estimate>,
}

/// A number with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// The estimate.
    pub estimate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// An arm.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ArmResult {
    /// Its id.
    pub arm: String,
    /// What was counted during the campaign.
    #[serde(flatten)]
    pub tally: Tally,
}

/// A channel or a language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// `channel` or `language`.
    pub by: &'static str,
    /// Its name; `other` for the languages that were too rare on their days.
    pub name: String,
    /// What was counted during the campaign.
    #[serde(flatten)]
    pub tally: Tally,
}

/// An arm against the neutral one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The arm.
    pub arm: String,
    /// Difference of the shares, arm less neutral.
    pub difference: Option<Estimate>,
    /// Odds of a click over those of the neutral arm.
    pub odds_ratio: Option<Estimate>,
    /// Two-sided p-value by days, before any correction.
    pub p: Option<f64>,
    /// What the p-value is held against: Holm's step of the look that decided, or of this one.
    pub bound: f64,
    /// Whether it differs, at this look or an earlier one.
    pub differs: bool,
}

/// Before the campaign and during it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    /// Days before.
    pub days_before: usize,
    /// Days during.
    pub days_during: usize,
    /// Share before.
    pub before: Option<Estimate>,
    /// Share during, all arms together.
    pub during: Option<Estimate>,
    /// Change of the level on the first day of the campaign, in shares.
    pub level: Option<Estimate>,
    /// Two-sided p-value of "no change of the level".
    pub p: Option<f64>,
    /// What it is held against: what this look may spend of alpha.
    pub bound: f64,
    /// Whether the level changed by more than chance explains.
    pub differs: bool,
    /// What the campaign made of its last day counted, in shares.
    pub at_end: Option<Estimate>,
    /// The share that the days before foresee for that day, had nothing happened.
    pub foreseen: Option<Estimate>,
}

/// Results cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum ResultsError {
    /// No look is due.
    #[error(
        "the first look is planned for the days after {first}; until then results stay hidden, \
         because who looks often finds what is not there"
    )]
    TooEarly {
        /// The day of the first look.
        first: Date,
    },
    /// The plan has no arm or no look; never for a plan that was checked.
    #[error("the plan cannot be computed with: {0}")]
    Plan(#[from] SequentialError),
}

impl Results {
    /// The newest planned look that lies behind `today`.
    ///
    /// # Errors
    /// [`ResultsError::TooEarly`] before the first one.
    pub fn at(
        plan: &Plan,
        hash: PlanHash,
        counts: &Counts,
        today: Date,
    ) -> Result<Self, ResultsError> {
        let look = plan.looks_before(today);
        let Some(until) = look.checked_sub(1).and_then(|at| plan.looks.days.get(at)) else {
            let first = plan.looks.days.first().copied().unwrap_or(plan.end);
            return Err(ResultsError::TooEarly { first });
        };
        let series = Series::new(plan, counts, *until);
        let arms = plan.arms.iter().enumerate().map(|(place, arm)| ArmResult {
            arm: arm.id.clone(),
            tally: series.tally(|cell| cell.arm == place),
        });
        let mut results = Self {
            plan: plan.id.clone(),
            hash: hash.to_string(),
            question: plan.question.clone(),
            outcome: plan.outcome.clone(),
            look,
            looks: plan.looks.days.len(),
            until: *until,
            late: series.late(),
            arms: arms.collect(),
            comparisons: comparisons(plan, counts, look)?,
            groups: groups(plan, &series),
            change: change(plan, &series, look)?,
            says: Vec::new(),
        };
        results.says = crate::says::sentences(&results);
        Ok(results)
    }
}

fn groups(plan: &Plan, series: &Series<'_>) -> Vec<Group> {
    let channels = plan.all_channels().enumerate().map(|(place, name)| Group {
        by: "channel",
        name: name.to_owned(),
        tally: series.tally(|cell| cell.channel == place),
    });
    let names = plan.languages.iter().map(|tag| tag.as_str().to_owned());
    let other = if plan.kits.is_empty() { "other" } else { "other, kits" };
    let names = names.chain(std::iter::once(other.to_owned()));
    let languages = names.enumerate().map(|(place, name)| Group {
        by: "language",
        name,
        tally: series.tally(|cell| cell.language == place),
    });
    channels.chain(languages).filter(|group| group.tally.shown > 0).collect()
}

/// Every look from the first to this one is decided again, with what was counted up to its day:
/// what was found at an earlier look stays found.
fn comparisons(plan: &Plan, counts: &Counts, look: usize) -> Result<Vec<Comparison>, ResultsError> {
    let others: Vec<usize> =
        (0..plan.arms.len()).filter(|at| plan.arms[*at].id != NEUTRAL).collect();
    let (fractions, spending) = (plan.fractions(), plan.spending());
    let holm = SequentialHolm::new(others.len(), &fractions, plan.size.alpha, spending)?;
    let mut found: Vec<Comparison> = Vec::new();
    for (at, until) in plan.looks.days.iter().enumerate().take(look) {
        let series = Series::new(plan, counts, *until);
        let now: Vec<Comparison> = others.iter().map(|arm| compare(plan, &series, *arm)).collect();
        let standing: Vec<ArmAtLook> = now
            .iter()
            .enumerate()
            .map(|(place, own)| match found.get(place) {
                Some(before) if before.differs => ArmAtLook::Rejected,
                _ => ArmAtLook::Open(own.p.unwrap_or(1.0)),
            })
            .collect();
        let decided = holm.decide(at + 1, &standing)?;
        let earlier: Vec<f64> = found.iter().map(|own| own.bound).collect();
        found = now
            .into_iter()
            .zip(decided)
            .enumerate()
            .map(|(place, (own, decided))| Comparison {
                // One that was found before keeps what it was held against then.
                bound: match standing[place] {
                    ArmAtLook::Rejected => earlier[place],
                    ArmAtLook::Open(_) => decided.nominal_p,
                },
                differs: decided.rejected,
                ..own
            })
            .collect();
    }
    Ok(found)
}

fn compare(plan: &Plan, series: &Series<'_>, arm: usize) -> Comparison {
    let neutral = plan.arms.iter().position(|own| own.id == NEUTRAL).unwrap_or_default();
    let of = |place: usize| series.days(|cell| cell.arm == place);
    let (own, other): (Vec<DayCount>, Vec<DayCount>) = (of(arm), of(neutral));
    let difference = clustered_difference(&own, &other).ok();
    let odds = clustered_odds_ratio(&own, &other).ok();
    Comparison {
        arm: plan.arms[arm].id.clone(),
        difference: difference.map(|found| effect(&found.effect)),
        odds_ratio: odds.map(|found| estimate(found.estimate, found.interval)),
        p: difference.map(|found| found.effect.p),
        bound: 0.0,
        differs: false,
    }
}

/// Days of the week get levels of their own where there are four of each on both sides.
fn change(
    plan: &Plan,
    series: &Series<'_>,
    look: usize,
) -> Result<Option<Change>, SequentialError> {
    let (before, during) = series.around();
    if before.is_empty() {
        return Ok(None);
    }
    let asked = Interruption {
        first_after: before.len(),
        weekdays: before.len().min(during.len()) >= 28,
        weights: SeriesWeights::Shown,
        errors: SeriesErrors::Cosine,
    };
    let found = interrupted(&[&before[..], &during].concat(), &asked).ok();
    let p = found.map(|found| found.level_change.p);
    let boundaries = plan.boundaries()?;
    let boundary = look.checked_sub(1).and_then(|at| boundaries.get(at));
    Ok(Some(Change {
        days_before: before.len(),
        days_during: during.len(),
        before: rate(&before),
        during: rate(&during),
        level: found.map(|found| effect(&found.level_change)),
        p,
        bound: boundary.map_or(0.0, |own| own.nominal_p),
        differs: boundary.zip(p).is_some_and(|(own, p)| own.stops(p)),
        at_end: found.map(|found| effect(&found.change_at_end)),
        foreseen: found.map(|found| {
            let line = found.counterfactual_at_end;
            estimate(line.estimate, line.interval)
        }),
    }))
}

fn effect(effect: &Effect) -> Estimate {
    estimate(effect.estimate, effect.interval)
}

pub(crate) fn estimate(estimate: f64, interval: Interval) -> Estimate {
    Estimate { estimate, low: interval.low, high: interval.high }
}
