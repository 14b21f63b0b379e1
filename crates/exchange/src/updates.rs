//! The answers of ThreatExchange's `threat_updates`.
//!
//! Source: python-threatexchange, `exchanges/impl/fb_threatexchange_api.py` and
//! `clients/fb_threatexchange/threat_updates.py`, read at commit baefb4ed. Pages may stand after one
//! another in one file; `paging` is not followed. An update with `should_delete`, or without
//! descriptors (issue 834 of the peer), withdraws. Reactions are not read.
//!
//! The class is the status of the descriptors: `MALICIOUS` when one says so, else that of the first. An
//! update of which everybody says `NON_MALICIOUS` withdraws: what it names is no match.

use std::io::BufRead;

use serde::Deserialize;

use crate::input::Input;
use crate::json::Items;
use crate::{Action, BadRow, Change, Fault, HashKind, HashValue, Reason, Row, field};

const MALICIOUS: &str = "MALICIOUS";
const NON_MALICIOUS: &str = "NON_MALICIOUS";

pub(crate) struct Updates<R>(Items<R>);

impl<R: BufRead> Updates<R> {
    pub(crate) fn new(input: Input<R>) -> Self {
        Self(Items::new(input, "data"))
    }

    pub(crate) fn next(&mut self) -> Option<Result<Row, Fault>> {
        let item = self.0.next::<Update>()?;
        Some(item.and_then(|(line, update)| {
            update.row(line).map_err(|reason| BadRow { line, reason }.into())
        }))
    }
}

#[derive(Deserialize)]
struct Update {
    id: Id,
    indicator: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    last_updated: Option<i64>,
    #[serde(default)]
    should_delete: bool,
    descriptors: Option<Data<Descriptor>>,
}

/// Numbers longer than JavaScript can count are written as texts.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

#[derive(Deserialize)]
struct Data<T> {
    #[serde(default = "Vec::new")]
    data: Vec<T>,
}

#[derive(Deserialize)]
struct Descriptor {
    owner: Option<Owner>,
    status: Option<String>,
    tags: Option<Tags>,
}

#[derive(Deserialize)]
struct Owner {
    id: Id,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Tags {
    Plain(Vec<String>),
    Wrapped(Data<Tag>),
}

#[derive(Deserialize)]
struct Tag {
    text: String,
}

impl Update {
    fn row(&self, line: u64) -> Result<Row, Reason> {
        let entry = field::text("id", self.id.text().as_bytes())?;
        let seconds = self.last_updated.map(|own| own.to_string()).unwrap_or_default();
        let changed = field::time(seconds.as_bytes())?;
        let row = Row { entry, changed, ..Row::new(Change::WithdrawEntry, line) };
        let descriptors = self.descriptors.as_ref().map_or(&[][..], |own| &own.data);
        let harmless = |own: &Descriptor| own.status.as_deref() == Some(NON_MALICIOUS);
        let action = match self.should_delete || descriptors.iter().all(harmless) {
            true => Action::Withdraw,
            false => Action::Add,
        };
        let change = match (self.hash(), action) {
            (Ok(hash), _) => action.of(hash),
            // The entry says what goes, whatever its hash was.
            (Err(_), Action::Withdraw) if row.entry.is_some() => Change::WithdrawEntry,
            (Err(reason), _) => return Err(reason),
        };
        let owner = descriptors.iter().find_map(|own| own.owner.as_ref());
        let member = owner.map(|own| field::text("owner", own.id.text().as_bytes()));
        let tags = descriptors.iter().filter_map(|own| own.tags.as_ref()).flat_map(Tags::texts);
        let tags: Result<Vec<_>, _> = tags.map(field::tag).collect();
        Ok(Row {
            change,
            member: member.transpose()?.flatten(),
            class: class(descriptors)?,
            tags: field::distinct(tags?.into_iter().flatten().collect()),
            ..row
        })
    }

    fn hash(&self) -> Result<HashValue, Reason> {
        let (Some(kind), Some(hash)) = (&self.kind, &self.indicator) else {
            return Err(Reason::NoHash);
        };
        let kind: HashKind = match kind.as_str() {
            "TEXT_STRING" | "TREND_QUERY" | "URI" | "RAW_URI" | "UNCLICKABLE_URL" => {
                return Err(Reason::NotMedia);
            }
            name => name.parse()?,
        };
        Ok(HashValue::parse(kind, hash.trim().as_bytes())?)
    }
}

fn class(descriptors: &[Descriptor]) -> Result<Option<Box<str>>, Reason> {
    let mut statuses = descriptors.iter().filter_map(|own| own.status.as_deref());
    let first = statuses.next().unwrap_or_default();
    let gravest = if statuses.any(|own| own == MALICIOUS) { MALICIOUS } else { first };
    field::text("status", gravest.as_bytes())
}

impl Id {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

impl Tags {
    fn texts(&self) -> impl Iterator<Item = &str> {
        let (plain, wrapped) = match self {
            Self::Plain(tags) => (&tags[..], &[][..]),
            Self::Wrapped(tags) => (&[][..], &tags.data[..]),
        };
        plain.iter().map(String::as_str).chain(wrapped.iter().map(|tag| tag.text.as_str()))
    }
}
