//! Paths, limits and headers.

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request, State as Shared};
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use locale::LanguageTag;
use tower_http::compression::CompressionLayer;
use warning::Event;
use web::{Circuit, Form, FormError};

use crate::door::Door;
use crate::survey::{Answer, Visit};

/// The routes of the door.
pub fn router(door: Arc<Door>) -> Router {
    Router::new()
        .route("/", get(languages))
        .route("/exit", get(exit))
        .route("/robots.txt", get(robots))
        .route("/{language}", get(without_slash))
        .route("/{language}/", get(entrance).post(post))
        .route("/{language}/help", get(help))
        .route("/{language}/help/countries", get(countries))
        .route("/{language}/help/{country}", get(country))
        .route("/{language}/youth", get(youth))
        .route("/{language}/programme", get(programme_without_slash))
        .route("/{language}/programme/", get(programme).post(programme_post))
        .route("/{language}/programme/{page}", get(programme_page))
        .route("/{language}/w/{channel}/{arm}/{goal}", get(from_warning))
        .fallback(not_found)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Arc::clone(&door), guard))
        .layer(CompressionLayer::new())
        .with_state(door)
}

type SharedDoor = Shared<Arc<Door>>;

/// The first part of a path as it was sent. It is not decoded: no language tag needs it, and what
/// is no text at all then gets the page that every unknown language gets.
struct Language(String);

/// The page that a path names below its language and folder, such as a country or a module; like
/// [`Language`], it is not decoded.
struct Page(String);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(part_of(parts.uri.path(), 1)))
    }
}

impl<S: Sync> FromRequestParts<S> for Page {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self(part_of(parts.uri.path(), 3)))
    }
}

fn part_of(path: &str, at: usize) -> String {
    path.split('/').nth(at).unwrap_or_default().to_owned()
}

/// Holds noisy circuits back and puts the headers on every answer.
async fn guard(Shared(door): SharedDoor, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let circuit = request.extensions().get::<Circuit>().copied();
    let mut response = if door.limiter.allows(circuit) {
        next.run(request).await
    } else {
        html(visit(&door, &path).problem(StatusCode::TOO_MANY_REQUESTS, "problem-too-many"))
    };
    door.policy.apply(&path, response.headers_mut());
    response
}

async fn languages(Shared(door): SharedDoor) -> Response {
    html(visit(&door, "/").languages())
}

async fn without_slash(Shared(door): SharedDoor, Language(language): Language) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => {
            let to = format!("/{}/", visit.language());
            (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response()
        }
        Err(response) => *response,
    }
}

async fn entrance(
    Shared(door): SharedDoor,
    Language(language): Language,
    method: Method,
) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => {
            if method == Method::GET {
                door.openings.count(door.week(), visit.language());
            }
            html(visit.entrance())
        }
        Err(response) => *response,
    }
}

async fn post(
    Shared(door): SharedDoor,
    Language(language): Language,
    request: Request,
) -> Response {
    match received(&door, &language, request).await {
        Ok((visit, form)) => html(visit.post(&form).await),
        Err(response) => *response,
    }
}

/// A visit and the form that was sent, or the page that says what is wrong with either.
async fn received<'a>(
    door: &'a Door,
    language: &str,
    request: Request,
) -> Result<(Visit<'a>, Form), Box<Response>> {
    let form = Form::receive(request).await;
    let visit = of_language(door, language)?;
    let (status, id) = match form {
        Ok(form) => return Ok((visit, form)),
        Err(FormError::TooLarge) => (StatusCode::PAYLOAD_TOO_LARGE, "problem-too-large"),
        Err(FormError::WrongType) => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "problem-wrong-type"),
        Err(FormError::Unreadable) => (StatusCode::BAD_REQUEST, "problem-unreadable"),
    };
    Err(Box::new(html(visit.problem(status, id))))
}

async fn help(Shared(door): SharedDoor, Language(language): Language) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.help(None)),
        Err(response) => *response,
    }
}

async fn countries(Shared(door): SharedDoor, Language(language): Language) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.countries()),
        Err(response) => *response,
    }
}

async fn country(
    Shared(door): SharedDoor,
    Language(language): Language,
    Page(country): Page,
) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.country(&country)),
        Err(response) => *response,
    }
}

async fn youth(Shared(door): SharedDoor, Language(language): Language) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.youth()),
        Err(response) => *response,
    }
}

