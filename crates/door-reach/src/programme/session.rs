//! What a code opens: writing, coming back, sheets, and being forgotten.

use axum::http::StatusCode;
use instrument::{Answers, Value, check_page};
use programme::{BadCode, Code, Kept, Module};
use store::{Progress, Week, Written};
use web::{Form, StateError};

use super::Carried;
use super::pages::Notes;
use super::view::WordsView;
use crate::filled::Filled;
use crate::state::{Session, State};
use crate::survey::{Answer, Visit};

/// The module that is sent, and the one to go on to when its answers are kept.
struct Place<'a> {
    module: &'a Module,
    next: Option<&'a Module>,
}

impl<'a> Visit<'a> {
    /// What follows on a form of the programme.
    pub async fn programme_post(&self, form: &Form) -> Answer {
        let Some(carried) = &self.door.sources.programme else {
            return self.problem(StatusCode::NOT_FOUND, "problem-not-found");
        };
        self.door.tick();
        let go = form.get("go").unwrap_or_default();
        let place = form.get("place").unwrap_or_default();
        let session = match form.get("state").map(|field| self.open(field)) {
            None => return self.without_code(carried, go, place, form).await,
            Some(Ok((_, State::Programme(session)))) => session,
            Some(Err(StateError::Expired)) => {
                return self.problem(StatusCode::GONE, "problem-expired");
            }
            Some(_) => return self.problem(StatusCode::BAD_REQUEST, "problem-state"),
        };
        match &carried.kept {
            Some(kept) => self.with_code(carried, kept, session, go, place, form).await,
            None => self.problem(StatusCode::NOT_FOUND, "problem-not-found"),
        }
    }

    async fn without_code(
        &self,
        carried: &'a Carried,
        go: &str,
        place: &str,
        form: &Form,
    ) -> Answer {
        match (go, &carried.kept) {
            ("self-check", _) => self.self_checked(carried, form),
            ("feedback", _) => self.begin(&carried.programme.feedback.instrument.id),
            ("new-code", Some(kept)) => self.new_code(carried, kept).await,
            ("resume", Some(kept)) => self.resumed(carried, kept, form).await,
            ("paper", _) => self.programme(""),
            ("save", _) => {
                self.said(StatusCode::UNPROCESSABLE_ENTITY, "contents-title", &["error-no-code"])
            }
            ("language", _) => self.programme(place),
            _ => self.problem(StatusCode::BAD_REQUEST, "problem-state"),
        }
    }

    /// Makes a code, keeps an empty blob under it, and shows it this once.
    async fn new_code(&self, carried: &Carried, kept: &Progress) -> Answer {
        let code = Code::from_random(self.door.random());
        let shown = code.shown();
        let Ok(locker) = carried.lockers.open(code).await else { return self.busy() };
        let Ok(blob) = Kept::new().lock(&locker, self.door.random()) else {
            return self.not_kept();
        };
        match kept.create(&locker.id, self.door.week(), &blob).await {
            Ok(Written::Kept(revision)) => {
                let state = self.seal(&State::Programme(Session { locker, revision }));
                let p = self.p();
                let mut part = self.part("", &["code-shown-lead"]);
                let count = u64::try_from(programme::CODE_CHARACTERS).unwrap_or_default();
                let count = [("count", locale::Arg::Number(count))];
                part.text.push(p.shown("code-shown-characters", &count));
                part.text.extend(self.part("", &["code-shown-advice", "code-shown-lost"]).text);
                let view = WordsView {
                    chrome: self.chrome_of(p.shown("code-shown-title", &[]), "", true),
                    frame: self.frame("", Some(state)),
                    parts: vec![part],
                    lines: Vec::new(),
                    code: Some(shown),
                    code_box: false,
                    error: None,
                    buttons: vec![("overview".to_owned(), p.shown("code-shown-continue", &[]))],
                    links: Vec::new(),
                };
                self.page(StatusCode::OK, &view)
            }
            _ => self.not_kept(),
        }
    }

