//! Every page in every language is whole, says what it must, and takes nothing.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use door_support::DoorError;
use web::style_source;

use crate::world::{Reply, WAYS, door, get, helplines, send, settings, usual};

pub fn assert_whole(path: &str, reply: &Reply) {
    assert!(!reply.body.contains('⟨'), "{path}: a text is missing");
    assert!(reply.body.starts_with("<!DOCTYPE html>") && reply.body.contains("</html>"), "{path}");
    for never in
        ["<script", "<form", "<input", "<button", " style=", " src=", "http-equiv", "@import"]
    {
        assert!(!reply.body.contains(never), "{path}: `{never}`");
    }
    let style = reply.body.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let policy = format!(
        "default-src 'none'; style-src '{}'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; sandbox ",
        style_source(style.unwrap_or_default())
    );
    for (name, value) in [
        ("content-security-policy", policy.as_str()),
        ("cache-control", "no-store"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("strict-transport-security", "max-age=31536000"),
        ("onion-location", "http://example.onion/"),
    ] {
        let said = reply.headers[name].to_str().unwrap_or_default();
        assert!(said.starts_with(value), "{path}: {name}: {said}");
    }
    assert!(reply.headers.get("set-cookie").is_none(), "{path}");
    assert!(reply.body.contains("<a class=\"exit\" href=\"/exit\""), "{path}");
    for link in reply.body.split("<a ").skip(1) {
        let tag = link.split('>').next().unwrap_or_default();
        let leaves = tag.contains("href=\"http") || tag.contains("href=\"/exit\"");
        assert!(!leaves || tag.contains("rel=\"noreferrer noopener\""), "{path}: {tag}");
    }
}

/// Walks from the entrance along every link, and returns the pages.
pub async fn walk(language: &str) -> Vec<(String, Reply)> {
    let mut open = vec![format!("/{language}/")];
    let mut seen = BTreeSet::new();
    let mut pages = Vec::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let reply = get(&path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        let inside =
            reply.links().into_iter().filter(|link| link.starts_with(&format!("/{language}/")));
        open.extend(inside.map(str::to_owned));
        pages.push((path, reply));
    }
    pages
}

#[tokio::test]
async fn every_link_leads_to_a_whole_page() {
    for language in ["en", "fr"] {
        let pages = walk(language).await;
        assert!(pages.len() >= 18, "{language}: {} pages", pages.len());
        for (path, reply) in &pages {
            assert_whole(path, reply);
            assert_eq!(reply.headers["content-language"], language, "{path}");
            for other in ["en", "fr"] {
                let switch = path.replacen(language, other, 1);
                assert_eq!(get(&switch).await.status, StatusCode::OK, "{switch}");
            }
        }
    }
}

#[tokio::test]
async fn no_language_comes_before_another_on_the_first_page() {
    let reply = get("/").await;
    assert_whole("/", &reply);
    for (language, said) in
        [("en", "It was not your fault."), ("fr", "Ce n’était pas votre faute.")]
    {
        let card = format!("<a href=\"/{language}/\" hreflang=\"{language}\" lang=\"{language}\"");
        assert!(reply.body.contains(&card) && reply.body.contains(said), "{language}");
    }
}

#[tokio::test]
async fn where_images_are_spoken_of_it_says_that_none_is_taken_and_none_is_to_be_sent_on() {
    for (language, said) in [
        ("en", ["No image is ever uploaded to us", "do not send images to others as proof"]),
        (
            "fr",
            [
                "Aucune image n’est jamais envoyée à ce site",
                "n’envoyer d’images à personne comme preuve",
            ],
        ),
    ] {
        for way in WAYS.iter().filter(|way| !["danger", "talk"].contains(way)) {
            let body = get(&format!("/{language}/{way}")).await.body;
            let stays = body.split("<p class=\"stays\">").nth(1).unwrap_or_default();
            let stays = stays.split("</p>").next().unwrap_or_default();
            assert!(said.iter().all(|own| stays.contains(own)), "{language} {way}: {stays}");
            let note = if language == "en" { "You can leave it out" } else { "On peut la laisser" };
            assert!(body.contains(note), "{language} {way}: no note on its content");
        }
    }
}

#[tokio::test]
async fn no_page_invites_an_upload_and_none_leads_to_a_survey() {
    for language in ["en", "fr"] {
        for (path, reply) in walk(language).await {
            let lower = reply.body.to_lowercase();
            let lower = lower.replace("no image is ever uploaded to us", "");
            for never in ["upload", "téléverse", "survey", "questionnaire", "enquête anonyme"] {
                assert!(!lower.contains(never), "{path}: {never}");
            }
        }
    }
}

#[tokio::test]
async fn whoever_leaves_is_gone_and_the_browser_is_asked_to_forget() {
    let reply = get("/exit").await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    assert_eq!(reply.headers["location"], "https://www.example.org/");
    assert_eq!(reply.headers["clear-site-data"], "\"*\"");
}

#[tokio::test]
async fn unread_texts_are_refused_or_every_page_says_so() {
    let mut strict = settings();
    strict.allow_unreviewed = false;
    let refused = door(strict, helplines());
    assert!(matches!(refused, Err(DoorError::Unreviewed(list)) if list.len() == 2));
    for (language, said) in [("en", "not yet been read by"), ("fr", "n’a pas encore été relu")]
    {
        for (path, reply) in walk(language).await {
            assert!(reply.body.contains(said), "{path}");
        }
    }
}

#[tokio::test]
async fn a_page_is_small() {
    for language in ["en", "fr"] {
        for (path, _) in walk(language).await {
            let request = Request::get(&path).header("accept-encoding", "gzip");
            let Ok(request) = request.body(Body::empty()) else { panic!("{path}") };
            let (_, headers, body) = send(usual(), request).await;
            assert_eq!(headers["content-encoding"], "gzip", "{path}");
            assert!(body.len() < 10_000, "{path}: {} bytes", body.len());
        }
    }
}
