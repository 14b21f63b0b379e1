//! Bytes that mean harm, or nothing: no panic, no memory, no word of the list in what is said.

use std::io::{self, BufReader, Read};

use exchange::{BrokenReason, Fault, HashKind, Reason, Rows, Shape};
use proptest::prelude::*;

use crate::{MD5, PDQ, bad, good, read};

fn shapes() -> Vec<Shape> {
    let columns = "kind=1,hash=2,member=3,changed=4,action=5";
    vec![
        Shape::Flat { kind: None },
        Shape::Flat { kind: Some(HashKind::TmkPdqf) },
        Shape::Csv(columns.parse().unwrap()),
        Shape::Rollup { kind: HashKind::Md5 },
        Shape::Updates,
        Shape::Ncmec,
        Shape::StopNcii,
    ]
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_an_end_the_same_in_pieces_of_any_size(
        list in prop::collection::vec(
            prop_oneof![
                any::<u8>().prop_map(|byte| vec![byte]),
                prop::sample::select(vec![
                    "\n", "\r\n", "\"", ",", "md5 ", MD5, "<queryResult>", "<images>", "</images>", "<image>",
                    "<id>", "</id>", "<md5>", "&amp;", "{\"data\":[", "{\"hashRecords\":[", "{", "}", "[", "]",
                    "\u{feff}",
                ])
                .prop_map(|text: &str| text.as_bytes().to_vec()),
            ],
            0..30
        ).prop_map(|pieces| pieces.concat()),
        buffer in 1_usize..20,
    ) {
        for shape in shapes() {
            let whole = read(&list, &shape);
            let pieces: Vec<_> = match Rows::new(BufReader::with_capacity(buffer, &list[..]), &shape) {
                Ok(rows) => rows.collect(),
                Err(broken) => vec![Err(broken.into())],
            };
            prop_assert_eq!(whole, pieces);
        }
    }
}

#[test]
fn nothing_that_stands_in_a_list_is_said_again() {
    let secret = "SECRET5ecret";
    let lists = [
        format!("{secret}\n{secret} {secret}\nmd5 {secret}\n"),
        format!(
            "md5,{secret}\n{secret},{MD5}\nmd5,{MD5},{secret}\u{0}\nmd5,{MD5},a,{secret}\nmd5,{MD5},a,,{secret}\nmd5,\"{secret}"
        ),
        format!("<queryResult><images><image><id>{secret}</id></image><{secret}></images>"),
        format!("<{secret}>"),
        format!("<queryResult>&{secret};"),
        format!(
            "{{\"data\":[{{\"id\":[\"{secret}\"]}}, {{\"id\":\"1\",\"indicator\":\"{secret}\",\"type\":\"{secret}\"}}], \"{secret}\""
        ),
        format!("{{\"hashRecords\":[{{\"{secret}\":\"{secret}\"}}, {secret}"),
    ];
    for shape in shapes() {
        for list in &lists {
            for fault in read(list.as_bytes(), &shape).into_iter().filter_map(Result::err) {
                let said = format!("{fault} {fault:?}").to_lowercase();
                assert!(!said.contains("secret5"), "{said}");
            }
        }
    }
    let row = &good(&format!("netclean {secret}"), &Shape::Flat { kind: None })[0];
    assert!(!format!("{row:?}").contains(secret));
    assert!(!format!("{:?}", good(&format!("pdq {PDQ}"), &shapes()[0])).contains("f00f"));
}

#[test]
fn nul_and_what_is_no_text_cost_their_row_only() {
    let list = [b"md5 \0\n\xff\xfe \xff\nmd5\0 x\n".as_slice(), format!("md5 {MD5}\n").as_bytes()]
        .concat();
    let rows = read(&list, &Shape::Flat { kind: None });
    let good: Vec<bool> = rows.iter().map(Result::is_ok).collect();
    assert_eq!(good, [false, false, false, true]);
    let table =
        [b"md5,\"a\0b\"\n\xff,\xff\n".as_slice(), format!("md5,{MD5}\n").as_bytes()].concat();
    let rows = read(&table, &Shape::Csv("kind=1,hash=2".parse().unwrap()));
    let good: Vec<bool> = rows.iter().map(Result::is_ok).collect();
    assert_eq!(good, [false, false, true]);
}

