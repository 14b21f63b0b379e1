//! A full disk gives a clear page, and nothing that was acknowledged is lost.
//!
//! The door runs with its store on a file system of three megabytes that exists for it alone.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use common::{Answer, Door, SUOJA, Study, Visitor};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests of refusals")]
mod common;

/// What is left of the disk while pages are still taken.
const LEFT: usize = 400 * 1024;
/// So many refusals in a row, and the disk is full for pages of every length.
const REFUSALS: usize = 30;
const WORDS: &str = "Parler à quelqu’un, sans « nom » & sans <compte>.";
const WORDS_IN_HTML: &str = "Parler à quelqu’un, sans « nom »";

fn start(study: &Study, disk: &Path) -> Door {
    let allowed = Command::new("unshare").args(["-m", "true"]).status();
    assert!(
        allowed.is_ok_and(|status| status.success()),
        "this test needs `unshare -m` (util-linux) and the right to mount: run it as root"
    );
    let script = "mount -t tmpfs -o size=3m,mode=0700 tmpfs \"$0\" && exec \"$@\"";
    let mut command = Command::new("unshare");
    command.args(["-m", "sh", "-c", script]).arg(disk);
    command.args([SUOJA, "serve", "--config"]).arg(study.config());
    Door::start(&mut command, &study.path().join("stderr"))
}

/// Writes until the disk is full, or until that much is left.
fn fill(path: &Path, left: usize) -> usize {
    let mut file = File::options().create(true).append(true).open(path).unwrap();
    let mut written = 0;
    while file.write_all(&[b'x'; 4_096]).is_ok() {
        written += 4_096;
    }
    let length = file.metadata().unwrap().len();
    file.set_len(length.saturating_sub(left.try_into().unwrap())).unwrap();
    written
}

/// The pages in the store as it lies on the disk now.
fn kept(study: &Study, disk: &Path) -> usize {
    let copy = tempfile::tempdir().unwrap();
    for name in ["answers.sqlite", "answers.sqlite-wal"] {
        if disk.join(name).exists() {
            fs::copy(disk.join(name), copy.path().join(name)).unwrap();
        }
    }
    study.parts(&copy.path().join("answers.sqlite")).len()
}

/// A visitor before the last page, who has sent eight.
fn before_the_last_page(door: &Door) -> Visitor {
    let mut visitor = Visitor::new(door.address, "fr");
    visitor.enter().unwrap();
    let pages: [&[(&str, &str)]; 8] = [
        &[("wish_stop", "yes")],
        &[("tried_stop", "once"), ("help_sought", "no")],
        &[],
        &[],
        &[],
        &[],
        &[("contact_thought", "sometimes")],
        &[],
    ];
    let answers: Vec<Answer> =
        pages.iter().map(|page| visitor.press("next", page).unwrap()).collect();
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert!(answers.last().unwrap().body.contains("name=\"would_help_words\""));
    visitor
}

/// Sends pages of other visitors until none is taken any more; returns how many were.
///
/// One refusal does not yet mean a full disk: what a long commit wrote in vain into the log is room
/// for a shorter one.
fn until_refused(door: &Door) -> usize {
    let (mut taken, mut refused_in_a_row) = (0, 0);
    while refused_in_a_row < REFUSALS {
        let mut other = Visitor::new(door.address, "fr");
        other.enter().unwrap();
        let status = other.press("next", &[("wish_stop", "no")]).unwrap().status;
        assert!(status == 200 || status == 503, "status {status}");
        taken += usize::from(status == 200);
        refused_in_a_row = if status == 200 { 0 } else { refused_in_a_row + 1 };
        assert!(taken < 1_000, "the disk does not fill");
    }
    taken
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut study = Study::new("");
    let disk = study.server().join("disk");
    fs::create_dir(&disk).unwrap();
    study.store = disk.join("answers.sqlite");
    study.configure("allow_unreviewed = true", "");
    let door = start(&study, &disk);
    let inside = PathBuf::from(format!("/proc/{}/root", door.child.id()));
    let disk = inside.join(disk.strip_prefix("/").unwrap());

    let mut visitor = before_the_last_page(&door);
    let mut acknowledged = 8;
    fill(&disk.join("filler"), LEFT);
    acknowledged += until_refused(&door);
    assert!(acknowledged > 8, "some pages were still taken");
    fill(&disk.join("filler"), 0);
    acknowledged += until_refused(&door);

    let form = [
        ("would_help", "self_help"),
        ("would_help", "mood"),
        ("would_help_words", WORDS),
        ("honest_answers", "mostly"),
    ];
    for _ in 0..3 {
        let answer = visitor.press("next", &form).unwrap();
        assert_eq!(answer.status, 503);
        let body = &answer.body;
        assert!(
            body.contains("Cette page n’a pas pu être enregistrée, et rien n’en a été conservé")
        );
        assert!(body.contains("Réessayez dans une minute."));
        assert!(body.contains(WORDS_IN_HTML) && !body.contains("<compte>"), "{body}");
        let checked = |value: &str| {
            let input = body.split("<input ").find(|i| i.contains(&format!("value=\"{value}\"")));
            input.is_some_and(|input| input.split('>').next().unwrap().contains(" checked"))
        };
        assert!(checked("self_help") && checked("mood") && checked("mostly"), "{body}");
        assert!(!checked("nothing"));
        // What the visitor sends again is this page, not the one before.
        visitor.state = answer.state().map(str::to_owned);
    }
    // Whoever only reads notices nothing.
    assert_eq!(visitor.get().unwrap().status, 200);
    // More than the writer's rest, in which it tries to fold its log.
    std::thread::sleep(Duration::from_millis(700));
    let on_disk = kept(&study, &disk);
    assert_eq!(on_disk, acknowledged, "what was acknowledged, and nothing of what was refused");
    assert_eq!(door.stderr(), "", "no panic, and no word about a visitor");

    fs::remove_file(disk.join("filler")).unwrap();
    let taken = visitor.press("next", &form).unwrap();
    assert_eq!(taken.status, 200, "room was made, and the door still refuses");
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(kept(&study, &disk), acknowledged + 1, "the same form, sent again, is kept");
    println!(
        "{acknowledged} pages acknowledged before the disk was full, all there; then one more"
    );
    door.close();
}
