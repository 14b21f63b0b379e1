//! Lists, kits and experiments from the command line, and the door for search engines as a process.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use common::doors::{Engine, add_doors, open_door};
use common::{Door, SUOJA, Study, Visitor, run, text};

#[cfg(test)]
#[expect(dead_code, reason = "shared with tests that look into stores")]
mod common;

fn warning(dir: &Path, words: &[&str]) -> Output {
    run(Command::new(SUOJA).current_dir(dir).arg("warning").args(words))
}

fn plan(start: &str, end: &str) -> String {
    format!(
        "id = \"invented\"\nquestion = \"Is what is shown counted?\"\n\
         outcome = \"click to help, not desistance\"\nstart = \"{start}\"\nend = \"{end}\"\n\
         channels = [\"web\"]\nlanguages = [\"en\", \"fr\"]\nfloor = 1\n\
         [assignment]\nby = \"request\"\n\
         [[arm]]\nid = \"neutral\"\nweight = 1\n[[arm]]\nid = \"harm-plain\"\nweight = 1\n\
         [size]\nbaseline = 0.09\nworth_finding = 0.2\npower = 0.8\nalpha = 0.05\n\
         shown_a_day = 1000\ndesign_effect = 1.5\n\
         [looks]\ndays = [\"{end}\"]\nspending = \"pocock\"\n"
    )
}

#[test]
fn a_list_is_compiled_and_nothing_of_it_is_kept_or_said() {
    let dir = tempfile::tempdir().unwrap();
    let list = "[words]\nquorvintel\n[phrases]\nmirabolant teacup\n";
    fs::write(dir.path().join("list.txt"), list).unwrap();
    let words = ["compile", "list.txt", "--key", "list.key", "--to", "list.suoja"];
    let made = warning(dir.path(), &words);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert!(text(&made.stdout).contains("1 words, 1 phrases"), "{}", text(&made.stdout));
    for file in ["list.key", "list.suoja"] {
        let path = dir.path().join(file);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
        let bytes = text(&fs::read(path).unwrap());
        assert!(!bytes.contains("quorvintel") && !bytes.contains("teacup"), "{file}");
    }
    // Wrong lines are named by their number and never shown.
    fs::write(dir.path().join("list.txt"), "[words]\nquorvintel teacup\nfine\n").unwrap();
    let said = warning(dir.path(), &words);
    let said = (said.status.success(), text(&said.stderr));
    assert!(!said.0 && said.1.contains("list.txt:2"), "{said:?}");
    assert!(!said.1.contains("quorvintel") && !said.1.contains("teacup"), "{said:?}");
}

#[test]
fn a_kit_is_whole_signed_and_refused_where_it_would_hide_something() {
    let dir = tempfile::tempdir().unwrap();
    let helplines = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/helplines");
    let helplines = helplines.join("helplines.toml").display().to_string();
    let keys = warning(dir.path(), &["signing-key", "--private", "kit.key", "--public", "kit.pub"]);
    assert!(keys.status.success(), "{}", text(&keys.stderr));
    let mut words = vec!["kit", "--to", "kit", "--channel", "partner"];
    words.extend(["--reach", "https://help.example", "--back", "https://search.example/"]);
    words.extend(["--sign", "kit.key", "--helplines", &helplines]);
    let unreviewed = warning(dir.path(), &words);
    assert!(text(&unreviewed.stderr).contains("--allow-unreviewed"), "{unreviewed:?}");
    assert!(!dir.path().join("kit").exists(), "nothing is left of a kit that was refused");

    words.push("--allow-unreviewed");
    let made = warning(dir.path(), &words);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let check = "minisign -Vm SHA256SUMS -p ../kit.pub && sha256sum --check --quiet SHA256SUMS";
    let kit = dir.path().join("kit");
    let verify = || run(Command::new("sh").current_dir(&kit).args(["-c", check]));
    let verified = verify();
    assert!(verified.status.success(), "{}", text(&verified.stderr));
    let listed = fs::read_to_string(kit.join("SHA256SUMS")).unwrap().lines().count();
    let page = kit.join("fr/harm-plain/index.html");
    let html = fs::read_to_string(&page).unwrap();
    assert!(html.contains("https://help.example/fr/w/partner/harm-plain/help"));
    assert!(listed >= 2 * 7 * 3, "{listed} files");

    fs::write(page, format!("{html}<!-- changed -->")).unwrap();
    assert!(!verify().status.success(), "a changed page is noticed");
    let again = warning(dir.path(), &words);
    assert!(text(&again.stderr).contains("there already"), "{again:?}");
    let path = words.iter().position(|word| *word == "https://help.example").unwrap();
    words[path] = "https://help.example/path";
    words[2] = "other";
    assert!(text(&warning(dir.path(), &words).stderr).contains("no origin"));
}

