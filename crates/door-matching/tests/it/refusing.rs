//! What is refused, under which status, and in which words. Every refusal says that nothing was answered.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::header::{
    AUTHORIZATION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE,
};
use axum::http::{Method, Request};
use door_matching::Settings;
use serde_json::json;

use crate::world::{Reply, Stuck, World, bearer, key_file, print};

fn check(reply: &Reply, status: u16, words: &str) {
    assert_eq!(reply.status.as_u16(), status, "{words}: {reply:?}");
    assert_eq!(reply.headers[CONTENT_TYPE], "application/problem+json", "{reply:?}");
    let said = reply.json();
    assert_eq!((&said["status"], &said["outcome"]), (&json!(status), &json!("not_answered")));
    assert!(said["detail"].as_str().is_some_and(|detail| detail.contains(words)), "{said}");
}

#[tokio::test]
async fn without_a_key_of_the_scope_nothing_is_answered() {
    let world = World::new().await;
    for sent in [None, Some("Bearer suoja-matching-AAAA"), Some("Basic abc"), Some("")] {
        let mut request = Request::post("/v1/match");
        if let Some(sent) = sent {
            request = request.header(AUTHORIZATION, sent);
        }
        let reply = world.send(request.body(Body::from("picture 1 90")).unwrap()).await;
        check(&reply, 401, "Authorization: Bearer");
        assert_eq!(reply.headers[WWW_AUTHENTICATE], "Bearer");
    }
    check(&world.file("/v1/hash", 3, "x").await, 403, "scope `hash`");
    check(&world.file("/v1/match", 4, "x").await, 403, "scope `match`");
    check(&world.get("/metrics", Some(2)).await, 403, "scope `metrics`");
    check(&world.get("/metrics", None).await, 401, "Bearer");
}

#[tokio::test]
async fn bad_requests_are_named_by_their_place() {
    let world = World::new().await;
    let json_type = "application/json";
    let one = json!({"questions": [{"pdq": print(1).to_string()}]}).to_string();
    let many = format!("{{\"questions\": [{}{{}}]}}", "{},".repeat(10_000));
    for (path, kind, body, status, words) in [
        ("/v1/lookup", json_type, "", 400, "line 1 column 0"),
        ("/v1/lookup", json_type, "{\"questions\": [{\"md5\": \"x\"}]}", 400, "questions[0].md5"),
        (
            "/v1/lookup",
            json_type,
            "{\"questions\": [{\"md6\": \"x\"}]}",
            400,
            "unknown field `md6`",
        ),
        ("/v1/lookup", json_type, "{\"questions\": []}", 400, "1 to 10,000"),
        ("/v1/lookup", json_type, &many, 400, "more than 10000"),
        ("/v1/lookup", "text/plain", &one, 415, "application/json"),
        ("/v1/lookup?details=true", json_type, &one, 400, "`details` is no parameter"),
        ("/v1/lookup?detail=perhaps", json_type, &one, 400, "`detail` is true or false"),
        ("/v1/match?surfaces=x", "", "x", 400, "`surfaces` is no parameter"),
        ("/v1/nothing", "", "x", 404, "/openapi.json"),
        ("/openapi.json", "", "x", 405, "GET"),
    ] {
        check(&world.text(path, 1, kind, body).await, status, words);
    }
    for path in ["/v1/hash", "/v1/match", "/v1/lookup"] {
        check(&world.get(path, Some(1)).await, 405, "POSTed");
        let put = Request::builder().method(Method::DELETE).uri(path).body(Body::empty()).unwrap();
        check(&world.send(put).await, 405, "POSTed");
    }
}

#[tokio::test]
async fn a_file_that_is_wrapped_or_compressed_is_refused_and_not_said_to_be_on_no_list() {
    let world = World::new().await;
    let wrapped = [
        ("multipart/form-data; boundary=XX", "--XX\r\n\r\npicture 1 90\r\n--XX--\r\n"),
        ("Multipart/Mixed; boundary=XX", "--XX--\r\n"),
        ("application/json; charset=utf-8", "{\"file\": \"cGljdHVyZSAxIDkw\"}"),
    ];
    for path in ["/v1/match", "/v1/hash"] {
        for (kind, body) in wrapped {
            check(&world.text(path, 2, kind, body).await, 415, "curl --data-binary");
        }
        // What curl sends by itself, and what others send.
        for kind in ["application/x-www-form-urlencoded", "image/jpeg", "application/octet-stream"]
        {
            assert_eq!(world.text(path, 2, kind, "picture 1 90").await.status, 200, "{kind}");
        }
    }
    for (path, kind) in [("/v1/match", "image/jpeg"), ("/v1/lookup", "application/json")] {
        for (coding, status) in [("gzip", 415), ("identity, br", 415), ("identity", 200)] {
            let body = match path {
                "/v1/match" => "picture 1 90".to_owned(),
                _ => json!({"questions": [{"md5": "11".repeat(16)}]}).to_string(),
            };
            let request = Request::post(path)
                .header(AUTHORIZATION, bearer(2))
                .header(CONTENT_TYPE, kind)
                .header(CONTENT_ENCODING, coding);
            let reply = world.send(request.body(Body::from(body)).unwrap()).await;
            assert_eq!(reply.status, status, "{path} {coding} {reply:?}");
        }
    }
}

