//! The ranges of the audit against those of an attacker who tries every table there is.

use proptest::prelude::*;

use super::{print, table};
use crate::audit::network::Range;
use crate::audit::{Reader, doubts};
use crate::table::ranking_column;
use crate::{Kind, Reason, Rules, SafeCell, SafeTable, Table};

/// Small enough that all tables can be tried: a threshold of 4, rounded to 3.
const THRESHOLD: u64 = 4;

fn tiny_rules() -> Rules {
    Rules::new(THRESHOLD, 3, 4).unwrap()
}

/// A tiny table, and which of its cells to hide besides the small ones.
#[derive(Debug, Clone)]
struct Case {
    exact: Table,
    hidden: Vec<Vec<bool>>,
}

fn cases(
    kind: Kind,
    rows: std::ops::RangeInclusive<usize>,
    parts: usize,
) -> impl Strategy<Value = Case> {
    let count = prop_oneof![0..THRESHOLD, 0_u64..9];
    let row = proptest::collection::vec(count, parts);
    // Whole rows, as the rules hide them, or any cells at all.
    let hidden = prop_oneof![
        proptest::bool::ANY.prop_map(|all| vec![all; 3]),
        proptest::collection::vec(proptest::bool::ANY, 3),
    ];
    proptest::collection::vec((row, hidden), rows)
        .prop_flat_map(move |rows| (Just(rows), proptest::collection::vec(0_u64..6, parts)))
        .prop_map(move |(rows, more)| {
            let (counts, hidden): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
            let largest = |part| counts.iter().map(|row: &Vec<u64>| row[part]).max().unwrap();
            let bases: Vec<u64> =
                (0..parts).map(|part| (largest(part) + more[part]).max(THRESHOLD)).collect();
            Case { exact: table(kind, &counts, &bases), hidden }
        })
        .prop_filter("a small base is not printed", |case| {
            case.exact.columns().iter().all(|column| column.base >= THRESHOLD)
        })
}

/// Every way to take one number from each list.
fn every_choice(lists: &[Vec<u64>], taken: &mut Vec<u64>, visit: &mut impl FnMut(&[u64])) {
    let Some((first, others)) = lists.split_first() else { return visit(taken) };
    for &number in first {
        taken.push(number);
        every_choice(others, taken, visit);
        taken.pop();
    }
}

/// The numbers that can be at each place of a part, and then the bases of a multiple table. Only
/// a first sieve: it looks at one number at a time.
fn candidates(case: &Case, printed: &SafeTable) -> Vec<Vec<u64>> {
    let rules = tiny_rules();
    let parts = case.exact.columns().len().div_ceil(2);
    let largest = case.exact.columns().iter().map(|column| column.base).max().unwrap() + 4;
    let alone = |row: usize, part: usize| -> Vec<u64> {
        let fits = |&count: &u64| match printed.rows[row].cells[part] {
            SafeCell::Shown { count_rounded, .. } => {
                !rules.is_small(count) && rules.round(count) == count_rounded
            }
            SafeCell::Suppressed(Reason::Small) => rules.is_small(count),
            SafeCell::Suppressed(_) => !rules.is_small(count),
        };
        (0..=largest).filter(fits).collect()
    };
    let cells = (0..case.exact.rows().len()).flat_map(|row| (0..parts).map(move |p| (row, p)));
    let mut lists: Vec<Vec<u64>> = cells.map(|(row, part)| alone(row, part)).collect();
    if case.exact.kind() == Kind::Multiple {
        lists.extend((0..parts).map(|part| {
            let seen = rules.round(case.exact.columns()[part].base);
            (THRESHOLD..=largest).filter(|&base| rules.round(base) == seen).collect()
        }));
    }
    lists
}

