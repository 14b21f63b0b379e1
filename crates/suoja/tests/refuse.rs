//! The door does not open where it must not, and says why in a sentence.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;

use common::{Door, Study, run, text};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that send forms and read stores")]
mod common;

/// What a door says that does not open.
fn refusal(study: &Study) -> String {
    let ended = run(&mut study.serve());
    let said = text(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "a refusal is a sentence, no panic: {said}");
    assert!(ended.stdout.is_empty(), "nothing is promised: {}", text(&ended.stdout));
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn a_private_key_beside_the_server() {
    let study = Study::new("");
    let keys = study.path().join("researcher/keys");
    let private: Vec<PathBuf> =
        fs::read_dir(keys).unwrap().map(|entry| entry.unwrap().path()).collect();
    for place in ["server/keys/notes.txt", "server/deep/er/backup", "server/.hidden"] {
        let place = study.path().join(place);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::copy(&private[0], &place).unwrap();
        let said = refusal(&study);
        assert!(said.contains("private key") && said.contains(place.to_str().unwrap()), "{said}");
        assert!(!study.store.exists(), "nothing is made before the refusal");
        fs::remove_file(place).unwrap();
    }
    // The test can fail: without the key the same door opens.
    Door::start(&mut study.serve(), &study.path().join("stderr")).close();
}

#[test]
fn a_setting_that_nobody_knows() {
    let study = Study::new("");
    let config = fs::read_to_string(study.config()).unwrap();
    let line = config.lines().position(|line| line == "[reach]").unwrap() + 2;
    fs::write(study.config(), config.replace("[reach]", "[reach]\nlog_file = \"x\"")).unwrap();
    let said = refusal(&study);
    assert!(said.contains("suoja.toml") && said.contains("log_file"), "{said}");
    assert!(said.contains(&format!("line {line}")), "{said}");
}

#[test]
fn texts_that_nobody_has_read() {
    let study = Study::new("");
    study.configure("", "");
    let said = refusal(&study);
    assert!(said.contains("`help-us` in `fr`") && said.contains("allow_unreviewed"), "{said}");
}

#[test]
fn the_file_of_another_program() {
    let study = Study::new("");
    for other in [&b"This is a diary, and no database.\n".repeat(100)[..], &sqlite()] {
        fs::write(&study.store, other).unwrap();
        let said = refusal(&study);
        assert!(said.contains("no Suoja store"), "{said}");
        assert!(fs::read(&study.store).unwrap() == other, "it is left as it was");
    }
}

/// A database of another program: one page of 512 bytes with one empty table.
fn sqlite() -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("other.sqlite");
    let made =
        run(std::process::Command::new("sqlite3").arg(&path).arg("CREATE TABLE diary (day)"));
    assert!(made.status.success(), "this test needs the package sqlite3: {}", text(&made.stderr));
    fs::read(path).unwrap()
}

#[test]
fn an_address_that_is_taken() {
    let study = Study::new("");
    let first = Door::start(&mut study.serve(), &study.path().join("stderr"));
    let port = first.address.to_string();
    let again = run(study.serve().args(["--listen", &port]));
    let said = text(&again.stderr);
    assert_eq!(again.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("cannot listen on {port}")), "{said}");
    first.close();

    let socket = study.path().join("reach.sock");
    let taken = UnixListener::bind(&socket).unwrap();
    let again = run(study.serve().arg("--listen").arg(format!("unix:{}", socket.display())));
    let said = text(&again.stderr);
    assert_eq!(again.status.code(), Some(1), "{said}");
    assert!(said.contains("cannot listen on") && said.contains("reach.sock"), "{said}");
    drop(taken);
}
