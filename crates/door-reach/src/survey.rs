//! The way of a visitor through the door: which page follows on what was sent.

use askama::Template;
use axum::http::StatusCode;
use instrument::{FieldError, Loaded, Page, Question};
use locale::{Arg, Catalogue, LanguageTag};
use store::{Appended, RowKey};
use web::{Epoch, Form, StateError};

use crate::door::Door;
use crate::filled::Filled;
use crate::intake::{Submission, SubmitError};
use crate::state::{State, Survey};
use crate::views::{
    AgeView, CareView, Chrome, CountriesView, EntranceView, HelpSection, HelpView, LanguagesView,
    MessageView, PageParts, PageView, Reader, StartView, languages, paragraphs,
};
use directory::Purpose;

/// The buttons of the entrance: value, text, hint.
const ENTRANCES: [(&str, &str, &str); 4] = [
    ("me", "who-me", "who-me.hint"),
    ("other", "who-other", "who-other.hint"),
    ("harmed", "who-harmed", "who-harmed.hint"),
    ("professional", "who-professional", "who-professional.hint"),
];

/// The lists of the page before the survey: title, prefix of the items, how many.
const NOTICE: [(&str, &str, usize); 3] = [
    ("notice-kept-title", "notice-kept", 4),
    ("notice-not-kept-title", "notice-not-kept", 5),
    ("notice-final-title", "notice-final", 4),
];

/// What row ids are made under; it lives and dies with the state's round.
const ROW_KEY: &str = "suoja 2026-11 row ids of a round";

/// A page and its status.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub language: String,
    pub body: String,
    /// Whether the browser is asked to forget what it keeps of this site.
    pub clears: bool,
}

/// One request in one language.
pub(crate) struct Visit<'a> {
    pub(crate) door: &'a Door,
    pub(crate) language: LanguageTag,
    pub(crate) texts: &'a Catalogue,
}

/// What is said on a page of the survey beside its questions.
#[derive(Default)]
struct Notes<'a> {
    errors: &'a [FieldError],
    /// The page before had been sent already.
    already: bool,
    /// The page could not be stored.
    not_stored: bool,
}

impl<'a> Visit<'a> {
    /// A visit in a language, if the door has it.
    pub fn new(door: &'a Door, language: &LanguageTag) -> Option<Self> {
        let texts = door.ui.in_language(language)?;
        Some(Self { door, language: language.clone(), texts })
    }

    /// A visit in the language that the door's texts are written in.
    pub fn in_source_language(door: &'a Door) -> Self {
        let (language, texts) = door.ui.source();
        Self { door, language: language.clone(), texts }
    }

    pub fn language(&self) -> &LanguageTag {
        &self.language
    }

    /// `/`.
    pub fn languages(&self) -> Answer {
        let mut chrome = self.chrome("languages-title");
        chrome.languages.clear();
        let (lead, list) = (chrome.t("languages-lead"), languages(self.door, None));
        self.page(StatusCode::OK, &LanguagesView { chrome, lead, list })
    }

    /// The first page of a language.
    pub fn entrance(&self) -> Answer {
        let danger = self.danger();
        let chrome = self.chrome("entrance-title");
        self.page(StatusCode::OK, &EntranceView { chrome, danger, choices: ENTRANCES })
    }

    /// Where to turn; with `only`, that part.
    pub fn help(&self, only: Option<&str>) -> Answer {
        let chrome = self.chrome("help-title").at("help");
        let lead = paragraphs(&chrome.t("help-lead"));
        let sections = self.reader().sections(only);
        self.page(StatusCode::OK, &HelpView { chrome, lead, sections })
    }

    /// The countries that have lines of their own.
    pub fn countries(&self) -> Answer {
        let chrome = self.chrome("help-countries-title").at("help/countries");
        let helplines = &self.door.sources.helplines;
        let speech = helplines.speech(&self.language);
        let named = speech.map(|speech| speech.countries(&helplines.countries()));
        let mut countries = named.unwrap_or_default();
        for (code, _) in &mut countries {
            code.make_ascii_lowercase();
        }
        self.page(StatusCode::OK, &CountriesView { chrome, countries })
    }

