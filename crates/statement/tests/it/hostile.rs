//! Hostile text in data stays text, and no text brings the program down.

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use statement::{Page, Site, html, settings, site};

use crate::world::World;

const EVIL: &str = r##"<script>alert(1)</script> & "quotes" #panic() $x$ @ref \u{1}"##;

#[test]
fn markup_in_names_and_words_is_printed_as_it_stands() {
    let mut world = World::new();
    world.change(
        "statement.toml",
        "organisation = \"Invented Society\"",
        &format!("organisation = '''{EVIL}'''"),
    );
    world.change(
        "statement.toml",
        "en = \"French-language respondents\"",
        &format!("en = '''{EVIL}'''"),
    );
    world.change("register.toml", "title = \"Yearly Report\"", &format!("title = '''{EVIL}'''"));
    let built = world.build().unwrap();
    let page = html(&built.documents[0], &[], false).unwrap();
    assert!(!page.contains("<script"), "a tag came through");
    assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"));
}

#[test]
fn a_feed_is_well_formed_and_keeps_nobodys_address() {
    let mut world = World::new();
    world.change(
        "statement.toml",
        "organisation = \"Invented Society\"",
        "organisation = \"A & <B>\"",
    );
    let built = world.build().unwrap();
    let settings = settings(&world.sources.settings).unwrap();
    let one = [Site { settings: &settings, built: &built }];
    let pages = site(&one, "https://example.org/").unwrap();
    let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "en/index.html",
            "en/feed.xml",
            "fr/index.html",
            "fr/feed.xml",
            "small/en.html",
            "small/fr.html"
        ]
    );
    for Page { text, .. } in pages.iter().filter(|page| page.path.ends_with(".xml")) {
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{error}: {text}"),
            }
        }
        assert!(text.contains("<updated>2026-03-01T12:00:00"), "{text}");
        assert!(!text.contains("<email>"));
    }
    assert!(site(&one, "example.org").is_err(), "an address without a scheme");
    let twice =
        [Site { settings: &settings, built: &built }, Site { settings: &settings, built: &built }];
    assert!(site(&twice, "https://example.org/").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a text, the build answers with a document or with lines.
    #[test]
    fn no_text_brings_the_build_down(words in "[ -~éœ«»\n{}#>*_\\[\\]().:;@\u{202f}]{0,200}") {
        let mut world = World::new();
        world.change("en.md", "Invented words.", &words);
        world.stamp();
        if let Err(failure) = world.build() {
            prop_assert!(!failure.problems.is_empty());
            prop_assert!(failure.problems.iter().all(|problem| problem.line > 0));
        }
    }

    /// The same for claims.
    #[test]
    fn no_claims_file_brings_the_build_down(words in "[ -~\n\"=\\[\\]]{0,120}") {
        let mut world = World::new();
        world.sources.claims.text = format!("{words}\n{}", world.sources.claims.text);
        _ = world.build();
    }
}
