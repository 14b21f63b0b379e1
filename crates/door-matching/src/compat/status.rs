//! What the peer says of itself.

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json as value};

use super::hash::Signal;
use super::refusal::Refusal;
use super::{SITE_MAP, Shared};
use crate::params::Params;
use crate::problem::NO_STORE;
use crate::router::json;
use crate::standing::Standing;

const ALIVE: &str = "I-AM-ALIVE";

pub(super) async fn home() -> Response {
    (StatusCode::FOUND, [(LOCATION, "/status")]).into_response()
}

/// Alive and ready in one: every list has been read.
pub(super) async fn status(State(compat): Shared) -> Response {
    let headers = [(CACHE_CONTROL, NO_STORE)];
    if all_ready(&compat.service.standing().await) {
        (headers, ALIVE).into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, headers, "INDEX-NOT-LOADED").into_response()
    }
}

fn all_ready(lists: &[Standing]) -> bool {
    lists.iter().all(|own| own.state.is_ready()) && !lists.is_empty()
}

pub(super) async fn live() -> Response {
    ([(CACHE_CONTROL, NO_STORE)], ALIVE).into_response()
}

pub(super) async fn site_map() -> Response {
    json(StatusCode::OK, &SITE_MAP)
}

/// The index follows its lists, so that it is always built to now.
pub(super) async fn index(State(compat): Shared, uri: Uri) -> Result<Response, Refusal> {
    let params = Params::any(&uri);
    let wanted = params.get("signal_type").map(Signal::named).transpose()?;
    let lists = compat.service.standing().await;
    let ready = all_ready(&lists);
    let mut all = Map::new();
    for signal in Signal::ALL.into_iter().filter(|own| wanted.is_none_or(|wanted| wanted == *own)) {
        let size: usize = match signal {
            Signal::Pdq => lists.iter().map(|own| own.list.index.entries).sum(),
            // Hashes that are compared exactly stand in no index and are not counted here.
            Signal::VideoMd5 => 0,
        };
        let built_to = compat.service.now().as_second();
        let status = if ready {
            value!({ "present": true, "built_to": built_to, "size": size })
        } else {
            value!({ "present": false, "built_to": -1, "size": 0 })
        };
        all.insert(signal.name().to_owned(), status);
    }
    Ok(json(StatusCode::OK, &Value::Object(all)))
}

pub(super) async fn content_types() -> Response {
    let types =
        value!([{ "name": "photo", "enabled": true }, { "name": "video", "enabled": true }]);
    json(StatusCode::OK, &types)
}

pub(super) async fn signal_types() -> Response {
    let types = Signal::ALL.map(|own| value!({ "name": own.name(), "enabled_ratio": 1.0 }));
    json(StatusCode::OK, &types)
}

pub(super) async fn not_found(uri: Uri) -> Refusal {
    Refusal::new(404, format!("{} is no path of this listener; see /site-map", uri.path()))
}

pub(super) async fn wrong_method(uri: Uri) -> Refusal {
    Refusal::new(405, format!("{} is not asked in this way; see /site-map", uri.path()))
}
