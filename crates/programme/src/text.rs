//! The text of a module: a small part of Markdown, in sections with a class.
//!
//! ```text
//! # Title
//! Words before the first section.
//! ## Heading {#id .note}      .note .thought .exercise .summary, or nothing
//! - list
//! {exercise:question_id}      the place of a question
//! [words](module)             a link to another module, to `help` or to `confidentiality`
//! ```
//! No pictures, tables, code or HTML, and no link that leads out: a module is read on paper, too.

use instrument::{Diagnostic, SourceFile};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

/// A module's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModuleText {
    /// Its title.
    pub title: String,
    /// What stands before the first section.
    pub lead: Vec<Block>,
    /// Its sections.
    pub sections: Vec<Section>,
    /// Hash of title and lead, and the source hash that a translation carries.
    pub(crate) head: Mark,
}

/// A section of a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id, the same in every language.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub blocks: Vec<Block>,
    pub(crate) mark: Mark,
}

/// Where a heading stands, the hash of what follows, and the hash of the source it was translated from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    pub(crate) line: usize,
    pub(crate) hash: String,
    pub(crate) source: Option<String>,
}

/// What a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A content note: what follows may be hard to read.
    Note,
    /// An excusing thought as the heading, and its answer.
    Thought,
    /// An exercise.
    Exercise,
    /// The summary, last.
    Summary,
}

/// A piece of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list without numbers.
    List(Vec<Vec<Span>>),
    /// The place of a question of the exercises.
    Exercise(String),
}

impl Block {
    /// Its words.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        let (own, items): (&[Span], &[Vec<Span>]) = match self {
            Self::Paragraph(spans) => (spans, &[]),
            Self::List(items) => (&[], items),
            Self::Exercise(_) => (&[], &[]),
        };
        own.iter().chain(items.iter().flatten())
    }
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Set bold.
    pub strong: bool,
    /// Set in italics.
    pub emphasis: bool,
    /// The module that they lead to, or one of [`PLACES`].
    pub to: Option<String>,
}

/// Where a text may lead beside modules: to the helplines, and to what stays between people.
pub const PLACES: [&str; 2] = ["help", "confidentiality"];

impl ModuleText {
    /// Every block, the lead's first.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.lead.iter().chain(self.sections.iter().flat_map(|section| &section.blocks))
    }

    /// The words of every block.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.blocks().flat_map(Block::spans)
    }

    /// The questions, in the order of the text.
    pub fn exercises(&self) -> Vec<&str> {
        let places = self.blocks().filter_map(|block| match block {
            Block::Exercise(id) => Some(id.as_str()),
            _ => None,
        });
        places.collect()
    }
}

/// Reads a module's text, or says what is wrong with its form.
///
/// # Errors
/// Every slip with its line.
pub fn parse(file: &SourceFile) -> Result<ModuleText, Vec<Diagnostic>> {
    let events = Parser::new_ext(&file.text, Options::ENABLE_HEADING_ATTRIBUTES);
    let mut reader = Reader { file, found: Vec::new(), heads: Vec::new(), starts: Vec::new() };
    for (event, range) in TextMergeWithOffset::new(events.into_offset_iter()) {
        reader.take(event, range.start);
    }
    reader.finish()
}

#[derive(Default)]
struct Head {
    level_two: bool,
    id: String,
    classes: Vec<String>,
    source: Option<String>,
    title: String,
    blocks: Vec<Block>,
}

struct Reader<'a> {
    file: &'a SourceFile,
    found: Vec<Diagnostic>,
    heads: Vec<(Head, Open)>,
    starts: Vec<usize>,
}

/// What is open while events come.
#[derive(Default)]
struct Open {
    heading: bool,
    list: bool,
    strong: bool,
    emphasis: bool,
    to: Option<String>,
    spans: Vec<Span>,
    items: Vec<Vec<Span>>,
}

