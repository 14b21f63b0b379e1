//! A door with the directory that comes with the program.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use directory::Helplines;
use door_support::{Door, DoorError, Settings, Sources, router};
use jiff::Timestamp;
use tower::ServiceExt;
use web::Clock;

/// The pages of the entrance.
pub const WAYS: [&str; 10] = [
    "danger",
    "young",
    "childhood",
    "adult",
    "threat",
    "helping",
    "professional",
    "evidence",
    "hash",
    "talk",
];

const HELPLINES: &str = include_str!("../../../../content/helplines/helplines.toml");

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2026-11-24T12:00:00Z".parse().unwrap()
    }
}

pub fn settings() -> Settings {
    Settings {
        allow_unreviewed: true,
        exit: "https://www.example.org/".to_owned(),
        onion: Some("http://example.onion".to_owned()),
        strict_transport: true,
        per_circuit_per_minute: NonZeroU32::new(60).unwrap(),
    }
}

pub fn helplines() -> Helplines {
    Helplines::parse(HELPLINES).unwrap()
}

/// The directory, without an entry or with another text in its place.
pub fn helplines_with(id: &str, instead: &str) -> Helplines {
    let own = format!("\nid = \"{id}\"\n");
    let blocks = HELPLINES.split("[[helpline]]");
    let changed: Vec<&str> =
        blocks.map(|block| if block.starts_with(&own) { instead } else { block }).collect();
    let text = changed.join("[[helpline]]").replace("[[helpline]][[helpline]]", "[[helpline]]");
    Helplines::parse(&text).unwrap()
}

pub fn entry(id: &str) -> &'static str {
    let own = format!("\nid = \"{id}\"\n");
    HELPLINES.split("[[helpline]]").find(|block| block.starts_with(&own)).unwrap()
}

pub fn door(settings: Settings, helplines: Helplines) -> Result<Door, DoorError> {
    Door::new(settings, Sources { helplines, clock: Arc::new(Noon) })
}

pub fn usual() -> Router {
    router(Arc::new(door(settings(), helplines()).unwrap()))
}

/// An answer of the door.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Reply {
    /// Where links lead.
    pub fn links(&self) -> Vec<&str> {
        let parts = self.body.split("href=\"").skip(1);
        parts.filter_map(|part| part.split('"').next()).collect()
    }
}

/// Sends a request and gives its body as bytes.
pub async fn send(router: Router, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
    let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
    (parts.status, parts.headers, to_bytes(body, 1 << 20).await.unwrap().to_vec())
}

pub async fn ask_of(router: Router, request: Request<Body>) -> Reply {
    let (status, headers, body) = send(router, request).await;
    Reply { status, headers, body: String::from_utf8(body).unwrap() }
}

pub async fn ask(method: Method, path: &str) -> Reply {
    let request = Request::builder().method(method).uri(path).body(Body::empty());
    ask_of(usual(), request.unwrap()).await
}

pub async fn get(path: &str) -> Reply {
    ask(Method::GET, path).await
}
