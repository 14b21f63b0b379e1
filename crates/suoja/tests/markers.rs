//! Nothing that tells one visitor from another is in what the process wrote: design, promises 2
//! and 3.
//!
//! Markers are planted wherever a visitor could leave one. strace records every byte that the
//! process gave away other than to its visitors, and every name it made; then markers are looked
//! for there and in every file left behind, plain and in the usual encodings, before and after a
//! crash. The same search must find them in what came in, or it would prove nothing.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::os::unix::process::ExitStatusExt;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use common::{Door, Study, Visitor, text};
use trace::{finished, traced};
use written::{Written, base64, contains, files, found, has, marker, read, spellings};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests of refusals")]
mod common;
#[cfg(test)]
#[expect(dead_code, reason = "shared with the test that replays writes")]
mod trace;
#[cfg(test)]
mod written;

/// Where the visitor comes from: a loopback address that nothing else uses.
const FROM: Ipv4Addr = Ipv4Addr::new(127, 77, 66, 55);
/// Where markers are planted.
const PLACES: [&str; 8] =
    ["answer", "agent", "referer", "query", "header", "forwarded", "field", "fieldname"];
/// Ids of questions and options that no other text has.
const CODED: [&str; 16] = [
    "wish_stop",
    "tried_stop",
    "help_sought",
    "yes_professional",
    "looking_for_it",
    "self_harm_thoughts",
    "contact_sought",
    "would_help_words",
    "talk_anonymous",
    "ten_minutes_plan",
    "urge_minutes",
    "go_outside",
    "plan_situation",
    "lapse_hour",
    "stop_midway",
    "sc_fear_for_child",
];

/// Codes of the programme that visitors were given, without hyphens.
static CODES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

#[test]
fn the_search_finds_every_spelling() {
    let marker = marker("control");
    assert_eq!(base64(b"light work", 0, b"+/"), b"bGlnaHQgd29y");
    assert_eq!(base64(b"xlight work", 1, b"+/"), b"bGlnaHQgd29y");
    for spelling in spellings(marker.as_bytes()) {
        let hay = [&b"before"[..], &spelling, b"after"].concat();
        assert!(has(&hay, &marker), "{}", text(&spelling));
        assert!(!has(&hay[..hay.len() - 8], &marker));
    }
    assert!(!has(b"nothing", &marker));
}

/// A visitor who leaves markers wherever one can.
fn marked(address: SocketAddr, markers: &[String; 8]) -> Visitor {
    let [_, agent, referer, query, header, forwarded, ..] = markers;
    let mut visitor = Visitor::new(address, "fr");
    visitor.path = format!("/fr/?q={query}");
    visitor.from = Some(FROM);
    visitor.headers = format!(
        "User-Agent: {agent}\r\nReferer: http://{referer}.example/{referer}\r\n\
         X-Odd: {header}\r\nX-Forwarded-For: {forwarded}, {FROM}\r\nForwarded: for={forwarded}\r\n"
    );
    visitor
}

/// Fills in the survey from end to end, with every kind of answer; returns pages acknowledged.
fn fill_in(visitor: &mut Visitor, markers: &[String; 8]) -> std::io::Result<usize> {
    let [answer, .., field, field_name] = markers;
    let odd = (field_name.as_str(), field.as_str());
    visitor.enter()?;
    let pages: [&[(&str, &str)]; 9] = [
        &[("wish_stop", "yes")],
        &[("tried_stop", "several"), ("help_sought", "yes_professional")],
        &[("attempts_longest", "not_again"), ("help_received", "partly")],
        &[("first_age", "age_13_17"), ("first_way", "looking_for_it")],
        &[("how_often", "weekly"), ("days_month", "12"), ("how_long", "from_3_years")],
        &[("distress", "7"), ("self_harm_thoughts", "never")],
        &[("contact_thought", "sometimes")],
        &[("contact_sought", "never")],
        &[("would_help", "talk_anonymous"), ("would_help_words", answer)],
    ];
    let mut acknowledged = 0;
    for page in pages {
        // An unreadable number first, where there is one: its page comes back with what was typed.
        if page.iter().any(|(name, _)| *name == "days_month") {
            let wrong = [("days_month", answer.as_str()), odd];
            let again = visitor.press("next", &wrong)?;
            assert_eq!(again.status, 422);
            assert!(again.body.contains(answer.as_str()), "the process had the marker");
        }
        let sent = [page, &[odd]].concat();
        let answer = visitor.press("next", &sent)?;
        assert_eq!(answer.status, 200, "{}", answer.body);
        acknowledged += 1;
    }
    write_under_a_code(visitor, answer, odd)?;
    Ok(acknowledged)
}

