//! Any chart is XML, says everything, covers nothing, and puts marks where their shares are.

use proptest::prelude::*;

use super::made;
use super::xml::{Element, read};
use crate::text::{Face, words};
use crate::{
    Axis, Body, Chart, ChartError, Compare, Diverging, DivergingBar, Mark, Multiples, Side, svg,
};

/// Left, top, right, bottom.
type Box4 = [f64; 4];

/// A text takes the width that is estimated, four fifths of its size above its baseline and a
/// quarter below.
fn text_box(element: &Element) -> Box4 {
    let size = element.number("font-size");
    let face = Face { size, bold: element.get("font-weight") == Some("bold") };
    let (x, y, wide) = (element.number("x"), element.number("y"), face.width(&element.text));
    let left = if element.get("text-anchor") == Some("middle") { x - wide / 2.0 } else { x };
    [left, y - 0.8 * size, left + wide, y + 0.25 * size]
}

/// Marks, intervals, gridlines and segments. A diamond is measured by its four corners.
fn shape_box(element: &Element) -> Option<Box4> {
    let n = |name| element.number(name);
    match element.tag.as_str() {
        "circle" => Some([n("cx") - n("r"), n("cy") - n("r"), n("cx") + n("r"), n("cy") + n("r")]),
        "line" => Some([n("x1"), n("y1"), n("x2"), n("y2")]),
        "rect" => Some([n("x"), n("y"), n("x") + n("width"), n("y") + n("height")]),
        "path" => Some(corners(element.get("d").unwrap())),
        _ => None,
    }
}

fn corners(d: &str) -> Box4 {
    let numbers: Vec<f64> = d
        .split(['M', 'L', 'Z', ' '])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().unwrap())
        .collect();
    let ends = |at: usize| {
        let of = numbers.iter().skip(at).step_by(2);
        of.fold((f64::MAX, f64::MIN), |(low, high), n| (low.min(*n), high.max(*n)))
    };
    let ((left, right), (top, bottom)) = (ends(0), ends(1));
    [left, top, right, bottom]
}

/// Numbers are written with two decimals.
const ROUNDED: f64 = 0.011;

fn apart(a: &Box4, b: &Box4) -> bool {
    a[2] <= b[0] + ROUNDED
        || b[2] <= a[0] + ROUNDED
        || a[3] <= b[1] + ROUNDED
        || b[3] <= a[1] + ROUNDED
}

/// The texts that must be read in the picture.
fn drawn(chart: &Chart) -> Vec<&String> {
    fn mark(mark: &Mark) -> &String {
        match mark {
            Mark::Shown(share) => &share.text,
            Mark::Hidden(word) => word,
        }
    }
    match &chart.body {
        Body::Compare(body) => {
            let rows = body.rows.iter().flat_map(|r| [&r.label, mark(&r.group), mark(&r.rest)]);
            [&body.group, &body.rest].into_iter().chain(rows).collect()
        }
        Body::Multiples(body) => {
            let panels = body.panels.iter().flat_map(|p| [&p.title, mark(&p.group), mark(&p.rest)]);
            [&body.group, &body.rest].into_iter().chain(panels).collect()
        }
        Body::Diverging(body) => {
            let levels = body.levels.iter().map(|level| &level.label);
            levels.chain(body.bars.iter().map(|bar| &bar.label)).collect()
        }
    }
}

/// As XML can hold it, without the blanks at which lines break.
fn joined(text: &str) -> String {
    words(text).collect::<String>().replace(['\0', '\u{7}'], "\u{fffd}")
}

/// The marks that must be drawn, in their order.
fn pairs(chart: &Chart) -> Vec<[&Mark; 2]> {
    match &chart.body {
        Body::Compare(body) => body.rows.iter().map(|row| [&row.group, &row.rest]).collect(),
        Body::Multiples(body) => body.panels.iter().map(|one| [&one.group, &one.rest]).collect(),
        Body::Diverging(_) => Vec::new(),
    }
}

fn outside_legend(all: &[Element]) -> Vec<&Element> {
    all.iter().filter(|one| !one.within.contains(&"chart-legend".to_owned())).collect()
}

/// How long a share of one is, from the labels of the first scale.
fn unit(axis: &Axis, drawn: &[&Element]) -> f64 {
    let share = |one: &Element| axis.ticks.iter().find(|(_, label)| *label == one.text).unwrap().0;
    let labels = drawn.iter().filter(|one| one.get("text-anchor") == Some("middle"));
    let places: Vec<(f64, f64)> = labels.map(|one| (share(one), one.number("x"))).collect();
    let first = places.iter().skip(1).take_while(|(share, _)| *share > 0.0);
    let (last, x) = first.last().expect("a scale with two ticks");
    (x - places[0].1) / (last - places[0].0)
}

/// The scale and the zero lines tell where every share must be.
fn check_positions(axis: &Axis, chart: &Chart, all: &[Element]) {
    let drawn = outside_legend(all);
    let unit = unit(axis, &drawn);
    let of = |class: &'static str| drawn.iter().filter(move |one| one.class() == class);
    let centre = |at: Box4| f64::midpoint(at[0], at[2]);
    let mut marks = ["chart-group-mark", "chart-rest-mark"]
        .map(|class| of(class).map(|one| centre(shape_box(one).unwrap())));
    let mut lines = ["chart-group-line", "chart-rest-line"].map(of);
    for (pair, zero) in pairs(chart).iter().zip(of("chart-zero")) {
        let zero = zero.number("x1");
        // The label of a tick and a mark are rounded, and the label may stand for a small share.
        let near = |x: f64, share: f64| (x - zero - share * unit).abs() <= 0.3;
        for (at, mark) in pair.iter().enumerate() {
            let Mark::Shown(share) = mark else { continue };
            assert!(near(marks[at].next().unwrap(), share.share), "{share:?}");
            let line = lines[at].next().unwrap();
            assert!(near(line.number("x1"), share.low) && near(line.number("x2"), share.high));
        }
    }
    assert!(marks.iter_mut().all(|left| left.next().is_none()));
}

