//! So many of so many.

use thiserror::Error;

/// A count of people within a base of people who answered.
///
/// The base is never zero and the count never exceeds it, so every proportion has a
/// [share](Self::share).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proportion {
    count: u64,
    n: u64,
}

impl Proportion {
    /// `count` people of `n`.
    ///
    /// # Errors
    ///
    /// When the base is empty, or smaller than the count.
    pub const fn new(count: u64, n: u64) -> Result<Self, ProportionError> {
        if n == 0 {
            return Err(ProportionError::EmptyBase);
        }
        if count > n {
            return Err(ProportionError::CountAboveBase { count, n });
        }
        Ok(Self { count, n })
    }

    /// The people counted.
    #[must_use]
    pub const fn count(self) -> u64 {
        self.count
    }

    /// The base: the people among whom was counted.
    #[must_use]
    pub const fn n(self) -> u64 {
        self.n
    }

    /// `count / n`, in `[0, 1]`.
    #[must_use]
    pub fn share(self) -> f64 {
        self.count as f64 / self.n as f64
    }

    /// The others: `n - count` of `n`.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self { count: self.n - self.count, n: self.n }
    }
}

/// Why two counts are no proportion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProportionError {
    /// Nobody answered, so there is no share.
    #[error("a proportion needs a base above zero")]
    EmptyBase,
    /// More were counted than there are.
    #[error("a count of {count} exceeds its base of {n}")]
    CountAboveBase {
        /// The people counted.
        count: u64,
        /// The base.
        n: u64,
    },
}

#[cfg(test)]
mod tests {
    use super::{Proportion, ProportionError};

    #[test]
    fn the_base_is_checked() {
        assert_eq!(Proportion::new(0, 0), Err(ProportionError::EmptyBase));
        assert_eq!(Proportion::new(3, 2), Err(ProportionError::CountAboveBase { count: 3, n: 2 }));
        let all = Proportion::new(2, 2).unwrap();
        assert_eq!((all.share(), all.complement().share()), (1.0, 0.0));
    }
}
