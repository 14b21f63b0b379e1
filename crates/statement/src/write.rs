//! Writes one document: every place filled, every note numbered.

use std::collections::{BTreeMap, BTreeSet};

use findings::Sample;
use instrument::{Diagnostic, SourceFile};
use jiff::civil::{Date, ISOWeekDate, Weekday};
use locale::{Arg, Language};
use oscola::{Cite, Citer, Run, Terms};

use crate::chart::{ChartSpec, Drawer};
use crate::compose::{Files, is_read};
use crate::compute::{Value, whole};
use crate::document::{Block, Document, Inline, Note, NoteRun, Plot, Section, SectionKind, Table};
use crate::evidence::Reports;
use crate::figure::Unit;
use crate::labels::Labels;
use crate::text::{Place, RawBlock, RawSection, Span};
use crate::{line_of, method, panel, service};

/// Writes one document.
pub(crate) struct Writer<'a, 'r> {
    pub files: &'a Files<'a>,
    pub values: &'a BTreeMap<String, Value>,
    pub reports: &'a mut Reports<'r>,
    pub labels: &'a Labels<'a>,
    pub language: &'a Language,
    citer: Citer<'a>,
    notes: Vec<Note>,
    problems: Vec<Diagnostic>,
}

impl<'a, 'r> Writer<'a, 'r> {
    pub fn new(
        files: &'a Files<'a>,
        values: &'a BTreeMap<String, Value>,
        reports: &'a mut Reports<'r>,
        labels: &'a Labels<'a>,
        language: &'a Language,
    ) -> Self {
        let terms = if language.tag.as_str() == "fr" { Terms::french() } else { Terms::english() };
        let citer = Citer::new(&files.bibliography, terms);
        let (notes, problems) = (Vec::new(), Vec::new());
        Self { files, values, reports, labels, language, citer, notes, problems }
    }

    /// The document, or what is wrong in it. The hash is set when all are written.
    pub fn document(&mut self) -> Result<Document, Vec<Diagnostic>> {
        let files = self.files;
        let Some((file, text)) = files.texts.get(&self.language.tag) else {
            return Ok(self.empty());
        };
        let mut document = self.empty();
        let mut number = 0;
        for raw in &text.sections {
            let heading = self.inlines(file, &raw.heading);
            let blocks = self.blocks(file, raw);
            if raw.kind == SectionKind::Title {
                document.title = plain(&heading);
                document.lead = blocks;
                self.title(file, raw, &document.title);
                continue;
            }
            let finding = raw.kind == SectionKind::Finding;
            number += usize::from(finding);
            document.sections.push(Section {
                id: raw.id.clone(),
                kind: raw.kind,
                number: finding.then_some(number),
                heading,
                blocks,
            });
        }
        document.notes = std::mem::take(&mut self.notes);
        document.notices = self.notices();
        document.panel = panel::panel(self);
        document.figures = method::figures(self);
        document.method = method::method(self);
        document.questions = self.questions();
        document.flow = self.flow();
        if self.problems.is_empty() {
            Ok(document)
        } else {
            Err(std::mem::take(&mut self.problems))
        }
    }

    fn empty(&self) -> Document {
        let settings = &self.files.settings;
        Document {
            id: settings.id.clone(),
            language: self.language.tag.as_str().to_owned(),
            direction: self.language.tag.direction().as_str(),
            title: String::new(),
            lead: Vec::new(),
            organisation: settings.organisation.clone(),
            published: self.labels.date(settings.published),
            published_iso: settings.published.to_string(),
            simulated: self.reports.evidence.simulated,
            notices: Vec::new(),
            sections: Vec::new(),
            notes: Vec::new(),
            panel: Table::default(),
            figures: Table::default(),
            method: Vec::new(),
            questions: Vec::new(),
            flow: Table::default(),
            hash: String::new(),
            labels: self.labels.all(),
        }
    }

    fn error(&mut self, file: &SourceFile, line: usize, what: impl Into<String>) {
        self.problems.push(Diagnostic::error(&file.name, line, what));
    }

