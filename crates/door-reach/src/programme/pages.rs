//! The programme as it is read without a code: plain addresses, nothing sent.

use axum::http::StatusCode;
use instrument::{FieldError, Loaded, Page};
use locale::{Arg, Catalogue};
use programme::{Block, Module, Programme, Review, Section};

use super::Carried;
use super::view::{
    BlockView, Frame, ModuleView, OverviewView, PartView, SectionView, SelfCheckView, Words,
    WordsView, class,
};
use crate::filled::Filled;
use crate::survey::{Answer, Visit};
use crate::views::{Chrome, PageParts, QuestionView, paragraphs};
use directory::Purpose;

/// Where the pages of the programme lie below a language.
const PATH: &str = "programme/";

/// What is said on a module beside its text.
#[derive(Default)]
pub(super) struct Notes<'a> {
    pub state: Option<String>,
    pub filled: Filled,
    pub errors: &'a [FieldError],
    pub banner: Option<String>,
    pub saved: bool,
}

impl<'a> Visit<'a> {
    /// A page of the programme by the last part of its address; empty for the first.
    pub fn programme(&self, page: &str) -> Answer {
        let Some(carried) = &self.door.sources.programme else {
            return self.problem(StatusCode::NOT_FOUND, "problem-not-found");
        };
        let keeps = carried.kept.is_some();
        match page {
            "" => self.overview(carried, None, None),
            "self-check" => self.self_check(carried, &Filled::default(), &[]),
            "effect" => self.words(
                "effect",
                &[(
                    "",
                    &[
                        "effect-lead",
                        "effect-trial",
                        "effect-others",
                        "effect-ours",
                        "effect-worse",
                    ],
                )],
                &[],
            ),
            "confidentiality" => self.confidentiality(),
            "professionals" => self.professionals(),
            "feedback" => self.feedback(),
            "code" if keeps => self.choose(carried),
            "resume" if keeps => self.resume(None),
            id => match carried.programme.module(id) {
                Some(module) => self.module(carried, module, Notes::default(), StatusCode::OK),
                None => self.said(StatusCode::NOT_FOUND, "contents-title", &["error-no-module"]),
            },
        }
    }