impl Reader<'_> {
    fn error(&mut self, byte: usize, what: impl Into<String>) {
        let line = line_of(&self.file.text, byte);
        self.found.push(Diagnostic::error(&self.file.name, line, what));
    }

    fn take(&mut self, event: Event<'_>, at: usize) {
        if let Event::Start(Tag::Heading { level, id, classes, attrs }) = event {
            let source = attrs.into_iter().find(|(name, _)| &**name == "source");
            if !matches!(level, HeadingLevel::H1 | HeadingLevel::H2) {
                self.error(at, "a module has `#` for its title and `##` for its sections");
            }
            let head = Head {
                level_two: level == HeadingLevel::H2,
                id: id.map_or_else(String::new, |id| id.to_string()),
                classes: classes.iter().map(|class| class.to_string()).collect(),
                source: source.and_then(|(_, value)| value).map(|value| value.to_string()),
                ..Head::default()
            };
            self.heads.push((head, Open { heading: true, ..Open::default() }));
            self.starts.push(at);
            return;
        }
        let Some((head, open)) = self.heads.last_mut() else {
            return self.error(at, "a module begins with `# Title`");
        };
        let known = match event {
            Event::End(TagEnd::Heading(_)) => {
                head.title = open.spans.drain(..).map(|span| span.text).collect();
                open.heading = false;
                true
            }
            Event::Start(Tag::List(None)) => !std::mem::replace(&mut open.list, true),
            Event::End(TagEnd::List(_)) => {
                open.list = false;
                head.blocks.push(Block::List(std::mem::take(&mut open.items)));
                true
            }
            Event::End(TagEnd::Item) => {
                open.items.push(std::mem::take(&mut open.spans));
                true
            }
            Event::End(TagEnd::Paragraph) => {
                if !open.list {
                    head.blocks.push(paragraph(std::mem::take(&mut open.spans)));
                }
                true
            }
            Event::Start(Tag::Paragraph | Tag::Item) => true,
            Event::Start(Tag::Strong) => set(&mut open.strong, true),
            Event::End(TagEnd::Strong) => set(&mut open.strong, false),
            Event::Start(Tag::Emphasis) => set(&mut open.emphasis, true),
            Event::End(TagEnd::Emphasis) => set(&mut open.emphasis, false),
            Event::Start(Tag::Link { dest_url, .. }) if is_inside(&dest_url) && !open.heading => {
                open.to = Some(dest_url.to_string());
                true
            }
            Event::End(TagEnd::Link) => {
                open.to = None;
                true
            }
            Event::Text(text) => open.push(&text),
            Event::SoftBreak => open.push(" "),
            _ => false,
        };
        if !known {
            let what = "use paragraphs, lists without numbers, bold, italics, and links to modules, \
                        `help` or `confidentiality` only";
            self.error(at, what);
        }
    }

    fn finish(mut self) -> Result<ModuleText, Vec<Diagnostic>> {
        let heads = std::mem::take(&mut self.heads);
        let ends = self.starts.iter().skip(1).copied().chain([self.file.text.len()]);
        let ranges: Vec<(usize, usize)> = self.starts.iter().copied().zip(ends).collect();
        let mut title = None;
        let mut sections = Vec::new();
        for ((head, _), (start, end)) in heads.into_iter().zip(ranges) {
            let mark = Mark {
                line: line_of(&self.file.text, start),
                hash: locale::section_hash(&self.file.text[start..end]),
                source: head.source.clone(),
            };
            match (head.level_two, title.is_some()) {
                (false, false) => title = Some((head.title, head.blocks, mark)),
                (false, true) => self.error(start, "a module has one title"),
                (true, false) => self.error(start, "a module begins with `# Title`"),
                (true, true) => {
                    let kind = self.kind(&head, start);
                    let Head { id, title, blocks, .. } = head;
                    sections.push(Section { id, kind, title, blocks, mark });
                }
            }
        }
        match title {
            Some((title, lead, head)) if self.found.is_empty() => {
                Ok(ModuleText { title, lead, sections, head })
            }
            None if self.found.is_empty() => {
                Err(vec![Diagnostic::error(&self.file.name, 1, "a module begins with `# Title`")])
            }
            _ => Err(self.found),
        }
    }

    fn kind(&mut self, head: &Head, at: usize) -> Kind {
        if head.id.is_empty() {
            self.error(at, "give the section an id: `## Heading {#id}`");
        }
        match head.classes.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => Kind::Text,
            ["note"] => Kind::Note,
            ["thought"] => Kind::Thought,
            ["exercise"] => Kind::Exercise,
            ["summary"] => Kind::Summary,
            _ => {
                self.error(
                    at,
                    "a section is .note, .thought, .exercise, .summary, or has no class",
                );
                Kind::Text
            }
        }
    }
}

