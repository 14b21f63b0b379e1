//! Whether an entry can be shown as good on a day.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::{Helpline, Status};

/// How long a check counts that does not say until when (days). Half a year is the project's own
/// rule: lines change their hours and numbers that often.
pub const GOOD_FOR_DAYS: u16 = 180;

/// What can be said of an entry on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Someone of the project checked it, and the check still counts.
    Verified {
        /// The day of the check.
        on: Date,
    },
    /// Nobody of the project has checked it.
    Unverified,
    /// It was checked, and the check no longer counts.
    Expired {
        /// The day of the check.
        on: Date,
        /// The last day on which it counted.
        until: Date,
    },
    /// One can no longer turn to it.
    Closed,
}

impl Standing {
    /// Whether the entry may be shown as good.
    pub fn is_good(self) -> bool {
        matches!(self, Self::Verified { .. })
    }
}

impl Helpline {
    /// What can be said of the entry on a day. A check that bears a later day does not count.
    pub fn standing(&self, today: Date) -> Standing {
        if self.status != Status::Open {
            return Standing::Closed;
        }
        match self.checked() {
            Some((on, _)) if on > today => Standing::Unverified,
            Some((on, until)) if until < today => Standing::Expired { on, until },
            Some((on, _)) => Standing::Verified { on },
            None => Standing::Unverified,
        }
    }

    /// The day of the check, and the last day on which it counts.
    fn checked(&self) -> Option<(Date, Date)> {
        let on = self.verified.as_ref()?.on;
        let until =
            self.valid_until.unwrap_or_else(|| on.saturating_add(i64::from(GOOD_FOR_DAYS).days()));
        Some((on, until))
    }
}
