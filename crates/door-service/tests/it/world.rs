//! A door with an invented list, and an engine that asks it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use axum::body::{Body, to_bytes};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Request, StatusCode};
use door_service::{Service, ServiceError, ServiceKey, Settings, Sources, router};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use tower::ServiceExt;
use trigger::{ListKey, Source, Trigger, compile};
use warning::{Arms, Experiment, Line, Links, Plan};
use web::{Clock, Entropy};

/// Harmless invented words.
pub const LIST: &str = "[words]\nzumbrelka\n[phrases]\nseven blue teapots\n\
                        [services]\nzumbrelka help line\n";

pub struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2030-01-15T12:00:00Z".parse().unwrap()
    }
}

/// A clock that is set by hand.
pub struct SetClock(pub Mutex<Timestamp>);

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// Numbers that differ and come again in the next run.
pub struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(0x9E37_79B9_7F4A_7C15, Ordering::Relaxed);
        for (byte, random) in bytes.iter_mut().zip(next.to_le_bytes().iter().cycle()) {
            *byte = *random;
        }
    }
}

pub fn plan() -> Experiment {
    let text = include_str!("plan.toml");
    let arms = Arms::embedded().unwrap();
    let (plan, hash) = Plan::parse("plan.toml", text, &arms.ids()).unwrap();
    Experiment::new(plan, hash)
}

pub fn settings() -> Settings {
    let links = Links {
        reach: "https://help.example".to_owned(),
        support: None,
        back: "https://engine.example/".to_owned(),
        programme: false,
    };
    Settings {
        channels: BTreeMap::from([("web".to_owned(), links)]),
        arm: "neutral".to_owned(),
        allow_unreviewed: true,
    }
}

pub fn service(
    settings: Settings,
    experiment: Option<Arc<Experiment>>,
) -> Result<Service, ServiceError> {
    service_by(Arc::new(Noon), settings, experiment)
}

/// The day on which the check of the one service that messages name still counts.
const LAST_GOOD_DAY: Date = date(2030, 1, 15);

pub fn service_by(
    clock: Arc<dyn Clock>,
    settings: Settings,
    experiment: Option<Arc<Experiment>>,
) -> Result<Service, ServiceError> {
    let key = ListKey::new([3; 32]);
    let compiled = compile(&Source::parse("list.txt", LIST).unwrap(), &key).unwrap();
    let line = |_: &locale::LanguageTag, day: Date| {
        let standing = if day <= LAST_GOOD_DAY { "Checked by us" } else { "It may have changed" };
        vec![Line {
            name: "Invented line".to_owned(),
            place: None,
            phone: Some("+00 1".to_owned()),
            dial: Some("+001".to_owned()),
            url: None,
            standing: standing.to_owned(),
        }]
    };
    let sources = Sources {
        trigger: Trigger::load(&compiled.to_bytes(), &key).unwrap(),
        arms: Arms::embedded().unwrap(),
        experiment,
        key: ServiceKey::new([7; 32]),
        lines: Box::new(line),
        clock,
        entropy: Arc::new(Counting(AtomicU64::new(1))),
    };
    Service::new(settings, sources)
}

/// An answer of the door.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// An engine, with the right key.
pub struct Engine(pub Arc<Service>);

impl Engine {
    pub fn new() -> Self {
        Self(Arc::new(service(settings(), None).unwrap()))
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = router(Arc::clone(&self.0)).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 1 << 20).await.unwrap();
        let body = String::from_utf8(body.to_vec()).unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Asks with a body of a type.
    pub async fn post(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let key = ServiceKey::new([7; 32]).to_text();
        let request = Request::post(path)
            .header(AUTHORIZATION, format!("Bearer {}", *key))
            .header(CONTENT_TYPE, kind)
            .body(body.into())
            .unwrap();
        self.send(request).await
    }

    /// Asks with a form.
    pub async fn ask(&self, path: &str, query: &str, language: &str) -> Answer {
        let body: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("q", query)
            .append_pair("language", language)
            .append_pair("channel", "web")
            .finish();
        self.post(path, "application/x-www-form-urlencoded", body).await
    }
}
