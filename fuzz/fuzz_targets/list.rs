//! Any bytes as a list in each format: no panic, an end, and what was read stays the same on its way
//! through a table and a flat list.

#![no_main]

use exchange::{Action, Change, Columns, Fault, HashKind, ListWriter, Row, Rows, Shape, detect};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let [way, list @ ..] = data else { return };
    _ = detect(list);
    let Some(shape) = shape(*way) else { return };
    let Ok(rows) = Rows::new(list, &shape) else { return };
    let mut broken = false;
    let mut read: Vec<Row> = Vec::new();
    for row in rows {
        assert!(!broken, "something follows the end");
        match row {
            Ok(row) => read.push(row),
            Err(fault) => {
                broken = matches!(fault, Fault::Broken(_));
                assert!(!fault.to_string().is_empty());
            }
        }
    }
    let lines = list.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
    assert!(read.iter().all(|row| (1..=lines).contains(&row.line)), "a row stands on no line");
    through_a_table(&read);
    through_a_flat_list(&read);
});

/// The first byte chooses the format.
fn shape(way: u8) -> Option<Shape> {
    Some(match way {
        0 => Shape::Flat { kind: None },
        1 => Shape::Flat { kind: Some(HashKind::TmkPdqf) },
        2 => Shape::Csv("kind=1,hash=2,member=3,entry=4,tags=5,changed=6,action=7".parse().ok()?),
        3 => Shape::Csv("md5=1,sha1=2,photodna=3,class=4,delimiter=semicolon".parse().ok()?),
        4 => Shape::Csv(Columns::own()),
        5 => Shape::Rollup { kind: HashKind::Pdq },
        6 => Shape::Updates,
        7 => Shape::Ncmec,
        8 => Shape::StopNcii,
        _ => return None,
    })
}

fn through_a_table(read: &[Row]) {
    let mut table = ListWriter::table(Vec::new()).expect("a table in memory");
    // A withdrawal of an entry needs the entry.
    let rows = read.iter().filter(|row| row.hash().is_some() || row.entry.is_some());
    let rows: Vec<Row> = rows.map(|row| Row { line: 0, ..row.clone() }).collect();
    rows.iter().for_each(|row| table.write(row).expect("a row in memory"));
    assert_eq!(back(table), rows);
}

fn through_a_flat_list(read: &[Row]) {
    let mut flat = ListWriter::flat(Vec::new());
    let added = read.iter().filter(|row| row.action() == Action::Add);
    let rows: Vec<Row> =
        added.filter_map(|row| Some(Row::new(Change::Add(row.hash()?.clone()), 0))).collect();
    rows.iter().for_each(|row| flat.write(row).expect("a row in memory"));
    assert_eq!(back(flat), rows);
}

fn back(writer: ListWriter<Vec<u8>>) -> Vec<Row> {
    let shape = writer.shape();
    let list = writer.finish().expect("a list in memory");
    let rows = Rows::new(&list[..], &shape).expect("our own list");
    rows.map(|row| Row { line: 0, ..row.expect("our own row") }).collect()
}
