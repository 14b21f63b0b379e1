//! The examples of docs/service-matching.md: each is asked, and answered as the page says.

use axum::http::header::CONTENT_TYPE;
use serde_json::Value;

use crate::world::{Reply, World, print};

const PAGE: &str = include_str!("../../../../docs/service-matching.md");

/// The blocks of a language with those of JSON that follow them.
fn examples() -> Vec<(&'static str, Value)> {
    let mut blocks = PAGE.split("```");
    let mut asked = None;
    let mut examples = Vec::new();
    // Text and blocks take turns.
    while let (Some(_), Some(block)) = (blocks.next(), blocks.next()) {
        if let Some(command) = block.strip_prefix("sh\n") {
            asked = Some(command);
        } else if let Some(answer) = block.strip_prefix("json\n") {
            examples.push((asked.take().unwrap(), serde_json::from_str(answer).unwrap()));
        }
    }
    examples
}

/// Does what a command of `curl` does, with a key that may ask.
async fn curl(world: &World, command: &str) -> Reply {
    let words: Vec<&str> = command.trim().split('\'').collect();
    let [option, body, rest] = words[..] else { panic!("{command}") };
    assert!(rest.contains("Authorization: Bearer $KEY"), "{command}");
    let path = rest.split("http://127.0.0.1:8090").nth(1).unwrap();
    match option.trim() {
        // The page has a word in the place of an invented fingerprint.
        "curl --json" => {
            let body = body.replace("PRINT-2", &print(2).to_string());
            world.text(path, 2, "application/json", &body).await
        }
        "curl --data-binary" => world.file(path, 2, body).await,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn every_example_is_answered_as_the_page_says() {
    let world = World::new().await;
    let examples = examples();
    assert_eq!(examples.len(), 3);
    for (command, answer) in examples {
        let reply = curl(&world, command).await;
        assert_eq!(reply.headers[CONTENT_TYPE], "application/json", "{command}");
        assert_eq!(reply.json(), answer, "{command}");
    }
}
