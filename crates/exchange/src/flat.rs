//! Flat lists: one `kind hash` a line, or one hash a line of one kind.
//!
//! Source: python-threatexchange, `exchanges/impl/file_api.py` (local_file), read at commit baefb4ed.
//! As there, white space around a line is dropped, kind and hash are parted by the first space, and
//! an empty line is nothing. There are no comments. Beyond it: tabs part as well, and a line with a
//! kind and no hash is a row that is no good, where the peer passes over it.

use std::io::BufRead;

use crate::input::{Input, Line};
use crate::{BadRow, Change, Fault, HashKind, HashValue, Reason, Row};

pub(crate) struct Flat<R> {
    input: Input<R>,
    kind: Option<HashKind>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Flat<R> {
    pub(crate) fn new(input: Input<R>, kind: Option<HashKind>) -> Self {
        Self { input, kind, buffer: Vec::new() }
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        loop {
            let line = self.input.line();
            let read = match self.input.read_line(&mut self.buffer) {
                Ok(Line::End) => return None,
                Ok(Line::TooLong) => Err(Reason::LongLine),
                Ok(Line::Whole) => match self.buffer.trim_ascii() {
                    [] => continue,
                    text => hash(self.kind, text),
                },
                Err(error) => return Some(Err(self.input.error(&error).into())),
            };
            let row = read.map(|hash| Row::new(Change::Add(hash), line));
            return Some(row.map_err(|reason| BadRow { line, reason }.into()));
        }
    }
}

fn hash(kind: Option<HashKind>, line: &[u8]) -> Result<HashValue, Reason> {
    if let Some(kind) = kind {
        return Ok(HashValue::parse(kind, line)?);
    }
    let end = line.iter().position(u8::is_ascii_whitespace).unwrap_or(line.len());
    let (name, rest) = line.split_at(end);
    let kind: HashKind = std::str::from_utf8(name).unwrap_or_default().parse()?;
    match rest.trim_ascii() {
        [] => Err(Reason::NoHash),
        text => Ok(HashValue::parse(kind, text)?),
    }
}
