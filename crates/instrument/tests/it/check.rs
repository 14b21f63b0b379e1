//! Every slip in an instrument's files is reported with its file and line.

use crate::common::{change, list, loaded, sources};
use instrument::{SourceFile, check_published, check_shared, load, publish};

/// File, text to change, what to change it to, and the diagnostic that must come of it.
const SLIPS: [(&str, &str, &str, &str); 24] = [
    (
        "instrument.toml",
        "kind = \"scale\"",
        "kind = \"sclae\"",
        "instrument.toml:47: error: unknown variant",
    ),
    (
        "instrument.toml",
        "version = 1",
        "version = 1\nfoo = 2",
        "instrument.toml:3: error: unknown field `foo`",
    ),
    (
        "instrument.toml",
        "{ id = \"red\", code = 1 }",
        "{ id = \"red\" }",
        "instrument.toml:20: error: option `red` has no `code`",
    ),
    (
        "instrument.toml",
        "{ id = \"blue\", code = 2 }",
        "{ id = \"blue\", code = 1 }",
        "instrument.toml:20: error: code 1 stands for another option",
    ),
    (
        "instrument.toml",
        "{ id = \"red\", code = 1 }",
        "{ id = \"red\", code = -8 }",
        "instrument.toml:20: error: codes below 0",
    ),
    (
        "instrument.toml",
        "{ id = \"red\", code = 1 }",
        "{ id = \"hint\", code = 1 }",
        "instrument.toml:20: error: an option cannot be called `hint`",
    ),
    (
        "instrument.toml",
        "offer = [\"dont_know\"]",
        "offer = [\"maybe\"]",
        "instrument.toml:40: error: only `refused`",
    ),
    (
        "instrument.toml",
        "exclusive = [\"none\"]",
        "exclusive = [\"nothing\"]",
        "instrument.toml:27: error: no option is called `nothing`",
    ),
    (
        "instrument.toml",
        "question = \"colour\", is",
        "question = \"color\", is",
        "instrument.toml:32: error: no earlier page asks `color`",
    ),
    (
        "instrument.toml",
        "is = [\"blue\"]",
        "is = [\"green\"]",
        "instrument.toml:32: error: `colour` has no option `green`",
    ),
    (
        "instrument.toml",
        "{ question = \"deep\", at_least = 4 }",
        "{ question = \"deep\", is = [\"x\"] }",
        "instrument.toml:64: error: `deep` is compared with",
    ),
    (
        "instrument.toml",
        "when = { question = \"days\", at_least = 10 }",
        "when = { question = \"words\", is = [\"x\"] }",
        "instrument.toml:50: error: no earlier page asks `words`",
    ),
    (
        "instrument.toml",
        "when = { question = \"days\", at_least = 10 }",
        "when = { all = [{ question = \"days\", at_least = 10 }, { question = \"colour\", is = [\"red\"] }] }",
        "instrument.toml:46: error: no way of answering leads to `deep`",
    ),
    (
        "instrument.toml",
        "bands = [[0, 0], [1, 9], [10, 30]]",
        "bands = [[0, 0], [2, 9], [10, 30]]",
        "instrument.toml:35: error: `bands` must follow one another",
    ),
    (
        "instrument.toml",
        "max_chars = 20",
        "max_chars = 9999",
        "instrument.toml:1: error: a page can hold",
    ),
    (
        "instrument.toml",
        "id = \"words\"",
        "id = \"colour\"",
        "instrument.toml:53: error: question `colour` is here twice",
    ),
    (
        "instrument.toml",
        "id = \"two\"",
        "id = \"one\"",
        "instrument.toml:31: error: page `one` is here a second time",
    ),
    (
        "instrument.toml",
        "source = \"en\"",
        "source = \"../x\"",
        "instrument.toml:3: error: this is no language tag",
    ),
    ("en.ftl", "    .red = Red\n", "", "en.ftl:4: error: `colour` has no text for `.red`"),
    ("en.ftl", "page-two = Two\n", "", "en.ftl:1: error: `page-two` is missing"),
    (
        "en.ftl",
        "page-two = Two",
        "page-two = Two\npage-four = Four",
        "en.ftl:12: error: `page-four` is no id of the instrument",
    ),
    ("en.ftl", "page-two = Two", "page-two Two", "en.ftl:11: error:"),
    (
        "en.ftl",
        "Which colour?",
        "Which colour is it?",
        "fr.ftl:7: error: `colour`: the source has changed since",
    ),
    ("en.ftl", "title = Small", "title = { $x }", "en.ftl:1: error: `title` has no text"),
];

