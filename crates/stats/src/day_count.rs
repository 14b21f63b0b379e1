//! What one arm did on one day.

use thiserror::Error;

/// How often something was shown on one day, and how often it was followed.
///
/// A day without showings is allowed: it says nothing, but keeps its place in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayCount {
    clicks: u64,
    shown: u64,
}

impl DayCount {
    /// `clicks` of `shown`.
    ///
    /// # Errors
    ///
    /// When there are more clicks than showings, or more than 2⁵³ showings.
    pub const fn new(clicks: u64, shown: u64) -> Result<Self, DayCountError> {
        if clicks > shown {
            return Err(DayCountError::ClicksAboveShown { clicks, shown });
        }
        if shown > 1 << 53 {
            return Err(DayCountError::TooMany { shown });
        }
        Ok(Self { clicks, shown })
    }

    /// How often it was followed.
    #[must_use]
    pub const fn clicks(self) -> u64 {
        self.clicks
    }

    /// How often it was shown.
    #[must_use]
    pub const fn shown(self) -> u64 {
        self.shown
    }

    /// Clicks and showings, for arithmetic.
    pub(crate) fn pair(self) -> (f64, f64) {
        (self.clicks as f64, self.shown as f64)
    }
}

/// Why two counts are no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DayCountError {
    /// More clicks than showings.
    #[error("{clicks} clicks exceed {shown} showings; count both on the same day and page")]
    ClicksAboveShown {
        /// The clicks.
        clicks: u64,
        /// The showings.
        shown: u64,
    },
    /// More showings than an `f64` counts.
    #[error("{shown} showings on one day are more than 2^53")]
    TooMany {
        /// The showings.
        shown: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::{DayCount, DayCountError};

    #[test]
    fn a_day_is_checked() {
        let wrong = DayCountError::ClicksAboveShown { clicks: 2, shown: 1 };
        assert_eq!(DayCount::new(2, 1), Err(wrong));
        assert!(DayCount::new(0, u64::MAX).is_err());
        let quiet = DayCount::new(0, 0).unwrap();
        assert_eq!((quiet.clicks(), quiet.shown()), (0, 0));
    }
}
