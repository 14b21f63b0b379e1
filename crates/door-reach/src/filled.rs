//! What stands in the fields of a page: the same pairs that a browser sends.

use zeroize::Zeroize;

use instrument::{Answers, Kind, Missing, Page, Question, Value};

/// The fields of a page as they are shown.
#[derive(Default)]
pub struct Filled(Vec<(String, String)>);

impl Filled {
    /// What was sent, to be shown again.
    pub fn from_fields(fields: &[(String, String)]) -> Self {
        Self(fields.to_vec())
    }

    /// What was answered before, to be shown again.
    pub fn from_answers(page: &Page, answers: &Answers) -> Self {
        let mut filled = Vec::new();
        for question in &page.questions {
            let Some(value) = answers.get(&question.id) else { continue };
            let texts = texts(question, value);
            filled.extend(texts.into_iter().map(|text| (question.id.clone(), text)));
        }
        Self(filled)
    }

    /// Whether an option is chosen.
    pub fn has(&self, question: &str, option: &str) -> bool {
        self.0.iter().any(|(id, value)| id == question && value == option)
    }

    /// What stands in a text or number box.
    pub fn text(&self, question: &Question) -> &str {
        let offered = |value: &str| Missing::offered(value).is_some();
        let own = self.0.iter().find(|(id, value)| *id == question.id && !offered(value));
        own.map_or("", |(_, value)| value)
    }

    /// The answers in it that can be read and hold no words, as a draft for going back.
    pub fn draft(&self, page: &Page, answers: &Answers) -> Answers {
        let asked = page.asked(answers);
        let readable = asked.iter().filter(|q| !matches!(q.kind, Kind::Text { .. }));
        let mut draft = Answers::new();
        for question in readable {
            if let Ok(checked) = instrument::check_page(&[question], &self.0) {
                draft.extend(checked.answers);
            }
        }
        draft
    }
}

impl Drop for Filled {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(|(_, value)| value.zeroize());
    }
}

fn texts(question: &Question, value: &Value) -> Vec<String> {
    if let Some(missing) = value.missing() {
        let chosen = question.offer.contains(&missing);
        return if chosen { vec![missing.name().to_owned()] } else { Vec::new() };
    }
    let name = |code: &i64| {
        question
            .choices()
            .iter()
            .find(|choice| choice.code == *code)
            .map(|choice| choice.id.clone())
    };
    match (&question.kind, value) {
        (Kind::Single(_), Value::Code(code)) => name(code).into_iter().collect(),
        (Kind::Multiple { .. }, Value::Codes(codes)) => codes.iter().filter_map(name).collect(),
        (Kind::Scale { .. } | Kind::Number { .. }, Value::Code(code)) => vec![code.to_string()],
        // A survey's state holds no words; what a code of the programme opens does.
        (Kind::Text { .. }, Value::Text(words)) => vec![words.clone()],
        _ => Vec::new(),
    }
}