/// Writes into the programme under a code, comes back with it, and is forgotten every other time. The
/// code begins where a marker would: it must be written nowhere either.
fn write_under_a_code(
    visitor: &mut Visitor,
    answer: &str,
    odd: (&str, &str),
) -> std::io::Result<()> {
    let survey = visitor.path.clone();
    visitor.path = survey.replace("/fr/", "/fr/programme/");
    visitor.state = None;
    let shown = visitor.press("new-code", &[odd])?;
    let code = shown.body.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next());
    let code = code.expect("the code is shown").to_owned();
    visitor.press("module:urges", &[odd])?;
    let coded = [("urge_minutes", "12"), ("ten_minutes", "go_outside")];
    let written = [&[("place", "urges"), ("ten_minutes_plan", answer), odd], &coded[..]].concat();
    let kept = visitor.press("save", &written)?;
    assert!(kept.status == 200 && kept.body.contains(answer), "{}", kept.body);
    let written =
        [("place", "lapse"), ("plan_situation", answer), ("lapse_hour", "stop_midway"), odd];
    let kept = visitor.press("save", &written)?;
    assert!(kept.status == 200 && kept.body.contains(answer), "{}", kept.body);
    let sheets = visitor.press("sheets", &[odd])?;
    assert_eq!(sheets.body.matches(answer).count(), 2, "both are on the sheets");
    visitor.state = None;
    let checked = [("place", "self-check"), ("sc_looked", "2"), ("sc_fear_for_child", "3"), odd];
    assert_eq!(visitor.press("self-check", &checked)?.status, 200);
    visitor.state = None;
    let back = visitor.press("resume", &[("code", &code.replace('-', ""))])?;
    assert_eq!(back.status, 200);
    CODES.lock().unwrap().insert(code.replace('-', ""));
    if code.ends_with(|last: char| last.is_ascii_digit()) {
        visitor.press("forget-yes", &[])?;
    }
    visitor.path = survey;
    visitor.state = None;
    Ok(())
}

/// One life of a door: visits, then an end in the middle of them.
struct Life<'a> {
    study: &'a Study,
    markers: &'a [String; 8],
    acknowledged: &'a AtomicUsize,
}

impl Life<'_> {
    /// Runs until a signal and returns what was written; the record itself is removed.
    fn end_by(&self, signal: &str) -> Written {
        let record = self.study.path().join("record.strace");
        let mut serve = Command::new("prlimit");
        // So that a core would be left if the door did not forbid it.
        serve.args(["--core=unlimited", common::SUOJA, "serve", "--config"]);
        serve.arg(self.study.config()).current_dir(self.study.path());
        let stderr = self.study.path().join("stderr");
        let mut door = Door::start(traced(&serve, &record).current_dir(self.study.path()), &stderr);
        let kept = fill_in(&mut marked(door.address, self.markers), self.markers).unwrap();
        self.acknowledged.fetch_add(kept, Ordering::SeqCst);
        let (stop, address) = (AtomicBool::new(false), door.address);
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    while !stop.load(Ordering::SeqCst) {
                        let mut visitor = marked(address, self.markers);
                        match fill_in(&mut visitor, self.markers) {
                            Ok(kept) => _ = self.acknowledged.fetch_add(kept, Ordering::SeqCst),
                            Err(_) => break,
                        }
                    }
                });
            }
            // The end comes in the middle of visits; a busy machine needs a while for three codes.
            std::thread::sleep(Duration::from_millis(700));
            let until = Instant::now() + Duration::from_secs(60);
            while CODES.lock().unwrap().len() < 3 && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(20));
            }
            if signal == "TERM" {
                stop.store(true, Ordering::SeqCst);
            } else {
                door.signal(signal);
                let status = door.wait();
                assert!(status.signal().is_some(), "{status}");
                assert!(!status.core_dumped(), "an image of the memory was written: {status}");
            }
            stop.store(true, Ordering::SeqCst);
        });
        let pid = door.child.id();
        if signal == "TERM" {
            door.close();
        }
        let written = read(&finished(&record, pid));
        fs::remove_file(record).unwrap();
        written
    }
}

