//! Why a chart cannot be drawn, and what to do.

use std::fmt;

use thiserror::Error;

/// A part of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The title of the chart.
    Title,
    /// The description of the chart.
    Description,
    /// The name of the group or of the rest.
    Legend,
    /// The label of a row, bar, panel or level.
    Label,
    /// A share as it is written.
    Value,
    /// What stands in the place of a hidden share.
    Hidden,
    /// The label of a tick.
    Tick,
    /// The rows of a comparison.
    Rows,
    /// The bars of a diverging chart.
    Bars,
    /// The panels of small multiples.
    Panels,
    /// The levels on one side of a diverging chart.
    Levels,
    /// The ticks of an axis.
    Ticks,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Legend => "legend",
            Self::Label => "label",
            Self::Value => "value",
            Self::Hidden => "word for a hidden share",
            Self::Tick => "tick",
            Self::Rows => "rows",
            Self::Bars => "bars",
            Self::Panels => "panels",
            Self::Levels => "levels on one side",
            Self::Ticks => "ticks",
        })
    }
}

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ChartError {
    /// The id would not be one in every page.
    #[error("`{0}` is no id: begin with a letter, then at most 63 letters, digits, `-` or `_`")]
    Id(String),
    /// The language is no tag.
    #[error("`{0}` is no language tag: write one such as `en` or `zh-Hant`")]
    Language(String),
    /// The chart is too narrow or too wide.
    #[error("a chart is 320 to 2000 wide, not {0}: choose a width between")]
    Width(u32),
    /// No row, bar or panel, or every share is hidden or zero.
    #[error("there is nothing to draw: leave this chart out")]
    NoData,
    /// More than can be read.
    #[error("{count} {what} are too many to read: draw at most {limit}, or several charts")]
    TooMany {
        /// The part with too many.
        what: What,
        /// How many there are.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A text without a letter.
    #[error("a {0} is blank: a reader would find nothing there; write it")]
    Blank(What),
    /// A text too long to be read in its place.
    #[error("a {what} is too long (`{start}…`): shorten it")]
    TooLong {
        /// The part that is too long.
        what: What,
        /// How it begins.
        start: String,
    },
    /// Not a number from 0 to 1.
    #[error("`{label}`: {value} is no share: divide counts by a base above zero")]
    NotAShare {
        /// The row, bar, panel or tick.
        label: String,
        /// The number as it is written in Rust.
        value: String,
    },
    /// An interval that does not hold its estimate.
    #[error("`{label}`: the interval does not hold its share: give low <= share <= high")]
    Interval {
        /// The row, bar or panel.
        label: String,
    },
    /// No scale can be drawn.
    #[error("the ticks of an axis rise and end above zero: sort them, and give at least one")]
    Ticks,
    /// The numbers end beyond the last tick.
    #[error("the axis ends before {needed:.3}: add a tick at or above it")]
    AxisTooShort {
        /// How far it must reach.
        needed: f64,
    },
    /// The answers are out of order.
    #[error("levels go from left to right with at most one middle: sort them")]
    LevelOrder,
    /// A bar with more or fewer shares than there are levels.
    #[error("`{label}` has {shares} shares for {levels} levels: give one share a level")]
    LevelCount {
        /// The bar.
        label: String,
        /// How many shares it has.
        shares: usize,
        /// How many levels there are.
        levels: usize,
    },
    /// A bar with more than everyone.
    #[error("the shares of `{label}` add up to more than 1: divide all counts by one base")]
    Sum {
        /// The bar.
        label: String,
    },
}
