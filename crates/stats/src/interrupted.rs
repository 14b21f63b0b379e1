//! Interrupted time series: did the share change, in level or slope, when something began?

mod fit;
mod long_run;
mod reference;

use thiserror::Error;

use crate::{DayCount, Effect, Interval};
use fit::Fit;

/// The fewest days with showings on each side of the change.
pub const MIN_DAYS_EACH_SIDE: usize = 14;

/// The most days of one series.
pub const MAX_SERIES_DAYS: usize = 4_000;

/// How a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesWeights {
    /// By its showings. Best when chance among showings is what moves a day's share.
    Shown,
    /// All days with showings alike. Best when days differ by more than that chance.
    Equal,
}

/// Where the standard errors come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesErrors {
    /// Cosine series with degrees of freedom found for this design; see [`interrupted`]. Use
    /// this one.
    Cosine,
    /// W. K. Newey and K. D. West, Econometrica 55 (1987) 703–708: Bartlett weights up to `lag`,
    /// Student's t with n - k degrees of freedom. Here for comparison with other software: its
    /// intervals are far too narrow for a change of level or slope, see [`interrupted`].
    NeweyWest {
        /// The largest lag, in days.
        lag: usize,
        /// Whether to multiply the variance by n / (n - k).
        small_sample: bool,
    },
}

/// What is asked of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interruption {
    /// The first day of the new state, counted from 0.
    pub first_after: usize,
    /// Whether each day of the week has a level of its own (6 further coefficients). Effects are
    /// then those of an average day of the week.
    pub weekdays: bool,
    /// How a day counts.
    pub weights: SeriesWeights,
    /// Where the standard errors come from.
    pub errors: SeriesErrors,
}

/// What the interruption changed. Shares, not percentages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interrupted {
    /// The slope before: change of the share per day.
    pub slope_before: Effect,
    /// The jump on the first day after.
    pub level_change: Effect,
    /// The change of the slope, per day.
    pub slope_change: Effect,
    /// What the interruption made of the last day: `level_change` plus `slope_change` times the
    /// days since.
    pub change_at_end: Effect,
    /// The share that the line from before foresees for the last day, had nothing happened. A
    /// straight line: over a long time it may leave `[0, 1]`.
    pub counterfactual_at_end: Counterfactual,
    /// The correlation of a day's deviation with that of the day before, estimated with the
    /// fit's bias removed, in `[0, 0.97]`.
    pub autocorrelation: f64,
}

/// What would have been.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counterfactual {
    /// The share foreseen.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The interval of the line at the level [`CONFIDENCE`](crate::CONFIDENCE); single days
    /// scatter more widely.
    pub interval: Interval,
}