    /// A simulated statement says so in its title.
    fn title(&mut self, file: &SourceFile, raw: &RawSection, title: &str) {
        let stem = self.labels.text("simulated-stem", &[]);
        if self.reports.evidence.simulated && !title.to_lowercase().contains(&stem) {
            self.error(
                file,
                raw.line,
                format!("the answers are simulated: the title says so (“{stem}…”)"),
            );
        }
    }

    fn notices(&self) -> Vec<String> {
        let mut notices = Vec::new();
        if self.reports.evidence.simulated {
            notices.push(self.labels.text("notice-simulated", &[]));
        }
        if !is_read(self.language) {
            notices.push(self.labels.text("notice-unread", &[]));
        }
        notices
    }

    fn blocks(&mut self, file: &SourceFile, raw: &RawSection) -> Vec<Block> {
        let mut blocks = Vec::new();
        for block in &raw.blocks {
            match block {
                RawBlock::Paragraph(spans, line) => {
                    blocks.extend(self.paragraph(file, spans, *line));
                }
                RawBlock::Policy(spans, _) => {
                    blocks.push(Block::Policy { content: self.inlines(file, spans) });
                }
                RawBlock::List { ordered, items, .. } => {
                    let items = items.iter().map(|spans| self.inlines(file, spans)).collect();
                    blocks.push(Block::List { ordered: *ordered, items });
                }
            }
        }
        blocks
    }

    /// A paragraph, or the chart or the list of helplines that it stands for.
    fn paragraph(&mut self, file: &SourceFile, spans: &[Span], line: usize) -> Option<Block> {
        match spans {
            [Span::Place(Place::Chart(id), _), title @ ..] => self.plot(file, id, title, line),
            [Span::Place(Place::Helplines(purpose), _)] => self.lines(file, purpose, line),
            _ => Some(Block::Paragraph { content: self.inlines(file, spans) }),
        }
    }

    fn inlines(&mut self, file: &SourceFile, spans: &[Span]) -> Vec<Inline> {
        spans.iter().flat_map(|span| self.inline(file, span)).collect()
    }

    fn inline(&mut self, file: &SourceFile, span: &Span) -> Vec<Inline> {
        match span {
            Span::Text(text, _) => vec![Inline::Text { text: text.clone() }],
            Span::Emphasis(content) => {
                vec![Inline::Emphasis { content: self.inlines(file, content) }]
            }
            Span::Strong(content) => vec![Inline::Strong { content: self.inlines(file, content) }],
            Span::Link { url, content } => {
                vec![Inline::Link { url: url.clone(), content: self.inlines(file, content) }]
            }
            Span::Place(place, line) => self.place(file, place, *line).into_iter().collect(),
        }
    }

    fn place(&mut self, file: &SourceFile, place: &Place, line: usize) -> Option<Inline> {
        match place {
            Place::Literal(text) => Some(Inline::Text { text: text.clone() }),
            Place::Claim { id, form } => {
                match self.values.get(id).map(|value| self.form(value, form)) {
                    Some(Some(text)) => Some(Inline::Claim { id: id.clone(), text }),
                    Some(None) => {
                        self.error(
                            file,
                            line,
                            format!("`{{{id}.{form}}}`: this claim has no such form"),
                        );
                        None
                    }
                    // Said where claims are checked.
                    None => None,
                }
            }
            Place::Notes(cites) => self.note(file, cites, line),
            Place::Data(form) => match self.data(form) {
                Some(text) => Some(Inline::Text { text }),
                None => {
                    self.error(
                        file,
                        line,
                        format!("`{{data.{form}}}` is no place; there are data.from and data.to"),
                    );
                    None
                }
            },
            Place::Chart(_) | Place::Helplines(_) => {
                self.error(
                    file,
                    line,
                    "a chart or a list of helplines begins a paragraph of its own",
                );
                None
            }
        }
    }

