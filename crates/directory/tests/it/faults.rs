//! What is wrong with a file is said with its line.

use directory::{Fault, Helplines};

use crate::invented::{entry, parse, text};

fn faults(entries: &[String]) -> Vec<Fault> {
    Helplines::faults(&text(entries)).unwrap()
}

/// The only thing that is wrong with an entry of these keys. Its keys begin on line 5.
fn fault(keys: &str) -> Fault {
    let found = faults(&[entry("a", keys)]);
    assert_eq!(found.len(), 1, "{keys}: {found:?}");
    found[0].clone()
}

#[test]
fn an_entry_with_everything_is_taken() {
    let all = r#"country = "EU"
also_in = ["CH"]
not_in = ["FR"]
sms = "1234"
mail = "help@example.org"
url = "https://example.org/help"
chat = "https://chat.example.org"
visit = "1 Invented Street, Brussels"
onion = "http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/"
on_site = ["chat", "mail"]
hours = ["mon-fri 09:30-12:30", "sat 22:00-02:00"]
zone = "Europe/Brussels"
hours_note = { en = "Not on holidays.", fr = "Pas les jours fériés." }
cost = "standard"
anonymity = "confidential"
reporting_duty = { en = "None.", fr = "Aucun." }
note = { en = "A note.", fr = "Une note." }
doubt = { en = "A doubt.", fr = "Un doute." }
as_of = "2026-11-23"
verified = { by = "A. Example", on = "2026-11-24" }
valid_until = "2027-01-31"
status = "recruiting_ended"
fallback = "b""#;
    let helplines = parse(&[entry("a", all), entry("b", "")]);
    let a = helplines.get("a").unwrap();
    assert_eq!(a.line, 4);
    assert_eq!(a.dial().unwrap(), "080000000");
    assert_eq!(a.addresses().len(), 3);
    assert!(helplines.addresses().is_empty(), "nobody need ask the pages of what has ended");
}

#[test]
fn each_slip_is_named_with_its_line() {
    let cases = [
        ("country = \"UK\"", "`UK` is no country"),
        ("country = \"be\"", "`be` is no country"),
        ("also_in = [\"CH\"]", "belong to entries of EU or INT"),
        ("languages = [\"tlh\"]", "`tlh` has no name"),
        ("for = []", "say for whom"),
        ("name = \"\"", "is a line of 1 to 200"),
        ("source = \" \"", "is a line of 1 to 1000"),
        ("phone = \"call us\"", "is no number"),
        ("sms = \"1;2\"", "is no number"),
        ("mail = \"example.org\"", "is no mail address"),
        ("url = \"http://example.org\"", "write https://"),
        ("url = \"http://example.onion\"", "no onion address of version 3"),
        ("chat = \"ftp://example.org\"", "write https://"),
        ("onion = \"https://example.org\"", "goes to `url`"),
        ("visit = \"\"", "`visit` is an address"),
        ("on_site = [\"chat\"]", "give its `url`"),
        ("hours = \"sometimes\"", "`sometimes` are no hours"),
        ("hours = [\"mon 09:00-12:00\"]", "by which clocks"),
        ("zone = \"Europe/Brussels\"", "`zone` belongs to hours"),
        ("as_of = \"November\"", "YYYY-MM-DD"),
        ("valid_until = \"2026-12-31\"", "belongs to a check"),
        ("note = { en = \"Only this.\" }", "is not there in `fr`"),
        ("fallback = \"z\"", "there is no entry `z`"),
        ("fallback = \"a\"", "in a circle"),
        ("colour = \"blue\"", "unknown field `colour`"),
        ("cost = \"cheap\"", "unknown variant `cheap`"),
        ("valid_until = \"2026-02-30\"", "day"),
        ("hours = 5", "hours are \"always\" or a list"),
    ];
    for (keys, what) in cases {
        let found = fault(keys);
        let what = what.replace("goes to", "go to");
        assert!(found.what.contains(&what), "{keys}: {found}");
        assert_eq!(found.line, 5, "{keys}: {found}");
    }
}

#[test]
fn slips_that_need_two_lines_are_named_on_the_later() {
    let cases = [
        ("hours = [\"mon 9-12\"]\nzone = \"Europe/Brussels\"", 5, "is no span of hours"),
        ("hours = [\"mon 09:00-12:00\"]\nzone = \"Asia/Tokyo\"", 6, "`Asia/Tokyo` has no name"),
        (
            "verified = { by = \"A\", on = \"2026-11-24\" }\nvalid_until = \"2026-11-24\"",
            6,
            "longer than the day",
        ),
        ("verified = { by = \"\", on = \"2026-11-24\" }\nstatus = \"open\"", 5, "says who"),
        (
            "status = \"open\"\nnote = { en = \"A\", fr = \"A\", de = \"A\" }",
            6,
            "`de` is not among the `languages`",
        ),
    ];
    for (keys, line, what) in cases {
        let found = fault(keys);
        assert!(found.what.contains(what), "{keys}: {found}");
        assert_eq!(found.line, line, "{keys}: {found}");
    }
}

#[test]
fn everything_wrong_is_said_at_once_in_the_order_of_lines() {
    let found = faults(&[
        entry("a", "phone = \"x\"\ncountry = \"XX\""),
        entry("a", "for = [\"harmed\"]\nfallback = \"b\""),
        entry("b", "fallback = \"c\""),
        entry("c", "fallback = \"b\""),
        entry("A b", ""),
    ]);
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    for what in [
        "line 5: `x` is no number",
        "line 6: `XX` is no country",
        "`a` is already the id of line 4",
        "`b` is for others than `a`",
        "the fallbacks of `b` lead in a circle",
        "an id is 1 to 64",
    ] {
        assert!(said.contains(what), "`{what}` is not in:\n{said}");
    }
    assert!(found.is_sorted_by_key(|own| own.line));
}

#[test]
fn a_file_has_languages_and_an_end() {
    let of = |text: &str| Helplines::faults(text).unwrap();
    assert_eq!(of("languages = []\nhelpline = []")[0].line, 1);
    assert!(of("languages = [\"de\"]\nhelpline = []")[0].what.contains("no words for `de`"));
    assert!(of("languages = [\"en\"")[0].line == 1);
    let many: Vec<String> = (0..1_001).map(|at| entry(&format!("e{at}"), "")).collect();
    assert!(of(&text(&many))[0].what.contains("at most 1000"));
    assert!(of(&text(&many[..1_000])).is_empty());
    let long = format!("note = {{ en = \"{0}\", fr = \"{0}\" }}", "a".repeat(1_001));
    assert_eq!(faults(&[entry("a", &long)]).len(), 2);
}
