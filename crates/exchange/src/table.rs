//! Tables whose columns the operator names.
//!
//! Read as RFC 4180 says, with a comma, a semicolon or a tab. White space around a field is dropped.
//! A row may hold several hashes, each in a column of its own; empty ones are passed over.

use std::collections::VecDeque;
use std::io::BufRead;

use crate::columns::{Column, Columns, HashColumn};
use crate::input::Input;
use crate::records::Records;
use crate::{
    Action, BadRow, Broken, BrokenReason, Change, Fault, HashKind, HashValue, Reason, Row, field,
};

pub(crate) struct Table<R> {
    records: Records<R>,
    places: Places,
    waiting: VecDeque<Result<Row, Fault>>,
}

/// The mapping with every column by its number.
struct Places {
    hashes: Vec<HashPlace>,
    member: Option<usize>,
    entry: Option<usize>,
    class: Option<usize>,
    tags: Option<usize>,
    changed: Option<usize>,
    action: Option<usize>,
}

enum HashPlace {
    Of(HashKind, usize),
    Named { kind: usize, hash: usize },
}

impl<R: BufRead> Table<R> {
    pub(crate) fn new(input: Input<R>, columns: &Columns) -> Result<Self, Broken> {
        let mut records = Records::new(input, columns.delimiter);
        let head = if columns.header { head(&mut records)? } else { Vec::new() };
        Ok(Self { records, places: Places::new(columns, &head)?, waiting: VecDeque::new() })
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        while self.waiting.is_empty() {
            match self.records.advance() {
                Ok(Some(line)) => self.read(line),
                Ok(None) => return None,
                Err(broken) => return Some(Err(broken.into())),
            }
        }
        self.waiting.pop_front()
    }

    fn read(&mut self, line: u64) {
        let bad = |reason| Err(Fault::Row(BadRow { line, reason }));
        let (row, action) = match self.beside(line) {
            Ok(read) => read,
            Err(reason) => return self.waiting.push_back(bad(reason)),
        };
        let mut any = false;
        for place in &self.places.hashes {
            let read = match hash(&self.records, place) {
                Ok(None) => continue,
                Ok(Some(hash)) => Ok(Row { change: action.of(hash), ..row.clone() }),
                Err(reason) => bad(reason),
            };
            any = true;
            self.waiting.push_back(read);
        }
        if any {
            return;
        }
        let entry = action == Action::Withdraw && row.entry.is_some();
        self.waiting.push_back(if entry { Ok(row) } else { bad(Reason::NoHash) });
    }

    /// What stands beside the hashes.
    fn beside(&self, line: u64) -> Result<(Row, Action), Reason> {
        let of = |place: Option<usize>| match place {
            None => Ok(&[][..]),
            Some(at) => self.records.field(at).ok_or(Reason::FewFields),
        };
        let places = &self.places;
        let row = Row {
            change: Change::WithdrawEntry,
            member: field::text("member", of(places.member)?)?,
            entry: field::text("entry", of(places.entry)?)?,
            class: field::text("class", of(places.class)?)?,
            tags: field::tags(of(places.tags)?)?,
            changed: field::time(of(places.changed)?)?,
            line,
        };
        Ok((row, field::action(of(places.action)?)?))
    }
}

fn hash<R: BufRead>(records: &Records<R>, place: &HashPlace) -> Result<Option<HashValue>, Reason> {
    let of = |at| records.field(at).map(<[u8]>::trim_ascii).ok_or(Reason::FewFields);
    let (kind, hash) = match place {
        HashPlace::Of(kind, hash) => (Ok(*kind), of(*hash)?),
        HashPlace::Named { kind, hash } => {
            (std::str::from_utf8(of(*kind)?).unwrap_or_default().parse(), of(*hash)?)
        }
    };
    if hash.is_empty() {
        return Ok(None);
    }
    Ok(Some(HashValue::parse(kind?, hash)?))
}

fn head<R: BufRead>(records: &mut Records<R>) -> Result<Vec<String>, Broken> {
    records.advance()?;
    let name = |at| {
        String::from_utf8_lossy(records.field(at).unwrap_or_default().trim_ascii()).into_owned()
    };
    Ok((0..records.len()).map(name).collect())
}

impl Places {
    fn new(columns: &Columns, head: &[String]) -> Result<Self, Broken> {
        let place = |column: &Column| match column {
            Column::Nth(at) => Ok(*at),
            Column::Named(name) => only(name, head),
        };
        let maybe = |column: &Option<Column>| column.as_ref().map(place).transpose();
        let hashes = columns.hashes.iter().map(|own| match own {
            HashColumn::Of(kind, column) => Ok(HashPlace::Of(*kind, place(column)?)),
            HashColumn::Named { kind, hash } => {
                Ok(HashPlace::Named { kind: place(kind)?, hash: place(hash)? })
            }
        });
        Ok(Self {
            hashes: hashes.collect::<Result<_, _>>()?,
            member: maybe(&columns.member)?,
            entry: maybe(&columns.entry)?,
            class: maybe(&columns.class)?,
            tags: maybe(&columns.tags)?,
            changed: maybe(&columns.changed)?,
            action: maybe(&columns.action)?,
        })
    }
}

/// The one column of that name.
fn only(name: &str, head: &[String]) -> Result<usize, Broken> {
    let mut found = (0..head.len()).filter(|at| head[*at] == name);
    match (found.next(), found.next()) {
        (Some(at), None) => Ok(at),
        _ => Err(Broken { line: 1, reason: BrokenReason::NoColumn(name.to_owned()) }),
    }
}
