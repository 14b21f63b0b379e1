//! Reads and checks the programme's folder.

use std::collections::{BTreeMap, BTreeSet};

use instrument::{Diagnostic, Kind as Asked, Level, Loaded, SourceFile, Sources};
use locale::{Catalogue, Language, LanguageTag, Staleness, Status, SyntaxError};
use serde::de::DeserializeOwned;

use crate::model::{Module, Part, Programme, Review, Sheet};
use crate::parts::check_parts;
use crate::text::{Kind, Mark, ModuleText, line_of, parse};
use crate::{Scoring, check_words, raw};

/// The files of the programme's folder by their path in it, with `/`; text files only.
pub type Files = BTreeMap<String, String>;

/// Parts of instruments: a folder of the programme each.
const INSTRUMENTS: [&str; 3] = ["exercises", "self-check", "feedback"];

/// Reads and checks a programme. It is returned only when no diagnostic is an error.
pub fn load(files: &Files) -> (Option<Programme>, Vec<Diagnostic>) {
    let mut reader = Reader { files, found: Vec::new() };
    let programme = reader.programme();
    let mut found = reader.found;
    if let Some(programme) = &programme {
        found.extend(check_parts(programme));
        found.extend(check_words(programme, files));
    }
    found.sort();
    let broken = found.iter().any(|diagnostic| diagnostic.level == Level::Error);
    (programme.filter(|_| !broken), found)
}

/// Writes into the headings of every translated module, and above every translated message, the hash of
/// its source; returns the files that changed. Whoever calls this says that the translations fit the
/// source as it is now.
///
/// # Errors
/// What is wrong with a text.
pub fn stamp(files: &Files) -> Result<Files, Vec<Diagnostic>> {
    let mut stamped = Files::new();
    let sources = files.iter().filter_map(|(path, text)| Some((path.strip_prefix(SOURCE)?, text)));
    for (name, text) in sources {
        let source = parse(&file(&format!("{SOURCE}{name}"), text))?;
        let marks = |id: &str| source.marks().find(|(own, _)| *own == id).map(|(_, mark)| mark);
        let translated = files.iter().filter(|(path, _)| {
            let parts: Vec<&str> = path.split('/').collect();
            matches!(parts[..], ["modules", _, last] if last == name) && !path.starts_with(SOURCE)
        });
        for (path, text) in translated {
            let own = parse(&file(path, text))?;
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            for (id, mark) in own.marks() {
                if let (Some(from), Some(line)) = (marks(id), lines.get_mut(mark.line - 1)) {
                    *line = locale::mark_heading(line, &from.hash);
                }
            }
            lines.push(String::new());
            let new = lines.join("\n");
            if new != *text {
                stamped.insert(path.clone(), new);
            }
        }
    }
    stamped.extend(stamp_messages(files)?);
    Ok(stamped)
}

/// The same for the texts around the modules.
fn stamp_messages(files: &Files) -> Result<Files, Vec<Diagnostic>> {
    let Some(source) = files.get(AROUND) else { return Ok(Files::new()) };
    let tag = LanguageTag::parse("en").map_err(|_| Vec::new())?;
    let slips = |errors: Vec<SyntaxError>| {
        let slip = |own: SyntaxError| Diagnostic::error(AROUND, own.line, own.what);
        errors.into_iter().map(slip).collect::<Vec<_>>()
    };
    let source = Catalogue::parse(&tag, AROUND, source).map_err(slips)?;
    let translated = files
        .iter()
        .filter(|(name, _)| !name.contains('/') && name.ends_with(".ftl") && *name != AROUND);
    let stamped = translated.map(|(name, text)| (name.clone(), locale::stamp(text, &source)));
    Ok(stamped.filter(|(name, text)| files.get(name) != Some(text)).collect())
}

/// Where the texts lie from which the others are translated.
const SOURCE: &str = "modules/en/";
const AROUND: &str = "en.ftl";

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: text.to_owned() }
}

impl ModuleText {
    /// The marks of all headings; the title has no id.
    fn marks(&self) -> impl Iterator<Item = (&str, &Mark)> {
        let sections = self.sections.iter().map(|section| (section.id.as_str(), &section.mark));
        [("", &self.head)].into_iter().chain(sections)
    }

    /// What two languages must have in common.
    fn shape(&self) -> Vec<(&str, Kind)> {
        self.sections.iter().map(|section| (section.id.as_str(), section.kind)).collect()
    }
}

