//! The regression, and the standard error of what is combined from its coefficients.

use super::reference::Reference;
use super::{InterruptedError, Interruption, SeriesErrors, SeriesWeights, long_run};
use crate::DayCount;
use crate::least_squares::{Regressors, dot};

/// A residual below this share of the data is the rounding of zero.
const ROUNDING: f64 = 1e-12;

/// The fitted series. Everything is scaled by the root of the weights; a day without showings is
/// a row of zeros.
pub(super) struct Fit {
    regressors: Regressors,
    shares: Vec<f64>,
    residuals: Vec<f64>,
    observed: Vec<bool>,
    reference: Reference,
    errors: SeriesErrors,
    /// Those of the series; none for Newey and West.
    cosines: Vec<Vec<f64>>,
    coefficients: usize,
}

/// A combination of coefficients.
pub(super) struct Combined {
    pub estimate: f64,
    pub standard_error: f64,
    pub degrees: f64,
}

impl Fit {
    pub fn new(days: &[DayCount], asked: &Interruption) -> Result<Self, InterruptedError> {
        let roots = root_weights(days, asked.weights);
        let columns: Vec<Vec<f64>> = columns(days.len(), asked)
            .into_iter()
            .map(|column| column.iter().zip(&roots).map(|(x, root)| x * root).collect())
            .collect();
        let coefficients = columns.len();
        let regressors = Regressors::split(columns).ok_or(InterruptedError::Singular)?;
        let share = |day: &DayCount| day.clicks() as f64 / day.shown().max(1) as f64;
        let shares: Vec<f64> =
            days.iter().zip(&roots).map(|(day, root)| share(day) * root).collect();
        let residuals = regressors.residual(shares.clone());
        let size = |y: &[f64]| dot(y, y).sqrt();
        if size(&residuals) <= ROUNDING * size(&shares) {
            return Err(InterruptedError::NoSpread);
        }
        let observed: Vec<bool> = days.iter().map(|day| day.shown() > 0).collect();
        let reference = Reference::estimate(&regressors, &residuals, &observed);
        let count = match asked.errors {
            SeriesErrors::Cosine => long_run::cosines_for(days.len()),
            SeriesErrors::NeweyWest { .. } => 0,
        };
        Ok(Self {
            regressors,
            shares,
            residuals,
            observed,
            reference,
            errors: asked.errors,
            cosines: long_run::cosines(count, days.len()),
            coefficients,
        })
    }

    pub fn autocorrelation(&self) -> f64 {
        self.reference.correlation
    }

    /// Of the four coefficients of the lines; the weekdays' sum to zero and stay out.
    pub fn combination(&self, of_lines: [f64; 4]) -> Result<Combined, InterruptedError> {
        let mut c = vec![0.0; self.coefficients];
        c[..4].copy_from_slice(&of_lines);
        let row = self.regressors.combination(&c);
        let scores: Vec<f64> = row.iter().zip(&self.residuals).map(|(a, u)| a * u).collect();
        let (variance, degrees) = match self.errors {
            SeriesErrors::Cosine => {
                let (factor, degrees) =
                    self.reference.correct(&self.regressors, &row, &self.cosines);
                (factor * long_run::series_variance(&scores, &self.cosines), degrees)
            }
            SeriesErrors::NeweyWest { lag, small_sample } => {
                let n = self.observed.iter().filter(|o| **o).count() as f64;
                let left = n - self.coefficients as f64;
                let factor = if small_sample { n / left } else { 1.0 };
                (factor * long_run::newey_west(&scores, lag), left)
            }
        };
        let standard_error = variance.sqrt();
        if standard_error > 0.0 && standard_error.is_finite() {
            Ok(Combined { estimate: dot(&row, &self.shares), standard_error, degrees })
        } else {
            Err(InterruptedError::NoSpread)
        }
    }
}

/// The roots of the weights, so scaled that they are near 1.
fn root_weights(days: &[DayCount], weights: SeriesWeights) -> Vec<f64> {
    let largest = days.iter().map(|day| day.shown()).max().unwrap_or(1) as f64;
    let of = |day: &DayCount| match weights {
        SeriesWeights::Shown => (day.shown() as f64 / largest).sqrt(),
        SeriesWeights::Equal => f64::from(u8::from(day.shown() > 0)),
    };
    days.iter().map(of).collect()
}

