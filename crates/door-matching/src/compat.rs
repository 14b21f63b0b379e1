//! The interface of HMA 1.1.7 (facebook/ThreatExchange, hasher-matcher-actioner) over the same lists, for
//! clients that speak it: its paths, shapes and statuses, written anew from its documentation and behaviour.
//!
//! Lists are its *banks*. It is read only: what would change a list is refused with 403. Where it differs on
//! purpose: a file whose picture cannot be compared is 422 with a sentence, lists that did not answer are
//! 503, double slashes in a path are one, and addresses are fetched only from hosts that the operator names.

mod banks;
mod hash;
mod lookup;
mod refusal;
mod status;

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Uri;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use tower::ServiceExt;

pub use banks::{Banks, SameBank, bank_name};
use refusal::Refusal;

use crate::metrics::Call;
use crate::scope::Scope;
use crate::service::{Service, spend};

/// The door and its lists as banks.
pub(crate) struct Compat {
    service: Arc<Service>,
    banks: Banks,
}

type Shared = State<Arc<Compat>>;

/// The paths, as the peer's own list of them is written.
const SITE_MAP: [&str; 19] = [
    "/",
    "/c/bank/<bank_name>",
    "/c/banks",
    "/c/content_type",
    "/c/exchange/<exchange_name>",
    "/c/exchange/<exchange_name>/status",
    "/c/exchanges",
    "/c/exchanges/api/<api_name>",
    "/c/exchanges/api/<api_name>/schema",
    "/c/exchanges/apis",
    "/c/signal_type",
    "/h/hash",
    "/m/compare",
    "/m/index/status",
    "/m/lookup",
    "/m/raw_lookup",
    "/site-map",
    "/status",
    "/status/live",
];

/// The routes of the listener that speaks as HMA does.
///
/// # Errors
/// [`SameBank`] when two lists would be one bank.
pub fn compat_router(service: Arc<Service>) -> Result<Router, SameBank> {
    let banks = Banks::new(service.answers.status().iter().map(|list| list.name.as_str()))?;
    let compat = Arc::new(Compat { service, banks });
    let routes = Router::new()
        .route("/", get(status::home))
        .route("/status", get(status::status))
        .route("/status/live", get(status::live))
        .route("/site-map", get(status::site_map))
        .route("/h/hash", get(hash::by_address).post(hash::of_upload))
        .route("/m/lookup", get(lookup::get).post(lookup::of_upload))
        .route("/m/raw_lookup", get(lookup::raw))
        .route("/m/compare", post(lookup::compare))
        .route("/m/index/status", get(status::index))
        .route("/c/banks", get(banks::all).post(banks::create))
        .route("/c/bank/{bank}", get(banks::one).fallback(banks::read_only))
        .route("/c/content_type", get(status::content_types))
        .route("/c/signal_type", get(status::signal_types))
        .route("/c/exchanges", get(banks::no_exchanges).fallback(banks::read_only))
        .route("/c/exchanges/apis", get(banks::no_exchanges))
        .route("/c/{*rest}", any(banks::elsewhere))
        .fallback(status::not_found)
        .method_not_allowed_fallback(status::wrong_method)
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(Arc::clone(&compat), enter))
        .with_state(compat);
    // Clients join an address that ends in a slash with a path that begins with one.
    let outer = move |request: Request| {
        let routes = routes.clone();
        async move { routes.oneshot(with_single_slashes(request)).await.into_response() }
    };
    Ok(Router::new().fallback(outer))
}

/// Asks for a key where one is wanted, and counts.
async fn enter(State(compat): Shared, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let service = &compat.service;
    let response = match admit(service, &request) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    };
    service.metrics.request(Call::Compat, response.status().as_u16(), begun.elapsed());
    response
}

fn admit(service: &Service, request: &Request) -> Result<(), Refusal> {
    if service.settings.compat.require_key {
        let key = service.key(request.headers(), Scope::Compat)?;
        spend(&key, 1)?;
    }
    Ok(())
}

fn with_single_slashes(mut request: Request<Body>) -> Request<Body> {
    let path = request.uri().path();
    if path.contains("//") {
        let mut single = String::with_capacity(path.len());
        for letter in path.chars() {
            if letter != '/' || !single.ends_with('/') {
                single.push(letter);
            }
        }
        if let Some(query) = request.uri().query() {
            single.push('?');
            single.push_str(query);
        }
        if let Ok(uri) = single.parse::<Uri>() {
            *request.uri_mut() = uri;
        }
    }
    request
}

#[cfg(test)]
mod tests;
