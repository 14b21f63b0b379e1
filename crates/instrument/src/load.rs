//! From the text of an instrument's files to an [`Instrument`], or to what is wrong with them.

use std::collections::{BTreeMap, BTreeSet};

use locale::{Catalogue, LanguageTag};
use toml::Spanned;

use crate::check::check;
use crate::model::{Care, Choice, Honesty, Instrument, Kind, Page, Question};
use crate::{Condition, Diagnostic, Level, Missing, Texts, raw};

/// A file's name, as messages shall call it, and its text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// The name.
    pub name: String,
    /// The text.
    pub text: String,
}

/// The files of one instrument's folder.
#[derive(Debug, Clone)]
pub struct Sources {
    /// `instrument.toml`.
    pub instrument: SourceFile,
    /// Every `xx.ftl` by the language its name says.
    pub texts: BTreeMap<String, SourceFile>,
}

/// An instrument with its texts.
#[derive(Debug)]
pub struct Loaded {
    /// Its structure.
    pub instrument: Instrument,
    /// Its texts.
    pub texts: Texts,
}

/// Reads and checks an instrument. It is returned only when no diagnostic is an error.
pub fn load(sources: &Sources) -> (Option<Loaded>, Vec<Diagnostic>) {
    let mut reader = Reader::new(&sources.instrument);
    let raw: raw::Instrument = match toml::from_str(&sources.instrument.text) {
        Ok(raw) => raw,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            reader.error_at(at, error.message().to_owned());
            return (None, reader.found);
        }
    };
    let instrument = reader.instrument(&raw);
    let texts = reader.texts(&sources.texts, instrument.as_ref());
    let mut found = reader.found;
    if let Some(instrument) = &instrument {
        found.extend(check(instrument, &sources.instrument, &texts));
    }
    found.sort();
    let broken = found.iter().any(|diagnostic| diagnostic.level == Level::Error);
    let loaded = instrument.filter(|_| !broken);
    (loaded.map(|instrument| Loaded { instrument, texts }), found)
}

/// The codes of the options of the questions read so far, for conditions to look up.
type Seen = BTreeMap<String, Question>;

