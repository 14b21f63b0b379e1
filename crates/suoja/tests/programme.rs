//! The programme at the command line and behind an open door: what is checked, what is refused, what
//! a thief of everything on the disk has, and two hundred people with a code at once.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use common::{Door, SUOJA, Study, Visitor, block_on, content, programme, run, text};
use programme::{Code, Kept, Locker};
use tempfile::TempDir;

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that read stores")]
mod common;

/// A copy of the programme that a test may spoil.
struct Copy(TempDir);

impl Copy {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        copy(&content().join("programme"), dir.path());
        Self(dir)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no `{from}`");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    fn run(&self, word: &str) -> Output {
        run(Command::new(SUOJA).args(["programme", word]).arg(self.path()))
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn the_programme_of_the_house_has_no_error() {
    let checked = Copy::new().run("check");
    let said = text(&checked.stdout);
    assert!(checked.status.success(), "{said}");
    for language in ["en", "fr"] {
        assert!(said.contains(&format!("{language}: 12 modules, ")), "{said}");
        assert!(said.contains(&format!("{language}: hardest to read is `")), "{said}");
    }
    assert!(said.contains("0 errors"), "{said}");
}

/// A review on a day that no calendar has, by an invented person.
const REVIEW: &str = "[[review]]\nmodule = \"urges\"\nlanguage = \"fr\"\nkind = \"clinician\"\n\
                      by = \"Dr B. Example\"\non = \"2026-02-30\"\n\n# Summary sheets";

#[test]
fn what_is_wrong_is_said_with_its_place() {
    for (file, from, to, expected) in [
        (
            "modules/fr/urges.md",
            "\n## ",
            "\n## Une section de plus {text}\n\nMots.\n\n## ",
            "urges.md",
        ),
        ("modules/en/urges.md", "{exercise:urge_signs}", "{exercise:nothing}", "urge_signs"),
        ("modules/en/urges.md", "a wave", "a wave at [here](https://example.org/x)", "urges.md"),
        ("modules/en/urges.md", "(lapse)", "(lapses)", "dead link"),
        ("modules/en/urges.md", "a wave", "a wave, as on example.org", "address"),
        ("modules/fr/urges.md", " .note ", " ", "content note"),
        ("modules/fr/thoughts.md", " .exercise ", " ", "one or two"),
        ("programme.toml", "minutes = 6", "minutes = 2", "state 6 minutes"),
        ("programme.toml", "# Summary sheets", REVIEW, "a day `on`"),
        ("modules/en/why-stop.md", " you ", " you pervert ", "why-stop.md"),
        ("programme.toml", "id = \"urges\"", "id = \"urge\"", "urge"),
        ("en.ftl", "crisis-card-title =", "crisis-card-titles =", "crisis-card-title"),
        ("self-check/fr.ftl", "Jamais", "Risque faible", "risque faible"),
        ("feedback/fr.ftl", ".all = Tout", ".all = Tout, pédophiles", "pédophil"),
    ] {
        let spoiled = Copy::new();
        spoiled.change(file, from, to);
        let checked = spoiled.run("check");
        let said = text(&checked.stdout);
        assert_eq!(checked.status.code(), Some(1), "{file}: {to}\n{said}");
        let line = said.lines().find(|line| line.contains("error") && line.contains(expected));
        assert!(line.is_some(), "{file}: {to}\n{said}");
    }
}

#[test]
fn a_translation_that_its_source_has_left_behind_is_old_until_it_is_stamped() {
    let changed = Copy::new();
    changed.change("modules/en/urges.md", "wave", "great wave");
    let said = text(&changed.run("check").stdout);
    let old = said.lines().find(|line| line.contains("modules/fr/urges.md"));
    assert!(old.is_some_and(|line| line.contains("source")), "{said}");
    let stamped = changed.run("stamp");
    assert!(text(&stamped.stdout).contains("modules/fr/urges.md"), "{}", text(&stamped.stdout));
    let said = text(&changed.run("check").stdout);
    assert!(!said.contains("modules/fr/urges.md:1"), "{said}");
    let again = text(&changed.run("stamp").stdout);
    assert!(again.contains("already"), "{again}");
    // The same for the texts around the modules.
    changed.change("en.ftl", "forget-title = Delete everything", "forget-title = Delete it all");
    let said = text(&changed.run("check").stdout);
    assert!(said.contains("fr.ftl") && said.contains("forget-title"), "{said}");
    assert!(text(&changed.run("stamp").stdout).contains("fr.ftl"));
    assert!(changed.run("check").status.success());
}

/// What a door says that does not open.
fn refusal(study: &Study) -> String {
    let ended = run(study.serve().current_dir(study.path()));
    let said = text(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn the_door_refuses_what_nobody_has_read_what_is_broken_and_what_goes_nowhere() {
    let own = content().join("programme");
    let study = Study::new("");
    study.configure("", &programme(&own));
    let said = refusal(&study);
    assert!(said.contains("urges") && said.contains("allow_unreviewed"), "{said}");

    let allowed = |reach: &str| {
        study.configure("allow_unreviewed = true", reach);
        refusal(&study)
    };
    let said = allowed(&format!("{}weeks = 0\n", programme(&own)));
    assert!(said.contains("`weeks`") && said.contains("1 to 104"), "{said}");

    let spoiled = Copy::new();
    spoiled.change("programme.toml", "id = \"urges\"", "id = \"urge\"");
    let said = allowed(&programme(spoiled.path()));
    assert!(said.contains("not fit to be shown") && said.contains("modules/fr/urge.md"), "{said}");

    fs::write(study.server().join("programme.sqlite"), b"This is a diary.\n".repeat(99)).unwrap();
    let said = allowed(&programme(&own));
    assert!(said.contains("programme.sqlite"), "{said}");
    fs::remove_file(study.server().join("programme.sqlite")).unwrap();

    let config = fs::read_to_string(study.config()).unwrap();
    let feedback = format!(",\n\"{}/feedback\"", own.display());
    assert!(config.contains(&feedback));
    fs::write(study.config(), config.replace(&feedback, "")).unwrap();
    let said = refusal(&study);
    assert!(said.contains("programme-feedback") && said.contains("instruments"), "{said}");
}

/// A visitor at the programme, and the code that was shown.
fn new_code(door: &Door) -> (Visitor, String) {
    let mut visitor = Visitor::new(door.address, "fr");
    visitor.path = "/fr/programme/".to_owned();
    let shown = visitor.press("new-code", &[]).unwrap();
    let code = shown.body.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    (visitor, code.to_owned())
}

fn open(study: &Study) -> Door {
    let mut serve = study.serve();
    Door::start(serve.current_dir(study.path()), &study.path().join("stderr"))
}

/// Every file of the server, and the configuration.
fn everything(study: &Study) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = vec![(study.config(), fs::read(study.config()).unwrap())];
    let mut folders = vec![study.server()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.clone(), fs::read(&path).unwrap()));
            }
        }
    }
    found
}

