//! What an experiment counts at this door.

use std::collections::BTreeMap;
use std::sync::Arc;

use warning::{Cell, Event};

use crate::world::{Engine, plan, service, settings};

#[tokio::test]
async fn what_is_shown_is_counted_and_a_gate_counts_nothing() {
    let experiment = Arc::new(plan());
    let service = service(settings(), Some(Arc::clone(&experiment))).unwrap();
    let engine = Engine(Arc::new(service));
    let mut shown: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..200 {
        let json = engine.ask("/v1/decide", "zumbrelka", "fr").await.json();
        *shown.entry(json["message"]["arm"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    engine.ask("/v1/gate", "zumbrelka", "fr").await;
    engine.ask("/v1/decide", "harmless", "fr").await;
    let counts = experiment.take();
    let counted = |arm| counts.of(Cell { arm, language: 1, channel: 0, day: 14 }, Event::Shown);
    assert_eq!(counted(0) + counted(1), 200);
    assert_eq!(shown.get("neutral"), Some(&counted(0)));
    assert_eq!(shown.get("harm-plain"), Some(&counted(1)));
    assert!(counted(0) > 60 && counted(1) > 60, "{shown:?}");
    assert_eq!(counts.cells().map(|(_, events)| events.iter().sum::<u32>()).sum::<u32>(), 200);
}

#[tokio::test]
async fn a_channel_outside_of_the_plan_has_the_settings_message_and_is_not_counted() {
    let experiment = Arc::new(plan());
    let mut settings = settings();
    let links = settings.channels["web"].clone();
    settings.channels.insert("beside".to_owned(), links);
    settings.arm = "law-plain".to_owned();
    let engine = Engine(Arc::new(service(settings, Some(Arc::clone(&experiment))).unwrap()));
    for _ in 0..20 {
        let body = "q=zumbrelka&channel=beside";
        let answer = engine.post("/v1/decide", "application/x-www-form-urlencoded", body).await;
        assert_eq!(answer.json()["message"]["arm"], "law-plain");
    }
    assert!(experiment.take().is_empty());
}
