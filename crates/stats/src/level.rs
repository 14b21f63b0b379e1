//! The level of every interval of this room, in one place.

/// The confidence level of every interval, as a share: 95 %.
pub const CONFIDENCE: f64 = 0.95;

/// The standard normal quantile at `(1 + CONFIDENCE) / 2 = 0.975`.
///
/// The nearest `f64` to 1.95996398454005423552…; R's `qnorm(0.975)` prints the same digits.
pub const Z: f64 = 1.959_963_984_540_054;

#[cfg(test)]
mod tests {
    use super::{CONFIDENCE, Z};

    #[test]
    fn the_quantile_belongs_to_the_level() {
        let both_tails = libm::erfc(Z / 2.0_f64.sqrt());
        assert!((both_tails - (1.0 - CONFIDENCE)).abs() < 1e-15, "{both_tails}");
    }
}
