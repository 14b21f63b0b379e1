//! `/m/lookup`, `/m/raw_lookup` and `/m/compare`.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use exchange::{HashKind, HashValue};
use matching::{
    Answer, Finding, Gap, Nearness, NotAnswered, Outcome, Prints, Question, USUAL_DISTANCE,
};
use pdq::Fingerprint;
use serde::Serialize;
use serde_json::{Map, Value, json as value};

use super::hash::{Media, Signal};
use super::refusal::Refusal;
use super::{Compat, Shared};
use crate::answer::Word;
use crate::body::whole;
use crate::metrics::Call;
use crate::params::Params;
use crate::router::json;

/// Largest body of `/m/compare`, in bytes.
const LARGEST_COMPARE: usize = 64 * 1024;

#[derive(Debug, Serialize)]
struct Entry {
    bank_content_id: u64,
    /// A text, as the peer has it; `-` where the hash has no distance.
    distance: String,
}

/// Entries by bank.
type ByBank = BTreeMap<String, Vec<Entry>>;

pub(super) async fn get(State(compat): Shared, uri: Uri) -> Result<Response, Refusal> {
    let params = Params::any(&uri);
    let banks = banks(&params);
    if params.get("url").is_some() {
        let media = compat.fetch(&uri).await?;
        let found = compat.of_media(&media, banks.as_ref()).await?;
        return Ok(match params.get("signal_type") {
            // Only that part; nothing if the file has no such hash.
            Some(name) if name == media.signal.name() => json(StatusCode::OK, &found),
            Some(_) => json(StatusCode::OK, &ByBank::new()),
            None => json(StatusCode::OK, &BTreeMap::from([(media.signal.name(), found)])),
        });
    }
    let question = asked(&params)?;
    let found = compat.by_bank(question, banks.as_ref()).await?;
    Ok(json(StatusCode::OK, &found))
}

pub(super) async fn of_upload(
    State(compat): Shared,
    request: Request,
) -> Result<Response, Refusal> {
    let banks = banks(&Params::any(request.uri()));
    let media = compat.receive(request).await?;
    let found = compat.of_media(&media, banks.as_ref()).await?;
    Ok(json(StatusCode::OK, &BTreeMap::from([(media.signal.name(), found)])))
}

pub(super) async fn raw(State(compat): Shared, uri: Uri) -> Result<Response, Refusal> {
    let params = Params::any(&uri);
    let with_distance = params.flag("include_distance")?;
    let question = asked(&params)?;
    let found = compat.by_bank(question, banks(&params).as_ref()).await?;
    let entries: Vec<Entry> = found.into_values().flatten().collect();
    if with_distance {
        return Ok(json(StatusCode::OK, &value!({ "matches": entries })));
    }
    let numbers: Vec<u64> = entries.iter().map(|entry| entry.bank_content_id).collect();
    Ok(json(StatusCode::OK, &value!({ "matches": numbers })))
}

pub(super) async fn compare(
    State(compat): Shared,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let patience = compat.service.settings.patience;
    let mut room = compat.service.small.room();
    let body = whole(&headers, body, LARGEST_COMPARE, patience, &mut room).await?;
    let pairs: Map<String, Value> =
        serde_json::from_slice(&body).map_err(|_| Refusal::bad("Request input was not a dict"))?;
    let mut results = Map::new();
    for (name, pair) in &pairs {
        let signal = Signal::named(name)?;
        let pair = pair
            .as_array()
            .ok_or_else(|| Refusal::bad(format!("Comparison hashes for {name} was not a list")))?;
        let [left, right] = &pair[..] else {
            return Err(Refusal::bad("Comparison hash list length must be exactly 2"));
        };
        let text = |own: &'_ Value| own.as_str().map(str::to_owned);
        let not_text = || Refusal::bad(format!("Invalid {name} hash: it is no text"));
        let left = text(left).ok_or_else(not_text)?;
        let right = text(right).ok_or_else(not_text)?;
        results.insert(name.clone(), of_pair(signal, &left, &right)?);
    }
    Ok(json(StatusCode::OK, &results))
}

fn of_pair(signal: Signal, left: &str, right: &str) -> Result<Value, Refusal> {
    Ok(match signal {
        Signal::Pdq => {
            let distance = fingerprint(left)?.distance(&fingerprint(right)?);
            value!([distance <= USUAL_DISTANCE, { "distance": distance }])
        }
        Signal::VideoMd5 => value!([md5(left)? == md5(right)?, {}]),
    })
}

/// The banks that are asked for, if not all.
fn banks(params: &Params<'_>) -> Option<BTreeSet<String>> {
    Some(params.get("banks")?.split(',').map(str::to_owned).collect())
}

