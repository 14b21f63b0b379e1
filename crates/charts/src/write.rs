//! Writes elements, attributes and text so that they are XML, whatever the text.

use std::fmt::Write as _;

use crate::palette::Paint;
use crate::text::Face;

/// Elements written one after another.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    out: String,
}

/// Which point of a text its `x` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
}

impl Writer {
    /// An element with only coordinates and a paint.
    pub fn shape(&mut self, tag: &str, at: &[(&str, f64)], paint: Paint) {
        self.begin(tag);
        for (name, value) in at {
            self.attribute(name, &number(*value));
        }
        self.paint(paint);
        self.out.push_str("/>\n");
    }

    /// A path; `d` is made of numbers by the caller.
    pub fn path(&mut self, d: &str, paint: Paint) {
        self.begin("path");
        self.attribute("d", d);
        self.paint(paint);
        self.out.push_str("/>\n");
    }

    /// A straight line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        self.shape("line", &[("x1", from.0), ("y1", from.1), ("x2", to.0), ("y2", to.1)], paint);
    }

    /// One line of text upon a baseline.
    pub fn text(&mut self, at: (f64, f64), anchor: Anchor, face: Face, ink: Paint, text: &str) {
        self.begin("text");
        self.attribute("class", ink.class);
        self.attribute("x", &number(at.0));
        self.attribute("y", &number(at.1));
        self.attribute("font-size", &number(face.size));
        if face.bold {
            self.attribute("font-weight", "bold");
        }
        if anchor == Anchor::Middle {
            self.attribute("text-anchor", "middle");
        }
        self.attribute("fill", ink.fill);
        self.out.push('>');
        escape(&mut self.out, text);
        self.out.push_str("</text>\n");
    }

    /// Lines of text below `top`; returns where they end.
    pub fn lines(&mut self, x: f64, top: f64, face: Face, ink: Paint, lines: &[String]) -> f64 {
        let mut y = top;
        for line in lines {
            self.text((x, y + face.first_baseline()), Anchor::Start, face, ink, line);
            y += face.line();
        }
        y
    }

    /// Opens a group that names a part of the chart.
    pub fn open(&mut self, class: &str) {
        self.begin("g");
        self.attribute("class", class);
        self.out.push_str(">\n");
    }

    /// Closes the last opened group.
    pub fn close(&mut self) {
        self.out.push_str("</g>\n");
    }

    /// Everything written.
    pub fn finish(self) -> String {
        self.out
    }

    fn begin(&mut self, tag: &str) {
        self.out.push('<');
        self.out.push_str(tag);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        attribute(&mut self.out, name, value);
    }

    fn paint(&mut self, paint: Paint) {
        self.attribute("class", paint.class);
        self.attribute("fill", paint.fill);
        if paint.line > 0.0 {
            self.attribute("stroke", paint.stroke);
            self.attribute("stroke-width", &number(paint.line));
        }
    }
}

/// Appends ` name="value"`.
pub(crate) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Appends the text so that it is neither markup nor a character that XML 1.0 forbids.
///
/// W3C, "Extensible Markup Language (XML) 1.0", fifth edition, 2.2 (production `Char`) and 2.4.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}

/// A number with at most two decimals and no more than it needs.
pub(crate) fn number(value: f64) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write!(text, "{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{escape, number};

    #[test]
    fn numbers_are_short() {
        let cases = [(0.0, "0"), (-0.001, "0"), (10.0, "10"), (1.5, "1.5"), (-2.346, "-2.35")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn markup_and_forbidden_characters_do_not_pass() {
        let mut out = String::new();
        escape(&mut out, "<b a=\"1\">&'\0\u{1b}\u{ffff}\t\n\r");
        let hole = '\u{fffd}';
        let plain = format!("&lt;b a=&quot;1&quot;&gt;&amp;&#39;{hole}{hole}{hole}\t\n&#13;");
        assert_eq!(out, plain);
    }
}