/// Level, slope, change of level, change of slope, with time counted from the first day after;
/// then six columns that give each weekday a level and sum to zero over the week.
fn columns(days: usize, asked: &Interruption) -> Vec<Vec<f64>> {
    let since = |t: usize| t as f64 - asked.first_after as f64;
    let after = |t: usize| t >= asked.first_after;
    let column = |value: &dyn Fn(usize) -> f64| (0..days).map(value).collect::<Vec<f64>>();
    let mut columns = vec![
        column(&|_| 1.0),
        column(&since),
        column(&|t| f64::from(u8::from(after(t)))),
        column(&|t| if after(t) { since(t) } else { 0.0 }),
    ];
    if asked.weekdays {
        columns.extend((0..6).map(|weekday| {
            column(&|t| match t % 7 {
                6 => -1.0,
                today if today == weekday => 1.0,
                _ => 0.0,
            })
        }));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::super::{InterruptedError, Interruption, SeriesErrors, SeriesWeights, interrupted};
    use crate::DayCount;

    const ASKED: Interruption = Interruption {
        first_after: 20,
        weekdays: false,
        weights: SeriesWeights::Shown,
        errors: SeriesErrors::Cosine,
    };

    /// Shares of 10 % that rise by 0.1 % a day, jump by 6 % and then fall by 0.05 % a day, with
    /// a wobble, and a weekly rhythm that sums to zero.
    fn series(wobble: i64, weekly: i64) -> Vec<DayCount> {
        let share = |t: i64| {
            let line = 10_000 + 100 * t + if t >= 20 { 6_000 - 150 * (t - 20) } else { 0 };
            let week = weekly * ((t % 7) - 3);
            // Orthogonal to nothing in particular, and small.
            line + week + wobble * ((t * t * 37 + t * 11) % 13 - 6)
        };
        (0..48).map(|t| DayCount::new(share(t).unsigned_abs(), 100_000).unwrap()).collect()
    }

    #[test]
    fn the_lines_are_found() {
        let days = series(1, 400);
        for weights in [SeriesWeights::Shown, SeriesWeights::Equal] {
            let asked = Interruption { weekdays: true, weights, ..ASKED };
            let found = interrupted(&days, &asked).unwrap();
            for (effect, true_value, error) in [
                (found.slope_before, 0.001, 2e-5),
                (found.level_change, 0.06, 2e-4),
                (found.slope_change, -0.0015, 2e-5),
                (found.change_at_end, 0.06 - 27.0 * 0.0015, 4e-4),
            ] {
                assert!((effect.estimate - true_value).abs() < error, "{effect:?}");
                assert!(effect.p < 1e-3, "{effect:?}");
            }
            assert!((found.counterfactual_at_end.estimate - 0.147).abs() < 4e-4);
        }
    }

    #[test]
    fn a_quiet_day_keeps_its_place() {
        let mut days = series(30, 0);
        let whole = interrupted(&days, &ASKED).unwrap();
        days[7] = DayCount::new(0, 0).unwrap();
        let gap = interrupted(&days, &ASKED).unwrap();
        assert!((whole.level_change.estimate - gap.level_change.estimate).abs() < 2e-3);
        assert!((whole.slope_change.estimate - gap.slope_change.estimate).abs() < 2e-4);
    }

    #[test]
    fn refusals() {
        let days = series(1, 0);
        let of = |days: &[DayCount], asked| interrupted(days, &asked);
        for (first_after, before, after) in [(13, 13, 35), (35, 35, 13), (0, 0, 48), (99, 48, 0)] {
            let found = of(&days, Interruption { first_after, ..ASKED });
            assert_eq!(found, Err(InterruptedError::TooFewDays { before, after }));
        }
        assert_eq!(of(&series(0, 0), ASKED), Err(InterruptedError::NoSpread));
        let lag = SeriesErrors::NeweyWest { lag: 48, small_sample: true };
        let found = of(&days, Interruption { errors: lag, ..ASKED });
        assert_eq!(found, Err(InterruptedError::Lag { lag: 48, days: 48 }));
        let long = vec![days[0]; 4_001];
        assert_eq!(of(&long, ASKED), Err(InterruptedError::TooLong { days: 4_001 }));
        // Never shown on Sundays: that weekday has no level.
        let quiet = DayCount::new(0, 0).unwrap();
        let no_sunday: Vec<DayCount> =
            days.iter().enumerate().map(|(t, d)| if t % 7 == 3 { quiet } else { *d }).collect();
        let found = of(&no_sunday, Interruption { weekdays: true, ..ASKED });
        assert_eq!(found, Err(InterruptedError::Singular));
    }
}