    pub(super) fn p(&self) -> &'a Catalogue {
        let programme = self.door.sources.programme.as_ref();
        // Every language of the door is one of the programme: the door is not opened else.
        programme.and_then(|own| own.programme.catalogue(&self.language)).unwrap_or(self.texts)
    }

    /// Head and foot of a page; whoever keeps answers goes by forms, in every language.
    pub(super) fn chrome_of(&self, title: String, page: &str, in_form: bool) -> Chrome<'a> {
        let chrome = Chrome::new(self.door, &self.language, self.texts, title);
        if in_form { chrome.at(PATH).in_form() } else { chrome.at(format!("{PATH}{page}")) }
    }

    pub(crate) fn frame(&self, page: &str, state: Option<String>) -> Frame<'a> {
        Frame {
            texts: self.p(),
            crisis: self.reader().lines(&[Purpose::Crisis]),
            danger: self.danger(),
            state,
            place: page.to_owned(),
        }
    }

    pub(super) fn overview(
        &self,
        carried: &'a Carried,
        state: Option<String>,
        welcome: Option<String>,
    ) -> Answer {
        let programme = &carried.programme;
        let p = self.p();
        let module = |own: &Module| {
            let title = programme.text(&self.language, &own.id).map(|text| text.title.clone());
            (own.id.clone(), title.unwrap_or_default(), time(p, own))
        };
        let part = |own: &programme::Part| PartView {
            title: p.shown(&format!("part-{}", own.id), &[]),
            lead: p.attribute(&format!("part-{}", own.id), "lead", &[]).unwrap_or_default(),
            first: 1 + programme
                .parts
                .iter()
                .take_while(|part| part.id != own.id)
                .map(|part| part.modules.len())
                .sum::<usize>(),
            modules: own.modules.iter().map(module).collect(),
        };
        let first = programme.modules().next().map(|(_, own)| own.id.clone()).unwrap_or_default();
        let view = OverviewView {
            chrome: self.chrome_of(p.shown("programme-title", &[]), "", state.is_some()),
            frame: self.frame("", state),
            parts: programme.parts.iter().map(part).collect(),
            first,
            keeps: carried.kept.is_some(),
            welcome,
        };
        self.page(StatusCode::OK, &view)
    }

    pub(super) fn module(
        &self,
        carried: &'a Carried,
        module: &'a Module,
        notes: Notes<'_>,
        status: StatusCode,
    ) -> Answer {
        let programme = &carried.programme;
        let Some(text) = programme.text(&self.language, &module.id) else {
            return self.said(StatusCode::NOT_FOUND, "contents-title", &["error-no-module"]);
        };
        let at = programme.exercises.instrument.page_index(&module.id).unwrap_or(0);
        let parts = self.parts(&programme.exercises, at, &notes.filled, notes.errors);
        let blocks =
            |blocks: &'a [Block]| blocks.iter().map(|own| block(programme, &parts, own)).collect();
        let section = |own: &'a Section| SectionView {
            id: &own.id,
            kind: class(own),
            title: &own.title,
            blocks: blocks(&own.blocks),
        };
        let p = self.p();
        let sections: Vec<SectionView<'_>> = text.sections.iter().map(section).collect();
        let wrong = |view: &BlockView<'_>| {
            let question = view.question.as_ref()?;
            let error = question.error.clone()?;
            Some((question.first_input.clone(), question.legend.clone(), error))
        };
        let questions =
            sections.iter().flat_map(|own| own.blocks.iter().filter_map(wrong)).collect();
        let count = notes.errors.len();
        let (before, after) = programme.neighbours(&module.id);
        let titled = |own: &Module| {
            let title = programme.text(&self.language, &own.id).map(|text| text.title.clone());
            (own.id.clone(), title.unwrap_or_default())
        };
        let place = programme.modules().position(|(_, own)| own.id == module.id).unwrap_or(0);
        let part = programme.modules().nth(place).map_or(0, |(part, _)| part);
        let numbers =
            [("current", number(place + 1)), ("total", number(programme.modules().count()))];
        let part_title =
            programme.parts.get(part).map(|own| p.shown(&format!("part-{}", own.id), &[]));
        let view = ModuleView {
            number: p.shown("module-number", &numbers),
            part: part_title.unwrap_or_default(),
            time: time(p, module),
            lead: blocks(&text.lead),
            sections,
            notes: self.standing(programme, &module.id),
            errors_title: (count > 0)
                .then(|| self.texts.shown("errors-title", &[("count", number(count))])),
            questions,
            banner: notes.banner,
            saved: notes.saved,
            before: before.map(titled),
            after: after.map(titled),
            keeps: carried.kept.is_some(),
            chrome: self.chrome_of(text.title.clone(), &module.id, notes.state.is_some()),
            frame: self.frame(&module.id, notes.state),
        };
        self.page(status, &view)
    }

    /// Who has read the module, or that nobody has.
    fn standing(&self, programme: &Programme, module: &str) -> Vec<String> {
        let p = self.p();
        if !programme.is_reviewed(&self.language, module) {
            return vec![p.shown("review-notice-module", &[])];
        }
        let read = |review: &Review| {
            let id = match review.kind {
                programme::ReviewKind::Clinician => "review-done-clinician",
                programme::ReviewKind::NativeSpeaker => "review-done-native",
            };
            p.shown(id, &[("by", Arg::Text(&review.by)), ("date", Arg::Text(&review.on))])
        };
        programme.reviews_of(&self.language, module).map(read).collect()
    }

    /// The parts that questions of a page are shown from.
    pub(super) fn parts<'b>(
        &'b self,
        loaded: &'b Loaded,
        at: usize,
        filled: &'b Filled,
        errors: &'b [FieldError],
    ) -> PageParts<'b> {
        let asked = loaded.instrument.pages.get(at).map(|page| page.questions.iter().collect());
        PageParts {
            loaded,
            language: &self.language,
            texts: self.texts,
            at,
            asked: asked.unwrap_or_default(),
            filled,
            errors,
            written: &|_| false,
        }
    }

    pub(super) fn self_check(
        &self,
        carried: &'a Carried,
        filled: &Filled,
        errors: &[FieldError],
    ) -> Answer {
        let loaded = &carried.programme.self_check;
        let page = |(at, page): (usize, &Page)| {
            let parts = self.parts(loaded, at, filled, errors);
            let questions: Vec<QuestionView> =
                page.questions.iter().map(|question| parts.question(question)).collect();
            (loaded.texts.of(&self.language, &format!("page-{}", page.id)), questions)
        };
        let p = self.p();
        let status =
            if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let view = SelfCheckView {
            lead: paragraphs(&p.shown("self-check-lead", &[])),
            pages: loaded.instrument.pages.iter().enumerate().map(page).collect(),
            button: p.shown("self-check-result-title", &[]),
            chrome: self.chrome_of(p.shown("self-check-title", &[]), "self-check", false),
            frame: self.frame("self-check", None),
        };
        self.page(status, &view)
    }

    fn confidentiality(&self) -> Answer {
        let title = |name: &str| format!("confidentiality-{name}-title");
        let mut parts = vec![
            self.part("", &["confidentiality-lead"]),
            self.part(
                "confidentiality-words-title",
                &["confidentiality-words", "confidentiality-limit"],
            ),
        ];
        let ask = |at: usize| self.p().shown(&format!("confidentiality-ask-{at}"), &[]);
        parts.push(Words { items: (1..=5).map(ask).collect(), ..self.part(&title("ask"), &[]) });
        parts.push(self.part("", &["confidentiality-unchecked"]));
        for place in ["fr", "be", "ch", "ca", "elsewhere", "here"] {
            parts.push(self.part(&title(place), &[&format!("confidentiality-{place}")]));
        }
        let helplines =
            ("../help/countries".to_owned(), self.texts.shown("help-countries-title", &[]));
        self.worded("confidentiality", parts, Vec::new(), vec![helplines])
    }

    fn professionals(&self) -> Answer {
        let mut parts = vec![self.part("", &["professional-lead"])];
        for name in ["what", "status", "methods", "use"] {
            let id = format!("professional-{name}");
            parts.push(self.part(&format!("{id}-title"), &[&id]));
        }
        parts.push(self.part(
            "professional-not-title",
            &["professional-not", "professional-duty", "professional-feedback"],
        ));
        let p = self.p();
        let reference =
            |at: usize| Some(format!("reference-{at}")).filter(|id| p.entries().contains_key(id));
        let items = (1..).map_while(reference).map(|id| p.shown(&id, &[])).collect();
        let references =
            self.part("professional-references-title", &["professional-references-note"]);
        // Works are listed as they were published.
        parts.push(Words { items, items_language: Some("en"), ..references });
        self.worded("professional", parts, Vec::new(), Vec::new())
    }

    fn feedback(&self) -> Answer {
        let p = self.p();
        let buttons = vec![("feedback".to_owned(), p.shown("feedback-begin", &[]))];
        let parts = vec![self.part("", &["feedback-lead"])];
        self.worded("feedback", parts, buttons, Vec::new())
    }

    fn choose(&self, carried: &Carried) -> Answer {
        let p = self.p();
        let mut parts = vec![
            self.part("", &["progress-lead"]),
            Words {
                heading: p.shown("progress-paper", &[]),
                text: p.attribute("progress-paper", "text", &[]).into_iter().collect(),
                ..Words::default()
            },
            Words {
                heading: p.shown("progress-code", &[]),
                text: p.attribute("progress-code", "text", &[]).into_iter().collect(),
                ..Words::default()
            },
        ];
        for (name, count) in [("can", 3), ("cannot", 5)] {
            let item = |at: usize| p.shown(&format!("code-{name}-{at}"), &[]);
            let part = self.part(&format!("code-{name}-title"), &[]);
            parts.push(Words { items: (1..=count).map(item).collect(), ..part });
        }
        let days = u64::from(carried.weeks) * 7;
        let expiry = p.shown("code-expiry", &[("days", Arg::Number(days))]);
        parts.push(Words { text: vec![expiry], ..Words::default() });
        let make = p.attribute("progress-code", "choose", &[]).unwrap_or_default();
        let paper = p.attribute("progress-paper", "choose", &[]).unwrap_or_default();
        let view = WordsView {
            chrome: self.chrome_of(p.shown("progress-title", &[]), "code", false),
            frame: self.frame("code", None),
            parts,
            lines: Vec::new(),
            code: None,
            code_box: false,
            error: None,
            buttons: vec![("new-code".to_owned(), make), ("paper".to_owned(), paper)],
            links: Vec::new(),
        };
        self.page(StatusCode::OK, &view)
    }

    /// The box for a code, with what was wrong with the last.
    pub(super) fn resume(&self, error: Option<(StatusCode, &str)>) -> Answer {
        let p = self.p();
        let view = WordsView {
            chrome: self.chrome_of(p.shown("resume-title", &[]), "resume", false),
            frame: self.frame("resume", None),
            parts: vec![self.part("", &["resume-lead"])],
            lines: Vec::new(),
            code: None,
            code_box: true,
            error: error.map(|(_, id)| p.shown(id, &[])),
            buttons: vec![("resume".to_owned(), p.shown("resume-go", &[]))],
            links: vec![("./".to_owned(), p.shown("all-modules", &[]))],
        };
        self.page(error.map_or(StatusCode::OK, |(status, _)| status), &view)
    }

    /// A heading and paragraphs by their ids; no heading when its id is empty.
    pub(super) fn part(&self, heading: &str, texts: &[&str]) -> Words {
        let p = self.p();
        Words {
            heading: if heading.is_empty() { String::new() } else { p.shown(heading, &[]) },
            text: texts.iter().flat_map(|id| paragraphs(&p.shown(id, &[]))).collect(),
            ..Words::default()
        }
    }

    fn words(&self, name: &str, parts: &[(&str, &[&str])], buttons: &[(&str, &str)]) -> Answer {
        let parts = parts.iter().map(|(heading, texts)| self.part(heading, texts)).collect();
        let button = |(value, id): &(&str, &str)| ((*value).to_owned(), self.p().shown(id, &[]));
        self.worded(name, parts, buttons.iter().map(button).collect(), Vec::new())
    }

    fn worded(
        &self,
        name: &str,
        parts: Vec<Words>,
        buttons: Vec<(String, String)>,
        mut links: Vec<(String, String)>,
    ) -> Answer {
        links.push(("./".to_owned(), self.p().shown("all-modules", &[])));
        let p = self.p();
        let page = if name == "professional" { "professionals" } else { name };
        let view = WordsView {
            chrome: self.chrome_of(p.shown(&format!("{name}-title"), &[]), page, false),
            frame: self.frame(page, None),
            parts,
            lines: Vec::new(),
            code: None,
            code_box: false,
            error: None,
            buttons,
            links,
        };
        self.page(StatusCode::OK, &view)
    }

    /// A page that says something and leads back to the modules.
    pub(super) fn said(&self, status: StatusCode, title: &str, texts: &[&str]) -> Answer {
        let p = self.p();
        let view = WordsView {
            chrome: self.chrome_of(p.shown(title, &[]), "", false),
            frame: self.frame("", None),
            parts: vec![self.part("", texts)],
            lines: Vec::new(),
            code: None,
            code_box: false,
            error: None,
            buttons: Vec::new(),
            links: vec![("./".to_owned(), p.shown("all-modules", &[]))],
        };
        self.page(status, &view)
    }
}

fn block<'b>(programme: &Programme, parts: &PageParts<'_>, block: &'b Block) -> BlockView<'b> {
    let question = match block {
        Block::Exercise(id) => programme.question(id).map(|question| parts.question(question)),
        Block::Paragraph(_) | Block::List(_) => None,
    };
    BlockView { block, question }
}

fn time(p: &Catalogue, module: &Module) -> String {
    p.shown("reading-time", &[("minutes", Arg::Number(u64::from(module.minutes)))])
}

fn number(value: usize) -> Arg<'static> {
    Arg::Number(u64::try_from(value).unwrap_or(u64::MAX))
}
