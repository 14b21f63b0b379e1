//! The roll-up of descriptors that python-threatexchange keeps of ThreatExchange.
//!
//! Source: `cli/dataset/simple_serialization.py` and `clients/fb_threatexchange/descriptor.py`, read at
//! commit baefb4ed. A file holds one kind, which stands in its name (`simple.HASH_PDQ.te`), not in it. A
//! row is `indicator, first_descriptor_id, added_on, "tag tag"`; of HMA's variant, `indicator,
//! indicator_id, first_descriptor_id, added_on, "tag tag"`. There is no head. `added_on` is a time,
//! or `mine` for an opinion of one's own, which is no time and read as none.

use std::io::BufRead;

use crate::input::Input;
use crate::records::Records;
use crate::{BadRow, Change, Fault, HashKind, HashValue, Reason, Row, field};

pub(crate) struct Rollup<R> {
    records: Records<R>,
    kind: HashKind,
}

impl<R: BufRead> Rollup<R> {
    pub(crate) fn new(input: Input<R>, kind: HashKind) -> Self {
        Self { records: Records::new(input, b','), kind }
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        match self.records.advance() {
            Ok(None) => None,
            Err(broken) => Some(Err(broken.into())),
            Ok(Some(line)) => Some(self.row(line).map_err(|reason| BadRow { line, reason }.into())),
        }
    }

    fn row(&self, line: u64) -> Result<Row, Reason> {
        // The second field is the entry in both: the indicator's number, or that of its first descriptor.
        let added = match self.records.len() {
            4 => 2,
            5 => 3,
            _ => return Err(Reason::FewFields),
        };
        let of = |at| self.records.field(at).unwrap_or_default().trim_ascii();
        let hash = HashValue::parse(self.kind, of(0))?;
        let changed = if of(added) == b"mine" { None } else { field::time(of(added))? };
        let entry = field::text("entry", of(1))?;
        let tags = field::tags(of(added + 1))?;
        Ok(Row { entry, tags, changed, ..Row::new(Change::Add(hash), line) })
    }
}