#[test]
fn the_small_instrument_is_in_order() {
    let (loaded, found) = load(&sources());
    assert!(loaded.is_some(), "{}", list(&found));
    assert_eq!(found.len(), 2, "two languages nobody has reviewed: {}", list(&found));
}

#[test]
fn every_slip_is_reported_with_file_and_line() {
    for (file, from, to, expected) in SLIPS {
        let (loaded, found) = load(&change(file, from, to));
        let found = list(&found);
        assert!(loaded.is_none(), "`{to}` passed");
        assert!(
            found.lines().any(|line| line.starts_with(expected)),
            "`{expected}` not in:\n{found}"
        );
    }
}

#[test]
fn a_missing_file_and_an_unknown_language_are_reported() {
    let mut missing = sources();
    missing.texts.remove("fr");
    let (_, found) = load(&missing);
    assert!(
        list(&found).contains("instrument.toml:11: error: `fr` is published and has no fr.ftl")
    );

    let mut unknown = sources();
    let file = SourceFile { name: "xx.ftl".into(), text: String::new() };
    unknown.texts.insert("xx".into(), file);
    let (_, found) = load(&unknown);
    assert!(list(&found).contains("xx.ftl:1: error: no [[language]]"));
}

#[test]
fn a_published_version_never_changes() {
    let file = SourceFile { name: "published.toml".into(), text: String::new() };
    let warned = check_published(&loaded().instrument, &file);
    assert!(list(&warned).contains("published.toml:1: warning: version 1 is not published"));
    let text = publish(&loaded().instrument, &file).unwrap();
    let file = SourceFile { name: "published.toml".into(), text };
    assert!(check_published(&loaded().instrument, &file).is_empty());
    assert_eq!(publish(&loaded().instrument, &file).unwrap(), file.text);

    let changed =
        change("instrument.toml", "{ id = \"blue\", code = 2 }", "{ id = \"blue\", code = 3 }");
    let (changed, _) = load(&changed);
    let found = check_published(&changed.unwrap().instrument, &file);
    assert!(list(&found).contains("error: version 1 was published with other questions"));

    let next =
        change("instrument.toml", "{ id = \"blue\", code = 2 }", "{ id = \"blue\", code = 3 }");
    let mut next = next;
    next.instrument.text = next.instrument.text.replace("version = 1", "version = 2");
    let (next, _) = load(&next);
    let found = check_published(&next.unwrap().instrument, &file);
    assert!(list(&found).contains("`colour` was `single red=1 blue=2`"), "{}", list(&found));
}

#[test]
fn instruments_that_share_a_question_ask_the_same() {
    let mut other =
        change("instrument.toml", "{ id = \"blue\", code = 2 }", "{ id = \"blue\", code = 7 }");
    other.instrument.text = other.instrument.text.replace("id = \"small\"", "id = \"other\"");
    let (other, found) = load(&other);
    let (first, other) = (loaded(), other.unwrap_or_else(|| panic!("{}", list(&found))));
    let found = list(&check_shared(&[&first, &other]));
    assert!(found.contains("`colour` is `single red=1 blue=7` here"), "{found}");
    assert!(check_shared(&[&first]).is_empty());
}
