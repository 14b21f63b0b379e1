//! What lines of hashes ask, and why some ask nothing.

use clap::Parser;

use super::*;
use crate::cli::{Cli, Command};

fn ask() -> AskArgs {
    let cli = Cli::parse_from(["suoja", "match", "--surface", "uploads"]);
    let Command::Match(args) = cli.command else { panic!("another command") };
    args.ask
}

fn lines(text: &str) -> Vec<HashLine> {
    let mut input = BufReader::new(text.as_bytes());
    let (mut all, mut number) = (Vec::new(), 0);
    loop {
        let (lines, end) = batch(&mut input, &ask(), &mut number);
        all.extend(lines);
        if let Some(end) = end {
            end.unwrap();
            return all;
        }
    }
}

const PRINT: &str = "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f";

#[test]
fn a_flat_line_asks_about_one_hash_of_unknown_quality() {
    let read = lines(&format!("pdq {PRINT}\r\n\n md5\t0123456789abcdef0123456789abcdef"));
    assert_eq!(read.len(), 2);
    let prints = read[0].question.pdq.as_ref().unwrap();
    assert_eq!((prints.prints.len(), prints.quality), (1, None));
    assert_eq!(read[0].question.surface.as_deref(), Some("uploads"));
    assert_eq!((read[1].number, read[1].question.exact.len()), (3, 1));
}

#[test]
fn an_object_asks_about_everything_that_it_has() {
    let line = format!(
        "{{\"path\":\"a.jpg\",\"pdq\":\"{PRINT}\",\"quality\":90,\"md5\":\"0123456789abcdef0123456789abcdef\",\
         \"sha1\":null,\"orientations\":{{\"original\":\"{PRINT}\",\"flip_x\":\"{PRINT}\"}},\"error\":null,\
         \"something\":\"new\"}}"
    );
    let read = lines(&line);
    let prints = read[0].question.pdq.as_ref().unwrap();
    let turns: Vec<Orientation> = prints.prints.iter().map(|(turn, _)| *turn).collect();
    assert_eq!(turns, [Orientation::Original, Orientation::FlipX]);
    assert_eq!((prints.quality, read[0].question.exact.len()), (Some(90), 1));
    assert_eq!((read[0].path.as_deref(), &read[0].error), (Some("a.jpg"), &None));
}

#[test]
fn a_picture_that_was_not_decoded_is_not_forgotten() {
    let cut = lines(&format!("{{\"pdq\":\"{PRINT}\",\"quality\":90,\"whole\":false}}"));
    assert!(cut[0].error.as_ref().unwrap().contains("damaged"));
    let broken =
        lines("{\"md5\":\"0123456789abcdef0123456789abcdef\",\"error\":\"it is damaged\"}");
    assert_eq!(broken[0].error.as_deref(), Some("it is damaged"));
    assert_eq!(broken[0].question.exact.len(), 1, "its digests are compared all the same");
}

#[test]
fn a_fingerprint_of_another_mode_or_of_one_frame_of_many_is_not_taken_for_the_whole() {
    let md5 = "0123456789abcdef0123456789abcdef";
    let mode =
        lines(&format!("{{\"pdq\":\"{PRINT}\",\"pdq_mode\":\"reference-512\",\"md5\":\"{md5}\"}}"));
    assert!(mode[0].error.as_ref().unwrap().contains("--mode full"));
    assert!(mode[0].question.pdq.is_none() && mode[0].question.exact.len() == 1);
    let full = lines(&format!("{{\"pdq\":\"{PRINT}\",\"pdq_mode\":\"full\",\"frames\":1}}"));
    assert!(full[0].error.is_none() && full[0].question.pdq.is_some());
    let frames = lines(&format!("{{\"pdq\":\"{PRINT}\",\"frames\":12}}"));
    assert!(frames[0].error.as_ref().unwrap().contains("first of its 12 frames"));
    assert!(frames[0].question.pdq.is_some(), "the first is compared all the same");
}

#[test]
fn what_is_no_hash_says_so_and_does_not_repeat_it() {
    for line in ["md5", "md5 zz", "colour 0123", "{\"pdq\":\"zz\"}", "{", "[]", "pdq \u{e9}"] {
        let read = lines(line);
        let error = read[0].error.as_ref().expect(line);
        assert!(!error.contains("zz") && !error.contains("colour"), "{error}");
        assert!(read[0].question.pdq.is_none() && read[0].question.exact.is_empty());
    }
    let empty = lines("{\"md5\":\"d41d8cd98f00b204e9800998ecf8427e\"}");
    assert!(empty[0].question.exact.is_empty(), "the hash of nothing is no question");
}

#[test]
fn a_line_without_an_end_is_refused() {
    let mut input = BufReader::new(io::repeat(b'a').take(2 * LONGEST));
    let (lines, end) = batch(&mut input, &ask(), &mut 0);
    assert!(lines.is_empty());
    assert!(end.unwrap().unwrap_err().to_string().contains("line 1"));
}
