//! How many people were left at each step.

use thiserror::Error;

use crate::{Reason, Rules, SafeCount};

/// The steps of a flow that may leave the house: counts of people, each step a part of the one
/// before it (asked, reached, answered).
///
/// A step is hidden when it is small. It is also hidden when so few people left since the last
/// step shown that the difference is small, unless rounding already keeps the difference in
/// doubt; with the [default rules](Rules::default) it always does.
///
/// What that leaks, and why it is accepted: two printed counts tell how many people left between
/// them to within four, and equal ones that at most four did. That says nothing of what anybody
/// answered or who they are, and hiding the step would take the denominator from every figure of
/// the sample.
///
/// # Errors
///
/// When a step is larger than the one before it.
pub fn protect_flow(steps: &[u64], rules: &Rules) -> Result<Vec<SafeCount>, FlowError> {
    if let Some(at) = steps.windows(2).position(|pair| pair[0] < pair[1]) {
        return Err(FlowError::NotNested { step: at + 1 });
    }
    // Two roundings: each leaves round_to - 1 people of doubt.
    let rounding_keeps_doubt = 2 * (rules.round_to() - 1) >= rules.least_doubt();
    let mut last_shown: Option<u64> = None;
    let printed = steps.iter().map(|&step| {
        if rules.is_small(step) {
            return SafeCount::Suppressed(Reason::Small);
        }
        let few_left = last_shown.is_some_and(|last| last > step && rules.is_small(last - step));
        if few_left && !rounding_keeps_doubt {
            return SafeCount::Suppressed(Reason::Complement);
        }
        last_shown = Some(step);
        SafeCount::Shown(rules.round(step))
    });
    Ok(printed.collect())
}

/// Why counts are no flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum FlowError {
    /// People appeared from nowhere.
    #[error("step {step} is larger than the step before it")]
    NotNested {
        /// The step, counted from 0.
        step: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::{FlowError, protect_flow};
    use crate::Reason::{Complement, Small};
    use crate::SafeCount::{Shown, Suppressed};
    use crate::{Rules, SafeCount};

    fn flow(steps: &[u64], rules: (u64, u64)) -> Vec<SafeCount> {
        protect_flow(steps, &Rules::new(rules.0, rules.1, 30).unwrap()).unwrap()
    }

    #[test]
    fn small_steps_are_hidden_and_the_others_rounded() {
        let printed = flow(&[403, 399, 57, 10, 9, 0], (10, 5));
        let small = Suppressed(Small);
        assert_eq!(printed, [Shown(405), Shown(400), Shown(55), Shown(10), small, small]);
    }

    #[test]
    fn without_rounding_a_step_that_few_left_at_is_hidden() {
        let hidden = Suppressed(Complement);
        // 403 - 396 is small; 403 - 390 is not; nobody left after that.
        let printed = flow(&[403, 396, 390, 390], (10, 1));
        assert_eq!(printed, [Shown(403), hidden, Shown(390), Shown(390)]);
    }

    #[test]
    fn a_flow_does_not_grow() {
        let grown = protect_flow(&[20, 10, 11], &Rules::default());
        assert_eq!(grown, Err(FlowError::NotNested { step: 2 }));
        assert_eq!(protect_flow(&[], &Rules::default()), Ok(Vec::new()));
    }
}
