//! How wide a text may be, and where to break it.

/// A size and weight of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    /// The font size, in user units.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

/// Labels, and values of the rest.
pub(crate) const LABEL: Face = Face { size: 20.0, bold: false };
/// Values of the group.
pub(crate) const STRONG: Face = Face { size: 20.0, bold: true };
/// Ticks, the legend, and values within segments.
pub(crate) const SMALL: Face = Face { size: 17.0, bold: false };

impl Face {
    /// From one baseline to the next.
    pub fn line(self) -> f64 {
        self.size * 1.3
    }

    /// From the top of a line to its baseline.
    pub fn first_baseline(self) -> f64 {
        self.size
    }

    /// The baseline of a text whose digits stand around `y`; they are about two thirds of the
    /// size high.
    pub fn centred(self, y: f64) -> f64 {
        y + self.size * 0.34
    }

    /// A width that the text does not exceed in common serifs.
    pub fn width(self, text: &str) -> f64 {
        // Bold letters are wider by an eighth on the whole; an "i" by a fifth.
        let weight = if self.bold { 1.15 } else { 1.0 };
        text.chars().map(advance).sum::<f64>() * self.size * weight
    }
}

/// The advance of a character, in ems.
///
/// The widths are those of DejaVu Serif, rounded up: it is among the widest of the serifs that a
/// reader may have in place of Libertinus, so a text that fits in it fits in the others.
fn advance(c: char) -> f64 {
    match c {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '\u{202f}' | '\u{2009}' => 0.2,
        ' ' | '\u{a0}' | 'i' | 'j' | 'l' | ',' | '.' | '\'' | '’' | 'í' | 'ì' | 'î' | 'ï' => {
            0.32
        }
        '/' | '|' | ':' | ';' | '-' | '‑' | '\\' => 0.34,
        'f' | 't' | '(' | ')' | '[' | ']' | 'I' | 'J' | '!' => 0.41,
        'r' | 's' | 'z' | '"' | '*' | '_' | '–' | '“' | '”' | '„' => 0.53,
        'c' | 'v' | 'x' | 'y' | '?' | 'ç' | 'ý' => 0.57,
        'a' | 'e' | 'o' | 'k' | 'à'..='å' | 'è'..='ë' | 'ò'..='ö' => 0.61,
        '0'..='9' | 'b' | 'd' | 'g' | 'h' | 'n' | 'p' | 'q' | 'u' | '«' | '»' | '€' => 0.645,
        'ù'..='ü' | 'ß' | 'ñ' => 0.67,
        '+' | '=' | '<' | '>' | '~' | '^' | '#' | 'w' => 0.86,
        '%' | 'm' | '…' | '—' | '@' | 'œ' | 'æ' => 1.0,
        'M' | 'W' | 'Œ' | 'Æ' => 1.03,
        'A' | 'B' | 'E' | 'F' | 'K' | 'L' | 'P' | 'R' | 'S' | 'T' | 'V' | 'X' | 'Y' | 'Z' => 0.76,
        'À'..='Å' | 'È'..='Ë' => 0.76,
        'C' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | '&' | 'À'..='Þ' => 0.9,
        '\u{80}'..='\u{24f}' => 0.7,
        _ => 1.15,
    }
}

/// Breaks a text into lines no wider than `room`.
///
/// Breaks at ordinary blanks only, so that "57 %" with a no-break blank stays whole; a word wider
/// than a line is broken within. Greedy: first fit.
pub(crate) fn wrap(text: &str, face: Face, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if face.width(&longer) <= room {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = pieces(word, face, room, &mut lines);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words between ordinary blanks.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty())
}

/// Cuts a word where a line is full; all but the last piece become lines.
fn pieces(word: &str, face: Face, room: f64, lines: &mut Vec<String>) -> String {
    let mut piece = String::new();
    for c in word.chars() {
        // A combining mark takes no room, so it never begins a line.
        if !piece.is_empty() && advance(c) > 0.0 {
            let longer = format!("{piece}{c}");
            if face.width(&longer) > room {
                lines.push(std::mem::take(&mut piece));
            }
        }
        piece.push(c);
    }
    piece
}

/// The width of the widest line.
pub(crate) fn widest<'a>(face: Face, lines: impl IntoIterator<Item = &'a String>) -> f64 {
    lines.into_iter().map(|line| face.width(line)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::{LABEL, STRONG, wrap};

    #[test]
    fn lines_break_at_blanks_and_never_within_a_number() {
        let room = LABEL.width("more than");
        assert_eq!(wrap(" more \n than 57\u{a0}% ", LABEL, room), ["more than", "57\u{a0}%"]);
        let french = "57\u{202f}%";
        assert_eq!(wrap(&format!("plus de {french}"), LABEL, room), ["plus de", french]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_but_no_accent_is_lost() {
        let room = LABEL.width("aaa");
        let lines = wrap("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", LABEL, room);
        assert_eq!(lines, ["e\u{301}e\u{301}e\u{301}", "e\u{301}e\u{301}"]);
        assert_eq!(wrap("", LABEL, room), Vec::<String>::new());
        assert_eq!(wrap("mm", LABEL, 0.0), ["m", "m"]);
    }

    /// Widths in DejaVu Serif and its bold, measured in a browser at 1000 units an em.
    #[test]
    fn estimates_are_not_below_a_wide_serif() {
        for (text, plain, bold) in [("57 %", 2540, 2690), ("n", 644, 727), ("i", 320, 380)] {
            let close = |face: super::Face, wide: i32| {
                let ems = f64::from(wide) / 1000.0;
                face.width(text) / face.size >= ems * 0.96
            };
            assert!(close(LABEL, plain) && close(STRONG, bold), "{text}");
        }
    }
}
