//! `suoja hash` as a process: lines in order, paths byte for byte, and a status that says whether all is well.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");

/// A picture with something in it, another for each number.
fn draw(path: &Path, number: u32) {
    let picture = image::RgbImage::from_fn(160 + number, 120, |x, y| {
        let disc = (x.abs_diff(70 + number).pow(2) + y.abs_diff(50).pow(2)) / 40;
        let bands = (x / 20 + y / 15 * number) * 37;
        image::Rgb([disc, bands, disc + bands].map(|own| u8::try_from(own % 256).unwrap()))
    });
    picture.save_with_format(path, image::ImageFormat::Png).unwrap();
}

fn hash(dir: &Path, words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(SUOJA);
    command.current_dir(dir).arg("hash").args(words);
    let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    // A program that refuses its words reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_file_has_its_line_in_order_and_all_is_well() {
    let dir = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..20).map(|at| format!("{at}.png")).collect();
    (0..20).for_each(|at| draw(&dir.path().join(&names[at as usize]), at));
    let mut words = vec!["--format", "json", "--jobs", "3"];
    words.extend(names.iter().map(String::as_str));
    let output = hash(dir.path(), &words, b"");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = lines(&output);
    assert_eq!(lines.len(), 20);
    for (at, line) in lines.iter().enumerate() {
        let bytes = fs::read(dir.path().join(&names[at])).unwrap();
        let here = media::hash_trusted_bytes_in_this_process(&bytes, media::Settings::default());
        let print = here.picture.unwrap();
        assert_eq!(line["path"], names[at]);
        assert_eq!(line["pdq"], print.fingerprint().to_string());
        assert_eq!(line["quality"], print.quality);
        assert_eq!(line["width"], 160 + at);
        assert_eq!(line["size"], bytes.len());
        assert_eq!(line["sha256"], data_encoding::HEXLOWER.encode(&here.digests.sha256));
        assert_eq!((&line["error"], &line["pdq_mode"]), (&Value::Null, &Value::from("full")));
        let turned: Vec<String> = print.orientations().iter().map(ToString::to_string).collect();
        assert_eq!(line["orientations"]["flip_x"], turned[4], "`match` looks for all of them");
    }
}

#[test]
fn what_has_no_fingerprint_has_its_line_too_and_the_status_says_so() {
    let dir = tempfile::tempdir().unwrap();
    draw(&dir.path().join("picture.wrong-ending.txt"), 3);
    fs::write(dir.path().join("text.jpg"), "no picture").unwrap();
    fs::write(dir.path().join("empty.png"), "").unwrap();
    let names = ["text.jpg", "picture.wrong-ending.txt", "missing.png", "empty.png", "."];
    let output = hash(dir.path(), &[&["--format", "json"], &names[..]].concat(), b"");
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    let paths: Vec<&str> = lines.iter().map(|line| line["path"].as_str().unwrap()).collect();
    assert_eq!(paths, names);
    let said = |at: usize| lines[at]["error"].as_str().unwrap_or_default().to_owned();
    assert!(said(0).contains("no picture") && said(3).contains("empty"));
    assert!(said(2).contains("cannot be opened") && said(4).contains("no regular file"));
    // RFC 1321 has the MD5 of nothing.
    assert_eq!(lines[3]["md5"], "d41d8cd98f00b204e9800998ecf8427e");
    assert!(lines[1]["pdq"].as_str().unwrap().len() == 64 && lines[1]["format"] == "PNG");
    assert!(lines[2]["md5"].is_null() && lines[0]["pdq"].is_null());
}

#[test]
fn paths_come_from_standard_input_byte_for_byte() {
    let dir = tempfile::tempdir().unwrap();
    let odd = OsStr::from_bytes(b"line\nend \xff.png");
    draw(&dir.path().join(odd), 1);
    draw(&dir.path().join("plain.png"), 2);
    let input = [odd.as_bytes(), b"\0plain.png\0"].concat();
    let output = hash(dir.path(), &["--format", "json", "-0"], &input);
    assert_eq!(output.status.code(), Some(0));
    let found = lines(&output);
    assert_eq!(found[0]["path"], "line\nend \u{fffd}.png");
    assert_eq!(found[0]["path_bytes"], data_encoding::HEXLOWER.encode(odd.as_bytes()));
    assert!(found[1].get("path_bytes").is_none());
    let output = hash(dir.path(), &["--format", "json", "-"], b"plain.png\n\nplain.png");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output).len(), 2);
}

#[test]
fn limits_orientations_and_modes_are_what_was_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    draw(&dir.path().join("a.png"), 1);
    let output = hash(dir.path(), &["--format", "json", "--limit-pixels", "1000", "a.png"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(lines(&output)[0]["error"].as_str().unwrap().contains("161 × 120 pixels"));
    let words = ["--format", "json", "--orientations", "--mode", "reference-512", "a.png"];
    let found = lines(&hash(dir.path(), &words, b""));
    assert_eq!(found[0]["pdq_mode"], "reference-512");
    assert_eq!(found[0]["orientations"].as_object().unwrap().len(), 8);
    assert_eq!(found[0]["orientations"]["original"], found[0]["pdq"]);
}

#[test]
fn a_table_has_a_line_a_file_and_nothing_that_a_terminal_obeys() {
    let dir = tempfile::tempdir().unwrap();
    draw(&dir.path().join("\x1b[31mred.png"), 1);
    let output = hash(dir.path(), &["\x1b[31mred.png", "missing"], b"");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.lines().count(), 2);
    assert!(!text.contains('\x1b') && text.contains("red.png") && text.contains("161 × 120"));
    assert!(text.lines().nth(1).unwrap().starts_with("- "));
}

#[test]
fn wrong_words_are_refused_with_status_two() {
    let dir = tempfile::tempdir().unwrap();
    for words in [&[][..], &["--mode", "other", "a"], &["--jobs", "0", "a"], &["-0", "a"]] {
        let output = hash(dir.path(), words, b"");
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}

#[test]
fn the_word_of_a_worker_does_nothing_when_typed() {
    let output = Command::new(SUOJA).arg("hash-worker").stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("started by suoja itself"), "{said}");
}
