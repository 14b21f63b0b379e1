//! `suoja directory check` as someone calls it: what it says, and how it ends.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(file: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_suoja"))
        .args(["directory", "check", "--file"])
        .arg(file)
        .args(words)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout);
    format!("{out}{}", String::from_utf8_lossy(&output.stderr))
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/helplines/helplines.toml")
}

/// An invented file of one line.
fn file(dir: &tempfile::TempDir, keys: &str) -> PathBuf {
    let path = dir.path().join("helplines.toml");
    let text = format!(
        "languages = [\"en\", \"fr\"]\n\n[[helpline]]\nid = \"invented\"\ncountry = \"BE\"\n\
         languages = [\"fr\"]\nfor = [\"self\"]\nname = \"Invented\"\nphone = \"0800 00 000\"\n\
         source = \"an invented page\"\nas_of = \"2026\"\n{keys}\n"
    );
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn the_file_of_the_program_has_nothing_wrong_and_nothing_checked() {
    let output = run(&content(), &[]);
    let text = said(&output);
    assert!(output.status.success(), "{text}");
    for what in ["be-seos", "nobody has checked it", "0 of them checked and good", "in doubt"] {
        assert!(text.contains(what), "`{what}` is not in:\n{text}");
    }
    let output = run(&content(), &["--format", "json", "--older-than", "36500"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let entries = json["entries"].as_array().unwrap();
    assert!(entries.len() > 40 && entries.iter().all(|own| own["standing"] == "unverified"));
    assert_eq!((&json["wrong"], json["pages"].as_array().unwrap().len()), (&0.into(), 0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("old: of"), "nothing is a hundred years old");
}

#[test]
fn what_is_wrong_ends_with_status_1_and_its_line() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "url = \"http://example.org\"\ncolor = 1");
    let output = run(&path, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("helplines.toml:13: error: unknown field `color`"));
    let path = file(&dir, "url = \"http://example.org\"");
    let output = run(&path, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("helplines.toml:12: error: `http://example.org` is read by"));
    let expired = "verified = { by = \"A. Example\", on = \"2020-01-01\" }";
    let output = run(&file(&dir, expired), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("WRONG expired"), "{}", said(&output));
    let output = run(&file(&dir, expired), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["entries"][0]["standing"], "expired");
    let output = run(&dir.path().join("nowhere.toml"), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("nowhere.toml"));
}

/// There is no proxy at this address, and without `--online` nothing is asked around it.
#[test]
fn a_page_that_is_not_reached_ends_with_status_1() {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir, "url = \"https://help.invalid\"");
    let output = run(&path, &["--tor", "127.0.0.1:1"]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("not asked") && text.contains("1 not reached"), "{text}");
    let output = run(&path, &["--tor", "127.0.0.1:1", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let page = &json["pages"][0];
    assert_eq!((&page["direct"], &page["wrong"]), (&serde_json::Value::Null, &true.into()));
    // Not asked, nothing wrong.
    assert!(run(&path, &[]).status.success());
    assert!(!run(&path, &["--tor", "localhost"]).status.success(), "a name would be looked up");
}
