//! What of the entries someone should look at.

use std::fmt;

use jiff::civil::Date;

use crate::{GOOD_FOR_DAYS, Helpline, Helplines, Purpose, Standing, Status};

/// Something of an entry that someone should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Id of the entry.
    pub id: String,
    /// The line of its id in the file, from 1.
    pub line: usize,
    /// What it is.
    pub trouble: Trouble,
}

/// What someone should look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody of the project has checked it.
    Unverified,
    /// What is known of it is older than was asked for: the day of the check, or the last day
    /// that the source can mean.
    Old {
        /// That day.
        since: Date,
    },
    /// Its check no longer counts.
    Expired {
        /// The last day on which it counted.
        until: Date,
    },
    /// A check bears a day that is still to come.
    CheckedLater {
        /// That day.
        on: Date,
    },
    /// A source bears a day that is still to come.
    SourceLater,
    /// It has ended or takes nobody new; its fallback is shown instead.
    Closed,
    /// It has ended, and nothing stands in for it.
    ClosedWithoutFallback,
    /// Nothing stands in for it if nobody answers.
    NoFallback,
    /// The file itself says why it may be wrong.
    Doubt,
}

impl Trouble {
    /// Whether it cannot stay so, and not only someone should look.
    pub fn is_wrong(self) -> bool {
        use Trouble::{CheckedLater, ClosedWithoutFallback, Expired, SourceLater};
        matches!(self, Expired { .. } | CheckedLater { .. } | SourceLater | ClosedWithoutFallback)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unverified => f.write_str("nobody has checked it"),
            Self::Old { since } => write!(f, "old: of {since}"),
            Self::Expired { until } => write!(f, "expired: its check counted until {until}"),
            Self::CheckedLater { on } => write!(f, "a check of {on} is still to come"),
            Self::SourceLater => f.write_str("its source is of a day still to come"),
            Self::Closed => f.write_str("closed: its fallback is shown"),
            Self::ClosedWithoutFallback => f.write_str("closed, and no fallback: give one"),
            Self::NoFallback => f.write_str("no fallback"),
            Self::Doubt => f.write_str("in doubt: see the file"),
        }
    }
}

impl Helplines {
    /// What someone should look at on a day, in the order of the file. What is known of an entry
    /// is old after [`GOOD_FOR_DAYS`].
    pub fn check(&self, today: Date) -> Vec<Finding> {
        self.check_older_than(today, GOOD_FOR_DAYS)
    }

    /// As [`Helplines::check`], with another age (days).
    pub fn check_older_than(&self, today: Date, days: u16) -> Vec<Finding> {
        let of = |entry: &Helpline| -> Vec<Finding> {
            let troubles = self.troubles(entry, today, days);
            let (id, line) = (&entry.id, entry.line);
            troubles.into_iter().map(|trouble| Finding { id: id.clone(), line, trouble }).collect()
        };
        self.iter().flat_map(of).collect()
    }

    fn troubles(&self, entry: &Helpline, today: Date, days: u16) -> Vec<Trouble> {
        if entry.status != Status::Open {
            let stands_in = |purpose: &Purpose| self.fallback(entry, *purpose).is_some();
            let replaced = entry.purposes.iter().all(stands_in);
            return vec![if replaced { Trouble::Closed } else { Trouble::ClosedWithoutFallback }];
        }
        let checked = entry.verified.as_ref().map(|own| own.on);
        let mut found = Vec::new();
        match (entry.standing(today), checked) {
            (Standing::Expired { until, .. }, _) => found.push(Trouble::Expired { until }),
            (_, Some(on)) if on > today => found.push(Trouble::CheckedLater { on }),
            (Standing::Unverified, _) => found.push(Trouble::Unverified),
            _ => {}
        }
        let since = checked.unwrap_or_else(|| entry.as_of.last());
        if today.duration_since(since).as_hours() > i64::from(days) * 24 {
            found.push(Trouble::Old { since });
        }
        if entry.as_of.first() > today {
            found.push(Trouble::SourceLater);
        }
        // An emergency number is where others fall back to.
        if entry.fallback.is_none() && !entry.purposes.contains(&Purpose::Danger) {
            found.push(Trouble::NoFallback);
        }
        if !entry.doubt.is_empty() {
            found.push(Trouble::Doubt);
        }
        found
    }
}
