//! A date that may lack its day or its month.

use jiff::civil::Date;
use serde::Deserialize;

/// A year, a month of a year, or a day: `2023`, `2023-10`, `2023-10-05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// The text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date; write it in quotation marks as 2023, 2023-10 or 2023-10-05")]
pub struct BadDate(String);

impl PartialDate {
    /// Reads `2023`, `2023-10` or `2023-10-05`.
    ///
    /// # Errors
    /// [`BadDate`] when the text has another form or the calendar has no such day.
    pub fn parse(text: &str) -> Result<Self, BadDate> {
        Self::read(text).ok_or_else(|| BadDate(text.to_owned()))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1.
    #[must_use]
    pub const fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> Option<i8> {
        self.day
    }

    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('-').collect();
        let (year, month, day) = match parts[..] {
            [year] => (year, None, None),
            [year, month] => (year, Some(number(month, 2)?), None),
            [year, month, day] => (year, Some(number(month, 2)?), Some(number(day, 2)?)),
            _ => return None,
        };
        let year = number(year, 4)?;
        let [month_or_first, day_or_first] =
            [month, day].map(|part| i8::try_from(part.unwrap_or(1)));
        let date = Date::new(year, month_or_first.ok()?, day_or_first.ok()?).ok()?;
        let (month, day) = (month.map(|_| date.month()), day.map(|_| date.day()));
        Some(Self { year, month, day })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, BadDate> {
        Self::parse(&text)
    }
}

/// Exactly so many ASCII digits; `parse` alone would take a sign.
fn number(text: &str, digits: usize) -> Option<i16> {
    let all = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if all { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    #[test]
    fn parts_may_lack_but_not_be_wrong() {
        let day = PartialDate::parse("2024-02-29").unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2024, Some(2), Some(29)));
        let month = PartialDate::parse("2023-10").unwrap();
        assert_eq!((month.month(), month.day()), (Some(10), None));
        assert_eq!(PartialDate::parse("2023").unwrap().month(), None);
        for wrong in ["", "23", "2023-1", "2023-13", "2023-02-29", "2023-10-05-", "+023", "2023-+1"]
        {
            assert!(PartialDate::parse(wrong).is_err(), "{wrong}");
        }
    }
}
