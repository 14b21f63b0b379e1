//! What must hold for any table.

#![cfg(test)]

use disclosure::{
    Cell, Column, Kind, Row, Rules, SafeCell, SafeCount, SafeTable, Table, Total, audit, protect,
};
use proptest::prelude::*;

/// Tables of a group, the rest and all, of 2 to 8 options, with many small counts.
fn tables(kind: Kind) -> impl Strategy<Value = Table> {
    let count = prop_oneof![
        2 => (0_u64..13).prop_map(Cell::Count),
        6 => (10_u64..60).prop_map(Cell::Count),
        2 => (100_u64..5_000).prop_map(Cell::Count),
        1 => Just(Cell::StructuralZero),
    ];
    let row = proptest::array::uniform2(count);
    let more = proptest::array::uniform2(prop_oneof![0_u64..15, 0_u64..500]);
    (proptest::collection::vec(row, 2..=8), more).prop_map(move |(parts, more)| {
        let column = |part: usize| parts.iter().map(move |row| row[part].count());
        let base = |part: usize| match kind {
            Kind::Exclusive => column(part).sum(),
            Kind::Multiple => column(part).max().unwrap() + more[part],
        };
        let bases = [base(0), base(1), base(0) + base(1)];
        let rows = parts.iter().map(|&[group, rest]| {
            let nobody = group == Cell::StructuralZero && rest == Cell::StructuralZero;
            let sum = Cell::Count(group.count() + rest.count());
            let all = if nobody { Cell::StructuralZero } else { sum };
            Row { key: String::new(), cells: vec![group, rest, all] }
        });
        let columns = bases.map(|base| Column { key: String::new(), base });
        let total = Some(Total { column: 2, parts: vec![0, 1] });
        Table::new(kind, columns.to_vec(), rows.collect(), total).unwrap()
    })
}

fn is_hidden(table: &SafeTable, row: usize, column: usize) -> bool {
    matches!(table.rows()[row].cells[column], SafeCell::Suppressed(_))
}

/// Every number that is printed may be.
fn numbers_are_safe(exact: &Table, printed: &SafeTable) -> Result<(), TestCaseError> {
    let rules = printed.rules();
    for (row, cells) in exact.rows().iter().map(|row| &row.cells).enumerate() {
        for (column, &cell) in cells.iter().enumerate() {
            let base = exact.columns()[column].base;
            let SafeCell::Shown { count_rounded, share } = printed.rows()[row].cells[column] else {
                prop_assert!(cell != Cell::StructuralZero);
                continue;
            };
            prop_assert_eq!(count_rounded % rules.round_to(), 0);
            prop_assert!(count_rounded.abs_diff(cell.count()) <= rules.round_to() / 2);
            prop_assert_eq!(count_rounded == 0, cell == Cell::StructuralZero);
            if cell != Cell::StructuralZero {
                prop_assert!(cell.count() >= rules.suppress_below());
                let others = base - cell.count();
                prop_assert!(exact.kind() == Kind::Exclusive || others >= rules.suppress_below());
            }
            if let Some(share) = share {
                let SafeCount::Shown(base) = printed.columns()[column].base else {
                    return Err(TestCaseError::fail("a share of a hidden base"));
                };
                prop_assert!(base >= rules.min_base_for_shares());
                prop_assert_eq!(share, count_rounded as f64 / base as f64);
                prop_assert!((0.0..=1.0).contains(&share));
            }
        }
    }
    Ok(())
}

/// What is hidden is hidden together, and enough of it.
fn hiding_is_complete(exact: &Table, printed: &SafeTable) -> Result<(), TestCaseError> {
    let counted = |row: usize, column: usize| match exact.rows()[row].cells[column] {
        Cell::Count(count) => Some(count),
        Cell::StructuralZero => None,
    };
    for row in 0..exact.rows().len() {
        let columns = (0..3).filter(|&column| counted(row, column).is_some());
        let hidden: Vec<bool> = columns.map(|column| is_hidden(printed, row, column)).collect();
        prop_assert!(hidden.iter().all(|&one| one == hidden[0]));
    }
    if exact.kind() == Kind::Exclusive && !printed.is_withheld() {
        for column in 0..3 {
            let hidden = (0..exact.rows().len()).filter(|&row| is_hidden(printed, row, column));
            let counts: Vec<u64> = hidden.filter_map(|row| counted(row, column)).collect();
            let sum: u64 = counts.iter().sum();
            let enough = counts.len() >= 2 && sum >= printed.rules().suppress_below();
            prop_assert!(counts.is_empty() || enough);
        }
    }
    Ok(())
}

fn holds(exact: &Table) -> Result<(), TestCaseError> {
    for rules in [Rules::default(), Rules::new(10, 1, 30).unwrap(), Rules::new(6, 4, 20).unwrap()] {
        let printed = protect(exact, &rules);
        prop_assert_eq!(audit(&printed), []);
        prop_assert_eq!(&printed, &protect(exact, &rules));
        numbers_are_safe(exact, &printed)?;
        hiding_is_complete(exact, &printed)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn exclusive(exact in tables(Kind::Exclusive)) {
        holds(&exact)?;
    }

    #[test]
    fn multiple(exact in tables(Kind::Multiple)) {
        holds(&exact)?;
    }
}
