//! A page of a survey.

use askama::Template;
use instrument::{FieldError, Kind, Loaded, Missing, Page, Problem, Question};
use locale::{Arg, Catalogue, LanguageTag};

use super::{Chrome, paragraphs};
use crate::filled::Filled;
use crate::programme::Frame;

/// A page of a survey as it is shown.
#[derive(Template)]
#[template(path = "page.html")]
pub(crate) struct PageView<'a> {
    pub chrome: Chrome<'a>,
    pub progress: String,
    pub current: usize,
    pub total: usize,
    pub heading: String,
    pub text: Vec<String>,
    pub banner: Option<String>,
    pub errors_title: Option<String>,
    pub saved: Option<String>,
    pub questions: Vec<QuestionView>,
    pub state: String,
    pub next: String,
    pub can_go_back: bool,
    pub has_words: bool,
    /// What pages of the programme have; the questions at its end are among them.
    pub frame: Option<Frame<'a>>,
}

/// A question as it is shown.
pub(crate) struct QuestionView {
    pub id: String,
    pub kind: &'static str,
    pub legend: String,
    pub hint: Option<String>,
    /// The hint of the question itself, without what a box on the screen needs.
    pub own_hint: Option<String>,
    pub error: Option<String>,
    /// Ids of hint and error, for `aria-describedby`.
    pub described: String,
    pub first_input: String,
    pub options: Vec<OptionView>,
    pub offers: Vec<OptionView>,
    pub offer_kind: &'static str,
    pub value: String,
    pub low: String,
    pub high: String,
    pub unit: String,
}

/// An option as it is shown.
pub(crate) struct OptionView {
    pub value: String,
    pub label: String,
    pub input: String,
    pub chosen: bool,
}

/// What a page is made of.
pub(crate) struct PageParts<'a> {
    pub loaded: &'a Loaded,
    pub language: &'a LanguageTag,
    pub texts: &'a Catalogue,
    pub at: usize,
    pub asked: Vec<&'a Question>,
    pub filled: &'a Filled,
    pub errors: &'a [FieldError],
    pub written: &'a dyn Fn(&str) -> bool,
}

impl<'a> PageView<'a> {
    /// The page without notes.
    pub fn new(
        mut chrome: Chrome<'a>,
        parts: &PageParts<'a>,
        state: String,
        can_go_back: bool,
    ) -> Self {
        let (page, pages) = (parts.page(), &parts.loaded.instrument.pages);
        let (current, total) = (parts.at + 1, pages.len());
        let numbers = [("current", number(current)), ("total", number(total))];
        let last = current == total;
        let id = format!("page-{}", page.id);
        let count = parts.errors.len();
        let errors_title =
            (count > 0).then(|| parts.texts.shown("errors-title", &[("count", number(count))]));
        // A screen reader says the title first.
        if let Some(errors) = &errors_title {
            chrome.title = format!("{errors} · {}", chrome.title);
        }
        Self {
            progress: parts.texts.shown("progress", &numbers),
            current,
            total,
            heading: parts.loaded.texts.of(parts.language, &id),
            text: parts.own(&id, "text").map_or(Vec::new(), |text| paragraphs(&text)),
            banner: None,
            errors_title,
            saved: None,
            questions: parts.asked.iter().map(|question| parts.question(question)).collect(),
            state,
            next: parts.texts.shown(if last { "finish" } else { "next" }, &[]),
            can_go_back,
            has_words: parts.asked.iter().any(|q| matches!(q.kind, Kind::Text { .. })),
            chrome,
            frame: None,
        }
    }
}