#[test]
fn a_plan_is_printed_with_its_hash_and_one_that_is_too_small_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("plan.toml"), plan("2030-01-01", "2030-01-30")).unwrap();
    let shown = warning(dir.path(), &["plan", "plan.toml"]);
    assert!(shown.status.success(), "{}", text(&shown.stderr));
    let shown = text(&shown.stdout);
    let hash = blake3::hash(plan("2030-01-01", "2030-01-30").as_bytes()).to_hex();
    assert!(shown.contains(hash.as_str()) && shown.contains("not desistance"), "{shown}");
    assert!(shown.contains("after 2030-01-30: 0.050000 of alpha spent by then"), "{shown}");

    let small = plan("2030-01-01", "2030-01-30").replace("shown_a_day = 1000", "shown_a_day = 9");
    fs::write(dir.path().join("plan.toml"), small).unwrap();
    let refused = warning(dir.path(), &["plan", "plan.toml"]);
    assert!(!refused.status.success());
    assert!(text(&refused.stderr).contains("too small for its own aim"), "{refused:?}");

    let size = ["power", "--baseline", "0.09", "--worth-finding", "0.11", "--shown-a-day", "1000"];
    let said = warning(dir.path(), &size);
    // Two proportions, 80 %, 5 %: 3,556 an arm by R's power.prop.test, to the rounding of formulas.
    let said = text(&said.stdout);
    let showings: u64 = said.split(' ').next().unwrap().parse().unwrap();
    assert!(showings.abs_diff(3_556) < 40, "{said}");
    let wrong = warning(
        dir.path(),
        &["power", "--baseline", "2", "--worth-finding", "0.1", "--shown-a-day", "1"],
    );
    assert!(text(&wrong.stderr).contains("between 0 and 1"), "{wrong:?}");
}

#[test]
fn the_template_is_a_plan() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/warning/plans");
    let shown = warning(&content, &["plan", "template.toml"]);
    assert!(shown.status.success(), "{}", text(&shown.stderr));
}

/// Every byte below a folder.
fn all_bytes(dir: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(all_bytes(&path));
        } else {
            bytes.extend(fs::read(path).unwrap());
        }
    }
    bytes
}

