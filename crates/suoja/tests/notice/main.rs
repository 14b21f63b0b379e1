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

mod drafts;
mod refusals;

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
        let before = self.folders().len();
        let output = self.notice(words);
        assert!(!output.status.success() && output.stdout.is_empty(), "{words:?}");
        assert_eq!(self.folders().len(), before, "{words:?}");
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