#[tokio::test]
async fn what_is_too_large_is_refused_by_its_head_and_while_it_comes() {
    let world = World::impatient().await;
    check(&world.file("/v1/match", 2, &"x".repeat(1001)).await, 413, "1000 bytes");
    let said = Request::post("/v1/match")
        .header(AUTHORIZATION, bearer(2))
        .header(CONTENT_LENGTH, "99999999999")
        .body(Body::from("x"))
        .unwrap();
    check(&world.send(said).await, 413, "1000 bytes");
    let large = format!("{{\"questions\": [{{\"surface\": \"{}\"}}]}}", "x".repeat(9 << 20));
    check(&world.text("/v1/lookup", 2, "application/json", &large).await, 413, "bytes");
}

#[tokio::test]
async fn what_comes_too_slowly_or_breaks_off_is_refused() {
    let world = World::impatient().await;
    for path in ["/v1/match", "/v1/hash", "/v1/lookup"] {
        let silent = Body::new(Stuck::default());
        let kind = if path == "/v1/lookup" { "application/json" } else { "image/png" };
        let request = Request::post(path)
            .header(AUTHORIZATION, bearer(1))
            .header(CONTENT_TYPE, kind)
            .body(silent)
            .unwrap();
        check(&world.send(request).await, 408, "send it faster");
    }
    let broken = Body::new(Stuck { broken: true, ..Stuck::default() });
    let request = Request::post("/v1/match").header(AUTHORIZATION, bearer(1)).body(broken).unwrap();
    check(&world.send(request).await, 400, "broke off");
}

#[tokio::test]
async fn uploads_that_lie_idle_keep_nobody_waiting() {
    let settings = Settings { largest_file: 16 << 20, memory: 16 << 20, ..Settings::default() };
    let world = Arc::new(World::with(settings).await);
    let upload = |said: &'static str, body: Stuck| {
        let world = Arc::clone(&world);
        let request = Request::post("/v1/match")
            .header(AUTHORIZATION, bearer(2))
            .header(CONTENT_LENGTH, said)
            .body(Body::new(body));
        tokio::spawn(async move { world.send(request.unwrap()).await })
    };
    let soon = Duration::from_secs(5);
    // Four have said how much is to come, and sent nothing.
    let idle: Vec<_> = (0..4).map(|_| upload("16777216", Stuck::default())).collect();
    tokio::time::sleep(Duration::from_millis(50)).await;
    let file = tokio::time::timeout(soon, world.file("/v1/match", 2, "picture 7 90"));
    assert_eq!(file.await.unwrap().status, 200);
    // One has sent all that there is room for but the last byte: hashes are looked up all the same.
    let full = Stuck { first: Some(vec![0; (16 << 20) - 1].into()), ..Stuck::default() };
    let full = upload("16777216", full);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let asked = json!({"questions": [{"md5": "22".repeat(16)}]});
    let lookup = tokio::time::timeout(soon, world.json("/v1/lookup", 2, &asked));
    assert_eq!(lookup.await.unwrap().status, 200);
    idle.iter().chain([&full]).for_each(tokio::task::JoinHandle::abort);
}

#[tokio::test]
async fn a_key_that_has_asked_too_much_waits_and_others_do_not() {
    let world = World::new().await;
    let of = |count: usize| json!({"questions": vec![json!({"md5": "22".repeat(16)}); count]});
    // More than it may ask in a minute: waiting would not help.
    check(&world.json("/v1/lookup", 3, &of(4)).await, 413, "in several calls");
    let world = World::new().await;
    assert_eq!(world.json("/v1/lookup", 3, &of(3)).await.status, 200);
    let reply = world.json("/v1/lookup", 3, &of(1)).await;
    check(&reply, 429, "3 questions a minute");
    let wait: u64 = reply.headers[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert_eq!(world.json("/v1/lookup", 2, &of(1)).await.status, 200);
}

#[tokio::test]
async fn a_key_whose_line_is_removed_opens_nothing_any_more() {
    let world = World::new().await;
    assert_eq!(world.file("/v1/match", 2, "picture 7 90").await.status, 200);
    let without: String = key_file()
        .lines()
        .filter(|line| !line.starts_with("plain "))
        .collect::<Vec<_>>()
        .join("\n");
    assert_eq!(world.service.read_keys(&without), []);
    check(&world.file("/v1/match", 2, "picture 7 90").await, 401, "Bearer");
    assert_eq!(world.file("/v1/match", 1, "picture 7 90").await.status, 200);
}
