//! `xx.md`: the words of a statement, with a place for every number.
//!
//! Markdown of the plainest kind: headings with `{#id .kind}`, paragraphs, one quotation a finding
//! for its policy sentence, lists, emphasis, links. In braces stand places: `{wish-stop.percent}`,
//! `{note:insoll-2022@para 3}`, `{chart:wish-stop}`, `{helplines:self}`, `{data.from}`, and
//! `{"2011/93/EU"}` for a name with digits in it. Everything else is refused with its line.

use instrument::{Diagnostic, SourceFile};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use crate::document::SectionKind;
use crate::line_of;

/// Emphasis in emphasis in emphasis is no text for people.
const DEEPEST: usize = 6;

/// A text in one language.
#[derive(Debug)]
pub(crate) struct Text {
    pub sections: Vec<RawSection>,
}

/// A section; the first is the title with its lead.
#[derive(Debug)]
pub(crate) struct RawSection {
    pub id: String,
    pub kind: SectionKind,
    pub line: usize,
    /// The hash that the translator wrote: of the source as it was then.
    pub source_mark: Option<String>,
    /// Hash of this section's words.
    pub hash: String,
    pub heading: Vec<Span>,
    pub blocks: Vec<RawBlock>,
}

/// A block with its line.
#[derive(Debug)]
pub(crate) enum RawBlock {
    Paragraph(Vec<Span>, usize),
    Policy(Vec<Span>, usize),
    List { ordered: bool, items: Vec<Vec<Span>>, line: usize },
}

/// A run of text.
#[derive(Debug)]
pub(crate) enum Span {
    Text(String, usize),
    Emphasis(Vec<Self>),
    Strong(Vec<Self>),
    Link { url: String, content: Vec<Self> },
    Place(Place, usize),
}

/// What stands in braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Claim { id: String, form: String },
    Literal(String),
    Notes(Vec<(String, Option<String>)>),
    Data(String),
    Chart(String),
    Helplines(String),
}

/// Reads a text, or says everything that is wrong with its form.
pub(crate) fn parse(file: &SourceFile) -> Result<Text, Vec<Diagnostic>> {
    let mut reader = Reader { file, found: Vec::new(), events: events(&file.text), at: 0 };
    let sections = reader.sections();
    if reader.found.is_empty() { Ok(Text { sections }) } else { Err(reader.found) }
}

/// Writes into every heading of a translation the hash of its source: whoever calls this says
/// that the translation fits the source as it is now.
///
/// # Errors
/// What is wrong with either text.
pub fn stamp(source: &SourceFile, translation: &SourceFile) -> Result<String, Vec<Diagnostic>> {
    let (from, to) = (parse(source)?, parse(translation)?);
    let mut lines: Vec<String> = translation.text.lines().map(str::to_owned).collect();
    for section in &to.sections {
        let hash = from.sections.iter().find(|own| own.id == section.id).map(|own| &own.hash);
        let (Some(hash), Some(line)) = (hash, lines.get_mut(section.line - 1)) else { continue };
        *line = locale::mark_heading(line, hash);
    }
    lines.push(String::new());
    Ok(lines.join("\n"))
}

type Located<'a> = (Event<'a>, std::ops::Range<usize>);

fn events(text: &str) -> Vec<Located<'_>> {
    let parser = Parser::new_ext(text, Options::ENABLE_HEADING_ATTRIBUTES);
    TextMergeWithOffset::new(parser.into_offset_iter()).collect()
}

struct Reader<'a> {
    file: &'a SourceFile,
    found: Vec<Diagnostic>,
    events: Vec<Located<'a>>,
    at: usize,
}

impl<'a> Reader<'a> {
    fn error(&mut self, byte: usize, what: impl Into<String>) {
        let line = line_of(self.file, byte);
        self.found.push(Diagnostic::error(&self.file.name, line, what));
    }

