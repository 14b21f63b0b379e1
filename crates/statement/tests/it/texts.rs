//! Texts: numbers by hand, words that promise too much, languages that differ.

use crate::world::World;

/// Puts words into both languages, so that only the words are wrong.
fn with(words: &str) -> World {
    let mut world = World::new();
    for name in ["en.md", "fr.md"] {
        let text = if name == "en.md" { "Invented words." } else { "Mots inventés." };
        world.change(name, text, words);
    }
    world.stamp();
    world
}

#[test]
fn what_a_text_must_not_hold_is_named_with_its_line() {
    for (words, wanted) in [
        ("It was 57 of them.", "en.md:3: error: `57` is a number written by hand"),
        (
            "It was {nothing.percent}.",
            "the text names the claim `nothing`, which is in no claims.toml",
        ),
        ("It was {stop.colour}.", "`{stop.colour}`: this claim has no such form"),
        ("It was {stop.", "a brace without its other half"),
        ("It was stop}.", "a brace without its other half"),
        ("It was {stop}.", "`{stop}` is no place"),
        ("It was <b>bold</b>.", "HTML and code have no place here"),
        ("It was `code`.", "HTML and code have no place here"),
        ("![picture](https://example.org/a.png)", "this has no place in a line of text"),
        ("[here](javascript:alert)", "a link begins with https://"),
        ("# Another", "after the title come sections"),
        ("Said.{note:nobody}", "a note names `nobody`, which is no reference"),
        ("{chart:nothing} Title", "the text names the chart `nothing`, which is in no charts.toml"),
        ("{helplines:nobody}", "`nobody` is no purpose of the directory"),
        ("Words {helplines:self}", "begins a paragraph of its own"),
        ("Since {data.now}.", "`{data.now}` is no place"),
        ("> A policy sentence.", "only a finding has a policy sentence"),
        ("***", "a rule has no place here"),
        ("    code", "this has no place here"),
        ("<table>", "this has no place here"),
    ] {
        let problems = with(words).problems();
        assert!(problems.contains(wanted), "{words}: {problems}");
    }
}

#[test]
fn a_name_with_digits_is_listed_for_the_reviewer() {
    let built = with("Directive {\"2011/93/EU\"}.").build().unwrap();
    assert_eq!(built.by_hand, ["en.md:3: 2011/93/EU", "fr.md:3: 2011/93/EU"]);
}

#[test]
fn published_slips_cannot_be_written_again() {
    for (words, wanted) in [
        ("Viewing leads to contact.", "leads to"),
        ("They are above the global average.", "global average"),
        ("This is nearly a third of them.", "a third"),
        ("It is {stop.percent} more than before.", "…% more"),
        ("The French want to stop.", "the french"),
    ] {
        let problems = with(words).problems();
        assert!(problems.to_lowercase().contains(&format!("“{wanted}")), "{words}: {problems}");
    }
    for (words, wanted) in [
        ("Regarder conduit à un contact.", "conduit à"),
        ("C’est {stop.percent} de plus.", "…% de plus"),
        ("Les Français veulent arrêter.", "les français"),
    ] {
        let problems = with(words).problems();
        assert!(problems.to_lowercase().contains(&format!("“{wanted}")), "{words}: {problems}");
    }
}

#[test]
fn languages_say_the_same() {
    let cases: [(&str, &str, &str); 5] = [
        ("{gap.points} de plus que {gap.rest}", "rien", "section `wish` lacks the claim `gap`"),
        (
            "Encore.{note:report-2022}",
            "{answers.count}.",
            "has the claim `answers`, which the source has not",
        ),
        (
            "{#wish .finding",
            "{#wunsch .finding",
            "the sections are title, summary, context, wunsch",
        ),
        ("{#help .help", "{#help .section", "section `help` is of another kind than in the source"),
        (
            "{chart:wish} {stop.Words} veulent arrêter",
            "Rien.",
            "section `wish` lacks the chart `wish`",
        ),
    ];
    for (from, to, wanted) in cases {
        let mut world = World::new();
        world.change("fr.md", from, to);
        let problems = world.problems();
        assert!(problems.contains(wanted), "{to}: {problems}");
    }
}

#[test]
fn a_translation_older_than_its_source_is_named() {
    let mut world = World::new();
    world.change("en.md", "We ask for help", "We ask for much help");
    let problems = world.problems();
    assert!(
        problems.contains("fr.md:13: error: section `wish` is older than its source"),
        "{problems}"
    );
    world.stamp();
    assert!(world.build().is_ok());
}

#[test]
fn a_missing_translation_is_named() {
    let mut world = World::new();
    world.sources.texts.remove("fr");
    assert!(
        world.problems().contains("`fr` is a language of the statement, and there is no fr.md")
    );
}

#[test]
fn what_nobody_uses_is_named() {
    let mut world = World::new();
    for name in ["en.md", "fr.md"] {
        world.change(name, "{answers.count} ", "");
    }
    world.stamp();
    assert!(world.problems().contains("claims.toml:2: error: claim `answers` is used by no text"));
    let mut world = World::new();
    world.change("charts.toml", "[[chart]]\n", "[[chart]]\nid = \"other\"\nkind = \"compare\"\nsample = \"all\"\nquestion = \"wish_stop\"\noptions = [\"yes\"]\n\n[[chart]]\n");
    assert!(world.problems().contains("chart `other` is used by no text"));
}

#[test]
fn a_figure_wants_the_note_of_its_source() {
    let mut world = World::new();
    for (name, word) in [("en.md", "Again."), ("fr.md", "Encore.")] {
        world.change(name, "{note:report-2022}", "");
        world.change(name, &format!("{word}{{note:report-2022}}"), word);
    }
    world.stamp();
    let problems = world.problems();
    assert!(
        problems
            .contains("`reports` is a published figure; cite its source here: {note:report-2022}"),
        "{problems}"
    );
}

#[test]
fn a_register_entry_without_source_is_named() {
    for (from, to, wanted) in [
        (
            "source = \"report-2022\"\n",
            "",
            "figures.toml:2: error: figure `reports-2021` has no source",
        ),
        (
            "source = \"report-2022\"",
            "source = \"rumour\"",
            "names the source `rumour`, which is no reference",
        ),
        ("as_of = \"2021\"", "as_of = \"\"", "says not what it is (definition) or of when"),
        ("id = \"reports-2022\"", "id = \"reports-2021\"", "is there twice"),
    ] {
        let mut world = World::new();
        world.change("figures.toml", from, to);
        assert!(world.problems().contains(wanted), "{}", world.problems());
    }
}

#[test]
fn a_chart_without_data_is_named() {
    let mut world = World::new();
    world.change("charts.toml", "question = \"wish_stop\"", "question = \"first_way\"");
    world.change("charts.toml", "[\"yes\", \"unsure\", \"no\"]", "[\"accident\"]");
    let problems = world.problems();
    assert!(problems.contains("charts.toml:2: error: chart `wish` has no data"), "{problems}");
}

#[test]
fn a_simulated_statement_says_so_in_its_title() {
    let mut world = World::new();
    world.change("en.md", "# Simulated findings", "# Findings");
    world.stamp();
    assert!(world.problems().contains("the answers are simulated: the title says so"));
}
