//! Segments of a bar, plain or hatched.

use std::fmt::Write as _;

use crate::palette::Tone;
use crate::write::{Writer, number};

/// Between two lines of a hatch.
const STEP: f64 = 8.0;

/// A rectangle from `x.0` to `x.1` and from `y.0` down to `y.1`.
pub(crate) fn segment(out: &mut Writer, tone: Tone, x: (f64, f64), y: (f64, f64)) {
    let at = [("x", x.0), ("y", y.0), ("width", x.1 - x.0), ("height", y.1 - y.0)];
    out.shape("rect", &at, tone.plate);
    if let Some(paint) = tone.hatch {
        let d = hatch(x, y);
        if !d.is_empty() {
            out.path(&d, paint);
        }
    }
    out.shape("rect", &at, tone.edge);
}

/// Lines that rise to the right at 45 degrees, cut at the edges.
///
/// Drawn one by one, because patterns are not in every converter to PDF. They run through the same
/// points wherever the rectangle begins.
fn hatch(x: (f64, f64), y: (f64, f64)) -> String {
    let height = y.1 - y.0;
    let mut d = String::new();
    // A line that meets the lower edge at `foot` meets the upper one at `foot + height`.
    let mut foot = ((x.0 - height) / STEP).ceil() * STEP;
    while foot < x.1 {
        let (from, to) = (foot.max(x.0), (foot + height).min(x.1));
        if to - from >= 0.5 {
            let [x1, y1, x2, y2] = [from, y.1 - (from - foot), to, y.1 - (to - foot)].map(number);
            // Writing to a string does not fail.
            let _ = write!(d, "M{x1} {y1}L{x2} {y2}");
        }
        foot += STEP;
    }
    d
}

#[cfg(test)]
mod tests {
    use super::hatch;

    #[test]
    fn hatching_stays_within_its_segment() {
        let d = hatch((3.0, 41.0), (10.0, 46.0));
        let numbers: Vec<f64> = d
            .split(['M', 'L', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        assert!(numbers.len() >= 16);
        for point in numbers.chunks(2) {
            assert!((3.0..=41.0).contains(&point[0]) && (10.0..=46.0).contains(&point[1]), "{d}");
        }
        assert_eq!(hatch((3.0, 3.2), (10.0, 46.0)), "");
    }
}
