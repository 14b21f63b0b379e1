//! Refuses what cannot be drawn, before anything is.

use crate::error::{ChartError, What};
use crate::model::{Axis, Body, Chart, Compare, Diverging, Mark, Multiples, Share, Side};

/// The most rows, bars or panels of one chart.
const ROWS: usize = 40;
/// The most ticks.
const TICKS: usize = 21;
/// The most levels on one side, as in a scale of seven points.
const LEVELS: usize = 3;

/// Checks all that does not depend on the layout.
pub(crate) fn chart(chart: &Chart) -> Result<(), ChartError> {
    if !is_id(&chart.id) {
        return Err(ChartError::Id(start(&chart.id)));
    }
    if !is_language(&chart.language) {
        return Err(ChartError::Language(start(&chart.language)));
    }
    if !(320..=2000).contains(&chart.width) {
        return Err(ChartError::Width(chart.width));
    }
    text(What::Title, &chart.title)?;
    text(What::Description, &chart.description)?;
    match &chart.body {
        Body::Compare(body) => compare(body),
        Body::Diverging(body) => diverging(body),
        Body::Multiples(body) => multiples(body),
    }
}

fn compare(body: &Compare) -> Result<(), ChartError> {
    let rows = body.rows.iter().map(|row| (&row.label, &row.group, &row.rest));
    pairs([&body.group, &body.rest], &body.axis, rows, What::Rows)
}

fn multiples(body: &Multiples) -> Result<(), ChartError> {
    let panels = body.panels.iter().map(|panel| (&panel.title, &panel.group, &panel.rest));
    pairs([&body.group, &body.rest], &body.axis, panels, What::Panels)
}

/// What a comparison and small multiples have in common.
fn pairs<'a>(
    legend: [&String; 2],
    ticks: &Axis,
    rows: impl ExactSizeIterator<Item = (&'a String, &'a Mark, &'a Mark)>,
    what: What,
) -> Result<(), ChartError> {
    legend.into_iter().try_for_each(|name| text(What::Legend, name))?;
    axis(ticks)?;
    few(what, rows.len(), ROWS)?;
    let mut shown = false;
    for (label, group, rest) in rows {
        text(What::Label, label)?;
        shown |= mark(label, group)? | mark(label, rest)?;
    }
    if shown { Ok(()) } else { Err(ChartError::NoData) }
}

fn diverging(body: &Diverging) -> Result<(), ChartError> {
    axis(&body.axis)?;
    few(What::Bars, body.bars.len(), ROWS)?;
    levels(body)?;
    let mut shown = false;
    for bar in &body.bars {
        text(What::Label, &bar.label)?;
        let (shares, levels) = (bar.shares.len(), body.levels.len());
        if shares != levels {
            return Err(ChartError::LevelCount { label: start(&bar.label), shares, levels });
        }
        bar.shares.iter().try_for_each(|one| share(&bar.label, one))?;
        let sum: f64 = bar.shares.iter().map(|one| one.share).sum();
        // Shares of one base add up to 1 but for the last bits.
        if sum > 1.0 + 1e-9 {
            return Err(ChartError::Sum { label: start(&bar.label) });
        }
        shown |= sum > 0.0;
    }
    if shown { Ok(()) } else { Err(ChartError::NoData) }
}

fn levels(body: &Diverging) -> Result<(), ChartError> {
    let rank = |side: Side| match side {
        Side::Left => 0,
        Side::Middle => 1,
        Side::Right => 2,
    };
    let count = |side| body.levels.iter().filter(|level| level.side == side).count();
    if !body.levels.iter().map(|level| rank(level.side)).is_sorted() || count(Side::Middle) > 1 {
        return Err(ChartError::LevelOrder);
    }
    few(What::Levels, count(Side::Left).max(count(Side::Right)), LEVELS)?;
    body.levels.iter().try_for_each(|level| text(What::Label, &level.label))
}

fn axis(axis: &Axis) -> Result<(), ChartError> {
    few(What::Ticks, axis.ticks.len(), TICKS)?;
    for (at, label) in &axis.ticks {
        text(What::Tick, label)?;
        fraction(label, *at)?;
    }
    let rises = axis.ticks.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let ends = axis.ticks.last().is_some_and(|(at, _)| *at > 0.0);
    if rises && ends { Ok(()) } else { Err(ChartError::Ticks) }
}

/// Whether the mark is shown.
fn mark(label: &str, mark: &Mark) -> Result<bool, ChartError> {
    match mark {
        Mark::Shown(one) => share(label, one).map(|()| true),
        Mark::Hidden(word) => text(What::Hidden, word).map(|()| false),
    }
}

fn share(label: &str, one: &Share) -> Result<(), ChartError> {
    text(What::Value, &one.text)?;
    [one.share, one.low, one.high].into_iter().try_for_each(|value| fraction(label, value))?;
    if one.low <= one.share && one.share <= one.high {
        Ok(())
    } else {
        Err(ChartError::Interval { label: start(label) })
    }
}

fn fraction(label: &str, value: f64) -> Result<(), ChartError> {
    // Not a number is in no range.
    if (0.0..=1.0).contains(&value) {
        Ok(())
    } else {
        Err(ChartError::NotAShare { label: start(label), value: value.to_string() })
    }
}

fn few(what: What, count: usize, limit: usize) -> Result<(), ChartError> {
    if count > limit { Err(ChartError::TooMany { what, count, limit }) } else { Ok(()) }
}

fn text(what: What, text: &str) -> Result<(), ChartError> {
    let limit = match what {
        What::Description => 20_000,
        What::Title | What::Label => 300,
        What::Legend => 160,
        What::Hidden => 60,
        What::Value => 24,
        _ => 16,
    };
    if text.trim().is_empty() {
        Err(ChartError::Blank(what))
    } else if text.chars().count() > limit {
        Err(too_long(what, text))
    } else {
        Ok(())
    }
}

/// The error for a text that does not fit.
pub(crate) fn too_long(what: What, text: &str) -> ChartError {
    ChartError::TooLong { what, start: start(text) }
}

/// Enough of a text to find it again.
fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.len() <= 64 && id.chars().all(plain)
}

fn is_language(tag: &str) -> bool {
    let part = |part: &str| {
        (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    };
    tag.len() <= 35 && tag.split('-').all(part)
}
