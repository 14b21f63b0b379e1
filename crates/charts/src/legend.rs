//! What the marks and the segments mean.

use crate::lanes::Who;
use crate::palette::{MUTED, Tone};
use crate::segments::segment;
use crate::text::{SMALL, widest, wrap};
use crate::write::Writer;

/// The width of a mark with its interval.
const SAMPLE: f64 = 40.0;
/// The width of a piece of a segment.
const SWATCH: f64 = 26.0;
/// From a sample to its text.
const GAP: f64 = 9.0;
/// From one entry to the next.
const BETWEEN: f64 = 26.0;

/// Group and rest, within `width`; returns where the legend ends.
pub(crate) fn pair(out: &mut Writer, width: f64, group: &str, rest: &str) -> f64 {
    let entries = [(Who::Group, group), (Who::Rest, rest)];
    flow(out, width, SAMPLE, &entries.map(|(who, text)| (who, text)), |out, who, x, y| {
        who.interval(out, x, x + SAMPLE, y);
        who.mark(out, x + SAMPLE / 2.0, y);
    })
}

/// The ordered answers, within `width`; returns where the legend ends.
pub(crate) fn levels(out: &mut Writer, width: f64, entries: &[(Tone, &str)]) -> f64 {
    flow(out, width, SWATCH, entries, |out, tone, x, y| {
        segment(out, tone, (x, x + SWATCH), (y - 9.0, y + 9.0));
    })
}

/// Entries one after another, in as few lines as they need.
fn flow<T: Copy>(
    out: &mut Writer,
    width: f64,
    sample: f64,
    entries: &[(T, &str)],
    draw: impl Fn(&mut Writer, T, f64, f64),
) -> f64 {
    let indent = sample + GAP;
    let (mut x, mut top, mut bottom) = (0.0, 0.0, 0.0_f64);
    out.open("chart-legend");
    for (kind, text) in entries {
        let lines = wrap(text, SMALL, width - indent - 2.0);
        let wide = indent + widest(SMALL, &lines);
        if x > 0.0 && x + wide > width {
            (x, top) = (0.0, bottom + 4.0);
        }
        // The sample stands around the middle of the digits of the first line.
        let middle = top + SMALL.first_baseline() - SMALL.centred(0.0);
        draw(out, *kind, x + 1.5, middle);
        bottom = bottom.max(out.lines(x + indent, top, SMALL, MUTED, &lines));
        x += wide + BETWEEN;
    }
    out.close();
    bottom
}