/// Whether the rules would hide these cells of this table, as far as the audit asks.
fn could_be_chosen(exact: &Table, printed: &SafeTable) -> bool {
    let is_hidden = |row: usize, column: usize| {
        matches!(printed.rows[row].cells[column], SafeCell::Suppressed(_))
    };
    let count = |row: usize, column: usize| exact.rows()[row].cells[column].count();
    let height = exact.rows().len();
    let sums = (0..exact.columns().len()).all(|column| {
        let hidden = || (0..height).filter(|&row| is_hidden(row, column));
        hidden().count() == 0 || hidden().map(|row| count(row, column)).sum::<u64>() >= THRESHOLD
    });
    let ranking = ranking_column(exact.total());
    let has_small =
        |row: usize| printed.rows[row].cells.contains(&SafeCell::Suppressed(Reason::Small));
    let chosen = || (0..height).filter(|&row| is_hidden(row, ranking) && !has_small(row));
    let all_shown = |row: usize| (0..exact.columns().len()).all(|c| !is_hidden(row, c));
    let order = (0..height).filter(|&row| all_shown(row)).all(|shown| {
        let size = count(shown, ranking);
        chosen().all(|row| (count(row, ranking), row) < (size, shown))
    });
    let small_rows = || (0..height).filter(|&row| has_small(row));
    let needed = chosen().next().is_none()
        || (0..exact.columns().len()).any(|column| {
            let hidden = || small_rows().filter(|&row| is_hidden(row, column));
            let sum: u64 = hidden().map(|row| count(row, column)).sum();
            hidden().count() == 1 || (hidden().count() > 1 && sum < THRESHOLD)
        });
    sums && order && needed
}

/// What the audit works out, by trying every table that prints like this one.
fn naive_doubts(case: &Case, reader: Reader) -> Option<Vec<Vec<Range>>> {
    let Case { exact, hidden } = case;
    let rules = tiny_rules();
    let printed = print(exact, &rules, hidden);
    let (height, width) = (exact.rows().len(), exact.columns().len());
    let parts = width.div_ceil(2);
    let mut ranges = vec![vec![Range { low: u64::MAX, high: 0 }; width]; height];
    every_choice(&candidates(case, &printed), &mut Vec::new(), &mut |numbers| {
        let (counts, bases) = numbers.split_at(height * parts);
        let too_large = |(i, &count): (usize, &u64)| count > bases[i % parts];
        if exact.kind() == Kind::Multiple && counts.iter().enumerate().any(too_large) {
            return;
        }
        let rows: Vec<Vec<u64>> = counts.chunks(parts).map(<[u64]>::to_vec).collect();
        let other = table(exact.kind(), &rows, bases);
        if other.columns().iter().any(|column| rules.is_small(column.base))
            || print(&other, &rules, hidden) != printed
            || (reader == Reader::KnowsChoices
                && exact.kind() == Kind::Exclusive
                && !could_be_chosen(&other, &printed))
        {
            return;
        }
        for (row, ranges) in ranges.iter_mut().enumerate() {
            for (column, range) in ranges.iter_mut().enumerate() {
                let count = other.rows()[row].cells[column].count();
                let number = match printed.rows[row].cells[column] {
                    SafeCell::Suppressed(Reason::NearlyAll) => other.columns()[column].base - count,
                    _ => count,
                };
                *range = Range { low: range.low.min(number), high: range.high.max(number) };
            }
        }
    });
    (ranges[0][0].low <= ranges[0][0].high).then_some(ranges)
}

/// The same ranges, number by number. Whether or not some table could have been chosen to be
/// printed like this.
fn equals_the_naive_one(case: &Case) -> Result<(), TestCaseError> {
    let printed = print(&case.exact, &tiny_rules(), &case.hidden);
    for reader in [Reader::KnowsSums, Reader::KnowsChoices] {
        let (ours, naive) = (doubts(&printed, reader), naive_doubts(case, reader));
        prop_assert_eq!(ours, naive, "{:?} {:?}", reader, printed);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn exclusive_columns_alone(case in cases(Kind::Exclusive, 1..=4, 1)) {
        equals_the_naive_one(&case)?;
    }

    #[test]
    fn exclusive_with_a_total(case in cases(Kind::Exclusive, 1..=2, 2)) {
        equals_the_naive_one(&case)?;
    }

    #[test]
    fn multiple_columns_alone(case in cases(Kind::Multiple, 1..=3, 1)) {
        equals_the_naive_one(&case)?;
    }

    #[test]
    fn multiple_with_a_total(case in cases(Kind::Multiple, 1..=2, 2)) {
        equals_the_naive_one(&case)?;
    }
}
