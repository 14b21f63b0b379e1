//! What stands in each draft, and who may read it.

use super::*;

#[test]
fn a_match_becomes_every_draft_for_its_owner_alone_and_nothing_is_sent() {
    let house = House::new(&exact());
    let words =
        [&LETTER[..], &XARF, &["--kind", "cybertip", "--to", "hotline", "--to", "regulator"]];
    let (told, drafts) = house.drafts(&words.concat());
    let names: Vec<&str> = drafts.keys().map(String::as_str).collect();
    let wanted = [
        "cybertip-file.draft.xml",
        "cybertip-report.draft.xml",
        "letter-host.draft.en.txt",
        "letter-hotline.draft.en.txt",
        "letter-regulator.draft.en.txt",
        "xarf.draft.json",
    ];
    assert_eq!(names, wanted);
    let folder = &house.folders()[0];
    assert_eq!(mode(folder), 0o700);
    for own in fs::read_dir(folder).unwrap() {
        let own = own.unwrap();
        assert_eq!(mode(&own.path()), 0o600);
        assert!(told.contains(own.file_name().to_str().unwrap()), "{told}");
    }
    for said in [
        "Nothing was sent.",
        "letter to Example Hotline",
        "letter to the host",
        "asks that a person looks before anything is done",
        "NCMEC's schema decides",
        "No lawyer has read the letters.",
    ] {
        assert!(told.contains(said), "{said}\n---\n{told}");
    }
    assert!(!told.contains("host.example.org") && !told.contains(&"11".repeat(16)), "{told}");
}

#[test]
fn a_letter_says_in_both_languages_what_was_found_and_the_legal_basis_word_for_word() {
    let house = House::new(&exact());
    let words = [&LETTER[..], &["--language", "fr", "--language", "en"]].concat();
    let (told, drafts) = house.drafts(&words);
    assert_eq!(drafts.len(), 2);
    let (english, french) =
        (&drafts["letter-host.draft.en.txt"], &drafts["letter-host.draft.fr.txt"]);
    for said in [
        "On 28 November 2026, 06:05 UTC, we found a file whose hash equals",
        "The list: Example List\n",
        "Nobody at Example Organisation has looked at the file.",
    ] {
        assert!(english.contains(said), "{said}\n---\n{english}");
    }
    for said in [
        "Le 28 novembre 2026, 6 h 05 UTC, nous avons trouvé un fichier",
        "Personne, chez Example Organisation, n’a regardé le fichier.",
    ] {
        assert!(french.contains(said), "{said}\n---\n{french}");
    }
    for text in [english, french] {
        assert!(text.contains("Article 1 of an invented act\nand article 2\n"), "{text}");
        assert!(text.contains(URL) && text.contains(&format!("MD5 {}", "11".repeat(16))), "{text}");
        assert!(text.contains("Example Person\nExample Organisation\n"), "{text}");
        // Neither where it lies here nor the operator's own word for the list.
        assert!(!text.contains("files/a.png") && !text.contains("csam"), "{text}");
    }
    for tag in ["\"en\"", "\"fr\""] {
        let said = format!("No native speaker has read the letters in the language {tag}.");
        assert!(told.contains(&said), "{told}");
    }
}

#[test]
fn the_language_is_that_of_the_settings_where_none_is_given() {
    let house = House::new(&exact());
    house.put("notice.toml", &format!("language = \"fr\"\n{SETTINGS}"));
    let (_, drafts) = house.drafts(&LETTER);
    assert_eq!(drafts.keys().collect::<Vec<_>>(), ["letter-host.draft.fr.txt"]);
}

#[test]
fn x_arf_reads_back_as_what_was_said_and_no_more() {
    let house = House::new(&exact());
    let words = [&XARF[..], &["--source-address", "192.0.2.7"]].concat();
    let (_, drafts) = house.drafts(&words);
    let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
    let who = json!({ "org": "Example Organisation", "contact": "reports@example.org", "domain": "example.org" });
    let wanted = [
        ("category", json!("content")),
        ("type", json!("csam")),
        ("timestamp", json!(SEEN)),
        ("url", json!(URL)),
        ("source_identifier", json!("192.0.2.7")),
        ("classification", json!("baseline")),
        ("detection_method", json!("hash_match")),
        ("media_type", json!("image")),
        ("reporter", who.clone()),
        ("sender", who),
        (
            "hash_values",
            json!({ "md5": "11".repeat(16), "sha1": "22".repeat(20), "sha256": "33".repeat(32) }),
        ),
    ];
    for (key, value) in wanted {
        assert_eq!(report[key], value, "{key}");
    }
    for absent in
        ["verification_method", "content_removed", "evidence", "_internal", "ncmec_report_id"]
    {
        assert_eq!(report.get(absent), None, "{absent}");
    }
    let (told, drafts) = house.drafts(&["--kind", "xarf", "--class", "A1", "--removed"]);
    let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
    assert_eq!(
        (&report["classification"], &report["content_removed"]),
        (&json!("A1"), &json!(true))
    );
    assert!(told.contains("A class is given although nobody has looked"), "{told}");
}

