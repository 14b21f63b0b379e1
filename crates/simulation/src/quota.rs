//! From shares to whole persons, and from whole persons to who they are.

/// Splits `n` by weights, by largest remainder; of equal remainders the first counts more. All
/// zeros if nothing weighs anything.
pub(crate) fn split(n: u64, weights: &[u64]) -> Vec<u64> {
    let sum: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: u64| u128::from(n) * u128::from(weight);
    let mut counts: Vec<u64> =
        weights.iter().map(|w| u64::try_from(exact(*w) / sum).unwrap_or(0)).collect();
    let mut places: Vec<usize> = (0..weights.len()).collect();
    // Stable: of equal remainders the first stays first.
    places.sort_by_key(|place| std::cmp::Reverse(exact(weights[*place]) % sum));
    let given: u64 = counts.iter().sum();
    for (place, _) in places.iter().zip(given..n) {
        counts[*place] += 1;
    }
    counts
}

/// The whole number nearest to a share, in millionths, of `n`; a half counts up.
pub(crate) fn nearest(n: u64, millionths: u64) -> u64 {
    let exact = u128::from(n) * u128::from(millionths);
    u64::try_from((exact + 500_000) / 1_000_000).unwrap_or(u64::MAX)
}

/// Puts people, in order, into cells of these sizes: the first fill the first cell. A person who
/// weighs 2 (an answer and its copy) takes two places of one cell, the nearest that has them.
///
/// The weights must sum to the counts.
pub(crate) fn fill(weights: &[u64], counts: &[u64]) -> Vec<usize> {
    let mut left = counts.to_vec();
    let mut cells = vec![0; weights.len()];
    let mut before = 0;
    for (person, weight) in weights.iter().enumerate() {
        if *weight > 1 {
            cells[person] = take_two(&mut left, cell_at(counts, before));
        }
        before += weight;
    }
    let mut cell = 0;
    for (person, weight) in weights.iter().enumerate() {
        if *weight <= 1 {
            while cell + 1 < left.len() && left[cell] == 0 {
                cell += 1;
            }
            left[cell] = left[cell].saturating_sub(1);
            cells[person] = cell;
        }
    }
    cells
}

/// The cell that holds a place, when cells follow one another.
fn cell_at(counts: &[u64], place: u64) -> usize {
    let mut end = 0;
    let holds = |count: &u64| {
        end += count;
        place < end
    };
    counts.iter().position(holds).unwrap_or(counts.len().saturating_sub(1))
}

/// Takes two places from the cell nearest to `wanted` that has them. Where no cell has two, the
/// fullest gives what it has and another makes up for it, so that the sum stays right.
fn take_two(left: &mut [u64], wanted: usize) -> usize {
    let near = (0..left.len()).filter(|cell| left[*cell] >= 2);
    if let Some(cell) = near.min_by_key(|cell| cell.abs_diff(wanted)) {
        left[cell] -= 2;
        return cell;
    }
    let mut one = || {
        let cell = (0..left.len()).find(|cell| left[*cell] > 0)?;
        left[cell] -= 1;
        Some(cell)
    };
    let cell = one().unwrap_or(wanted);
    one();
    cell
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn remainders_decide_and_ties_go_to_the_first() {
        assert_eq!(split(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(split(399, &[57, 18, 25]), [227, 72, 100]);
        assert_eq!(split(0, &[1, 2]), [0, 0]);
        assert_eq!(split(5, &[0, 0]), [0, 0]);
    }

    #[test]
    fn the_nearest_whole_person() {
        assert_eq!(nearest(399, 570_000), 227);
        assert_eq!(nearest(1, 500_000), 1);
        assert_eq!(nearest(1, 499_999), 0);
    }

    proptest! {
        #[test]
        fn nobody_is_lost(n in 0..100_000_u64, weights in prop::collection::vec(0..1_000_000_u64, 1..12)) {
            let counts = split(n, &weights);
            let sum: u64 = weights.iter().sum();
            if sum > 0 {
                prop_assert_eq!(counts.iter().sum::<u64>(), n);
                for (count, weight) in counts.iter().zip(&weights) {
                    let exact = u128::from(n) * u128::from(*weight);
                    let got = u128::from(*count) * u128::from(sum);
                    prop_assert!(got.abs_diff(exact) < u128::from(sum), "more than a person off");
                }
            }
        }

        #[test]
        fn cells_are_filled_exactly(
            doubles in prop::collection::vec(any::<bool>(), 20..200),
            shares in prop::collection::vec(1..100_u64, 1..6),
        ) {
            let weights: Vec<u64> = doubles.iter().map(|double| 1 + u64::from(*double)).collect();
            let counts = split(weights.iter().sum(), &shares);
            let cells = fill(&weights, &counts);
            let mut met = vec![0; counts.len()];
            cells.iter().zip(&weights).for_each(|(cell, weight)| met[*cell] += weight);
            // With nobody who weighs one, an odd cell cannot be met.
            if weights.iter().filter(|weight| **weight == 1).count() >= counts.len() {
                prop_assert_eq!(met, counts);
            }
        }
    }
}
