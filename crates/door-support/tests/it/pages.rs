//! Every page in every language is whole, leads to help, and takes nothing.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use door_support::DoorError;

use crate::world::{Reply, ask, door, get, settings};

fn assert_whole(path: &str, reply: &Reply) {
    assert!(!reply.body.contains('⟨'), "{path}: a text is missing");
    assert!(reply.body.starts_with("<!DOCTYPE html>") && reply.body.contains("</html>"), "{path}");
    for never in
        ["<script", "<form", "<input", "<button", " style=", " src=", "http-equiv", "@import"]
    {
        assert!(!reply.body.contains(never), "{path}: `{never}`");
    }
    let policy = reply.headers["content-security-policy"].to_str().unwrap_or_default();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{path}: {policy}");
    assert_eq!(reply.headers["cache-control"], "no-store", "{path}");
    assert_eq!(reply.headers["referrer-policy"], "no-referrer", "{path}");
    assert!(reply.headers.get("set-cookie").is_none(), "{path}");
    for link in reply.body.split("<a ").skip(1) {
        let tag = link.split('>').next().unwrap_or_default();
        let leaves = tag.contains("href=\"http") || tag.contains("href=\"/exit\"");
        assert!(!leaves || tag.contains("rel=\"noreferrer noopener\""), "{path}: {tag}");
    }
}

/// Walks from the entrance along every link, and returns the pages.
async fn walk(language: &str) -> Vec<(String, Reply)> {
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
        assert!(pages.len() >= 16, "{language}: {} pages", pages.len());
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
async fn every_way_leads_to_a_service_and_says_whether_it_was_checked() {
    let ways = [
        "danger",
        "young",
        "childhood",
        "adult",
        "threat",
        "helping",
        "professional",
        "evidence",
        "hash",
        "talk",
    ];
    for language in ["en", "fr"] {
        for way in ways {
            let path = format!("/{language}/{way}");
            let reply = get(&path).await;
            let outside = |link: &&str| link.starts_with("https://") || link.starts_with("tel:");
            assert!(reply.links().iter().any(outside), "{path}");
            let lines = reply.body.matches("<li><strong>").count();
            let standings = reply.body.matches("class=\"standing").count();
            assert!(standings >= lines.max(1), "{path}: {standings} beside {lines}");
        }
    }
}

#[tokio::test]
async fn where_images_are_spoken_of_it_says_that_none_is_taken() {
    for (language, said) in [
        ("en", "No image is ever sent to this site"),
        ("fr", "Aucune image n’est jamais envoyée à ce site"),
    ] {
        for way in ["childhood", "adult", "hash", "evidence"] {
            let body = get(&format!("/{language}/{way}")).await.body;
            assert!(body.contains(&format!("<p class=\"stays\">{said}")), "{language} {way}");
        }
        for (path, reply) in walk(language).await {
            let lower = reply.body.to_lowercase();
            assert!(!lower.contains("upload") && !lower.contains("téléversez"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_young_are_led_to_lines_for_them_and_to_no_survey() {
    for language in ["en", "fr"] {
        let body = get(&format!("/{language}/young")).await.body;
        for line in ["116 111", "takeitdown.ncmec.org"] {
            assert!(body.contains(line), "{language}: {line}");
        }
        assert!(!body.contains("survey") && !body.contains("questionnaire"), "{language}");
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
async fn what_is_not_there_says_so_in_the_readers_language() {
    let cases = [
        (Method::GET, "/fr/nothing", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/lines/xx", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/fr/childhood/more", 404, "Il n’y a pas de page ici"),
        (Method::GET, "/xx/", 404, "Not in this language"),
        (Method::POST, "/fr/childhood", 405, "Cette page peut seulement être lue"),
        (Method::PUT, "/en/", 405, "This page can only be read"),
    ];
    for (method, path, status, said) in cases {
        let reply = ask(method, path).await;
        assert_eq!(reply.status.as_u16(), status, "{path}");
        assert!(reply.body.contains(said), "{path}");
        assert_whole(path, &reply);
    }
    assert_eq!(get("/fr").await.headers["location"], "/fr/");
    assert_eq!(get("/fr/lines/BE").await.status, StatusCode::OK, "capitals are no other country");
}

#[test]
fn what_nobody_has_reviewed_is_not_shown_unless_the_operator_says_so() {
    let mut strict = settings();
    strict.allow_unreviewed = false;
    assert!(matches!(door(strict), Err(DoorError::Unreviewed(list)) if list.len() == 2));
}

#[tokio::test]
async fn a_page_is_small() {
    for path in ["/fr/", "/fr/talk", "/fr/lines/fr"] {
        assert!(get(path).await.body.len() < 40_000, "{path}");
    }
}