    /// Where to turn in a country, by its code in the path.
    pub fn country(&self, code: &str) -> Answer {
        let helplines = &self.door.sources.helplines;
        let code = code.to_ascii_uppercase();
        let known = helplines.countries().contains(&code.as_str());
        let name = helplines.speech(&self.language).and_then(|speech| speech.country(&code));
        let Some(name) = name.filter(|_| known) else {
            return self.problem(StatusCode::NOT_FOUND, "problem-country");
        };
        let title = self.texts.shown("help-country-title", &[("country", Arg::Text(&name))]);
        let path = format!("help/{}", code.to_ascii_lowercase());
        let chrome = Chrome::new(self.door, &self.language, self.texts, title).at(path);
        let lead = paragraphs(&chrome.t("help-lead"));
        let sections = self.reader().country(&code);
        self.page(StatusCode::OK, &HelpView { chrome, lead, sections })
    }

    /// Help for someone under 18; there is no survey.
    pub fn youth(&self) -> Answer {
        let chrome = self.chrome("youth-title").at("youth");
        let lead = paragraphs(&chrome.t("youth-text"));
        let section = |id, title: &str, purposes: &[Purpose]| HelpSection {
            id,
            title: chrome.t(title),
            text: Vec::new(),
            link: None,
            lines: self.reader().lines(purposes),
        };
        let sections = vec![
            section("youth", "help-title", &[Purpose::Youth]),
            section("danger", "danger-title", &[Purpose::Danger]),
            section("crisis", "crisis-title", &[Purpose::Crisis]),
        ];
        self.page(StatusCode::OK, &HelpView { chrome, lead, sections })
    }

    /// A page that says what went wrong and what to do next.
    pub fn problem(&self, status: StatusCode, id: &str) -> Answer {
        let chrome = self.chrome(id);
        let text = [format!("{id}.text"), format!("{id}.next")].map(|part| chrome.t(&part)).into();
        let other = id == "problem-language";
        let list = if other { languages(self.door, None) } else { Vec::new() };
        self.page(status, &MessageView { chrome, text, list })
    }

    /// What follows on a form.
    pub async fn post(&self, form: &Form) -> Answer {
        let go = form.get("go").unwrap_or_default();
        let Some(field) = form.get("state") else {
            return match go {
                "me" => self.age(),
                "other" | "harmed" | "professional" => self.help(Some(go)),
                "language" => self.entrance(),
                _ => self.problem(StatusCode::BAD_REQUEST, "problem-state"),
            };
        };
        self.door.tick();
        let (epoch, state) = match self.open(field) {
            Ok(opened) => opened,
            Err(StateError::Expired) => return self.problem(StatusCode::GONE, "problem-expired"),
            Err(StateError::Damaged) => {
                return self.problem(StatusCode::BAD_REQUEST, "problem-state");
            }
        };
        match (state, go) {
            (State::Age, "adult") => self.start(),
            (State::Age, "under-18") => self.youth(),
            (State::Age, "language") => self.age(),
            (State::Start, "language") => self.start(),
            (State::Start, id) => self.begin(id),
            (State::Survey(survey), go) => self.survey(survey, epoch, go, form).await,
            (State::Age | State::Programme(_), _) => {
                self.problem(StatusCode::BAD_REQUEST, "problem-state")
            }
        }
    }

    pub(crate) fn open(&self, field: &str) -> Result<(Epoch, State), StateError> {
        let (epoch, bytes) = self.door.keys.open(field)?;
        Ok((epoch, State::from_bytes(&bytes).ok_or(StateError::Damaged)?))
    }

