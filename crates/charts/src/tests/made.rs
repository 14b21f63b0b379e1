//! Charts made up by chance.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{
    Axis, Body, Chart, Compare, Diverging, DivergingBar, Level, Mark, Multiples, Panel, Row, Share,
    Side,
};

/// Texts with markup, no-break blanks, wide letters, accents, and what XML forbids.
pub fn text(longest: usize) -> impl Strategy<Value = String> {
    let letters: Vec<char> =
        "aeimntslrw AE %57<>&\"'é-œ,\u{202f}\u{a0}漢ж\u{301}\0\u{7}\n".chars().collect();
    let letters = vec(select(letters), 1..=longest);
    letters
        .prop_map(|all| all.into_iter().collect::<String>())
        .prop_map(|text| if text.trim().is_empty() { "x".to_owned() } else { text })
}

pub fn share() -> impl Strategy<Value = Share> {
    let edge = || prop_oneof![4 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
    [edge(), edge(), edge()].prop_map(|mut ends| {
        ends.sort_by(f64::total_cmp);
        let [low, share, high] = ends;
        Share { share, low, high, text: written(share) }
    })
}

fn written(share: f64) -> String {
    format!("{:.0}\u{202f}%", share * 100.0)
}

fn mark() -> impl Strategy<Value = Mark> {
    prop_oneof![4 => share().prop_map(Mark::Shown), 1 => Just(Mark::Hidden("hidden".to_owned()))]
}

/// Always with zero and one, so that every chart fits.
fn axis() -> impl Strategy<Value = Axis> {
    (1..=20_u32).prop_map(|steps| {
        let at = |step: u32| f64::from(step) / f64::from(steps);
        Axis { ticks: (0..=steps).map(|step| (at(step), written(at(step)))).collect() }
    })
}

fn compare() -> impl Strategy<Value = Body> {
    let row = (text(120), mark(), mark());
    let row = row.prop_map(|(label, group, rest)| Row { label, group, rest });
    (text(60), text(60), vec(row, 1..9), axis())
        .prop_map(|(group, rest, rows, axis)| Body::Compare(Compare { group, rest, rows, axis }))
}

fn multiples() -> impl Strategy<Value = Body> {
    let panel = (text(60), mark(), mark());
    let panel = panel.prop_map(|(title, group, rest)| Panel { title, group, rest });
    (text(60), text(60), vec(panel, 1..9), axis()).prop_map(|(group, rest, panels, axis)| {
        Body::Multiples(Multiples { group, rest, panels, axis })
    })
}

fn diverging() -> impl Strategy<Value = Body> {
    let sides = (0..=3_usize, 0..=1_usize, 0..=3_usize);
    let sides = sides.prop_filter("some level", |(left, middle, right)| left + middle + right > 0);
    sides
        .prop_flat_map(|(left, middle, right)| {
            let sides = [(Side::Left, left), (Side::Middle, middle), (Side::Right, right)];
            let sides: Vec<Side> =
                sides.into_iter().flat_map(|(side, count)| vec![side; count]).collect();
            let levels = sides.iter().map(|side| {
                let side = *side;
                text(30).prop_map(move |label| Level { label, side })
            });
            let weights = vec(prop_oneof![3 => 1..1000_u32, 1 => Just(0)], sides.len());
            let bar = (text(120), weights).prop_map(|(label, weights)| bar(label, &weights));
            (levels.collect::<Vec<_>>(), vec(bar, 1..7), axis())
        })
        .prop_map(|(levels, bars, axis)| Body::Diverging(Diverging { levels, bars, axis }))
}

fn bar(label: String, weights: &[u32]) -> DivergingBar {
    let base = f64::from(weights.iter().sum::<u32>().max(1));
    let share = |weight: &u32| {
        let share = f64::from(*weight) / base;
        Share { share, low: share, high: share, text: written(share) }
    };
    DivergingBar { label, shares: weights.iter().map(share).collect() }
}

pub fn chart() -> impl Strategy<Value = Chart> {
    let body = prop_oneof![compare(), multiples(), diverging()];
    (text(80), text(200), 320..=1000_u32, body).prop_map(|(title, description, width, body)| {
        Chart { id: "made".to_owned(), title, description, language: "en".to_owned(), width, body }
    })
}
