//! The document: what a reader sees.

use statement::{Block, Document, Inline, NoteRun, html, others};

use crate::world::World;

fn document(language: &str) -> Document {
    let built = World::new().build().unwrap();
    built.documents.into_iter().find(|own| own.language == language).unwrap()
}

fn words(inlines: &[Inline]) -> String {
    let one = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Claim { text, .. } => text.clone(),
        Inline::Emphasis { content }
        | Inline::Strong { content }
        | Inline::Link { content, .. } => words(content),
        Inline::Note { number } => format!("[{number}]"),
    };
    inlines.iter().map(one).collect()
}

fn paragraphs(document: &Document, section: &str) -> String {
    let section = document.sections.iter().find(|own| own.id == section).unwrap();
    let text = |block: &Block| match block {
        Block::Paragraph { content } => words(content),
        _ => String::new(),
    };
    section.blocks.iter().map(text).collect()
}

#[test]
fn numbers_are_written_as_each_language_writes_them() {
    let (en, fr) = (document("en"), document("fr"));
    assert_eq!(
        paragraphs(&en, "wish"),
        "Three in five want to stop: 60% (n = 100; 50 to 69%), 20 percentage points more than 40%."
    );
    assert_eq!(
        paragraphs(&fr, "wish"),
        "Trois personnes sur cinq veulent arrêter : 60\u{202f}% (n = 100 ; de 50 à 69\u{202f}%), \
         20 points de pourcentage de plus que 40\u{202f}%."
    );
    assert_eq!(
        paragraphs(&en, "summary"),
        "From 5 January 2026 to 11 January 2026 there are 400 answers."
    );
    assert_eq!(
        paragraphs(&fr, "context"),
        "Il y a eu 32 millions de signalements, une évolution de +60\u{202f}%.[1] Encore.[2]"
    );
    assert_eq!(fr.published, "1er mars 2026");
}

#[test]
fn a_repeated_note_points_to_the_first() {
    let notes = document("en").notes;
    assert_eq!(notes.len(), 2);
    assert!(
        matches!(&notes[0].content[..], [NoteRun::Text { .. }, NoteRun::Link { url, .. }, ..] if url == "https://example.org/report")
    );
    let refers =
        notes[1].content.iter().any(|run| matches!(run, NoteRun::Reference { number: 1, .. }));
    assert!(refers, "{:?}", notes[1]);
}

#[test]
fn under_each_chart_stand_n_base_interval_and_sample() {
    let document = document("en");
    let plots = document.sections.iter().flat_map(|section| &section.blocks);
    let plot = plots.filter_map(|block| match block {
        Block::Plot(plot) => Some(plot),
        _ => None,
    });
    for plot in plot {
        let caption = plot.caption.join(" ");
        for wanted in [
            "n = 100 (French-language respondents) and 300 (The rest)",
            "Base:",
            "Wilson",
            "Sample: everyone who sent at least one page",
            "Simulated",
        ] {
            assert!(caption.contains(wanted), "{caption}");
        }
        assert_eq!(plot.title, "Three in five want to stop");
        assert!(
            plot.svg.contains("<title") && plot.svg.contains("<desc") && plot.svg.contains(">60%<")
        );
        assert!(
            plot.alt.contains("Yes: French-language respondents 60% (50 to 69%)"),
            "{}",
            plot.alt
        );
    }
}

#[test]
fn the_panel_says_what_changes_and_hides_small_steps() {
    let document = document("en");
    let stop = document.panel.ids.iter().position(|id| id == "claim-stop").unwrap();
    let row = &document.panel.rows[stop];
    assert_eq!(row[1], "60% (n = 100)");
    // Nobody completed: a share of nobody is no share.
    assert_eq!(row[2], "hidden");
    assert_eq!(row.last().unwrap(), "60%");
    let heads = document.panel.columns.join(" ");
    assert!(heads.contains("complete answers only") && heads.contains("counts rounded to 5"));
}

#[test]
fn the_method_names_its_limits() {
    let text: String = document("en").method.iter().map(|item| item.text.clone()).collect();
    for wanted in [
        "chose for themselves",
        "8,000 times",
        "no country",
        "as if a random sample",
        "Holm",
        "chi-squared",
        "Counts below 10",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let questions = document("fr").questions;
    assert!(questions[0].text.starts_with("Aimeriez-vous") || !questions[0].text.is_empty());
    assert_eq!(questions[0].options.len(), 3);
}

#[test]
fn the_page_holds_everything_and_nothing_more() {
    let built = World::new().build().unwrap();
    for own in &built.documents {
        let page = html(own, &others(&built.documents, &own.language), true).unwrap();
        assert!(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
        assert!(!page.contains("<script") && !page.contains(" style="));
        assert!(!page.contains('⟨') && !page.contains("{number}") && !page.contains("{date}"));
        assert!(page.contains(&format!("lang=\"{}\"", own.language)));
        assert!(page.contains(&own.hash));
        for note in &own.notes {
            assert!(page.contains(&format!("id=\"note-{}\"", note.number)));
            assert!(page.contains(&format!("href=\"#note-{}\"", note.number)));
        }
    }
}

#[test]
fn the_hash_tells_any_change_of_files_or_answers() {
    let hash = |world: &World| world.build().unwrap().documents[0].hash.clone();
    let before = hash(&World::new());
    assert_eq!(before, hash(&World::new()));
    let mut text = World::new();
    text.change("en.md", "Invented words.", "Other words.");
    text.stamp();
    assert_ne!(before, hash(&text));
    let mut answers = World::new();
    answers.people("en", [0, 0, 0]);
    assert_eq!(before, hash(&answers));
}

#[test]
fn services_say_what_the_directory_knows_and_that_nobody_checked_it() {
    let fr = document("fr");
    let help = fr.sections.iter().find(|own| own.id == "help").unwrap();
    let items = help.blocks.iter().find_map(|block| match block {
        Block::Lines { items } => Some(items),
        _ => None,
    });
    let items = items.unwrap();
    let seos = items.iter().find(|own| own.name.starts_with("SéOS")).unwrap();
    let about = seos.about.join(" ").replace('\u{a0}', " ");
    for what in [
        "Le lundi de 9 h 30 à 12 h 30",
        "heure de Bruxelles. Ce sont les heures",
        "Gratuit. Vous n’avez pas à donner votre nom.",
        "contact@seos.be.",
        "Pas encore vérifié par nous.",
    ] {
        assert!(about.contains(what), "`{what}` is not in: {about}");
    }
    for item in items {
        let all = item.about.join(" ");
        assert!(!all.contains(['\u{2068}', '\u{2069}']), "marks that print as boxes: {all}");
        assert!(all.ends_with("Pas encore vérifié par nous."), "{all}");
    }
}
