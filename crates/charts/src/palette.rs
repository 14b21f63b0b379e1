//! Colours, and the class of everything drawn.
//!
//! A class names a part; its colour is the one for white paper. A page that sets other colours
//! sets `fill` and `stroke` of these classes:
//!
//! | class | part |
//! |---|---|
//! | `chart-ink`, `chart-muted` | labels; ticks, legend and hidden values |
//! | `chart-group-text`, `chart-rest-text` | values |
//! | `chart-grid`, `chart-zero` | gridlines; the zero line |
//! | `chart-group-mark`, `chart-group-line` | a filled disc and its interval |
//! | `chart-rest-mark`, `chart-rest-line` | a hollow diamond and its interval |
//! | `chart-left-1` … `-3`, `chart-middle`, `chart-right-1` … `-3` | segments, 1 is outermost |
//! | `chart-left-edge`, `chart-middle-edge`, `chart-right-edge` | their outlines |
//! | `chart-hatch-1` … `-3` | hatching of the left segments |
//! | `chart-on-left-1`, `chart-on-middle`, … | the value within a segment |
//!
//! Contrast follows WCAG 2.2 (W3C, 2023), 1.4.3 and 1.4.11: text at least 4.5 to 1, marks and the
//! outlines of segments at least 3 to 1.

/// How a part is painted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    /// The class, for the page.
    pub class: &'static str,
    /// The fill, or `none`.
    pub fill: &'static str,
    /// The stroke, or `none`.
    pub stroke: &'static str,
    /// The width of the stroke.
    pub line: f64,
}

const fn ink(class: &'static str, fill: &'static str) -> Paint {
    Paint { class, fill, stroke: "none", line: 0.0 }
}

const fn line(class: &'static str, stroke: &'static str, line: f64) -> Paint {
    Paint { class, fill: "none", stroke, line }
}

/// Labels.
pub(crate) const INK: Paint = ink("chart-ink", "#1b2529");
/// Ticks, the legend and hidden values.
pub(crate) const MUTED: Paint = ink("chart-muted", "#57504a");
/// Values of the group.
pub(crate) const GROUP_TEXT: Paint = ink("chart-group-text", "#0b5563");
/// Values of the rest.
pub(crate) const REST_TEXT: Paint = ink("chart-rest-text", "#57504a");
/// Gridlines; faint, since every value is written.
pub(crate) const GRID: Paint = line("chart-grid", "#dedad5", 1.0);
/// The zero line.
pub(crate) const ZERO: Paint = line("chart-zero", "#6b645d", 1.5);
/// The mark of the group.
pub(crate) const GROUP_MARK: Paint = ink("chart-group-mark", "#0b5563");
/// The interval of the group.
pub(crate) const GROUP_LINE: Paint = line("chart-group-line", "#0b5563", 3.0);
/// The mark of the rest.
pub(crate) const REST_MARK: Paint =
    Paint { class: "chart-rest-mark", fill: "#ffffff", stroke: "#756d65", line: 2.5 };
/// The interval of the rest.
pub(crate) const REST_LINE: Paint = line("chart-rest-line", "#8a8178", 2.5);

/// A segment of a diverging bar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tone {
    /// Its fill.
    pub plate: Paint,
    /// Its outline.
    pub edge: Paint,
    /// Lines across it, near enough in tone that a value can be read over them.
    pub hatch: Option<Paint>,
    /// The value within it.
    pub text: Paint,
}

const LEFT_EDGE: Paint = line("chart-left-edge", "#7a3e12", 1.5);
const MIDDLE_EDGE: Paint = line("chart-middle-edge", "#6b645d", 1.5);
const RIGHT_EDGE: Paint = line("chart-right-edge", "#0b5563", 1.5);

/// Left of the middle, outermost first: earth, hatched.
pub(crate) const LEFT: [Tone; 3] = [
    Tone {
        plate: ink("chart-left-1", "#7a3e12"),
        edge: LEFT_EDGE,
        hatch: Some(line("chart-hatch-1", "#9a5e2e", 2.0)),
        text: ink("chart-on-left-1", "#ffffff"),
    },
    Tone {
        plate: ink("chart-left-2", "#d9a066"),
        edge: LEFT_EDGE,
        hatch: Some(line("chart-hatch-2", "#c68a4c", 2.0)),
        text: ink("chart-on-left-2", "#1b2529"),
    },
    Tone {
        plate: ink("chart-left-3", "#f3dfc6"),
        edge: LEFT_EDGE,
        hatch: Some(line("chart-hatch-3", "#dfbd92", 2.0)),
        text: ink("chart-on-left-3", "#1b2529"),
    },
];

/// Neither left nor right: blank paper.
pub(crate) const MIDDLE: Tone = Tone {
    plate: ink("chart-middle", "#fbfaf8"),
    edge: MIDDLE_EDGE,
    hatch: None,
    text: ink("chart-on-middle", "#1b2529"),
};

/// Right of the middle, outermost first: teal, plain.
pub(crate) const RIGHT: [Tone; 3] = [
    Tone {
        plate: ink("chart-right-1", "#0b5563"),
        edge: RIGHT_EDGE,
        hatch: None,
        text: ink("chart-on-right-1", "#ffffff"),
    },
    Tone {
        plate: ink("chart-right-2", "#6fb0bb"),
        edge: RIGHT_EDGE,
        hatch: None,
        text: ink("chart-on-right-2", "#1b2529"),
    },
    Tone {
        plate: ink("chart-right-3", "#bfdfe5"),
        edge: RIGHT_EDGE,
        hatch: None,
        text: ink("chart-on-right-3", "#1b2529"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2.2 defines it.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |colour: &str| {
            let channel = |at| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
            let linear = |c: f64| {
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            };
            let [r, g, b] = [1, 3, 5].map(|at| linear(channel(at) / 255.0));
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_read_on_paper() {
        for text in [INK, MUTED, GROUP_TEXT, REST_TEXT] {
            assert!(contrast(text.fill, "#ffffff") >= 4.5, "{text:?}");
        }
    }

    #[test]
    fn marks_and_outlines_are_seen_on_paper() {
        for mark in [ZERO, GROUP_LINE, REST_MARK, REST_LINE, MIDDLE_EDGE, LEFT_EDGE, RIGHT_EDGE] {
            assert!(contrast(mark.stroke, "#ffffff") >= 3.0, "{mark:?}");
        }
        assert!(contrast(GROUP_MARK.fill, "#ffffff") >= 3.0);
    }

    #[test]
    fn values_are_read_within_segments() {
        for tone in LEFT.iter().chain(&RIGHT).chain([&MIDDLE]) {
            assert!(contrast(tone.text.fill, tone.plate.fill) >= 4.5, "{tone:?}");
            if let Some(hatch) = tone.hatch {
                assert!(contrast(tone.text.fill, hatch.stroke) >= 4.5, "{tone:?}");
            }
        }
    }

    #[test]
    fn neighbours_differ_in_black_and_white() {
        for side in [LEFT, RIGHT] {
            for pair in side.windows(2) {
                assert!(contrast(pair[0].plate.fill, pair[1].plate.fill) >= 1.5, "{pair:?}");
            }
        }
    }
}
