//! Notices: what each draft says, in which order, and what it never says.

use std::collections::BTreeSet;

use exchange::{
    Classification, Drafts, FileHashes, Found, How, Media, Notice, NoticeError, NoticeId, Place,
    Recipient, Reporter, Role,
};
use locale::LanguageTag;
use serde_json::Value;

/// A notice about nothing: every name is invented, every address an example.
fn notice() -> Notice {
    let hashes = FileHashes {
        md5: Some([0x11; 16]),
        sha1: Some([0x22; 20]),
        sha256: Some([0x33; 32]),
        pdq: Some(crate::PDQ.parse().unwrap()),
    };
    Notice {
        id: NoticeId::new([0xff; 16]),
        found: Found {
            hashes,
            media: Media::Image,
            file_name: Some("a & b <1>.png".to_owned()),
            how: How::Exact,
            list: Some("Example List".to_owned()),
            class: Some("B".to_owned()),
            at: "2026-11-28T06:05:00Z".parse().unwrap(),
            viewed: false,
            removed: false,
        },
        place: Place {
            url: Some("https://host.example.org/a?b=1&c=2".to_owned()),
            path: Some("store/17/a.png".to_owned()),
            source: None,
            public: Some(true),
        },
        reporter: Reporter {
            organisation: "Example Organisation".to_owned(),
            contact: "reports@example.org".to_owned(),
            domain: "example.org".to_owned(),
            person: Some(("Example".to_owned(), "Person".to_owned())),
        },
        to: Recipient { role: Role::Host, name: None },
        written: "2026-12-01T09:30:00Z".parse().unwrap(),
        legal_basis: Some("Article 1 of an invented act\nand article 2".to_owned()),
    }
}

fn drafts() -> Drafts {
    Drafts::embedded().unwrap()
}

fn letter(notice: &Notice, tag: &str) -> String {
    drafts().letter(notice, &LanguageTag::parse(tag).unwrap()).unwrap().text
}

fn xarf(notice: &Notice) -> Value {
    let document = drafts().xarf(notice, Classification::Baseline).unwrap();
    serde_json::from_str(&document.text).unwrap()
}

/// Names of the elements of an XML in the order in which they open.
fn elements(xml: &str) -> Vec<&str> {
    let tags =
        xml.split('<').skip(1).filter(|tag| tag.starts_with(|own: char| own.is_alphabetic()));
    tags.map(|tag| tag.split([' ', '>']).next().unwrap()).collect()
}

