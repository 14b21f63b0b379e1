//! Bad input of every kind: an answer in the reader's language, nothing kept, no panic.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::world::{Reply, World, world};

fn assert_in(reply: &Reply, language: &str, status: u16) {
    assert_eq!(reply.status.as_u16(), status, "{}", reply.heading());
    assert!(reply.body.contains(&format!("<html lang=\"{language}\"")), "{status}");
    assert!(reply.headers.contains_key("content-security-policy"));
}

async fn raw(world: &World, path: &str, kind: &str, body: Vec<u8>) -> Reply {
    let request = Request::post(path).header("content-type", kind).body(Body::from(body));
    world.send(request.unwrap()).await
}

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn absurd_languages_and_paths() {
    let world = world().await;
    for path in
        ["/xx-absurd-tag/", "/de/", "/%00/", "/%FF/", "/%F0%9F%98%80/", "/..%2f/", "/fr%20fr/"]
    {
        assert_eq!(world.get(path).await.status, 404, "{path}");
        assert_eq!(world.post(path, &[("go", "me")]).await.status, 404, "{path}");
    }
    assert_in(&world.get("/fr/nothing/here").await, "fr", 404);
    assert_eq!(world.get("/FR/").await.status, 200, "a tag's case means nothing");
    let long = format!("/{}/", "a".repeat(8_000));
    assert_eq!(world.get(&long).await.status, 404);
}

#[tokio::test]
async fn wrong_methods_types_and_sizes() {
    let world = world().await;
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let request = Request::builder().method(method).uri("/fr/").body(Body::empty());
        assert_in(&world.send(request.unwrap()).await, "fr", 405);
    }
    assert_in(
        &raw(&world, "/fr/", "multipart/form-data; boundary=x", b"--x".to_vec()).await,
        "fr",
        415,
    );
    assert_in(&raw(&world, "/fr/", "", b"go=me".to_vec()).await, "fr", 415);
    assert_in(&raw(&world, "/fr/", FORM, b"go=%FF%FE".to_vec()).await, "fr", 400);
    let million = [b"words=".to_vec(), vec![b'x'; 1 << 20]].concat();
    assert_in(&raw(&world, "/fr/", FORM, million).await, "fr", 413);
    let fields = "a=b&".repeat(web::MOST_FIELDS + 1).into_bytes();
    assert_in(&raw(&world, "/fr/", FORM, fields).await, "fr", 413);
    assert!(world.parts().await.is_empty());
}

#[tokio::test]
async fn tampered_missing_and_foreign_states() {
    let world = world().await;
    let page = world.begin("/fr/", "help-us").await;
    let state = page.state();
    let mut tampered = state.clone().into_bytes();
    let middle = tampered.len() / 2;
    tampered[middle] = if tampered[middle] == b'A' { b'B' } else { b'A' };
    let tampered = String::from_utf8(tampered).unwrap();
    let cut = &state[..state.len() / 2];
    for bad in [tampered.as_str(), cut, "", "é", "AAAA"] {
        let reply = world.post("/fr/", &[("go", "next"), ("state", bad)]).await;
        assert_in(&reply, "fr", 400);
    }
    assert_in(&world.post("/fr/", &[("go", "next")]).await, "fr", 400);
    assert_in(&world.post("/fr/", &[]).await, "fr", 400);
    assert_in(&world.post("/fr/", &[("go", "nonsense"), ("state", &state)]).await, "fr", 400);
    // A door that was started anew knows no field of the one before.
    let other = crate::world::world().await;
    let reply = other.post("/fr/", &[("go", "next"), ("state", &state)]).await;
    assert_in(&reply, "fr", 400);
    assert!(world.parts().await.is_empty() && other.parts().await.is_empty());
}

#[tokio::test]
async fn wrong_fields_are_said_one_by_one_and_nothing_typed_is_lost() {
    let world = world().await;
    let page = world.begin("/fr/", "help-us").await;
    assert_in(&world.next("/fr/", &page, &[("wish_stop", "perhaps")]).await, "fr", 422);

    let mut page = page;
    while !page.body.contains("name=\"days_month\"") {
        page = world.next("/fr/", &page, &[]).await;
    }
    let fields = [("days_month", "31<script>"), ("how_often", "weekly")];
    let wrong = world.next("/fr/", &page, &fields).await;
    assert_in(&wrong, "fr", 422);
    assert!(wrong.body.contains("href=\"#i-days_month-0\""), "the error links to its field");
    assert!(wrong.body.contains("id=\"i-days_month-0\""));
    assert!(wrong.body.contains("aria-invalid=\"true\""));
    assert!(wrong.body.contains("31&#60;script&#62;"), "what was typed is there, and harmless");
    assert!(wrong.body.contains("value=\"weekly\" checked"));
    assert_eq!(world.next("/fr/", &wrong, &[("days_month", "30")]).await.status, 200);
}

#[tokio::test]
async fn characters_that_no_keyboard_writes() {
    let world = world().await;
    let mut page = world.begin("/fr/", "no-need").await;
    while !page.body.contains("<textarea") {
        page = world.next("/fr/", &page, &[]).await;
    }
    for text in ["a\0b", "\u{1b}[31m", "x\u{7f}"] {
        assert_in(&world.next("/fr/", &page, &[("no_need_words", text)]).await, "fr", 422);
    }
    let long = "é".repeat(501);
    let reply = world.next("/fr/", &page, &[("no_need_words", &long)]).await;
    assert_in(&reply, "fr", 422);
    assert!(reply.body.contains(&long), "the whole text is still there");
}
