//! What is wrong with a specification is said with file and line.

use crate::common::{FILE, TEXT, instruments, read, spec};
use simulation::{SimulateError, Spec, openings, simulate};

/// The message for the committed specification with one text in place of another, and the line
/// on which the other stood.
fn message(from: &str, to: &str) -> (String, usize) {
    assert_eq!(TEXT.matches(from).count(), 1, "`{from}` must stand in it once");
    let line = TEXT.split(from).next().unwrap().matches('\n').count() + 1;
    let error = match Spec::parse(FILE, &TEXT.replace(from, to)) {
        Err(error) => error,
        Ok(spec) => match simulate(&spec, &instruments().each_ref()) {
            Err(SimulateError::Spec(error)) => error,
            other => panic!("{other:.200?}"),
        },
    };
    assert_eq!(error.file, FILE);
    assert!(error.to_string().starts_with(&format!("{FILE}:{}: ", error.line)));
    (error.what, error.line.abs_diff(line))
}

#[test]
fn the_committed_specification_fits_and_says_that_it_is_simulated() {
    let spec = spec();
    assert!(spec.title.to_lowercase().contains("simulated"));
    assert!(FILE.contains("simulated"));
    assert!(spec.organisation.contains("invented"));
    assert_eq!(spec.check(&instruments().each_ref()), Ok(()));
}

#[test]
fn slips_are_found_on_their_line() {
    let wish = "{ published = \"statement\", shares = { yes = 0.57 } }";
    for (from, to, what) in [
        // Shape and tags.
        ("title = \"Simulated answers:", "title = \"Answers:", "must say `simulated`"),
        ("group = \"fr\"\n", "nonsense = 1\ngroup = \"fr\"\n", "unknown field `nonsense`"),
        ("(invented: there is no such organisation)", "", "must say that it is `invented`"),
        (wish, "{ shares = { yes = 0.57 } }", "a number has one tag"),
        (
            wish,
            "{ published = \"statement\", assumed = \"x\", shares = { yes = 0.57 } }",
            "one tag",
        ),
        (
            wish,
            "{ published = \"elsewhere\", shares = { yes = 0.57 } }",
            "[sources] has no `elsewhere`",
        ),
        (wish, "{ assumed = \" \", shares = { yes = 0.57 } }", "does not say what or why"),
        (wish, "{ published = \"statement\", shares = { yes = 57 } }", "lies outside 0 to 1"),
        (
            "value = 20231005\nassumed = \"any number will do; it decides who is who, never a margin\"",
            "value = 1",
            "a number has one tag",
        ),
        ("value = \"2021-05-05\"", "value = \"5 May\"", "a day is written like"),
        ("value = \"2023-10-05\"", "value = \"2020-10-05\"", "lies before the first day"),
        ("value = 24000\n", "value = 24001\n", "24000 answers together"),
        ("tag = \"bs\"", "tag = \"ar\"", "`ar` is here a second time"),
        ("tag = \"bs\"", "tag = \"b s\"", "no language tag"),
        ("group = \"fr\"\n", "group = \"cs\"\n", "no [[language]] has this tag"),
        ("group = { value = 0.2,", "group = { value = 0.3,", "sum to 110 %"),
        ("\"(simulated answer) Nobody wrote this.\"", "\"Nobody wrote this.\"", "must begin with"),
        ("group = { value = 2,", "group = { value = 61,", "more copies than all"),
        // What only the instruments tell.
        ("tag = \"bs\"", "tag = \"cs\"", "this has none"),
        ("id = \"no-need\"", "id = \"other\"", "no [[instrument]] is called `no-need`"),
        (
            "id = \"tried_stop\"",
            "id = \"tried_stopping\"",
            "no [[question]] is called `tried_stop`",
        ),
        (wish, "{ published = \"statement\", shares = { ja = 0.57 } }", "has no option `ja`"),
        (wish, "{ published = \"statement\", shares = { yes = 0.58 } }", "shares sum to 101 %"),
        (
            wish,
            "{ published = \"statement\", shares = { yes = 0.57, unsure-yes = 0.1 } }",
            "no option `unsure-yes`",
        ),
        (
            "{ assumed = \"only the yes is public\", shares = { unsure = 0.18, no = 0.25 } }",
            "{ assumed = \"x\", shares = { no = 0.43 } }",
            "gives `unsure` no share",
        ),
        (
            "{ sometimes = 0.29, often = 0.12 }",
            "{ sometimes = 0.29, often = 0.13 }",
            "their own shares sum to 42 %",
        ),
        (
            "\"once+several\" = 0.27",
            "\"once+several\" = 0.27, \"several+never\" = 0.1",
            "some of its share elsewhere",
        ),
        (
            "shares = { never = 0.14 } },\n    { assumed = \"how 27",
            "shares = { never = 0.15 } },\n    { assumed = \"how 27",
            "sum to 42 %; 41 % are asked",
        ),
        (
            "of = { question = \"contact_thought\",",
            "of = { question = \"wish_stop\",",
            "is not asked just of those",
        ),
        (
            "3-9 = 0.27, 10-19 = 0.07, 20-30 = 0.11",
            "3-9 = 0.27, 10-19 = 0.07, 20-31 = 0.11",
            "no option `20-31`",
        ),
        ("attempts = 0.5,", "attempt = 0.5,", "no page is called `attempt`"),
        ("attempts = 0.5,", "", "gives page `attempts` no share"),
        ("{ wish = 1.0, attempts", "{ wish = 0.9, attempts", "has at least its first page"),
        (
            "shares = { contact-more = 0.323 }",
            "shares = { contact-more = 0.4 }",
            "more get past this page",
        ),
        ("all = { value = 60,", "all = { value = 6000,", "complete answers allow"),
    ] {
        let (message, off) = message(from, to);
        assert!(message.contains(what), "{to}: {message}");
        // What is absent has no line; what several lines say together is shown at the first.
        let absent = message.contains("]] is called") || message.contains("has none");
        let together = ["no share", "own shares", "are asked", "complete answers"];
        let near = if together.iter().any(|own| message.contains(own)) { 4 } else { 0 };
        assert!(absent || off <= near, "{to}: {message}: {off} lines off");
    }
}