    pub(crate) fn seal(&self, state: &State) -> String {
        self.door.keys.seal(&state.to_bytes(), &*self.door.sources.entropy)
    }

    fn age(&self) -> Answer {
        let chrome = self.chrome("age-title").in_form();
        let state = self.seal(&State::Age);
        self.page(StatusCode::OK, &AgeView { chrome, state })
    }

    fn start(&self) -> Answer {
        let chrome = self.chrome("notice-title").in_form();
        let list = |(title, items, count): (&str, &str, usize)| {
            let item = |at: usize| chrome.t(&format!("{items}-{at}"));
            (chrome.t(title), (1..=count).map(item).collect())
        };
        let survey = |(_, loaded): (usize, &Loaded)| {
            let title = loaded.texts.of(&self.language, "title");
            let lead = loaded.texts.attribute(&self.language, "title", "lead");
            (loaded.instrument.id.clone(), title, lead.unwrap_or_default())
        };
        let view = StartView {
            lists: NOTICE.map(list).into(),
            danger: self.danger(),
            surveys: self.offered().filter(|(_, own)| !self.is_feedback(own)).map(survey).collect(),
            carries_programme: self.door.sources.programme.is_some(),
            state: self.seal(&State::Start),
            chrome,
        };
        self.page(StatusCode::OK, &view)
    }

    /// The surveys that are published in this language.
    fn offered(&self) -> impl Iterator<Item = (usize, &'a Loaded)> {
        let published = |loaded: &Loaded| {
            let language = loaded.instrument.language(&self.language);
            language.is_some_and(|own| own.status == locale::Status::Published)
        };
        let door = self.door;
        door.sources.instruments.iter().enumerate().filter(move |(_, own)| published(own))
    }

    /// Whether these are the questions at the end of the programme, which stand there only.
    fn is_feedback(&self, loaded: &Loaded) -> bool {
        let carried = self.door.sources.programme.as_ref();
        let feedback = carried.map(|own| &own.programme.feedback.instrument.id);
        feedback == Some(&loaded.instrument.id)
    }

    pub(crate) fn begin(&self, id: &str) -> Answer {
        let offered = self.offered().find(|(_, loaded)| loaded.instrument.id == id);
        let Some((at, loaded)) = offered else {
            return self.problem(StatusCode::BAD_REQUEST, "problem-state");
        };
        let first = loaded.instrument.next_page(0, &instrument::Answers::new()).unwrap_or(0);
        let survey = Survey::begin(small(at), small(first), self.door.random(), self.door.random());
        self.questions(&survey, loaded, StatusCode::OK, None, Notes::default())
    }

    async fn survey(&self, survey: Survey, epoch: Epoch, go: &str, form: &Form) -> Answer {
        let loaded = self.door.sources.instruments.get(usize::from(survey.instrument));
        // Help after the last page stands one past it.
        let past = usize::from(survey.care.is_some());
        let loaded =
            loaded.filter(|own| usize::from(survey.page) < own.instrument.pages.len() + past);
        let Some(loaded) = loaded else {
            return self.problem(StatusCode::BAD_REQUEST, "problem-state");
        };
        match (go, survey.care) {
            ("stop", _) => self.end("stopped-title", &["stopped-text"]),
            ("language", Some(_)) => self.care(&survey, loaded),
            ("language", None) => {
                let filled = Filled::from_fields(form.fields());
                self.questions(&survey, loaded, StatusCode::OK, Some(filled), Notes::default())
            }
            ("next", Some(_)) if usize::from(survey.page) == loaded.instrument.pages.len() => {
                self.done()
            }
            ("next", Some(_)) => {
                let survey = self.turn(survey, |survey| survey.care = None);
                self.questions(&survey, loaded, StatusCode::OK, None, Notes::default())
            }
            ("back", None) => self.back(survey, loaded, form),
            ("next", None) => self.next(survey, loaded, epoch, form).await,
            _ => self.problem(StatusCode::BAD_REQUEST, "problem-state"),
        }
    }