struct Reader<'a> {
    files: &'a Files,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn error(&mut self, file: &str, line: usize, what: impl Into<String>) {
        self.found.push(Diagnostic::error(file, line, what));
    }

    fn programme(&mut self) -> Option<Programme> {
        let raw: raw::Programme = self.toml("programme.toml")?;
        let [exercises, self_check, feedback] = INSTRUMENTS.map(|name| self.instrument(name));
        let scoring: Scoring = self.toml("self-check/scoring.toml")?;
        let texts = self.catalogues(&raw.language);
        let modules = self.modules(&raw);
        let (exercises, self_check, feedback) = (exercises?, self_check?, feedback?);
        let programme = build(raw, [exercises, self_check, feedback], scoring, texts, modules);
        self.exercises(&programme);
        self.sheets(&programme);
        self.self_check(&programme);
        self.reviews(&programme);
        self.messages(&programme);
        Some(programme)
    }

    fn toml<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let Some(text) = self.files.get(name) else {
            self.error(name, 1, "the file is missing");
            return None;
        };
        toml::from_str(text)
            .map_err(|error| {
                let line = line_of(text, error.span().map_or(0, |span| span.start));
                self.error(name, line, error.message().trim());
            })
            .ok()
    }

    fn instrument(&mut self, folder: &str) -> Option<Loaded> {
        let of = |name: &str| {
            let name = format!("{folder}/{name}");
            let text = self.files.get(&name)?;
            Some(file(&name, text))
        };
        let Some(instrument) = of("instrument.toml") else {
            self.error(&format!("{folder}/instrument.toml"), 1, "the file is missing");
            return None;
        };
        let tags = self
            .files
            .keys()
            .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".ftl"));
        let texts = tags.filter_map(|tag| Some((tag.to_owned(), of(&format!("{tag}.ftl"))?)));
        let sources = Sources { instrument, texts: texts.collect() };
        let (loaded, found) = instrument::load(&sources);
        self.found.extend(found);
        loaded
    }

    fn catalogues(&mut self, languages: &[Language]) -> BTreeMap<LanguageTag, Catalogue> {
        let mut texts = BTreeMap::new();
        for language in languages.iter().filter(|own| own.status == Status::Published) {
            let name = format!("{}.ftl", language.tag);
            match self.files.get(&name).map(|text| Catalogue::parse(&language.tag, &name, text)) {
                None => self.error(&name, 1, "the file is missing"),
                Some(Err(errors)) => {
                    for error in errors {
                        self.error(&name, error.line, error.what);
                    }
                }
                Some(Ok(catalogue)) => drop(texts.insert(language.tag.clone(), catalogue)),
            }
        }
        texts
    }

    fn modules(&mut self, raw: &raw::Programme) -> BTreeMap<(LanguageTag, String), ModuleText> {
        let mut modules = BTreeMap::new();
        let published: Vec<_> =
            raw.language.iter().filter(|own| own.status == Status::Published).collect();
        for module in raw.part.iter().flat_map(|part| &part.module) {
            for language in &published {
                let name = format!("modules/{}/{}.md", language.tag, module.id);
                let Some(text) = self.files.get(&name) else {
                    self.error(&name, 1, "the file is missing");
                    continue;
                };
                match parse(&file(&name, text)) {
                    Ok(text) => {
                        modules.insert((language.tag.clone(), module.id.clone()), text);
                    }
                    Err(found) => self.found.extend(found),
                }
            }
        }
        self.translations(&modules);
        modules
    }

    /// Every translation has its source's sections, and is not older than they are.
    fn translations(&mut self, modules: &BTreeMap<(LanguageTag, String), ModuleText>) {
        for ((tag, module), text) in modules {
            let name = format!("modules/{tag}/{module}.md");
            if name.starts_with(SOURCE) {
                continue;
            }
            let source = modules.iter().find(|((tag, id), _)| tag.as_str() == "en" && id == module);
            let Some((_, source)) = source else { continue };
            if source.shape() != text.shape() || source.exercises() != text.exercises() {
                let what =
                    "its sections, their classes or its exercises are not those of the source";
                self.error(&name, 1, what);
                continue;
            }
            for ((_, mark), (_, from)) in text.marks().zip(source.marks()) {
                let what = match Staleness::of(mark.source.as_deref(), &from.hash) {
                    Staleness::Fresh => continue,
                    Staleness::Stale => "the source of this section has changed since",
                    Staleness::Unstamped => "this section carries no hash of its source",
                };
                let what = format!("{what}; compare it, then run `suoja programme stamp`");
                self.error(&name, mark.line, what);
            }
        }
    }

    /// Every exercise stands in its module's text and on the module's page, and nowhere else.
    fn exercises(&mut self, programme: &Programme) {
        let modules: Vec<Module> = programme.modules().map(|(_, own)| own.clone()).collect();
        for module in &modules {
            let page = programme.exercises.instrument.page_index(&module.id);
            let page = page.map(|at| &programme.exercises.instrument.pages[at].questions);
            let asked: Option<Vec<&str>> =
                page.map(|questions| questions.iter().map(|own| own.id.as_str()).collect());
            let stated: Vec<&str> = module.exercises.iter().map(String::as_str).collect();
            if asked.as_ref() != Some(&stated) {
                let what = format!("its page `{}` must ask {stated:?}, in this order", module.id);
                self.error("exercises/instrument.toml", 1, what);
            }
            for ((tag, id), text) in &programme.modules {
                if *id == module.id && text.exercises() != stated {
                    let name = format!("modules/{tag}/{id}.md");
                    self.error(&name, 1, format!("the text must have the places {stated:?}"));
                }
            }
        }
        let pages = programme.exercises.instrument.pages.len();
        if pages != modules.len() {
            let what = format!("{pages} pages for {} modules", modules.len());
            self.error("exercises/instrument.toml", 1, what);
        }
    }

    fn sheets(&mut self, programme: &Programme) {
        for sheet in &programme.sheets {
            let unknown = sheet.questions.iter().find(|id| programme.question(id).is_none());
            if let Some(id) = unknown {
                let what = format!("sheet `{}` names `{id}`, which no exercise asks", sheet.id);
                self.error("programme.toml", 1, what);
            }
            // What brings help first is not laid on a sheet that may lie about.
            let caring = programme.exercises.instrument.care.iter();
            let caring: BTreeSet<&str> = caring.flat_map(|care| care.when.questions()).collect();
            if let Some(id) = sheet.questions.iter().find(|id| caring.contains(id.as_str())) {
                let what = format!("sheet `{}` would show `{id}`, a question of care", sheet.id);
                self.error("programme.toml", 1, what);
            }
        }
    }

    fn self_check(&mut self, programme: &Programme) {
        const NAME: &str = "self-check/scoring.toml";
        let mut highest = 0;
        for id in &programme.scoring.items {
            match programme.self_check.instrument.question(id).map(|own| &own.kind) {
                Some(Asked::Scale { min: 0, max }) => {
                    highest += u32::try_from(*max).unwrap_or_default();
                }
                _ => self.error(NAME, 1, format!("item `{id}` must be a scale from 0")),
            }
        }
        for slip in programme.scoring.slips(highest) {
            self.error(NAME, 1, slip);
        }
    }

    fn reviews(&mut self, programme: &Programme) {
        for review in &programme.reviews {
            if programme.module(&review.module).is_none() {
                let what = format!("a review of `{}`, which is no module", review.module);
                self.error("programme.toml", 1, what);
            }
            let on = review.on.parse::<toml::value::Datetime>();
            let is_day = on.is_ok_and(|on| on.date.is_some() && on.time.is_none());
            if !is_day || review.by.trim().is_empty() {
                let what = format!("the review of `{}` needs `by` and a day `on`", review.module);
                self.error("programme.toml", 1, what);
            }
        }
    }

    /// Every message of the source stands in every language, whole and not older than it; and every
    /// part, sheet and band has its message.
    fn messages(&mut self, programme: &Programme) {
        let Some((_, source)) = programme.texts.iter().find(|(tag, _)| tag.as_str() == "en") else {
            return self.error("en.ftl", 1, "the file is missing");
        };
        let parts = programme.parts.iter().map(|part| format!("part-{}", part.id));
        let sheets = programme.sheets.iter().map(|sheet| format!("sheet-{}", sheet.id));
        let bands = programme.scoring.band.iter().map(|band| format!("self-check-{}", band.id));
        for id in parts.chain(sheets).chain(bands) {
            if !source.entries().contains_key(&id) {
                self.error("en.ftl", 1, format!("message `{id}` is missing"));
            }
        }
        for (tag, own) in programme.texts.iter().filter(|(tag, _)| tag.as_str() != "en") {
            for (id, entry) in source.entries() {
                let name = format!("{tag}.ftl");
                match own.entries().get(id) {
                    None => self.error(&name, 1, format!("message `{id}` is missing")),
                    Some(own) if own.attributes != entry.attributes => {
                        self.error(&name, own.line, format!("message `{id}` is incomplete"));
                    }
                    Some(own) => {
                        let fresh = Staleness::of(own.source_hash.as_deref(), &entry.hash);
                        if fresh != Staleness::Fresh {
                            let what = format!("message `{id}` does not carry its source's hash");
                            self.error(&name, own.line, what);
                        }
                    }
                }
            }
        }
    }
}

fn build(
    raw: raw::Programme,
    [exercises, self_check, feedback]: [Loaded; 3],
    scoring: Scoring,
    texts: BTreeMap<LanguageTag, Catalogue>,
    modules: BTreeMap<(LanguageTag, String), ModuleText>,
) -> Programme {
    let module =
        |own: raw::Module| Module { id: own.id, minutes: own.minutes, exercises: own.exercises };
    let part =
        |own: raw::Part| Part { id: own.id, modules: own.module.into_iter().map(module).collect() };
    let review = |own: raw::Review| Review {
        module: own.module,
        language: own.language,
        kind: own.kind,
        by: own.by,
        on: own.on,
    };
    Programme {
        languages: raw.language,
        parts: raw.part.into_iter().map(part).collect(),
        sheets: raw
            .sheet
            .into_iter()
            .map(|own| Sheet { id: own.id, questions: own.questions })
            .collect(),
        reviews: raw.review.into_iter().map(review).collect(),
        exercises,
        self_check,
        scoring,
        feedback,
        texts,
        modules,
    }
}
