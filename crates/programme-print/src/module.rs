//! Modules with their questions in place.

use locale::Arg;
use programme::{Kind, ModuleText, Programme, Span};

use crate::EditionError;
use crate::edition::{Block, Module, Part, Run, Section};
use crate::question::question;
use crate::words::Words;

/// Everything that modules are written from.
pub(crate) struct Modules<'a> {
    programme: &'a Programme,
    words: &'a Words<'a>,
}

impl<'a> Modules<'a> {
    /// The modules of a programme.
    pub fn new(programme: &'a Programme, words: &'a Words<'a>) -> Self {
        Self { programme, words }
    }

    /// Every part with its modules.
    pub fn parts(&self) -> Result<Vec<Part>, EditionError> {
        let total = number(self.programme.modules().count());
        let mut current = 0;
        let mut parts = Vec::new();
        for (at, own) in self.programme.parts.iter().enumerate() {
            let mut modules = Vec::new();
            for module in &own.modules {
                current += 1;
                let text = self.programme.text(self.words.language, &module.id);
                let text =
                    text.ok_or_else(|| EditionError::Language(self.words.language.clone()))?;
                let args = [("current", Arg::Number(current)), ("total", total)];
                modules.push(Module {
                    number: self.words.say("module-number", &args)?,
                    ..self.module(module, text)?
                });
            }
            let part = (at + 1).to_string();
            let message = format!("part-{}", own.id);
            parts.push(Part {
                number: self.words.say("part-of", &[("part", Arg::Text(&part))])?,
                title: self.words.plain(&message)?,
                lead: self.words.plain(&format!("{message}.lead"))?,
                id: own.id.clone(),
                modules,
            });
        }
        Ok(parts)
    }

    fn module(&self, own: &programme::Module, text: &ModuleText) -> Result<Module, EditionError> {
        let mut sections = Vec::new();
        for section in &text.sections {
            let blocks = self.blocks(&section.blocks);
            let id = format!("{}-{}", own.id, section.id);
            let kind = kind(section.kind);
            sections.push(Section { id, kind, title: section.title.clone(), blocks });
        }
        let minutes = [("minutes", Arg::Number(own.minutes.into()))];
        Ok(Module {
            id: own.id.clone(),
            number: String::new(),
            title: text.title.clone(),
            minutes: self.words.say("reading-time", &minutes)?,
            reviews: self.reviews(&own.id)?,
            lead: self.blocks(&text.lead),
            sections,
        })
    }

    /// Blocks with questions in their places.
    fn blocks(&self, blocks: &[programme::Block]) -> Vec<Block> {
        let block = |block: &programme::Block| match block {
            programme::Block::Paragraph(spans) => Some(Block::Paragraph { runs: runs(spans) }),
            programme::Block::List(items) => {
                Some(Block::List { items: items.iter().map(|own| runs(own)).collect() })
            }
            programme::Block::Exercise(id) => {
                question(self.programme, self.words, id).map(Block::Question)
            }
        };
        blocks.iter().filter_map(block).collect()
    }

    /// Who has read a module, or that nobody has.
    fn reviews(&self, module: &str) -> Result<Vec<String>, EditionError> {
        if !self.programme.is_reviewed(self.words.language, module) {
            return Ok(vec![self.words.plain("review-notice-module")?]);
        }
        let said = |own: &programme::Review| {
            let id = match own.kind {
                programme::ReviewKind::Clinician => "review-done-clinician",
                programme::ReviewKind::NativeSpeaker => "review-done-native",
            };
            let day = own.on.parse().map(|day| self.words.formats.date(day));
            let date = day.unwrap_or_else(|_| own.on.clone());
            self.words.say(id, &[("by", Arg::Text(&own.by)), ("date", Arg::Text(&date))])
        };
        self.programme.reviews_of(self.words.language, module).map(said).collect()
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Note => "note",
        Kind::Thought => "thought",
        Kind::Exercise => "exercise",
        Kind::Summary => "summary",
    }
}

fn number(number: usize) -> Arg<'static> {
    Arg::Number(u64::try_from(number).unwrap_or(u64::MAX))
}

fn runs(spans: &[Span]) -> Vec<Run> {
    let run = |span: &Span| Run {
        text: span.text.clone(),
        strong: span.strong,
        emphasis: span.emphasis,
        to: span.to.clone(),
    };
    spans.iter().map(run).collect()
}
