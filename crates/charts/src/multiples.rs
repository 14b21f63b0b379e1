//! One small panel an item, all on one scale.
//!
//! E. R. Tufte, "The Visual Display of Quantitative Information" (1983): small multiples. The eye
//! learns one panel and reads the others.

use crate::axis::Scale;
use crate::error::ChartError;
use crate::lanes::{self, Who};
use crate::legend;
use crate::model::{Multiples, Panel};
use crate::palette::INK;
use crate::text::{LABEL, wrap};
use crate::write::Writer;

/// Between panels side by side.
const GUTTER: f64 = 36.0;
/// Between panels one above the other.
const BETWEEN: f64 = 26.0;
/// The least width of a panel.
const NARROWEST: f64 = 260.0;

/// Draws the panels; returns the height.
pub(crate) fn draw(out: &mut Writer, width: f64, body: &Multiples) -> Result<f64, ChartError> {
    let columns = columns(width);
    let wide = (width - GUTTER * (columns - 1) as f64) / columns as f64;
    let marks = body.panels.iter();
    let marks: Vec<_> =
        marks.flat_map(|one| [(Who::Group, &one.group), (Who::Rest, &one.rest)]).collect();
    let mut y = legend::pair(out, width, &body.group, &body.rest) + BETWEEN;
    let mut height = y;
    for (at, row) in body.panels.chunks(columns).enumerate() {
        let titles: Vec<_> = row.iter().map(|panel| wrap(&panel.title, LABEL, wide)).collect();
        let tallest = titles.iter().map(Vec::len).max().unwrap_or(0);
        let mut bottom = y;
        for (column, (panel, title)) in row.iter().zip(&titles).enumerate() {
            let left = column as f64 * (wide + GUTTER);
            let scale = lanes::scale(&body.axis, &marks, (left, left + wide))?;
            // A short title stands next to its lanes, not next to the longest title.
            let top = y + (tallest - title.len()) as f64 * LABEL.line();
            let lowest = at * columns + column + columns >= body.panels.len();
            bottom = bottom.max(one(out, &scale, (left, top), (panel, title), lowest));
        }
        height = bottom;
        y = bottom + BETWEEN;
    }
    Ok(height)
}

/// As many as are wide enough, at most three.
fn columns(width: f64) -> usize {
    [3, 2].into_iter().find(|n| width >= *n as f64 * (NARROWEST + GUTTER) - GUTTER).unwrap_or(1)
}

/// One panel; the lowest of each column carries the scale.
fn one(
    out: &mut Writer,
    scale: &Scale,
    (left, top): (f64, f64),
    (panel, title): (&Panel, &[String]),
    lowest: bool,
) -> f64 {
    out.open("chart-panel");
    let y = out.lines(left, top, LABEL, INK, title) + 5.0;
    let bottom = lanes::draw(out, scale, y, &panel.group, &panel.rest);
    let bottom = if lowest { scale.labels(out, bottom + 4.0) } else { bottom };
    out.close();
    bottom
}
