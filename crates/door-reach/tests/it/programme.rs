//! The programme: read without a code, written and found again under one, forgotten.

use std::path::Path;

use axum::http::StatusCode;
use store::Progress;

use crate::world::{
    Reply, World, programme, progress, with_programme, world as world_without_programme,
};

pub const FR: &str = "/fr/programme/";
pub const EN: &str = "/en/programme/";
/// Words that stand nowhere in the house.
const WORDS: &str = "Zumbrelka, et je sors.";

/// Asks for a code; the page that shows it, and the code.
pub async fn new_code(world: &World) -> (Reply, String) {
    let page = world.post(FR, &[("go", "new-code"), ("place", "code")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let code = page.body.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    let code = code.to_owned();
    (page, code)
}

pub async fn press(world: &World, page: &Reply, go: &str, fields: &[(&str, &str)]) -> Reply {
    in_language(world, FR, page, go, fields).await
}

async fn in_language(
    world: &World,
    path: &str,
    page: &Reply,
    go: &str,
    fields: &[(&str, &str)],
) -> Reply {
    let (state, place) = (page.state(), place(page));
    let mut all = vec![("go", go), ("state", &state), ("place", &place)];
    all.extend_from_slice(fields);
    world.post(path, &all).await
}

fn place(page: &Reply) -> String {
    let mark = "name=\"place\" value=\"";
    let from = page.body.find(mark).unwrap() + mark.len();
    page.body[from..].split('"').next().unwrap().to_owned()
}

pub async fn resume(world: &World, code: &str) -> Reply {
    world.post(FR, &[("go", "resume"), ("place", "resume"), ("code", code)]).await
}

/// Writes into the module on urges and sends it.
async fn write(world: &World, page: &Reply, words: &str) -> Reply {
    let module = press(world, page, "module:urges", &[]).await;
    press(world, &module, "save", &[("ten_minutes_plan", words), ("urge_minutes", "12")]).await
}

pub fn assert_whole(reply: &Reply, path: &str) {
    assert!(!reply.body.contains('⟨'), "{path}: a text is missing:\n{}", reply.body);
    assert!(reply.body.contains("id=\"crisis\""), "{path}: the crisis card");
    let card = reply.body.split("id=\"crisis\"").nth(1).unwrap();
    assert!(card.contains("href=\"tel:"), "{path}: a crisis line");
    assert!(reply.body.contains("href=\"/exit\""), "{path}: the quick exit");
    for never in ["<script", " style=", " src=", "http-equiv", "set-cookie"] {
        assert!(!reply.body.contains(never), "{path}: `{never}` in a page");
    }
    assert_eq!(reply.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn every_page_is_whole_in_every_language_and_says_that_nobody_has_read_it() {
    let world = with_programme(true).await;
    let modules: Vec<String> = programme().modules().map(|(_, module)| module.id.clone()).collect();
    assert_eq!(modules.len(), 12);
    let others = ["", "self-check", "effect", "confidentiality", "professionals", "feedback"];
    let pages = others.into_iter().chain(["code", "resume"]);
    for lang in ["en", "fr"] {
        for page in pages.clone().chain(modules.iter().map(String::as_str)) {
            let path = format!("/{lang}/programme/{page}");
            let reply = world.get(&path).await;
            assert_eq!(reply.status, StatusCode::OK, "{path}");
            assert_whole(&reply, &path);
            assert!(reply.body.contains(&format!("<html lang=\"{lang}\" dir=\"ltr\">")));
        }
        let module = world.get(&format!("/{lang}/programme/urges")).await;
        let said = if lang == "fr" { "pas encore été relu" } else { "not yet been read by" };
        assert!(module.body.contains(said), "the module itself says who has read it");
        let unknown = world.get(&format!("/{lang}/programme/nothing")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        assert_whole(&unknown, "nothing");
    }
}

#[tokio::test]
async fn a_thought_stands_beside_its_answer_on_the_same_page() {
    let world = with_programme(false).await;
    let page = world.get("/en/programme/thoughts").await;
    let thoughts: Vec<&str> = page.body.split("<section class=\"thought\"").skip(1).collect();
    assert!(thoughts.len() >= 6, "{} thoughts", thoughts.len());
    for thought in thoughts {
        let own = thought.split("</section>").next().unwrap();
        let answer = own.split("</h2>").nth(1).unwrap();
        assert!(answer.matches("<p>").count() >= 1 && answer.len() > 150, "{own}");
    }
}

#[tokio::test]
async fn without_a_store_nobody_is_offered_a_code() {
    let world = with_programme(false).await;
    for page in ["", "urges"] {
        let body = world.get(&format!("{FR}{page}")).await.body;
        assert!(!body.contains("href=\"code\"") && !body.contains("href=\"resume\""), "{page}");
        assert!(!body.contains("name=\"state\""), "nothing is carried along");
    }
    assert_eq!(world.get("/fr/programme/code").await.status, StatusCode::NOT_FOUND);
    let reply = world.post(FR, &[("go", "new-code")]).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_module_without_a_code_has_no_box_to_write_in() {
    let world = with_programme(true).await;
    let page = world.get("/fr/programme/urges").await;
    assert!(!page.body.contains("<textarea") && page.body.contains("class=\"paper\""));
}

#[tokio::test]
async fn what_was_written_comes_back_with_the_code_however_it_is_typed() {
    let world = with_programme(true).await;
    let (page, code) = new_code(&world).await;
    assert_eq!(code.replace('-', "").len(), 26, "{code}");
    let saved = write(&world, &page, WORDS).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert!(saved.body.contains("role=\"status\"") && saved.body.contains(WORDS));
    let spaced = code.to_lowercase().replace('-', " ");
    for typed in [code.clone(), spaced, code.replace('-', ""), code.replace('0', "o")] {
        let back = resume(&world, &typed).await;
        assert_eq!(back.status, StatusCode::OK, "{typed}");
        assert!(!back.body.contains(&code), "the code is shown once");
        assert!(back.body.contains("Une envie monte"), "it says which module was open last");
        let module = press(&world, &back, "module:urges", &[]).await;
        assert!(module.body.contains(WORDS) && module.body.contains("value=\"12\""));
    }
}

#[tokio::test]
async fn keeping_goes_on_to_the_next_module_when_asked() {
    let world = with_programme(true).await;
    let (page, _) = new_code(&world).await;
    let module = press(&world, &page, "module:urges", &[]).await;
    let fields = [("ten_minutes_plan", WORDS)];
    let next = press(&world, &module, "save:screens", &fields).await;
    assert_eq!(place(&next), "screens");
    let back = press(&world, &next, "module:urges", &[]).await;
    assert!(back.body.contains(WORDS));
    // What is emptied is gone.
    let emptied = press(&world, &back, "save", &[("ten_minutes_plan", "")]).await;
    assert_eq!(emptied.status, StatusCode::OK);
    let again = press(&world, &emptied, "module:urges", &[]).await;
    assert!(!again.body.contains(WORDS));
}

#[tokio::test]
async fn sheets_gather_answers_in_words() {
    let world = with_programme(true).await;
    let (page, _) = new_code(&world).await;
    let saved = write(&world, &page, WORDS).await;
    let module = press(&world, &saved, "module:lapse", &[]).await;
    let saved = press(&world, &module, "save", &[("plan_call", "Une amie inventée")]).await;
    let sheets = press(&world, &saved, "sheets", &[]).await;
    assert!(sheets.body.contains(WORDS) && sheets.body.contains("Une amie inventée"));
    assert_eq!(sheets.body.matches("class=\"sheet\"").count(), 3);
}

#[tokio::test]
async fn another_language_keeps_the_place_and_the_answers() {
    let world = with_programme(true).await;
    let (page, _) = new_code(&world).await;
    let saved = write(&world, &page, WORDS).await;
    let english = in_language(&world, EN, &saved, "language", &[]).await;
    assert!(english.body.contains("<html lang=\"en\""));
    assert_eq!(place(&english), "urges");
    assert!(english.body.contains(WORDS));
}

#[tokio::test]
async fn help_comes_first_when_an_answer_speaks_of_self_harm() {
    let world = with_programme(true).await;
    let (page, code) = new_code(&world).await;
    let module = press(&world, &page, "module:costs", &[]).await;
    let care = press(&world, &module, "save", &[("self_harm_thoughts", "often")]).await;
    let first = care.body.find("tel:").map(|at| &care.body[at..]);
    assert!(first.is_some_and(|line| line.starts_with("tel:3114")), "the crisis line comes first");
    assert!(!care.body.contains("<fieldset"), "no question stands beside the help");
    let back = press(&world, &care, "module:costs", &[]).await;
    assert!(back.body.contains("value=\"often\" checked"), "the answer is kept");
    assert_eq!(resume(&world, &code).await.status, StatusCode::OK);
    // The self-check does the same, and keeps nothing.
    let fields = [("go", "self-check"), ("place", "self-check"), ("sc_self_harm", "2")];
    let care = world.post(FR, &fields).await;
    assert!(care.body.contains("href=\"tel:3114\"") && !care.body.contains("<fieldset"));
    assert!(!care.body.contains("name=\"state\""));
}

#[tokio::test]
async fn the_self_check_suggests_and_finds_nothing_about_a_person() {
    let world = with_programme(true).await;
    let items = [
        "sc_looked",
        "sc_urge",
        "sc_against_will",
        "sc_talked_into",
        "sc_sleep_time",
        "sc_people_work",
        "sc_mood",
        "sc_secret",
    ];
    let titles = ["0", "1", "3"].map(|value| {
        let fields: Vec<(&str, &str)> = [("go", "self-check"), ("place", "self-check")]
            .into_iter()
            .chain(items.map(|item| (item, value)))
            .collect();
        fields
    });
    let mut bodies = Vec::new();
    for fields in &titles {
        let reply = world.post(EN, fields).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.body);
        assert_whole(&reply, "self-check");
        for never in ["low risk", "no risk", "score", "diagnos"] {
            let words = reply.body.split("<main").nth(1).unwrap().to_lowercase();
            let said = words.matches(never).count();
            let denied =
                words.matches("no diagnosis").count() + words.matches("not a diagnosis").count();
            assert!(said == 0 || (never == "diagnos" && said == denied), "`{never}`");
        }
        bodies.push(
            reply.body.split("<main").nth(1).unwrap().split("<aside").next().unwrap().to_owned(),
        );
    }
    assert!(bodies[0] != bodies[1] && bodies[1] != bodies[2], "each band has its own words");
    let few = world.post(EN, &[("go", "self-check"), ("sc_looked", "3")]).await;
    assert_eq!(few.status, StatusCode::OK);
    assert!(!bodies.iter().any(|body| few.body.contains(body.as_str())));
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_everything_that_was_written() {
    let world = with_programme(true).await;
    let (page, _) = new_code(&world).await;
    let module = press(&world, &page, "module:urges", &[]).await;
    let fields = [("ten_minutes_plan", WORDS), ("urge_minutes", "many")];
    let wrong = press(&world, &module, "save", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(WORDS) && wrong.body.contains("value=\"many\""));
    assert!(wrong.body.contains("href=\"#i-urge_minutes-0\""), "the list leads to the box");
}

#[tokio::test]
async fn a_second_window_writes_nothing_over_the_first_unseen() {
    let world = with_programme(true).await;
    let (page, _) = new_code(&world).await;
    let first = press(&world, &page, "module:urges", &[]).await;
    let second = press(&world, &page, "module:urges", &[]).await;
    let kept = press(&world, &first, "save", &[("ten_minutes_plan", "from the first")]).await;
    assert_eq!(kept.status, StatusCode::OK);
    let late = press(&world, &second, "save", &[("ten_minutes_plan", "from the second")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.body.contains("from the second"), "nothing that was written is lost");
    // Whoever has read that may keep it now.
    let kept = press(&world, &late, "save", &[("ten_minutes_plan", "from the second")]).await;
    assert_eq!(kept.status, StatusCode::OK);
}

#[tokio::test]
async fn a_code_that_is_none_and_one_that_nobody_has_are_told_apart_kindly() {
    let world = with_programme(true).await;
    for (typed, status) in [
        ("", StatusCode::UNPROCESSABLE_ENTITY),
        ("hello", StatusCode::UNPROCESSABLE_ENTITY),
        ("0000-0000-0000-0000-0000-0000-00", StatusCode::NOT_FOUND),
    ] {
        let reply = resume(&world, typed).await;
        assert_eq!(reply.status, status, "{typed}");
        assert_whole(&reply, typed);
        let box_again = reply.body.contains("name=\"code\"");
        assert_eq!(box_again, status == StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
    }
    let damaged = world.post(FR, &[("go", "sheets"), ("state", "AAAA")]).await;
    assert_eq!(damaged.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn forgotten_is_forgotten_also_in_an_open_window_and_after_a_restore() {
    let world = with_programme(true).await;
    let (page, code) = new_code(&world).await;
    let saved = write(&world, &page, WORDS).await;
    let backup = std::fs::read(world.dir.path().join("programme.sqlite")).unwrap();
    let asked = press(&world, &saved, "forget", &[]).await;
    assert!(asked.body.contains("value=\"forget-yes\""), "it is asked once");
    let gone = press(&world, &asked, "forget-yes", &[]).await;
    assert_eq!(gone.status, StatusCode::OK);
    assert!(!gone.body.contains("name=\"state\""));
    assert_eq!(gone.headers["clear-site-data"], "\"*\"", "the browser is asked to forget, too");
    assert_eq!(resume(&world, &code).await.status, StatusCode::NOT_FOUND);
    let late = press(&world, &saved, "save", &[("ten_minutes_plan", WORDS)]).await;
    assert_eq!(late.status, StatusCode::GONE, "an open window brings nothing back");
    restored(world.dir.path(), &backup, &code).await;
}

/// A restore brings the blob back; the list of the forgotten deletes it again.
async fn restored(dir: &Path, backup: &[u8], code: &str) {
    let id = programme::Code::parse(code).unwrap().derive().unwrap().id;
    let week = store::Week::of(jiff::civil::date(2026, 11, 23));
    std::fs::write(dir.join("programme.sqlite"), backup).unwrap();
    let opened: std::sync::Arc<Progress> = progress(dir).await;
    assert_eq!(opened.get(&id, week).await.unwrap(), None);
    drop(opened);
    // The backup did have it: without the list it is there.
    std::fs::write(dir.join("programme.sqlite"), backup).unwrap();
    std::fs::remove_file(dir.join("programme.forgotten")).unwrap();
    assert!(progress(dir).await.get(&id, week).await.unwrap().is_some());
}

#[tokio::test]
async fn what_nobody_used_for_the_stated_weeks_is_deleted() {
    let world = with_programme(true).await;
    let (page, code) = new_code(&world).await;
    write(&world, &page, WORDS).await;
    let week = 7 * 24 * 3600;
    world.clock.forward(25 * week);
    world.door.expire_progress().await.unwrap();
    assert_eq!(resume(&world, &code).await.status, StatusCode::OK, "this counts as use");
    world.clock.forward(25 * week);
    world.door.expire_progress().await.unwrap();
    assert_eq!(resume(&world, &code).await.status, StatusCode::OK);
    world.clock.forward(28 * week);
    world.door.expire_progress().await.unwrap();
    assert_eq!(resume(&world, &code).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_end_of_the_programme_is_asked_through_the_survey_line() {
    let world = with_programme(true).await;
    let offer = world.get("/fr/programme/feedback").await;
    assert!(offer.body.contains("value=\"feedback\""));
    let mut page = world.post(FR, &[("go", "feedback"), ("place", "feedback")]).await;
    let fields = [("fb_read", "all"), ("fb_worse", "self_harm_thoughts")];
    let mut care = false;
    while page.body.contains("name=\"state\"") {
        assert_whole(&page, "feedback");
        page = world.next("/fr/", &page, &fields).await;
        care |= page.body.contains("tel:3114") && !page.body.contains("<fieldset");
    }
    assert!(care, "help comes first here, too");
    let parts = world.parts().await;
    assert!(parts.iter().any(|part| part.page == "effects"), "sealed like all answers");
    let start = world.post("/fr/", &[("go", "me")]).await;
    let start = world.post("/fr/", &[("go", "adult"), ("state", &start.state())]).await;
    assert!(!start.body.contains("programme-feedback"), "it is asked at the end only");
    assert!(start.body.contains("href=\"/fr/programme/\""), "the start leads to the programme");
}

#[tokio::test]
async fn the_warnings_link_leads_into_the_programme_and_is_counted_as_help() {
    let world = with_programme(true).await;
    let reply = world.get("/fr/w/web/neutral/programme").await;
    assert_eq!(reply.headers["location"], "/fr/programme/");
    let counts = world.experiment.take();
    let events = counts.cells().fold([0u32; 3], |mut sums, (_, cell)| {
        sums.iter_mut().zip(cell).for_each(|(sum, own)| *sum += own);
        sums
    });
    assert_eq!(events, [0, 1, 0], "shown, help, survey");
    let without = world_without_programme().await;
    assert_eq!(without.get("/fr/w/web/neutral/programme").await.headers["location"], "/fr/help");
}
