//! Sheets that gather what was answered.

use axum::http::StatusCode;
use instrument::{Answers, Loaded, Value};

use super::Carried;
use super::view::{SheetView, SheetsView};
use crate::state::Session;
use crate::survey::{Answer, Visit};
use crate::views::paragraphs;

impl<'a> Visit<'a> {
    pub(super) fn sheets(
        &self,
        carried: &'a Carried,
        session: &Session,
        answers: &Answers,
    ) -> Answer {
        let (p, exercises) = (self.p(), &carried.programme.exercises);
        let sheet = |own: &programme::Sheet| {
            let id = format!("sheet-{}", own.id);
            let told = own.questions.iter().filter_map(|question| {
                let said = self.told(exercises, question, answers.get(question)?);
                Some((exercises.texts.of(&self.language, question), said))
            });
            SheetView {
                title: p.shown(&id, &[]),
                lead: p.attribute(&id, "lead", &[]).unwrap_or_default(),
                answers: told.collect(),
            }
        };
        let view = SheetsView {
            sheets: carried.programme.sheets.iter().map(sheet).collect(),
            chrome: self.chrome_of(p.shown("sheets-title", &[]), "sheets", true),
            frame: self.frame("sheets", Some(self.sealed(session))),
        };
        self.page(StatusCode::OK, &view)
    }

    /// An answer in words.
    fn told(&self, loaded: &Loaded, id: &str, value: &Value) -> Vec<String> {
        let question = loaded.instrument.question(id);
        let label = |code: &i64| {
            let choices = question.map(|own| own.choices()).unwrap_or_default();
            let choice = choices.iter().find(|choice| choice.code == *code);
            let label = choice.and_then(|own| loaded.texts.attribute(&self.language, id, &own.id));
            label.unwrap_or_else(|| code.to_string())
        };
        match value {
            Value::Code(code) => vec![label(code)],
            Value::Codes(codes) => codes.iter().map(label).collect(),
            Value::Text(words) => paragraphs(words),
        }
    }
}
