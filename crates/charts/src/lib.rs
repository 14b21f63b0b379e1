//! Pictures of shares, as SVG that is read, printed and heard.
//!
//! A [`Chart`] says one finding and has one of three bodies:
//!
//! - [`Compare`]: a group beside the rest of the sample, one row an answer;
//! - [`Diverging`]: ordered answers to the left and right of a middle;
//! - [`Multiples`]: one small panel an item, group and rest in each.
//!
//! [`svg`] draws it. The picture has real text, a `<title>` and a `<desc>`; the title is not drawn,
//! because the page prints it as the heading of the figure. It has no script, no style sheet and no
//! `style` attribute, so it may stand within a page that forbids them, and only shapes that a
//! converter to PDF knows.
//!
//! Every value stands beside its mark, or within its segment if that is wide enough, so hardly a
//! number has to be read off an axis; the description has all of them. Group and rest differ in shape and in fill, not only in colour. A page restyles a chart, such as for dark
//! mode, through the classes `chart-…`, which are listed in `palette.rs`.
//!
//! Type has a fixed size of 17 to 20 units, whatever the width: a chart 640 wide is still read
//! when it is scaled to a phone. For print, a width of about 800 gives type of the size of the
//! text around it. Text is measured by a table of wide letters, so that it fits in whatever serif
//! the reader has.
//!
//! Units: shares lie in `[0, 1]`; lengths are SVG user units. The same chart gives the same bytes
//! on every machine.
//!
//! ```
//! use charts::{Axis, Body, Chart, Compare, Mark, Row, Share, svg};
//!
//! # fn main() -> Result<(), charts::ChartError> {
//! let share = |share, low, high, text: &str| Share { share, low, high, text: text.into() };
//! let chart = Chart {
//!     id: "tea".into(),
//!     title: "Gardeners drink more tea (simulated)".into(),
//!     description: "Tea every day: gardeners 57 percent, all others 48 percent.".into(),
//!     language: "en".into(),
//!     width: charts::WIDTH,
//!     body: Body::Compare(Compare {
//!         group: "Gardeners".into(),
//!         rest: "All others".into(),
//!         rows: vec![Row {
//!             label: "Tea every day".into(),
//!             group: Mark::Shown(share(0.57, 0.52, 0.62, "57 %")),
//!             rest: Mark::Shown(share(0.48, 0.47, 0.49, "48 %")),
//!         }],
//!         axis: Axis { ticks: vec![(0.0, "0 %".into()), (1.0, "100 %".into())] },
//!     }),
//! };
//! assert!(svg(&chart)?.starts_with("<svg "));
//! # Ok(())
//! # }
//! ```

mod axis;
mod check;
mod compare;
mod diverging;
mod error;
mod lanes;
mod legend;
mod model;
mod multiples;
mod palette;
mod root;
mod segments;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub use error::{ChartError, What};
pub use model::{
    Axis, Body, Chart, Compare, Diverging, DivergingBar, Level, Mark, Multiples, Panel, Row, Share,
    Side, WIDTH,
};

/// Draws the chart.
///
/// # Errors
///
/// When there is nothing to show, a number is no share, an axis does not hold the numbers, or a
/// text is blank or does not fit.
pub fn svg(chart: &Chart) -> Result<String, ChartError> {
    check::chart(chart)?;
    let mut out = write::Writer::default();
    let width = f64::from(chart.width);
    let height = match &chart.body {
        Body::Compare(body) => compare::draw(&mut out, width, body)?,
        Body::Diverging(body) => diverging::draw(&mut out, width, body)?,
        Body::Multiples(body) => multiples::draw(&mut out, width, body)?,
    };
    Ok(root::wrap(chart, height, &out.finish()))
}
