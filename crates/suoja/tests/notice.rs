//! Notices from the command line: what stands in each draft, who may read it, and what is refused. Every name, hash
//! and case is invented; addresses are examples.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");
const URL: &str = "https://host.example.org/a?b=1&c=2";
const SEEN: &str = "2026-11-28T06:05:00Z";
const SETTINGS: &str = r#"
csam_classes = ["csam"]
legal_basis = """
Article 1 of an invented act
and article 2
"""

[reporter]
organisation = "Example Organisation"
contact = "reports@example.org"
domain = "example.org"
person = { first = "Example", last = "Person" }

[to]
hotline = "Example Hotline"

[lists]
one = "Example List"
"#;

/// A folder with settings, hashes, the address in a file, and an answer.
struct House {
    dir: TempDir,
}

impl House {
    fn new(answer: &Value) -> Self {
        let house = Self { dir: tempfile::tempdir().unwrap() };
        house.put("notice.toml", SETTINGS);
        house.put("match.json", &format!("{answer}\n"));
        house.put("hashes.json", &format!("{}\n", hashes("files/a.png")));
        house.put("address.txt", &format!("{URL}\n"));
        house
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Drafts with the usual files and these words more; `input` is standard input.
    fn notice_of(&self, words: &[&str], input: &str) -> Output {
        let mut command = Command::new(SUOJA);
        command.current_dir(self.dir.path()).args(["notice", "--hashes", "hashes.json"]);
        command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A refusal may come before the input was read.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn notice(&self, words: &[&str]) -> Output {
        let usual = ["--match", "match.json", "--seen", SEEN, "--url-file", "address.txt"];
        self.notice_of(&[&usual[..], words].concat(), "")
    }

    /// Drafts; gives what was printed, and each draft by the part of its name after the number.
    fn drafts(&self, words: &[&str]) -> (String, BTreeMap<String, String>) {
        let before = self.folders();
        let output = self.notice(words);
        assert!(output.status.success(), "{}", text(&output.stderr));
        let new: Vec<PathBuf> =
            self.folders().into_iter().filter(|own| !before.contains(own)).collect();
        assert_eq!(new.len(), 1, "one folder a notice");
        (text(&output.stdout), read(&new[0]))
    }

    /// Asks for what must be refused: gives the sentence, after seeing that nothing was written.
    fn refused(&self, words: &[&str]) -> String {
        let output = self.notice(words);
        assert!(!output.status.success(), "{words:?}");
        assert!(output.stdout.is_empty() && self.folders().is_empty(), "{words:?}");
        text(&output.stderr)
    }

    /// Everything in the folder of notices.
    fn folders(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.path("notices")).into_iter().flatten();
        entries.map(|own| own.unwrap().path()).collect()
    }
}

fn read(folder: &Path) -> BTreeMap<String, String> {
    let draft = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let after = name.strip_prefix("notice-").unwrap().split_once('.').unwrap().1.to_owned();
        (after, fs::read_to_string(path).unwrap())
    };
    fs::read_dir(folder).unwrap().map(|own| draft(own.unwrap().path())).collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// What `suoja hash` writes of a picture: here of an invented one.
fn hashes(path: &str) -> Value {
    json!({
        "path": path, "pdq": "5a".repeat(32), "quality": 90, "pdq_mode": "full",
        "md5": "11".repeat(16), "sha1": "22".repeat(20), "sha256": "33".repeat(32),
        "size": 1000, "format": "PNG", "width": 100, "height": 100, "frames": 1, "whole": true,
        "error": null,
    })
}

fn finding(list: &str, class: &str, kind: &str) -> Value {
    json!({ "list": list, "class": class, "source": "An invented source", "level": "review", "kind": kind })
}

/// What `suoja match` writes of a file that is on these lists.
fn matched(findings: &[Value]) -> Value {
    json!({
        "path": "files/a.png", "outcome": "match", "level": "review", "complete": true,
        "findings": findings,
    })
}

fn exact() -> Value {
    matched(&[finding("one", "csam", "md5")])
}

const LETTER: [&str; 4] = ["--kind", "letter", "--to", "host"];
const XARF: [&str; 4] = ["--kind", "xarf", "--class", "baseline"];

#[test]
fn a_match_becomes_every_draft_for_its_owner_alone_and_nothing_is_sent() {
    let house = House::new(&exact());
    let words = [&LETTER[..], &XARF, &["--kind", "cybertip", "--to", "hotline", "--to", "regulator"]];
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
    let (english, french) = (&drafts["letter-host.draft.en.txt"], &drafts["letter-host.draft.fr.txt"]);
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
    for absent in ["verification_method", "content_removed", "evidence", "_internal", "ncmec_report_id"] {
        assert_eq!(report.get(absent), None, "{absent}");
    }
    let words = [&XARF[..], &["--viewed", "--removed", "--class", "A1"]].concat();
    assert!(house.refused_again(&words).contains("--class"));
    let (told, drafts) = house.drafts(&["--kind", "xarf", "--class", "A1", "--removed"]);
    let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
    assert_eq!((&report["classification"], &report["content_removed"]), (&json!("A1"), &json!(true)));
    assert!(told.contains("A class is given although nobody has looked"), "{told}");
}

impl House {
    /// Asks for what the command line refuses, where notices may be there already.
    fn refused_again(&self, words: &[&str]) -> String {
        let before = self.folders().len();
        let output = self.notice(words);
        assert!(!output.status.success() && self.folders().len() == before, "{words:?}");
        text(&output.stderr)
    }
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
    assert!(drafts["letter-host.draft.en.txt"].contains("A person at Example Organisation has looked"));
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
        assert!(!text.contains("secret-list") && !text.contains("List:") && !text.contains("The list:"), "{name}");
    }
}