async fn programme_without_slash(Language(language): Language) -> Response {
    let tag = LanguageTag::parse(&language).map_or_else(|_| String::new(), |tag| tag.to_string());
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("/{tag}/programme/"))]).into_response()
}

async fn programme(Shared(door): SharedDoor, Language(language): Language) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.programme("")),
        Err(response) => *response,
    }
}

/// The page of the programme that a path names.
async fn programme_page(
    Shared(door): SharedDoor,
    Language(language): Language,
    Page(page): Page,
) -> Response {
    match of_language(&door, &language) {
        Ok(visit) => html(visit.programme(&page)),
        Err(response) => *response,
    }
}

async fn programme_post(
    Shared(door): SharedDoor,
    Language(language): Language,
    request: Request,
) -> Response {
    match received(&door, &language, request).await {
        Ok((visit, form)) => html(visit.programme_post(&form).await),
        Err(response) => *response,
    }
}

/// Someone follows a link of a warning: counts it, and leads on to an address that says nothing of
/// where one came from. A link that the plan does not know, or no longer, leads on all the same.
async fn from_warning(
    Shared(door): SharedDoor,
    Path((language, channel, arm, goal)): Path<(String, String, String, String)>,
    method: Method,
) -> Response {
    let (event, to) = match goal.as_str() {
        "help" => (Event::Help, "help"),
        "programme" if door.sources.programme.is_some() => (Event::Help, "programme/"),
        "programme" => (Event::Help, "help"),
        _ => (Event::Survey, ""),
    };
    let language = visit(&door, &format!("/{language}")).language().to_string();
    if let Some(experiment) = &door.sources.experiment
        && method == Method::GET
    {
        experiment.count(event, &arm, &language, &channel, door.sources.clock.now());
    }
    (StatusCode::SEE_OTHER, [(LOCATION, format!("/{language}/{to}"))]).into_response()
}

/// Leaves for a neutral page and asks the browser to forget what it keeps of this site.
async fn exit(Shared(door): SharedDoor) -> Response {
    let Ok(to) = HeaderValue::from_str(&door.settings.exit) else {
        return html(
            visit(&door, "/").problem(StatusCode::INTERNAL_SERVER_ERROR, "problem-internal"),
        );
    };
    (StatusCode::SEE_OTHER, [(LOCATION, to), clear_site_data()]).into_response()
}

/// Asks the browser to forget what it keeps of this site.
fn clear_site_data() -> (HeaderName, HeaderValue) {
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"*\""))
}

async fn robots() -> Response {
    let text = "User-agent: *\nAllow: /$\nDisallow: /\n";
    ([(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))], text).into_response()
}

async fn not_found(Shared(door): SharedDoor, request: Request) -> Response {
    html(visit(&door, request.uri().path()).problem(StatusCode::NOT_FOUND, "problem-not-found"))
}

async fn wrong_method(Shared(door): SharedDoor, request: Request) -> Response {
    let visit = visit(&door, request.uri().path());
    html(visit.problem(StatusCode::METHOD_NOT_ALLOWED, "problem-method"))
}

/// A visit in the language that a path begins with, or in the door's own.
fn visit<'a>(door: &'a Door, path: &str) -> Visit<'a> {
    let first = path.split('/').nth(1).unwrap_or_default();
    let tag = LanguageTag::parse(first).ok();
    tag.and_then(|tag| Visit::new(door, &tag)).unwrap_or_else(|| Visit::in_source_language(door))
}

/// A visit in a language, or the page that says that it is none of ours. Boxed, because a
/// response is large and this is the rare way.
fn of_language<'a>(door: &'a Door, language: &str) -> Result<Visit<'a>, Box<Response>> {
    let tag = LanguageTag::parse(language).ok();
    tag.and_then(|tag| Visit::new(door, &tag)).ok_or_else(|| {
        let visit = Visit::in_source_language(door);
        Box::new(html(visit.problem(StatusCode::NOT_FOUND, "problem-language")))
    })
}

fn html(answer: Answer) -> Response {
    let mut response = (answer.status, answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(language) = HeaderValue::from_str(&answer.language) {
        headers.insert(CONTENT_LANGUAGE, language);
    }
    if answer.clears {
        let (name, value) = clear_site_data();
        headers.insert(name, value);
    }
    response
}
