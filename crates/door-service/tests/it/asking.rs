//! What an engine gets.

use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, SET_COOKIE};
use axum::http::{Request, StatusCode};

use crate::world::{Engine, SetClock, service_by, settings};

#[tokio::test]
async fn a_query_that_is_on_the_list_gets_a_message_in_every_shape() {
    let engine = Engine::new();
    let answer = engine.ask("/v1/decide", "where is the Zumbrelka?", "fr-BE, en;q=0.5").await;
    assert_eq!(answer.status, StatusCode::OK);
    let json = answer.json();
    assert_eq!((&json["warn"], &json["complete"]), (&true.into(), &true.into()));
    let message = &json["message"];
    assert_eq!((&message["arm"], &message["language"]), (&"neutral".into(), &"fr".into()));
    assert_eq!(message["links"][0]["href"], "https://help.example/fr/w/web/neutral/help");
    assert!(json["fragment"].as_str().unwrap().starts_with("<section class=\"suoja-warning\""));

    let page = engine.ask("/v1/page", "seven blue  TEAPOTS", "de").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.starts_with("<!DOCTYPE html>"));
    assert_eq!(page.headers[CONTENT_LANGUAGE], "en");
    assert_eq!(page.headers[CACHE_CONTROL], "no-store");
    let policy = page.headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert!(page.headers.get(SET_COOKIE).is_none());

    assert_eq!(engine.ask("/v1/gate", "zumbrelka", "").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn other_queries_pass_and_a_help_service_is_not_hidden() {
    let engine = Engine::new();
    for query in ["seven teapots", "", "zumbrelka help line", "blue"] {
        let answer = engine.ask("/v1/decide", query, "en").await;
        assert_eq!(answer.body, r#"{"warn":false,"complete":true}"#, "{query}");
        assert_eq!(engine.ask("/v1/page", query, "en").await.status, StatusCode::NO_CONTENT);
        assert_eq!(engine.ask("/v1/gate", query, "en").await.status, StatusCode::NO_CONTENT);
    }
}

#[tokio::test]
async fn a_form_and_json_ask_the_same() {
    let engine = Engine::new();
    let json = r#"{"query": "zum\u0062relka", "language": "fr", "channel": "web"}"#;
    let asked = engine.post("/v1/decide", "application/json; charset=utf-8", json).await;
    let form = engine.ask("/v1/decide", "zumbrelka", "fr").await;
    assert_eq!(asked.body, form.body);
    // Bytes that are no UTF-8 spoil themselves and not the words beside them.
    let damaged = "q=%FF+zumbrelka&channel=web";
    let answer = engine.post("/v1/gate", "application/x-www-form-urlencoded", damaged).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn no_answer_has_the_query_or_the_rule_in_it() {
    let engine = Engine::new();
    for path in ["/v1/decide", "/v1/page"] {
        let answer = engine.ask(path, "marker-of-a-person zumbrelka", "en").await;
        let heads = format!("{:?}", answer.headers);
        for never in ["marker", "zumbrelka", "teapots"] {
            assert!(!answer.body.contains(never) && !heads.contains(never), "{path}: {never}");
        }
    }
}

#[tokio::test]
async fn a_service_whose_check_ended_overnight_is_not_shown_as_checked_any_more() {
    let at = |time: &str| time.parse().unwrap();
    let clock = Arc::new(SetClock(Mutex::new(at("2030-01-15T23:59:00Z"))));
    let engine = Engine(Arc::new(service_by(clock.clone(), settings(), None).unwrap()));
    let said = async |standing: &str| {
        for path in ["/v1/decide", "/v1/page"] {
            let answer = engine.ask(path, "zumbrelka", "en").await;
            assert!(answer.body.contains(standing), "{path}: {standing}: {}", answer.body);
        }
    };
    said("Checked by us").await;
    *clock.0.lock().unwrap() = at("2030-01-16T00:00:30Z");
    engine.0.tick();
    said("It may have changed").await;
}

#[tokio::test]
async fn health_needs_no_key() {
    let engine = Engine::new();
    for path in ["/health/live", "/health/ready"] {
        let answer = engine.send(Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
}