#[test]
fn an_experiment_counts_at_two_doors_keeps_no_query_and_hides_until_its_look() {
    let study = Study::new("");
    let dir = study.path().to_owned();
    add_doors(&study, "http://reach.example", "http://support.example");
    let mut config = fs::read_to_string(study.config()).unwrap();
    config.push_str("\n[experiment]\nplan = \"plan.toml\"\ncounts = \"server/counts.suoja\"\n");
    fs::write(study.config(), config).unwrap();
    fs::write(dir.join("plan.toml"), plan("2026-01-01", "2027-12-31")).unwrap();

    // A plan that could not find what it looks for does not run, and nothing is begun for it.
    let small = plan("2026-01-01", "2027-12-31");
    let small = small.replace("worth_finding = 0.2", "worth_finding = 0.095");
    let small = small.replace("shown_a_day = 1000", "shown_a_day = 10");
    fs::write(dir.join("plan.toml"), small).unwrap();
    for door in ["service", "reach"] {
        let refused = run(study.serve().args(["--door", door]));
        assert!(text(&refused.stderr).contains("too small for its own aim"), "{refused:?}");
    }
    assert!(!dir.join("server/counts.suoja").exists());
    fs::write(dir.join("plan.toml"), plan("2026-01-01", "2027-12-31")).unwrap();

    let service = open_door(&study, "service");
    let reach = open_door(&study, "reach");
    let hash = blake3::hash(plan("2026-01-01", "2027-12-31").as_bytes()).to_hex();
    for door in [&service, &reach] {
        assert!(door.says(&format!("plan {hash}")), "the plan is printed before it runs");
    }
    let engine = Engine::new(&study, &service);
    let counts = dir.join("server/counts.suoja");
    let size = fs::metadata(&counts).unwrap().len();
    for _ in 0..40 {
        let asked = engine.ask("/v1/decide", "quorvintel zumbrelka", "fr").unwrap();
        assert_eq!(asked.status, 200);
    }
    let mut visitor = Visitor::new(reach.address, "fr");
    for (arm, goal) in [("neutral", "help"), ("harm-plain", "help"), ("harm-plain", "survey")] {
        visitor.path = format!("/fr/w/web/{arm}/{goal}");
        assert_eq!(visitor.get().unwrap().status, 303);
    }
    for door in [&service, &reach] {
        assert_eq!(door.stderr(), "");
    }
    [service, reach].into_iter().for_each(Door::close);

    let bytes = all_bytes(&dir);
    for marker in ["quorvintel", "zumbrelka"] {
        let found = bytes.windows(marker.len()).any(|own| own == marker.as_bytes());
        assert!(!found, "`{marker}` was written");
    }
    assert_eq!(fs::metadata(&counts).unwrap().len(), size, "the file keeps its size");
    assert_eq!(fs::metadata(&counts).unwrap().permissions().mode() & 0o007, 0);

    let results =
        |plan: &str| warning(&dir, &["results", "--plan", plan, "--counts", "server/counts.suoja"]);
    let early = results("plan.toml");
    assert!(!early.status.success());
    assert!(text(&early.stderr).contains("results stay hidden"), "{early:?}");
    assert!(!text(&early.stdout).contains("neutral"), "{early:?}");

    // The same counts are read by the plan they were begun with, and by no other.
    fs::write(dir.join("other.toml"), plan("2026-01-01", "2026-01-31")).unwrap();
    let other = results("other.toml");
    assert!(text(&other.stderr).contains("another plan"), "{other:?}");
    let text_of = plan("2026-01-01", "2027-12-31");
    let (parsed, hash) =
        warning::Plan::parse("plan.toml", &text_of, &["neutral", "harm-plain"]).unwrap();
    let read = warning::Counts::read(&fs::read(&counts).unwrap(), &parsed, hash).unwrap();
    let sums = read
        .cells()
        .fold([0; 3], |sum: [u32; 3], (_, own)| std::array::from_fn(|at| sum[at] + own[at]));
    assert_eq!(sums, [40, 2, 1], "shown, to help, to the survey");
}

