//! Paths and answers.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State as Shared};
use axum::http::header::{
    AUTHORIZATION, CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, WWW_AUTHENTICATE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;
use trigger::Decision;

use crate::body::{Question, Refused};
use crate::service::Service;

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// Nothing wants a warning.
const PASS: &[u8] = br#"{"warn":false,"complete":true}"#;
/// Nothing in what was read of a query that is longer than is read.
const PASS_CUT: &[u8] = br#"{"warn":false,"complete":false}"#;

type SharedService = Shared<Arc<Service>>;

/// The routes of the door.
pub fn router(service: Arc<Service>) -> Router {
    let asked = Router::new()
        .route("/v1/decide", post(decide))
        .route("/v1/page", post(page))
        .route("/v1/gate", post(gate))
        .layer(from_fn_with_state(Arc::clone(&service), only_with_key));
    Router::new()
        .merge(asked)
        .route("/health/live", get(alive))
        .route("/health/ready", get(alive))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .with_state(service)
}

async fn only_with_key(Shared(service): SharedService, request: Request, next: Next) -> Response {
    let sent = request.headers().get(AUTHORIZATION);
    if sent.is_some_and(|sent| service.key.opens(sent.as_bytes())) {
        return next.run(request).await;
    }
    let words = "send the header `Authorization: Bearer` with the key of this service";
    let mut response = problem((StatusCode::UNAUTHORIZED, words));
    response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

async fn decide(Shared(service): SharedService, request: Request) -> Response {
    match question(&service, request).await {
        Ok((_, decision)) if !decision.warn => {
            let body = if decision.complete { PASS } else { PASS_CUT };
            json(Bytes::from_static(body))
        }
        Ok((question, decision)) => match service.show(&question.channel, question.languages()) {
            Some((shown, _)) if decision.complete => json(shown.whole),
            Some((shown, _)) => json(shown.cut),
            None => problem(NO_MESSAGE),
        },
        Err(refused) => problem(refused),
    }
}

async fn page(Shared(service): SharedService, request: Request) -> Response {
    let question = match question(&service, request).await {
        Ok((question, decision)) if decision.warn => question,
        Ok(_) => return pass(),
        Err(refused) => return problem(refused),
    };
    let Some((shown, language)) = service.show(&question.channel, question.languages()) else {
        return problem(NO_MESSAGE);
    };
    let mut response = ([(CONTENT_TYPE, HTML)], shown.page).into_response();
    service.policy.apply("/", response.headers_mut());
    if let Ok(language) = HeaderValue::from_str(language.as_str()) {
        response.headers_mut().insert(CONTENT_LANGUAGE, language);
    }
    response
}

async fn gate(Shared(service): SharedService, request: Request) -> Response {
    match question(&service, request).await {
        Ok((_, decision)) if decision.warn => {
            (StatusCode::FORBIDDEN, [(CACHE_CONTROL, NO_STORE)]).into_response()
        }
        Ok(_) => pass(),
        Err(refused) => problem(refused),
    }
}

async fn alive() -> Response {
    ([(CACHE_CONTROL, NO_STORE)], "ok\n").into_response()
}

async fn not_found() -> Response {
    let words = "there are POST /v1/decide, /v1/page, /v1/gate and GET /health/live, /health/ready";
    problem((StatusCode::NOT_FOUND, words))
}

async fn wrong_method() -> Response {
    problem((StatusCode::METHOD_NOT_ALLOWED, "questions are POSTed, so that no query is in a URL"))
}

const NO_MESSAGE: Refused =
    (StatusCode::INTERNAL_SERVER_ERROR, "there is no message to show; check the configuration");

/// Receives a question and decides on it.
async fn question(service: &Service, request: Request) -> Result<(Question, Decision), Refused> {
    let (parts, body) = request.into_parts();
    if parts.uri.query().is_some() {
        return Err((StatusCode::BAD_REQUEST, "send nothing in the URL: it ends up in logs"));
    }
    let question = Question::receive(&parts.headers, Body::new(body)).await?;
    if !service.has_channel(&question.channel) {
        let words = "`channel` is none of [service.channels] in the configuration";
        return Err((StatusCode::UNPROCESSABLE_ENTITY, words));
    }
    let decision = service.trigger.decide(&question.query);
    Ok((question, decision))
}

fn pass() -> Response {
    (StatusCode::NO_CONTENT, [(CACHE_CONTROL, NO_STORE)]).into_response()
}

fn json(body: Bytes) -> Response {
    ([(CONTENT_TYPE, JSON), (CACHE_CONTROL, NO_STORE)], body).into_response()
}

/// An error as RFC 9457 has it.
#[derive(Serialize)]
struct Problem {
    status: u16,
    title: &'static str,
    detail: &'static str,
}

fn problem((status, detail): Refused) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    let problem = Problem { status: status.as_u16(), title, detail };
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    (status, [(CONTENT_TYPE, PROBLEM), (CACHE_CONTROL, NO_STORE)], body).into_response()
}