#[test]
fn nobody_has_looked_unless_it_is_said() {
    let house = House::new(&exact());
    let kinds = ["--kind", "cybertip", "--kind", "letter", "--to", "host"];
    let (_, drafts) = house.drafts(&kinds);
    let file = &drafts["cybertip-file.draft.xml"];
    assert!(file.contains("<fileViewedByEsp>false</fileViewedByEsp>"), "{file}");
    assert!(!file.contains("publiclyAvailable") && !file.contains("originalFileName"), "{file}");
    assert!(file.contains(&format!("<originalFileHash hashType=\"PDQ\">{}<", "5a".repeat(32))));
    let more = [&kinds[..], &["--viewed", "--public", "false", "--file-name", "b.png"]].concat();
    let (told, drafts) = house.drafts(&more);
    let file = &drafts["cybertip-file.draft.xml"];
    for said in [
        "<fileViewedByEsp>true</fileViewedByEsp>",
        "<exifViewedByEsp>false</exifViewedByEsp>",
        "<publiclyAvailable>false</publiclyAvailable>",
        "<originalFileName>b.png</originalFileName>",
    ] {
        assert!(file.contains(said), "{said}\n---\n{file}");
    }
    assert!(
        drafts["letter-host.draft.en.txt"].contains("A person at Example Organisation has looked")
    );
    assert!(!told.contains("nobody has"), "{told}");
}

#[test]
fn a_listed_hash_is_in_no_draft_although_the_answer_tells_it() {
    let listed = "5b".repeat(32);
    let mut near = finding("one", "csam", "pdq");
    for (key, value) in [
        ("hash", json!(listed)),
        ("distance", json!(7)),
        ("row", json!(4711)),
        ("entry", json!("entry-0815")),
        ("tags", json!(["an-invented-tag"])),
    ] {
        near[key] = value;
    }
    let house = House::new(&matched(&[near]));
    let words = [&LETTER[..], &XARF, &["--kind", "cybertip"]].concat();
    let (mut told, drafts) = house.drafts(&words);
    assert!(told.contains("near is no proof"), "{told}");
    assert!(drafts["letter-host.draft.en.txt"].contains("a reason to look into it, and no proof"));
    told.extend(drafts.into_values());
    for secret in [&*listed, "4711", "entry-0815", "an-invented-tag", "An invented source"] {
        assert!(!told.contains(secret), "{secret}");
    }
}

#[test]
fn a_list_without_a_name_for_others_is_not_named() {
    let house = House::new(&matched(&[finding("secret-list", "csam", "md5")]));
    let (_, drafts) = house.drafts(&[&LETTER[..], &XARF, &["--kind", "cybertip"]].concat());
    for (name, text) in drafts {
        assert!(
            !text.contains("secret-list") && !text.contains("List:") && !text.contains("The list:"),
            "{name}"
        );
    }
}

#[test]
fn a_part_of_an_archive_is_chosen_from_a_scan_by_its_place() {
    let scan = |path: &str, inside: Option<&str>| {
        let mut answer = exact();
        answer.as_object_mut().unwrap().remove("path");
        answer["complete"] = json!(false);
        answer["not_answered"] = json!(["two: the list is still loading"]);
        answer["findings"][0]["notes"] = json!(["the picture has little in it"]);
        json!({ "path": path, "inside": inside, "result": "match", "answer": answer })
    };
    let lines =
        [scan("b.zip", Some("in/a.png")), scan("b.zip", Some("c.png")), scan("files/a.png", None)];
    let house = House::new(&json!(null));
    house.put("match.json", &lines.map(|own| own.to_string()).join("\n"));
    let told = house.refused(&LETTER);
    assert!(told.contains("there are 3 answers") && told.contains("--path"), "{told}");
    assert!(
        house.refused(&[&LETTER[..], &["--path", "b.zip"]].concat()).contains("no answer is about")
    );
    let (told, _) = house.drafts(&[&LETTER[..], &["--path", "files/a.png"]].concat());
    assert!(!told.contains("Nothing shows that the hashes"), "{told}");

    let words = ["--match", "-", "--seen", SEEN, "--kind", "cybertip", "--path", "b.zip: in/a.png"];
    let output = house.notice_of(&words, &fs::read_to_string(house.path("match.json")).unwrap());
    let told = text(&output.stdout);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for said in [
        "Nothing shows that the hashes are of the file that matched",
        "Not every list has answered: two: the list is still loading",
        "The list one: the picture has little in it.",
    ] {
        assert!(told.contains(said), "{said}\n---\n{told}");
    }
    let report = house
        .folders()
        .iter()
        .map(|own| read(own))
        .find_map(|own| own.get("cybertip-report.draft.xml").cloned());
    let report = report.unwrap();
    assert!(report.contains("b.zip: in/a.png") && !report.contains("internetDetails"), "{report}");
}

