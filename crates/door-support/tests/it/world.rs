//! A door with the directory that comes with the program.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::num::NonZeroU32;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use directory::Helplines;
use door_support::{Door, DoorError, Settings, Sources, router};
use jiff::Timestamp;
use tower::ServiceExt;
use web::Clock;

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

pub fn door(settings: Settings) -> Result<Door, DoorError> {
    let helplines = include_str!("../../../../content/helplines/helplines.toml");
    let helplines = Helplines::parse(helplines).unwrap();
    Door::new(settings, Sources { helplines, clock: Arc::new(Noon) })
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

pub async fn ask(method: Method, path: &str) -> Reply {
    let router = router(Arc::new(door(settings()).unwrap()));
    let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
    let response = router.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 20).await.unwrap();
    let body = String::from_utf8(body.to_vec()).unwrap();
    Reply { status: parts.status, headers: parts.headers, body }
}

pub async fn get(path: &str) -> Reply {
    ask(Method::GET, path).await
}
