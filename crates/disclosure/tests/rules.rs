//! Each rule by an example. Tables are read from text and printed as text: a line for the bases,
//! then one for each option.

#![cfg(test)]

use disclosure::{
    Cell, Column, Kind, Reason, Row, Rules, SafeCell, SafeCount, SafeTable, Table, TableError,
    Total, audit, protect,
};

/// Lines of numbers: the bases, then the options; `-` is a structural zero. With three columns
/// the last is the total of the others.
fn read(kind: Kind, text: &str) -> Result<Table, TableError> {
    let mut lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let bases = lines.find(|words| !words.is_empty()).unwrap();
    let columns =
        bases.iter().map(|base| Column { key: (*base).into(), base: base.parse().unwrap() });
    let cell = |word: &&str| match *word {
        "-" => Cell::StructuralZero,
        number => Cell::Count(number.parse().unwrap()),
    };
    let rows = lines
        .filter(|words| !words.is_empty())
        .map(|words| Row { key: String::new(), cells: words.iter().map(cell).collect() });
    let total = (bases.len() == 3).then(|| Total { column: 2, parts: vec![0, 1] });
    Table::new(kind, columns.collect(), rows.collect(), total)
}

fn name(reason: Reason) -> &'static str {
    match reason {
        Reason::Small => "small",
        Reason::NearlyAll => "nearly",
        Reason::Complement => "partner",
        Reason::Withheld => "withheld",
    }
}

fn print(table: &SafeTable) -> Vec<String> {
    let base = |count: &SafeCount| match count {
        SafeCount::Shown(count) => count.to_string(),
        SafeCount::Suppressed(reason) => name(*reason).to_owned(),
    };
    let cell = |cell: &SafeCell| match cell {
        SafeCell::Shown { count_rounded, .. } => count_rounded.to_string(),
        SafeCell::Suppressed(reason) => name(*reason).to_owned(),
    };
    let bases = table.columns().iter().map(|column| base(&column.base)).collect::<Vec<_>>();
    let rows = table.rows().iter().map(|row| row.cells.iter().map(cell).collect::<Vec<_>>());
    [bases].into_iter().chain(rows).map(|words| words.join(" ")).collect()
}

#[track_caller]
fn prints(kind: Kind, exact: &str, printed: &str) {
    let table = protect(&read(kind, exact).unwrap(), &Rules::default());
    let lines: Vec<&str> = printed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(print(&table), lines);
    assert_eq!(audit(&table), []);
}

#[test]
fn large_counts_are_rounded() {
    let exact = "
        102 1003 1105
         12  100  112
         33  300  333
         57  603  660";
    let printed = "
        100 1005 1105
        10 100 110
        35 300 335
        55 605 660";
    prints(Kind::Exclusive, exact, printed);
}

#[test]
fn a_small_cell_takes_its_row_and_a_partner_with_it() {
    let exact = "
        399 4000 4399
          3  100  103
        252 2500 2752
         40  400  440
        104 1000 1104";
    let printed = "
        400 4000 4400
        small partner partner
        250 2500 2750
        partner partner partner
        105 1000 1105";
    prints(Kind::Exclusive, exact, printed);
}

#[test]
fn two_small_cells_need_a_partner_only_while_their_sum_is_small() {
    let together_large = "
        200
          6
          7
         80
        107";
    prints(Kind::Exclusive, together_large, "200\n small\n small\n 80\n 105");
    let together_small = "
        200
          2
          3
         40
         50
        105";
    prints(Kind::Exclusive, together_small, "200\n small\n small\n partner\n 50\n 105");
}

#[test]
fn a_zero_is_small_and_a_structural_zero_is_not() {
    let exact = "
        200 300 500
          -  90  90
          0  60  60
         80  70 150
         50  40  90
         70  40 110";
    // The first row is shown: nobody in the first group could choose it.
    let printed = "
        200 300 500
        0 90 90
        small partner partner
        80 70 150
        partner partner partner
        70 40 110";
    prints(Kind::Exclusive, exact, printed);
}

#[test]
fn a_structural_zero_is_no_partner() {
    // The smallest row has nobody in the first column who could hide the 4.
    let exact = "
        164 320 484
          4 100 104
          -  15  15
         80 105 185
         30  50  80
         50  50 100";
    let printed = "
        165 320 485
        small partner partner
        0 15 15
        80 105 185
        partner partner partner
        50 50 100";
    prints(Kind::Exclusive, exact, printed);
}