    /// A claim in one of its forms.
    fn form(&self, value: &Value, form: &str) -> Option<String> {
        let labels = self.labels;
        Some(match (value, form) {
            (Value::Share(own), "percent") => labels.share(own.share),
            (Value::Share(own), "words") => labels.words(*own),
            (Value::Share(own), "Words") => capitalised(&labels.words(*own)),
            (Value::Share(own), "n") => labels.people(own.base),
            (Value::Share(own), "count") => labels.people(own.count),
            (Value::Share(own), "interval") => labels.interval(own.interval.low, own.interval.high),
            (Value::Difference { compared, .. }, "points") => labels.points(whole(compared.points)),
            (Value::Difference { compared, .. }, "interval") => {
                labels.points_interval(compared.low, compared.high)
            }
            (Value::Difference { group, .. }, "group") => labels.share(group.share),
            (Value::Difference { rest, .. }, "rest") => labels.share(rest.share),
            (Value::Difference { group, .. }, "n") => labels.people(group.base),
            (Value::Count(count), "count") => labels.people(*count),
            (Value::Change { percent, .. }, "percent") => labels.change(whole(*percent)),
            (Value::Figure(figure), "value") => {
                method::figure_value(labels, figure.unit, figure.value)
            }
            (Value::Figure(figure), "words") if figure.unit == Unit::Percent => {
                let count = u64::try_from(figure.value).ok()?;
                labels.text(&crate::words::message(count, 100), &[])
            }
            _ => return None,
        })
    }

    fn note(
        &mut self,
        file: &SourceFile,
        cites: &[(String, Option<String>)],
        line: usize,
    ) -> Option<Inline> {
        let cites: Vec<Cite<'_>> = cites
            .iter()
            .map(|(id, pinpoint)| Cite { source: id, pinpoint: pinpoint.as_deref() })
            .collect();
        match self.citer.note(&cites) {
            Ok(runs) => {
                let number = self.notes.len() + 1;
                self.notes.push(Note { number, content: runs.into_iter().map(note_run).collect() });
                Some(Inline::Note { number })
            }
            Err(error) => {
                self.error(file, line, error.to_string());
                None
            }
        }
    }

    /// The first or the last day of the weeks in which answers came.
    fn data(&mut self, form: &str) -> Option<String> {
        let (first, last) = self.weeks()?;
        match form {
            "from" => Some(self.labels.date(first)),
            "to" => Some(self.labels.date(last)),
            _ => None,
        }
    }

    /// Monday of the first week and Sunday of the last.
    pub fn weeks(&mut self) -> Option<(Date, Date)> {
        let sample = self.samples().first()?.id.clone();
        let report = self.reports.report(&sample, self.files.settings.numbers).ok()?;
        let (first, last) = report.weeks.as_ref()?;
        Some((day(first, Weekday::Monday)?, day(last, Weekday::Sunday)?))
    }

