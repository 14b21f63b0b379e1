//! In English.

use charts::{
    Body, Chart, Compare, Diverging, DivergingBar, Level, Mark, Multiples, Panel, Row, Side,
};

use super::{axis, chart, percent, shown};

const GROUP: &str = "Has an allotment (n = 412)";
const REST: &str = "All others (n = 2,391)";

pub fn compare(id: &str, width: u32) -> Chart {
    let row = |label: &str, group, rest| Row { label: label.to_owned(), group, rest };
    let rows = vec![
        row("Tea every day", shown(57, 52, 62), shown(48, 46, 50)),
        row("Coffee, but only at weekends or on holidays", shown(21, 17, 25), shown(23, 21, 25)),
        row("Neither of the two & nothing else that is warm", shown(2, 1, 4), shown(9, 8, 10)),
        row(
            "Something else",
            Mark::Hidden("hidden: fewer than 10 people".to_owned()),
            shown(4, 3, 5),
        ),
    ];
    let body = Compare {
        group: GROUP.to_owned(),
        rest: REST.to_owned(),
        rows,
        axis: axis(&[0, 25, 50, 75, 100]),
    };
    let title = "People with an allotment drink more tea (simulated)";
    let description = "Simulated answers to: what do you drink? Tea every day: 57 percent of 412 \
        people with an allotment, 95 percent interval 52 to 62; 48 percent of 2,391 others, 46 to \
        50. Coffee at weekends: 21 percent, 17 to 25; others 23 percent, 21 to 25. Neither: 2 \
        percent, 1 to 4; others 9 percent, 8 to 10. Something else: hidden, since fewer than 10 \
        people; others 4 percent, 3 to 5.";
    chart(id, "en", width, [title, description], Body::Compare(body))
}

pub fn diverging(id: &str, width: u32) -> Chart {
    let level = |label: &str, side| Level { label: label.to_owned(), side };
    let bar = |label: &str, shares: [u32; 5]| DivergingBar {
        label: label.to_owned(),
        shares: shares.into_iter().map(|share| percent(share, share, share)).collect(),
    };
    let body = Diverging {
        levels: vec![
            level("Disagree strongly", Side::Left),
            level("Disagree", Side::Left),
            level("Neither", Side::Middle),
            level("Agree", Side::Right),
            level("Agree strongly", Side::Right),
        ],
        bars: vec![
            bar("The library should open on Sundays", [6, 11, 14, 38, 31]),
            bar("A bus at night would change how often I go out", [22, 31, 17, 19, 11]),
            bar("There are enough benches in the park", [40, 33, 3, 20, 4]),
        ],
        axis: axis(&[0, 25, 50, 75, 100]),
    };
    let title = "Most want the library open on Sundays (simulated)";
    let description = "Simulated. Library on Sundays: 6 percent disagree strongly, 11 disagree, 14 \
        neither, 38 agree, 31 agree strongly. Bus at night: 22, 31, 17, 19, 11. Enough benches: \
        40, 33, 3, 20, 4.";
    chart(id, "en", width, [title, description], Body::Diverging(body))
}

pub fn multiples(id: &str, width: u32) -> Chart {
    let panel = |title: &str, group, rest| Panel { title: title.to_owned(), group, rest };
    let body = Multiples {
        group: GROUP.to_owned(),
        rest: REST.to_owned(),
        panels: vec![
            panel("Tomatoes", shown(81, 77, 85), shown(24, 22, 26)),
            panel("Herbs on a window sill", shown(35, 30, 40), shown(41, 39, 43)),
            panel("Beans", shown(44, 39, 49), shown(3, 2, 4)),
            panel(
                "Potatoes of an old variety",
                shown(12, 9, 15),
                Mark::Hidden("hidden".to_owned()),
            ),
            panel("Nothing to eat, only flowers", shown(4, 2, 6), shown(33, 31, 35)),
        ],
        axis: axis(&[0, 25, 50, 75, 100]),
    };
    let title = "Four in five with an allotment grow tomatoes (simulated)";
    let description = "Simulated. Tomatoes: 81 percent of people with an allotment, 95 percent \
        interval 77 to 85; others 24 percent, 22 to 26. Herbs: 35, 30 to 40; others 41, 39 to 43. \
        Beans: 44, 39 to 49; others 3, 2 to 4. Old potatoes: 12, 9 to 15; others hidden. Only \
        flowers: 4, 2 to 6; others 33, 31 to 35.";
    chart(id, "en", width, [title, description], Body::Multiples(body))
}
