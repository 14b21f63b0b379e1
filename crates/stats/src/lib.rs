//! Intervals, tests and the control of many comparisons.
//!
//! Everything here starts from counts of people: a [`Proportion`] is "so many of so many", a
//! [`Table2x2`] is two of them. The room answers four questions:
//!
//! - how sure is one proportion? [`wilson`];
//! - how far apart are two groups, and how sure is that? [`newcombe`], [`odds_ratio`];
//! - could chance alone set them so far apart? [`compare`], which picks [`chi_square_2x2`] or
//!   [`fisher_exact_2x2`];
//! - what is left of that when many pairs were tried? [`holm`].
//!
//! Units: counts are people, proportions and p-values lie in `[0, 1]`, differences in `[-1, 1]`.
//! Nothing here is a percentage; multiply by 100 where a number is printed.
//!
//! All intervals are at the one level [`CONFIDENCE`]. The only functions used beyond IEEE
//! arithmetic and the square root come from `libm`, so a number is the same on every machine.
//!
//! Two groups must not share a person: compare a group with the *rest* of the sample, never with
//! a total that contains it.
//!
//! ```
//! use stats::{Proportion, compare, wilson};
//!
//! # fn main() -> Result<(), stats::ProportionError> {
//! let group = Proportion::new(227, 399)?;
//! let rest = Proportion::new(11_293, 23_601)?;
//! let interval = wilson(group);
//! assert_eq!(format!("{:.3}, {:.3}", interval.low, interval.high), "0.520, 0.617");
//! let found = compare(group, rest);
//! assert_eq!(found.test.to_string(), "Pearson's chi-square test");
//! assert!(found.p < 0.001 && found.difference.low > 0.0);
//! # Ok(())
//! # }
//! ```

mod chi_square;
mod compare;
mod fisher;
mod holm;
mod level;
mod newcombe;
mod odds_ratio;
mod proportion;
mod table;
mod wilson;

pub use chi_square::{ChiSquare, chi_square_2x2, expected_counts};
pub use compare::{COCHRAN_MINIMUM, Comparison, Test, compare};
pub use fisher::fisher_exact_2x2;
pub use holm::holm;
pub use level::{CONFIDENCE, Z};
pub use newcombe::{Difference, newcombe};
pub use odds_ratio::{OddsRatio, odds_ratio};
pub use proportion::{Proportion, ProportionError};
pub use table::{Table2x2, TableError};
pub use wilson::{Interval, wilson};
