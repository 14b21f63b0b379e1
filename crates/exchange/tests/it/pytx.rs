//! The shapes of python-threatexchange.

use exchange::{BadHash, BrokenReason, Fault, HashKind, Reason, Shape};

use crate::{MD5, PDQ, bad, good, read, told};

#[test]
fn a_roll_up_is_read_in_both_its_widths() {
    let list = format!(
        "{PDQ},11,2020-07-31T18:47:52+0000,\"two one\"\r\n{PDQ},12,mine,\r\n{PDQ},13,14,2020-07-31T18:47:52+0000,x\n"
    );
    let rows: Vec<_> =
        good(&list, &Shape::Rollup { kind: HashKind::Pdq }).iter().map(told).collect();
    assert_eq!(
        rows,
        [
            "1 Add pdq f00f00 member - entry 11 class - tags one+two changed 2020-07-31T18:47:52Z",
            "2 Add pdq f00f00 member - entry 12 class - tags  changed -",
            "3 Add pdq f00f00 member - entry 13 class - tags x changed 2020-07-31T18:47:52Z",
        ]
    );
}

#[test]
fn a_row_of_another_width_is_no_good() {
    let list = format!("{PDQ},11\n{PDQ},11,mine,\n,11,mine,\n");
    let form = Reason::Hash(BadHash::Form(HashKind::Pdq));
    assert_eq!(
        bad(&list, &Shape::Rollup { kind: HashKind::Pdq }),
        [(1, Reason::FewFields), (3, form)]
    );
}

fn pages() -> String {
    format!(
        r#"{{"data": [
{{"id": "1", "indicator": "{PDQ}", "type": "HASH_PDQ", "last_updated": 1706918400, "should_delete": false,
  "descriptors": {{"data": [
    {{"id": "5", "owner": {{"id": "42"}}, "status": "UNKNOWN", "tags": ["b", "a c"]}},
    {{"id": "6", "owner": {{"id": "43"}}, "status": "MALICIOUS", "tags": {{"data": [{{"id": "9", "text": "b"}}]}}}}]}}}},
{{"id": 2, "indicator": "{MD5}", "type": "HASH_MD5", "last_updated": 1706918400, "should_delete": true}}
], "paging": {{"next": "https://example.org/?after=\"]}}"}}}}
{{"paging": {{}}, "data": [
{{"id": "3", "type": "HASH_PDQ", "should_delete": false}},
{{"id": "4", "indicator": "a word", "type": "TEXT_STRING", "should_delete": false,
  "descriptors": {{"data": [{{"owner": {{"id": "42"}}, "status": "MALICIOUS"}}]}}}},
{{"indicator": "{MD5}"}}
]}}"#
    )
}

#[test]
fn updates_are_read_over_pages_and_what_lacks_descriptors_withdraws() {
    let rows = read(pages().as_bytes(), &Shape::Updates).into_iter().filter_map(Result::ok);
    let told: Vec<_> = rows.map(|row| told(&row)).collect();
    assert_eq!(
        told,
        [
            "2 Add pdq f00f00 member 42 entry 1 class MALICIOUS tags a_c+b changed 2024-02-03T00:00:00Z",
            "6 Withdraw md5 012345 member - entry 2 class - tags  changed 2024-02-03T00:00:00Z",
            "9 Withdraw - member - entry 3 class - tags  changed -",
        ]
    );
    assert_eq!(bad(&pages(), &Shape::Updates), [(10, Reason::NotMedia), (12, Reason::Shape)]);
}

#[test]
fn a_hash_of_which_everybody_says_that_it_is_harmless_is_withdrawn() {
    let page =
        pages().replace("\"MALICIOUS\"", "\"NON_MALICIOUS\"").replace("UNKNOWN", "NON_MALICIOUS");
    let first = read(page.as_bytes(), &Shape::Updates).remove(0).unwrap();
    assert!(matches!(first.change, exchange::Change::Withdraw(_)), "{:?}", first.change);
    assert_eq!(first.class.as_deref(), Some("NON_MALICIOUS"));
}

#[test]
fn json_that_breaks_off_is_told_where_and_after_what_was_read() {
    let whole = pages();
    let cut = &whole[..whole.find("\"paging\"").unwrap() - 4];
    let read = read(cut.as_bytes(), &Shape::Updates);
    assert_eq!(read.len(), 3);
    let Err(Fault::Broken(broken)) = &read[2] else { panic!("{read:?}") };
    assert_eq!((broken.line, &broken.reason), (6, &BrokenReason::Short));
}