    fn back(&self, survey: Survey, loaded: &'a Loaded, form: &Form) -> Answer {
        let (instrument, at) = (&loaded.instrument, usize::from(survey.page));
        let answers = survey.answers(instrument);
        let draft = Filled::from_fields(form.fields()).draft(&instrument.pages[at], &answers);
        let to = instrument.previous_page(at, &answers).unwrap_or(at);
        let survey = self.turn(survey, |survey| {
            survey.remember(instrument, &draft);
            survey.page = small(to);
        });
        self.questions(&survey, loaded, StatusCode::OK, None, Notes::default())
    }

    async fn next(&self, survey: Survey, loaded: &'a Loaded, epoch: Epoch, form: &Form) -> Answer {
        let page = &loaded.instrument.pages[usize::from(survey.page)];
        let asked = page.asked(&survey.answers(&loaded.instrument));
        match self.submit(&survey, loaded, page, &asked, epoch, form).await {
            Ok(sent) => {
                let already = sent.appended == Appended::Already;
                self.after(survey, loaded, page, &sent.answers, already)
            }
            Err(Some(SubmitError::Fields(errors))) => {
                let filled = Some(Filled::from_fields(form.fields()));
                let notes = Notes { errors: &errors, ..Notes::default() };
                self.questions(&survey, loaded, StatusCode::UNPROCESSABLE_ENTITY, filled, notes)
            }
            Err(Some(_)) => {
                let filled = Some(Filled::from_fields(form.fields()));
                let notes = Notes { not_stored: true, ..Notes::default() };
                self.questions(&survey, loaded, StatusCode::SERVICE_UNAVAILABLE, filled, notes)
            }
            Err(None) => self.problem(StatusCode::GONE, "problem-expired"),
        }
    }

    /// `None` as error: the round's secret was wiped between opening the state and now.
    async fn submit(
        &self,
        survey: &Survey,
        loaded: &Loaded,
        page: &Page,
        asked: &[&Question],
        epoch: Epoch,
        form: &Form,
    ) -> Result<crate::intake::Sent, Option<SubmitError>> {
        let key = self.door.keys.derive(epoch, ROW_KEY).ok_or(None)?;
        let written = |id: &str| survey.is_written(&loaded.instrument, id);
        let submission = Submission {
            instrument: &loaded.instrument,
            page,
            asked,
            fields: form.fields(),
            answer: &survey.answer,
            nonce: &survey.nonce,
            revision: survey.revision,
            language: self.language.as_str(),
            written: &written,
        };
        let intake = &self.door.sources.intake;
        intake.submit(submission, &RowKey::new(*key), self.door.week()).await.map_err(Some)
    }

    /// After a page was stored: help first, if an answer asks for it, else the next page.
    fn after(
        &self,
        survey: Survey,
        loaded: &'a Loaded,
        page: &Page,
        answers: &instrument::Answers,
        already: bool,
    ) -> Answer {
        let instrument = &loaded.instrument;
        let mut survey = self.turn(survey, |survey| {
            survey.remember(instrument, answers);
            survey.revision = survey.revision.saturating_add(1);
        });
        let all = survey.answers(instrument);
        let due = instrument.care_due(page, &all).map(|due| &due.id);
        let care = instrument.care.iter().position(|care| Some(&care.id) == due);
        let next = instrument.next_page(usize::from(survey.page) + 1, &all);
        survey.care = care.map(small);
        survey.page = small(next.unwrap_or(instrument.pages.len()));
        match (care, next) {
            (Some(_), _) => self.care(&survey, loaded),
            (None, Some(_)) => {
                let notes = Notes { already, ..Notes::default() };
                self.questions(&survey, loaded, StatusCode::OK, None, notes)
            }
            (None, None) => self.done(),
        }
    }

