//! A group beside the rest, one row an answer.
//!
//! Labels stand above their lanes, not beside them: a long answer then takes no width from the
//! scale, and a small screen shows both.

use crate::error::ChartError;
use crate::lanes::{self, Who};
use crate::legend;
use crate::model::Compare;
use crate::palette::INK;
use crate::text::{LABEL, wrap};
use crate::write::Writer;

/// From one row to the next.
const BETWEEN: f64 = 22.0;
/// From this many rows on, the scale stands above them too.
const MANY: usize = 6;

/// Draws the rows; returns the height.
pub(crate) fn draw(out: &mut Writer, width: f64, body: &Compare) -> Result<f64, ChartError> {
    let marks: Vec<_> = body
        .rows
        .iter()
        .flat_map(|row| [(Who::Group, &row.group), (Who::Rest, &row.rest)])
        .collect();
    let scale = lanes::scale(&body.axis, &marks, (0.0, width))?;
    let mut y = legend::pair(out, width, &body.group, &body.rest) + BETWEEN;
    if body.rows.len() >= MANY {
        y = scale.labels(out, y) + BETWEEN / 2.0;
    }
    for row in &body.rows {
        out.open("chart-row");
        y = out.lines(0.0, y, LABEL, INK, &wrap(&row.label, LABEL, width)) + 5.0;
        y = lanes::draw(out, &scale, y, &row.group, &row.rest) + BETWEEN;
        out.close();
    }
    Ok(scale.labels(out, y - BETWEEN + 4.0))
}
