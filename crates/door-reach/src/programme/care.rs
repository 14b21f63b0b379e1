//! Help that comes first, and what the self-check suggests.

use axum::http::StatusCode;
use directory::Purpose;
use instrument::{Loaded, check_page};
use web::Form;

use super::Carried;
use super::view::{Words, WordsView};
use crate::filled::Filled;
use crate::state::Session;
use crate::survey::{Answer, Visit};
use crate::views::{HelpSection, paragraphs};

impl<'a> Visit<'a> {
    /// Help comes before everything else when an answer speaks of it.
    pub(super) fn first_of_all(
        &self,
        loaded: &Loaded,
        care: &str,
        help: &[String],
        session: Option<&Session>,
        place: &str,
    ) -> Answer {
        let id = format!("care-{care}");
        let text = loaded.texts.attribute(&self.language, &id, "text").unwrap_or_default();
        let purposes: Vec<Purpose> = help.iter().filter_map(|own| Purpose::parse(own)).collect();
        let p = self.p();
        let (buttons, links) = match session {
            Some(_) => {
                let go = format!("module:{place}");
                (vec![(go, self.texts.shown("care-continue", &[]))], Vec::new())
            }
            None => (Vec::new(), vec![("./".to_owned(), p.shown("all-modules", &[]))]),
        };
        let title = loaded.texts.of(&self.language, &id);
        let lines = HelpSection {
            id: "care",
            title: self.texts.shown("help-title", &[]),
            text: Vec::new(),
            link: None,
            lines: self.reader().lines(&purposes),
        };
        let mut part = Words { text: paragraphs(&text), ..Default::default() };
        if session.is_some() {
            part.text.push(p.shown("saved", &[]));
        }
        let view = WordsView {
            chrome: self.chrome_of(title, place, session.is_some()),
            frame: self.frame(place, session.map(|own| self.sealed(own))),
            parts: vec![part],
            lines: vec![lines],
            code: None,
            code_box: false,
            error: None,
            buttons,
            links,
        };
        self.page(StatusCode::OK, &view)
    }

    /// What the self-check suggests; nothing of it is kept.
    pub(super) fn self_checked(&self, carried: &'a Carried, form: &Form) -> Answer {
        let loaded = &carried.programme.self_check;
        let asked: Vec<_> = loaded.instrument.questions().map(|(_, question)| question).collect();
        let checked = match check_page(&asked, form.fields()) {
            Ok(checked) => checked,
            Err(errors) => {
                return self.self_check(carried, &Filled::from_fields(form.fields()), &errors);
            }
        };
        let cares = &loaded.instrument.care;
        if let Some(care) = cares.iter().find(|care| care.when.holds(&checked.answers)) {
            return self.first_of_all(loaded, &care.id, &care.help, None, "self-check");
        }
        let band = carried.programme.scoring.band(&checked.answers);
        let id =
            band.map_or_else(|| "self-check-few".to_owned(), |b| format!("self-check-{}", b.id));
        let p = self.p();
        let attribute = |name| p.attribute(&id, name, &[]);
        let text: Vec<String> = match attribute("text") {
            Some(text) => vec![text],
            None => vec![p.shown(&id, &[])],
        };
        let heading = if attribute("text").is_some() { p.shown(&id, &[]) } else { String::new() };
        let part = Words {
            heading,
            text: text.into_iter().chain(attribute("next")).collect(),
            ..Words::default()
        };
        let view = WordsView {
            chrome: self.chrome_of(p.shown("self-check-result-title", &[]), "self-check", false),
            frame: self.frame("self-check", None),
            parts: vec![part, self.part("", &["self-check-always"])],
            lines: Vec::new(),
            code: None,
            code_box: false,
            error: None,
            buttons: Vec::new(),
            links: vec![
                (programme::FIRST_MINUTES.0.to_owned(), p.shown("programme-urge", &[])),
                ("../help".to_owned(), p.shown("programme-talk", &[])),
                ("./".to_owned(), p.shown("all-modules", &[])),
            ],
        };
        self.page(StatusCode::OK, &view)
    }
}
