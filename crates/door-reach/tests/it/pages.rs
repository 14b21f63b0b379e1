//! Every page in every language is whole, and carries the headers.

use door_reach::Openings;
use store::{Archive, Store, Week};

use crate::world::{Reply, settings, world};

/// A text that is missing shows its id in these.
const MISSING: char = '⟨';

fn assert_whole(reply: &Reply) {
    assert!(!reply.body.contains(MISSING), "a text is missing:\n{}", reply.body);
    assert!(reply.body.starts_with("<!DOCTYPE html>") && reply.body.contains("</html>"));
    for never in ["<script", " style=", " src=", "http-equiv", "cookie="] {
        assert!(!reply.body.contains(never), "`{never}` in a page");
    }
    let policy = reply.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert_eq!(reply.headers["cache-control"], "no-store");
    assert_eq!(reply.headers["referrer-policy"], "no-referrer");
    assert!(reply.headers.get("set-cookie").is_none());
}

#[tokio::test]
async fn every_page_is_whole_in_every_language() {
    let world = world().await;
    assert_whole(&world.get("/").await);
    for lang in ["en", "fr"] {
        let path = format!("/{lang}/");
        for page in
            ["", "help", "help/countries", "help/be", "help/ca", "help/xx", "youth", "nothing"]
        {
            assert_whole(&world.get(&format!("{path}{page}")).await);
        }
        for who in ["other", "harmed", "professional"] {
            assert_whole(&world.post(&path, &[("go", who)]).await);
        }
        for survey in ["help-us", "no-need"] {
            let mut page = world.begin(&path, survey).await;
            let answers = [
                ("wish_stop", "yes"),
                ("tried_stop", "once"),
                ("help_sought", "no"),
                ("self_harm_thoughts", "often"),
                ("contact_thought", "often"),
                ("contact_sought", "once"),
            ];
            let mut seen = 0;
            while page.body.contains("name=\"state\"") {
                assert_whole(&page);
                assert!(page.body.contains(&format!("<html lang=\"{lang}\" dir=\"ltr\">")));
                page = world.next(&path, &page, &answers).await;
                seen += 1;
            }
            assert_whole(&page);
            assert!(seen >= 4, "only {seen} pages of {survey}");
        }
    }
}

#[tokio::test]
async fn help_comes_before_the_next_page() {
    let world = world().await;
    let mut page = world.begin("/fr/", "help-us").await;
    let answers = [("self_harm_thoughts", "sometimes")];
    for _ in 0..9 {
        if page.body.contains("self_harm_thoughts") {
            break;
        }
        page = world.next("/fr/", &page, &answers).await;
    }
    let care = world.next("/fr/", &page, &answers).await;
    let first = care.body.find("tel:").map(|at| &care.body[at..]);
    assert!(first.is_some_and(|line| line.starts_with("tel:3114")), "the crisis line comes first");
    assert!(!care.body.contains("<fieldset"), "no question stands beside the help");
    let stored = world.parts().await;
    assert!(stored.iter().any(|part| part.page == "feelings"), "the answer itself is kept");
    let next = world.next("/fr/", &care, &[]).await;
    assert!(next.body.contains("contact_thought"));
}

#[tokio::test]
async fn under_18_there_is_help_and_no_survey() {
    let world = world().await;
    let age = world.post("/fr/", &[("go", "me")]).await;
    let youth = world.post("/fr/", &[("go", "under-18"), ("state", &age.state())]).await;
    assert!(youth.body.contains("tel:119"));
    assert!(!youth.body.contains("<form"));
    // Skipping the age question leads nowhere.
    let skipped = world.post("/fr/", &[("go", "help-us"), ("state", &age.state())]).await;
    assert_eq!(skipped.status, 400);
}

#[tokio::test]
async fn opening_a_page_is_counted_and_writes_nothing_until_the_hour() {
    let world = world().await;
    for path in ["/fr/", "/fr/", "/en/", "/fr/help", "/"] {
        world.get(path).await;
    }
    let path = world.dir.path().join("store.sqlite");
    assert!(Archive::open(&path).await.unwrap().openings().await.unwrap().is_empty());
    world.door.write_openings().await.unwrap();
    let openings = Archive::open(&path).await.unwrap().openings().await.unwrap();
    let counts: Vec<_> = openings.iter().map(|(_, tag, count)| (tag.as_str(), *count)).collect();
    assert_eq!(counts, [("en", 1), ("fr", 2)]);
}

#[tokio::test]
async fn counts_that_cannot_be_written_are_kept_for_the_next_time() {
    let dir = tempfile::tempdir().unwrap();
    let closed = Store::open(&dir.path().join("a.sqlite")).await.unwrap();
    closed.close().await.unwrap();
    let open = Store::open(&dir.path().join("b.sqlite")).await.unwrap();
    let openings = Openings::default();
    let week = Week::of(jiff::civil::date(2026, 11, 23));
    openings.count(week, &locale::LanguageTag::parse("fr").unwrap());
    assert!(openings.flush(&closed).await.is_err());
    openings.flush(&open).await.unwrap();
    let mut archive = Archive::open(&dir.path().join("b.sqlite")).await.unwrap();
    assert_eq!(archive.openings().await.unwrap(), [(week, "fr".to_owned(), 1)]);
}

#[tokio::test]
async fn the_exit_forgets_and_the_twin_names_the_onion() {
    let world = world().await;
    let exit = world.get("/exit").await;
    assert_eq!(exit.status, 303);
    assert_eq!(exit.headers["location"], settings().exit.as_str());
    assert_eq!(exit.headers["clear-site-data"], "\"*\"");
    let page = world.get("/fr/?q=anything").await;
    assert_eq!(page.headers["onion-location"], "http://example.onion/fr/");
    assert!(page.headers.contains_key("strict-transport-security"));
}
