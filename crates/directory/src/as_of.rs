//! When a source was written: a year, a month or a day.

use std::fmt;

use jiff::civil::Date;

/// When a source was written, as exactly as it says: `2021`, `2021-02` or `2021-02-11`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf {
    text: String,
    first: Date,
    last: Date,
}

impl AsOf {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = match text.len() {
            4 => {
                let first = day(&format!("{text}-01-01"))?;
                (first, first.last_of_year())
            }
            7 => {
                let first = day(&format!("{text}-01"))?;
                (first, first.last_of_month())
            }
            _ => (day(text)?, day(text)?),
        };
        Some(Self { text: text.to_owned(), first, last })
    }

    /// What stands where a file says nothing that can be read; such a file is refused.
    pub(crate) fn unknown() -> Self {
        Self { text: String::new(), first: Date::ZERO, last: Date::ZERO }
    }

    /// The first day that it can mean.
    pub fn first(&self) -> Date {
        self.first
    }

    /// The last day that it can mean: a source is not called older than it surely is.
    pub fn last(&self) -> Date {
        self.last
    }
}

/// Ten characters, so that no other spelling of ISO 8601 slips in.
fn day(text: &str) -> Option<Date> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if text.len() == 10 && plain { text.parse().ok() } else { None }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_year_a_month_or_a_day() {
        let span = |text: &str| {
            AsOf::parse(text).map(|own| (own.first().to_string(), own.last().to_string()))
        };
        let days = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(span("2024"), days("2024-01-01", "2024-12-31"));
        assert_eq!(span("2024-02"), days("2024-02-01", "2024-02-29"));
        assert_eq!(span("2024-02-11"), days("2024-02-11", "2024-02-11"));
        for bad in ["", "24", "2024-13", "2024-02-30", "2024-2-3", "20240211", "2024-02-11T00:00"] {
            assert_eq!(span(bad), None, "{bad} was taken");
        }
    }
}
