//! The answers of StopNCII's `FetchHashes`.
//!
//! Source: python-threatexchange, `exchanges/clients/stopncii/api.py`, read at commit baefb4ed; the
//! operator's own documentation is not public. Pages may stand after one another in one file;
//! `nextPageToken` is not followed. A record whose status is `Withdrawn` or `Deleted` withdraws; the
//! status is the class. Feedback of others gives its tags and nothing else; case numbers are not read.
//!
//! A record stands for all that was said before of its hash. Anyone can submit, and a PDQ of zeros has
//! been in the data (issue 1609 of the peer): it is a row that is no good, and the rest is read.

use std::io::BufRead;

use serde::Deserialize;

use crate::input::Input;
use crate::json::Items;
use crate::{Action, BadRow, Change, Fault, HashKind, HashValue, Reason, Row, UnknownKind, field};

pub(crate) struct StopNcii<R>(Items<R>);

impl<R: BufRead> StopNcii<R> {
    pub(crate) fn new(input: Input<R>) -> Self {
        Self(Items::new(input, "hashRecords"))
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        let item = self.0.next::<Record>()?;
        Some(item.and_then(|(line, record)| {
            record.row(line).map_err(|reason| BadRow { line, reason }.into())
        }))
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    #[serde(rename = "lastModtimestamp")]
    last_modified: Option<i64>,
    signal_type: String,
    hash_value: String,
    hash_status: String,
    #[serde(rename = "CSPFeedbacks", default)]
    feedback: Vec<Feedback>,
}

#[derive(Deserialize)]
struct Feedback {
    #[serde(default)]
    tags: Vec<String>,
}

impl Record {
    fn row(&self, line: u64) -> Result<Row, Reason> {
        let kind = match self.signal_type.as_str() {
            "ImagePDQ" => HashKind::Pdq,
            "VideoMD5" => HashKind::VideoMd5,
            "VideoTMK" => HashKind::TmkPdqf,
            "Text" | "URL" => return Err(Reason::NotMedia),
            _ => return Err(UnknownKind.into()),
        };
        let hash = HashValue::parse(kind, self.hash_value.trim().as_bytes())?;
        let seconds = self.last_modified.map(|own| own.to_string()).unwrap_or_default();
        let tags = self.feedback.iter().flat_map(|own| &own.tags).map(|tag| field::tag(tag));
        let tags: Result<Vec<_>, _> = tags.collect();
        Ok(Row {
            class: field::text("hashStatus", self.hash_status.as_bytes())?,
            tags: field::distinct(tags?.into_iter().flatten().collect()),
            changed: field::time(seconds.as_bytes())?,
            ..Row::new(self.change(hash), line)
        })
    }

    fn change(&self, hash: HashValue) -> Change {
        match self.hash_status.as_str() {
            "Withdrawn" | "Deleted" => Action::Withdraw.of(hash),
            _ => Action::Add.of(hash),
        }
    }
}
