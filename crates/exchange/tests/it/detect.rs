//! Formats told by their first bytes.

use exchange::{Format, UnknownFormat, detect};

use crate::{MD5, PDQ};

#[test]
fn each_format_is_told_by_its_first_bytes() {
    let updates = format!(r#"{{"data":[{{"id":"1","indicator":"{MD5}""#);
    for (first, format) in [
        (format!("pdq {PDQ}\n"), Format::Flat),
        (format!("\u{feff}\n{MD5}\r\n"), Format::Flat),
        (format!("{PDQ},11,2020-07-31T18:47:52+0000,\"a b\"\n"), Format::Rollup),
        (format!("{PDQ},11,12,mine,\n"), Format::Rollup),
        ("kind,hash,member\n".to_owned(), Format::Csv),
        (format!("{MD5},A,7\n"), Format::Csv),
        ("Severity;Hash\n".to_owned(), Format::Csv),
        ("<?xml version='1.0'?>\n<queryResult xmlns='x'>".to_owned(), Format::Ncmec),
        ("{\"count\":0,\"hashRecords\":[".to_owned(), Format::StopNcii),
        (updates, Format::Updates),
    ] {
        assert_eq!(detect(first.as_bytes()), Some(format), "{first}");
    }
}

#[test]
fn what_nothing_fits_is_not_guessed() {
    for first in ["", " \n", "hello", "{}", "[1]", "<html>", "\u{0}\u{1}", "pdq"] {
        assert_eq!(detect(first.as_bytes()), None, "{first}");
    }
    assert_eq!(detect(b"\xff\xfe\x00"), None);
}

#[test]
fn formats_go_by_their_names() {
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
        assert!(UnknownFormat.to_string().contains(format.name()));
    }
    assert_eq!("xml".parse::<Format>(), Err(UnknownFormat));
}
