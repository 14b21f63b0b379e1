//! Lists from the command line: their whole way, an import that is killed again and again, files and folders
//! compared with them. Pictures are drawn here, hashes invented.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

const SUOJA: &str = env!("CARGO_BIN_EXE_suoja");

/// A folder with an empty list `one`.
struct House {
    dir: TempDir,
}

impl House {
    fn new() -> Self {
        let house = Self { dir: tempfile::tempdir().unwrap() };
        let words = [
            "new",
            "one",
            "--title",
            "A list",
            "--source",
            "An invented source",
            "--class",
            "test",
        ];
        house.ok(&[&["list"][..], &words].concat());
        house
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(SUOJA);
        command.current_dir(self.dir.path()).args(words).stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    fn ok(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs with this standard input; gives the status and the objects that were printed.
    fn asked(&self, words: &[&str], input: &str) -> (i32, Vec<Value>) {
        let mut command = self.command(words);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let lines = String::from_utf8(output.stdout).unwrap();
        let objects = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        (output.status.code().unwrap(), objects)
    }

    /// Scans; gives the status, and the result of each path or part.
    fn scan(&self, words: &[&str]) -> (i32, BTreeMap<String, String>) {
        let words = [&["scan", "--format", "jsonl"][..], words].concat();
        let (status, objects) = self.asked(&words, "");
        let result = |own: &Value| {
            let place = format!(
                "{}{}",
                own["path"].as_str().unwrap(),
                own["inside"].as_str().map(|inside| format!(": {inside}")).unwrap_or_default()
            );
            (place, own["result"].as_str().unwrap().to_owned())
        };
        (status, objects.iter().map(result).collect())
    }

    /// The fingerprint of a file, as `suoja hash` writes it.
    fn hash(&self, file: &str) -> Value {
        let line = self.run(&["hash", "--format", "json", file]).stdout;
        serde_json::from_slice(&line).unwrap()
    }
}

/// An invented picture with much in it, as a BMP. Mirrored: left and right exchanged.
fn picture(seed: u32, mirrored: bool) -> Vec<u8> {
    const SIDE: u32 = 128;
    let mut bytes = b"BM".to_vec();
    let size = 54 + 3 * SIDE * SIDE;
    for number in [size, 0, 54, 40, SIDE, SIDE, 1 | 24 << 16, 0, 3 * SIDE * SIDE, 0, 0, 0, 0] {
        bytes.extend(number.to_le_bytes());
    }
    for y in 0..SIDE {
        for x in 0..SIDE {
            let x = if mirrored { SIDE - 1 - x } else { x };
            // Fields of sixteen pixels, each of a grey of its own.
            let field = (x / 16 + 8 * (y / 16) + 64 * seed).wrapping_mul(0x9e37_79b1);
            let field = (field ^ field >> 15).wrapping_mul(0x85eb_ca77);
            let grey = u8::try_from(field >> 24).unwrap();
            bytes.extend([grey, grey.wrapping_add(30), grey / 2]);
        }
    }
    bytes
}

/// An invented hash.
fn print(number: u64) -> String {
    let mut state = number;
    let mut word = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb)
    };
    (0..4).map(|_| format!("{:016x}", word())).collect()
}

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