#[test]
fn in_multiple_choice_a_row_stands_for_itself() {
    // Hardly anyone, nearly everyone, everyone, and a good half.
    let exact = "
        100 500 600
          4 200 204
         95 300 395
        100 400 500
         60 300 360";
    let printed = "
        100 500 600
        small partner partner
        nearly partner partner
        nearly partner partner
        60 300 360";
    prints(Kind::Multiple, exact, printed);
}

#[test]
fn a_small_base_withholds_the_question() {
    let exact = "
          9 500 509
          9 200 209
          0 300 300";
    let printed = "
        withheld withheld withheld
        withheld withheld withheld
        withheld withheld withheld";
    prints(Kind::Exclusive, exact, printed);
    prints(Kind::Multiple, exact, printed);
    // Even where no cell is small.
    prints(Kind::Multiple, "9 90 99\n - 60 60", "withheld withheld withheld\n 0 withheld withheld");
}

#[test]
fn a_single_row_is_not_left_to_stand_for_all_others() {
    prints(Kind::Exclusive, "200\n 3\n 97\n 100", "withheld\n withheld\n withheld\n withheld");
    // In multiple choice a row says nothing of the others.
    prints(Kind::Multiple, "200\n 3\n 5\n 100", "200\n small\n small\n 100");
    prints(Kind::Multiple, "200\n 3\n 5\n 1", "withheld\n withheld\n withheld\n withheld");
}

#[test]
fn what_the_audit_finds_is_withheld() {
    // The base is at least 43, the two tens are at most 12 and the partner no larger than they:
    // only 7 to 9 are left for the first.
    let printed = "withheld\n withheld\n withheld\n withheld\n withheld";
    prints(Kind::Exclusive, "43\n 8\n 12\n 12\n 11", printed);
    // Two counts below 10 that sum to 18 are both 9.
    prints(Kind::Exclusive, "57\n 9\n 9\n 17\n 22", printed);
}

#[test]
fn a_withheld_question_still_says_what_was_not_offered() {
    let exact = "
        5 300 305
        - 100 100
        5 200 205";
    let printed = "
        withheld withheld withheld
        0 withheld withheld
        withheld withheld withheld";
    prints(Kind::Exclusive, exact, printed);
}

#[test]
fn shares_come_from_what_is_printed() {
    let exact = "
        27 399 426
        13 203 216
        14 196 210";
    let table = protect(&read(Kind::Exclusive, exact).unwrap(), &Rules::default());
    // 27 prints as 25: below 30, no share. 203 of 399 prints as 205 of 400.
    assert_eq!(table.rows()[0].cells[0], SafeCell::Shown { count_rounded: 15, share: None });
    let share = Some(205.0 / 400.0);
    assert_eq!(table.rows()[0].cells[1], SafeCell::Shown { count_rounded: 205, share });
    let printed = table.printed(0, 1).unwrap();
    assert_eq!((printed.count, printed.base), (205, 400));
    assert_eq!(table.printed(0, 0), None);
    // 28 and 32 both print as 30, so the share would be one of a base below 30; 33 prints as 35.
    let share = |text| {
        let table = protect(&read(Kind::Exclusive, text).unwrap(), &Rules::default());
        table.printed(0, 0).map(|printed| (printed.count, printed.base))
    };
    assert_eq!(["28\n 14\n 14", "32\n 14\n 18"].map(share), [None, None]);
    assert_eq!(share("33\n 14\n 19"), Some((15, 35)));
}

#[test]
fn numbers_that_do_not_add_up_are_no_table() {
    let fails = |kind, text| read(kind, text).unwrap_err();
    assert_eq!(fails(Kind::Exclusive, "50\n 20\n 20"), TableError::ColumnSum { column: 0 });
    assert_eq!(fails(Kind::Multiple, "50\n 51"), TableError::ColumnSum { column: 0 });
    assert_eq!(fails(Kind::Multiple, "50 50 100\n 20 20 41"), TableError::TotalOfRow { row: 0 });
    assert_eq!(fails(Kind::Multiple, "50 50 99\n 20 20 40"), TableError::TotalOfBases);
    assert_eq!(fails(Kind::Multiple, "50 50 100\n 20 20"), TableError::RaggedRow { row: 0 });
    assert_eq!(fails(Kind::Multiple, "50"), TableError::Empty);
    assert_eq!(fails(Kind::Multiple, "2000000000000\n 1"), TableError::CountTooLarge);
    // Nobody could choose it in either group: then nobody could at all.
    assert_eq!(fails(Kind::Multiple, "50 50 100\n - - 0"), TableError::TotalOfRow { row: 0 });
}
