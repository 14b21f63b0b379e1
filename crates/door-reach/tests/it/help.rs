//! Where to turn: by purpose, by country, and what is said of what nobody checked.

use door_reach::DoorError;

use crate::world::{Reply, directory, world, world_with};

const UNCHECKED: &str = "Not yet checked by us.";
const DAY: i64 = 24 * 60 * 60;

/// An invented directory of two lines.
fn invented(first: &str, second: &str) -> String {
    let entry = |id: &str, keys: &str| {
        format!(
            "[[helpline]]\nid = \"{id}\"\ncountry = \"BE\"\nlanguages = [\"en\", \"fr\"]\n\
             for = [\"self\"]\nname = \"Line {id}\"\nphone = \"0800 00 00{}\"\n\
             source = \"an invented page\"\nas_of = \"2026-11\"\n{keys}\n",
            id.len()
        )
    };
    format!("languages = [\"en\", \"fr\"]\n{}{}", entry("a", first), entry("bb", second))
}

/// The part of a page between its heading and its foot.
fn main_of(reply: &Reply) -> &str {
    reply.body.split("<main").nth(1).unwrap().split("</main>").next().unwrap()
}

fn at(page: &str, what: &str) -> usize {
    assert!(page.contains(what), "`{what}` is not in:\n{page}");
    page.find(what).unwrap()
}

#[tokio::test]
async fn each_line_says_that_nobody_checked_it() {
    let world = world().await;
    for path in ["/en/help", "/en/youth", "/en/", "/en/help/be"] {
        let reply = world.get(path).await;
        let page = main_of(&reply);
        let (lines, said) = (page.matches("<li>").count(), page.matches(UNCHECKED).count());
        assert!(lines > 3, "{path}");
        assert_eq!(lines, said, "{path}");
        assert_eq!(page.matches("standing unsure").count(), said, "{path}");
    }
    let french = world.get("/fr/help").await;
    assert!(main_of(&french).contains("Pas encore vérifié par nos soins."));
}

#[tokio::test]
async fn a_check_is_shown_until_it_no_longer_counts() {
    let checked = "verified = { by = \"A. Example\", on = \"2026-11-20\" }\n\
                   valid_until = \"2026-11-25\"";
    let world = world_with(&invented("", checked)).await.unwrap();
    let reply = world.get("/en/help").await;
    let page = main_of(&reply);
    assert!(page.contains("Checked by us on \u{2068}20 November 2026\u{2069}."), "{page}");
    assert!(at(page, "Line bb") < at(page, "Line a<"), "the checked line comes first");
    world.clock.forward(3 * DAY);
    let reply = world.get("/en/help").await;
    let page = main_of(&reply);
    assert!(page.contains("it may have changed since"), "{page}");
    assert!(at(page, "Line a<") < at(page, "Line bb"));
    assert_eq!(page.matches("standing unsure").count(), 2);
}

#[tokio::test]
async fn a_closed_line_gives_way_to_its_fallback_and_an_open_one_names_it() {
    let world = world_with(&invented("fallback = \"bb\"", "")).await.unwrap();
    let reply = world.get("/en/help").await;
    let page = main_of(&reply);
    assert!(page.contains("If nobody answers: Line bb <a class=\"phone\" href=\"tel:080000002\">"));
    let closed = world_with(&invented("status = \"closed\"\nfallback = \"bb\"", "")).await.unwrap();
    let reply = closed.get("/en/help").await;
    let page = main_of(&reply);
    assert!(!page.contains("Line a<") && !page.contains("tel:080000001"));
    assert!(page.contains("tel:080000002") && !page.contains("If nobody answers"));
}

#[tokio::test]
async fn countries_are_listed_by_their_names_and_each_has_its_page() {
    let world = world().await;
    let list = world.get("/fr/help/countries").await;
    let page = main_of(&list);
    assert!(
        at(page, "Belgique") < at(page, "Canada") && at(page, "Canada") < at(page, "États-Unis")
    );
    assert!(at(page, "États-Unis") < at(page, "France"));
    for code in ["be", "ca", "ch", "fr", "gb", "us"] {
        assert!(page.contains(&format!("href=\"/fr/help/{code}\"")), "{code}");
        let reply = world.get(&format!("/fr/help/{code}")).await;
        assert_eq!(reply.status, 200);
        let danger = main_of(&reply).split("id=\"s-danger\"").nth(1).unwrap();
        let danger = danger.split("</section>").next().unwrap();
        assert!(danger.contains("tel:"), "{code} has no number for danger");
        assert!(reply.body.contains(&format!("href=\"/en/help/{code}\"")), "the other language");
    }
    assert!(world.get("/fr/help").await.body.contains("href=\"/fr/help/countries\""));
}

#[tokio::test]
async fn a_page_of_a_country_has_its_own_lines_and_those_that_hold_there() {
    let world = world().await;
    let reply = world.get("/fr/help/be").await;
    let page = main_of(&reply);
    assert_eq!(reply.heading(), "Aide\u{202f}: \u{2068}Belgique\u{2069}");
    for there in ["tel:112", "tel:103", "tel:102", "tel:0800%20", "takeitdown"] {
        let there = there.replace("tel:0800%20", "tel:080020099");
        assert!(page.contains(&there), "{there}");
    }
    for elsewhere in ["tel:119", "tel:3114", "tel:911", "disno.ch"] {
        assert!(!page.contains(elsewhere), "{elsewhere}");
    }
    // In the reader's language first, then the others of the country, then those of anywhere.
    let youth = page.split("id=\"s-youth\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(at(youth, "tel:103") < at(youth, "tel:102"));
    assert!(at(youth, "tel:102") < at(youth, "tel:116111"));
    assert!(at(youth, "tel:116111") < at(youth, "takeitdown"));
    assert!(youth.contains("Le lundi de 9\u{a0}h\u{a0}30 à 12\u{a0}h\u{a0}30"), "{youth}");
    assert!(youth.contains("heure de Bruxelles"));
    let canada = world.get("/en/help/ca").await;
    assert!(!main_of(&canada).contains("tel:112\""), "112 is no number of Canada");
}

#[tokio::test]
async fn a_country_that_is_none_of_ours_gets_a_page_that_says_so() {
    let world = world().await;
    for path in ["/en/help/xx", "/en/help/eu", "/en/help/int", "/en/help/", "/en/help/%62%65"] {
        assert_eq!(world.get(path).await.status, 404, "{path}");
    }
    assert_eq!(world.get("/en/help/BE").await.status, 200, "capitals are no reason to refuse");
    assert_eq!(world.get("/xx/help/be").await.status, 404);
    assert_eq!(world.post("/en/help/be", &[]).await.status, 405);
}

#[tokio::test]
async fn a_directory_without_a_language_of_the_door_opens_no_door() {
    let english = invented("", "").replace("[\"en\", \"fr\"]\n[[", "[\"en\"]\n[[");
    let refused = world_with(&english).await.err().unwrap();
    assert!(matches!(&refused, DoorError::Directory(tag) if tag.as_str() == "fr"), "{refused}");
    assert!(world_with(&directory()).await.is_ok());
}
