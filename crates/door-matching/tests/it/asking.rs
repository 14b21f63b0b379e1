//! What is answered: match, no match, and not answered, which is neither.

use axum::http::header::RETRY_AFTER;
use matching::NotAnswered;
use serde_json::{Value, json};

use crate::world::{World, near, print};

fn questions(items: &[Value]) -> Value {
    json!({ "questions": items })
}

#[tokio::test]
async fn a_listed_file_is_a_match_of_which_class_source_and_action_are_told() {
    let world = World::new().await;
    let reply = world.file("/v1/match", 2, "picture 2 90").await;
    assert_eq!(reply.status, 200);
    assert_eq!(
        reply.json(),
        json!({
            "outcome": "match", "action": "action", "complete": true, "reasons": [],
            "findings": [{"class": "test", "source": "An invented source", "action": "action"}],
        })
    );
    assert!(!reply.body.contains(&print(2).to_string()) && !reply.body.contains("known-one"));
    assert_eq!(world.audit_log(), "");
}

#[tokio::test]
async fn a_file_is_found_by_its_digest_when_its_picture_is_not_decoded() {
    let world = World::new().await;
    let reply = world.file("/v1/match", 2, "listed").await;
    assert_eq!(reply.status, 200);
    let said = reply.json();
    assert_eq!((&said["outcome"], &said["complete"]), (&json!("match"), &json!(false)));
    assert_eq!(said["reasons"][0]["code"], "not_decoded");
}

#[tokio::test]
async fn what_is_on_no_list_is_no_match() {
    let world = World::new().await;
    let reply = world.file("/v1/match", 2, "picture 7 90").await;
    assert_eq!(reply.status, 200);
    let no_match = json!({"outcome": "no_match", "complete": true, "findings": [], "reasons": []});
    assert_eq!(reply.json(), no_match);
}

#[tokio::test]
async fn what_cannot_be_compared_is_never_no_match() {
    let world = World::new().await;
    for (bytes, code) in [("not a picture", "not_decoded"), ("", "not_decoded")] {
        let reply = world.file("/v1/match", 2, bytes).await;
        assert_eq!(reply.status, 422, "{bytes}");
        let said = reply.json();
        assert_eq!(said["outcome"], "not_answered");
        let codes: Vec<&Value> =
            said["reasons"].as_array().into_iter().flatten().map(|own| &own["code"]).collect();
        assert!(codes.contains(&&json!(code)), "{said}");
    }
    for (bytes, code) in
        [("picture 7 90 cut", "not_whole"), ("picture 7 90 12", "first_frame_only")]
    {
        let reply = world.file("/v1/match", 2, bytes).await;
        assert_eq!(reply.status, 422, "{bytes}");
        assert_eq!(reply.json()["outcome"], "not_answered");
        assert_eq!(reply.json()["reasons"][0]["code"], code);
    }
    let item = json!({"pdq": print(7).to_string(), "quality": 10});
    let reply = world.json("/v1/lookup", 2, &questions(&[item])).await;
    assert_eq!(reply.status, 422);
    assert_eq!(reply.json()["answers"][0]["outcome"], "not_answered");
    assert_eq!(reply.json()["answers"][0]["reasons"][0]["code"], "low_quality");
    let crash = world.file("/v1/match", 2, "crash").await;
    assert_eq!(crash.status, 503);
    assert!(crash.headers.contains_key(RETRY_AFTER));
    assert_eq!(crash.json()["outcome"], "not_answered");
}

#[tokio::test]
async fn a_list_that_loads_or_is_damaged_makes_not_answered_unless_another_matches() {
    let world = World::new().await;
    let cases = [
        (NotAnswered::Loading, "loading"),
        (NotAnswered::Damaged("secret detail".to_owned()), "damaged"),
    ];
    for (why, code) in cases {
        world.silence(Some(why));
        let unknown = world.file("/v1/match", 2, "picture 7 90").await;
        assert_eq!(unknown.status, 503);
        assert!(unknown.headers.contains_key(RETRY_AFTER));
        assert_eq!(unknown.json()["outcome"], "not_answered");
        assert_eq!(unknown.json()["reasons"][0]["code"], code);
        assert!(!unknown.body.contains("secret detail") && !unknown.body.contains("known-one"));

        let known = world.file("/v1/match", 2, "picture 1 90").await;
        assert_eq!(known.status, 200);
        let said = known.json();
        assert_eq!((&said["outcome"], &said["complete"]), (&json!("match"), &json!(false)));

        let items = [7, 1].map(|seed| json!({"pdq": print(seed).to_string(), "quality": 90}));
        let both = world.json("/v1/lookup", 2, &questions(&items)).await;
        assert_eq!(both.status, 200);
        let outcomes: Vec<Value> = both.json()["answers"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|answer| answer["outcome"].clone())
            .collect();
        assert_eq!(outcomes, ["not_answered", "match"]);
    }
    world.silence(None);
    assert_eq!(world.file("/v1/match", 2, "picture 7 90").await.json()["outcome"], "no_match");
}

