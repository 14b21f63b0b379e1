//! Pieces of a note, and the line that collects them.

/// A piece of a note. The text in it is data: whoever prints it escapes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Upright text.
    Text(String),
    /// Text in italics.
    Italic(String),
    /// A link.
    Link {
        /// Where it leads: `http` or `https`.
        url: String,
        /// What is printed.
        text: String,
    },
    /// A reference to an earlier note.
    NoteRef {
        /// The number of that note, counted from 1.
        note: u32,
        /// What is printed: "n 3", with a space that does not break.
        text: String,
    },
}

impl Run {
    /// What is printed.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Italic(text) => text,
            Self::Link { text, .. } | Self::NoteRef { text, .. } => text,
        }
    }
}

/// The printed text of runs, without italics and links.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(Run::text).collect()
}

/// Runs under construction: neighbouring text is one run, empty text is none.
#[derive(Debug, Default)]
pub(crate) struct Line {
    runs: Vec<Run>,
}

impl Line {
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(Run::Text(last)) => last.push_str(text),
            _ => self.runs.push(Run::Text(text.to_owned())),
        }
        self
    }

    pub(crate) fn italic(&mut self, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.runs.push(Run::Italic(text.to_owned()));
        }
        self
    }

    pub(crate) fn link(&mut self, url: &str) -> &mut Self {
        self.runs.push(Run::Link { url: url.to_owned(), text: url.to_owned() });
        self
    }

    pub(crate) fn run(&mut self, run: Run) -> &mut Self {
        self.runs.push(run);
        self
    }

    /// A list in round brackets, or nothing when there is nothing in it.
    pub(crate) fn brackets(&mut self, parts: &[Option<String>]) -> &mut Self {
        let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
        if !parts.is_empty() {
            self.text(&format!(" ({})", parts.join(", ")));
        }
        self
    }

    /// A pinpoint: no comma after a closing mark or before `[42]`, else one that keeps two
    /// numbers apart (sections 2.1.6 and 3.1.4).
    pub(crate) fn pinpoint(&mut self, pinpoint: Option<&str>) -> &mut Self {
        let Some(pinpoint) = pinpoint else { return self };
        let closed = self.last_char().is_some_and(|last| ")]’»>".contains(last));
        let comma = !closed && !pinpoint.starts_with('[');
        self.text(if comma { ", " } else { " " }).text(pinpoint)
    }

    /// Ends the note, unless its text ends so already.
    pub(crate) fn full_stop(&mut self) -> &mut Self {
        if self.last_char().is_some_and(|last| last != '.') { self.text(".") } else { self }
    }

    pub(crate) fn finish(self) -> Vec<Run> {
        self.runs
    }

    fn last_char(&self) -> Option<char> {
        self.runs.last().and_then(|run| run.text().chars().next_back())
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Run};

    #[test]
    fn neighbouring_text_is_one_run() {
        let mut line = Line::default();
        line.text("")
            .italic("")
            .text("a")
            .text("")
            .text("b")
            .italic("")
            .italic("c")
            .text("")
            .text("d")
            .full_stop()
            .full_stop();
        let expected = [Run::Text("ab".into()), Run::Italic("c".into()), Run::Text("d.".into())];
        assert_eq!(line.finish(), expected);
        let mut empty = Line::default();
        empty.text("").full_stop();
        assert_eq!(empty.finish(), []);
    }
}