fn locker(id: &[u8], key: &[u8]) -> Locker {
    serde_json::from_value(serde_json::json!({ "id": id, "key": key })).unwrap()
}

/// Any 32 bytes in a row may be a key: whether any of them opens the blob.
fn some_key_opens(blob: &[u8], id: &[u8], files: &[(PathBuf, Vec<u8>)]) -> bool {
    let opens = |key: &[u8]| Kept::open(blob, &locker(id, key)).is_ok();
    files.iter().any(|(_, bytes)| bytes.windows(32).any(opens))
}

#[test]
fn store_configuration_and_backup_together_open_nothing() {
    let study = Study::with_programme();
    let door = open(&study);
    let (mut visitor, code) = new_code(&door);
    let words = "Zumbrelka, and out I go.";
    visitor.press("module:urges", &[]).unwrap();
    let kept = [("place", "urges"), ("ten_minutes_plan", words)];
    assert!(visitor.press("save", &kept).unwrap().body.contains(words));
    let store = study.server().join("programme.sqlite");
    fs::copy(&store, study.server().join("backup.sqlite")).unwrap();
    visitor.press("save", &kept).unwrap();
    door.close();

    let right = Code::parse(&code).unwrap().derive().unwrap();
    let progress = block_on(store::Progress::open(&store, 10)).unwrap();
    let week = store::Week::of(jiff::civil::date(2026, 1, 5));
    let found = block_on(progress.get(&right.id, week)).unwrap().expect("it is there");
    assert!(Kept::open(&found.blob, &right).unwrap().answers.contains_key("ten_minutes_plan"));

    let mut files = everything(&study);
    assert!(files.len() >= 5, "store, backup, configuration, keys");
    for (path, bytes) in &files {
        let has = |needle: &[u8]| bytes.windows(needle.len()).any(|own| own == needle);
        assert!(!has(b"Zumbrelka") && !has(b"ten_minutes_plan"), "{}", path.display());
        assert!(!has(code.replace('-', "").as_bytes()), "{}", path.display());
    }
    // The blobs themselves are what a key would open; every other byte may be part of one.
    for (_, bytes) in &mut files {
        bytes.retain({
            let mut at = 0usize;
            let blob = bytes.windows(found.blob.len()).position(|own| own == found.blob);
            move |_| {
                at += 1;
                blob.is_none_or(|from| !(from..from + 32_768).contains(&(at - 1)))
            }
        });
    }
    assert!(!some_key_opens(&found.blob, &right.id, &files), "no key lies about");
    // The search can find one: with the key among the files, the blob opens.
    let key = serde_json::to_value(&right).unwrap()["key"].clone();
    let key: Vec<u8> = serde_json::from_value(key).unwrap();
    let planted = [(PathBuf::new(), [&b"before"[..], &key, b"after"].concat())];
    assert!(some_key_opens(&found.blob, &right.id, &planted));
}

