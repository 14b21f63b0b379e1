//! Archives that hide a listed picture from whoever reads them in part.

use std::fs;
use std::io::{Cursor, Write};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::SimpleFileOptions;

use super::lists::{House, folder, picture};
use super::scan;

/// A house without any listed file but those that a test puts there.
fn empty() -> House {
    let house = folder();
    fs::remove_file(house.path("files/listed.bmp")).unwrap();
    house
}

/// Whether a scan of this one file finds the listed picture, and whether it says that something was not read.
fn seen(name: &str, bytes: &[u8]) -> (bool, bool) {
    let house = empty();
    fs::write(house.path("files").join(name), bytes).unwrap();
    let (status, found) = scan(&house, &["--allow-other-files", "files"]);
    let has = |result: &str| found.values().any(|own| own == result);
    let (matched, unread) = (has("match"), has("not_read"));
    assert_eq!(status, if matched { 1 } else { 2 }, "{name}: {found:?}");
    (matched, unread)
}

fn tar_of(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut head = tar::Header::new_gnu();
        head.set_entry_type(*kind);
        head.set_size(bytes.len() as u64);
        head.set_mode(0o600);
        tar.append_data(&mut head, name, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

fn gzip_of(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same bytes with every occurrence of a word replaced by one of its length.
fn renamed(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> =
        (0..bytes.len() - from.len()).filter(|at| bytes[*at..].starts_with(from)).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
fn a_zip_is_read_whole_or_says_that_it_was_not() {
    let (listed, other) = (picture(1, false), picture(2, false));
    let twice = zip_of(&[("one.bmp", &listed), ("two.bmp", &other)]);
    let twice = renamed(twice, b"one.bmp", b"two.bmp");
    assert_eq!(seen("twice.zip", &twice), (false, true));
    let as_folder = renamed(zip_of(&[("a.bmpX", &listed)]), b"a.bmpX", b"a.bmp/");
    assert_eq!(seen("folder.zip", &as_folder), (true, false));
    let behind = [&other[..], &zip_of(&[("a.bmp", &listed)])].concat();
    assert_eq!(seen("behind.bmp", &behind), (true, false));
    let stub = [&b"MZ\x90\0"[..], &[0; 4000], &zip_of(&[("a.bmp", &listed)])].concat();
    assert_eq!(seen("setup.exe", &stub), (true, false));
}

#[test]
fn a_tar_is_read_to_its_end_whatever_its_entries_say_they_are() {
    let (listed, other) = (picture(1, false), picture(2, false));
    let file = tar::EntryType::Regular;
    let first = tar_of(&[("other.bmp", file, &other)]);
    let second = tar_of(&[("listed.bmp", file, &listed)]);
    let both = [&first[..], &second].concat();
    assert_eq!(seen("joined.tar", &both), (true, false));
    assert_eq!(seen("joined.tgz", &gzip_of(&both)), (true, false));
    let members = [gzip_of(&first), gzip_of(&second)].concat();
    assert_eq!(seen("members.tgz", &members), (true, false));
    for kind in [b'Q', b'5', b'2', b'D'] {
        let odd = tar_of(&[("listed.bmp", tar::EntryType::new(kind), &listed)]);
        assert_eq!(seen("odd.tar", &odd), (true, false), "{kind}");
    }
    let continued = tar_of(&[("listed.bmp", tar::EntryType::new(b'M'), &listed[9000..])]);
    assert_eq!(seen("volume.tar", &continued), (false, true));
}

#[test]
fn a_tar_without_a_mark_is_one_all_the_same() {
    let listed = picture(1, false);
    let mut head = tar::Header::new_old();
    head.set_path("listed.bmp").unwrap();
    head.set_size(listed.len() as u64);
    head.set_mode(0o600);
    head.set_cksum();
    let mut tar = [head.as_bytes(), &listed[..]].concat();
    tar.resize(tar.len().next_multiple_of(512) + 1024, 0);
    assert_eq!(seen("old.tar", &tar), (true, false));
    assert_eq!(seen("old.tgz", &gzip_of(&tar)), (true, false));
}

/// An entry of a hundred million bytes, nearly all of them a hole.
fn sparse(name: &str) -> Vec<u8> {
    const SIZE: u64 = 100 << 20;
    let mut head = tar::Header::new_gnu();
    head.set_path(name).unwrap();
    head.set_entry_type(tar::EntryType::GNUSparse);
    head.set_size(1);
    head.set_mode(0o600);
    let gnu = head.as_gnu_mut().unwrap();
    let octal = |field: &mut [u8; 12], number: u64| {
        field.copy_from_slice(format!("{number:011o}\0").as_bytes());
    };
    octal(&mut gnu.sparse[0].offset, SIZE - 1);
    octal(&mut gnu.sparse[0].numbytes, 1);
    octal(&mut gnu.realsize, SIZE);
    head.set_cksum();
    [&head.as_bytes()[..], &[0; 512]].concat()
}

#[test]
fn holes_are_counted_as_what_they_unpack_to() {
    let house = empty();
    let tar: Vec<u8> = (0..5).flat_map(|at| sparse(&format!("{at}.raw"))).collect();
    fs::write(house.path("files/holes.tar"), tar).unwrap();
    let (status, found) = scan(&house, &["--all", "files"]);
    assert_eq!(status, 2);
    let unread = found.values().filter(|result| *result == "not_read").count();
    assert_eq!(unread, 5, "none of them fits into what so small an archive may give: {found:?}");
}