#[test]
fn a_number_is_a_uuid_of_version_four() {
    assert_eq!(NoticeId::new([0xff; 16]).to_string(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    assert_eq!(NoticeId::new([0; 16]).to_string(), "00000000-0000-4000-8000-000000000000");
}

/// The rules of the schema of type `csam`, with those it builds on.
fn check_xarf(report: &Value) {
    let keys: BTreeSet<&str> = report.as_object().unwrap().keys().map(String::as_str).collect();
    for needed in [
        "xarf_version",
        "report_id",
        "timestamp",
        "reporter",
        "sender",
        "source_identifier",
        "category",
        "type",
        "url",
        "classification",
        "detection_method",
    ] {
        assert!(keys.contains(needed), "{needed}");
    }
    assert_eq!((&report["category"], &report["type"]), (&"content".into(), &"csam".into()));
    assert!(report["xarf_version"].as_str().unwrap().starts_with("4."));
    report["timestamp"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    for who in ["reporter", "sender"] {
        let who: BTreeSet<&str> =
            report[who].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(who, BTreeSet::from(["contact", "domain", "org"]));
    }
    for (hash, digits) in report["hash_values"].as_object().unwrap() {
        let length =
            [("md5", 32), ("sha1", 40), ("sha256", 64)].into_iter().find(|own| own.0 == hash);
        let digits = digits.as_str().unwrap();
        assert_eq!(Some(digits.len()), length.map(|own| own.1));
        assert!(digits.bytes().all(|own| own.is_ascii_hexdigit()));
    }
    assert!(report["description"].as_str().unwrap().chars().count() <= 1000);
    for content in ["evidence", "_internal", "screenshot_url"] {
        assert!(!keys.contains(content), "{content}");
    }
}

#[test]
fn x_arf_keeps_the_rules_of_its_schema_and_holds_no_content() {
    let report = xarf(&notice());
    check_xarf(&report);
    assert_eq!(report["classification"], "baseline");
    assert_eq!(report["detection_method"], "hash_match");
    assert_eq!(report["domain"], "host.example.org");
    assert_eq!(report["source_identifier"], "host.example.org");
    assert_eq!(report.get("verification_method"), None);
    assert_eq!(report.get("content_removed"), None);
}

#[test]
fn x_arf_says_manual_and_removed_only_where_the_notice_does() {
    let mut own = notice();
    (own.found.viewed, own.found.removed) = (true, true);
    own.place.url = Some("http://[2001:db8::1]:8080/a".to_owned());
    own.place.source = Some("2001:db8::2".to_owned());
    let report = xarf(&own);
    check_xarf(&report);
    assert_eq!(report["verification_method"], "manual");
    assert_eq!(report["content_removed"], true);
    assert_eq!(report["source_identifier"], "2001:db8::2");
    assert_eq!(report.get("domain"), None);
}

#[test]
fn x_arf_without_an_address_is_refused_and_a_class_is_never_guessed() {
    let mut own = notice();
    own.place.url = None;
    let refused = drafts().xarf(&own, Classification::A1).err();
    assert_eq!(refused, Some(NoticeError::NoUrl));
    assert!("B".parse::<Classification>().is_err());
    assert_eq!("B2".parse(), Ok(Classification::B2));
}

#[test]
fn the_cybertip_report_has_its_elements_in_their_order() {
    let report = drafts().cybertip_report(&notice()).unwrap();
    assert_eq!(
        elements(&report.text),
        [
            "report",
            "incidentSummary",
            "incidentType",
            "incidentDateTime",
            "incidentDateTimeDescription",
            "internetDetails",
            "webPageIncident",
            "url",
            "reporter",
            "reportingPerson",
            "firstName",
            "lastName",
            "email",
            "additionalInfo",
        ]
    );
    assert!(report.text.contains("<url>https://host.example.org/a?b=1&amp;c=2</url>"));
    assert!(report.text.contains("<incidentDateTime>2026-11-28T06:05:00Z</incidentDateTime>"));
    assert!(report.text.contains("<!-- DRAFT. Nothing was sent."));
    assert!(report.text.contains("Nobody at the reporting organisation has looked at the file."));
    assert!(report.name.ends_with(".cybertip-report.draft.xml"));
}

#[test]
fn the_cybertip_file_has_its_elements_in_their_order_and_claims_no_look() {
    let file = drafts().cybertip_file(&notice()).unwrap().text;
    assert_eq!(
        elements(&file),
        [
            "fileDetails",
            "originalFileName",
            "locationOfFile",
            "fileViewedByEsp",
            "exifViewedByEsp",
            "publiclyAvailable",
            "fileRelevance",
            "originalFileHash",
            "originalFileHash",
            "originalFileHash",
            "originalFileHash",
            "additionalInfo",
        ]
    );
    assert!(file.contains("<originalFileName>a &amp; b &lt;1&gt;.png</originalFileName>"));
    assert!(file.contains("<fileViewedByEsp>false</fileViewedByEsp>"));
    assert!(file.contains("<exifViewedByEsp>false</exifViewedByEsp>"));
    assert!(file.contains(&format!("<originalFileHash hashType=\"PDQ\">{}<", crate::PDQ)));
    let mut own = notice();
    own.found.viewed = true;
    let file = drafts().cybertip_file(&own).unwrap().text;
    assert!(file.contains("<fileViewedByEsp>true</fileViewedByEsp>"));
    assert!(file.contains("<exifViewedByEsp>false</exifViewedByEsp>"));
}

#[test]
fn what_is_not_known_leaves_no_empty_element() {
    let mut own = notice();
    (own.found.file_name, own.found.list, own.found.class) = (None, None, None);
    (own.place.url, own.place.public, own.reporter.person) = (None, None, None);
    let report = drafts().cybertip_report(&own).unwrap().text;
    assert!(report.contains("store/17/a.png"), "the only place there is");
    let file = drafts().cybertip_file(&own).unwrap().text;
    for absent in
        ["internetDetails", "firstName", "originalFileName", "locationOfFile", "publiclyAvailable"]
    {
        assert!(!report.contains(absent) && !file.contains(absent), "{absent}");
    }
}

#[test]
fn a_letter_says_what_was_found_that_nobody_looked_and_what_is_asked() {
    let text = letter(&notice(), "en");
    for said in [
        "DRAFT. Nothing was sent.",
        "NO LAWYER HAS READ THIS WORDING",
        "From: Example Organisation, reports@example.org\n",
        "On 28 November 2026, 06:05 UTC, we found a file whose hash equals a hash on a list of known child sexual \
         abuse material.\nThe list: Example List\nWhat the list calls it: B\n",
        "Nobody at Example Organisation has looked at the file.",
        "Where it was found:\n    https://host.example.org/a?b=1&c=2\n",
        "\n    MD5 11111111111111111111111111111111\n    SHA1 2222",
        "  - to make the file inaccessible at once",
        "Legal basis, as we state it:\nArticle 1 of an invented act\nand article 2\n",
        "Written on 1 December 2026, 09:30 UTC",
    ] {
        assert!(text.contains(said), "{said}\n---\n{text}");
    }
    for never in ["store/17", "⟨", "\u{2068}", "A person at", "We have removed", "{", "pornography"]
    {
        assert!(!text.contains(never), "{never}\n---\n{text}");
    }
}

#[test]
fn a_letter_in_french_is_complete_and_says_that_no_native_speaker_has_read_it() {
    let text = letter(&notice(), "fr");
    for said in [
        "BROUILLON. Rien n’a été envoyé.",
        "AUCUN LOCUTEUR NATIF N’A RELU CETTE LANGUE.",
        "Le 28 novembre 2026, 06 h 05 UTC, nous avons trouvé un fichier",
        "Rédigé le 1er décembre 2026",
        "Personne, chez Example Organisation, n’a regardé le fichier.",
        "  - de rendre aussitôt le fichier inaccessible",
    ] {
        assert!(text.contains(said), "{said}\n---\n{text}");
    }
}

#[test]
fn each_letter_in_each_language_is_whole_and_asks_what_its_recipient_can_do() {
    let drafts = drafts();
    let mut texts = BTreeSet::new();
    for language in drafts.languages() {
        for role in [Role::Host, Role::Hotline, Role::Regulator] {
            for (how, viewed, removed) in [(How::Exact, false, false), (How::Near, true, true)] {
                for name in [None, Some("Example Recipient".to_owned())] {
                    let mut own = notice();
                    own.to = Recipient { role, name };
                    (own.found.how, own.found.viewed, own.found.removed) = (how, viewed, removed);
                    let text = drafts.letter(&own, &language.tag).unwrap().text;
                    assert!(!text.contains(['⟨', '{', '\u{2068}']), "{text}");
                    texts.insert(text);
                }
            }
        }
    }
    assert_eq!(texts.len(), 2 * 3 * 2 * 2);
    let unknown = drafts.letter(&notice(), &LanguageTag::parse("de").unwrap()).err();
    assert_eq!(unknown, Some(NoticeError::Language));
}

#[test]
fn a_near_match_is_called_a_reason_and_no_proof() {
    let mut own = notice();
    own.found.how = How::Near;
    assert!(letter(&own, "en").contains("a reason to look into it, and no proof"));
    let said = xarf(&own)["description"].as_str().unwrap().to_owned();
    assert!(said.contains("can be near although pictures differ"), "{said}");
}

#[test]
fn a_field_that_is_no_good_is_named_and_never_repeated() {
    type Change = fn(&mut Notice);
    let cases: [(Change, NoticeError); 17] = [
        (|own| own.found.hashes = FileHashes::default(), NoticeError::NoHash),
        (|own| own.place = Place::default(), NoticeError::NoPlace),
        (|own| own.found.at = own.written, NoticeError::Future),
        (|own| own.reporter.organisation.clear(), NoticeError::Empty("reporter.organisation")),
        (
            |own| own.reporter.organisation = "é".repeat(201),
            NoticeError::Long("reporter.organisation", 200),
        ),
        (|own| own.reporter.contact = "example.org".to_owned(), NoticeError::Mail),
        (|own| own.reporter.contact = "a b@example.org".to_owned(), NoticeError::Mail),
        (|own| own.reporter.domain = "Example.org".to_owned(), NoticeError::Domain),
        (|own| own.found.file_name = Some("a".repeat(2057)), NoticeError::Long("file_name", 2056)),
        (|own| own.found.list = Some("a\nFrom: b".to_owned()), NoticeError::Control("list")),
        (|own| own.to.name = Some("a\u{202e}b".to_owned()), NoticeError::Control("to.name")),
        (|own| own.legal_basis = Some("a\rb".to_owned()), NoticeError::Control("legal_basis")),
        (|own| own.legal_basis = Some("a".repeat(2001)), NoticeError::Long("legal_basis", 2000)),
        (|own| own.place.url = Some("SECRET".to_owned()), NoticeError::Url),
        (|own| own.place.url = Some("mailto:SECRET@example.org".to_owned()), NoticeError::Url),
        (|own| own.place.url = Some("https://example.org/SECRET b".to_owned()), NoticeError::Url),
        (
            |own| own.place.url = Some(format!("https://example.org/{}", "é".repeat(700))),
            NoticeError::Long("place.url", 2083),
        ),
    ];
    let drafts = drafts();
    for (change, error) in cases {
        let mut own = notice();
        change(&mut own);
        let tag = LanguageTag::parse("en").unwrap();
        let all = [
            drafts.letter(&own, &tag).err(),
            drafts.xarf(&own, Classification::Baseline).err(),
            drafts.cybertip_report(&own).err(),
            drafts.cybertip_file(&own).err(),
        ];
        assert_eq!(all, [Some(error); 4]);
        assert!(!error.to_string().contains("SECRET"));
    }
}
