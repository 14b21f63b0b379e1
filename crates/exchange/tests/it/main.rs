//! Lists as outside parties write them, all invented: what is read, what is refused, and with which words.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod detect;
mod flat;
mod hostile;
mod ncmec;
mod notice;
mod pytx;
mod round_trip;
mod stopncii;
mod table;
mod twin;

use exchange::{BadRow, Fault, Reason, Row, Rows, Shape};

/// A PDQ, an MD5 and a SHA-1 that nobody computed.
const PDQ: &str = "f00f0000000000000000000000000000000000000000000000000000000000aa";
const MD5: &str = "0123456789abcdef0123456789abcdef";
const SHA1: &str = "0123456789abcdef0123456789abcdef01234567";

/// All rows of a list.
fn read(list: &[u8], shape: &Shape) -> Vec<Result<Row, Fault>> {
    match Rows::new(list, shape) {
        Ok(rows) => rows.collect(),
        Err(broken) => vec![Err(broken.into())],
    }
}

/// The rows of a list without a fault.
fn good(list: &str, shape: &Shape) -> Vec<Row> {
    read(list.as_bytes(), shape).into_iter().map(Result::unwrap).collect()
}

/// The rows that are no good.
fn bad(list: &str, shape: &Shape) -> Vec<(u64, Reason)> {
    let faults = read(list.as_bytes(), shape).into_iter().filter_map(Result::err);
    let row = |fault| match fault {
        Fault::Row(BadRow { line, reason }) => (line, reason),
        Fault::Broken(broken) => panic!("{broken}"),
    };
    faults.map(row).collect()
}

/// What a row says, in short.
fn told(row: &Row) -> String {
    let hash = row.hash().map(|hash| format!("{} {}", hash.kind(), &hash.text()[..6]));
    let of = |text: &Option<Box<str>>| text.as_deref().unwrap_or("-").to_owned();
    let (hash, changed) =
        (hash.unwrap_or("-".to_owned()), row.changed.map(|time| time.to_string()));
    format!(
        "{} {:?} {hash} member {} entry {} class {} tags {} changed {}",
        row.line,
        row.action(),
        of(&row.member),
        of(&row.entry),
        of(&row.class),
        row.tags.join("+"),
        changed.unwrap_or("-".to_owned())
    )
}