impl Open {
    fn push(&mut self, text: &str) -> bool {
        let (strong, emphasis) = (self.strong, self.emphasis);
        let to = self.to.clone();
        let same =
            |last: &&mut Span| (last.strong, last.emphasis, &last.to) == (strong, emphasis, &to);
        match self.spans.last_mut().filter(same) {
            Some(last) => last.text.push_str(text),
            None => self.spans.push(Span { text: text.to_owned(), strong, emphasis, to }),
        }
        true
    }
}

/// Whether a link's address is the bare name of a place inside the programme.
fn is_inside(to: &str) -> bool {
    !to.is_empty() && to.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

fn set(flag: &mut bool, to: bool) -> bool {
    *flag = to;
    true
}

fn paragraph(spans: Vec<Span>) -> Block {
    if let [only] = &spans[..]
        && let Some(inside) = only.text.strip_prefix("{exercise:")
        && let Some(id) = inside.strip_suffix('}')
    {
        return Block::Exercise(id.to_owned());
    }
    Block::Paragraph(spans)
}

/// The line, from 1, on which a byte stands.
pub(crate) fn line_of(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<ModuleText, Vec<Diagnostic>> {
        parse(&SourceFile { name: "m.md".to_owned(), text: text.to_owned() })
    }

    #[test]
    fn a_module_is_read_into_sections() {
        let text = "# Title {source=12345678}\n\nA **strong** *word*.\n\n## A thought {#a .thought}\n\n\
                    - one\n- two\n\n{exercise:signs}\n";
        let module = read(text).unwrap();
        assert_eq!((module.title.as_str(), module.sections.len()), ("Title", 1));
        assert_eq!(module.head.source.as_deref(), Some("12345678"));
        let Block::Paragraph(spans) = &module.lead[0] else { panic!("{:?}", module.lead) };
        assert!(spans[1].strong && spans[3].emphasis && !spans[0].strong);
        let section = &module.sections[0];
        assert_eq!((section.kind, section.id.as_str()), (Kind::Thought, "a"));
        assert!(matches!(&section.blocks[0], Block::List(items) if items.len() == 2));
        assert_eq!(module.exercises(), ["signs"]);
    }

    #[test]
    fn a_link_leads_to_a_place_inside() {
        let module =
            read("# T\n\n## A {#a}\n\nGo to [the *other* module](other-one) now.\n").unwrap();
        let led: Vec<(&str, Option<&str>)> =
            module.spans().map(|span| (span.text.as_str(), span.to.as_deref())).collect();
        let to = Some("other-one");
        let expected =
            [("Go to ", None), ("the ", to), ("other", to), (" module", to), (" now.", None)];
        assert_eq!(led, expected);
    }

    #[test]
    fn slips_are_named_with_their_line() {
        for (text, line) in [
            ("no title", 1),
            ("", 1),
            ("# T\n\n### Deep {#a}\n", 3),
            ("# T\n\n## No id\n", 3),
            ("# T\n\n## B {#b .shout}\n", 3),
            ("# T\n\n[a link](http://example.org)\n", 3),
            ("# T\n\n[a link](../help)\n", 3),
            ("# T\n\n## [a](help) {#a}\n", 3),
            ("# T\n\n<b>bold</b>\n", 3),
            ("# T\n\n# Second\n", 3),
            ("# T\n\n1. numbered\n", 3),
        ] {
            let slips = read(text).unwrap_err();
            assert_eq!(slips[0].line, line, "{text}: {slips:?}");
        }
    }
}
