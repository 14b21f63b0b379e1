//! The hidden field: back, reload, double submit, replay, expiry.

use crate::world::world;

const HOUR: i64 = 3_600;

#[tokio::test]
async fn sending_a_page_twice_stores_it_once() {
    let world = world().await;
    let first = world.begin("/fr/", "help-us").await;
    let answers = [("wish_stop", "yes")];
    let (one, two) =
        tokio::join!(world.next("/fr/", &first, &answers), world.next("/fr/", &first, &answers));
    assert_eq!((one.status.as_u16(), two.status.as_u16()), (200, 200));
    let again = world.next("/fr/", &first, &[("wish_stop", "no")]).await;
    assert!(again.body.contains("role=\"status\""), "the page says that it was saved before");
    let parts = world.parts().await;
    assert_eq!(parts.len(), 1);
    assert!(parts[0].answers["wish_stop"].has(1), "the first answer stays");
}

#[tokio::test]
async fn back_in_the_form_returns_with_answers_and_counts_once() {
    let world = world().await;
    let first = world.begin("/fr/", "help-us").await;
    let second = world.next("/fr/", &first, &[("wish_stop", "yes")]).await;
    let fields = [("go", "back"), ("tried_stop", "once"), ("state", &second.state())];
    let back = world.post("/fr/", &fields).await;
    assert_eq!(back.heading(), first.heading());
    let chosen = |body: &str, value: &str| body.contains(&format!("value=\"{value}\" checked"));
    assert!(chosen(&back.body, "yes"));
    let forth = world.next("/fr/", &back, &[("wish_stop", "no")]).await;
    assert!(chosen(&forth.body, "once"), "what was chosen before going back is still there");
    let mut parts = world.parts().await;
    parts.sort_by_key(|part| part.revision);
    assert_eq!(parts.len(), 2);
    assert_eq!(parts[0].answer, parts[1].answer);
    assert!(parts[1].answers["wish_stop"].has(3), "the later answer has the higher revision");
}

#[tokio::test]
async fn words_are_sealed_once_and_never_in_the_field() {
    let world = world().await;
    let mut page = world.begin("/en/", "no-need").await;
    while !page.body.contains("<textarea") {
        page = world.next("/en/", &page, &[]).await;
    }
    let after = world.next("/en/", &page, &[("no_need_words", "quiet words")]).await;
    let back = world.post("/en/", &[("go", "back"), ("state", &after.state())]).await;
    assert!(!back.body.contains("quiet words"));
    assert!(back.body.contains("was sealed when you sent it"));
    // Left empty, the words stay: the new part says nothing about them.
    world.next("/en/", &back, &[]).await;
    let parts = world.parts().await;
    let with_words: Vec<_> = parts.iter().filter(|part| part.page == "why").collect();
    assert_eq!(with_words.len(), 2);
    let has = |part: &&&instrument::Part| part.answers.contains_key("no_need_words");
    assert_eq!(with_words.iter().filter(has).count(), 1);
}

#[tokio::test]
async fn the_language_can_change_in_the_middle_and_nothing_is_lost() {
    let world = world().await;
    let page = world.begin("/fr/", "help-us").await;
    let fields = [("go", "language"), ("wish_stop", "unsure"), ("state", &page.state())];
    let english = world.post("/en/", &fields).await;
    assert!(english.body.contains("<html lang=\"en\""));
    assert!(english.body.contains("value=\"unsure\" checked"));
    world.next("/en/", &english, &[("wish_stop", "unsure")]).await;
    assert_eq!(world.parts().await[0].language, "en");
}

#[tokio::test]
async fn a_page_lives_for_an_hour_at_least_and_two_at_most() {
    let world = world().await;
    let first = world.begin("/fr/", "help-us").await;
    world.clock.forward(HOUR);
    let second = world.next("/fr/", &first, &[("wish_stop", "yes")]).await;
    assert_eq!(second.status, 200);
    // The same page again, in the next round: still known, still stored once.
    let again = world.next("/fr/", &first, &[("wish_stop", "yes")]).await;
    assert_eq!(again.status, 200);
    assert_eq!(world.parts().await.len(), 1);
    world.clock.forward(HOUR);
    let late = world.next("/fr/", &first, &[("wish_stop", "yes")]).await;
    assert_eq!(late.status, 410);
    assert!(late.body.contains("lang=\"fr\""));
    // The second page was sealed an hour later and still lives.
    assert_eq!(world.next("/fr/", &second, &[]).await.status, 200);
}

#[tokio::test]
async fn a_store_that_fails_loses_nothing_typed() {
    let world = world().await;
    let page = world.begin("/fr/", "help-us").await;
    world.door.store().close().await.unwrap();
    let reply = world.next("/fr/", &page, &[("wish_stop", "unsure")]).await;
    assert_eq!(reply.status, 503);
    assert!(reply.body.contains("value=\"unsure\" checked"));
    assert!(reply.body.contains("role=\"alert\""));
}
