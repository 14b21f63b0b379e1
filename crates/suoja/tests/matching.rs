//! Lists from the command line: their whole way, an import that is killed again and again, files and folders
//! compared with them. Pictures are drawn here, hashes invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::Duration;

use lists::{House, folder, picture, print};

mod lists;

#[test]
fn a_list_goes_its_whole_way_and_says_no_hash_unasked() {
    let house = House::new();
    fs::write(house.path("a.txt"), format!("pdq {}\npdq {}\n", print(1), print(2))).unwrap();
    let mut told = house.ok(&["list", "diff", "one", "a.txt"]);
    assert!(told.contains("2 rows added"));
    told += &house.ok(&["list", "import", "one", "a.txt"]);
    assert!(told.contains("Import 1: 2 rows added, 0 known before, 0 taken off."), "{told}");
    told += &house.ok(&["list", "import", "one", "a.txt"]);
    assert!(told.contains("0 rows added, 2 known before"), "{told}");
    told += &house.ok(&["list", "show"]);
    told += &house.ok(&["list", "show", "one"]);
    told += &house.ok(&["list", "check", "one"]);
    assert!(told.contains("2 rows counted, 2 fingerprints looked up in the index, 0 faults"));
    let (status, found) = house.asked(&["match", "-"], &format!("pdq {}\n", print(1)));
    assert_eq!((status, found[0]["outcome"].as_str()), (1, Some("match")));
    told += &found[0].to_string();
    house.ok(&["list", "export", "one", "--to", "out.txt", "--format", "flat"]);
    assert_eq!(fs::read(house.path("out.txt")).unwrap(), fs::read(house.path("a.txt")).unwrap());
    assert_eq!(fs::metadata(house.path("out.txt")).unwrap().permissions().mode() & 0o777, 0o600);
    let again = house.run(&["list", "export", "one", "--to", "out.txt"]);
    assert!(!again.status.success() && house.path("out.txt").exists());
    assert!(house.ok(&["list", "show", "one", "--hashes"]).contains(&print(2)));
    let (_, found) = house.asked(&["match", "--details", "-"], &format!("pdq {}\n", print(1)));
    let finding = &found[0]["findings"][0];
    assert_eq!((finding["hash"].as_str(), finding["row"].as_i64()), (Some(&*print(1)), Some(1)));

    told += &house.ok(&["list", "feedback", "one", "1", "denied", "--by", "A. Example"]);
    let (status, _) = house.asked(&["match", "-"], &format!("pdq {}\n", print(1)));
    assert_eq!(status, 0);
    let gone = format!("pdq {}\n", print(2));
    let mut child = house.command(&["list", "withdraw", "one", "-"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(gone.as_bytes()).unwrap();
    let withdrawn = child.wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&withdrawn.stdout).contains("1 taken off"));
    for seed in [1, 2] {
        assert!(!told.contains(&print(seed)[..12]) && !told.contains(&print(seed)[52..]), "{told}");
    }
}

#[test]
fn malformed_rows_are_shown_by_line_and_nothing_is_taken_over() {
    let house = House::new();
    let rows = format!("pdq {}\nmd5 nonsense\ncolour red\npdq {}\n", print(1), print(2));
    fs::write(house.path("bad.txt"), rows).unwrap();
    let refused = house.run(&["list", "import", "one", "bad.txt"]);
    let told = String::from_utf8(refused.stdout).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(told.contains("line 2: ") && told.contains("line 3: "), "{told}");
    assert!(told.contains("Nothing was taken over") && !told.contains("nonsense"), "{told}");
    let told = house.ok(&["list", "import", "one", "bad.txt", "--skip-malformed"]);
    assert!(told.contains("2 rows added"), "{told}");
}