    /// The survey after a change, with a new nonce: the next page is another showing.
    fn turn(&self, mut survey: Survey, change: impl FnOnce(&mut Survey)) -> Survey {
        change(&mut survey);
        survey.nonce = self.door.random();
        survey
    }

    fn questions(
        &self,
        survey: &Survey,
        loaded: &'a Loaded,
        status: StatusCode,
        filled: Option<Filled>,
        notes: Notes<'_>,
    ) -> Answer {
        let (instrument, at) = (&loaded.instrument, usize::from(survey.page));
        let answers = survey.answers(instrument);
        let page = &instrument.pages[at];
        let filled = filled.unwrap_or_else(|| Filled::from_answers(page, &answers));
        let parts = PageParts {
            loaded,
            language: &self.language,
            texts: self.texts,
            at,
            asked: page.asked(&answers),
            filled: &filled,
            errors: notes.errors,
            written: &|id: &str| survey.is_written(instrument, id),
        };
        let title = loaded.texts.of(&self.language, &format!("page-{}", page.id));
        let chrome = Chrome::new(self.door, &self.language, self.texts, title).in_form();
        let state = self.seal(&State::Survey(survey.clone()));
        let can_go_back = instrument.previous_page(at, &answers).is_some();
        let mut view = PageView::new(chrome, &parts, state, can_go_back);
        view.saved = notes.already.then(|| self.texts.shown("already-saved", &[]));
        view.frame = self.is_feedback(loaded).then(|| self.frame("", None));
        view.banner = notes.not_stored.then(|| self.texts.shown("error-storage", &[]));
        self.page(status, &view)
    }

    fn care(&self, survey: &Survey, loaded: &Loaded) -> Answer {
        let at = survey.care.map_or(0, usize::from);
        let Some(care) = loaded.instrument.care.get(at) else {
            return self.problem(StatusCode::BAD_REQUEST, "problem-state");
        };
        let id = format!("care-{}", care.id);
        let title = loaded.texts.of(&self.language, &id);
        let text = loaded.texts.attribute(&self.language, &id, "text").unwrap_or_default();
        let purposes: Vec<Purpose> =
            care.help.iter().filter_map(|name| Purpose::parse(name)).collect();
        let view = CareView {
            chrome: Chrome::new(self.door, &self.language, self.texts, title).in_form(),
            text: paragraphs(&text),
            lines: self.reader().lines(&purposes),
            state: self.seal(&State::Survey(survey.clone())),
            frame: self.is_feedback(loaded).then(|| self.frame("", None)),
        };
        self.page(StatusCode::OK, &view)
    }

    fn done(&self) -> Answer {
        self.end("done-title", &["done-text", "done-next"])
    }

    fn end(&self, title: &str, texts: &[&str]) -> Answer {
        let chrome = self.chrome(title);
        let text = texts.iter().map(|id| chrome.t(id)).collect();
        self.page(StatusCode::OK, &MessageView { chrome, text, list: Vec::new() })
    }

    pub(crate) fn danger(&self) -> Vec<crate::views::Line> {
        self.reader().danger()
    }

    pub(crate) fn reader(&self) -> Reader<'_> {
        Reader::new(self.door, &self.language, self.texts)
    }

    fn chrome(&self, title: &str) -> Chrome<'a> {
        Chrome::new(self.door, &self.language, self.texts, self.texts.shown(title, &[]))
    }

    pub(crate) fn page(&self, status: StatusCode, view: &impl Template) -> Answer {
        let language = self.language.as_str().to_owned();
        // Writing into a string fails only if a template asks for it, and none does.
        match view.render() {
            Ok(body) => Answer { status, language, body, clears: false },
            Err(_) => {
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                Answer { status, language, body: String::new(), clears: false }
            }
        }
    }
}

/// Places of pages, instruments and rules fit; a door refuses more instruments than 16.
fn small<T: TryFrom<usize> + Default>(at: usize) -> T {
    T::try_from(at).unwrap_or_default()
}
