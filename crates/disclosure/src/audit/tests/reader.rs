//! The reader who has this program: who protects every table there is, and keeps those that come
//! out like the printed one. No reader of the printed table alone knows more.

use std::collections::BTreeMap;

use super::{table, table_of_cells};
use crate::audit::network::Range;
use crate::audit::{Reader, doubts, is_sensitive};
use crate::{Cell, Kind, Reason, Rules, SafeCell, SafeCount, SafeTable, Table, protect};

/// What each cell of all the tables that come out alike can be: the sensitive side of it.
fn add(ranges: &mut [Vec<Range>], exact: &Table, printed: &SafeTable) {
    for (row, ranges) in ranges.iter_mut().enumerate() {
        for (column, range) in ranges.iter_mut().enumerate() {
            let count = exact.rows()[row].cells[column].count();
            let number = match printed.rows[row].cells[column] {
                SafeCell::Suppressed(Reason::NearlyAll) => exact.columns()[column].base - count,
                _ => count,
            };
            *range = range.join(Range { low: number, high: number });
        }
    }
}

/// What is printed, in short: tables of one shape are alike when their keys are.
fn key(printed: &SafeTable) -> Vec<u64> {
    let bases = printed.columns.iter().map(|column| match column.base {
        SafeCount::Shown(base) => base,
        SafeCount::Suppressed(reason) => u64::MAX - reason as u64,
    });
    let cells = printed.rows.iter().flat_map(|row| &row.cells).map(|cell| match cell {
        SafeCell::Shown { count_rounded, .. } => *count_rounded,
        SafeCell::Suppressed(reason) => u64::MAX - *reason as u64,
    });
    bases.chain(cells).collect()
}

/// Every way to share out at most `people` over so many cells.
fn every_share(cells: usize, people: u64, taken: &mut Vec<u64>, visit: &mut impl FnMut(&[u64])) {
    if cells == 0 {
        return visit(taken);
    }
    for count in 0..=people {
        taken.push(count);
        every_share(cells - 1, people - count, taken, visit);
        taken.pop();
    }
}

/// Every exclusive table of at most so many people, with structural zeros at these places.
fn every_exclusive(
    (rows, parts): (usize, usize),
    people: u64,
    zeros: &[(usize, usize)],
    visit: &mut dyn FnMut(Table),
) {
    every_share(rows * parts - zeros.len(), people, &mut Vec::new(), &mut |counts| {
        let mut counts = counts.iter();
        let mut cell = |place| {
            let count = if zeros.contains(&place) { None } else { counts.next() };
            count.map_or(Cell::StructuralZero, |&count| Cell::Count(count))
        };
        let row = |row| (0..parts).map(|part| cell((row, part))).collect();
        visit(table_of_cells(Kind::Exclusive, &(0..rows).map(row).collect::<Vec<_>>(), &[]));
    });
}

/// Every multiple table whose bases sum to at most so many people.
fn every_multiple((rows, parts): (usize, usize), people: u64, visit: &mut dyn FnMut(Table)) {
    // A count of those who chose and a count of those who did not, for each part; the first row
    // has the say in the base, and the others have to agree.
    every_share(2 * parts, people, &mut Vec::new(), &mut |first| {
        let bases: Vec<u64> = first.chunks(2).map(|pair| pair[0] + pair[1]).collect();
        let first: Vec<u64> = first.chunks(2).map(|pair| pair[0]).collect();
        let most: u64 = bases.iter().sum();
        every_share((rows - 1) * parts, most * (rows as u64 - 1), &mut Vec::new(), &mut |others| {
            let others = others.chunks(parts).map(<[u64]>::to_vec);
            let rows: Vec<Vec<u64>> = [first.clone()].into_iter().chain(others).collect();
            if rows.iter().all(|row| row.iter().zip(&bases).all(|(count, base)| count <= base)) {
                visit(table(Kind::Multiple, &rows, &bases));
            }
        });
    });
}

/// Protects every table that `every` comes to, with bases of at most so many people, and holds
/// the audit to what the reader finds, and the rules to the doubt they promise.
fn try_all(rules: (u64, u64), people: u64, every: impl FnOnce(&mut dyn FnMut(Table))) {
    let rules = Rules::new(rules.0, rules.1, 9).unwrap();
    let mut alike: BTreeMap<Vec<u64>, (SafeTable, Vec<Vec<Range>>)> = BTreeMap::new();
    every(&mut |exact| {
        let printed = protect(&exact, &rules);
        if !printed.is_withheld() {
            let none = Range { low: u64::MAX, high: 0 };
            let nothing = vec![vec![none; exact.columns().len()]; exact.rows().len()];
            let (_, ranges) = alike.entry(key(&printed)).or_insert((printed.clone(), nothing));
            add(ranges, &exact, &printed);
        }
    });
    let mut seen = 0;
    for (printed, ranges) in alike.into_values() {
        // Of a larger table only some of those that come out like it have been tried.
        let all_tried = printed.columns.iter().all(|column| match column.base {
            SafeCount::Shown(base) => rules.could_be(base).1 <= people,
            SafeCount::Suppressed(_) => false,
        });
        if !all_tried {
            continue;
        }
        assert_eq!(doubts(&printed, Reader::KnowsChoices).as_ref(), Some(&ranges), "{printed:?}");
        for (row, ranges) in ranges.iter().enumerate() {
            for (column, range) in ranges.iter().enumerate() {
                if is_sensitive(&printed, row, column) {
                    assert!(range.width() >= rules.least_doubt(), "{printed:?} {ranges:?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 0, "no table had a small cell and was printed");
}

#[test]
fn one_group() {
    try_all((4, 3), 20, |visit| every_exclusive((4, 1), 20, &[], visit));
    try_all((3, 3), 15, |visit| every_exclusive((5, 1), 15, &[], visit));
    try_all((2, 2), 12, |visit| every_exclusive((6, 1), 12, &[], visit));
}

#[test]
fn two_groups_and_their_total() {
    try_all((2, 2), 14, |visit| every_exclusive((4, 2), 14, &[], visit));
}

#[test]
fn structural_zeros() {
    try_all((4, 3), 19, |visit| every_exclusive((5, 1), 19, &[(1, 0)], visit));
    try_all((2, 2), 14, |visit| every_exclusive((4, 2), 14, &[(0, 0)], visit));
    try_all((2, 2), 13, |visit| {
        every_exclusive((5, 2), 13, &[(0, 0), (3, 0), (4, 1)], visit);
    });
}

#[test]
fn one_group_of_multiple_answers() {
    try_all((4, 3), 12, |visit| every_multiple((3, 1), 12, visit));
}

#[test]
fn two_groups_of_multiple_answers_and_their_total() {
    try_all((2, 2), 11, |visit| every_multiple((2, 2), 11, visit));
}
