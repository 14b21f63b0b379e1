//! From shares to places, with a few ticks.

use crate::error::ChartError;
use crate::model::Axis;
use crate::palette::MUTED;
use crate::text::SMALL;
use crate::write::{Anchor, Writer};

/// The least space between the labels of two ticks.
const BETWEEN: f64 = 14.0;

/// Where shares are drawn.
#[derive(Debug)]
pub(crate) struct Scale<'a> {
    /// Where a share of zero is.
    pub zero: f64,
    /// How long a share of one is.
    pub unit: f64,
    /// The ticks that are drawn.
    pub ticks: Vec<Tick<'a>>,
}

/// A tick that is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tick<'a> {
    /// Where it is.
    pub x: f64,
    /// Its label.
    pub label: &'a str,
    /// Which of the ticks of the axis it is.
    index: usize,
}

impl Tick<'_> {
    fn half(&self) -> f64 {
        SMALL.width(self.label) / 2.0
    }
}

impl<'a> Scale<'a> {
    /// A scale from `ends.0` on the left of zero to `ends.1` on its right, both as shares, drawn
    /// from `from` to `to`. Labels stay within `edges`.
    pub fn new(axis: &'a Axis, ends: (f64, f64), span: (f64, f64), edges: (f64, f64)) -> Self {
        let unit = (span.1 - span.0) / (ends.0 + ends.1);
        let zero = span.0 + ends.0 * unit;
        let all = axis.ticks.iter().enumerate();
        let tick = |(index, share): (usize, f64), label: &'a String| Tick {
            x: zero + share * unit,
            label,
            index,
        };
        let left = all.clone().rev().filter(|(_, (at, _))| *at > 0.0 && *at <= ends.0);
        let left = left.map(|(index, (at, label))| tick((index, -at), label));
        let right = all.filter(|(_, (at, _))| *at <= ends.1);
        let right = right.map(|(index, (at, label))| tick((index, *at), label));
        let fits = |tick: &Tick| tick.x - tick.half() >= edges.0 && tick.x + tick.half() <= edges.1;
        let ticks = thin(left.chain(right).filter(fits).collect());
        Self { zero, unit, ticks }
    }

    /// Where a share is.
    pub fn x(&self, share: f64) -> f64 {
        self.zero + share * self.unit
    }

    /// Writes the labels below `top`; returns where they end.
    pub fn labels(&self, out: &mut Writer, top: f64) -> f64 {
        let baseline = top + SMALL.first_baseline();
        for tick in &self.ticks {
            out.text((tick.x, baseline), Anchor::Middle, SMALL, MUTED, tick.label);
        }
        top + SMALL.line()
    }
}

/// The smallest tick that holds the number.
pub(crate) fn end(axis: &Axis, needed: f64) -> Result<f64, ChartError> {
    // A sum of shares may exceed its tick by the last bits.
    let holds = axis.ticks.iter().map(|(at, _)| *at).find(|at| *at > 0.0 && *at + 1e-9 >= needed);
    holds.ok_or(ChartError::AxisTooShort { needed })
}

/// The width of the widest label.
pub(crate) fn widest_label(axis: &Axis) -> f64 {
    axis.ticks.iter().map(|(_, label)| SMALL.width(label)).fold(0.0, f64::max)
}

/// Every tick, or every second, and so on, until no two labels touch.
fn thin(ticks: Vec<Tick>) -> Vec<Tick> {
    let apart = |kept: &[Tick]| {
        kept.windows(2).all(|two| two[0].x + two[0].half() + BETWEEN <= two[1].x - two[1].half())
    };
    let strides = 1..=ticks.iter().map(|tick| tick.index + 1).max().unwrap_or(1);
    let every =
        |stride| ticks.iter().filter(move |tick| tick.index % stride == 0).copied().collect();
    strides
        .map(every)
        .find(|kept: &Vec<Tick>| apart(kept))
        .unwrap_or_else(|| ticks.into_iter().take(1).collect())
}
