//! Lists as the peer's banks: to be read, not to be changed.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use matching::{Finding, Kind, ListStatus};
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::{Compat, Shared};
use crate::body::whole;
use crate::router::json;

/// Largest body of a request to change something, in bytes.
const LARGEST: usize = 64 * 1024;
/// Bits of a number of an entry that say in which list it is. With the 32 of its row they stay below 2^53,
/// which every reader of JSON holds exactly.
const LIST_BITS: u32 = 21;

/// The name of a list as the peer names banks: `[A-Z_][A-Z0-9_]*`.
pub fn bank_name(list: &str) -> String {
    let mut name = list.to_ascii_uppercase().replace('-', "_");
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name
}

/// Two lists would have the same name or the same numbers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the lists `{0}` and `{1}` would be one bank to clients of HMA; rename one")]
pub struct SameBank(String, String);

/// The numbers under which the peer's clients know entries: the same after every start.
pub struct Banks(BTreeMap<String, u64>);

impl Banks {
    /// Of lists with these names.
    ///
    /// # Errors
    /// [`SameBank`] when two cannot be told apart.
    pub fn new<'a>(lists: impl IntoIterator<Item = &'a str>) -> Result<Self, SameBank> {
        let mut banks: BTreeMap<String, u64> = BTreeMap::new();
        for list in lists {
            let number = number_of(list);
            let same = |(other, theirs): &(&String, &u64)| {
                **theirs == number || bank_name(other) == bank_name(list)
            };
            if let Some((other, _)) = banks.iter().find(same) {
                return Err(SameBank(other.clone(), list.to_owned()));
            }
            banks.insert(list.to_owned(), number);
        }
        Ok(Self(banks))
    }

    /// The number of an entry among those of all banks.
    pub(crate) fn content_id(&self, finding: &Finding) -> u64 {
        let list = self.0.get(&finding.list).copied().unwrap_or_else(|| number_of(&finding.list));
        // Row numbers have 32 bits.
        list << 32 | (finding.provenance.row.unsigned_abs() & u64::from(u32::MAX))
    }
}

fn number_of(list: &str) -> u64 {
    let hash = blake3::hash(list.as_bytes());
    let head = hash.as_bytes().first_chunk::<8>().map_or(0, |head| u64::from_be_bytes(*head));
    head >> (u64::BITS - LIST_BITS)
}

#[derive(Debug, Serialize)]
struct Bank {
    name: String,
    matching_enabled_ratio: f64,
}

impl Compat {
    fn bank(&self, list: &ListStatus) -> Bank {
        let own = &self.service.settings.compat;
        let usage = list.policy.usage(own.surface.as_deref(), own.region.as_deref());
        let on = usage == matching::Use::On;
        Bank { name: bank_name(&list.name), matching_enabled_ratio: f64::from(u8::from(on)) }
    }

    /// Lists that match. A never-match list is no bank: nobody is told that something is on it.
    fn banks(&self) -> Vec<Bank> {
        let status = self.service.answers.status();
        let matching = status.iter().filter(|list| list.policy.kind == Kind::Match);
        matching.map(|list| self.bank(list)).collect()
    }

    fn find(&self, name: &str) -> Result<Bank, Refusal> {
        let found = self.banks().into_iter().find(|bank| bank.name == name);
        found.ok_or_else(|| Refusal::new(404, format!("bank '{name}' not found")))
    }
}

pub(super) async fn all(State(compat): Shared) -> Response {
    json(StatusCode::OK, &compat.banks())
}

pub(super) async fn one(
    State(compat): Shared,
    Path(name): Path<String>,
) -> Result<Response, Refusal> {
    Ok(json(StatusCode::OK, &compat.find(&name)?))
}

#[derive(Deserialize)]
struct New {
    name: String,
}

/// Coop makes a bank before it uses one. A list that is there already under this name is that bank; a new one
/// is made by the operator.
pub(super) async fn create(
    State(compat): Shared,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let is_json = headers
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    let patience = compat.service.settings.patience;
    let mut room = compat.service.small.room();
    let body = whole(&headers, body, LARGEST, patience, &mut room).await?;
    let new: New = serde_json::from_slice(&body)
        .ok()
        .filter(|_| is_json)
        .ok_or_else(|| Refusal::bad("send JSON with the `name` of the bank"))?;
    let first = |b: u8| b.is_ascii_uppercase() || b == b'_';
    let fits = |b: u8| first(b) || b.is_ascii_digit();
    if !new.name.bytes().next().is_some_and(first) || !new.name.bytes().all(fits) {
        return Err(Refusal::bad("a bank is named [A-Z_][A-Z0-9_]*"));
    }
    match compat.find(&new.name) {
        Ok(bank) => Ok(json(StatusCode::CREATED, &bank)),
        Err(_) => {
            let list = new.name.to_ascii_lowercase().replace('_', "-");
            let message = format!(
                "lists are not made here: the operator makes this bank with `suoja list new {list}`, \
                 then starts the door again"
            );
            Err(Refusal::new(403, message))
        }
    }
}

/// Nothing is fetched from elsewhere by this door: there are no exchanges.
pub(super) async fn no_exchanges() -> Response {
    json(StatusCode::OK, &[(); 0])
}

pub(super) async fn read_only() -> Refusal {
    let message = "lists are only read here; the operator changes them with `suoja list`";
    Refusal::new(403, message)
}

/// The rest of the peer's curation: what reads finds nothing, what writes is refused.
pub(super) async fn elsewhere(method: Method, uri: Uri) -> Refusal {
    match method {
        Method::GET | Method::HEAD => Refusal::new(404, format!("{} not found", uri.path())),
        _ => read_only().await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_a_list_is_a_name_of_a_bank() {
        assert_eq!(bank_name("coop-org1-known"), "COOP_ORG1_KNOWN");
        assert_eq!(bank_name("2026-list"), "_2026_LIST");
    }

    #[test]
    fn lists_that_cannot_be_told_apart_are_refused() {
        assert!(Banks::new(["one", "two", "three"]).is_ok());
        let same = Banks::new(["2026", "-2026"]).err();
        assert_eq!(same, Some(SameBank("2026".to_owned(), "-2026".to_owned())));
    }
}
