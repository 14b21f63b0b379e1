//! Nothing of a search is in what the door for search engines wrote, to wherever: design, promise 3.
//!
//! Markers are planted wherever an engine can send one. strace records every byte that the process
//! gave away other than to the engine; they are looked for there and in every file left behind, in the
//! usual encodings, after an orderly end and after a crash. The same search must find them in what
//! came in, or it would prove nothing.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::process::ExitStatusExt;

use common::doors::add_doors;
use common::{Door, Study, exchange, form, text};
use trace::{finished, traced};
use written::{contains, files, found, marker, read};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that fill in surveys")]
mod common;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the test that replays writes")]
mod trace;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the test of the public door")]
mod written;

/// Where an engine, or whoever pretends to be one, can leave a word.
const PLACES: [&str; 13] = [
    "decide", "page", "gate", "json", "badjson", "bytes", "field", "header", "url", "path",
    "nokey", "language", "channel",
];

const FORM: &str = "application/x-www-form-urlencoded";

const PLAN: &str = r#"
id = "invented"
question = "Is what is shown counted, and nothing else kept?"
outcome = "click to help, not desistance"
start = "2026-01-01"
end = "2027-12-31"
channels = ["web"]
languages = ["en", "fr"]
[assignment]
by = "request"
[[arm]]
id = "neutral"
weight = 1
[[arm]]
id = "harm-plain"
weight = 1
[size]
baseline = 0.09
worth_finding = 0.2
power = 0.8
alpha = 0.05
shown_a_day = 1000
design_effect = 1.5
[looks]
days = ["2027-12-31"]
spending = "pocock"
"#;

/// An engine that sends what it should and what it should not.
struct Engine {
    at: SocketAddr,
    key: String,
}

impl Engine {
    /// Sends a request; its status. The answer has none of the markers in it.
    fn send(&self, path: &str, key: &str, kind: &str, header: &str, body: &[u8]) -> u16 {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: service\r\nConnection: close\r\n{header}\
             Authorization: Bearer {key}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let stream = TcpStream::connect(self.at).unwrap();
        let answer = exchange(stream, &[head.as_bytes(), body].concat()).unwrap();
        assert!(!format!("{answer:?}").contains("MARKER"), "{path}: {answer:?}");
        answer.status
    }

    /// Leaves a marker in every place.
    fn ask(&self, markers: &[String; 13]) {
        let [decide, page, gate, json, bad_json, bytes, field, rest @ ..] = markers;
        let [header, url, path, no_key, language, channel] = rest;
        let listed = |marker: &str| format!("{marker} zumbrelka");
        let good = |marker: &str| form(&[("q", &listed(marker)), ("channel", "web")]);
        let post = |path: &str, kind: &str, body: &str| {
            self.send(path, &self.key, kind, "", body.as_bytes())
        };
        assert_eq!(post("/v1/decide", FORM, &good(decide)), 200);
        assert_eq!(post("/v1/page", FORM, &good(page)), 200);
        assert_eq!(post("/v1/gate", FORM, &good(gate)), 403);
        let body = format!("{{\"query\": \"{}\", \"channel\": \"web\"}}", listed(json));
        assert_eq!(post("/v1/decide", "application/json", &body), 200);
        assert_eq!(post("/v1/decide", "application/json", &format!("{{\"{bad_json}\"")), 400);
        let raw = [b"channel=web&q=\xff\xfe", bytes.as_bytes()].concat();
        assert_eq!(self.send("/v1/decide", &self.key, FORM, "", &raw), 200);
        let odd = form(&[(field, field), ("channel", "web")]);
        assert_eq!(post("/v1/decide", FORM, &odd), 200);
        let odd = format!("X-Odd: {header}\r\nReferer: http://{header}.example/\r\n");
        assert_eq!(self.send("/v1/decide", &self.key, FORM, &odd, good("tea").as_bytes()), 200);
        assert_eq!(post(&format!("/v1/decide?q={url}"), FORM, "channel=web"), 400);
        assert_eq!(post(&format!("/{path}"), FORM, ""), 404);
        assert_eq!(self.send("/v1/decide", no_key, FORM, "", good(no_key).as_bytes()), 401);
        let odd = form(&[("q", "zumbrelka"), ("language", language), ("channel", "web")]);
        assert_eq!(post("/v1/decide", FORM, &odd), 200);
        assert_eq!(post("/v1/decide", FORM, &form(&[("q", "tea"), ("channel", channel)])), 422);
    }
}

#[test]
fn nothing_of_a_search_is_written() {
    let study = Study::new("");
    add_doors(&study, "http://reach.example", "http://support.example");
    let mut config = fs::read_to_string(study.config()).unwrap();
    config.push_str("\n[experiment]\nplan = \"plan.toml\"\ncounts = \"server/counts.suoja\"\n");
    fs::write(study.config(), config).unwrap();
    fs::write(study.path().join("plan.toml"), PLAN).unwrap();
    let key = fs::read_to_string(study.server().join("service.key")).unwrap();
    let markers = PLACES.map(marker);
    for signal in ["ABRT", "TERM"] {
        let record = study.path().join("record.strace");
        let stderr = study.path().join("stderr");
        let mut serve = study.serve();
        serve.args(["--door", "service"]);
        let mut door = Door::start(&mut traced(&serve, &record), &stderr);
        let engine = Engine { at: door.address, key: key.clone() };
        (0..3).for_each(|_| engine.ask(&markers));
        let pid = door.child.id();
        if signal == "TERM" {
            door.close();
        } else {
            door.signal(signal);
            assert!(door.wait().signal().is_some());
        }
        let mut written = read(&finished(&record, pid));
        fs::remove_file(record).unwrap();

        let all: BTreeSet<&str> = markers.iter().map(String::as_str).collect();
        assert_eq!(found(&written.came_in, all.clone()), all, "they all reached the process");
        assert!(contains(&written.out, b"Warnings: POST http://"), "what it says is searched");
        assert!(
            written.made.iter().any(|path| path.contains("counts.suoja")),
            "{:?}",
            written.made
        );
        files(study.path(), &mut written.out);
        assert!(contains(&written.out, b"SUOJACNT"), "the file of counts is searched");
        let kept = found(&written.out, all);
        assert!(kept.is_empty(), "{kept:?} were written ({signal})");
        // The list's own words are in no file either.
        assert!(!contains(&written.out, b"zumbrelka"), "a listed word was written");
        println!(
            "{signal}: {} bytes came in, {} bytes written or left were searched",
            written.came_in.len(),
            written.out.len()
        );
    }
    assert_eq!(text(&fs::read(study.path().join("stderr")).unwrap()), "");
}
