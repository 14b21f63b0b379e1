//! Hours against a walk from minute to minute.

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;

fn hours(zone: &str, spans: &[&str]) -> Hours {
    let spans: Vec<String> = spans.iter().map(|span| (*span).to_owned()).collect();
    Hours::weekly(zone, &spans).unwrap()
}

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn hours_are_those_of_the_place() {
    let brussels = hours("Europe/Brussels", &["mon 14:00-16:00", "wed 17:00-19:00"]);
    // 23 November 2026 is a Monday; Brussels is an hour ahead.
    assert!(!brussels.is_open_at(time("2026-11-23T12:59:00Z")));
    assert!(brussels.is_open_at(time("2026-11-23T13:00:00Z")));
    assert!(!brussels.is_open_at(time("2026-11-23T15:00:00Z")));
    let next = brussels.next_opening(time("2026-11-23T13:00:00Z"));
    assert_eq!(next, Some(time("2026-11-25T16:00:00Z")));
    // In summer it is two hours ahead.
    let next = brussels.next_opening(time("2026-07-16T00:00:00Z"));
    assert_eq!(next, Some(time("2026-07-20T12:00:00Z")));
    assert!(Hours::Always.is_open_at(time("2026-11-23T03:00:00Z")));
    assert_eq!(Hours::Always.next_opening(time("2026-11-23T03:00:00Z")), None);
}

#[test]
fn a_span_can_go_past_midnight_and_past_sunday() {
    let late = hours("America/Toronto", &["sat-mon 22:00-02:00"]);
    // Sunday, 23:00 in Toronto; Tuesday, 01:59; Tuesday, 02:00.
    assert!(late.is_open_at(time("2026-11-23T04:00:00Z")));
    assert!(late.is_open_at(time("2026-11-24T06:59:00Z")));
    assert!(!late.is_open_at(time("2026-11-24T07:00:00Z")));
    assert!(!late.is_open_at(time("2026-11-25T06:00:00Z")));
}

#[test]
fn what_is_no_span_is_refused() {
    for bad in [
        "",
        "mon",
        "mon 9:00-12:00",
        "mon 09:00",
        "mon 09:00-25:00",
        "mon 09:60-12:00",
        "mon 09:00-09:00",
        "mon 24:00-02:00",
        "Mon 09:00-12:00",
        "mon,tue 09:00-12:00",
        "mon  09:00-12:00",
        "mon 09:00–12:00",
    ] {
        assert_eq!(Span::parse(bad), None, "{bad} was taken");
    }
    assert_eq!(Span::parse("mon 00:00-24:00").map(|span| (span.from, span.to)), Some((0, 1440)));
    assert!(Hours::weekly("Europe/Nowhere", &["mon 09:00-12:00".to_owned()]).is_err());
    assert!(Hours::weekly("Europe/Paris", &[]).is_err());
    let many = vec!["mon 09:00-12:00".to_owned(); MOST_SPANS + 1];
    assert!(Hours::weekly("Europe/Paris", &many).is_err());
}

/// The naive twin: looks at every minute.
fn walk(hours: &Hours, after: Timestamp) -> Option<Timestamp> {
    let mut open = hours.is_open_at(after);
    let mut at = after;
    for _ in 0..8 * 24 * 60 {
        at = at.checked_add(1.minute()).unwrap();
        let now = hours.is_open_at(at);
        if now && !open {
            return Some(at);
        }
        open = now;
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Over both changes of the clocks. Spans that touch one another or begin between 01:00 and
    /// 04:00 are left out: there a walk sees no opening, or clocks leave the opening out.
    #[test]
    fn the_next_opening_is_the_one_that_a_walk_finds(
        minute in 0_i64..365 * 24 * 60,
        first in 0_usize..7,
        days in 0_usize..3,
        from in 4_u16..22,
        zone in prop::sample::select(vec!["Europe/Brussels", "America/Toronto", "Europe/London"]),
    ) {
        let name = |at: usize| WEEKDAYS[at % 7].0;
        let span = format!("{}-{} {from:02}:30-{:02}:15", name(first), name(first + days), from + 1);
        let hours = hours(zone, &[&span]);
        let after = time("2026-01-01T00:00:00Z").checked_add(minute.minutes()).unwrap();
        prop_assert_eq!(hours.next_opening(after), walk(&hours, after));
    }
}