    async fn resumed(&self, carried: &'a Carried, kept: &Progress, form: &Form) -> Answer {
        let code = match Code::parse(form.get("code").unwrap_or_default()) {
            Ok(code) => code,
            Err(error) => {
                let id = match error {
                    BadCode::Empty => "error-code-empty",
                    BadCode::Form => "error-code-form",
                };
                return self.resume(Some((StatusCode::UNPROCESSABLE_ENTITY, id)));
            }
        };
        let Ok(locker) = carried.lockers.open(code).await else { return self.busy() };
        let unknown = ["code-unknown-text", "code-unknown-next"];
        match kept.get(&locker.id, self.door.week()).await {
            Ok(Some(found)) => match Kept::open(&found.blob, &locker) {
                Ok(own) => {
                    let session = Session { locker, revision: found.revision };
                    self.welcome(carried, &session, own.last.as_deref())
                }
                Err(_) => self.said(StatusCode::NOT_FOUND, "code-unknown-title", &unknown),
            },
            Ok(None) => self.said(StatusCode::NOT_FOUND, "code-unknown-title", &unknown),
            Err(_) => self.not_kept(),
        }
    }

    fn welcome(&self, carried: &'a Carried, session: &Session, last: Option<&str>) -> Answer {
        let p = self.p();
        let mut welcome = p.shown("resume-welcome", &[]);
        let title = last.and_then(|id| carried.programme.text(&self.language, id));
        if let Some(text) = title {
            let title = [("title", locale::Arg::Text(&text.title))];
            welcome = format!("{welcome} {}", p.shown("resume-last", &title));
        }
        self.overview(carried, Some(self.sealed(session)), Some(welcome))
    }

    async fn with_code(
        &self,
        carried: &'a Carried,
        kept: &Progress,
        session: Session,
        go: &str,
        place: &str,
        form: &Form,
    ) -> Answer {
        if go == "forget-yes" {
            return self.forget(kept, &session).await;
        }
        let found = match kept.get(&session.locker.id, self.door.week()).await {
            Ok(Some(found)) => found,
            Ok(None) => {
                let texts = ["code-unknown-text", "code-unknown-next"];
                return self.said(StatusCode::GONE, "code-unknown-title", &texts);
            }
            Err(_) => return self.not_kept(),
        };
        let Ok(own) = Kept::open(&found.blob, &session.locker) else {
            return self.said(StatusCode::GONE, "code-unknown-title", &["code-unknown-text"]);
        };
        let shown = Session { revision: found.revision, ..session.clone() };
        let go = if go == "language" { again(place) } else { go.to_owned() };
        if let Some(module) = go.strip_prefix("module:").and_then(|id| carried.programme.module(id))
        {
            return self.written(carried, module, &own.answers, &shown, None, false);
        }
        if let Some(next) = go.strip_prefix("save") {
            let next = next.strip_prefix(':').and_then(|id| carried.programme.module(id));
            return match carried.programme.module(place) {
                Some(module) => {
                    let at = Place { module, next };
                    self.save(carried, kept, (session, found.revision), own, at, form).await
                }
                None => self.problem(StatusCode::BAD_REQUEST, "problem-state"),
            };
        }
        match go.as_str() {
            "sheets" => self.sheets(carried, &shown, &own.answers),
            "forget" => self.ask_to_forget(&shown),
            _ => self.overview(carried, Some(self.sealed(&shown)), None),
        }
    }

    /// A module with what was written before, or with what was sent just now.
    fn written(
        &self,
        carried: &'a Carried,
        module: &'a Module,
        answers: &Answers,
        session: &Session,
        sent: Option<(Filled, &str)>,
        saved: bool,
    ) -> Answer {
        let instrument = &carried.programme.exercises.instrument;
        let page = instrument.page_index(&module.id).and_then(|at| instrument.pages.get(at));
        let (filled, banner) = match (sent, page) {
            (Some((filled, id)), _) => (filled, Some(self.p().shown(id, &[]))),
            (None, Some(page)) => (Filled::from_answers(page, answers), None),
            (None, None) => (Filled::default(), None),
        };
        let status = if banner.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
        let state = Some(self.sealed(session));
        self.module(carried, module, Notes { state, filled, errors: &[], banner, saved }, status)
    }