/// A list with the hash of the picture of seed 1, and a folder of files.
fn folder() -> House {
    let house = House::new();
    fs::create_dir(house.path("files")).unwrap();
    fs::write(house.path("files/listed.bmp"), picture(1, false)).unwrap();
    let hashed = house.hash("files/listed.bmp");
    assert!(hashed["quality"].as_u64().unwrap() >= 50, "{hashed}");
    let row = format!("pdq {}\n", hashed["pdq"].as_str().unwrap());
    fs::write(house.path("list.txt"), row).unwrap();
    house.ok(&["list", "import", "one", "list.txt"]);
    house
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
fn a_scan_finds_what_is_listed_and_calls_nothing_clean_that_it_did_not_compare() {
    let house = folder();
    let write =
        |name: &str, bytes: &[u8]| fs::write(house.path("files").join(name), bytes).unwrap();
    write("other.bmp", &picture(2, false));
    write("note.txt", b"an invented note");
    write("empty", b"");
    write("damaged.png", b"\x89PNG\r\n\x1a\nand then something else");
    symlink("listed.bmp", house.path("files/link.bmp")).unwrap();
    let pipe = Command::new("mkfifo").arg(house.path("files/pipe")).status().unwrap();
    assert!(pipe.success());
    let mut tar =
        tar::Builder::new(flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast()));
    let mut head = tar::Header::new_gnu();
    let inner = picture(1, true);
    head.set_size(inner.len() as u64);
    head.set_mode(0o600);
    tar.append_data(&mut head, "deep/mirrored.bmp", &inner[..]).unwrap();
    let tar = tar.into_inner().unwrap().finish().unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, bytes) in [("in.bmp", picture(1, false)), ("more.tar.gz", tar)] {
        zip.start_file(name, options).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    write("archive.docx", &zip.finish().unwrap().into_inner());

    let (status, found) = house.scan(&["--all", "files"]);
    let wanted = [
        ("files/archive.docx", "other_not_compared"),
        ("files/archive.docx: in.bmp", "match"),
        ("files/archive.docx: more.tar.gz", "other_not_compared"),
        ("files/archive.docx: more.tar.gz/deep/mirrored.bmp", "match"),
        ("files/damaged.png", "not_decoded"),
        ("files/empty", "empty"),
        ("files/link.bmp", "special"),
        ("files/listed.bmp", "match"),
        ("files/note.txt", "other_not_compared"),
        ("files/other.bmp", "no_match"),
        ("files/pipe", "special"),
    ];
    let wanted = wanted.map(|(path, result)| (path.to_owned(), result.to_owned()));
    assert_eq!((status, found), (1, BTreeMap::from(wanted)));

    for matched in ["listed.bmp", "archive.docx"] {
        fs::remove_file(house.path("files").join(matched)).unwrap();
    }
    let (status, found) = house.scan(&["files"]);
    let left: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!((status, left), (2, vec!["files/damaged.png"]));
    fs::remove_file(house.path("files/damaged.png")).unwrap();
    assert_eq!(house.scan(&["files"]).0, 2, "nothing could be compared about the note");
    assert_eq!(house.scan(&["--allow-other-files", "files"]), (0, BTreeMap::new()));
    assert_eq!(house.scan(&["nowhere"]).0, 2);
}

#[test]
fn a_scan_goes_on_by_its_journal_and_reads_again_what_has_changed() {
    let house = folder();
    fs::write(house.path("files/other.bmp"), picture(2, false)).unwrap();
    let words = ["--journal", "scan.journal", "--all", "files"];
    let first = house.scan(&words);
    let journal = fs::read_to_string(house.path("scan.journal")).unwrap();
    assert_eq!(journal.lines().count(), 3, "its head and two files");
    let mode = fs::metadata(house.path("scan.journal")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(!journal.contains(house.hash("files/listed.bmp")["pdq"].as_str().unwrap()));
    // Killed within its last line: that file is read again, the other one is known.
    let cut = journal.len() - 10;
    File::options()
        .write(true)
        .open(house.path("scan.journal"))
        .unwrap()
        .set_len(cut as u64)
        .unwrap();
    assert_eq!(house.scan(&words), first);
    assert_eq!(fs::read_to_string(house.path("scan.journal")).unwrap().lines().count(), 3);
    fs::write(house.path("files/other.bmp"), picture(1, false)).unwrap();
    let (_, found) = house.scan(&words);
    assert_eq!(found["files/other.bmp"], "match");
    fs::write(house.path("more.txt"), format!("pdq {}\n", print(5))).unwrap();
    house.ok(&["list", "import", "one", "more.txt"]);
    let refused = house.run(&["scan", "--journal", "scan.journal", "files"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("begin a new journal"));
}

#[test]
fn a_bomb_is_a_result_of_its_own() {
    let house = folder();
    let mut zip = zip::ZipWriter::new(File::create(house.path("files/bomb.zip")).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    let options = options.compression_method(zip::CompressionMethod::Deflated);
    for name in ["one", "two", "three"] {
        zip.start_file(name, options).unwrap();
        let zeros = vec![0; 1 << 20];
        (0..100).for_each(|_| zip.write_all(&zeros).unwrap());
    }
    zip.finish().unwrap();
    fs::remove_file(house.path("files/listed.bmp")).unwrap();
    let (status, found) = house.scan(&["--all", "files"]);
    assert_eq!(status, 2);
    assert!(found.values().any(|result| result == "not_read"), "{found:?}");
    assert!(found.keys().all(|place| Path::new(place).starts_with("files")));
}
