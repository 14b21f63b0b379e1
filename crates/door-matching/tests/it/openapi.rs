//! The description of the interface is true: every path and method that it names is there, no other is, and
//! what is sent has the fields that it says.

use axum::body::Body;
use axum::http::{Method, Request};
use door_matching::OPENAPI;
use matching::NotAnswered;
use serde_json::{Map, Value, json};

use crate::world::{Reply, World, print};

fn document() -> Value {
    serde_json::from_str(OPENAPI).unwrap()
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap_or_else(|| panic!("{value}"))
}

#[tokio::test]
async fn each_path_has_the_methods_that_are_described_and_no_other() {
    let world = World::new().await;
    for (path, item) in object(&document()["paths"]) {
        for method in [Method::GET, Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let described = object(item).contains_key(&method.as_str().to_lowercase());
            let request = Request::builder().method(method.clone()).uri(path);
            let reply = world.send(request.body(Body::empty()).unwrap()).await;
            assert_ne!(reply.status, 404, "{path}");
            assert_eq!(reply.status != 405, described, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn the_refusal_of_an_unknown_path_names_every_path_that_is_described() {
    let world = World::new().await;
    let said = world.get("/nothing", None).await.body;
    let document = document();
    let paths = object(&document["paths"]);
    let slashes: usize = paths.keys().map(|path| path.matches('/').count()).sum();
    assert!(paths.keys().all(|path| said.contains(path.as_str())), "{said}");
    assert_eq!(said.matches('/').count(), slashes, "{said}");
}

/// Where a value is not as a schema says; a small part of JSON Schema, and an error for any other.
fn check(document: &Value, schema: &Value, value: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next()) {
        return check(document, &document["components"]["schemas"][name], value, at);
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    let own = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    assert!(types.contains(&own), "{at}: {value} is no {types:?}");
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{at}: {value}");
    }
    if let Some(items) = value.as_array() {
        items.iter().for_each(|item| check(document, &schema["items"], item, &format!("{at}[]")));
    }
    if let Some(fields) = value.as_object() {
        let known = object(&schema["properties"]);
        for (name, field) in fields {
            let schema = known.get(name).unwrap_or_else(|| panic!("{at}.{name} is not described"));
            check(document, schema, field, &format!("{at}.{name}"));
        }
        for needed in schema["required"].as_array().into_iter().flatten() {
            let name = needed.as_str().unwrap_or_default();
            assert!(fields.contains_key(name), "{at}.{name} is not there");
        }
    }
}

/// Whether an answer is as it is described for its path and status.
fn is_described(path: &str, method: &str, reply: &Reply) {
    let document = document();
    let bare = path.split('?').next().unwrap();
    let responses = &document["paths"][bare][method]["responses"];
    let kind = reply.headers["content-type"].to_str().unwrap();
    let described = &responses[reply.status.as_str()]["content"][kind]["schema"];
    assert!(described.is_object(), "{path}: {} as {kind} is not described", reply.status);
    check(&document, described, &reply.json(), bare);
}

#[tokio::test]
async fn answers_have_the_fields_that_are_described() {
    let world = World::new().await;
    for round in [None, Some(NotAnswered::Loading)] {
        world.silence(round);
        for (path, key, bytes) in [
            ("/v1/match", 2, "picture 1 90"),
            ("/v1/match", 2, "picture 7 90"),
            ("/v1/match", 2, "words"),
            ("/v1/match", 2, "crash"),
            ("/v1/match?detail=true", 1, "picture 1 90"),
            ("/v1/match?detail=true", 1, "picture 3 90"),
            ("/v1/match?detail=true", 2, "picture 3 90"),
            ("/v1/match?x=1", 2, ""),
            ("/v1/hash", 2, "picture 1 90"),
            ("/v1/hash?orientations=true", 2, "picture 1 90"),
            ("/v1/hash", 2, "words"),
            ("/v1/hash", 2, "crash"),
            ("/v1/hash", 3, "words"),
            ("/v1/hash", 9, "words"),
        ] {
            is_described(path, "post", &world.file(path, key, bytes).await);
        }
        let known = json!({"pdq": print(1).to_string(), "quality": 90});
        let unknown = json!({"pdq": print(7).to_string()});
        for questions in [json!([known, unknown]), json!([unknown]), json!([])] {
            for (path, key) in [("/v1/lookup", 2), ("/v1/lookup?detail=1", 1), ("/v1/lookup", 3)] {
                let reply = world.json(path, key, &json!({ "questions": questions })).await;
                is_described(path, "post", &reply);
            }
        }
        is_described("/v1/lookup", "post", &world.text("/v1/lookup", 2, "text/plain", "x").await);
        for path in ["/v1/match", "/v1/hash"] {
            let reply = world.text(path, 2, "multipart/form-data; boundary=XX", "x").await;
            assert_eq!(reply.status, 415);
            is_described(path, "post", &reply);
        }
        is_described("/health/ready", "get", &world.get("/health/ready", Some(5)).await);
        is_described("/metrics", "get", &world.get("/metrics", Some(2)).await);
        let own = world.get("/openapi.json", None).await;
        assert_eq!(own.json(), document());
    }
}
