//! ISO weeks: the only time that is kept.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A week of ISO 8601, such as `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week {
    year: i16,
    week: i8,
}

impl Week {
    /// The week in which a day lies.
    pub fn of(day: Date) -> Self {
        let week = day.iso_week_date();
        Self { year: week.year(), week: week.week() }
    }

    /// The Monday of the week.
    pub fn monday(self) -> Option<Date> {
        ISOWeekDate::new(self.year, self.week, Weekday::Monday).ok().map(|week| week.date())
    }

    /// The number in the database: year times 100 plus week.
    pub fn to_number(self) -> i64 {
        i64::from(self.year) * 100 + i64::from(self.week)
    }

    /// The week of a number from the database.
    pub fn from_number(number: i64) -> Option<Self> {
        let year = i16::try_from(number / 100).ok()?;
        let week = i8::try_from(number % 100).ok()?;
        ISOWeekDate::new(year, week, Weekday::Monday).ok().map(|_| Self { year, week })
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_follow_iso_8601() {
        assert_eq!(Week::of(date(2021, 1, 3)).to_string(), "2020-W53");
        assert_eq!(Week::of(date(2023, 10, 5)).to_string(), "2023-W40");
        let week = Week::of(date(2026, 11, 23));
        assert_eq!(Week::from_number(week.to_number()), Some(week));
        assert_eq!(week.monday(), Some(date(2026, 11, 23)));
        assert_eq!(Week::from_number(202_154), None);
    }
}
