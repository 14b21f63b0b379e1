//! Tables that the rules would not print, and what the audit says of them.

use super::{print, table, table_of_cells};
use crate::audit::network::Range;
use crate::audit::{Finding, Reader, audit, doubts};
use crate::{Cell, Kind, Reason, Rules, SafeCell, SafeCount, protect};

const NO_ROUNDING: (u64, u64) = (10, 1);
const ROUNDING: (u64, u64) = (10, 5);

/// What the audit says of a table of which these cells are hidden besides the small ones.
fn findings(
    kind: Kind,
    (suppress_below, round_to): (u64, u64),
    parts: &[Vec<u64>],
    bases: &[u64],
    hidden: &[(usize, usize)],
) -> Vec<Finding> {
    let exact = table(kind, parts, bases);
    let rules = Rules::new(suppress_below, round_to, 30).unwrap();
    let (height, width) = (exact.rows().len(), exact.columns().len());
    let mask: Vec<Vec<bool>> =
        (0..height).map(|r| (0..width).map(|c| hidden.contains(&(r, c))).collect()).collect();
    audit(&print(&exact, &rules, &mask))
}

fn narrow(row: usize, column: usize, low: u64, high: u64) -> Finding {
    Finding::Narrow { row, column, low, high }
}

#[test]
fn one_hidden_cell_is_the_base_less_the_others() {
    let parts = [vec![7], vec![20], vec![30]];
    let found = findings(Kind::Exclusive, NO_ROUNDING, &parts, &[], &[]);
    assert_eq!(found, [narrow(0, 0, 7, 7)]);
    // Rounded, 57 is printed as 55 and 20 + 30 as they are: 53..=57 less 48..=54, and below 10.
    let found = findings(Kind::Exclusive, ROUNDING, &parts, &[], &[]);
    assert_eq!(found, []);
}

#[test]
fn two_hidden_cells_may_still_be_pinned_by_their_sum() {
    let parts = [vec![9], vec![9], vec![20], vec![30]];
    let found = findings(Kind::Exclusive, NO_ROUNDING, &parts, &[], &[]);
    assert_eq!(found, [narrow(0, 0, 9, 9), narrow(1, 0, 9, 9)]);
}

#[test]
fn a_partner_hides_a_cell_only_within_its_own_doubt() {
    // The hidden row is the smallest: 10..=11, as an 11 is shown below it. So the rest of the
    // hidden sum of 13 is 2..=3.
    let parts = [vec![3], vec![10], vec![11], vec![40]];
    let found = findings(Kind::Exclusive, NO_ROUNDING, &parts, &[], &[(1, 0)]);
    assert_eq!(found, [narrow(0, 0, 2, 3)]);
}

#[test]
fn a_column_with_one_hidden_cell_needed_a_partner_whatever_its_size() {
    // The third row is hidden for the sake of the first column, where nobody could choose the
    // first option. So nothing says that 8 and 7 are too few together, and they are not.
    let parts = [(None, 8), (Some(20), 7), (Some(15), 10), (Some(13), 12), (Some(30), 40)];
    let cell = |count: Option<u64>| count.map_or(Cell::StructuralZero, Cell::Count);
    let rows: Vec<_> = parts.iter().map(|&(a, b)| vec![cell(a), Cell::Count(b)]).collect();
    let exact = table_of_cells(Kind::Exclusive, &rows, &[]);
    let printed = protect(&exact, &Rules::new(10, 1, 30).unwrap());
    let ranges = doubts(&printed, Reader::KnowsChoices).unwrap();
    // Fifteen at most, as the partner has at least ten; ten at least, as all of it is at most 25.
    let small = Range { low: 1, high: 9 };
    assert_eq!((ranges[0][1], ranges[1][1]), (small, small));
}

#[test]
fn the_total_less_the_rest_is_the_group() {
    let parts = [vec![4, 30], vec![8, 40], vec![40, 50]];
    let hidden = [];
    let found = findings(Kind::Exclusive, NO_ROUNDING, &parts, &[], &hidden);
    assert_eq!(found, [narrow(0, 0, 4, 4), narrow(1, 0, 8, 8)]);
    // With the rest hidden too, and the total shown, nothing is told any more.
    let hidden = [(0, 1), (1, 1)];
    assert_eq!(findings(Kind::Exclusive, NO_ROUNDING, &parts, &[], &hidden), []);
}

#[test]
fn a_yes_or_no_is_given_away_by_its_total_alone() {
    let parts = [vec![4, 30], vec![20, 30]];
    let found = findings(Kind::Multiple, NO_ROUNDING, &parts, &[60, 90], &[]);
    assert_eq!(found, [narrow(0, 0, 4, 4)]);
    let hidden = [(0, 1), (0, 2)];
    assert_eq!(findings(Kind::Multiple, NO_ROUNDING, &parts, &[60, 90], &hidden), []);
}

#[test]
fn nearly_all_is_as_telling_as_hardly_any() {
    let parts = [vec![57, 30]];
    let found = findings(Kind::Multiple, NO_ROUNDING, &parts, &[60, 90], &[]);
    assert_eq!(found, [narrow(0, 0, 3, 3)]);
}

#[test]
fn numbers_that_cannot_be() {
    let rules = Rules::default();
    let exact = table(Kind::Exclusive, &[vec![20], vec![30], vec![40]], &[]);
    let mut printed = protect(&exact, &rules);
    printed.columns[0].base = SafeCount::Shown(70);
    assert_eq!(audit(&printed), [Finding::Inconsistent]);
}

#[test]
fn a_withheld_question_tells_nothing() {
    let exact = table(Kind::Exclusive, &[vec![9], vec![9], vec![1]], &[]);
    let printed = protect(&exact, &Rules::default());
    assert!(printed.is_withheld());
    assert_eq!(printed.rows[2].cells, [SafeCell::Suppressed(Reason::Withheld)]);
    assert_eq!(audit(&printed), []);
}
