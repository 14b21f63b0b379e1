//! Counts as days, as the statistics want them.

use jiff::civil::Date;
use stats::{DayCount, clustered_rate};

use crate::results::{Estimate, Tally, estimate};
use crate::{Cell, Counts, Plan};

/// What was counted up to a day.
pub(crate) struct Series<'a> {
    counts: &'a Counts,
    /// The first day of the campaign, from 0.
    first: u16,
    /// The day after the last.
    end: u16,
}

/// What was counted on a day.
#[derive(Clone, Copy, Default)]
struct Day {
    shown: u64,
    help: u64,
    survey: u64,
}

impl<'a> Series<'a> {
    pub fn new(plan: &Plan, counts: &'a Counts, until: Date) -> Self {
        let end = plan.day_of(until).map_or(plan.days(), |day| day + 1);
        Self { counts, first: plan.campaign_day(), end }
    }

    fn sums(&self, which: impl Fn(&Cell) -> bool) -> Vec<Day> {
        let mut days = vec![Day::default(); usize::from(self.end)];
        for (cell, [shown, help, survey]) in self.counts.cells() {
            let Some(day) = days.get_mut(usize::from(cell.day)) else { continue };
            if which(&cell) {
                day.shown += u64::from(shown);
                day.help += u64::from(help);
                day.survey += u64::from(survey);
            }
        }
        days
    }

    /// The campaign's days of some cells.
    pub fn days(&self, which: impl Fn(&Cell) -> bool) -> Vec<DayCount> {
        self.sums(which).into_iter().skip(usize::from(self.first)).map(count).collect()
    }

    /// The days before the campaign and those of it, all cells together.
    pub fn around(&self) -> (Vec<DayCount>, Vec<DayCount>) {
        let mut before: Vec<DayCount> = self.sums(|_| true).into_iter().map(count).collect();
        let during = before.split_off(before.len().min(usize::from(self.first)));
        (before, during)
    }

    /// What was counted in some cells during the campaign.
    pub fn tally(&self, which: impl Fn(&Cell) -> bool) -> Tally {
        let days = self.sums(which);
        let campaign = days.get(usize::from(self.first)..).unwrap_or_default();
        let counted: Vec<DayCount> = campaign.iter().copied().map(count).collect();
        Tally {
            shown: campaign.iter().map(|day| day.shown).sum(),
            help: campaign.iter().map(|day| day.help).sum(),
            survey: campaign.iter().map(|day| day.survey).sum(),
            share: rate(&counted),
        }
    }

    /// Clicks beyond the showings of their day, by arm and day.
    pub fn late(&self) -> u64 {
        let arms = self.counts.cells().map(|(cell, _)| cell.arm).max().unwrap_or_default();
        let of = |arm| self.sums(move |cell| cell.arm == arm);
        let beyond = |day: Day| day.help.saturating_sub(day.shown);
        (0..=arms).flat_map(of).map(beyond).sum()
    }
}

/// A day without showings.
const NONE: DayCount = match DayCount::new(0, 0) {
    Ok(none) => none,
    Err(_) => unreachable!(),
};

/// A message may be shown before midnight and its link followed after it: what is beyond the
/// showings of its day is left out, and told apart as late.
fn count(day: Day) -> DayCount {
    let (clicks, shown) = (day.help.min(day.shown), day.shown);
    DayCount::new(clicks, shown).unwrap_or(NONE)
}

/// The share of clicks over days, if there are enough of them.
pub(crate) fn rate(days: &[DayCount]) -> Option<Estimate> {
    let found = clustered_rate(days).ok()?;
    Some(estimate(found.estimate, found.interval))
}
