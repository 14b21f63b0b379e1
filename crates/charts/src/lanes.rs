//! Two lanes, group above rest: a mark, its interval and its value.
//!
//! A dot on a common scale is read more exactly than a length or an area: W. S. Cleveland and
//! R. McGill, "Graphical perception", Journal of the American Statistical Association 79 (1984)
//! 531–554.

use crate::axis::{Scale, end, widest_label};
use crate::check::too_long;
use crate::error::{ChartError, What};
use crate::model::{Axis, Mark, Share};
use crate::palette::{
    GRID, GROUP_LINE, GROUP_MARK, GROUP_TEXT, MUTED, Paint, REST_LINE, REST_MARK, REST_TEXT, ZERO,
};
use crate::text::{Face, LABEL, SMALL, STRONG};
use crate::write::{Anchor, Writer, number};

/// The height of one lane.
const LANE: f64 = 30.0;
/// Half the height and width of a mark, its outline included.
const MARK: f64 = 9.0;
/// From a mark or an interval to its value.
const GAP: f64 = 8.0;

/// How the one lane and the other are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    Group,
    Rest,
}

impl Who {
    const fn line(self) -> Paint {
        if matches!(self, Self::Group) { GROUP_LINE } else { REST_LINE }
    }

    const fn ink(self) -> Paint {
        if matches!(self, Self::Group) { GROUP_TEXT } else { REST_TEXT }
    }

    const fn face(self) -> Face {
        if matches!(self, Self::Group) { STRONG } else { LABEL }
    }

    /// A filled disc or a hollow diamond.
    pub fn mark(self, out: &mut Writer, x: f64, y: f64) {
        match self {
            Self::Group => out.shape("circle", &[("cx", x), ("cy", y), ("r", 6.5)], GROUP_MARK),
            Self::Rest => {
                let [left, right, above, below] = [x - 7.0, x + 7.0, y - 7.0, y + 7.0].map(number);
                let (x, y) = (number(x), number(y));
                let d = format!("M{x} {above}L{right} {y}L{x} {below}L{left} {y}Z");
                out.path(&d, REST_MARK);
            }
        }
    }

    /// A line without ends: it stays quiet where it is hardly longer than its mark.
    pub fn interval(self, out: &mut Writer, low: f64, high: f64, y: f64) {
        out.line((low, y), (high, y), self.line());
    }
}

/// A scale between two edges with room for the widest value at its right.
pub(crate) fn scale<'a>(
    axis: &'a Axis,
    marks: &[(Who, &Mark)],
    edges: (f64, f64),
) -> Result<Scale<'a>, ChartError> {
    let room = edges.1 - edges.0;
    for (_, label) in &axis.ticks {
        if SMALL.width(label) > room * 0.25 {
            return Err(too_long(What::Tick, label));
        }
    }
    let half = widest_label(axis) / 2.0;
    let (mut highest, mut value): (f64, f64) = (0.0, 0.0);
    for (who, mark) in marks {
        match mark {
            Mark::Shown(share) => {
                let width = who.face().width(&share.text);
                if width > room * 0.4 {
                    return Err(too_long(What::Value, &share.text));
                }
                (highest, value) = (highest.max(share.high), value.max(width));
            }
            Mark::Hidden(word) => {
                if SMALL.width(word) > room - half.max(MARK) - MARK {
                    return Err(too_long(What::Hidden, word));
                }
            }
        }
    }
    let span = (edges.0 + half.max(MARK), edges.1 - half.max(MARK + GAP + value));
    Ok(Scale::new(axis, (0.0, end(axis, highest)?), span, edges))
}

/// Draws the two lanes below `top`; returns where they end.
pub(crate) fn draw(out: &mut Writer, scale: &Scale, top: f64, group: &Mark, rest: &Mark) -> f64 {
    let lanes = [(Who::Group, group, top), (Who::Rest, rest, top + LANE)];
    for (who, mark, top) in lanes {
        grid(out, scale, top, value_box(scale, who, mark));
    }
    out.line((scale.zero, top), (scale.zero, top + 2.0 * LANE), ZERO);
    for (who, mark, top) in lanes {
        let y = top + LANE / 2.0;
        match mark {
            Mark::Shown(share) => shown(out, scale, who, share, y),
            Mark::Hidden(word) => {
                let at = (value_x(scale, mark), SMALL.centred(y));
                out.text(at, Anchor::Start, SMALL, MUTED, word);
            }
        }
    }
    top + 2.0 * LANE
}

fn shown(out: &mut Writer, scale: &Scale, who: Who, share: &Share, y: f64) {
    who.interval(out, scale.x(share.low), scale.x(share.high), y);
    who.mark(out, scale.x(share.share), y);
    let at = (beside(scale, share), who.face().centred(y));
    out.text(at, Anchor::Start, who.face(), who.ink(), &share.text);
}

/// Gridlines of one lane; none goes through the value.
fn grid(out: &mut Writer, scale: &Scale, top: f64, taken: (f64, f64)) {
    let free = |x: f64| x > scale.zero && (x < taken.0 - 4.0 || x > taken.1 + 4.0);
    for tick in scale.ticks.iter().filter(|tick| free(tick.x)) {
        out.line((tick.x, top), (tick.x, top + LANE), GRID);
    }
}

fn value_box(scale: &Scale, who: Who, mark: &Mark) -> (f64, f64) {
    let (face, text) = match mark {
        Mark::Shown(share) => (who.face(), &share.text),
        Mark::Hidden(word) => (SMALL, word),
    };
    let x = value_x(scale, mark);
    (x, x + face.width(text))
}

fn value_x(scale: &Scale, mark: &Mark) -> f64 {
    match mark {
        Mark::Shown(share) => beside(scale, share),
        Mark::Hidden(_) => scale.zero + MARK,
    }
}

/// Right of both the interval and the mark.
fn beside(scale: &Scale, share: &Share) -> f64 {
    scale.x(share.high).max(scale.x(share.share) + MARK) + GAP
}
