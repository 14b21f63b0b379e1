//! Paths, limits and headers.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use locale::LanguageTag;
use tower_http::compression::CompressionLayer;
use web::Circuit;

use crate::door::Door;
use crate::pages;
use crate::views::Reader;

type SharedDoor = Shared<Arc<Door>>;

/// The routes of the door.
pub fn router(door: Arc<Door>) -> Router {
    Router::new()
        .route("/", get(start))
        .route("/exit", get(exit))
        .route("/robots.txt", get(robots))
        .route("/{language}", get(without_slash))
        .route("/{language}/", get(entrance))
        .route("/{language}/lines", get(countries))
        .route("/{language}/lines/", get(without_last_slash))
        .route("/{language}/lines/{country}", get(country))
        .route("/{language}/{page}", get(page))
        .route("/{language}/{page}/", get(without_last_slash))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Arc::clone(&door), guard))
        .layer(CompressionLayer::new())
        .with_state(door)
}

/// Holds noisy circuits back and puts the headers on every answer.
async fn guard(Shared(door): SharedDoor, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let circuit = request.extensions().get::<Circuit>().copied();
    let mut response = if door.limiter.allows(circuit) {
        next.run(request).await
    } else {
        problem(reader(&door, &path), StatusCode::TOO_MANY_REQUESTS, "too-many")
    };
    door.policy.apply(&path, response.headers_mut());
    response
}

async fn start(Shared(door): SharedDoor) -> Response {
    let reader = Reader::of_source(&door);
    html(reader, StatusCode::OK, reader.start())
}

async fn without_slash(Shared(door): SharedDoor, uri: Uri) -> Response {
    match of_language(&door, &uri) {
        Ok(reader) => moved(format!("/{}/", reader.language())),
        Err(response) => *response,
    }
}

/// A slash too many at the end of a page's path. Where it leads is written from what is known and
/// not from what was sent, so that no path leads out of the door.
async fn without_last_slash(Shared(door): SharedDoor, uri: Uri) -> Response {
    let reader = match of_language(&door, &uri) {
        Ok(reader) => reader,
        Err(response) => return *response,
    };
    let id = match part(&uri, 2) {
        "lines" => Some("lines"),
        id => pages::page(id).map(|page| page.id),
    };
    match id {
        Some(id) => moved(format!("/{}/{id}", reader.language())),
        None => problem(reader, StatusCode::NOT_FOUND, "not-found"),
    }
}

async fn entrance(Shared(door): SharedDoor, uri: Uri) -> Response {
    match of_language(&door, &uri) {
        Ok(reader) => html(reader, StatusCode::OK, reader.entrance()),
        Err(response) => *response,
    }
}

async fn page(Shared(door): SharedDoor, uri: Uri) -> Response {
    match (of_language(&door, &uri), pages::page(part(&uri, 2))) {
        (Ok(reader), Some(page)) => html(reader, StatusCode::OK, reader.page(page)),
        (Ok(reader), None) => problem(reader, StatusCode::NOT_FOUND, "not-found"),
        (Err(response), _) => *response,
    }
}

async fn countries(Shared(door): SharedDoor, uri: Uri) -> Response {
    match of_language(&door, &uri) {
        Ok(reader) => html(reader, StatusCode::OK, reader.countries()),
        Err(response) => *response,
    }
}

async fn country(Shared(door): SharedDoor, uri: Uri) -> Response {
    let reader = match of_language(&door, &uri) {
        Ok(reader) => reader,
        Err(response) => return *response,
    };
    let code = part(&uri, 3);
    let path = format!("lines/{code}");
    match reader.country(&path, code) {
        Some(body) => html(reader, StatusCode::OK, body),
        None => problem(reader, StatusCode::NOT_FOUND, "not-found"),
    }
}

/// Leaves for a neutral page and asks the browser to forget what it keeps of this site.
async fn exit(Shared(door): SharedDoor) -> Response {
    let Ok(to) = HeaderValue::from_str(&door.settings.exit) else {
        let reader = Reader::of_source(&door);
        return problem(reader, StatusCode::INTERNAL_SERVER_ERROR, "internal");
    };
    let forget = HeaderValue::from_static("\"*\"");
    let headers = [(LOCATION, to), (HeaderName::from_static("clear-site-data"), forget)];
    (StatusCode::SEE_OTHER, headers).into_response()
}

async fn robots() -> Response {
    let text = "User-agent: *\nAllow: /\n";
    ([(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response()
}

async fn not_found(Shared(door): SharedDoor, request: Request) -> Response {
    problem(reader(&door, request.uri().path()), StatusCode::NOT_FOUND, "not-found")
}

async fn wrong_method(Shared(door): SharedDoor, request: Request) -> Response {
    problem(reader(&door, request.uri().path()), StatusCode::METHOD_NOT_ALLOWED, "method")
}

/// A part of a path as it was sent, from 1. It is not decoded: no path of this door needs it, and
/// what is no text at all then gets the page that everything unknown gets.
fn part(uri: &Uri, at: usize) -> &str {
    uri.path().split('/').nth(at).unwrap_or_default()
}

/// A reader of the language that a path begins with, or of the door's own.
fn reader<'a>(door: &'a Door, path: &str) -> Reader<'a> {
    let first = path.split('/').nth(1).unwrap_or_default();
    in_language(door, first).unwrap_or_else(|| Reader::of_source(door))
}

/// A reader of the language that a path begins with, or the page that says that it is none of
/// ours. Boxed, because a response is large and this is the rare way.
fn of_language<'a>(door: &'a Door, uri: &Uri) -> Result<Reader<'a>, Box<Response>> {
    in_language(door, part(uri, 1)).ok_or_else(|| {
        Box::new(problem(Reader::of_source(door), StatusCode::NOT_FOUND, "language"))
    })
}

fn in_language<'a>(door: &'a Door, tag: &str) -> Option<Reader<'a>> {
    Reader::new(door, &LanguageTag::parse(tag).ok()?)
}

fn moved(to: String) -> Response {
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response()
}

fn problem(reader: Reader<'_>, status: StatusCode, id: &str) -> Response {
    html(reader, status, reader.problem(id))
}

fn html(reader: Reader<'_>, status: StatusCode, body: String) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(language) = HeaderValue::from_str(reader.language().as_str()) {
        headers.insert(CONTENT_LANGUAGE, language);
    }
    response
}