#[test]
fn notices_stand_beside_each_other_and_a_folder_that_is_a_file_is_refused() {
    let house = House::new(&exact());
    let (_, first) = house.drafts(&LETTER);
    let place = house.folders().remove(0);
    house.drafts(&LETTER);
    assert_eq!(house.folders().len(), 2);
    assert!(read(&place) == first, "the first is as it was");
    let output = house.notice(&[&LETTER[..], &["--out", "address.txt"]].concat());
    assert!(!output.status.success());
    assert_eq!(fs::read_to_string(house.path("address.txt")).unwrap(), format!("{URL}\n"));
}

#[test]
fn the_reporting_lines_of_a_country_are_named_with_whether_anyone_has_checked_them() {
    let helplines = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/helplines/helplines.toml");
    let house = House::new(&exact());
    let words = [&LETTER[..], &["--helplines", helplines, "--country"]].concat();
    let (told, _) = house.drafts(&[&words[..], &["be"]].concat());
    let lines = told.split("knows for BE:\n").nth(1).unwrap();
    assert!(lines.contains("Child Focus (Belgium): https://"), "{lines}");
    assert!(
        lines.contains("(any country): https://") && lines.contains("Not yet checked by us."),
        "{lines}"
    );
    assert!(!lines.contains("(France)"), "{lines}");
    let told = house.refused(&[&words[..], &["nowhere"]].concat());
    assert!(told.contains("--country takes the two letters of a country"), "{told}");
}

/// An invented picture, as a BMP of 64 × 64 pixels.
fn picture() -> Vec<u8> {
    const SIDE: u32 = 64;
    let mut bytes = b"BM".to_vec();
    for number in
        [54 + 3 * SIDE * SIDE, 0, 54, 40, SIDE, SIDE, 1 | 24 << 16, 0, 3 * SIDE * SIDE, 0, 0, 0, 0]
    {
        bytes.extend(number.to_le_bytes());
    }
    let greys = (0..SIDE * SIDE).map(|own| own.wrapping_mul(0x9e37_79b1).to_be_bytes()[0]);
    bytes.extend(greys.flat_map(|own| [own, own, own / 2]));
    bytes
}

#[test]
fn what_hash_and_match_and_scan_print_is_what_notice_reads() {
    let house = House::new(&json!(null));
    let suoja = |words: &[&str], input: &str| {
        let mut command = Command::new(SUOJA);
        command
            .current_dir(house.dir.path())
            .args(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        text(&child.wait_with_output().unwrap().stdout)
    };
    fs::create_dir(house.path("files")).unwrap();
    fs::write(house.path("files/a.bmp"), picture()).unwrap();
    let hashed = suoja(&["hash", "--format", "json", "files/a.bmp"], "");
    house.put("hashes.json", &hashed);
    let md5 = serde_json::from_str::<Value>(&hashed).unwrap()["md5"].as_str().unwrap().to_owned();
    let new = [
        "list",
        "new",
        "one",
        "--title",
        "A list",
        "--source",
        "An invented source",
        "--class",
        "csam",
    ];
    suoja(&new, "");
    house.put("rows.txt", &format!("md5 {md5}\n"));
    assert!(suoja(&["list", "import", "one", "rows.txt"], "").contains("1 rows added"));

    let answers = [
        suoja(&["match"], &hashed),
        suoja(&["match", "--details", "files/a.bmp"], ""),
        suoja(&["scan", "--format", "jsonl", "files"], ""),
    ];
    for answer in answers {
        house.put("match.json", &answer);
        let (_, drafts) = house.drafts(&XARF);
        let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
        assert_eq!(report["hash_values"]["md5"], json!(md5), "{answer}");
        assert!(
            report["description"].as_str().unwrap().contains("A hash of the file equals a hash")
        );
    }
}