#[tokio::test]
async fn ten_thousand_answers_come_in_the_order_of_their_questions() {
    let world = World::new().await;
    let item = |at: usize| match at % 3 {
        0 => json!({"pdq": near(print(2), 10).to_string(), "quality": 90}),
        1 => json!({"pdq": near(print(2), 31).to_string(), "quality": 90}),
        _ => json!({"md5": "22".repeat(16)}),
    };
    let items: Vec<Value> = (0..10_000).map(item).collect();
    let reply = world.json("/v1/lookup", 2, &questions(&items)).await;
    assert_eq!(reply.status, 200);
    let said = reply.json();
    let answers = said["answers"].as_array().cloned().unwrap_or_default();
    assert_eq!(answers.len(), 10_000);
    for (at, answer) in answers.iter().enumerate() {
        let (outcome, action) = match at % 3 {
            0 => ("match", json!("action")),
            1 => ("match", json!("review")),
            _ => ("no_match", Value::Null),
        };
        assert_eq!((&answer["outcome"], &answer["action"]), (&json!(outcome), &action), "{at}");
    }
}

#[tokio::test]
async fn a_never_match_list_keeps_a_file_from_matching_and_only_detail_says_so() {
    let world = World::new().await;
    let plain = world.file("/v1/match", 2, "picture 3 90").await;
    assert_eq!(plain.json()["outcome"], "no_match");
    let detail = world.file("/v1/match?detail=true", 1, "picture 3 90").await.json();
    assert_eq!(detail["detail"]["suppressed"][0]["by"], "harmless");
    assert_eq!(detail["detail"]["suppressed"][0]["finding"]["list"], "known-one");
}

#[tokio::test]
async fn hash_and_distance_are_told_to_an_audited_scope_and_noted_before() {
    let world = World::new().await;
    let asked = near(print(2), 4).to_string();
    let items = [json!({"pdq": asked, "quality": 90}), json!({"pdq": print(7).to_string()})];
    let reply = world.json("/v1/lookup?detail=true", 1, &questions(&items)).await;
    assert_eq!(reply.status, 200);
    let found = &reply.json()["answers"][0]["detail"]["findings"][0];
    assert_eq!((&found["list"], &found["distance"]), (&json!("known-one"), &json!(4)));
    assert_eq!((&found["kind"], &found["orientation"]), (&json!("pdq"), &json!("original")));
    assert_eq!(
        (&found["hash"], &found["member"]),
        (&json!(print(2).to_string()), &json!("invented-member"))
    );
    assert_eq!(world.audit_log(), "2030-01-15T12:00:00Z all 2\n");

    let refused = world.json("/v1/lookup?detail=true", 2, &questions(&items)).await;
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("scope `detail`"));
    assert_eq!(world.audit_log().lines().count(), 1);
}

#[tokio::test]
async fn what_says_nothing_about_a_file_is_said_of_that_file_alone() {
    let world = World::new().await;
    let items = [
        json!({"md5": "d41d8cd98f00b204e9800998ecf8427e"}),
        json!({"md5": "11".repeat(16)}),
        json!({"others": [{"kind": "netclean", "hash": "invented"}]}),
    ];
    let reply = world.json("/v1/lookup", 2, &questions(&items)).await;
    assert_eq!(reply.status, 200);
    let said = reply.json();
    let outcome = |at: usize| said["answers"][at]["outcome"].clone();
    assert_eq!([outcome(0), outcome(1), outcome(2)], ["not_answered", "match", "not_answered"]);
    assert!(said["answers"][0].to_string().contains("empty file"), "{said}");
    assert_eq!(said["answers"][2]["reasons"][0]["code"], "nothing_to_compare");
}

#[tokio::test]
async fn a_file_is_hashed_and_what_has_no_picture_has_digests() {
    let world = World::new().await;
    let reply = world.file("/v1/hash", 4, "picture 2 90").await;
    assert_eq!(reply.status, 200);
    let said = reply.json();
    assert_eq!((&said["pdq"], &said["quality"]), (&json!(print(2).to_string()), &json!(90)));
    assert_eq!(
        (&said["size"], &said["format"], &said["width"]),
        (&json!(12), &json!("png"), &json!(640))
    );
    assert_eq!(said["orientations"], Value::Null);
    let turned = world.file("/v1/hash?orientations=true", 4, "picture 2 90").await.json();
    assert_eq!(turned["orientations"].as_object().map(serde_json::Map::len), Some(8));
    let none = world.file("/v1/hash", 4, "words").await.json();
    assert_eq!((&none["pdq"], &none["error"]), (&Value::Null, &json!("this is no picture")));
    assert_eq!(none["sha256"].as_str().map(str::len), Some(64));
}