/// Someone who has come to the end of the programme and answers what is asked there.
fn say_at_the_end(door: &Door, language: &str, worse: &[(&str, &str)]) {
    let mut visitor = Visitor::new(door.address, language);
    visitor.path = format!("/{language}/programme/");
    visitor.press("feedback", &[("place", "feedback")]).unwrap();
    visitor.path = format!("/{language}/");
    visitor.press("next", &[("fb_read", "all")]).unwrap();
    let end = visitor.press("next", worse).unwrap();
    assert_eq!((end.status, end.state()), (200, None), "{}", end.body);
}

#[test]
fn what_was_said_at_the_end_is_reported_with_its_denominators() {
    let study = Study::with_programme();
    let door = open(&study);
    for at in 0..12 {
        let language = if at < 5 { "fr" } else { "en" };
        // A third leaves the question out; of those who answer, half slept worse.
        let worse = [("fb_worse", if at % 2 == 0 { "sleep" } else { "nothing" })];
        say_at_the_end(&door, language, if at % 3 == 0 { &[] } else { &worse });
    }
    door.close();
    let suoja = |words: &[&str]| {
        let output = run(Command::new(SUOJA).args(words).arg("--config").arg(study.config()));
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    suoja(&["open"]);
    let said = suoja(&["findings", "--group", "language=fr", "--exact"]);
    let worse = said.split("[fb_worse, multiple]").nth(1).expect("the question is reported");
    let counted = worse.lines().nth(1).unwrap();
    let expected = "asked 5 / 7 / 12; reached 5 / 7 / 12; answered 3 / 5 / 8";
    assert!(counted.contains(expected), "{counted}");
    let sleep = worse.lines().find(|line| line.trim_start().starts_with("Sleep")).unwrap();
    assert!(sleep.contains("2 = 66.7 %") && sleep.contains("4 = 50.0 %"), "{sleep}");
}

/// Memory of a process at its highest, in KiB.
fn highest(door: &Door) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", door.child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn two_hundred_people_come_back_at_once_and_memory_stays_bounded() {
    let study = Study::with_programme();
    let door = open(&study);
    let (_, code) = new_code(&door);
    let before = highest(&door);
    let began = std::time::Instant::now();
    std::thread::scope(|scope| {
        let one = || {
            let mut visitor = Visitor::new(door.address, "fr");
            visitor.path = "/fr/programme/".to_owned();
            let back = visitor.press("resume", &[("code", &code)]).unwrap();
            assert_eq!(back.status, 200, "everybody waits for their turn and has it");
            assert!(visitor.state.is_some());
        };
        let all: Vec<_> = (0..200).map(|_| scope.spawn(one)).collect();
        all.into_iter().for_each(|one| one.join().unwrap());
    });
    let seconds = began.elapsed().as_secs_f32();
    let grown = highest(&door) - before;
    println!("200 codes at once: the last had its turn after {seconds:.1} s");
    println!("200 codes at once: memory grew by {grown} KiB at its highest");
    // One derivation takes 19,456 KiB; two at a time, and 200 connections. Without the queue it would
    // be 3,800 MiB.
    assert!(grown < 160 * 1024, "{grown} KiB");
    door.close();
}
