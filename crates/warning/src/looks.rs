//! What each planned look may spend of alpha.

use stats::{Look, SequentialError, sequential_boundaries};

use crate::{Plan, Spending};

impl Plan {
    /// How much of alpha is spent up to and with each look, in the order of the looks.
    ///
    /// # Errors
    /// Never for a plan that was checked.
    pub fn alpha_spent(&self) -> Result<Vec<f64>, SequentialError> {
        Ok(self.boundaries()?.iter().map(|look| look.spent).collect())
    }

    /// What a single p-value is held against at each look.
    pub(crate) fn boundaries(&self) -> Result<Vec<Look>, SequentialError> {
        sequential_boundaries(&self.fractions(), self.size.alpha, self.spending())
    }

    /// The share of the campaign's days that lie behind each look.
    pub(crate) fn fractions(&self) -> Vec<f64> {
        let first = self.campaign_day();
        let end = self.days();
        let all = f64::from(end.saturating_sub(first));
        let behind = |date| self.day_of(date).unwrap_or(end).saturating_sub(first) + 1;
        self.looks.days.iter().map(|date| f64::from(behind(*date)) / all).collect()
    }

    pub(crate) fn spending(&self) -> stats::Spending {
        match self.looks.spending {
            Spending::ObrienFleming => stats::Spending::ObrienFleming,
            Spending::Pocock => stats::Spending::Pocock,
        }
    }
}