    /// The samples that claims and charts count, in the order of their file.
    pub fn samples(&self) -> Vec<&'r Sample> {
        let claims = self.files.claims.list.iter().filter_map(|claim| claim.kind.sample());
        let charts = self.files.charts.iter().map(|chart| chart.sample.as_str());
        let used: BTreeSet<&str> = claims.chain(charts).collect();
        let samples = self.reports.evidence.samples;
        samples.iter().filter(|sample| used.contains(sample.id.as_str())).collect()
    }

    /// A sample in a sentence.
    pub fn sample_title(&self, id: &str) -> String {
        let sample = self.reports.evidence.samples.iter().find(|sample| sample.id == id);
        let title = |sample: &Sample| {
            sample.titles.get(self.language.tag.as_str()).unwrap_or(&sample.title).clone()
        };
        sample.map_or_else(|| id.to_owned(), title)
    }

    pub fn group_name(&self) -> &'a str {
        self.files.settings.group_name.get(&self.language.tag).map_or("", String::as_str)
    }

    pub fn rest_name(&self) -> &'a str {
        self.files.settings.rest_name.get(&self.language.tag).map_or("", String::as_str)
    }

    fn plot(&mut self, file: &SourceFile, id: &str, title: &[Span], line: usize) -> Option<Block> {
        let spec = self.files.charts.iter().find(|chart| chart.id.get_ref() == id)?;
        let title = plain(&self.inlines(file, title)).trim().to_owned();
        if title.is_empty() {
            self.error(file, line, format!("chart `{id}` has no title; say the finding after it"));
        }
        let drawer = Drawer {
            labels: self.labels,
            language: &self.language.tag,
            group: self.group_name(),
            rest: self.rest_name(),
        };
        let numbers = self.files.settings.numbers;
        let report = self.reports.report(&spec.sample, numbers).cloned();
        let drawn = report.and_then(|report| drawer.draw(spec, &title, &report, self.reports));
        match drawn {
            Ok(drawn) => Some(Block::Plot(Plot {
                id: id.to_owned(),
                caption: self.caption(spec, &drawn.bases),
                title,
                svg: drawn.svg,
                svg_narrow: drawn.svg_narrow,
                alt: drawn.alt,
            })),
            Err(what) => {
                let charts = &self.files.sources.charts;
                let at = line_of(charts, spec.id.span().start);
                self.error(charts, at, format!("chart `{id}` {what}"));
                None
            }
        }
    }

    /// n, base, interval and sample under a chart.
    fn caption(&self, spec: &ChartSpec, bases: &[(u64, u64)]) -> Vec<String> {
        let labels = self.labels;
        let mut caption = Vec::new();
        for (group, rest) in bases {
            let (group, rest) = (labels.people(*group), labels.people(*rest));
            let args = [
                ("group", Arg::Text(&group)),
                ("groupname", Arg::Text(self.group_name())),
                ("rest", Arg::Text(&rest)),
                ("restname", Arg::Text(self.rest_name())),
            ];
            caption.push(labels.text("caption-n", &args));
        }
        caption.push(labels.text("caption-base", &[]));
        caption.push(labels.text("caption-interval", &[]));
        let title = self.sample_title(&spec.sample);
        caption.push(labels.text("caption-sample", &[("sample", Arg::Text(&title))]));
        if self.reports.evidence.simulated {
            caption.push(labels.text("caption-simulated", &[]));
        }
        caption
    }

    fn lines(&mut self, file: &SourceFile, purpose: &str, line: usize) -> Option<Block> {
        let Some(known) = directory::Purpose::parse(purpose) else {
            self.error(file, line, format!("`{purpose}` is no purpose of the directory"));
            return None;
        };
        let tag = &self.language.tag;
        let found = self.reports.evidence.helplines.find(known, tag);
        if found.is_empty() {
            self.error(file, line, format!("the directory has no line for `{purpose}` in `{tag}`"));
            return None;
        }
        let Some(speech) = self.reports.evidence.helplines.speech(tag) else {
            self.error(file, line, format!("the directory has no words in `{tag}`"));
            return None;
        };
        let items = found.into_iter().map(|own| service::line(own, &speech, self.labels));
        Some(Block::Lines { items: items.collect() })
    }
}

/// The words of runs, without notes.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Claim { text, .. } => text.clone(),
        Inline::Emphasis { content }
        | Inline::Strong { content }
        | Inline::Link { content, .. } => plain(content),
        Inline::Note { .. } => String::new(),
    };
    inlines.iter().map(words).collect()
}

fn note_run(run: Run) -> NoteRun {
    match run {
        Run::Text(text) => NoteRun::Text { text },
        Run::Italic(text) => NoteRun::Italic { text },
        Run::Link { url, text } => NoteRun::Link { url, text },
        Run::NoteRef { note, text } => {
            NoteRun::Reference { number: usize::try_from(note).unwrap_or(usize::MAX), text }
        }
    }
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A day of a week such as `2021-W18`.
fn day(week: &str, weekday: Weekday) -> Option<Date> {
    let (year, week) = week.split_once("-W")?;
    ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, weekday).ok().map(ISOWeekDate::date)
}
