//! Policies: what is read, and what is refused, with the line.

use super::*;

const HEAD: &str = "title = \"A list\"\nsource = \"An invented source\"\nclass = \"test\"\n";

fn parse(rest: &str) -> Result<Policy, String> {
    let path = Path::new("list.toml");
    Policy::parse(path, &format!("{HEAD}{rest}")).map_err(|error| error.to_string())
}

#[test]
fn a_policy_that_says_little_asks_for_a_person() {
    let policy = parse("").unwrap();
    assert_eq!((policy.kind, policy.exact), (Kind::Match, Level::Review));
    assert_eq!(policy.distance, Distance { action: None, review: 31 });
    assert_eq!((policy.quality.action, policy.quality.review), (50, 50));
    assert_eq!(policy.quality.unknown, Level::Review);
    assert_eq!(policy.usage(Some("anything"), None), Use::On);
}

#[test]
fn what_cannot_be_meant_is_refused_at_its_line() {
    for (rest, line, words) in [
        ("colour = \"red\"", 4, "unknown field"),
        ("kind = \"perhaps\"", 4, "unknown variant"),
        ("\n[distance]\nreview = 48", 5, "0 to 47"),
        ("[distance]\naction = 20\nreview = 10", 4, "asks for less"),
        ("[distance]\nreview = -1", 5, "invalid value"),
        ("kind = \"never\"\n[distance]\naction = 3", 5, "one distance"),
        ("[quality]\naction = 101", 4, "0 to 100"),
        ("[quality]\naction = 40", 4, "not below"),
        ("[quarantine]\nmatches = 0\nper_seconds = 1", 4, "1 to 10000"),
        ("[quarantine]\nmatches = 5\nper_seconds = 0", 4, "at least 1"),
        ("[[surface]]\nname = \"uploads\"\non = true\nbasis = \"\"", 4, "which law"),
        ("[[surface]]\nname = \"uploads\"\non = true", 4, "missing field `basis`"),
    ] {
        let refused = parse(rest).unwrap_err();
        assert!(refused.starts_with(&format!("list.toml:{line}: ")), "{rest}: {refused}");
        assert!(refused.contains(words), "{rest}: {refused}");
    }
    let twice = "[[surface]]\nname = \"a\"\non = true\nbasis = \"b\"\n";
    assert!(parse(&twice.repeat(2)).unwrap_err().contains("two rules"));
    let path = Path::new("list.toml");
    let long = format!("title = \"{}\"\nsource = \"s\"\nclass = \"c\"", "x".repeat(201));
    assert!(Policy::parse(path, &long).unwrap_err().to_string().contains("`title`"));
    assert!(Policy::parse(path, "title = \"t\"").unwrap_err().to_string().contains("source"));
}

#[test]
fn the_rule_of_the_region_goes_before_the_rule_of_all() {
    let rule = |region: &str, on: bool| {
        format!("[[surface]]\nname = \"uploads\"\n{region}on = {on}\nbasis = \"invented\"\n")
    };
    let policy = parse(&[rule("", true), rule("region = \"XA\"\n", false)].concat()).unwrap();
    assert_eq!(policy.usage(Some("uploads"), None), Use::On);
    assert_eq!(policy.usage(Some("uploads"), Some("XB")), Use::On);
    assert!(matches!(policy.usage(Some("uploads"), Some("XA")), Use::Off(_)));
    assert_eq!(policy.usage(Some("messages"), Some("XB")), Use::Unknown);
    assert_eq!(policy.usage(None, None), Use::Unknown);
    let only = parse(&rule("region = \"XA\"\n", true)).unwrap();
    assert_eq!(only.usage(Some("uploads"), None), Use::Unknown);
}
