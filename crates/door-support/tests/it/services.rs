//! Which services a page names, and which it must never name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use directory::Purpose;
use door_support::{DoorError, router};

use crate::pages::walk;
use crate::world::{WAYS, ask_of, door, entry, get, helplines, helplines_with, settings};

#[tokio::test]
async fn nobody_here_is_sent_to_lines_for_those_who_fear_what_they_might_do() {
    let directory = helplines();
    let others = directory.iter().filter(|own| own.purposes.contains(&Purpose::Oneself));
    let names: Vec<&str> = others.map(|own| own.name.as_str()).collect();
    assert!(names.len() >= 5, "the directory has such lines: {names:?}");
    for language in ["en", "fr"] {
        for (path, reply) in walk(language).await {
            for name in &names {
                assert!(!reply.body.contains(name), "{path}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn every_way_leads_to_a_service_and_says_whether_it_was_checked() {
    for language in ["en", "fr"] {
        for way in WAYS {
            let path = format!("/{language}/{way}");
            let reply = get(&path).await;
            let links = reply.links();
            let outside =
                links.iter().filter(|own| ["https:", "tel:"].iter().any(|s| own.starts_with(s)));
            assert!(outside.count() > 0, "{path}");
            let lines = reply.body.matches("<ul class=\"lines\">").count();
            let standings = reply.body.matches("class=\"standing").count();
            assert!(standings >= lines, "{path}: {standings} beside {lines}");
        }
    }
}

#[tokio::test]
async fn every_step_that_promises_lines_has_some() {
    for language in ["en", "fr"] {
        for step in [
            "danger-call",
            "danger-self",
            "young-talk",
            "young-images",
            "young-now",
            "childhood-report",
            "childhood-tool",
            "childhood-rights",
            "adult-tool",
            "adult-law",
            "threat-before",
            "threat-tell",
            "threat-much",
            "helping-images",
            "helping-you",
            "professional-images",
            "professional-advice",
            "evidence-ask",
            "hash-need",
            "talk-harmed",
            "talk-now",
        ] {
            let way = step.split('-').next().unwrap();
            let body = get(&format!("/{language}/{way}")).await.body;
            assert!(section(&body, step).contains("<li>"), "{language}: {step} names nobody");
        }
    }
}

/// A long list is folded by country, so that a page stays short; numbers for danger and for the worst
/// hour never are.
#[tokio::test]
async fn long_lists_are_folded_by_country_and_help_in_danger_stands_open() {
    let body = get("/fr/childhood").await.body;
    let step = section(&body, "childhood-report");
    for country in ["France", "Belgique", "Suisse", "Canada", "Dans beaucoup de pays"] {
        assert!(step.contains(&format!("<summary>{country}</summary>")), "{country}");
    }
    let france = step.split("<summary>France</summary>").nth(1).unwrap();
    let france = france.split("<summary>Belgique").next().unwrap();
    assert!(france.contains("pointdecontact.net") && !france.contains("childfocus.be"));
    assert!(!step.contains("href=\"/fr/lines\""), "one need not leave the page for a country");
    for (page, step) in [("danger", "danger-call"), ("young", "young-now")] {
        let body = get(&format!("/fr/{page}")).await.body;
        let step = section(&body, step);
        assert!(!step.contains("class=\"country\"") && step.contains("tel:112"), "{page}: {step}");
    }
}

/// A step of a page.
fn section<'a>(body: &'a str, step: &str) -> &'a str {
    let after = body.split(&format!("<h2 id=\"s-{step}\">")).nth(1).unwrap();
    after.split("</section>").next().unwrap()
}

#[tokio::test]
async fn the_young_find_lines_for_them_and_for_the_worst_hour() {
    for (language, lines) in [
        ("en", ["116 111", "takeitdown.ncmec.org", "tel:112", "findahelpline.com"]),
        ("fr", ["tel:3018", "takeitdown.ncmec.org", "tel:112", "tel:3114"]),
    ] {
        let body = get(&format!("/{language}/young")).await.body;
        for line in lines {
            assert!(body.contains(line), "{language}: {line}");
        }
    }
}

#[tokio::test]
async fn tools_do_not_stand_among_those_who_listen() {
    for language in ["en", "fr"] {
        let body = get(&format!("/{language}/talk")).await.body;
        for tool in ["stopncii.org", "takeitdown.ncmec.org", "inhope.org\""] {
            assert!(!body.contains(tool), "{language}: {tool}");
        }
    }
}

#[tokio::test]
async fn a_tool_that_has_ended_is_replaced_and_one_that_is_gone_is_noticed() {
    let ended = format!("{}status = \"closed\"\n\n", entry("int-stopncii").trim_end_matches('\n'));
    let ended = ended.replace("status", "\nstatus");
    let replaced = door(settings(), helplines_with("int-stopncii", &ended)).unwrap();
    let request = Request::get("/en/adult").body(Body::empty()).unwrap();
    let body = ask_of(router(Arc::new(replaced)), request).await.body;
    assert!(!body.contains("https://stopncii.org") && body.contains("inhope.org"));

    let gone = door(settings(), helplines_with("int-stopncii", ""));
    assert!(matches!(gone, Err(DoorError::Nameless("int-stopncii"))));
}
