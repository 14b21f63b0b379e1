//! Charts with invented people and numbers; each title says that they are simulated.

mod english;
mod french;

use charts::{Axis, Body, Chart, Mark, Share};

/// Every chart that is kept as a picture.
pub fn charts() -> Vec<Chart> {
    vec![
        english::compare("compare-en", 640),
        english::compare("compare-phone", 360),
        french::compare(),
        english::diverging("diverging-en", 640),
        english::diverging("diverging-phone", 360),
        french::diverging(),
        english::multiples("multiples-en", 640),
        english::multiples("multiples-print", 800),
    ]
}

fn chart(id: &str, language: &str, width: u32, texts: [&str; 2], body: Body) -> Chart {
    let [title, description] = texts.map(str::to_owned);
    Chart { id: id.to_owned(), title, description, language: language.to_owned(), width, body }
}

/// Percentages: the estimate, and its interval.
fn percent(share: u32, low: u32, high: u32) -> Share {
    let of = |percent: u32| f64::from(percent) / 100.0;
    Share { share: of(share), low: of(low), high: of(high), text: written(share) }
}

fn shown(share: u32, low: u32, high: u32) -> Mark {
    Mark::Shown(percent(share, low, high))
}

fn written(percent: u32) -> String {
    format!("{percent}\u{202f}%")
}

fn axis(percents: &[u32]) -> Axis {
    Axis { ticks: percents.iter().map(|at| (f64::from(*at) / 100.0, written(*at))).collect() }
}