#[test]
fn results_of_a_simulated_experiment_are_printed_at_their_look() {
    let dir = tempfile::tempdir().unwrap();
    let text_of = plan("2026-01-01", "2026-02-28");
    fs::write(dir.path().join("plan.toml"), &text_of).unwrap();
    let (parsed, hash) =
        warning::Plan::parse("plan.toml", &text_of, &["neutral", "harm-plain"]).unwrap();
    let mut counts = warning::Counts::new(&parsed, hash);
    for day in 0..parsed.days() {
        for (arm, clicks) in [(0, 18 + day % 3), (1, 30 + day % 4)] {
            let cell = warning::Cell { arm, language: 0, channel: 0, day };
            (0..200).for_each(|_| _ = counts.count(cell, warning::Event::Shown));
            (0..clicks).for_each(|_| _ = counts.count(cell, warning::Event::Help));
        }
    }
    fs::write(dir.path().join("counts"), counts.to_bytes()).unwrap();
    let words = ["results", "--plan", "plan.toml", "--counts", "counts"];
    let shown = warning(dir.path(), &words);
    assert!(shown.status.success(), "{}", text(&shown.stderr));
    let shown = text(&shown.stdout);
    for said in ["more people followed the link to help with harm-plain", "no desistance", "yes"] {
        assert!(shown.contains(said), "{shown}");
    }
    let json = warning(dir.path(), &[&words[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["comparisons"][0]["differs"], true);
    assert_eq!(json["arms"][1]["shown"], 59 * 200);

    // A damaged file is said to be damaged, and no number is printed.
    let mut bytes = fs::read(dir.path().join("counts")).unwrap();
    let at = [100, bytes.len() - 100];
    at.into_iter().for_each(|at| bytes[at] ^= 1);
    fs::write(dir.path().join("counts"), bytes).unwrap();
    let damaged = warning(dir.path(), &words);
    assert!(text(&damaged.stderr).contains("damaged in both slots"), "{damaged:?}");
    assert!(damaged.stdout.is_empty());
}

#[test]
fn what_a_partner_counted_goes_into_the_results_once() {
    let dir = tempfile::tempdir().unwrap();
    let text_of =
        plan("2026-01-01", "2026-02-28").replace("floor = 1\n", "floor = 1\nkits = [\"p\"]\n");
    fs::write(dir.path().join("plan.toml"), &text_of).unwrap();
    let (parsed, hash) =
        warning::Plan::parse("plan.toml", &text_of, &["neutral", "harm-plain"]).unwrap();
    // At the doors clicks are counted, at the partner's what was shown.
    let mut clicks = warning::Counts::new(&parsed, hash);
    let mut table = "day,channel,arm,shown\n".to_owned();
    for day in 0..parsed.days() {
        let date = parsed.start.checked_add(jiff::Span::new().days(day)).unwrap();
        for (arm, name, times) in [(0, "neutral", 18 + day % 3), (1, "harm-plain", 30 + day % 4)] {
            table.push_str(&format!("{date},p,{name},200\n"));
            let cell = warning::Cell { arm, language: 2, channel: 1, day };
            clicks.add_events(cell, warning::Event::Help, times.into());
        }
    }
    fs::write(dir.path().join("doors"), clicks.to_bytes()).unwrap();
    fs::write(dir.path().join("shown.csv"), &table).unwrap();
    let words = ["partner", "shown.csv", "--plan", "plan.toml", "--to", "partner"];
    let made = warning(dir.path(), &words);
    assert!(text(&made.stdout).contains("partner: 23600 showings"), "{made:?}");
    assert!(!text(&made.stdout).contains("harm-plain"), "nothing is told before a look");
    assert!(text(&warning(dir.path(), &words).stderr).contains("there already"));
    let words = ["results", "--plan", "plan.toml", "--counts", "doors", "--counts", "partner"];
    let shown = warning(dir.path(), &words);
    let shown = text(&shown.stdout);
    assert!(shown.contains("more people followed the link to help with harm-plain"), "{shown}");

    fs::write(dir.path().join("shown.csv"), format!("{table}2026-01-01,q,neutral,1\n")).unwrap();
    let words = ["partner", "shown.csv", "--plan", "plan.toml", "--to", "other"];
    let refused = warning(dir.path(), &words);
    assert!(text(&refused.stderr).contains("shown.csv:120: `q` is none of"), "{refused:?}");
    assert!(!dir.path().join("other").exists());
}

#[test]
fn a_door_for_others_than_this_machine_and_a_readable_key_are_refused() {
    let study = Study::new("");
    add_doors(&study, "http://reach.example", "http://support.example");
    let config = fs::read_to_string(study.config()).unwrap();
    let (before, after) = config.split_once("[service]").unwrap();
    let wide = after.replacen("127.0.0.1:0", "0.0.0.0:8082", 1);
    fs::write(study.config(), format!("{before}[service]{wide}")).unwrap();
    let said = run(study.serve().args(["--door", "service"]));
    assert!(text(&said.stderr).contains("a Unix socket or a loopback address"), "{said:?}");
    let said = run(study.serve().args(["--door", "service", "--listen", "0.0.0.0:0"]));
    assert!(text(&said.stderr).contains("a Unix socket or a loopback address"), "{said:?}");

    fs::write(study.config(), &config).unwrap();
    let several = run(&mut study.serve());
    assert!(text(&several.stderr).contains("--door reach"), "{several:?}");
    let key = study.server().join("service.key");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    let said = run(study.serve().args(["--door", "service"]));
    assert!(text(&said.stderr).contains("anyone may read"), "{said:?}");
}
