//! Paths of the listener for `/v1`, and what is done there.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;

use crate::answer::{Sent, status};
use crate::body::{Upload, is_bare, is_of_type, is_plain, whole};
use crate::files::{Hashed, Options};
use crate::keys::Key;
use crate::metrics::Call;
use crate::params::Params;
use crate::problem::{NO_STORE, Problem};
use crate::question::{LARGEST_LOOKUP, read};
use crate::scope::Scope;
use crate::service::{Service, may_ever, spend};
use crate::{Hashes, health};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// The description of this interface.
pub const OPENAPI: &str = include_str!("../openapi.json");
/// Seconds after which it is worth asking lists again that are loading.
const SOON: HeaderValue = HeaderValue::from_static("5");

pub(crate) type Shared = State<Arc<Service>>;

/// The routes of the door.
pub fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/v1/hash", post(hash))
        .route("/v1/match", post(match_file))
        .route("/v1/lookup", post(lookup))
        .layer(from_fn_with_state(Arc::clone(&service), measure))
        .route("/openapi.json", get(openapi))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .with_state(service)
}

async fn measure(State(service): Shared, request: Request, next: Next) -> Response {
    let call = match request.uri().path() {
        "/v1/hash" => Call::Hash,
        "/v1/match" => Call::Match,
        _ => Call::Lookup,
    };
    let begun = Instant::now();
    let response = next.run(request).await;
    service.metrics.request(call, response.status().as_u16(), begun.elapsed());
    response
}

async fn hash(State(service): Shared, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let key = service.key(&parts.headers, Scope::Hash)?;
    spend(&key, 1)?;
    let orientations = Params::only(&parts.uri, &["orientations"])?.flag("orientations")?;
    let hashes = receive(&service, &parts.headers, body).await?;
    Ok(json(StatusCode::OK, &Hashed::new(&hashes, orientations)))
}

async fn match_file(State(service): Shared, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let key = service.key(&parts.headers, Scope::Match)?;
    spend(&key, 1)?;
    let options = Options::read(&parts.uri)?;
    may_know(&key, options.detail)?;
    let hashes = receive(&service, &parts.headers, body).await?;
    let question = hashes.question(options.surface, options.region);
    let answer = service.ask(std::slice::from_ref(&question)).await.pop();
    let mut sent = Sent::new(answer.ok_or_else(lost)?, options.detail);
    // A list of pictures has not been asked about a picture that could not be decoded.
    if let Err(why) = &hashes.picture
        && service.answers.status().iter().any(|list| may_hold_prints(&list.index))
    {
        sent = sent.not_decoded(why);
    }
    let sent = [sent];
    tell(&service, Call::Match, &key, &sent, options.detail).await?;
    Ok(answered(status(&sent), &sent[0]))
}

/// While an index is read, or cannot be, nobody knows that it holds none.
fn may_hold_prints(index: &radius::Status) -> bool {
    index.entries > 0 || index.not_answered.is_some()
}

async fn lookup(State(service): Shared, request: Request) -> Result<Response, Problem> {
    let (parts, body) = request.into_parts();
    let key = service.key(&parts.headers, Scope::Match)?;
    // One before the body is read, the others once they are counted.
    spend(&key, 1)?;
    let detail = Params::only(&parts.uri, &["detail"])?.flag("detail")?;
    may_know(&key, detail)?;
    if !is_of_type(&parts.headers, b"application/json") {
        let detail = "send the questions as application/json";
        return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
    }
    is_plain(&parts.headers)?;
    let mut room = service.small.room();
    let patience = service.settings.patience;
    let body = whole(&parts.headers, body, LARGEST_LOOKUP, patience, &mut room).await?;
    let asked = read(&body).map_err(Problem::bad)?;
    may_ever(&key, asked.len())?;
    spend(&key, asked.len() - 1)?;
    let (questions, left_out): (Vec<_>, Vec<_>) =
        asked.into_iter().map(|own| (own.question, own.left_out)).unzip();
    let answers = service.ask(&questions).await.into_iter().zip(left_out);
    drop(room);
    let sent: Vec<Sent> = answers
        .map(|(answer, left_out)| Sent::new(answer, detail).says_nothing(&left_out))
        .collect();
    tell(&service, Call::Lookup, &key, &sent, detail).await?;
    Ok(answered(status(&sent), &Answers { answers: &sent }))
}

#[derive(Serialize)]
struct Answers<'a> {
    answers: &'a [Sent],
}

/// Receives the bytes of a file and hashes them.
async fn receive(
    service: &Service,
    headers: &axum::http::HeaderMap,
    body: Body,
) -> Result<Hashes, Problem> {
    is_bare(headers)?;
    let upload = Upload::new(service.settings.largest_file, service.uploads.room())?;
    let received = upload.receive(headers, body, service.settings.patience).await?;
    service.hash(received).await
}

/// Whether a key may learn hash and distance, if it asks for them.
fn may_know(key: &Key, detail: bool) -> Result<(), Problem> {
    if !detail || key.line.scopes.has(Scope::Detail) {
        return Ok(());
    }
    let detail = "hash and distance are told to keys with the scope `detail` only; ask without it";
    Err(Problem::new(StatusCode::FORBIDDEN, detail))
}

/// Counts answers, and notes those with hash and distance before anyone sees them.
async fn tell(
    service: &Service,
    call: Call,
    key: &Key,
    sent: &[Sent],
    detail: bool,
) -> Result<(), Problem> {
    if detail {
        service.audit(&key.line.name, sent.len()).await?;
    }
    service.metrics.answers(call, sent);
    Ok(())
}

/// An answer of lists that is missing; never happens with one question.
fn lost() -> Problem {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, "the lists gave no answer; ask again")
}

async fn openapi(uri: Uri) -> Result<Response, Problem> {
    Params::only(&uri, &[])?;
    let headers = [(CONTENT_TYPE, JSON), (CACHE_CONTROL, NO_STORE)];
    Ok((headers, Bytes::from_static(OPENAPI.as_bytes())).into_response())
}

async fn not_found() -> Problem {
    let detail = "there are POST /v1/hash, /v1/match, /v1/lookup and GET /openapi.json, /health/live, \
                  /health/ready, /metrics";
    Problem::new(StatusCode::NOT_FOUND, detail)
}

async fn wrong_method() -> Problem {
    let detail = "files and questions are POSTed, everything else is a GET; see /openapi.json";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail)
}

/// Answers under the status that fits them.
fn answered(status: StatusCode, body: &impl Serialize) -> Response {
    let mut response = json(status, body);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(RETRY_AFTER, SOON);
    }
    response
}

pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response {
    match serde_json::to_vec(body) {
        Ok(body) => {
            let headers = [(CONTENT_TYPE, JSON), (CACHE_CONTROL, NO_STORE)];
            (status, headers, body).into_response()
        }
        Err(_) => lost().into_response(),
    }
}
