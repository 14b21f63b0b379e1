//! What leads to no notice: each has a sentence, and nothing is written.

use super::*;

#[test]
fn lists_of_another_class_stay_out_and_alone_they_are_refused() {
    let both = [finding("two", "ncii", "md5"), finding("one", "csam", "pdq")];
    let house = House::new(&matched(&both));
    house.put("notice.toml", &format!("{SETTINGS}two = \"Another List\"\n"));
    let (_, drafts) = house.drafts(&LETTER);
    let letter = &drafts["letter-host.draft.en.txt"];
    // The exact hash is of the other list: for this one the file is near, and no more is said.
    assert!(
        letter.contains("perceptual hash is near") && !letter.contains("Another List"),
        "{letter}"
    );

    let house = House::new(&matched(&[finding("two", "ncii", "md5")]));
    let told = house.refused(&LETTER);
    assert!(
        told.contains("lists of the class \"ncii\" only") && told.contains("csam_classes"),
        "{told}"
    );
}

#[test]
fn what_is_no_match_leads_to_no_notice() {
    let answers = [
        (
            json!({ "path": "files/a.png", "outcome": "no_match", "complete": true }),
            "is on no list",
        ),
        (
            json!({ "path": "files/a.png", "outcome": "not_answered", "complete": false, "not_answered": ["one: loading"] }),
            "not every list has answered",
        ),
        (
            json!({ "path": "files/a.png", "result": "not_read", "why": "gone" }),
            "no list was asked",
        ),
        (json!({ "path": "files/a.png" }), "line 1 is no object as `suoja match`"),
        (json!("a text"), "line 1 is no object as `suoja match`"),
        (matched(&[]), "csam_classes"),
    ];
    for (answer, sentence) in answers {
        let told = House::new(&answer).refused(&LETTER);
        assert!(told.contains(sentence), "{answer}\n{told}");
    }
    let house = House::new(&exact());
    house.put("match.json", "\n");
    assert!(house.refused(&LETTER).contains("there is no answer to read"));
}

#[test]
fn what_is_missing_or_wrong_is_named_and_nothing_is_written() {
    let usual = |more: &[&'static str]| [&LETTER[..], more].concat();
    let cases: [(Vec<&str>, &str); 7] = [
        (vec!["--kind", "letter"], "--to"),
        (vec!["--kind", "xarf"], "--class"),
        (vec!["--kind", "xarf", "--class", "csam"], "X-ARF knows the classes"),
        (vec!["--to", "host"], "--kind"),
        (
            usual(&["--language", "de"]),
            "there is no letter in this language (--language takes en and fr)",
        ),
        (usual(&["--source-address", "a\u{202e}b"]), "`place.source` holds a line end"),
        (usual(&["--settings", "missing.toml"]), "missing.toml says who reports"),
    ];
    for (words, sentence) in cases {
        let told = House::new(&exact()).refused(&words);
        assert!(told.contains(sentence), "{words:?}\n{told}");
    }
}

#[test]
fn an_address_or_a_time_that_cannot_be_is_refused_without_repeating_it() {
    let house = House::new(&exact());
    for (address, sentence) in [
        ("https://host.example.org/SECRET\u{7}", "`place.url` holds a line end"),
        ("https://host.example.org/a\nSECRET", "`place.url` holds a line end"),
        ("https://host.example.org/SECRET b", "is no URL"),
        ("SECRET", "is no URL"),
        ("", "`place.url` is empty"),
    ] {
        let words =
            [&LETTER[..], &["--seen", SEEN, "--match", "match.json", "--url", address]].concat();
        let output = house.notice_of(&words, "");
        let told = text(&output.stderr);
        assert!(!output.status.success() && house.folders().is_empty(), "{address:?}");
        assert!(told.contains(sentence) && told.contains("--url"), "{told}");
        assert!(!told.contains("SECRET"), "{told}");
    }
    let words =
        [&LETTER[..], &["--match", "match.json", "--url", URL, "--seen", "2999-01-01T00:00:00Z"]];
    let told = text(&house.notice_of(&words.concat(), "").stderr);
    assert!(
        told.contains("the file was found after the notice is written") && told.contains("--seen"),
        "{told}"
    );
    assert!(house.folders().is_empty());
    let words = [&XARF[..], &["--match", "match.json", "--seen", SEEN]].concat();
    let told = text(&house.notice_of(&words, "").stderr);
    assert!(told.contains("X-ARF needs the address"), "{told}");
}

#[test]
fn settings_that_do_not_say_who_reports_are_refused() {
    let house = House::new(&exact());
    let cases = [
        ("csam_classes = [\"csam\"]", "do not say who reports"),
        ("[reporter]\norganisation = \"Example\"", "notice.toml cannot be used"),
        ("csam_classes = [\"csam\"]\ncolour = \"red\"", "unknown field `colour`"),
        ("csam_classes = [", "notice.toml cannot be used"),
    ];
    for (settings, sentence) in cases {
        house.put("notice.toml", settings);
        let told = house.refused(&LETTER);
        assert!(told.contains(sentence), "{told}");
    }
    house.put("notice.toml", &SETTINGS.replace("reports@example.org", "nobody"));
    assert!(house.refused(&LETTER).contains("`reporter.contact` is no e-mail address"));
}

#[test]
fn the_hashes_must_be_of_the_file_that_matched() {
    let house = House::new(&exact());
    house.put("hashes.json", &format!("{}\n", hashes("files/b.png")));
    assert!(house.refused(&LETTER).contains("the hashes are not of the file"));
    house.put("hashes.json", &format!("{0}\n{0}\n", hashes("files/a.png")));
    assert!(house.refused(&LETTER).contains("the hashes are of 2 files"));
    for (key, value) in [("md5", "11"), ("sha1", "not hexadecimal"), ("pdq", "5a")] {
        let mut line = hashes("files/a.png");
        line[key] = json!(value);
        house.put("hashes.json", &format!("{line}\n"));
        let told = house.refused(&LETTER);
        assert!(told.contains("line 1 of the hashes holds one") && !told.contains(value), "{told}");
    }
    let nothing = json!({ "path": "files/a.png", "error": "no such file" });
    house.put("hashes.json", &format!("{nothing}\n"));
    assert!(house.refused(&LETTER).contains("--media image or --media video"));
    assert!(
        house.refused(&[&LETTER[..], &["--media", "video"]].concat()).contains("names no hash")
    );
    // Among those of others, those of the file are taken.
    let digests = json!({ "path": "files/a.png", "md5": "44".repeat(16), "error": "no picture" });
    house.put("hashes.json", &format!("{}\n{digests}\n", hashes("files/b.png")));
    let (_, drafts) = house.drafts(&["--kind", "xarf", "--class", "baseline", "--media", "video"]);
    let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
    assert_eq!(report["hash_values"], json!({ "md5": "44".repeat(16) }));
    assert_eq!(report["media_type"], "video");
}