#[test]
fn a_mark_of_byte_order_and_both_ends_of_line_are_no_matter() {
    for list in [format!("\u{feff}md5 {MD5}\r\nmd5 {MD5}"), format!("md5 {MD5}\nmd5 {MD5}\n\r\n\n")]
    {
        assert_eq!(good(&list, &Shape::Flat { kind: None }).len(), 2, "{list:?}");
    }
    let table = format!("\u{feff}md5\r\n{MD5}\r\n");
    assert_eq!(good(&table, &Shape::Csv("md5=md5".parse().unwrap())).len(), 1);
}

#[test]
fn a_line_of_fifty_megabytes_costs_one_row() {
    let list = BufReader::new(
        io::repeat(b'a').take(50 << 20).chain(io::Cursor::new(format!("\nmd5 {MD5}\n"))),
    );
    let rows: Vec<_> = Rows::new(list, &Shape::Flat { kind: None }).unwrap().collect();
    let Err(Fault::Row(first)) = &rows[0] else { panic!("the first line is no row") };
    assert_eq!((first.line, first.reason), (1, Reason::LongLine));
    assert_eq!(rows[1].as_ref().unwrap().line, 2);
}

#[test]
fn json_and_tables_without_end_are_given_up_at_their_limit() {
    for (shape, begins) in [
        (Shape::StopNcii, "{\"hashRecords\":[\n\""),
        (Shape::StopNcii, "{\n\""),
        (Shape::Updates, "{\"data\":[\n["),
        (Shape::Csv("md5=1".parse().unwrap()), "\n\""),
    ] {
        let list = BufReader::new(io::Cursor::new(begins).chain(io::repeat(b'[').take(50 << 20)));
        let rows: Vec<_> = Rows::new(list, &shape).unwrap().collect();
        let [Err(Fault::Broken(broken))] = &rows[..] else { panic!("{begins}") };
        assert_eq!(broken.line, 2, "{begins}");
        assert!(matches!(broken.reason, BrokenReason::LargePiece(_)), "{begins}");
    }
}

/// A disk that fails in the middle of a line.
struct Failing<'a>(&'a [u8]);

impl Read for Failing<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.0.read(into)? {
            0 => Err(io::Error::from(io::ErrorKind::TimedOut)),
            read => Ok(read),
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_on_is_never_taken_for_a_whole_list() {
    for (shape, begins) in shapes().into_iter().zip([
        &format!("md5 {MD5}\nmd5 0123"),
        "one\ntwo",
        "md5,x\nmd5,",
        "x,1,mine,\n",
        "{\"data\": [\n",
        "<queryResult>\n",
        "{\"hashRecords\": [\n",
    ]) {
        let rows: Vec<_> =
            Rows::new(BufReader::new(Failing(begins.as_bytes())), &shape).unwrap().collect();
        let Some(Err(Fault::Broken(broken))) = rows.last() else { panic!("{begins}") };
        assert!(matches!(broken.reason, BrokenReason::Io(_)), "{begins}: {broken}");
        assert_eq!(broken.line, 2, "{begins}");
    }
}

#[test]
fn a_reason_is_a_sentence_with_its_line() {
    let faults = bad("md5 x\n", &Shape::Flat { kind: None });
    assert_eq!(faults.len(), 1);
    let said = read(b"md5 x\n", &Shape::Flat { kind: None }).remove(0).unwrap_err().to_string();
    assert_eq!(said, "line 1: a hash of the kind md5 is written as 32 hexadecimal digits");
}
