//! Flat lists.

use exchange::{BadHash, HashKind, HashValue, Reason, Rows, Shape, UnknownKind};
use proptest::prelude::*;

use crate::{MD5, PDQ, SHA1, bad, good, twin};

const FLAT: Shape = Shape::Flat { kind: None };

#[test]
fn a_line_is_a_kind_and_a_hash() {
    let list =
        format!("pdq {PDQ}\r\n\n  MD5\t{MD5}  \nsha-1 {}\nnetclean A b C", SHA1.to_uppercase());
    let rows = good(&list, &FLAT);
    let told: Vec<_> = rows.iter().map(|row| (row.line, row.hash().unwrap().text())).collect();
    assert_eq!(
        told,
        [(1, PDQ.to_owned()), (3, MD5.to_owned()), (4, SHA1.to_owned()), (5, "A b C".to_owned())]
    );
}

#[test]
fn a_list_of_one_kind_has_no_names_of_kinds() {
    let shape = Shape::Flat { kind: Some(HashKind::Md5) };
    assert_eq!(good(&format!("{MD5}\n{MD5}"), &shape).len(), 2);
    let form = Reason::Hash(BadHash::Form(HashKind::Md5));
    assert_eq!(bad(&format!("md5 {MD5}"), &shape), [(1, form)]);
}

#[test]
fn rows_that_are_no_good_are_told_by_line_and_the_rest_is_read() {
    let list = format!(
        "pdq {PDQ}\npdq {}\npdq\npqd {PDQ}\nmd5 d41d8cd98f00b204e9800998ecf8427e\n# note\nsha1 {MD5}\nmd5 {MD5}\n",
        "0".repeat(64)
    );
    let found = bad(&list, &FLAT);
    let expected = [
        (2, Reason::Hash(BadHash::Zeros(HashKind::Pdq))),
        (3, Reason::NoHash),
        (4, Reason::Kind(UnknownKind)),
        (5, Reason::Hash(BadHash::EmptyFile(HashKind::Md5))),
        (6, Reason::Kind(UnknownKind)),
        (7, Reason::Hash(BadHash::Form(HashKind::Sha1))),
    ];
    assert_eq!(found, expected);
    let read = Rows::new(list.as_bytes(), &FLAT).unwrap().filter(Result::is_ok).count();
    assert_eq!(read, 2);
}

#[test]
fn a_pdq_in_base64_is_the_same_pdq() {
    let base64 = "8A8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKo=";
    assert_eq!(
        good(&format!("pdq {base64}"), &FLAT)[0].hash(),
        good(&format!("pdq {PDQ}"), &FLAT)[0].hash()
    );
}

#[test]
fn photodna_is_the_same_hash_in_each_of_its_three_ways() {
    let bytes: Vec<u8> = (1..=144).collect();
    let own = HashValue::from_bytes(HashKind::PhotoDna, &bytes).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let numbers: Vec<String> = bytes.iter().map(u8::to_string).collect();
    for text in [hex, numbers.join(","), numbers.join(", "), own.text()] {
        assert_eq!(
            HashValue::parse(HashKind::PhotoDna, text.as_bytes()),
            Ok(own.clone()),
            "{text}"
        );
    }
    assert_eq!(own.text().len(), 192);
    for text in [numbers[1..].join(","), numbers.join(";"), "256,".repeat(143) + "1"] {
        let read = HashValue::parse(HashKind::PhotoDna, text.as_bytes());
        assert_eq!(read, Err(BadHash::Form(HashKind::PhotoDna)), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_read_is_what_the_naive_twin_reads(
        lines in prop::collection::vec(
            "((md5|sha1|pdq|sha256|tmp|) {0,2}([0-9a-fA-F]{32}|[0-9a-f]{40}|[0-9a-f]{64}|0{32}|0{64}|[a-z0-9]{0,66})[ \t]{0,2}\r?)?",
            0..20
        )
    ) {
        let list = lines.join("\n");
        let rows = Rows::new(list.as_bytes(), &FLAT).unwrap();
        let read: Vec<_> = rows
            .map(|row| row.ok().map(|row| {
                let hash = row.hash().unwrap();
                (hash.kind().name().to_owned(), hash.text())
            }))
            .collect();
        prop_assert_eq!(read, twin::rows(list.as_bytes()).collect::<Vec<_>>());
    }
}
