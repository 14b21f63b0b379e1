//! NCMEC's hash sharing.

use exchange::{BadHash, BrokenReason, Fault, HashKind, Reason, Shape, UnknownKind};

use crate::{MD5, PDQ, SHA1, bad, good, read, told};

fn answer(images: &str, videos: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<queryResult xmlns="https://hashsharing.ncmec.org/hashsharing/v2">
<images count="2" maxTimestamp="2024-02-03T00:00:00Z">{images}</images>
<videos count="2" maxTimestamp="2024-02-03T00:00:00Z">{videos}</videos>
<paging><next>/v2/entries?from=a&amp;to=b</next></paging>
</queryResult>"#
    )
}

#[test]
fn images_films_and_tombstones_are_read_with_their_lines() {
    let image = format!(
        r#"<image><member id="42">Example &lt;Member&gt;</member><timestamp>2024-02-03T00:00:00Z</timestamp>
<id>image1</id><classification>A1</classification>
<fingerprints><md5>{MD5}</md5>
 <pdq>
  {PDQ}
 </pdq><videntifier rel="self" href="/v2/x"/></fingerprints>
<feedback lastUpdateTimestamp="x"><negativeFeedback type="Sha1"><reasons>
<reason guid="g" name="n" type="Sha1"/><reason guid="g" name="n" type="Sha1"/>
<members><member id="99">Another</member></members></reasons></negativeFeedback></feedback></image>
<deletedImage><member id="43">Other</member><id>image4</id><timestamp>2024-02-03T00:00:00Z</timestamp></deletedImage>"#
    );
    let video = format!(
        r#"<video><member id="42"/><id>video1</id><fingerprints><md5>{MD5}</md5><sha1>{}</sha1></fingerprints></video>
<deletedVideo><member id="42"/><id>vid&amp;o4</id></deletedVideo>"#,
        SHA1.to_uppercase()
    );
    let rows: Vec<_> = good(&answer(&image, &video), &Shape::Ncmec).iter().map(told).collect();
    assert_eq!(
        rows,
        [
            "5 Add md5 012345 member 42 entry image1 class A1 tags  changed 2024-02-03T00:00:00Z",
            "6 Add pdq f00f00 member 42 entry image1 class A1 tags  changed 2024-02-03T00:00:00Z",
            "12 Withdraw - member 43 entry image4 class - tags  changed 2024-02-03T00:00:00Z",
            "13 Add video_md5 012345 member 42 entry video1 class - tags  changed -",
            "13 Add sha1 012345 member 42 entry video1 class - tags  changed -",
            "14 Withdraw - member 42 entry vid&o4 class - tags  changed -",
        ]
    );
}

#[test]
fn an_entry_that_is_no_good_is_told_and_the_rest_is_read() {
    let zeros = "0".repeat(64);
    let images = format!(
        r#"<image><id>1</id><fingerprints><md5>{MD5}</md5></fingerprints></image>
<image><member id="42"/><id>2</id><fingerprints><md5>no</md5><pdq>{zeros}</pdq><new>x</new><sha1>{SHA1}</sha1></fingerprints></image>
<image><member id="42"/><id>3</id><fingerprints><videntifier href="/v2/x"/></fingerprints></image>
<image><member id="42"/><id>4</id><timestamp>soon</timestamp><fingerprints><md5>{MD5}</md5></fingerprints></image>
<somethingNew><member id="1"/></somethingNew>
<image><member id="42"/><id>5</id><fingerprints>{}</fingerprints></image>"#,
        format!("<md5>{MD5}</md5>").repeat(65)
    );
    let list = answer(&images, "");
    assert_eq!(
        bad(&list, &Shape::Ncmec),
        [
            (3, Reason::NoKey),
            (4, Reason::Hash(BadHash::Form(HashKind::Md5))),
            (4, Reason::Hash(BadHash::Zeros(HashKind::Pdq))),
            (4, Reason::Kind(UnknownKind)),
            (5, Reason::NoHash),
            (6, Reason::Time),
            (8, Reason::ManyHashes(64)),
        ]
    );
    let read = read(list.as_bytes(), &Shape::Ncmec);
    assert_eq!(read.iter().filter(|row| row.is_ok()).count(), 1);
}

#[test]
fn an_answer_without_entries_is_an_empty_list() {
    assert!(good(&answer("", ""), &Shape::Ncmec).is_empty());
    assert!(good("<a:queryResult xmlns:a='x'/>", &Shape::Ncmec).is_empty());
}

#[test]
fn xml_that_is_broken_foreign_or_too_clever_is_refused_with_its_line() {
    let entity = r#"<!DOCTYPE q [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><queryResult>&b;</queryResult>"#;
    let deep = format!("<queryResult>\n{}", "<a>".repeat(100_000));
    let endless = format!("<queryResult>\n<id>{}", "a".repeat(3 << 20));
    let attribute = format!("<queryResult>\n<id x='{}", "a".repeat(3 << 20));
    let many = format!("<queryResult>\n<id>{}</id>", "aaaaaaaa&amp;".repeat(1 << 18));
    let cases = [
        ("", 1, BrokenReason::Short),
        ("plain text", 1, BrokenReason::Xml),
        ("<html></html>", 1, BrokenReason::Root("queryResult")),
        ("<queryResult/>\n<queryResult/>", 2, BrokenReason::Root("queryResult")),
        ("<queryResult>\n<images>", 2, BrokenReason::Short),
        ("<queryResult>\n<images></videos>", 2, BrokenReason::Xml),
        ("<queryResult>\n<images a='&x;'>&x;", 2, BrokenReason::Doctype),
        ("<queryResult>\n<images>&#0;", 2, BrokenReason::Xml),
        (entity, 1, BrokenReason::Doctype),
        (&deep, 2, BrokenReason::Deep(16)),
        (&endless, 2, BrokenReason::LargePiece(1 << 20)),
        (&attribute, 2, BrokenReason::LargePiece(1 << 20)),
        (&many, 2, BrokenReason::LargePiece(1 << 20)),
    ];
    for (list, line, reason) in cases {
        let read = read(list.as_bytes(), &Shape::Ncmec);
        let [Err(Fault::Broken(broken))] = &read[..] else { panic!("{:.80}", list) };
        assert_eq!((broken.line, &broken.reason), (line, &reason), "{:.80}", list);
    }
}