#[test]
fn an_import_that_is_killed_again_and_again_counts_whole_or_not_at_all() {
    let house = House::new();
    let rows: String = (1..=300_000).map(|number| format!("pdq {}\n", print(number))).collect();
    fs::write(house.path("long.txt"), &rows).unwrap();
    let asked = format!("pdq {}\n", print(1));
    let (mut patience, mut kills) = (Duration::from_millis(300), 0);
    loop {
        let mut import = house.command(&["list", "import", "one", "long.txt"]);
        let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let begun = std::time::Instant::now();
        let ended = loop {
            match import.try_wait().unwrap() {
                Some(status) => break Some(status),
                None if begun.elapsed() > patience => break None,
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        if let Some(status) = ended {
            assert!(status.success());
            break;
        }
        import.kill().unwrap();
        import.wait().unwrap();
        kills += 1;
        patience = patience * 3 / 2;
        // Either nothing of it counts, or all of it: it may have been killed after its last commit.
        let (_, found) = house.asked(&["match", "-"], &asked);
        if found[0]["outcome"] == "match" {
            break;
        }
        assert_eq!(found[0]["outcome"], "not_answered");
    }
    assert!(kills >= 1, "the import was quicker than the test");
    house.ok(&["list", "import", "one", "long.txt"]);
    house.ok(&["list", "export", "one", "--to", "out.txt", "--format", "flat"]);
    assert!(fs::read_to_string(house.path("out.txt")).unwrap() == rows, "each row once, in order");
    house.ok(&["list", "check", "one"]);
    for number in [1, 150_000, 300_000] {
        let (status, _) = house.asked(&["match", "-"], &format!("pdq {}\n", print(number)));
        assert_eq!(status, 1);
    }
}

#[test]
fn files_are_matched_as_they_are_and_mirrored_and_by_what_hash_writes() {
    let house = folder();
    fs::write(house.path("files/mirrored.bmp"), picture(1, true)).unwrap();
    fs::write(house.path("files/other.bmp"), picture(2, false)).unwrap();
    let outcome = |words: &[&str]| {
        let (status, found) = house.asked(&[&["match"][..], words].concat(), "");
        (status, found[0]["outcome"].as_str().unwrap().to_owned())
    };
    assert_eq!(outcome(&["files/listed.bmp"]), (1, "match".to_owned()));
    assert_eq!(outcome(&["files/mirrored.bmp"]), (1, "match".to_owned()));
    assert_eq!(outcome(&["--as-stored", "files/mirrored.bmp"]), (0, "no_match".to_owned()));
    assert_eq!(outcome(&["files/other.bmp"]), (0, "no_match".to_owned()));
    let (status, found) = house.asked(&["match", "files/missing.bmp"], "");
    assert_eq!((status, found[0]["outcome"].as_str()), (2, Some("not_answered")));
    assert!(found[0]["error"].is_string());
    let lines =
        house.run(&["hash", "--format", "json", "files/other.bmp", "files/listed.bmp"]).stdout;
    let (status, found) = house.asked(&["match"], &String::from_utf8(lines).unwrap());
    let outcomes: Vec<&str> = found.iter().map(|own| own["outcome"].as_str().unwrap()).collect();
    assert_eq!((status, outcomes), (1, vec!["no_match", "match"]));
    let (status, _) = house.asked(&["match", "--lists", "nowhere", "-"], "");
    assert_eq!(status, 2, "an error is no match");
}

#[test]
fn an_import_that_was_killed_does_not_go_on_with_other_columns() {
    let house = House::new();
    let line = |number| format!("{},{}\n", print(number), print(number + 1_000_000));
    let rows: String = (1..=300_000).map(line).collect();
    fs::write(house.path("table.csv"), rows).unwrap();
    let words = ["list", "import", "one", "table.csv", "--columns"];
    let with = |columns: &'static str| [&words[..], &[columns]].concat();
    let mut import = house.command(&with("header=no,pdq=1"));
    let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    // Until some rows are written and not all.
    let begun = || house.ok(&["list", "show", "one"]).contains("broken off");
    while !begun() {
        assert!(import.try_wait().unwrap().is_none(), "the import was quicker than the test");
        std::thread::sleep(Duration::from_millis(5));
    }
    import.kill().unwrap();
    import.wait().unwrap();
    let refused = house.run(&with("header=no,pdq=2"));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(!refused.status.success() && said.contains("read in the same way"), "{said}");
    house.ok(&with("header=no,pdq=1"));
    let (status, _) = house.asked(&["match", "-"], &format!("pdq {}\n", print(1)));
    assert_eq!(status, 1);
    house.ok(&with("header=no,pdq=2"));
}
