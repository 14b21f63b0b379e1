//! Ordered answers to the left and right of a middle.
//!
//! R. M. Heiberger and N. B. Robbins, "Design of diverging stacked bar charts for Likert scales and
//! other applications", Journal of Statistical Software 57 (2014) 5: agreement and disagreement
//! grow from one line to both sides, and half of the middle stands on either side of it.

use crate::axis::{Scale, widest_label};
use crate::check::too_long;
use crate::error::{ChartError, What};
use crate::legend;
use crate::model::{Diverging, DivergingBar, Level, Share, Side};
use crate::palette::{GRID, INK, LEFT, MIDDLE, RIGHT, Tone, ZERO};
use crate::segments::segment;
use crate::text::{LABEL, SMALL, wrap};
use crate::write::{Anchor, Writer};

/// The height of a bar.
const BAR: f64 = 36.0;
/// How far the zero line and the grid pass a bar.
const PAST: f64 = 5.0;
/// From one bar to the label of the next.
const BETWEEN: f64 = 24.0;
/// Left and right of a value within its segment.
const PADDING: f64 = 3.0;

/// Draws the bars; returns the height.
pub(crate) fn draw(out: &mut Writer, width: f64, body: &Diverging) -> Result<f64, ChartError> {
    let tones = tones(&body.levels);
    let scale = scale(width, body)?;
    let entries = body.levels.iter().zip(&tones);
    let entries: Vec<_> = entries.map(|(level, tone)| (*tone, level.label.as_str())).collect();
    let mut y = legend::levels(out, width, &entries) + BETWEEN;
    for bar in &body.bars {
        out.open("chart-bar");
        y = out.lines(0.0, y, LABEL, INK, &wrap(&bar.label, LABEL, width)) + 4.0 + PAST;
        for tick in &scale.ticks {
            out.line((tick.x, y - PAST), (tick.x, y + BAR + PAST), GRID);
        }
        out.line((scale.zero, y - PAST), (scale.zero, y + BAR + PAST), ZERO);
        segments(out, &scale, y, &tones, body, bar);
        y += BAR + PAST + BETWEEN;
        out.close();
    }
    Ok(scale.labels(out, y - BETWEEN + 2.0))
}

fn scale(width: f64, body: &Diverging) -> Result<Scale<'_>, ChartError> {
    let widest = widest_label(&body.axis);
    if let Some((_, label)) =
        body.axis.ticks.iter().find(|(_, label)| SMALL.width(label) > width * 0.25)
    {
        return Err(too_long(What::Tick, label));
    }
    let (mut left, mut right): (f64, f64) = (0.0, 0.0);
    for bar in &body.bars {
        let reach = reach(&body.levels, bar);
        (left, right) = (left.max(reach.0), right.max(reach.1));
    }
    // Not up to the next tick: longer bars hold more values.
    let span = (widest / 2.0 + 1.0, width - widest / 2.0 - 1.0);
    Ok(Scale::new(&body.axis, (left, right), span, (0.0, width)))
}

/// How far a bar reaches to the left and right of zero.
fn reach(levels: &[Level], bar: &DivergingBar) -> (f64, f64) {
    levels.iter().zip(&bar.shares).fold((0.0, 0.0), |(left, right), (level, one)| {
        match level.side {
            Side::Left => (left + one.share, right),
            Side::Middle => (left + one.share / 2.0, right + one.share / 2.0),
            Side::Right => (left, right + one.share),
        }
    })
}

/// The outermost answers are darkest; the innermost of two or three are lightest.
fn tones(levels: &[Level]) -> Vec<Tone> {
    let on = |side| levels.iter().filter(|level| level.side == side).count();
    let (left, right) = (on(Side::Left), on(Side::Right));
    let mut before = 0;
    let tone = |level: &Level| {
        let at = before;
        before += 1;
        match level.side {
            Side::Left => LEFT[shade(at, left)],
            Side::Middle => MIDDLE,
            Side::Right => RIGHT[shade(levels.len() - 1 - at, right)],
        }
    };
    levels.iter().map(tone).collect()
}

/// Which of three shades the answer has that is the `from_outside`-th of `count`.
const fn shade(from_outside: usize, count: usize) -> usize {
    match (from_outside, count) {
        (0, _) => 0,
        (1, 3) => 1,
        _ => 2,
    }
}

fn segments(
    out: &mut Writer,
    scale: &Scale,
    top: f64,
    tones: &[Tone],
    body: &Diverging,
    bar: &DivergingBar,
) {
    let mut from = -reach(&body.levels, bar).0;
    for (share, tone) in bar.shares.iter().zip(tones) {
        let x = (scale.x(from), scale.x(from + share.share));
        from += share.share;
        // Nobody gave this answer, or too few to be seen.
        if x.1 - x.0 >= 0.01 {
            segment(out, *tone, x, (top, top + BAR));
            value(out, *tone, share, x, top);
        }
    }
}

/// The value, where the segment is wide enough for it. The description has all of them.
fn value(out: &mut Writer, tone: Tone, share: &Share, x: (f64, f64), top: f64) {
    if SMALL.width(&share.text) + 2.0 * PADDING <= x.1 - x.0 {
        let at = ((x.0 + x.1) / 2.0, SMALL.centred(top + BAR / 2.0));
        out.text(at, Anchor::Middle, SMALL, tone.text, &share.text);
    }
}
