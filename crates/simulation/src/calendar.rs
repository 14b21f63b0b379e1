//! The days of the window and how many answers each brings.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::{Share, Spec};

/// The days of the window in order, each with its weight.
pub(crate) struct Calendar {
    days: Vec<(Date, u128)>,
}

impl Calendar {
    /// Weights grow in a straight line from the first day to the last.
    pub fn of(spec: &Spec) -> Self {
        let last = spec.last_day.value;
        let all: Vec<Date> =
            std::iter::successors(Some(spec.first_day.value), |day| day.tomorrow().ok())
                .take_while(|day| *day <= last)
                .collect();
        let (one, growth) = (Share::ONE.millionths(), spec.growth.value.millionths());
        let steps = all.len().saturating_sub(1).max(1) as u128;
        let weight = |at: usize| {
            u128::from(one) * (steps - (at as u128).min(steps)) + u128::from(growth) * at as u128
        };
        let days = all.iter().enumerate().map(|(at, day)| (*day, weight(at))).collect();
        Self { days }
    }

    /// The days of `n` people, in order: person `i` at the `(i + ½) / n` quantile.
    pub fn spread(&self, n: u64) -> Vec<Date> {
        let sum: u128 = self.days.iter().map(|(_, weight)| weight).sum();
        let mut spread = Vec::new();
        let mut until = 0;
        let mut person = 0;
        for (day, weight) in &self.days {
            until += weight;
            while person < n && u128::from(2 * person + 1) * sum <= 2 * u128::from(n) * until {
                spread.push(*day);
                person += 1;
            }
        }
        spread
    }

    /// The days of the window that lie in the same week.
    pub fn week_of(&self, day: Date) -> Vec<Date> {
        let monday = monday(day);
        let days = self.days.iter().map(|(other, _)| *other);
        days.filter(|other| monday_is(*other, monday)).collect()
    }

    /// The Mondays of the weeks, each with the weight of its days in the window.
    pub fn weeks(&self) -> Vec<(Date, u64)> {
        let mut weeks: Vec<(Date, u64)> = Vec::new();
        for (day, weight) in &self.days {
            let monday = monday(*day);
            let weight = u64::try_from(*weight).unwrap_or(u64::MAX);
            match weeks.last_mut().filter(|(own, _)| *own == monday) {
                Some((_, own)) => *own = own.saturating_add(weight),
                None => weeks.push((monday, weight)),
            }
        }
        weeks
    }
}

/// The Monday of a day's week (ISO 8601).
pub(crate) fn monday(day: Date) -> Date {
    let week = day.iso_week_date();
    // Only weeks at the very ends of the calendar, years −9999 and 9999, have none.
    ISOWeekDate::new(week.year(), week.week(), Weekday::Monday).map_or(day, ISOWeekDate::date)
}

fn monday_is(day: Date, wanted: Date) -> bool {
    monday(day) == wanted
}
