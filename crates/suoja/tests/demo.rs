//! The demonstration: the same bytes on every run, the published margins, and one more answer.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::process::{Command, Output};

fn suoja(words: &[&str]) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_suoja")).args(words).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

fn demo(dir: &Path) -> String {
    let output = suoja(&["demo", "--once", "--dir", dir.to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.to_lowercase().contains("simulated"), "{said}");
    std::fs::read_to_string(dir.join("findings.json")).unwrap()
}

/// The JSON of exact findings.
fn exact(dir: &Path, sample: &str) -> serde_json::Value {
    let config = dir.join("suoja.toml");
    let words = ["findings", "--config", config.to_str().unwrap(), "--group", "language=fr"];
    let more = ["--exact", "--format", "json", "--sample", sample];
    serde_json::from_slice(&suoja(&[&words[..], &more].concat()).stdout).unwrap()
}

fn cell<'a>(report: &'a serde_json::Value, question: &str, option: &str) -> &'a serde_json::Value {
    let sections = report["sections"].as_array().unwrap();
    let mut questions =
        sections.iter().flat_map(|section| section["questions"].as_array().unwrap());
    let question = questions.find(|own| own["id"] == question).unwrap();
    question["options"].as_array().unwrap().iter().find(|own| own["id"] == option).unwrap()
}

fn percent(report: &serde_json::Value, question: &str, option: &str, column: usize) -> i64 {
    let share = cell(report, question, option)["cells"][column]["share"].as_f64().unwrap();
    (share * 100.0).round() as i64
}

#[test]
fn the_demonstration_gives_the_same_bytes_and_the_published_margins() {
    let dir = tempfile::tempdir().unwrap();
    let (one, two) = (dir.path().join("one"), dir.path().join("two"));
    let first = demo(&one);
    assert_eq!(first, demo(&two), "another run, other keys, the same findings");
    assert!(first.contains("SIMULATED"));

    let report = exact(&one, "all");
    assert_eq!(report["flow"][0]["n"], serde_json::json!([399, 23_601, 24_000]));
    // Published: 57 % against 48 % who want to stop, 51 % by accident, 13 % while looking for
    // pornography.
    assert_eq!(percent(&report, "wish_stop", "yes", 0), 57);
    assert_eq!(percent(&report, "wish_stop", "yes", 2), 48);
    assert_eq!(percent(&report, "first_way", "accident", 0), 51);
    assert_eq!(percent(&report, "first_way", "pornography", 0), 13);
    assert_eq!(percent(&report, "help_sought", "no", 0), 65);
    // Published: 41 % thought of contact, 27 % sought it, of those who said what they thought of.
    let count = |question: &str, option: &str| -> f64 {
        cell(&report, question, option)["cells"][0]["count"].as_f64().unwrap()
    };
    let thought = count("contact_thought", "sometimes") + count("contact_thought", "often");
    let asked = thought + count("contact_thought", "never");
    let sought = count("contact_sought", "once") + count("contact_sought", "several");
    assert_eq!((thought / asked * 100.0).round() as i64, 41);
    assert_eq!((sought / asked * 100.0).round() as i64, 27);

    // About one in ten completes.
    let complete = exact(&one, "complete");
    let flow: Vec<f64> = (0..2).map(|at| complete["flow"][at]["n"][2].as_f64().unwrap()).collect();
    assert!((0.08..0.12).contains(&(flow[1] / flow[0])), "{flow:?}");
}

#[test]
fn a_folder_that_is_no_demonstration_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("letter.txt"), "mine").unwrap();
    let path = dir.path().to_str().unwrap();
    let words = ["demo", "--once", "--dir", path];
    let output = Command::new(env!("CARGO_BIN_EXE_suoja")).args(words).output().unwrap();
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("not empty and no demonstration"), "{said}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn every_margin_can_be_printed_with_its_tag() {
    let output = suoja(&["simulation", "margins"]);
    let said = String::from_utf8_lossy(&output.stdout);
    for tag in ["published:", "derived:", "assumed:"] {
        assert!(said.contains(tag), "no {tag}");
    }
}
