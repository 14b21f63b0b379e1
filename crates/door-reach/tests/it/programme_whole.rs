//! What holds over the whole programme: no dead link, a word at each open box, a queue before each code.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::http::StatusCode;
use door_reach::ROOM;
use tokio::task::JoinSet;

use crate::programme::{EN, FR, assert_whole, new_code, press, resume};
use crate::world::{programme, with_programme};

#[tokio::test]
async fn every_link_inside_leads_to_a_page_that_is_there() {
    let world = with_programme(true).await;
    let mut seen = BTreeSet::from([FR.to_owned(), EN.to_owned()]);
    let mut open: Vec<String> = seen.iter().cloned().collect();
    let mut from_texts = 0;
    while let Some(path) = open.pop() {
        let reply = world.get(&path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        from_texts += reply.body.matches("<p>").count();
        let links = reply.body.split("<a ").skip(1).filter_map(|link| link.split_once("href=\""));
        for (_, rest) in links {
            let to = rest.split('"').next().unwrap();
            if let Some(id) = to.strip_prefix('#') {
                assert!(reply.body.contains(&format!("id=\"{id}\"")), "{path} leads to #{id}");
            } else if let Some(to) = inside(&path, to)
                && seen.insert(to.clone())
            {
                open.push(to);
            }
        }
    }
    assert!(seen.contains("/fr/programme/lapse") && seen.contains("/fr/help"), "{seen:?}");
    assert!(seen.len() > 40 && from_texts > 500, "{} pages", seen.len());
    let urges = world.get("/fr/programme/urges").await;
    assert!(urges.body.contains("<a href=\"lapse\""), "a text leads to another module");
}

/// The path that a link leads to, where it stays in this door; the exit leaves it.
fn inside(from: &str, to: &str) -> Option<String> {
    if to.contains(':') || to == "/exit" {
        return None;
    }
    let mut folder: Vec<&str> = from.split('/').collect();
    folder.pop();
    if to.starts_with('/') {
        folder.clear();
        folder.push("");
    }
    for part in to.trim_start_matches('/').split('/') {
        match part {
            ".." => _ = folder.pop(),
            "." => {}
            own => folder.push(own),
        }
    }
    Some(folder.join("/"))
}

#[tokio::test]
async fn at_each_open_box_it_says_what_not_to_write() {
    let world = with_programme(true).await;
    let own = programme();
    let (page, _) = new_code(&world).await;
    let mut boxes = 0;
    for (_, module) in own.modules() {
        let paper = world.get(&format!("{FR}{}", module.id)).await;
        let screen = press(&world, &page, &format!("module:{}", module.id), &[]).await;
        let asked = module.exercises.iter().filter_map(|id| own.question(id));
        let open = asked.filter(|own| matches!(own.kind, instrument::Kind::Text { .. })).count();
        boxes += open;
        let said = paper.body.split("<div class=\"paper\">").skip(1);
        let said =
            said.filter(|own| own.split("</div>").next().unwrap().contains("Ne nommez personne"));
        assert_eq!(said.count(), open, "{}, on paper", module.id);
        let said = screen.body.split("<fieldset").skip(1).filter(|own| {
            let own = own.split("</fieldset>").next().unwrap();
            own.contains("<textarea") && own.contains("Ne donnez ni nom")
        });
        assert_eq!(said.count(), open, "{}, under a code", module.id);
    }
    assert_eq!(boxes, 18);
}

#[tokio::test]
async fn a_guess_waits_in_the_same_queue_as_a_right_code_and_whoever_comes_later_is_told_so() {
    const MORE: usize = 30;
    let world = Arc::new(with_programme(true).await);
    let (_, code) = new_code(&world).await;
    let mut all = JoinSet::new();
    for at in 0..ROOM + MORE {
        let world = Arc::clone(&world);
        // Every other one is a guess: a code that nobody has.
        let typed =
            if at % 2 == 0 { code.clone() } else { format!("{:0>26}", format!("{at}0000")) };
        all.spawn(async move { (at, resume(&world, &typed).await) });
    }
    let replies = all.join_all().await;
    let counted = |status| {
        let with = replies.iter().filter(|(_, reply)| reply.status == status);
        with.fold([0, 0], |mut sums, (at, _)| {
            sums[at % 2] += 1;
            sums
        })
    };
    // Guesses cost a turn each, as right codes do: nobody finds out faster that a code is wrong.
    assert_eq!(counted(StatusCode::OK), [ROOM / 2, 0]);
    assert_eq!(counted(StatusCode::NOT_FOUND), [0, ROOM / 2]);
    assert_eq!(counted(StatusCode::SERVICE_UNAVAILABLE), [MORE / 2, MORE / 2]);
    let late = replies.iter().find(|(_, own)| own.status == StatusCode::SERVICE_UNAVAILABLE);
    let late = &late.unwrap().1;
    assert_whole(late, "too many at once");
    assert!(late.body.contains("Attendez quelques minutes"), "it says what to do");
}