/// Segmented regression of daily shares.
///
/// `share_t = b₀ + b₁ t + b₂ after_t + b₃ (days since)_t + weekday_t + u_t`, by (weighted) least
/// squares: A. K. Wagner, S. B. Soumerai, F. Zhang and D. Ross-Degnan, "Segmented regression
/// analysis of interrupted time series studies in medication use research", Journal of Clinical
/// Pharmacy and Therapeutics 27 (2002) 299–309. Days without showings keep their place in time
/// and weigh nothing.
///
/// # The standard errors, and why not Newey and West's
///
/// Days resemble their neighbours, and a step and a line are as slow as that resemblance. Robust
/// errors made for regressors that come and go (Newey–West; the cosine estimator with the plain
/// critical values of E. Lazarus, D. J. Lewis, J. H. Stock and M. W. Watson, "HAR inference:
/// recommendations for practice", Journal of Business and Economic Statistics 36 (2018) 541–559)
/// are then much too small: the fit takes away just the slow movements they need to see.
///
/// [`SeriesErrors::Cosine`] takes the estimator of Lazarus and others, `V = 1/B Σ_j (Σ_t √2 cos(π j
/// (t - ½) / T) a_t û_t)²` with `B = ⌊0.41 T^(2/3)⌋` cosines, but at least 8, where the effect is
/// `Σ a_t y_t` and û are the residuals. V is then divided by its bias and given the degrees of
/// freedom that Satterthwaite's rule finds for it, both worked out for the very design at hand,
/// as R. M. Bell and D. F. McCaffrey do for clusters ("Bias reduction in standard errors for
/// linear regression with multi-stage samples", Survey Methodology 28 (2002) 169–181). The
/// errors they are worked out for are a first-order autoregression whose correlation is estimated
/// from the residuals with the fit's bias removed. So the reference decides a factor and the
/// degrees of freedom; V itself remains robust to other kinds of dependence and to days of
/// different variance. The combination is this crate's own, and was held to simulation.
///
/// Share of 95 % intervals that held the truth, in percent of 20,000 simulated series each (365
/// days: 10,000; Newey and West: 5,000). The change comes half way; the four effects (level,
/// slope, change at the end, counterfactual) lie between the two numbers.
///
/// | days | errors | correlation 0 | 0.3 | 0.5 | 0.7 |
/// |---|---|---|---|---|---|
/// | 60 | cosine | 95.8–96.6 | 95.7–96.4 | 95.6–96.4 | 94.7–96.8 |
/// | 140 | cosine | 95.5–96.0 | 95.5–96.0 | 95.3–96.0 | 94.9–95.8 |
/// | 365 | cosine | 95.1–95.3 | 95.1–95.5 | 94.9–95.6 | 94.6–95.1 |
/// | 60 | Newey–West, lag 11 | 74.8–77.1 | 70.9–73.9 | 67.5–71.6 | 61.2–67.4 |
/// | 140 | Newey–West, lag 16 | 80.3–81.9 | 78.2–80.1 | 76.2–78.4 | 71.6–75.9 |
/// | 365 | Newey–West, lag 25 | 86.6–88.5 | 85.4–87.5 | 84.6–86.4 | 82.4–85.0 |
///
/// At 140 days and correlation 0.5 the cosine intervals also held 94.6–96.7 with days twice or
/// half as variable after the change, 96.0–96.8 with the change after a quarter of the days, and
/// 95.3–96.0 with weekday terms. They fall short where a slow drift hides from the neighbouring
/// day: 92.3–95.4 at correlation 0.9, 91.6–94.1 with 0.8 under as much noise without memory. No
/// estimate was biased beyond four of its standard errors. `tests/it/interrupted.rs` repeats all
/// this with fewer runs.
///
/// # Errors
///
/// When the series is too long, either side has fewer than [`MIN_DAYS_EACH_SIDE`] days with
/// showings, the lag exceeds the series, the regressors cannot be told apart, or the line fits
/// every day exactly.
pub fn interrupted(
    days: &[DayCount],
    asked: &Interruption,
) -> Result<Interrupted, InterruptedError> {
    check(days, asked)?;
    let fit = Fit::new(days, asked)?;
    let since = (days.len() - 1 - asked.first_after) as f64;
    let effect = |c: [f64; 4]| {
        let found = fit.combination(c)?;
        Ok(Effect::new(found.estimate, found.standard_error, found.degrees))
    };
    let foreseen = effect([1.0, since, 0.0, 0.0])?;
    Ok(Interrupted {
        slope_before: effect([0.0, 1.0, 0.0, 0.0])?,
        level_change: effect([0.0, 0.0, 1.0, 0.0])?,
        slope_change: effect([0.0, 0.0, 0.0, 1.0])?,
        change_at_end: effect([0.0, 0.0, 1.0, since])?,
        counterfactual_at_end: Counterfactual {
            estimate: foreseen.estimate,
            standard_error: foreseen.standard_error,
            interval: foreseen.interval,
        },
        autocorrelation: fit.autocorrelation(),
    })
}

fn check(days: &[DayCount], asked: &Interruption) -> Result<(), InterruptedError> {
    if days.len() > MAX_SERIES_DAYS {
        return Err(InterruptedError::TooLong { days: days.len() });
    }
    let (before, after) = days.split_at(asked.first_after.min(days.len()));
    let [before, after] =
        [before, after].map(|side| side.iter().filter(|day| day.shown() > 0).count());
    if before < MIN_DAYS_EACH_SIDE || after < MIN_DAYS_EACH_SIDE {
        return Err(InterruptedError::TooFewDays { before, after });
    }
    match asked.errors {
        SeriesErrors::NeweyWest { lag, .. } if lag >= days.len() => {
            Err(InterruptedError::Lag { lag, days: days.len() })
        }
        _ => Ok(()),
    }
}

/// Why a series has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum InterruptedError {
    /// Too few days with showings on one side.
    #[error(
        "{before} days with showings before the change and {after} after it; each side needs at \
         least {MIN_DAYS_EACH_SIDE}"
    )]
    TooFewDays {
        /// Days with showings before.
        before: usize,
        /// Days with showings after.
        after: usize,
    },
    /// More days than [`MAX_SERIES_DAYS`].
    #[error("{days} days are more than {MAX_SERIES_DAYS}; cut the series or sum by week")]
    TooLong {
        /// The days handed in.
        days: usize,
    },
    /// A lag as long as the series.
    #[error("a lag of {lag} days needs a series of more than {days} days")]
    Lag {
        /// The lag asked for.
        lag: usize,
        /// The days handed in.
        days: usize,
    },
    /// A coefficient cannot be told from the others.
    #[error(
        "the coefficients cannot be told apart: a day of the week is missing, or the days of one \
         side lie too close together"
    )]
    Singular,
    /// The residuals are zero.
    #[error("the line fits every day exactly; check that days were not filled in from a model")]
    NoSpread,
}