    fn next(&mut self) -> Option<Located<'a>> {
        let event = self.events.get(self.at).cloned();
        self.at += 1;
        event
    }

    fn sections(&mut self) -> Vec<RawSection> {
        let mut sections: Vec<RawSection> = Vec::new();
        let mut starts = Vec::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                    let heading = self.inlines(0);
                    let mark = attrs.iter().find(|(name, _)| &**name == "source");
                    let mark = mark.and_then(|(_, value)| value.as_ref().map(ToString::to_string));
                    let class = classes.first().map(ToString::to_string);
                    let (id, kind) =
                        self.named(level, id.as_deref(), class.as_deref(), &range, sections.len());
                    if sections.iter().any(|own| own.id == id) {
                        self.error(range.start, format!("a section `{id}` is here already"));
                    }
                    starts.push(range);
                    let line = line_of(self.file, starts[starts.len() - 1].start);
                    let hash = String::new();
                    sections.push(RawSection {
                        id,
                        kind,
                        line,
                        source_mark: mark,
                        hash,
                        heading,
                        blocks: Vec::new(),
                    });
                }
                Event::Start(tag) => {
                    let block = self.block(&tag, &range);
                    match (sections.last_mut(), block) {
                        (Some(section), Some(block)) => section.blocks.push(block),
                        (None, _) => self.error(range.start, "a text begins with `# Title`"),
                        _ => {}
                    }
                }
                Event::Rule => self.error(range.start, "a rule has no place here"),
                _ => self.error(range.start, "HTML and the like have no place here"),
            }
        }
        if sections.is_empty() {
            self.error(0, "a text begins with `# Title`");
        }
        for (at, section) in sections.iter_mut().enumerate() {
            let end = starts.get(at + 1).map_or(self.file.text.len(), |next| next.start);
            section.hash = locale::section_hash(&self.file.text[starts[at].start..end]);
        }
        sections
    }

    fn named(
        &mut self,
        level: HeadingLevel,
        id: Option<&str>,
        class: Option<&str>,
        range: &std::ops::Range<usize>,
        before: usize,
    ) -> (String, SectionKind) {
        if before == 0 {
            if level != HeadingLevel::H1 {
                self.error(range.start, "a text begins with `# Title`");
            }
            return ("title".to_owned(), SectionKind::Title);
        }
        if level != HeadingLevel::H2 {
            self.error(range.start, "after the title come sections: `## Heading {#id .kind}`");
        }
        let kind = class.and_then(SectionKind::parse);
        let (Some(id), Some(kind)) = (id, kind) else {
            let kinds = "summary, context, impact, finding, takeaway, help, section";
            self.error(range.start, format!("a section wants `{{#id .kind}}`; kinds: {kinds}"));
            return (format!("section-{before}"), SectionKind::Section);
        };
        if !crate::is_id(id) {
            self.error(range.start, "an id is made of a-z, 0-9 and hyphens");
        }
        (id.to_owned(), kind)
    }

    fn block(&mut self, tag: &Tag<'_>, range: &std::ops::Range<usize>) -> Option<RawBlock> {
        let line = line_of(self.file, range.start);
        match tag {
            Tag::Paragraph => Some(RawBlock::Paragraph(self.inlines(0), line)),
            Tag::BlockQuote(_) => {
                let mut spans = Vec::new();
                while let Some((event, inner)) = self.next() {
                    match event {
                        Event::Start(Tag::Paragraph) => spans.extend(self.inlines(0)),
                        Event::End(TagEnd::BlockQuote(_)) => break,
                        _ => {
                            self.error(inner.start, "a policy sentence is one plain paragraph");
                            self.skip();
                        }
                    }
                }
                Some(RawBlock::Policy(spans, line))
            }
            Tag::List(first) => {
                let mut items = Vec::new();
                while let Some((event, inner)) = self.next() {
                    match event {
                        Event::Start(Tag::Item) => items.push(self.item()),
                        Event::End(TagEnd::List(_)) => break,
                        _ => self.error(inner.start, "a list holds points and nothing else"),
                    }
                }
                Some(RawBlock::List { ordered: first.is_some(), items, line })
            }
            _ => {
                self.error(
                    range.start,
                    "this has no place here: use paragraphs, lists, one `> ` policy sentence",
                );
                self.skip();
                None
            }
        }
    }

    /// One point of a list: words, or one paragraph of them.
    fn item(&mut self) -> Vec<Span> {
        let inside = matches!(self.events.get(self.at), Some((Event::Start(Tag::Paragraph), _)));
        if inside {
            self.at += 1;
        }
        let spans = self.inlines(0);
        if inside {
            while let Some((event, range)) = self.next() {
                match event {
                    Event::End(TagEnd::Item) => break,
                    _ => self.error(range.start, "a point of a list is one paragraph"),
                }
            }
        }
        spans
    }

    /// Reads on to the end of what has just begun.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    /// Reads words up to the end of what holds them.
    fn inlines(&mut self, depth: usize) -> Vec<Span> {
        let mut spans = Vec::new();
        if depth > DEEPEST {
            let byte = self.events.get(self.at).map_or(0, |(_, range)| range.start);
            self.error(byte, format!("emphasis is nested more than {DEEPEST} deep"));
            self.skip();
            return spans;
        }
        while let Some((event, range)) = self.next() {
            let line = line_of(self.file, range.start);
            match event {
                Event::End(_) => break,
                Event::Text(text) => spans.extend(self.places(&text, range.start)),
                Event::SoftBreak | Event::HardBreak => spans.push(Span::Text(" ".to_owned(), line)),
                Event::Start(Tag::Emphasis) => spans.push(Span::Emphasis(self.inlines(depth + 1))),
                Event::Start(Tag::Strong) => spans.push(Span::Strong(self.inlines(depth + 1))),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    if !dest_url.starts_with("https://") && !dest_url.starts_with("http://") {
                        self.error(range.start, "a link begins with https://");
                    }
                    let content = self.inlines(depth + 1);
                    spans.push(Span::Link { url: dest_url.to_string(), content });
                }
                Event::Start(_) => {
                    self.error(range.start, "this has no place in a line of text");
                    self.skip();
                }
                _ => self.error(range.start, "HTML and code have no place here"),
            }
        }
        spans
    }

    /// Splits a text at its places.
    fn places(&mut self, text: &str, start: usize) -> Vec<Span> {
        let line = line_of(self.file, start);
        let mut spans = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(['{', '}']) {
            if open > 0 {
                spans.push(Span::Text(rest[..open].to_owned(), line));
            }
            let close = rest[open..].find('}').filter(|_| rest[open..].starts_with('{'));
            let Some(close) = close else {
                self.error(start, "a brace without its other half");
                return spans;
            };
            match place(&rest[open + 1..open + close]) {
                Ok(place) => spans.push(Span::Place(place, line)),
                Err(what) => self.error(start, what),
            }
            rest = &rest[open + close + 1..];
        }
        if !rest.is_empty() {
            spans.push(Span::Text(rest.to_owned(), line));
        }
        spans
    }
}