#[test]
fn what_the_specification_leaves_out_or_adds_is_said() {
    let extra = format!("{TEXT}\n[[question]]\nid = \"shoe_size\"\n");
    let error = Spec::parse(FILE, &extra).unwrap().check(&instruments().each_ref()).unwrap_err();
    assert_eq!(error.what, "no instrument asks `shoe_size`");
    assert_eq!(error.line, extra.lines().count());

    let [help_us, _] = instruments();
    let error = spec().check(&[&help_us]).unwrap_err();
    assert_eq!(error.what, "no instrument is called `no-need`");

    let rest = TEXT.replace("yes = 0.48", "yes = 0.001").replace("no = 0.33", "no = 0.809");
    let spec = Spec::parse(FILE, &rest).unwrap();
    let error = simulate(&spec, &instruments().each_ref()).unwrap_err().to_string();
    assert!(error.contains("less often than the group alone"), "{error}");
}

/// The committed specification with `each` answers in every language and no copies.
fn small(each: u64) -> Spec {
    let line = |line: &str| -> String {
        if line.starts_with("answers = {") {
            format!("answers = {{ value = {each}, assumed = \"small\" }}")
        } else {
            line.replace("value = 24000", &format!("value = {}", 21 * each))
                .replace("group = { value = 2,", "group = { value = 0,")
                .replace("all = { value = 60,", "all = { value = 0,")
        }
    };
    let text: Vec<String> = TEXT.lines().map(line).collect();
    Spec::parse(FILE, &text.join("\n")).unwrap()
}

#[test]
fn a_handful_of_people_is_simulated_or_refused() {
    let instruments = instruments();
    let mut made = 0;
    for each in 0..60 {
        match simulate(&small(each), &instruments.each_ref()) {
            Ok(answers) => {
                assert_eq!(answers.len() as u64, 21 * each);
                made += read(&instruments, answers).len();
            }
            Err(error) => assert!(error.to_string().contains("than the group alone"), "{error}"),
        }
        openings(&small(each));
    }
    assert!(made > 0);
}

#[test]
fn no_number_makes_it_panic() {
    let numbers: Vec<usize> =
        TEXT.match_indices("value = ").map(|(at, text)| at + text.len()).collect();
    let instruments = instruments();
    for at in numbers {
        let end = at + TEXT[at..].find([',', '\n']).unwrap();
        for number in ["0", "1", "-1", "1e300", "nan", "9223372036854775807", "0.999999", "\"x\""] {
            let text = format!("{}{number}{}", &TEXT[..at], &TEXT[end..]);
            if let Ok(spec) = Spec::parse(FILE, &text) {
                _ = spec.check(&instruments.each_ref());
                assert!(spec.margins().len() > 100 && spec.settings().len() > 50);
            }
        }
    }
}
