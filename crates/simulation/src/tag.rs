//! Where a number comes from.

use std::fmt;

/// Where a number comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// It stands in a publication.
    Published {
        /// Which.
        source: String,
    },
    /// It follows from published numbers.
    Derived {
        /// From which, and how.
        from: String,
    },
    /// Nobody published it.
    Assumed {
        /// Why this one.
        why: String,
    },
}

impl Tag {
    /// `published`, `derived` or `assumed`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Published { .. } => "published",
            Self::Derived { .. } => "derived",
            Self::Assumed { .. } => "assumed",
        }
    }

    /// The source, the derivation or the reason.
    pub fn note(&self) -> &str {
        match self {
            Self::Published { source: note }
            | Self::Derived { from: note }
            | Self::Assumed { why: note } => note,
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name(), self.note())
    }
}

/// A number that says where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged<T> {
    /// The number.
    pub value: T,
    /// Where it comes from.
    pub tag: Tag,
}

/// A share or a weight, kept as a whole number of millionths so that no machine rounds it
/// otherwise than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(i64);

impl Share {
    /// All of it.
    pub const ONE: Self = Self(1_000_000);

    /// The nearest millionth of a number between −1,000 and 1,000.
    pub(crate) fn nearest(number: f64) -> Option<Self> {
        let fits = (-1_000.0..=1_000.0).contains(&number);
        // At most a billion millionths: nothing is cut off.
        fits.then(|| Self((number * 1e6).round() as i64))
    }

    pub(crate) fn of_millionths(millionths: u64) -> Self {
        Self(i64::try_from(millionths).unwrap_or(i64::MAX))
    }

    /// As a number: 0.57 for 57 %.
    pub fn value(self) -> f64 {
        self.0 as f64 / 1e6
    }

    /// In millionths; none if it is negative.
    pub(crate) fn millionths(self) -> u64 {
        u64::try_from(self.0).unwrap_or(0)
    }

    pub(crate) fn signed(self) -> i64 {
        self.0
    }
}

/// As a percentage with at most two decimals.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = (self.0 + 50 * self.0.signum()) / 100;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
        match (part / 10, part % 10) {
            (0, 0) => write!(f, "{sign}{whole} %"),
            (tenth, 0) => write!(f, "{sign}{whole}.{tenth} %"),
            (tenth, hundredth) => write!(f, "{sign}{whole}.{tenth}{hundredth} %"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_print_as_percentages() {
        let shown = |number: f64| Share::nearest(number).unwrap().to_string();
        assert_eq!(shown(0.57), "57 %");
        assert_eq!(shown(0.125), "12.5 %");
        assert_eq!(shown(27.0 / 41.0), "65.85 %");
        assert_eq!(shown(-0.3), "-30 %");
        assert_eq!(shown(-0.001), "-0.1 %");
        assert_eq!(Share::nearest(f64::NAN), None);
        assert_eq!(Share::nearest(1e9), None);
    }
}