fn place(inside: &str) -> Result<Place, String> {
    let inside = inside.trim();
    if let Some(literal) = inside.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        return Ok(Place::Literal(literal.to_owned()));
    }
    if let Some(notes) = inside.strip_prefix("note:") {
        let cites = notes.split(';').map(|cite| match cite.split_once('@') {
            Some((id, pinpoint)) => (id.trim().to_owned(), Some(pinpoint.trim().to_owned())),
            None => (cite.trim().to_owned(), None),
        });
        return Ok(Place::Notes(cites.collect()));
    }
    if let Some(chart) = inside.strip_prefix("chart:") {
        return Ok(Place::Chart(chart.trim().to_owned()));
    }
    if let Some(purpose) = inside.strip_prefix("helplines:") {
        return Ok(Place::Helplines(purpose.trim().to_owned()));
    }
    match inside.split_once('.') {
        Some(("data", form)) => Ok(Place::Data(form.to_owned())),
        Some((id, form)) if crate::is_id(id) => {
            Ok(Place::Claim { id: id.to_owned(), form: form.to_owned() })
        }
        _ => Err(format!(
            "`{{{inside}}}` is no place; write {{claim.percent}}, {{note:source}}, {{chart:id}}, \
             {{helplines:self}}, {{data.from}} or {{\"a name\"}}"
        )),
    }
}
