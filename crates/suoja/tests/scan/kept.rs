//! What a scan is given and what it writes: links, journals, tables, closed pipes.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Stdio};

use super::lists::{House, folder, picture, print};
use super::scan;

#[test]
fn a_link_that_is_given_is_followed_and_a_device_is_an_error() {
    let house = folder();
    symlink("files", house.path("to-folder")).unwrap();
    symlink("files/listed.bmp", house.path("to-file")).unwrap();
    symlink("nowhere", house.path("to-nothing")).unwrap();
    let (status, found) = scan(&house, &["to-folder"]);
    assert_eq!((status, found["to-folder/listed.bmp"].as_str()), (1, "match"));
    let (status, found) = scan(&house, &["to-file"]);
    assert_eq!((status, found.len()), (1, 1), "{found:?}");
    for nothing in ["to-nothing", "/dev/null"] {
        let (status, found) = scan(&house, &[nothing]);
        assert_eq!((status, found[nothing].as_str()), (2, "not_read"));
    }
}

#[test]
fn pictures_and_films_that_are_not_decoded_are_not_called_clean() {
    let house = folder();
    fs::remove_file(house.path("files/listed.bmp")).unwrap();
    let mut disc = vec![0; 0x8001];
    disc.extend(b"CD001\x01");
    let cases: [(&str, &[u8], &str); 7] = [
        ("a.jp2", b"\0\0\0\x0cjP  \r\n\x87\n\0\0", "not_decoded"),
        ("a.ppm", b"P6\n1 1\n255\nabc", "not_decoded"),
        ("a.mov", b"\0\0\0\x08wide\0\0\0\0mdat", "not_decoded"),
        ("a.wmv", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", "not_decoded"),
        ("a.pdf", b"%PDF-1.7\n", "not_decoded"),
        ("a.iso", &disc, "not_read"),
        ("a.lz4", b"\x04\x22\x4d\x18rest", "not_read"),
    ];
    for (name, bytes, wanted) in cases {
        let file = format!("files/{name}");
        fs::write(house.path(&file), bytes).unwrap();
        let (status, found) = scan(&house, &["--allow-other-files", "files"]);
        assert_eq!((status, found[&file].as_str()), (2, wanted));
        fs::remove_file(house.path(&file)).unwrap();
    }
}

#[test]
fn an_animation_is_not_called_clean_after_its_first_frame() {
    let house = folder();
    let frames = [2, 1].map(|seed| {
        let decoded = image::load_from_memory(&picture(seed, false)).unwrap();
        image::Frame::new(decoded.into_rgba8())
    });
    let mut gif = Vec::new();
    image::codecs::gif::GifEncoder::new(&mut gif).encode_frames(frames).unwrap();
    fs::write(house.path("moving.gif"), gif).unwrap();
    let (status, found) = scan(&house, &["moving.gif"]);
    assert_eq!((status, found["moving.gif"].as_str()), (2, "not_answered"));
    let line = house.run(&["hash", "--format", "json", "moving.gif"]).stdout;
    let (status, told) = house.asked(&["match"], &String::from_utf8(line).unwrap());
    assert_eq!((status, told[0]["outcome"].as_str()), (2, Some("not_answered")));
}

#[test]
fn a_journal_is_a_file_of_one_scan_and_no_part_of_it() {
    let house = folder();
    let words = ["--journal", "files/scan.journal", "--all", "files"];
    let (_, found) = scan(&house, &words);
    assert_eq!(found["files/scan.journal"], "special");
    assert_eq!(scan(&house, &words), (1, found), "the same when it goes on");
    let refused = |journal: &str, says: &str| {
        let output = house.run(&["scan", "--journal", journal, "files"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && said.contains(says), "{said}");
    };
    let held = File::open(house.path("files/scan.journal")).unwrap();
    held.lock().unwrap();
    refused("files/scan.journal", "another scan writes it");
    refused("/dev/null", "a pipe or a device");
}

#[test]
fn what_may_pass_is_tried_again() {
    let house = folder();
    fs::write(house.path("files/damaged.png"), b"\x89PNG\r\n\x1a\nand something else").unwrap();
    fs::write(house.path("files/locked"), "a note").unwrap();
    fs::set_permissions(house.path("files/locked"), fs::Permissions::from_mode(0o000)).unwrap();
    scan(&house, &["--journal", "scan.journal", "files"]);
    let journal = fs::read_to_string(house.path("scan.journal")).unwrap();
    let noted = |name: &str| journal.contains(&data_encoding::HEXLOWER.encode(name.as_bytes()));
    assert!(noted("files/listed.bmp") && noted("files/damaged.png"));
    // The superuser reads everything.
    let readable = File::open(house.path("files/locked")).is_ok();
    assert_eq!(noted("files/locked"), readable);
}

#[test]
fn a_table_has_nothing_that_a_terminal_obeys_and_keeps_the_bytes_of_names() {
    let house = folder();
    let odd = std::ffi::OsStr::from_bytes(b"files/\x1b[31m\xff.bmp");
    fs::rename(house.path("files/listed.bmp"), house.path("files").with_file_name(odd)).unwrap();
    let output = house.run(&["scan", "--format", "csv", "files"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let bytes = data_encoding::HEXLOWER.encode(odd.as_bytes());
    assert!(!text.contains('\x1b') && text.contains(&bytes), "{text}");
    let mut command = house.command(&["match"]);
    let matched = command.arg(odd).output().unwrap();
    assert!(String::from_utf8(matched.stdout).unwrap().contains(&bytes));
}

#[test]
fn a_reader_who_has_seen_enough_ends_a_listing_quietly() {
    let house = House::new();
    let rows: String = (0..5000).map(|number| format!("pdq {}\n", print(number))).collect();
    fs::write(house.path("rows.txt"), rows).unwrap();
    house.ok(&["list", "import", "one", "rows.txt"]);
    for words in
        [&["list", "show"][..], &["list", "show", "one"], &["list", "show", "one", "--hashes"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command: Command = house.command(words);
        let output = command.stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && said.is_empty(), "{words:?}: {said}");
    }
}

#[test]
fn hashes_that_are_handed_on_find_what_the_file_itself_finds() {
    let house = folder();
    fs::write(house.path("mirrored.bmp"), picture(1, true)).unwrap();
    let handed = |words: &[&str]| {
        let words = [&["hash", "--format", "json"][..], words, &["mirrored.bmp"]].concat();
        let lines = String::from_utf8(house.run(&words).stdout).unwrap();
        let (status, found) = house.asked(&["match"], &lines);
        (status, found[0]["outcome"].as_str().unwrap().to_owned())
    };
    assert_eq!(handed(&[]), (1, "match".to_owned()));
    let (status, outcome) = handed(&["--mode", "reference-512", "--orientations"]);
    assert_eq!((status, outcome.as_str()), (2, "not_answered"));
    let (status, found) = house.asked(&["match"], "\n\n");
    assert_eq!((status, found.len()), (2, 0), "nothing was asked");
}

#[test]
fn an_export_that_fails_leaves_nothing() {
    let house = folder();
    let mut taken = File::create(house.path("taken.csv")).unwrap();
    taken.write_all(b"something else").unwrap();
    assert!(!house.run(&["list", "export", "one", "--to", "taken.csv"]).status.success());
    assert_eq!(fs::read(house.path("taken.csv")).unwrap(), b"something else");
    // What an export that was killed left behind is no obstacle.
    fs::write(house.path(".out.csv.new"), "half of it").unwrap();
    house.ok(&["list", "export", "one", "--to", "out.csv"]);
    assert!(!house.path(".out.csv.new").exists() && house.path("out.csv").exists());
}
