//! The odds ratio of a fourfold table.

use crate::{Interval, Table2x2, TableError, Z};

/// An odds ratio with its interval; all three are above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddsRatio {
    /// The odds of the first row over the odds of the second.
    pub estimate: f64,
    /// The interval at the level [`CONFIDENCE`](crate::CONFIDENCE).
    pub interval: Interval,
}

/// The odds ratio `(a d) / (b c)` with Wald's interval on the scale of its logarithm.
///
/// B. Woolf, "On estimating the relation between blood group and disease", Annals of Human
/// Genetics 19 (1955) 251–253.
///
/// # Errors
///
/// When a cell is zero: the ratio is then 0 or infinite and has no such interval.
pub fn odds_ratio(table: &Table2x2) -> Result<OddsRatio, TableError> {
    if table.cells.as_flattened().contains(&0) {
        return Err(TableError::ZeroCell);
    }
    let [[a, b], [c, d]] = table.cells.map(|row| row.map(|cell| cell as f64));
    let estimate = (a / b) * (d / c);
    let standard_error = (1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d).sqrt();
    let factor = libm::exp(Z * standard_error);
    Ok(OddsRatio {
        estimate,
        interval: Interval { low: estimate / factor, high: estimate * factor },
    })
}