/// Where each segment begins, counted from zero, and how long it is: everything before it, less
/// what stands on the left of zero.
fn naive_segments(body: &Diverging, bar: &DivergingBar) -> Vec<(f64, f64)> {
    let all = || body.levels.iter().zip(&bar.shares);
    let sum = |side| -> f64 {
        all().filter(|(level, _)| level.side == side).map(|(_, one)| one.share).sum()
    };
    let left = sum(Side::Left) + sum(Side::Middle) / 2.0;
    let before = |at: usize| bar.shares[..at].iter().map(|one| one.share).sum::<f64>();
    let places = bar.shares.iter().enumerate().map(|(at, one)| (before(at) - left, one.share));
    places.filter(|(_, share)| *share > 0.0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_xml_without_styles_and_says_everything(chart in made::chart()) {
        let nothing = pairs(&chart).iter().flatten().all(|mark| matches!(mark, Mark::Hidden(_)));
        let source = match svg(&chart) {
            Err(ChartError::NoData) => {
                prop_assert!(nothing);
                return Ok(());
            }
            other => other.unwrap(),
        };
        for foreign in ["style", "NaN", "inf", "script", "href", "url("] {
            let mine: String = read(&source)
                .iter()
                .flat_map(|one| one.attributes.iter().map(|(name, value)| format!("{name}={value} ")))
                .collect();
            prop_assert!(!mine.contains(foreign), "{foreign} in {mine}");
        }
        let all = read(&source);
        let named = |tag: &str| all.iter().find(|one| one.tag == tag).unwrap();
        let whole = |text: &str| text.replace(['\0', '\u{7}'], "\u{fffd}");
        prop_assert_eq!(&named("title").text, &whole(&chart.title));
        prop_assert_eq!(&named("desc").text, &whole(&chart.description));
        let ids = [named("title"), named("desc")].map(|one| one.get("id").unwrap());
        prop_assert_eq!(all[0].get("aria-labelledby").unwrap(), ids.join(" "));
        let texts: String = all.iter().filter(|one| one.tag == "text").map(|t| joined(&t.text)).collect();
        for text in drawn(&chart) {
            prop_assert!(texts.contains(&joined(text)), "{text:?} is not in {texts:?}");
        }
    }

    #[test]
    fn nothing_covers_a_text_and_nothing_leaves_the_picture(chart in made::chart()) {
        let Ok(source) = svg(&chart) else { return Ok(()) };
        let all = read(&source);
        let [width, height] = ["width", "height"].map(|name| all[0].number(name));
        let texts: Vec<_> = all.iter().filter(|one| one.tag == "text").collect();
        let shapes: Vec<_> = all.iter().filter_map(|one| Some((one, shape_box(one)?))).collect();
        for (at, text) in texts.iter().enumerate() {
            let here = text_box(text);
            for other in &texts[at + 1..] {
                prop_assert!(apart(&here, &text_box(other)), "{text:?} meets {other:?}");
            }
            for (shape, there) in &shapes {
                let beneath = text.class().starts_with("chart-on-");
                prop_assert!(beneath || apart(&here, there), "{text:?} meets {shape:?}");
            }
        }
        for there in texts.iter().map(|text| text_box(text)).chain(shapes.iter().map(|(_, b)| *b)) {
            let inside = there[0] >= -ROUNDED
                && there[1] >= -ROUNDED
                && there[2] <= width + ROUNDED
                && there[3] <= height + ROUNDED;
            prop_assert!(inside, "{there:?} in {width} x {height}");
        }
    }

    #[test]
    fn marks_are_where_their_shares_are(chart in made::chart()) {
        let (Body::Compare(Compare { axis, .. }) | Body::Multiples(Multiples { axis, .. })) =
            &chart.body
        else {
            return Ok(());
        };
        let Ok(source) = svg(&chart) else { return Ok(()) };
        check_positions(axis, &chart, &read(&source));
    }

    #[test]
    fn segments_are_as_long_as_their_shares_and_the_middle_straddles_zero(chart in made::chart()) {
        let Body::Diverging(body) = &chart.body else { return Ok(()) };
        let Ok(source) = svg(&chart) else { return Ok(()) };
        let all = read(&source);
        let drawn = outside_legend(&all);
        let zero = drawn.iter().find(|one| one.class() == "chart-zero").unwrap().number("x1");
        let plates: Vec<_> = drawn
            .iter()
            .filter(|one| one.tag == "rect" && one.get("fill") != Some("none"))
            .map(|one| (one.number("x"), one.number("width")))
            .collect();
        let expected: Vec<_> = body.bars.iter().flat_map(|bar| naive_segments(body, bar)).collect();
        prop_assert_eq!(plates.len(), expected.len());
        let total = |of: &[(f64, f64)]| of.iter().map(|(_, width)| width).sum::<f64>();
        let unit = total(&plates) / total(&expected);
        for ((x, width), (from, share)) in plates.iter().zip(&expected) {
            prop_assert!((width - share * unit).abs() <= 2.0 * ROUNDED, "{width} for {share}");
            prop_assert!((x - zero - from * unit).abs() <= 3.0 * ROUNDED, "{x} for {from}");
        }
    }
}
