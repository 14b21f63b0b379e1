//! Several arms against one control, looked at several times: the family-wise error of both.

use super::{Look, MAX_ARMS, SequentialError, Spending, sequential_boundaries};

/// One arm's comparison with the control at a look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ArmAtLook {
    /// Rejected ("differs from the control") at an earlier look. It stays so.
    Rejected,
    /// Still open, with its two-sided p-value from all data up to this look. An arm that was
    /// closed without a rejection stays in the family: hand in 1. What is not a number counts
    /// as 1.
    Open(f64),
}

/// What a look says about one arm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArmDecision {
    /// Whether the arm differs from the control, by this look or an earlier one.
    pub rejected: bool,
    /// The p-value the arm was last held against. 0 where nothing can stop yet, and for arms
    /// that came in rejected.
    pub nominal_p: f64,
}

/// Holm's procedure for so many arms over the looks of one experiment.
///
/// Keeps the boundaries for the levels `alpha`, `alpha / 2`, …, `alpha / arms`, so that many
/// decisions cost one computation.
#[derive(Debug, Clone, PartialEq)]
pub struct SequentialHolm {
    /// `by_open[k]`: the looks when `k + 1` arms are open.
    by_open: Vec<Vec<Look>>,
}

impl SequentialHolm {
    /// The procedure for `arms` comparisons with the control at the total level `alpha`.
    ///
    /// # Errors
    ///
    /// As [`sequential_boundaries`]; and when there are no arms or more than [`MAX_ARMS`].
    pub fn new(
        arms: usize,
        fractions: &[f64],
        alpha: f64,
        spending: Spending,
    ) -> Result<Self, SequentialError> {
        if arms == 0 || arms > MAX_ARMS {
            return Err(SequentialError::Family(arms));
        }
        let at = |open: usize| sequential_boundaries(fractions, alpha / open as f64, spending);
        let by_open = (1..=arms).map(at).collect::<Result<_, _>>()?;
        Ok(Self { by_open })
    }

    /// The decision on every arm at look `look`, counted from 1, in the order of the input.
    ///
    /// With `k` arms open, the arm with the smallest p-value is held against the boundary of
    /// this look at level `alpha / k`. If it is rejected, the next one is held against that at
    /// level `alpha / (k - 1)`, and so on until one is not.
    ///
    /// # Why the family-wise error is kept
    ///
    /// Take any set of arms that truly equal the control, k of them. Hold each against its own
    /// boundaries at level `alpha / k`: over all looks, each crosses with chance at most
    /// `alpha / k`, so any of them crosses with chance at most `alpha` (Bonferroni), however the
    /// arms depend on each other. That is a test of "all of this set equal the control" at level
    /// `alpha`, and by the closure principle (R. Marcus, E. Peritz and K. R. Gabriel, Biometrika
    /// 63 (1976) 655–660) an arm may be rejected when every set that contains it has been,
    /// at this look or before. The steps above do just that in order, because the boundary of a
    /// look is the wider the larger the level: with a larger level the looks before let fewer
    /// paths through, and more is to be spent, so the boundary must lie further in. For
    /// O'Brien and Fleming's type what is to be spent rises with the level while `alpha` is
    /// below 0.63, for Pocock's type always.
    ///
    /// W. Maurer and F. Bretz, "Multiple testing in group sequential trials using graphical
    /// approaches", Statistics in Biopharmaceutical Research 5 (2013) 311–320; Holm's procedure
    /// is the graph with equal weights. Arms are not held against the boundaries of earlier
    /// looks again, which would be allowed.
    ///
    /// All arms must have about the same share of their information at a look.
    ///
    /// # Errors
    ///
    /// When there is no such look, or not as many arms as planned.
    pub fn decide(
        &self,
        look: usize,
        arms: &[ArmAtLook],
    ) -> Result<Vec<ArmDecision>, SequentialError> {
        let looks = self.by_open.first().map_or(0, Vec::len);
        if look == 0 || look > looks {
            return Err(SequentialError::NoSuchLook { look, looks });
        }
        if arms.len() != self.by_open.len() {
            return Err(SequentialError::Arms { got: arms.len(), planned: self.by_open.len() });
        }
        let mut decisions = vec![ArmDecision { rejected: true, nominal_p: 0.0 }; arms.len()];
        let mut open: Vec<(f64, usize)> = Vec::new();
        for (i, arm) in arms.iter().enumerate() {
            if let ArmAtLook::Open(p) = arm {
                open.push((if p.is_nan() { 1.0 } else { *p }, i));
            }
        }
        open.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut still_rejecting = true;
        let mut bound = 0.0;
        for (rank, &(p, i)) in open.iter().enumerate() {
            if still_rejecting {
                let here = &self.by_open[open.len() - rank - 1][look - 1];
                (still_rejecting, bound) = (here.stops(p), here.nominal_p);
            }
            decisions[i] = ArmDecision { rejected: still_rejecting, nominal_p: bound };
        }
        Ok(decisions)
    }
}