/// What is asked by a hash: `signal` and `signal_type`. `seed` and `bypass_coinflip` are known and change
/// nothing: a list that is used always answers.
fn asked(params: &Params<'_>) -> Result<Question, Refusal> {
    params.flag("bypass_coinflip")?;
    let Some(name) = params.get("signal_type") else {
        return Err(Refusal::bad("Either url or both signal and signal_type are required"));
    };
    let signal = Signal::named(name)?;
    let Some(text) = params.get("signal") else {
        let message = format!(
            "Either url or both signal and signal_type are required: there is no signal, so nothing was \
             looked up. An empty {name} hash means that the picture is not hashable: it has too little in it"
        );
        return Err(Refusal::bad(message));
    };
    let mut question = Question::default();
    match signal {
        Signal::Pdq => question.pdq = Some(Prints::one(fingerprint(text)?, None)),
        // One that no list may hold, such as that of an empty file, leaves nothing to look for.
        Signal::VideoMd5 => {
            question.exact.extend(HashValue::from_bytes(HashKind::VideoMd5, &md5(text)?).ok())
        }
    }
    Ok(question)
}

fn fingerprint(text: &str) -> Result<Fingerprint, Refusal> {
    let wrong = |_| Refusal::bad("invalid signal: a PDQ hash is 64 hexadecimal digits");
    text.trim().to_ascii_lowercase().parse().map_err(wrong)
}

fn md5(text: &str) -> Result<[u8; 16], Refusal> {
    let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok();
    let wrong = || Refusal::bad("invalid signal: an MD5 hash is 32 hexadecimal digits");
    bytes.and_then(|bytes| bytes.try_into().ok()).ok_or_else(wrong)
}

impl Compat {
    /// What lists hold of a file, by bank. A picture that cannot be compared is no answer.
    async fn of_media(
        &self,
        media: &Media,
        banks: Option<&BTreeSet<String>>,
    ) -> Result<ByBank, Refusal> {
        let mut question = Question::default();
        match (media.signal, &media.hashes.picture) {
            (Signal::VideoMd5, _) => question
                .exact
                .extend(HashValue::from_bytes(HashKind::VideoMd5, &media.hashes.md5).ok()),
            (Signal::Pdq, Ok(picture)) if picture.is_telling() => {
                question.pdq = Some(picture.prints());
                question.gap = Gap::of(picture.whole, picture.frames);
            }
            (Signal::Pdq, Ok(picture)) => {
                let message = format!(
                    "the picture has no usable hash: its quality is {}, and {} is needed; it was not \
                     looked up",
                    picture.quality,
                    pdq::LEAST_QUALITY
                );
                return Err(Refusal::new(422, message));
            }
            (Signal::Pdq, Err(why)) => {
                let message = format!("the file has no usable hash and was not looked up: {why}");
                return Err(Refusal::new(422, message));
            }
        }
        self.by_bank(question, banks).await
    }

    async fn by_bank(
        &self,
        mut question: Question,
        banks: Option<&BTreeSet<String>>,
    ) -> Result<ByBank, Refusal> {
        let settings = &self.service.settings.compat;
        question.surface.clone_from(&settings.surface);
        question.region.clone_from(&settings.region);
        let answer = self.service.ask(std::slice::from_ref(&question)).await.pop();
        let outcome = answer.as_ref().map_or(Word::NotAnswered, |answer| match answer.outcome {
            Outcome::Match { .. } => Word::Match,
            Outcome::NoMatch => Word::NoMatch,
            Outcome::NotAnswered if has_nothing_to_say(answer) => Word::NoMatch,
            Outcome::NotAnswered => Word::NotAnswered,
        });
        self.service.metrics.answer(Call::Compat, outcome);
        if let Some(why) = answer.as_ref().and_then(gap).filter(|_| outcome == Word::NotAnswered) {
            return Err(Refusal::new(422, format!("nothing was found, and {why}")));
        }
        let Some(answer) = answer.filter(|_| outcome != Word::NotAnswered) else {
            return Err(Refusal::new(503, "index not yet ready: not every list has answered"));
        };
        let mut found = ByBank::new();
        for finding in &answer.findings {
            let bank = super::bank_name(&finding.list);
            if banks.is_none_or(|banks| banks.contains(&bank)) {
                found.entry(bank).or_default().push(self.entry(finding));
            }
        }
        // Before anyone sees them, as for the scope `detail`.
        if !found.is_empty() {
            self.service.audit_compat().await?;
        }
        Ok(found)
    }

    fn entry(&self, finding: &Finding) -> Entry {
        let distance = match finding.nearness {
            Nearness::Exact(_) => "-".to_owned(),
            Nearness::Within { distance, .. } => distance.to_string(),
        };
        Entry { bank_content_id: self.banks.content_id(finding), distance }
    }
}

/// Why lists say nothing, where that lies in the file alone: asked again they would say the same.
fn gap(answer: &Answer) -> Option<&NotAnswered> {
    let (_, first) = answer.not_answered.first()?;
    let all = answer.not_answered.iter().all(|(_, why)| matches!(why, NotAnswered::Gap(_)));
    all.then_some(first)
}

/// Every list has said that it holds no hash of the kind that was asked, or is not used here: to the peer,
/// banks that are empty or switched off.
fn has_nothing_to_say(answer: &Answer) -> bool {
    let lists = answer.nothing_to_compare.len() + answer.off.len();
    answer.not_answered.is_empty() && lists > 0
}
