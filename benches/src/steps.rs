//! What a visitor sends, and the page that must follow.

use crate::visits::{INSTRUMENT, PAGES};

/// Where a visit begins.
pub const FIRST: &str = "/fr/";

const STATE: &str = "name=\"state\" value=\"";

/// One form.
pub struct Step {
    /// Its fields but for the state, as they are sent.
    pub fields: String,
    /// The page that follows.
    pub page: &'static str,
    /// What only that page has; `None` on the last, which has no form.
    mark: Option<String>,
    /// Whether a page of answers is stored.
    pub stored: bool,
}

impl Step {
    /// Whether this is the page that follows.
    pub fn shows(&self, page: &str) -> bool {
        match &self.mark {
            Some(mark) => page.contains(mark) && state(page).is_some(),
            None => page.contains("</html>") && state(page).is_none(),
        }
    }
}

/// From the entrance to the thanks.
pub fn steps() -> Vec<Step> {
    let plain = |go: &str, page: &'static str, mark: String| Step {
        fields: format!("go={go}"),
        page,
        mark: Some(mark),
        stored: false,
    };
    let mut steps = vec![
        plain("me", "age", "value=\"adult\"".to_owned()),
        plain("adult", "start", format!("value=\"{INSTRUMENT}\"")),
        plain(INSTRUMENT, PAGES[0].id, mark(0)),
    ];
    for (at, page) in PAGES.iter().enumerate() {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(page.fields).append_pair("go", "next");
        let next = PAGES.get(at + 1);
        steps.push(Step {
            fields: form.finish(),
            page: next.map_or("thanks", |page| page.id),
            mark: next.map(|_| mark(at + 1)),
            stored: true,
        });
    }
    steps
}

fn mark(at: usize) -> String {
    PAGES[at].fields.first().map_or(String::new(), |(name, _)| format!("id=\"q-{name}\""))
}

/// The state that a page carries for itself.
pub fn state(page: &str) -> Option<&str> {
    page.split_once(STATE)?.1.split('"').next()
}

/// The form that is sent from a page.
pub fn body(step: &Step, page: &str) -> String {
    match state(page) {
        Some(state) => format!("state={state}&{}", step.fields),
        None => step.fields.clone(),
    }
}