/// [`SequentialHolm`] for a single decision: builds the boundaries and decides at look `look`,
/// counted from 1. Fractions of looks to come may be left out.
///
/// # Errors
///
/// As [`SequentialHolm::new`] and [`SequentialHolm::decide`].
pub fn holm_sequential(
    arms: &[ArmAtLook],
    look: usize,
    fractions: &[f64],
    alpha: f64,
    spending: Spending,
) -> Result<Vec<ArmDecision>, SequentialError> {
    SequentialHolm::new(arms.len(), fractions, alpha, spending)?.decide(look, arms)
}

#[cfg(test)]
mod tests {
    use super::{ArmAtLook, SequentialHolm, holm_sequential};
    use crate::{SequentialError, Spending, holm};
    use ArmAtLook::{Open, Rejected};

    #[test]
    fn one_look_is_holm() {
        let p = [0.0019, 0.0002, 0.128, 0.0121, 0.026];
        let found =
            holm_sequential(&p.map(Open), 1, &[1.0], 0.05, Spending::ObrienFleming).unwrap();
        let rejected: Vec<bool> = found.iter().map(|d| d.rejected).collect();
        let adjusted: Vec<bool> = holm(&p).iter().map(|p| *p <= 0.05).collect();
        assert_eq!(rejected, adjusted);
        assert_eq!(rejected, [true, true, false, true, false]);
        // The arm that was not reached shows the bound at which the steps ended.
        assert!((found[4].nominal_p - 0.025).abs() < 1e-9 && found[2] == found[4]);
    }

    #[test]
    fn a_rejection_before_leaves_its_level_to_the_others() {
        let plan = SequentialHolm::new(2, &[0.5, 1.0], 0.05, Spending::Pocock).unwrap();
        let bounds = [0, 1].map(|open: usize| plan.by_open[open][1].nominal_p);
        let between = f64::midpoint(bounds[0], bounds[1]);
        let alone = plan.decide(2, &[Rejected, Open(between)]).unwrap();
        assert_eq!([alone[0].rejected, alone[1].rejected], [true, true]);
        let both = plan.decide(2, &[Open(f64::NAN), Open(between)]).unwrap();
        assert_eq!([both[0].rejected, both[1].rejected], [false, false]);
    }

    #[test]
    fn the_boundary_widens_with_the_level_at_every_look() {
        for spending in [Spending::ObrienFleming, Spending::Pocock] {
            for fractions in [&[0.2, 0.4, 0.6, 0.8, 1.0][..], &[0.05, 0.1, 0.5, 0.9, 1.0]] {
                let plan = SequentialHolm::new(20, fractions, 0.49, spending).unwrap();
                for pair in plan.by_open.windows(2) {
                    for (larger, smaller) in pair[0].iter().zip(&pair[1]) {
                        assert!(larger.nominal_p >= smaller.nominal_p, "{larger:?} {smaller:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn refusals() {
        let plan = SequentialHolm::new(2, &[0.5, 1.0], 0.05, Spending::Pocock).unwrap();
        let arms = [Open(0.1), Open(0.2)];
        for look in [0, 3] {
            let wrong = SequentialError::NoSuchLook { look, looks: 2 };
            assert_eq!(plan.decide(look, &arms), Err(wrong));
        }
        let wrong = SequentialError::Arms { got: 1, planned: 2 };
        assert_eq!(plan.decide(1, &arms[..1]), Err(wrong));
        for arms in [0, 51] {
            let refused = SequentialHolm::new(arms, &[1.0], 0.05, Spending::Pocock);
            assert_eq!(refused, Err(SequentialError::Family(arms)));
        }
    }
}
