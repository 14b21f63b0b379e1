//! Someone comes from a warning.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use warning::{Cell, Event};

use crate::world::world;

/// The 23rd of November, in French, by the message about harm.
const CELL: Cell = Cell { arm: 1, language: 1, channel: 0, day: 22 };

#[tokio::test]
async fn a_link_is_counted_and_leads_on_to_an_address_that_says_nothing() {
    let world = world().await;
    for (goal, to) in [("help", "/fr/help"), ("survey", "/fr/")] {
        let reply = world.get(&format!("/fr/w/web/harm-plain/{goal}")).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER);
        assert_eq!(reply.headers["location"], to);
        assert_eq!(reply.headers["cache-control"], "no-store");
        assert!(reply.headers.get("set-cookie").is_none() && reply.body.is_empty());
    }
    let counts = world.experiment.take();
    assert_eq!((counts.of(CELL, Event::Help), counts.of(CELL, Event::Survey)), (1, 1));
    assert_eq!(counts.of(CELL, Event::Shown), 0);
}

#[tokio::test]
async fn a_link_that_is_not_planned_leads_on_and_is_not_counted() {
    let world = world().await;
    for path in ["/fr/w/web/nobody/help", "/fr/w/elsewhere/harm-plain/help"] {
        let reply = world.get(path).await;
        assert_eq!(reply.headers["location"], "/fr/help", "{path}");
    }
    let other = world.get("/xx/w/web/harm-plain/survey").await;
    assert_eq!(other.headers["location"], "/en/");
    let head = Request::builder().method(Method::HEAD).uri("/fr/w/web/harm-plain/help");
    world.send(head.body(Body::empty()).unwrap()).await;
    let counts = world.experiment.take();
    let all: u32 = counts.cells().map(|(_, events)| events.iter().sum::<u32>()).sum();
    // The one in a language that there is not was led to English, and counted there.
    assert_eq!((all, counts.of(Cell { language: 0, ..CELL }, Event::Survey)), (1, 1));
}
