//! The control of many comparisons.

/// Holm's adjusted p-values, in the order of the input, in `[0, 1]`.
///
/// S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6 (1979) 65–70: reject where the adjusted value is at most the level, and the
/// chance of any false rejection in the whole family stays at most that level, however the tests
/// depend on each other. Hand in the whole family at once, including what was not significant.
///
/// An input that is not a number counts as 1: a test that could not be done shows nothing, but
/// was tried.
#[must_use]
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let raw: Vec<f64> =
        p_values.iter().map(|p| if p.is_nan() { 1.0 } else { p.clamp(0.0, 1.0) }).collect();
    let mut from_smallest: Vec<usize> = (0..raw.len()).collect();
    from_smallest.sort_by(|&i, &j| raw[i].total_cmp(&raw[j]));

    let mut adjusted = vec![0.0; raw.len()];
    let mut largest_so_far: f64 = 0.0;
    for (rank, &i) in from_smallest.iter().enumerate() {
        let still_in_the_family = (raw.len() - rank) as f64;
        largest_so_far = largest_so_far.max(raw[i] * still_in_the_family).min(1.0);
        adjusted[i] = largest_so_far;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::holm;

    #[test]
    fn no_tests_and_no_numbers() {
        assert_eq!(holm(&[]), Vec::<f64>::new());
        assert_eq!(holm(&[f64::NAN, 0.01]), [1.0, 0.02]);
    }
}