impl PageParts<'_> {
    fn page(&self) -> &Page {
        &self.loaded.instrument.pages[self.at]
    }

    fn own(&self, id: &str, attribute: &str) -> Option<String> {
        self.loaded.texts.attribute(self.language, id, attribute)
    }

    fn ui(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.shown(id, args)
    }

    /// A question with what stands in its box.
    pub fn question(&self, question: &Question) -> QuestionView {
        let id = &question.id;
        let error = self.errors.iter().find(|error| error.question == *id);
        let error = error.map(|error| self.problem(question, &error.problem));
        let hint = self.hint(question);
        let described: Vec<String> = [hint.as_ref().map(|_| format!("h-{id}"))]
            .into_iter()
            .chain([error.as_ref().map(|_| format!("e-{id}"))])
            .flatten()
            .collect();
        let (kind, one) = match question.kind {
            Kind::Single(_) => ("radio", true),
            Kind::Multiple { .. } => ("checkbox", false),
            Kind::Scale { .. } => ("scale", true),
            Kind::Number { .. } => ("number", false),
            Kind::Text { .. } => ("text", false),
        };
        QuestionView {
            kind,
            legend: self.loaded.texts.of(self.language, id),
            hint,
            own_hint: self.own(id, "hint"),
            error,
            described: described.join(" "),
            first_input: format!("i-{id}-0"),
            options: self.options(question),
            offers: self.offers(question),
            offer_kind: if one { "radio" } else { "checkbox" },
            value: self.filled.text(question).to_owned(),
            low: self.own(id, "low").unwrap_or_default(),
            high: self.own(id, "high").unwrap_or_default(),
            unit: self.own(id, "unit").unwrap_or_default(),
            id: id.clone(),
        }
    }

    fn hint(&self, question: &Question) -> Option<String> {
        let how = match question.kind {
            Kind::Single(_) | Kind::Scale { .. } => None,
            Kind::Multiple { .. } => Some(self.ui("choose-any", &[])),
            Kind::Number { min, max, .. } => {
                let bounds = [("min", signed(min)), ("max", signed(max))];
                Some(self.ui("number-hint", &bounds))
            }
            Kind::Text { max_chars } => Some(self.ui("text-hint", &[("max", number(max_chars))])),
        };
        let sealed = (self.written)(&question.id).then(|| self.ui("text-sealed", &[]));
        let parts: Vec<String> =
            [self.own(&question.id, "hint"), how, sealed].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn options(&self, question: &Question) -> Vec<OptionView> {
        let option = |at: usize, value: String, label: String| OptionView {
            input: format!("i-{}-{at}", question.id),
            chosen: self.filled.has(&question.id, &value),
            value,
            label,
        };
        match question.kind {
            Kind::Scale { min, max } => (min..=max)
                .enumerate()
                .map(|(at, point)| option(at, point.to_string(), point.to_string()))
                .collect(),
            _ => question
                .choices()
                .iter()
                .enumerate()
                .map(|(at, choice)| {
                    let label = self.own(&question.id, &choice.id).unwrap_or_default();
                    option(at, choice.id.clone(), label)
                })
                .collect(),
        }
    }

    fn offers(&self, question: &Question) -> Vec<OptionView> {
        let offer = |missing: &Missing| OptionView {
            value: missing.name().to_owned(),
            label: self.ui(if *missing == Missing::Refused { "refused" } else { "dont-know" }, &[]),
            input: format!("i-{}-{}", question.id, missing.name()),
            chosen: self.filled.has(&question.id, missing.name()),
        };
        question.offer.iter().map(offer).collect()
    }

    fn problem(&self, question: &Question, problem: &Problem) -> String {
        match problem {
            Problem::UnknownOption => self.ui("error-option-unknown", &[]),
            Problem::TooManyOptions => self.ui("error-too-many-options", &[]),
            Problem::Exclusive { option } => {
                let label = self.label(question, option);
                self.ui("error-exclusive", &[("option", Arg::Text(&label))])
            }
            Problem::NotANumber => self.ui("error-not-a-number", &[]),
            Problem::OutOfRange { min, max } => {
                self.ui("error-number-range", &[("min", signed(*min)), ("max", signed(*max))])
            }
            Problem::TooLong { max, over } => {
                let numbers = [("max", number(*max)), ("over", number(*over))];
                self.ui("error-text-too-long", &numbers)
            }
            Problem::ControlCharacters => self.ui("error-text-characters", &[]),
        }
    }

    fn label(&self, question: &Question, option: &str) -> String {
        match Missing::offered(option) {
            Some(Missing::Refused) => self.ui("refused", &[]),
            Some(_) => self.ui("dont-know", &[]),
            None => self.own(&question.id, option).unwrap_or_default(),
        }
    }
}

fn number(value: usize) -> Arg<'static> {
    Arg::Number(u64::try_from(value).unwrap_or(u64::MAX))
}

fn signed(value: i64) -> Arg<'static> {
    Arg::Number(value.unsigned_abs())
}
