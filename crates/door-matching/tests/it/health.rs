//! Liveness apart from readiness, names and counts for an operator only.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use matching::NotAnswered;
use serde_json::{Value, json};

use crate::world::World;

#[tokio::test]
async fn a_door_that_loads_is_alive_and_not_ready() {
    let world = World::new().await;
    let ready = world.get("/health/ready", None).await;
    assert_eq!(ready.status, 200);
    assert_eq!(ready.json(), json!({"ready": true, "loading": 0, "damaged": 0}));
    for (why, loading, damaged) in
        [(NotAnswered::Loading, 1, 0), (NotAnswered::Damaged(String::new()), 0, 1)]
    {
        world.silence(Some(why));
        let not = world.get("/health/ready", None).await;
        assert_eq!(not.status, 503);
        assert_eq!(not.json(), json!({"ready": false, "loading": loading, "damaged": damaged}));
        assert_eq!(world.get("/health/live", None).await.status, 200);
    }
}

#[tokio::test]
async fn a_door_that_cannot_read_the_rows_of_a_list_is_not_ready_and_says_so_once() {
    let world = World::new().await;
    assert_eq!(world.service.changes().await, [] as [String; 0]);
    let world = World::new().await;
    let rows = world.dir.path().join("lists/known-one/rows.sqlite");
    std::fs::OpenOptions::new().write(true).open(rows).unwrap().set_len(0).unwrap();
    let lookup = json!({"questions": [{"md5": "22".repeat(16)}]});
    assert_eq!(world.json("/v1/lookup", 2, &lookup).await.status, 503);
    let ready = world.get("/health/ready", Some(5)).await;
    assert_eq!(ready.status, 503);
    let said = ready.json();
    assert_eq!((&said["ready"], &said["damaged"]), (&json!(false), &json!(1)));
    let status = Request::get("/status").body(Body::empty()).unwrap();
    assert_eq!(world.compat(status).await.status, 503);
    let metrics = world.get("/metrics", Some(5)).await.body;
    assert!(metrics.contains("list_state{list=\"known-one\",state=\"damaged\"} 1"), "{metrics}");
    let changes = world.service.changes().await;
    assert!(changes.len() == 1 && changes[0].starts_with("the list known-one is damaged"));
    assert_eq!(world.service.changes().await, [] as [String; 0]);
}

#[tokio::test]
async fn lists_are_named_to_a_key_of_the_scope_metrics_only() {
    let world = World::new().await;
    world.silence(Some(NotAnswered::Loading));
    let said = world.get("/health/ready", Some(5)).await.json();
    let states: Vec<(&Value, &Value)> = said["lists"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|list| (&list["name"], &list["state"]))
        .collect();
    let expected = [("coop-org1-known", "ready"), ("harmless", "ready"), ("known-one", "loading")];
    let expected = expected.map(|(name, state)| (json!(name), json!(state)));
    assert!(expected.iter().all(|(name, state)| states.contains(&(name, state))), "{said}");
    for key in [None, Some(2)] {
        assert_eq!(world.get("/health/ready", key).await.json()["lists"], Value::Null);
    }
}

#[tokio::test]
async fn outcomes_durations_lists_and_workers_are_counted() {
    let world = World::new().await;
    world.file("/v1/match", 2, "picture 1 90").await;
    world.file("/v1/match", 2, "picture 7 90").await;
    world.file("/v1/match", 2, "crash").await;
    world.json("/v1/lookup", 2, &json!({"questions": [{"md5": "11".repeat(16)}]})).await;
    let reply = world.get("/metrics", Some(5)).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.headers[CONTENT_TYPE], "text/plain; version=0.0.4; charset=utf-8");
    for line in [
        "suoja_matching_answers_total{call=\"match\",outcome=\"match\"} 1",
        "suoja_matching_answers_total{call=\"match\",outcome=\"no_match\"} 1",
        "suoja_matching_answers_total{call=\"lookup\",outcome=\"match\"} 1",
        "suoja_matching_requests_total{call=\"match\",status=\"2xx\"} 2",
        "suoja_matching_requests_total{call=\"match\",status=\"5xx\"} 1",
        "suoja_matching_request_seconds_count{call=\"match\"} 3",
        "suoja_matching_list_entries{list=\"known-one\"} 3",
        "suoja_matching_list_state{list=\"known-one\",state=\"ready\"} 1",
        "suoja_matching_workers_lost_total 1",
        "suoja_matching_keys 5",
    ] {
        assert!(reply.body.lines().any(|own| own == line), "{line}\n{}", reply.body);
    }
}
