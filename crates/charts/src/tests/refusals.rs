//! What cannot be drawn is refused, and the error says what to do.

use crate::{
    Axis, Body, Chart, ChartError, Compare, Diverging, DivergingBar, Level, Mark, Row, Share, Side,
    What, svg,
};

fn share(share: f64) -> Share {
    Share { share, low: share, high: share, text: "n %".to_owned() }
}

fn axis(ticks: &[f64]) -> Axis {
    Axis { ticks: ticks.iter().map(|at| (*at, format!("{at}"))).collect() }
}

fn chart(body: Body) -> Chart {
    Chart {
        id: "tea".to_owned(),
        title: "Tea (simulated)".to_owned(),
        description: "Tea.".to_owned(),
        language: "en".to_owned(),
        width: 640,
        body,
    }
}

fn rows(rows: Vec<[Mark; 2]>) -> Compare {
    let row = |[group, rest]: [Mark; 2]| Row { label: "Tea".to_owned(), group, rest };
    Compare {
        group: "Gardeners".to_owned(),
        rest: "All others".to_owned(),
        rows: rows.into_iter().map(row).collect(),
        axis: axis(&[0.0, 0.5, 1.0]),
    }
}

fn one(of: Share) -> Compare {
    rows(vec![[Mark::Shown(of), Mark::Hidden("hidden".to_owned())]])
}

fn refused(body: Body) -> ChartError {
    svg(&chart(body)).unwrap_err()
}

#[test]
fn nothing_to_show_is_no_chart() {
    let hidden = || Mark::Hidden("hidden".to_owned());
    assert_eq!(refused(Body::Compare(rows(vec![]))), ChartError::NoData);
    assert_eq!(refused(Body::Compare(rows(vec![[hidden(), hidden()]]))), ChartError::NoData);
}

#[test]
fn a_number_that_is_no_share_is_refused() {
    for value in [f64::NAN, f64::INFINITY, -0.01, 1.01] {
        let error = refused(Body::Compare(one(share(value))));
        assert!(matches!(error, ChartError::NotAShare { .. }), "{value}: {error}");
    }
    for (low, high) in [(0.6, 0.7), (0.3, 0.4)] {
        let error = refused(Body::Compare(one(Share { low, high, ..share(0.5) })));
        assert_eq!(error, ChartError::Interval { label: "Tea".to_owned() });
    }
}

#[test]
fn an_axis_must_rise_and_hold_every_interval() {
    for ticks in [&[][..], &[0.0], &[0.5, 0.5], &[1.0, 0.5]] {
        let body = Compare { axis: axis(ticks), ..one(share(0.5)) };
        assert_eq!(refused(Body::Compare(body)), ChartError::Ticks, "{ticks:?}");
    }
    let body = Compare { axis: axis(&[0.0, 0.5]), ..one(Share { high: 0.6, ..share(0.4) }) };
    assert_eq!(refused(Body::Compare(body)), ChartError::AxisTooShort { needed: 0.6 });
}

#[test]
fn too_much_is_refused() {
    let many = vec![[Mark::Shown(share(0.5)), Mark::Shown(share(0.5))]; 41];
    let error = refused(Body::Compare(rows(many)));
    assert_eq!(error, ChartError::TooMany { what: What::Rows, count: 41, limit: 40 });
    let long = Compare { group: "w".repeat(161), ..one(share(0.5)) };
    let start = "w".repeat(40);
    let error = refused(Body::Compare(long));
    assert_eq!(error, ChartError::TooLong { what: What::Legend, start });
    let wide = Share { text: "m".repeat(24), ..share(0.5) };
    let start = "m".repeat(24);
    let error = refused(Body::Compare(one(wide)));
    assert_eq!(error, ChartError::TooLong { what: What::Value, start });
}

#[test]
fn names_are_checked() {
    let good = chart(Body::Compare(one(share(0.5))));
    assert!(svg(&good).is_ok());
    for id in ["", "1", "a b", "a\"", "é"] {
        let error = svg(&Chart { id: id.to_owned(), ..good.clone() }).unwrap_err();
        assert_eq!(error, ChartError::Id(id.to_owned()));
    }
    for tag in ["", "en_GB", "en-", "en\""] {
        let error = svg(&Chart { language: tag.to_owned(), ..good.clone() }).unwrap_err();
        assert_eq!(error, ChartError::Language(tag.to_owned()));
    }
    for width in [0, 319, 2001] {
        let error = svg(&Chart { width, ..good.clone() }).unwrap_err();
        assert_eq!(error, ChartError::Width(width));
    }
    let blank = svg(&Chart { description: "\u{a0}\n".to_owned(), ..good }).unwrap_err();
    assert_eq!(blank, ChartError::Blank(What::Description));
}

fn bar(sides: &[Side], shares: &[f64]) -> Body {
    let level = |side: &Side| Level { label: "Some".to_owned(), side: *side };
    let shares = shares.iter().map(|value| share(*value)).collect();
    Body::Diverging(Diverging {
        levels: sides.iter().map(level).collect(),
        bars: vec![DivergingBar { label: "Tea".to_owned(), shares }],
        axis: axis(&[0.0, 1.0]),
    })
}

#[test]
fn levels_and_their_shares_must_fit() {
    use Side::{Left, Middle, Right};
    for sides in [&[Right, Left][..], &[Middle, Left], &[Middle, Middle]] {
        assert_eq!(refused(bar(sides, &[0.5, 0.5])), ChartError::LevelOrder, "{sides:?}");
    }
    let error = refused(bar(&[Left, Right], &[0.5]));
    let label = "Tea".to_owned();
    assert_eq!(error, ChartError::LevelCount { label: label.clone(), shares: 1, levels: 2 });
    assert_eq!(refused(bar(&[Left, Right], &[0.5, 0.6])), ChartError::Sum { label });
    assert_eq!(refused(bar(&[Left, Right], &[0.0, 0.0])), ChartError::NoData);
    let error = refused(bar(&[Left; 4], &[0.1; 4]));
    assert_eq!(error, ChartError::TooMany { what: What::Levels, count: 4, limit: 3 });
    // Thirds add up to a little more or less than one.
    assert!(svg(&chart(bar(&[Left, Middle, Right], &[1.0 / 3.0; 3]))).is_ok());
}
