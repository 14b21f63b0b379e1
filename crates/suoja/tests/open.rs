//! Opening says what stayed closed and why, keeps what it opened private, and lets keys be retired.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use common::{STUDY, SUOJA, Study, block_on, run, text};
use instrument::{Answers, Origin, Part, SourceFile, Sources, Value};
use jiff::civil::date;
use seal::{Identity, KeySet, Recipients};
use store::{Row, Store, Week};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that start a door")]
mod common;

/// The first instrument of the study.
fn instrument() -> instrument::Instrument {
    let folder =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content/instruments/help-us");
    let file = |name: &str| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        SourceFile { name: name.to_owned(), text }
    };
    let texts = ["en", "fr"].map(|tag| (tag.to_owned(), file(&format!("{tag}.ftl"))));
    let sources = Sources { instrument: file("instrument.toml"), texts: texts.into() };
    instrument::load(&sources).0.unwrap().instrument
}

/// The study's own recipients.
fn recipients(study: &Study) -> Recipients {
    let keys = fs::read_dir(study.server().join("keys")).unwrap();
    let path = keys.map(|entry| entry.unwrap().path()).next().unwrap();
    let set: KeySet = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    set.recipients().unwrap()
}

/// A page of answers, sealed.
fn sealed(study: &str, answer: u8, recipients: &Recipients) -> Vec<u8> {
    let instrument = instrument();
    let origin = Origin {
        study,
        answer: &format!("{answer:032x}"),
        language: "fr",
        recipients: recipients.fingerprint(),
        revision: 0,
    };
    let words = Value::Text("quiet words".to_owned());
    let answers = Answers::from([("would_help_words".to_owned(), words)]);
    let part = Part::new(&instrument, "close", origin, answers);
    seal::seal(&part.to_json(), instrument.part_size(), recipients).unwrap()
}

fn keep(study: &Study, blobs: Vec<Vec<u8>>) {
    block_on(async {
        let store = Store::open(&study.store).await.unwrap();
        for (at, blob) in (0u8..).zip(blobs) {
            let week = Week::of(date(2026, 11, 23));
            store.append(Row { id: [at; 16], week, blob }).await.unwrap();
        }
        store.close().await.unwrap();
    });
}

fn suoja(study: &Study, words: &[&str]) -> Output {
    let mut command = Command::new(SUOJA);
    run(command.args(words).arg("--config").arg(study.config()))
}

#[test]
fn what_stays_closed_is_counted_by_reason() {
    let study = Study::new("");
    let own = recipients(&study);
    let strangers = Recipients::parse(&[Identity::generate().public()]).unwrap();
    // One of ours and one that our key sets do not name: it opens, and must not pass in silence.
    let mut keys: Vec<String> = own.keys().iter().map(ToString::to_string).collect();
    keys.push(Identity::generate().public());
    let more = Recipients::parse(&keys).unwrap();

    let whole = sealed(STUDY, 1, &own);
    let truncated = whole[..900].to_vec();
    let mut later = whole.clone();
    later[0] = 2;
    let mut damaged = whole.clone();
    damaged[1_000] ^= 1;
    let blobs = vec![
        whole,
        truncated,
        later,
        damaged,
        sealed(STUDY, 2, &strangers),
        sealed(STUDY, 3, &more),
        sealed("another-study", 4, &own),
        vec![1, 0, 3, b'x', b'y', b'z'],
        Vec::new(),
    ];
    keep(&study, blobs);
    let opened = suoja(&study, &["open"]);
    let said = text(&opened.stdout);
    assert!(opened.status.success(), "{}", text(&opened.stderr));
    for expected in [
        "2 pages of 2 people opened.",
        "Not opened: 2 pages, truncated.",
        "Not opened: 1 pages, sealed by a version of this program that this one does not know.",
        "Not opened: 1 pages, sealed to other keys.",
        "Not opened: 2 pages, damaged.",
        "Left aside: 1 pages of another study.",
        "WARNING: 1 pages were sealed to other keys than your key sets name.",
    ] {
        assert!(said.contains(expected), "`{expected}` is not in:\n{said}");
    }
}

#[test]
fn what_was_opened_is_the_owners_alone_and_words_stand_apart() {
    let study = Study::new("");
    keep(&study, vec![sealed(STUDY, 1, &recipients(&study))]);
    assert!(suoja(&study, &["open"]).status.success());
    let folder = study.path().join("researcher/opened");
    for name in ["answers.jsonl", "texts.jsonl", "openings.csv"] {
        let mode = fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name}");
    }
    assert!(!fs::read_to_string(folder.join("answers.jsonl")).unwrap().contains("quiet"));
    assert!(fs::read_to_string(folder.join("texts.jsonl")).unwrap().contains("quiet words"));
}

#[test]
fn a_key_that_is_none_is_named_with_its_line() {
    let study = Study::new("");
    keep(&study, Vec::new());
    for (bytes, expected) in [
        (&b"# a comment\nnot a key\n"[..], "broken.key:2: no age private key"),
        (b"# only a comment\n", "broken.key:0: no age private key"),
        (b"\xff\xfe\x00", "is no UTF-8 text"),
    ] {
        let key = study.path().join("broken.key");
        fs::write(&key, bytes).unwrap();
        let opened = suoja(&study, &["open", "--identity", key.to_str().unwrap()]);
        let said = text(&opened.stderr);
        assert_eq!(opened.status.code(), Some(1));
        assert!(said.contains(expected), "`{expected}` is not in: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn findings_before_opening_say_what_to_do() {
    let study = Study::new("");
    let said = suoja(&study, &["findings", "--group", "language=fr"]);
    assert_eq!(said.status.code(), Some(1));
    assert!(text(&said.stderr).contains("open the sealed answers first: `suoja open`"));
    let wrong = suoja(&study, &["findings", "--group", "country=BE"]);
    assert!(text(&wrong.stderr).contains("write language=fr"));
}

#[test]
fn a_key_is_retired_after_opening_and_not_before() {
    let study = Study::new("");
    keep(&study, vec![sealed(STUDY, 1, &recipients(&study))]);
    let keys = fs::read_dir(study.path().join("researcher/keys")).unwrap();
    let key = keys.map(|entry| entry.unwrap().path()).next().unwrap();
    let opened = study.path().join("researcher/opened");
    let retire = |more: &[&str]| {
        let mut command = Command::new(SUOJA);
        command.args(["keys", "retire", "--key"]).arg(&key).arg("--opened").arg(&opened);
        run(command.args(more))
    };
    assert!(text(&retire(&["--yes"]).stderr).contains("open its answers first"));
    assert!(suoja(&study, &["open"]).status.success());
    assert!(text(&retire(&[]).stderr).contains("Say --yes"));
    assert!(key.exists());
    assert!(retire(&["--yes"]).status.success());
    assert!(!key.exists());
    // A new opening without any key that fits takes nothing away from what was opened before.
    let stranger = study.path().join("stranger.key");
    fs::write(&stranger, Identity::generate().to_file("of another study").as_bytes()).unwrap();
    let said = text(&suoja(&study, &["open", "--identity", stranger.to_str().unwrap()]).stdout);
    assert!(said.contains("0 pages of 0 people opened."), "{said}");
    assert!(said.contains("1 more people are kept from earlier openings."), "{said}");
    // The other person's key still opens everything.
    assert!(text(&suoja(&study, &["open"]).stdout).contains("1 pages of 1 people opened."));
}