struct Reader<'a> {
    file: &'a SourceFile,
    found: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(file: &'a SourceFile) -> Self {
        Self { file, found: Vec::new() }
    }

    fn error_at(&mut self, byte: usize, what: impl Into<String>) {
        let line = self.file.text.bytes().take(byte).filter(|b| *b == b'\n').count() + 1;
        self.found.push(Diagnostic::error(&self.file.name, line, what));
    }

    fn error<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.error_at(at.span().start, what);
    }

    fn instrument(&mut self, raw: &raw::Instrument) -> Option<Instrument> {
        if !is_id(raw.id.get_ref(), '-') {
            self.error(&raw.id, "an instrument's id is made of a-z, 0-9 and hyphens");
        }
        let source = self.tag(&raw.source)?;
        let languages = raw.language.clone();
        if !languages.iter().any(|language| language.tag == source) {
            self.error(&raw.source, "the source language has no [[language]] of its own");
        }
        let (pages, seen) = self.pages(&raw.page);
        let care = raw.care.iter().filter_map(|care| self.care(care, &seen)).collect();
        let honesty = raw.honesty.as_ref().and_then(|raw| self.honesty(raw, &seen));
        if pages.is_empty() {
            self.error(&raw.id, "the instrument has no [[page]]");
        }
        let id = raw.id.get_ref().clone();
        Some(Instrument { id, version: raw.version, source, languages, pages, care, honesty })
    }

    fn tag(&mut self, raw: &Spanned<String>) -> Option<LanguageTag> {
        let tag = LanguageTag::parse(raw.get_ref());
        tag.map_err(|bad| self.error(raw, bad.to_string())).ok()
    }

    fn pages(&mut self, raw: &[raw::Page]) -> (Vec<Page>, Seen) {
        let mut seen = Seen::new();
        let mut pages: Vec<Page> = Vec::new();
        for raw in raw {
            let id = raw.id.get_ref().clone();
            if !is_id(&id, '-') {
                self.error(&raw.id, "a page's id is made of a-z, 0-9 and hyphens");
            }
            if pages.iter().any(|page| page.id == id) {
                self.error(&raw.id, format!("page `{id}` is here a second time"));
            }
            let when = raw.when.as_ref().and_then(|when| self.condition(when, &seen));
            let mut questions: Vec<Question> = Vec::new();
            for raw in &raw.question {
                let question = self.question(raw, &seen);
                let twice = |own: &Question| own.id == question.id;
                if seen.contains_key(&question.id) || questions.iter().any(twice) {
                    self.error(&raw.id, format!("question `{}` is here twice", question.id));
                }
                questions.push(question);
            }
            if questions.is_empty() {
                self.error(&raw.id, format!("page `{id}` has no [[page.question]]"));
            }
            // A condition may look back, never at its own page: there is no script on the page.
            seen.extend(questions.iter().map(|q| (q.id.clone(), q.clone())));
            pages.push(Page { id, when, questions });
        }
        (pages, seen)
    }

    fn question(&mut self, raw: &raw::Question, seen: &Seen) -> Question {
        let id = raw.id.get_ref().clone();
        if !is_id(&id, '_') || id.len() > 32 {
            let what =
                "a question's id is made of a-z, 0-9 and _, at most 32 (it names a variable)";
            self.error(&raw.id, what);
        }
        let mut offer = Vec::new();
        for name in &raw.offer {
            match Missing::offered(name.get_ref()) {
                Some(missing) => offer.push(missing),
                None => self.error(name, "only `refused` and `dont_know` can be offered"),
            }
        }
        let when = raw.when.as_ref().and_then(|when| self.condition(when, seen));
        Question { id, when, kind: self.kind(raw), offer }
    }

    fn kind(&mut self, raw: &raw::Question) -> Kind {
        self.refuse_foreign_keys(raw);
        match raw.kind {
            raw::Kind::Single => Kind::Single(self.choices(raw)),
            raw::Kind::Multiple => {
                let choices = self.choices(raw);
                let mut exclusive = Vec::new();
                for name in &raw.exclusive {
                    match choices.iter().find(|choice| choice.id == *name.get_ref()) {
                        Some(choice) => exclusive.push(choice.code),
                        None => {
                            self.error(name, format!("no option is called `{}`", name.get_ref()))
                        }
                    }
                }
                Kind::Multiple { choices, exclusive }
            }
            raw::Kind::Scale => {
                let (min, max) = self.bounds(raw, 0, 10);
                Kind::Scale { min, max }
            }
            raw::Kind::Number => {
                let (min, max) = self.bounds(raw, 0, 1_000_000_000);
                if !tiles(&raw.bands, min, max) {
                    let what = format!("`bands` must follow one another from {min} to {max}");
                    self.error(&raw.id, what);
                }
                Kind::Number { min, max, bands: raw.bands.clone() }
            }
            raw::Kind::Text => match raw.max_chars {
                Some(max_chars @ 1..) => Kind::Text { max_chars },
                _ => {
                    self.error(&raw.id, "a text needs `max_chars`, at least 1");
                    Kind::Text { max_chars: 1 }
                }
            },
        }
    }

    /// A key that the kind does not read is a slip that would otherwise pass in silence.
    fn refuse_foreign_keys(&mut self, raw: &raw::Question) {
        use raw::Kind::{Multiple, Number, Scale, Single, Text};
        let keys: [(&str, bool, &[raw::Kind]); 6] = [
            ("options", !raw.options.is_empty(), &[Single, Multiple]),
            ("exclusive", !raw.exclusive.is_empty(), &[Multiple]),
            ("min", raw.min.is_some(), &[Scale, Number]),
            ("max", raw.max.is_some(), &[Scale, Number]),
            ("bands", !raw.bands.is_empty(), &[Number]),
            ("max_chars", raw.max_chars.is_some(), &[Text]),
        ];
        for (key, given, kinds) in keys {
            if given && !kinds.contains(&raw.kind) {
                self.error(&raw.id, format!("this kind of question has no `{key}`"));
            }
        }
    }

    fn bounds(&mut self, raw: &raw::Question, least: i64, most: i64) -> (i64, i64) {
        match (raw.min, raw.max) {
            (Some(min), Some(max)) if least <= min && min < max && max <= most => (min, max),
            _ => {
                let what = format!("needs `min` below `max`, both between {least} and {most}");
                self.error(&raw.id, what);
                (0, 1)
            }
        }
    }

    fn choices(&mut self, raw: &raw::Question) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        let mut codes = BTreeSet::new();
        for option in &raw.options {
            let id = option.id.get_ref().clone();
            if !is_id(&id, '_') {
                self.error(&option.id, "an option's id is made of a-z, 0-9 and _");
            }
            if RESERVED.contains(&id.as_str()) || Missing::offered(&id).is_some() {
                self.error(&option.id, format!("an option cannot be called `{id}`"));
            }
            if choices.iter().any(|choice| choice.id == id) {
                self.error(&option.id, format!("option `{id}` is here a second time"));
            }
            match option.code {
                None => self.error(&option.id, format!("option `{id}` has no `code`")),
                Some(code) if code < 0 => {
                    self.error(&option.id, "codes below 0 stand for answers that are missing");
                }
                Some(code) if !codes.insert(code) => {
                    self.error(&option.id, format!("code {code} stands for another option"));
                }
                Some(code) => choices.push(Choice { id, code }),
            }
        }
        if raw.options.len() < 2 {
            self.error(&raw.id, "needs at least two `options`");
        }
        choices
    }

    fn care(&mut self, raw: &raw::Care, seen: &Seen) -> Option<Care> {
        let when = self.condition(&raw.when, seen)?;
        Some(Care { id: raw.id.get_ref().clone(), when, help: raw.help.clone() })
    }

    fn honesty(&mut self, raw: &Spanned<raw::Condition>, seen: &Seen) -> Option<Honesty> {
        match self.condition(raw, seen)? {
            Condition::Is { question, codes } => Some(Honesty { question, is: codes }),
            _ => {
                self.error(raw, "`honesty` names a question and its options with `is`");
                None
            }
        }
    }

    fn condition(&mut self, raw: &Spanned<raw::Condition>, seen: &Seen) -> Option<Condition> {
        self.condition_at(raw.span().start, raw.get_ref(), seen)
    }

    fn condition_at(&mut self, at: usize, raw: &raw::Condition, seen: &Seen) -> Option<Condition> {
        if let Some(id) = &raw.question {
            return self.comparison(at, id, raw, seen);
        }
        let mut list = |parts: &[raw::Condition]| -> Option<Vec<Condition>> {
            parts.iter().map(|part| self.condition_at(at, part, seen)).collect()
        };
        match (&raw.all, &raw.any, &raw.not) {
            (Some(parts), None, None) => list(parts).map(Condition::All),
            (None, Some(parts), None) => list(parts).map(Condition::Any),
            (None, None, Some(part)) => {
                let part = self.condition_at(at, part, seen)?;
                Some(Condition::Not(Box::new(part)))
            }
            _ => {
                self.error_at(at, "a condition has one of `question`, `all`, `any` and `not`");
                None
            }
        }
    }

    fn comparison(
        &mut self,
        at: usize,
        id: &str,
        raw: &raw::Condition,
        seen: &Seen,
    ) -> Option<Condition> {
        let Some(question) = seen.get(id) else {
            let what = format!("no earlier page asks `{id}`; a condition can only look back");
            self.error_at(at, what);
            return None;
        };
        let numeric = matches!(question.kind, Kind::Scale { .. } | Kind::Number { .. });
        match (&raw.is, raw.at_least, raw.at_most) {
            (Some(names), None, None) if !question.choices().is_empty() => {
                let mut codes = Vec::new();
                for name in names {
                    match question.code_of(name) {
                        Some(code) => codes.push(code),
                        None => self.error_at(at, format!("`{id}` has no option `{name}`")),
                    }
                }
                Some(Condition::Is { question: id.to_owned(), codes })
            }
            (None, least, most) if numeric && (least.is_some() || most.is_some()) => {
                let (least, most) = (least.unwrap_or(i64::MIN), most.unwrap_or(i64::MAX));
                Some(Condition::Between { question: id.to_owned(), least, most })
            }
            _ => {
                let what = format!(
                    "`{id}` is compared with `is` if it has options, with `at_least` or `at_most` \
                     if it is a scale or a number"
                );
                self.error_at(at, what);
                None
            }
        }
    }

    fn texts(
        &mut self,
        files: &BTreeMap<String, SourceFile>,
        instrument: Option<&Instrument>,
    ) -> Texts {
        let mut catalogues = BTreeMap::new();
        for (tag, file) in files {
            let declared = LanguageTag::parse(tag)
                .ok()
                .filter(|tag| instrument.is_none_or(|own| own.language(tag).is_some()));
            let Some(tag) = declared else {
                let what = format!("no [[language]] of the instrument is called `{tag}`");
                self.found.push(Diagnostic::error(&file.name, 1, what));
                continue;
            };
            match Catalogue::parse(&tag, &file.name, &file.text) {
                Ok(catalogue) => _ = catalogues.insert(tag, catalogue),
                Err(errors) => self
                    .found
                    .extend(errors.into_iter().map(|e| Diagnostic::error(&e.file, e.line, e.what))),
            }
        }
        Texts::new(catalogues)
    }
}

/// Attribute names that mean something else than an option.
const RESERVED: [&str; 6] = ["hint", "high", "lead", "low", "text", "unit"];

fn is_id(text: &str, joint: char) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

/// Whether the bands follow one another without gap or overlap from `min` to `max`.
fn tiles(bands: &[(i64, i64)], min: i64, max: i64) -> bool {
    let ends = bands.first().map(|band| band.0) == Some(min)
        && bands.last().map(|band| band.1) == Some(max);
    ends && bands.iter().all(|(low, high)| low <= high)
        && bands.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0)
}