    async fn save(
        &self,
        carried: &'a Carried,
        kept: &Progress,
        (session, now): (Session, i64),
        mut own: Kept,
        at: Place<'a>,
        form: &Form,
    ) -> Answer {
        let Place { module, next } = at;
        let instrument = &carried.programme.exercises.instrument;
        let Some(page) = instrument.page_index(&module.id).and_then(|at| instrument.pages.get(at))
        else {
            return self.problem(StatusCode::BAD_REQUEST, "problem-state");
        };
        let asked: Vec<_> = page.questions.iter().collect();
        let checked = match check_page(&asked, form.fields()) {
            Ok(checked) => checked,
            Err(errors) => {
                let state = Some(self.sealed(&session));
                let filled = Filled::from_fields(form.fields());
                let notes = Notes { state, filled, errors: &errors, banner: None, saved: false };
                return self.module(carried, module, notes, StatusCode::UNPROCESSABLE_ENTITY);
            }
        };
        for question in &page.questions {
            own.answers.remove(&question.id);
        }
        let given = checked.answers.into_iter().filter(|(_, value)| is_given(value));
        own.answers.extend(given);
        own.last = Some(module.id.clone());
        let Ok(blob) = own.lock(&session.locker, self.door.random()) else {
            return self.not_kept();
        };
        let sent = |id| Some((Filled::from_fields(form.fields()), id));
        let put = kept.put(&session.locker.id, self.door.week(), session.revision, &blob).await;
        match put {
            Ok(Written::Kept(revision)) => {
                let session = Session { revision, ..session };
                match instrument.care_due(page, &own.answers).map(|care| (&care.id, &care.help)) {
                    Some((id, help)) => {
                        let exercises = &carried.programme.exercises;
                        self.first_of_all(exercises, id, help, Some(&session), &module.id)
                    }
                    None => {
                        let shown = next.unwrap_or(module);
                        self.written(carried, shown, &own.answers, &session, None, true)
                    }
                }
            }
            Ok(_) => {
                // Whoever has read that may keep it now: the page carries the revision found.
                let banner = sent("error-kept-elsewhere");
                let shown = Session { revision: now, ..session };
                self.written(carried, module, &own.answers, &shown, banner, false)
            }
            Err(_) => {
                self.written(carried, module, &own.answers, &session, sent("error-not-kept"), false)
            }
        }
    }

    fn ask_to_forget(&self, session: &Session) -> Answer {
        let p = self.p();
        let view = WordsView {
            chrome: self.chrome_of(p.shown("forget-title", &[]), "forget", true),
            frame: self.frame("forget", Some(self.sealed(session))),
            parts: vec![self.part("", &["forget-ask"])],
            lines: Vec::new(),
            code: None,
            code_box: false,
            error: None,
            buttons: vec![
                ("overview".to_owned(), p.shown("forget-no", &[])),
                ("forget-yes".to_owned(), p.shown("forget-yes", &[])),
            ],
            links: Vec::new(),
        };
        self.page(StatusCode::OK, &view)
    }

    async fn forget(&self, kept: &Progress, session: &Session) -> Answer {
        match kept.forget(&session.locker.id, self.door.week()).await {
            Ok(()) => {
                let texts = ["forgotten-text", "forgotten-next"];
                Answer { clears: true, ..self.said(StatusCode::OK, "forgotten-title", &texts) }
            }
            Err(_) => {
                let texts = ["error-not-deleted"];
                self.said(StatusCode::SERVICE_UNAVAILABLE, "forget-title", &texts)
            }
        }
    }

    pub(super) fn sealed(&self, session: &Session) -> String {
        self.seal(&State::Programme(session.clone()))
    }

    fn busy(&self) -> Answer {
        self.said(StatusCode::SERVICE_UNAVAILABLE, "resume-title", &["error-too-many-tries"])
    }

    fn not_kept(&self) -> Answer {
        self.said(StatusCode::SERVICE_UNAVAILABLE, "progress-title", &["error-not-kept"])
    }
}

/// The same page once more, in another language: the place in the form says which it was.
fn again(place: &str) -> String {
    match place {
        "sheets" | "forget" => place.to_owned(),
        "" => "overview".to_owned(),
        module => format!("module:{module}"),
    }
}

/// Whether something was answered; what was left out is not kept.
fn is_given(value: &Value) -> bool {
    value.missing().is_none() && !matches!(value, Value::Codes(codes) if codes.is_empty())
}

impl crate::Door {
    /// Deletes what was kept under codes that nobody used for the stated weeks; called every hour.
    ///
    /// # Errors
    /// [`store::StoreError`].
    pub async fn expire_progress(&self) -> Result<(), store::StoreError> {
        let Some(carried) = &self.sources.programme else { return Ok(()) };
        let Some(kept) = &carried.kept else { return Ok(()) };
        let weeks = i32::from(carried.weeks);
        let Ok(before) = self.today().checked_sub(jiff::Span::new().weeks(weeks)) else {
            return Ok(());
        };
        kept.expire(Week::of(before)).await
    }
}
