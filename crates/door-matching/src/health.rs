//! Whether the door is alive, whether it can answer, and how much it has.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::metrics::{Beside, OfList};
use crate::problem::{NO_STORE, Problem};
use crate::router::{Shared, json};
use crate::scope::Scope;
use crate::standing::Standing;

/// The content type of Prometheus's text.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The process lives. Nothing else: a list that loads is no reason to kill it.
pub(crate) async fn live() -> Response {
    ([(CACHE_CONTROL, NO_STORE)], "ok\n").into_response()
}

#[derive(Serialize)]
struct Ready {
    ready: bool,
    loading: usize,
    damaged: usize,
    /// Only for keys that may know the names.
    #[serde(skip_serializing_if = "Option::is_none")]
    lists: Option<Vec<Named>>,
}

#[derive(Serialize)]
struct Named {
    name: String,
    state: &'static str,
    entries: usize,
}

/// Every list has been read and can read its rows, and there is one.
pub(crate) async fn ready(State(service): Shared, headers: HeaderMap) -> Response {
    let standing = service.standing().await;
    let count = |wanted| standing.iter().filter(|own| own.state.word() == wanted).count();
    let (loading, damaged) = (count("loading"), count("damaged"));
    let ready = loading == 0 && damaged == 0 && !standing.is_empty();
    let named = |own: &Standing| Named {
        name: own.list.name.clone(),
        state: own.state.word(),
        entries: own.list.index.entries,
    };
    let may_know = service.key(&headers, Scope::Metrics).is_ok();
    let lists = may_know.then(|| standing.iter().map(named).collect());
    let code = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    json(code, &Ready { ready, loading, damaged, lists })
}

/// Counts, for keys that may read them.
pub(crate) async fn metrics(
    State(service): Shared,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    service.key(&headers, Scope::Metrics)?;
    let standing = service.standing().await;
    let of = |own| -> OfList<'_> {
        let Standing { list, state }: &Standing = own;
        let (entries, bytes) = (list.index.entries, list.index.bytes);
        OfList { name: &list.name, entries, bytes, state: state.word() }
    };
    let beside = Beside {
        lists: standing.iter().map(of).collect(),
        workers_lost: service.fingerprinter.lost(),
        keys: Arc::clone(&service.keys()).len(),
    };
    let text = service.metrics.text(&beside);
    Ok(([(CONTENT_TYPE, TEXT)], [(CACHE_CONTROL, NO_STORE)], text).into_response())
}
