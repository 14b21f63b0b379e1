//! What is not there, or not meant so, gets a page in the reader's language.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use web::Circuit;

use crate::pages::assert_whole;
use crate::world::{ask, ask_of, get, usual};

#[tokio::test]
async fn what_is_not_there_says_so_in_the_readers_language() {
    let cases = [
        (Method::GET, "/fr/nothing", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/lines/xx", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/childhood/more", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/nothing/", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/%FF", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/lines/%FF", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/%FF/", 404, "Not in this language"),
        (Method::GET, "/%FF/childhood", 404, "Not in this language"),
        (Method::GET, "/xx/", 404, "Not in this language"),
        (Method::GET, "/de/childhood", 404, "Not in this language"),
        (Method::POST, "/fr/childhood", 405, "Cette page peut seulement être lue"),
        (Method::PUT, "/en/", 405, "This page can only be read"),
        (Method::DELETE, "/fr/lines/be", 405, "Cette page peut seulement être lue"),
    ];
    for (method, path, status, said) in cases {
        let reply = ask(method, path).await;
        assert_eq!(reply.status.as_u16(), status, "{path}");
        assert!(reply.body.contains(said), "{path}");
        assert!(reply.body.contains("/talk\""), "{path}: help is one step away");
        assert_whole(path, &reply);
    }
    let long = format!("/fr/{}", "a".repeat(8_000));
    assert_eq!(get(&long).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_has_no_language_of_ours_is_offered_each() {
    let reply = get("/de/").await;
    assert!(reply.links().iter().filter(|link| **link == "/fr/").count() >= 2);
}

#[tokio::test]
async fn a_slash_or_a_capital_too_many_does_no_harm_and_leads_nowhere_else() {
    for (path, to) in [
        ("/fr", "/fr/"),
        ("/FR", "/fr/"),
        ("/fr/lines/", "/fr/lines"),
        ("/fr/childhood/", "/fr/childhood"),
    ] {
        let reply = get(path).await;
        assert_eq!(reply.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        assert_eq!(reply.headers["location"], to, "{path}");
    }
    assert_eq!(get("/fr/lines/BE").await.status, StatusCode::OK);
    for path in ["//example.org/", "//example.org/lines/", "/fr//example.org/"] {
        assert!(get(path).await.headers.get("location").is_none(), "{path}");
    }
}

#[tokio::test]
async fn a_circuit_that_asks_too_much_is_told_so_and_another_is_not() {
    let router = usual();
    let request = |circuit: u128| {
        let mut request = Request::get("/fr/talk").body(Body::empty()).unwrap();
        request.extensions_mut().insert(Circuit(circuit));
        request
    };
    for _ in 0..60 {
        assert_eq!(ask_of(router.clone(), request(1)).await.status, StatusCode::OK);
    }
    let held = ask_of(router.clone(), request(1)).await;
    assert_eq!(held.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(held.body.contains("Un peu trop vite"));
    assert_whole("held back", &held);
    assert_eq!(ask_of(router, request(2)).await.status, StatusCode::OK);
}
