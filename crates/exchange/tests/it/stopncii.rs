//! StopNCII's answers.

use exchange::{BadHash, BrokenReason, Fault, HashKind, Reason, Shape, UnknownKind};

use crate::{MD5, PDQ, bad, read, told};

fn page() -> String {
    let zeros = "0".repeat(64);
    format!(
        r#"{{"count": 6, "nextPageToken": null, "hasMoreRecords": false, "hashRecords": [
{{"lastModtimestamp": 1706918400, "signalType": "ImagePDQ", "hashValue": "{PDQ}", "hashStatus": "Active",
  "caseNumbers": {{"case \"1\"": "Active"}},
  "CSPFeedbacks": [{{"source": "Example Platform", "feedbackValue": "Blocked", "tags": ["seen twice"]}}]}},
{{"lastModtimestamp": 1706918400, "signalType": "VideoMD5", "hashValue": "{MD5}", "hashStatus": "Withdrawn", "caseNumbers": {{}}}},
{{"lastModtimestamp": 1706918400, "signalType": "ImagePDQ", "hashValue": "{zeros}", "hashStatus": "Active", "caseNumbers": {{}}}},
{{"lastModtimestamp": 1706918400, "signalType": "URL", "hashValue": "x", "hashStatus": "Active", "caseNumbers": {{}}}},
{{"lastModtimestamp": 1706918400, "signalType": "Unknown", "hashValue": "x", "hashStatus": "Active", "caseNumbers": {{}}}},
{{"signalType": "ImagePDQ", "hashValue": 7, "hashStatus": "Active"}},
{{"signalType": "VideoMD5", "hashValue": "{MD5}", "hashStatus": "Deleted"}}
], "nextSetTimestamp": 1706918401}}"#
    )
}

#[test]
fn records_come_and_what_is_withdrawn_or_deleted_goes() {
    let rows = read(page().as_bytes(), &Shape::StopNcii).into_iter().filter_map(Result::ok);
    let told: Vec<_> = rows.map(|row| told(&row)).collect();
    assert_eq!(
        told,
        [
            "2 Add pdq f00f00 member - entry - class Active tags seen_twice changed 2024-02-03T00:00:00Z",
            "5 Withdraw video_md5 012345 member - entry - class Withdrawn tags  changed 2024-02-03T00:00:00Z",
            "10 Withdraw video_md5 012345 member - entry - class Deleted tags  changed -",
        ]
    );
}

#[test]
fn a_hash_of_zeros_and_what_is_no_hash_are_told_and_stop_nothing() {
    assert_eq!(
        bad(&page(), &Shape::StopNcii),
        [
            (6, Reason::Hash(BadHash::Zeros(HashKind::Pdq))),
            (7, Reason::NotMedia),
            (8, Reason::Kind(UnknownKind)),
            (9, Reason::Shape),
        ]
    );
}

#[test]
fn an_answer_that_is_an_error_is_no_empty_list() {
    for answer in [
        r#"{"statusCode": 401, "message": "no"}"#,
        "{}",
        "",
        "[]",
        "<html>",
        "{\"hashRecords\": []",
    ] {
        let read = read(answer.as_bytes(), &Shape::StopNcii);
        let [Err(Fault::Broken(broken))] = &read[..] else { panic!("{answer}: {read:?}") };
        assert_eq!(broken.line, 1, "{answer}");
    }
    assert!(read(br#"{"hashRecords": []}"#, &Shape::StopNcii).is_empty());
}

#[test]
fn json_that_is_not_well_formed_ends_the_list_at_its_line() {
    let record =
        format!(r#"{{"signalType":"ImagePDQ","hashValue":"{PDQ}","hashStatus":"Active"}}"#);
    for (between, after) in [(" ", ""), (",,", ""), (",", ",]"), (",", "}"), (",", ";]}")] {
        let list = format!("{{\"hashRecords\":[\n{record}{between}\n{record}{after}");
        let read = read(list.as_bytes(), &Shape::StopNcii);
        let Some(Err(Fault::Broken(broken))) = read.last() else { panic!("{list}") };
        assert!(broken.line >= 2, "{list}");
        assert!(matches!(broken.reason, BrokenReason::Json | BrokenReason::Short), "{list}");
    }
}
