//! What a chart says, before it is drawn.

/// The usual width of a chart, in user units.
pub const WIDTH: u32 = 640;

/// One picture with one finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Names the picture within its page: a letter, then letters, digits, `-` and `_`.
    pub id: String,
    /// The finding as a sentence. Not drawn: the page prints it over the figure.
    pub title: String,
    /// Everything the picture shows, in words, with all numbers: it stands in for the picture.
    pub description: String,
    /// The language of all texts, as a BCP 47 tag.
    pub language: String,
    /// The width in user units, 320 to 2000; see [`WIDTH`]. The height follows from the content.
    pub width: u32,
    /// What is drawn.
    pub body: Body,
}

/// The kinds of picture.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// A group beside the rest, one row an answer.
    Compare(Compare),
    /// Ordered answers to the left and right of a middle.
    Diverging(Diverging),
    /// One small panel an item.
    Multiples(Multiples),
}

/// A group beside the rest of the sample, with intervals; one row an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Compare {
    /// Who is in the group.
    pub group: String,
    /// Who is not.
    pub rest: String,
    /// The answers, from the top.
    pub rows: Vec<Row>,
    /// The scale below the rows.
    pub axis: Axis,
}

/// One answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The answer; wrapped where it is long.
    pub label: String,
    /// How many of the group gave it.
    pub group: Mark,
    /// How many of the rest gave it.
    pub rest: Mark,
}

/// A share that is drawn, or the word that stands in its place.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Drawn with its interval.
    Shown(Share),
    /// Not drawn; the text says so, such as "hidden".
    Hidden(String),
}

/// A share and its interval, all in `[0, 1]`, with `low <= share <= high`.
#[derive(Debug, Clone, PartialEq)]
pub struct Share {
    /// The estimate.
    pub share: f64,
    /// The lower end of its interval.
    pub low: f64,
    /// The upper end of its interval.
    pub high: f64,
    /// The estimate as it is written, such as "57 %".
    pub text: String,
}

/// The ticks of a scale that begins at zero.
///
/// The scale ends at the smallest tick that holds every interval; larger ticks are not drawn. A
/// diverging scale ends where its longest bar ends.
/// Where labels would touch, every second one is drawn, or every third, and so on.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Shares in rising order, each with its label.
    pub ticks: Vec<(f64, String)>,
}

/// Ordered answers to the left and right of a middle; one bar a question.
///
/// The intervals of the shares are checked, but not drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Diverging {
    /// The answers in order, from the far left to the far right.
    pub levels: Vec<Level>,
    /// The questions, from the top.
    pub bars: Vec<DivergingBar>,
    /// The scale, counted from the middle to both sides.
    pub axis: Axis,
}

/// One of the ordered answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// The answer.
    pub label: String,
    /// Where it stands.
    pub side: Side,
}

/// Where an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To the left of the zero line.
    Left,
    /// Half of it to either side.
    Middle,
    /// To the right of the zero line.
    Right,
}

/// One question with its ordered answers.
#[derive(Debug, Clone, PartialEq)]
pub struct DivergingBar {
    /// The question; wrapped where it is long.
    pub label: String,
    /// One share a level, in the order of the levels. Together at most 1.
    pub shares: Vec<Share>,
}

/// One small panel an item, on a common scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiples {
    /// Who is in the group.
    pub group: String,
    /// Who is not.
    pub rest: String,
    /// The items, row by row.
    pub panels: Vec<Panel>,
    /// The scale of every panel.
    pub axis: Axis,
}

/// One item.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The item; wrapped where it is long.
    pub title: String,
    /// How many of the group.
    pub group: Mark,
    /// How many of the rest.
    pub rest: Mark,
}