/// A process that is cut off with core files allowed leaves one, or says that it did.
fn control_leaves_a_core() {
    let dir = tempfile::tempdir().unwrap();
    let mut sh = Command::new("prlimit");
    sh.args(["--core=unlimited", "sh", "-c", "kill -s ABRT $$"]).current_dir(&dir);
    let status = sh.status().expect("this test needs prlimit (util-linux)");
    assert!(status.core_dumped(), "this test must be allowed to raise the limit of core files");
}

#[test]
fn nothing_that_tells_visitors_apart_is_written() {
    control_leaves_a_core();
    let study = Study::with_programme();
    let markers = PLACES.map(marker);
    let acknowledged = AtomicUsize::new(0);
    let life = Life { study: &study, markers: &markers, acknowledged: &acknowledged };
    let mut searched = 0;
    for signal in ["KILL", "ABRT", "TERM"] {
        let mut written = life.end_by(signal);
        // The search can find what it looks for: it all came in, and our own words went out.
        let codes = std::mem::take(&mut *CODES.lock().unwrap());
        let codes: Vec<String> = codes.into_iter().take(3).collect();
        assert!(!codes.is_empty(), "codes were made");
        let all: BTreeSet<&str> = markers.iter().chain(&codes).map(String::as_str).collect();
        assert_eq!(found(&written.came_in, all.clone()), all, "they all reached the process");
        assert!(contains(&written.came_in, b"yes_professional"));
        assert!(contains(&written.out, b"Survey in English: http://"));
        assert!(written.made.iter().any(|path| path.contains("programme.sqlite")));
        let in_folder = written.made.iter().filter(|path| path.contains("answers.sqlite"));
        assert!(in_folder.count() > 0, "the store is among the files written");
        println!("{signal}: files opened for writing: {:?}", written.made);

        files(study.path(), &mut written.out);
        assert!(contains(&written.out, b"CREATE TABLE part"), "the store's schema is found");
        assert!(contains(&written.out, common::STUDY.as_bytes()));
        let address = FROM.to_string();
        let kept = found(&written.out, all.into_iter().chain([address.as_str()]));
        assert!(kept.is_empty(), "{kept:?} were written ({signal})");
        let octets = FROM.octets();
        let reversed: Vec<u8> = octets.iter().rev().copied().collect();
        for raw in [&octets[..], &reversed] {
            assert!(!contains(&written.out, raw), "the address was written in four bytes");
        }
        for coded in CODED {
            assert!(!contains(&written.out, coded.as_bytes()), "{coded} was written unsealed");
        }
        let cores = fs::read_dir(study.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let cores: Vec<_> =
            cores.filter(|name| text(name.as_encoded_bytes()).contains("core")).collect();
        assert!(cores.is_empty(), "{cores:?}");
        println!(
            "{signal}: {} bytes came in, {} bytes written or left were searched",
            written.came_in.len(),
            written.out.len()
        );
        searched += written.out.len();
    }
    let parts = study.parts(&study.store).len();
    let acknowledged = acknowledged.load(Ordering::SeqCst);
    println!("{searched} bytes searched; {acknowledged} pages acknowledged, {parts} kept");
    assert!(parts >= acknowledged && acknowledged > 27, "{acknowledged} and {parts}");
    assert_eq!(fs::read_to_string(study.path().join("stderr")).unwrap(), "");
}
