//! What is written is read back the same.

use exchange::{Change, HashKind, HashValue, ListWriter, Row, Rows, WriteError};
use proptest::prelude::*;

fn hash() -> impl Strategy<Value = HashValue> {
    let kinds = prop::sample::select(HashKind::ALL.to_vec());
    let bytes = prop::collection::vec(1_u8.., 144);
    (kinds, bytes, "[!-~é]([ -~é]{0,60}[!-~é])?").prop_map(|(kind, bytes, text)| {
        match kind.bytes() {
            Some(length) => HashValue::from_bytes(kind, &bytes[..length]).unwrap(),
            None => HashValue::parse(kind, text.as_bytes()).unwrap(),
        }
    })
}

fn field() -> impl Strategy<Value = Option<Box<str>>> {
    prop::option::of("[!-~é]([ -~é]{0,30}[!-~é])?".prop_map(Into::into))
}

prop_compose! {
    fn row()(
        hash in hash(), way in 0..3, member in field(), entry in field(), class in field(),
        tags in prop::collection::btree_set("[!-~é]{1,8}", 0..4),
        changed in prop::option::of((0_i64..4_000_000_000, 0..1_000_000_000)),
    ) -> Row {
        let change = match way {
            0 => Change::Withdraw(hash),
            1 if entry.is_some() => Change::WithdrawEntry,
            _ => Change::Add(hash),
        };
        let changed = changed.map(|(seconds, nanos)| jiff::Timestamp::new(seconds, nanos).unwrap());
        let tags = tags.into_iter().map(Into::into).collect();
        Row { change, member, entry, class, tags, changed, line: 0 }
    }
}

fn back(writer: ListWriter<Vec<u8>>) -> Vec<Row> {
    let shape = writer.shape();
    let list = writer.finish().unwrap();
    Rows::new(&list[..], &shape).unwrap().map(|row| Row { line: 0, ..row.unwrap() }).collect()
}

proptest! {
    #[test]
    fn a_table_keeps_everything(rows in prop::collection::vec(row(), 0..20)) {
        let mut table = ListWriter::table(Vec::new()).unwrap();
        rows.iter().for_each(|row| table.write(row).unwrap());
        prop_assert_eq!(back(table), rows);
    }

    #[test]
    fn a_flat_list_keeps_kinds_and_hashes(hashes in prop::collection::vec(hash(), 0..20)) {
        let mut flat = ListWriter::flat(Vec::new());
        let rows: Vec<_> = hashes.into_iter().map(|hash| Row::new(Change::Add(hash), 0)).collect();
        rows.iter().for_each(|row| flat.write(row).unwrap());
        prop_assert_eq!(back(flat), rows);
    }
}

#[test]
fn a_flat_list_refuses_a_withdrawal_instead_of_losing_it() {
    let mut flat = ListWriter::flat(Vec::new());
    let hash = HashValue::parse(HashKind::Md5, crate::MD5.as_bytes()).unwrap();
    for change in [Change::Withdraw(hash), Change::WithdrawEntry] {
        assert!(matches!(flat.write(&Row::new(change, 0)), Err(WriteError::Withdrawal)));
    }
    assert!(flat.finish().unwrap().is_empty());
}
