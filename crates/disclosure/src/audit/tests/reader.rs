//! The reader who has this program: who protects every table there is, and keeps those that come
//! out like the printed one. No reader of the printed table knows more.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::table;
use crate::audit::is_sensitive;
use crate::audit::network::Range;
use crate::{Cell, Kind, Reason, Rules, SafeCell, SafeCount, SafeTable, Table, protect};

/// What each cell of all the tables that come out alike can be; the sensitive side of it.
#[derive(Debug, Clone)]
struct Alike(Vec<Vec<Range>>);

impl Alike {
    fn nothing(table: &Table) -> Self {
        let none = Range { low: u64::MAX, high: 0 };
        Self(vec![vec![none; table.columns().len()]; table.rows().len()])
    }

    fn add(&mut self, exact: &Table, printed: &SafeTable) {
        for (row, ranges) in self.0.iter_mut().enumerate() {
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

    /// The narrowest range of a small number.
    fn least_doubt(&self, printed: &SafeTable) -> u64 {
        let cells = self.0.iter().enumerate().flat_map(|(row, ranges)| {
            ranges.iter().enumerate().map(move |(column, range)| (row, column, range))
        });
        let small = cells.filter(|&(row, column, _)| is_sensitive(printed, row, column));
        small.map(|(_, _, range)| range.width()).min().unwrap_or(u64::MAX)
    }
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

/// Protects every exclusive table of at most so many people, and holds the rules to the doubt
/// they promise.
fn try_all(rows: usize, parts: usize, people: u64, rules: Rules) {
    let mut alike: BTreeMap<String, (SafeTable, Alike)> = BTreeMap::new();
    every_share(rows * parts, people, &mut Vec::new(), &mut |counts| {
        let rows: Vec<Vec<u64>> = counts.chunks(parts).map(<[u64]>::to_vec).collect();
        let exact = table(Kind::Exclusive, &rows, &[]);
        let printed = protect(&exact, &rules);
        if !printed.is_withheld() {
            let key = format!("{printed:?}");
            let entry = alike.entry(key).or_insert_with(|| {
                let nothing = Alike::nothing(&exact);
                (printed.clone(), nothing)
            });
            entry.1.add(&exact, &printed);
        }
    });
    let mut seen = 0;
    for (printed, alike) in alike.values() {
        // Of a larger table only some of those that come out like it have been tried.
        let all_tried = printed.columns.iter().all(|column| match column.base {
            SafeCount::Shown(base) => rules.could_be(base).1 <= people,
            SafeCount::Suppressed(_) => false,
        });
        let doubt = alike.least_doubt(printed);
        if all_tried && doubt < u64::MAX {
            assert!(doubt >= rules.least_doubt(), "{printed:?} {alike:?}");
            seen += 1;
        }
    }
    assert!(seen > 0, "no table had a small cell and was printed");
}

#[test]
fn one_group() {
    try_all(4, 1, 24, Rules::new(4, 3, 9).unwrap());
    try_all(5, 1, 18, Rules::new(4, 3, 9).unwrap());
    try_all(6, 1, 13, Rules::new(2, 2, 9).unwrap());
}

#[test]
fn two_groups_and_their_total() {
    try_all(4, 2, 15, Rules::new(2, 2, 9).unwrap());
}

/// The reader's search on tables too large to try them all: starting from the truth, people are
/// moved about as long as the printed table stays the same.
fn wander(
    kind: Kind,
    rows: &[Vec<u64>],
    bases: &[u64],
    moves: &[(usize, usize, u8)],
) -> Option<(SafeTable, Alike)> {
    let rules = Rules::default();
    let start = table(kind, rows, bases);
    let printed = protect(&start, &rules);
    let mut alike = Alike::nothing(&start);
    if alike.least_doubt(&printed) == u64::MAX {
        return None;
    }
    alike.add(&start, &printed);
    let (mut rows, mut bases, parts) = (rows.to_vec(), bases.to_vec(), bases.len());
    for &(from, to, how) in moves {
        let (mut next_rows, mut next_bases) = (rows.clone(), bases.clone());
        let mut shift = |cell: usize, up: bool| {
            let number = match next_rows.get_mut(cell / parts) {
                Some(row) => &mut row[cell % parts],
                None => &mut next_bases[cell % parts],
            };
            *number = if up { *number + 1 } else { number.saturating_sub(1) };
        };
        match how {
            0 => shift(from, true),
            1 => shift(from, false),
            _ => {
                shift(from, false);
                shift(to, true);
            }
        }
        let fits = next_rows.iter().all(|row| row.iter().zip(&next_bases).all(|(c, b)| c <= b));
        if kind == Kind::Multiple && !fits {
            continue;
        }
        let next = table(kind, &next_rows, &next_bases);
        if protect(&next, &rules) == printed {
            alike.add(&next, &printed);
            (rows, bases) = (next_rows, next_bases);
        }
    }
    Some((printed, alike))
}

#[test]
#[ignore]
fn wander_exp() {
    let mut seed = 42u64;
    let mut r = |m: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % m
    };
    for kind in [Kind::Exclusive, Kind::Multiple] {
        let mut hist: BTreeMap<u64, u64> = BTreeMap::new();
        let mut done = 0;
        let mut tried = 0;
        while done < 400 {
            tried += 1;
            let n = 4 + r(5) as usize;
            let rows: Vec<Vec<u64>> = (0..n)
                .map(|_| {
                    let big = r(3) > 0;
                    (0..2).map(|_| if big { 10 + r(40) } else { r(14) }).collect()
                })
                .collect();
            let bases: Vec<u64> =
                (0..2).map(|p| rows.iter().map(|x| x[p]).max().unwrap() + r(30)).collect();
            let cells = if kind == Kind::Multiple { 2 * n + 2 } else { 2 * n };
            let moves: Vec<(usize, usize, u8)> = (0..30000)
                .map(|_| (r(cells as u64) as usize, r(cells as u64) as usize, r(3) as u8))
                .collect();
            if let Some((printed, alike)) = wander(kind, &rows, &bases, &moves) {
                done += 1;
                let d = alike.least_doubt(&printed);
                *hist.entry(d).or_default() += 1;
                if d < 5 {
                    eprintln!("{d} {rows:?} {bases:?}");
                }
            }
        }
        eprintln!("{kind:?} tried {tried} {hist:?}");
    }
}
