//! Folders and archives compared with lists: what is listed is found, and nothing is called clean that was not
//! compared.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use lists::{House, folder, picture, print};

mod archives;
mod kept;
#[path = "../lists/mod.rs"]
mod lists;

/// Scans; gives the status, and the result of each path or part.
fn scan(house: &House, words: &[&str]) -> (i32, BTreeMap<String, String>) {
    let words = [&["scan", "--format", "jsonl"][..], words].concat();
    let (status, objects) = house.asked(&words, "");
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

    let (status, found) = scan(&house, &["--all", "files"]);
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
    let (status, found) = scan(&house, &["files"]);
    let left: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!((status, left), (2, vec!["files/damaged.png"]));
    fs::remove_file(house.path("files/damaged.png")).unwrap();
    assert_eq!(scan(&house, &["files"]).0, 2, "nothing could be compared about the note");
    assert_eq!(scan(&house, &["--allow-other-files", "files"]), (0, BTreeMap::new()));
    assert_eq!(scan(&house, &["nowhere"]).0, 2);
}

#[test]
fn a_scan_goes_on_by_its_journal_and_reads_again_what_has_changed() {
    let house = folder();
    fs::write(house.path("files/other.bmp"), picture(2, false)).unwrap();
    let words = ["--journal", "scan.journal", "--all", "files"];
    let first = scan(&house, &words);
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
    assert_eq!(scan(&house, &words), first);
    assert_eq!(fs::read_to_string(house.path("scan.journal")).unwrap().lines().count(), 3);
    fs::write(house.path("files/other.bmp"), picture(1, false)).unwrap();
    let (_, found) = scan(&house, &words);
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
    let (status, found) = scan(&house, &["--all", "files"]);
    assert_eq!(status, 2);
    assert!(found.values().any(|result| result == "not_read"), "{found:?}");
    assert!(found.keys().all(|place| Path::new(place).starts_with("files")));
}
