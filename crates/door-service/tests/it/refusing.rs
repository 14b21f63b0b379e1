//! What the door refuses, and in which words.

use axum::body::Body;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{Request, StatusCode};
use door_service::{LARGEST_BODY, ServiceError};

use crate::world::{Engine, plan, service, settings};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn without_the_key_nothing_is_said() {
    let engine = Engine::new();
    for sent in [None, Some("Bearer suoja-service-AAAA"), Some("Basic abc"), Some("")] {
        let mut request = Request::post("/v1/decide").header(CONTENT_TYPE, FORM);
        if let Some(sent) = sent {
            request = request.header(AUTHORIZATION, sent);
        }
        let body = Body::from("q=zumbrelka&channel=web");
        let answer = engine.send(request.body(body).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.headers[WWW_AUTHENTICATE], "Bearer");
        assert_eq!(answer.json()["status"], 401);
    }
}

#[tokio::test]
async fn what_cannot_be_read_gets_a_reason_and_never_its_own_words() {
    let engine = Engine::new();
    let long = format!("q={}&channel=web", "x".repeat(LARGEST_BODY));
    let cases = [
        ("/v1/decide", FORM, "q=marker", 422, "channel"),
        ("/v1/decide", FORM, "q=marker&channel=elsewhere", 422, "channel"),
        ("/v1/decide", "text/plain", "marker", 415, "application/json"),
        ("/v1/decide", "application/json", "{\"query\": marker", 400, "JSON"),
        ("/v1/decide", "application/json", "{\"marker\": 1}", 400, "JSON"),
        ("/v1/decide", FORM, &long, 413, "16 KiB"),
        ("/v1/decide?q=marker", FORM, "channel=web", 400, "URL"),
        ("/v2/marker", FORM, "", 404, "/v1/decide"),
    ];
    for (path, kind, body, status, words) in cases {
        let answer = engine.post(path, kind, body.to_owned()).await;
        assert_eq!(answer.status.as_u16(), status, "{path} {kind}");
        assert!(answer.body.contains(words), "{}", answer.body);
        assert!(!answer.body.contains("marker") && !answer.body.contains("xxx"), "{}", answer.body);
        assert_eq!(answer.headers[CONTENT_TYPE], "application/problem+json");
    }
    let get = engine.send(Request::get("/v1/decide").body(Body::empty()).unwrap()).await;
    assert_eq!(get.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn what_is_not_fit_to_be_shown_is_not_served() {
    let mut strict = settings();
    strict.allow_unreviewed = false;
    let said = service(strict, None).err().unwrap();
    assert!(matches!(&said, ServiceError::Unreviewed(list) if !list.is_empty()), "{said}");

    let mut unknown = settings();
    unknown.arm = "nobody".to_owned();
    assert!(matches!(service(unknown, None), Err(ServiceError::Arm { .. })));

    let mut bare = settings();
    bare.channels.clear();
    assert!(matches!(service(bare, None), Err(ServiceError::NoChannel)));

    let mut other = settings();
    let links = other.channels.remove("web").unwrap();
    other.channels.insert("onion".to_owned(), links.clone());
    let experiment = Some(std::sync::Arc::new(plan()));
    assert!(matches!(service(other, experiment), Err(ServiceError::PlannedChannel(_))));

    let mut path = settings();
    path.channels.insert("a/b".to_owned(), links);
    assert!(matches!(service(path, None), Err(ServiceError::Channel(_))));
}
