//! Looking at an experiment while it runs, without paying for it with false alarms.

mod brownian;
mod holm;

use thiserror::Error;

use crate::normal::{two_sided, upper_quantile};
use brownian::Surviving;

pub use holm::{ArmAtLook, ArmDecision, SequentialHolm, holm_sequential};

/// The most looks of one experiment.
pub const MAX_LOOKS: usize = 100;

/// The most arms that one family holds.
pub const MAX_ARMS: usize = 50;

/// The least step of the information fraction from one look to the next.
pub const MIN_FRACTION_STEP: f64 = 0.001;

/// A look that may spend less than this spends nothing: what it saves goes to the next look.
const NOTHING_TO_SPEND: f64 = 1e-15;

/// How the level is spent as information comes in.
///
/// K. K. G. Lan and D. L. DeMets, "Discrete sequential boundaries for clinical trials",
/// Biometrika 70 (1983) 659–663. Both functions are for tests on two sides, half of the level on
/// each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spending {
    /// O'Brien and Fleming's type: `4 (1 - Φ(z_{α/4} / √t))`. Early looks stop only for very
    /// large effects; the last look keeps nearly the whole level.
    ObrienFleming,
    /// Pocock's type: `α ln(1 + (e - 1) t)`. Every look has about the same boundary.
    Pocock,
}

impl Spending {
    /// The level spent when the share `fraction` of the information is in, of `alpha` in all.
    fn spent(self, fraction: f64, alpha: f64) -> f64 {
        match self {
            // Twice the two-sided tail: each side spends α/2 by a function of its own.
            Self::ObrienFleming => 2.0 * two_sided(upper_quantile(alpha / 4.0) / fraction.sqrt()),
            Self::Pocock => alpha * libm::log1p((std::f64::consts::E - 1.0) * fraction),
        }
        .min(alpha)
    }
}

/// The boundary of one look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// The share of the planned information that is in, in `(0, 1]`.
    pub fraction: f64,
    /// The level spent up to and with this look.
    pub spent: f64,
    /// A two-sided p-value at or below this stops. 0 where nothing can stop yet: the function
    /// has spent less than 1e-15.
    pub nominal_p: f64,
}

impl Look {
    /// The boundary as an absolute z value; none where nothing can stop yet.
    #[must_use]
    pub fn z(&self) -> Option<f64> {
        (self.nominal_p > 0.0).then(|| upper_quantile(self.nominal_p / 2.0))
    }

    /// Whether a two-sided p-value stops here. What is not a number does not.
    #[must_use]
    pub fn stops(&self, p: f64) -> bool {
        self.nominal_p > 0.0 && p <= self.nominal_p
    }
}

/// The boundary of each look, so that the chance of any false alarm is `alpha` over all looks.
///
/// The boundary is on two sides and symmetric. It depends on the looks before and not on those
/// to come: hand in the fractions of the looks so far, the planned ones, or both. The fractions
/// are shares of the information planned for the end (about the showings; more precisely one
/// over the squared standard error). If the experiment ends early or late, let the last fraction
/// be 1: that look then spends all that is left.
///
/// The crossing chances are found by recursive integration: P. Armitage, C. K. McPherson and
/// B. C. Rowe, "Repeated significance tests on accumulating data", Journal of the Royal
/// Statistical Society A 132 (1969) 235–244; C. Jennison and B. W. Turnbull, *Group Sequential
/// Methods with Applications to Clinical Trials* (2000), chapters 7 and 19. The test statistics
/// must be about normal with independent increments, as those of shares are.
///
/// # Errors
///
/// When `alpha` is not between 0 and 0.5, there are no looks or more than [`MAX_LOOKS`], or the
/// fractions do not rise by at least [`MIN_FRACTION_STEP`] each and end at 1 or below.
pub fn sequential_boundaries(
    fractions: &[f64],
    alpha: f64,
    spending: Spending,
) -> Result<Vec<Look>, SequentialError> {
    if !(alpha > 0.0 && alpha < 0.5) {
        return Err(SequentialError::Level(alpha));
    }
    check(fractions)?;
    let mut surviving = Surviving::at_start();
    let mut spent_before = 0.0;
    let mut looks = Vec::with_capacity(fractions.len());
    for (i, &fraction) in fractions.iter().enumerate() {
        // The grid must resolve the step that comes next, too.
        let next = fractions.get(i + 1).copied();
        let to_spend = spending.spent(fraction, alpha) - spent_before;
        let nominal_p = if to_spend < NOTHING_TO_SPEND {
            surviving.pass(fraction, next);
            0.0
        } else {
            spent_before += to_spend;
            two_sided(surviving.stop(fraction, next, to_spend) / fraction.sqrt())
        };
        looks.push(Look { fraction, spent: spent_before, nominal_p });
    }
    Ok(looks)
}

