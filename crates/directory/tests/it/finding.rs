//! Which entries are shown, in which order, and what stands in for those that are not.

use directory::{Purpose, Standing, Trouble};
use jiff::civil::date;

use crate::invented::{TODAY, entry, parse, tag};

const CHECKED: &str = "verified = { by = \"A. Example\", on = \"2026-11-01\" }";

fn ids(found: &[directory::Shown<'_>]) -> Vec<String> {
    found.iter().map(|own| own.entry.id.clone()).collect()
}

#[test]
fn a_check_counts_for_half_a_year_or_until_its_day() {
    let until = "valid_until = \"2026-11-23\"\n".to_owned() + CHECKED;
    let later = "verified = { by = \"A. Example\", on = \"2026-11-25\" }";
    let helplines = parse(&[entry("a", CHECKED), entry("b", &until), entry("c", later)]);
    let standing = |id: &str, day| helplines.get(id).unwrap().standing(day);
    let on = date(2026, 11, 1);
    assert_eq!(standing("a", TODAY), Standing::Verified { on });
    assert_eq!(standing("a", date(2027, 4, 30)), Standing::Verified { on });
    let until = date(2027, 4, 30);
    assert_eq!(standing("a", date(2027, 5, 1)), Standing::Expired { on, until });
    assert_eq!(standing("b", date(2026, 11, 23)), Standing::Verified { on });
    assert_eq!(standing("b", TODAY), Standing::Expired { on, until: date(2026, 11, 23) });
    // A check that is still to come is none yet.
    assert_eq!(standing("c", TODAY), Standing::Unverified);
    let troubles: Vec<Trouble> = helplines.check(TODAY).iter().map(|own| own.trouble).collect();
    assert!(troubles.contains(&Trouble::Expired { until: date(2026, 11, 23) }));
    assert!(troubles.contains(&Trouble::CheckedLater { on: date(2026, 11, 25) }));
}

#[test]
fn checked_lines_come_first_among_those_of_a_language() {
    let helplines = parse(&[
        entry("any", &format!("country = \"INT\"\nlanguages = [\"en\"]\n{CHECKED}")),
        entry("one", ""),
        entry("two", CHECKED),
        entry("three", ""),
        entry("other", "languages = [\"nl\"]"),
    ]);
    let found = helplines.shown(&[Purpose::Oneself], &tag("fr"), TODAY);
    assert_eq!(ids(&found), ["two", "one", "three", "any"]);
    let found = helplines.shown_in("BE", &[Purpose::Oneself], &tag("fr"), TODAY);
    assert_eq!(ids(&found), ["two", "one", "three", "other", "any"]);
    // Once its check no longer counts, the order is that of the file.
    let found = helplines.shown(&[Purpose::Oneself], &tag("fr"), date(2028, 1, 1));
    assert_eq!(ids(&found), ["one", "two", "three", "any"]);
    let found = helplines.shown(&[Purpose::Oneself, Purpose::Other], &tag("fr"), TODAY);
    assert_eq!(found.len(), 4, "each stands there once");
}

#[test]
fn what_is_closed_is_left_out_and_its_fallback_stands_there() {
    let helplines = parse(&[
        entry("closed", "status = \"closed\"\nfor = [\"self\", \"other\"]\nfallback = \"ended\""),
        entry("ended", "status = \"recruiting_ended\"\nfallback = \"open\""),
        entry("gone", "status = \"closed\"\nfor = [\"self\", \"youth\"]\nfallback = \"open\""),
        entry("first", "fallback = \"closed\""),
        entry("open", ""),
    ]);
    let found = helplines.shown(&[Purpose::Oneself], &tag("fr"), TODAY);
    assert_eq!(ids(&found), ["open", "first"]);
    assert_eq!(found[0].fallback, None);
    assert_eq!(found[1].fallback.map(|own| own.id.as_str()), Some("open"), "the next that is open");
    // Nobody is sent to a line that is not for them.
    assert!(helplines.shown(&[Purpose::Other], &tag("fr"), TODAY).is_empty());
    let wrong: Vec<(String, Trouble)> = helplines
        .check(TODAY)
        .into_iter()
        .filter(|own| own.trouble.is_wrong())
        .map(|own| (own.id, own.trouble))
        .collect();
    let without = |id: &str| (id.to_owned(), Trouble::ClosedWithoutFallback);
    assert_eq!(wrong, [without("closed"), without("gone")]);
}

#[test]
fn what_is_old_is_counted_from_its_check_or_its_source() {
    let helplines = parse(&[
        entry("a", "as_of = \"2026-11\""),
        entry("b", "as_of = \"2026\""),
        entry("c", "as_of = \"2026-05-28\""),
        entry("d", "as_of = \"2026-05-27\""),
        entry("e", &format!("as_of = \"2019\"\n{CHECKED}")),
        entry("f", "as_of = \"2027\""),
    ]);
    let with = |days: u16, trouble: fn(&Trouble) -> bool| -> Vec<String> {
        let found = helplines.check_older_than(TODAY, days);
        found.into_iter().filter(|own| trouble(&own.trouble)).map(|own| own.id).collect()
    };
    let old = |own: &Trouble| matches!(own, Trouble::Old { .. });
    assert_eq!(with(180, old), ["d"], "180 days are the limit");
    assert_eq!(with(10, old), ["c", "d", "e"]);
    assert_eq!(with(180, |own| *own == Trouble::SourceLater), ["f"]);
    assert_eq!(helplines.check(TODAY), helplines.check_older_than(TODAY, 180));
}