#[test]
fn lists_of_another_class_stay_out_and_alone_they_are_refused() {
    let both = [finding("two", "ncii", "md5"), finding("one", "csam", "pdq")];
    let house = House::new(&matched(&both));
    house.put("notice.toml", &format!("{SETTINGS}two = \"Another List\"\n"));
    let (_, drafts) = house.drafts(&LETTER);
    let letter = &drafts["letter-host.draft.en.txt"];
    // The exact hash is of the other list: for this one the file is near, and no more is said.
    assert!(letter.contains("perceptual hash is near") && !letter.contains("Another List"), "{letter}");

    let house = House::new(&matched(&[finding("two", "ncii", "md5")]));
    let told = house.refused(&LETTER);
    assert!(told.contains("lists of the class \"ncii\" only") && told.contains("csam_classes"), "{told}");
}

#[test]
fn what_is_no_match_leads_to_no_notice() {
    let answers = [
        (json!({ "path": "files/a.png", "outcome": "no_match", "complete": true }), "is on no list"),
        (
            json!({ "path": "files/a.png", "outcome": "not_answered", "complete": false, "not_answered": ["one: loading"] }),
            "not every list has answered",
        ),
        (json!({ "path": "files/a.png", "result": "not_read", "why": "gone" }), "no list was asked"),
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
        (usual(&["--language", "de"]), "there is no letter in this language (--language takes en and fr)"),
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
        let words = [&LETTER[..], &["--seen", SEEN, "--match", "match.json", "--url", address]].concat();
        let output = house.notice_of(&words, "");
        let told = text(&output.stderr);
        assert!(!output.status.success() && house.folders().is_empty(), "{address:?}");
        assert!(told.contains(sentence) && told.contains("--url"), "{told}");
        assert!(!told.contains("SECRET"), "{told}");
    }
    let words = [&LETTER[..], &["--match", "match.json", "--url", URL, "--seen", "2999-01-01T00:00:00Z"]];
    let told = text(&house.notice_of(&words.concat(), "").stderr);
    assert!(told.contains("the file was found after the notice is written") && told.contains("--seen"), "{told}");
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
    assert!(house.refused(&[&LETTER[..], &["--media", "video"]].concat()).contains("names no hash"));
    // Among those of others, those of the file are taken.
    let digests = json!({ "path": "files/a.png", "md5": "44".repeat(16), "error": "no picture" });
    house.put("hashes.json", &format!("{}\n{digests}\n", hashes("files/b.png")));
    let (_, drafts) = house.drafts(&["--kind", "xarf", "--class", "baseline", "--media", "video"]);
    let report: Value = serde_json::from_str(&drafts["xarf.draft.json"]).unwrap();
    assert_eq!(report["hash_values"], json!({ "md5": "44".repeat(16) }));
    assert_eq!(report["media_type"], "video");
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
    assert!(house.refused(&[&LETTER[..], &["--path", "b.zip"]].concat()).contains("no answer is about"));
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
    let report = house.folders().iter().map(|own| read(own)).find_map(|own| own.get("cybertip-report.draft.xml").cloned());
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
    assert!(told.contains("Reporting lines in BE:\n") && told.contains("Child Focus"), "{told}");
    let lines = told.split("Reporting lines in BE:").nth(1).unwrap();
    assert!(lines.lines().count() >= 3 && lines.contains("checked"), "{lines}");
    let told = house.refused_again(&[&words[..], &["nowhere"]].concat());
    assert!(told.contains("knows no reporting line in \"NOWHERE\""), "{told}");
}