fn check(fractions: &[f64]) -> Result<(), SequentialError> {
    if fractions.is_empty() || fractions.len() > MAX_LOOKS {
        return Err(SequentialError::Looks(fractions.len()));
    }
    let mut before = 0.0;
    for (i, &fraction) in fractions.iter().enumerate() {
        // A hair of grace, so that 0.003 after 0.002 is still a step in f64.
        if !(fraction >= before + MIN_FRACTION_STEP * (1.0 - 1e-9) && fraction <= 1.0) {
            return Err(SequentialError::Fractions { look: i + 1, fraction, before });
        }
        before = fraction;
    }
    Ok(())
}

/// Why looks have no sequential_boundaries, or a decision cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum SequentialError {
    /// The total level is out of range.
    #[error("the level must lie between 0 and 0.5, ends excluded; got {0}")]
    Level(f64),
    /// No looks, or too many.
    #[error("an experiment has 1 to {MAX_LOOKS} looks; got {0}")]
    Looks(usize),
    /// The information fractions do not rise, or end above 1.
    #[error(
        "look {look} is at fraction {fraction}, after {before}: fractions must rise by at least \
         {MIN_FRACTION_STEP} and end at 1 or below"
    )]
    Fractions {
        /// Which look, from 1.
        look: usize,
        /// Its fraction.
        fraction: f64,
        /// The fraction of the look before it, or 0.
        before: f64,
    },
    /// A decision at a look that is not among the fractions.
    #[error("there is no look {look}: fractions are given for {looks}")]
    NoSuchLook {
        /// Which look, from 1.
        look: usize,
        /// How many there are.
        looks: usize,
    },
    /// A family of no arms, or of too many.
    #[error("a family has 1 to {MAX_ARMS} arms; got {0}")]
    Family(usize),
    /// Another number of arms than planned.
    #[error("{got} arms are handed in, {planned} are planned; hand in all of them, always")]
    Arms {
        /// How many were handed in.
        got: usize,
        /// How many are planned.
        planned: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::{SequentialError, Spending, sequential_boundaries};

    #[test]
    fn refusals() {
        let of =
            |fractions: &[f64], alpha| sequential_boundaries(fractions, alpha, Spending::Pocock);
        assert_eq!(of(&[1.0], 0.0), Err(SequentialError::Level(0.0)));
        assert!(of(&[1.0], f64::NAN).is_err());
        assert_eq!(of(&[], 0.05), Err(SequentialError::Looks(0)));
        assert_eq!(of(&[0.5; 101], 0.05), Err(SequentialError::Looks(101)));
        let flat = SequentialError::Fractions { look: 2, fraction: 0.5, before: 0.5 };
        assert_eq!(of(&[0.5, 0.5], 0.05), Err(flat));
        for wrong in [[0.0, 1.0], [0.5, 1.1], [f64::NAN, 1.0], [0.5, f64::NAN], [0.9, 0.5]] {
            assert!(of(&wrong, 0.05).is_err(), "{wrong:?}");
        }
        assert!(of(&[0.001, 0.002], 0.05).is_ok());
    }

    #[test]
    fn one_look_is_the_plain_test() {
        for spending in [Spending::ObrienFleming, Spending::Pocock] {
            let looks = sequential_boundaries(&[1.0], 0.05, spending).unwrap();
            assert!((looks[0].nominal_p - 0.05).abs() < 1e-12, "{looks:?}");
            assert!((looks[0].z().unwrap() - crate::Z).abs() < 1e-11);
        }
    }

    #[test]
    fn a_look_too_early_to_stop() {
        let looks = sequential_boundaries(&[0.01, 1.0], 0.05, Spending::ObrienFleming).unwrap();
        assert_eq!((looks[0].nominal_p, looks[0].spent, looks[0].z()), (0.0, 0.0, None));
        assert!(!looks[0].stops(0.0));
        assert!((looks[1].nominal_p - 0.05).abs() < 1e-9, "{looks:?}");
    }

    #[test]
    fn a_boundary_does_not_know_the_looks_to_come() {
        for spending in [Spending::ObrienFleming, Spending::Pocock] {
            let all = sequential_boundaries(&[0.2, 0.21, 0.6, 1.0], 0.05, spending).unwrap();
            let first = sequential_boundaries(&[0.2, 0.21], 0.05, spending).unwrap();
            for (a, b) in first.iter().zip(&all) {
                assert!((a.nominal_p / b.nominal_p - 1.0).abs() < 1e-9, "{a:?} {b:?}");
            }
        }
    }
}
