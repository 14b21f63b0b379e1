//! Any bytes as the body of a form: no panic in the decoder or in the checks of any page, and what
//! passes the checks fits into the one size of a part and reads back equal.

#![no_main]

#[path = "help_us.rs"]
mod help_us;

use std::sync::LazyLock;

use help_us::HELP_US;
use instrument::{Origin, Page, Part, Question, check_page};
use libfuzzer_sys::fuzz_target;
use web::{Form, MOST_FIELDS};

/// Writes out the longest part there is: once is enough.
static SIZE: LazyLock<usize> = LazyLock::new(|| HELP_US.part_size());

fuzz_target!(|body: &[u8]| {
    let Ok(form) = Form::parse(body) else { return };
    assert!(form.fields().len() <= MOST_FIELDS);
    for page in &HELP_US.pages {
        // Every question at once: what routing would ask is a part of it.
        let all: Vec<&Question> = page.questions.iter().collect();
        check(page, &all, &form);
        for question in &all {
            check(page, &[question], &form);
        }
    }
});

fn check(page: &Page, asked: &[&Question], form: &Form) {
    let checked = match check_page(asked, form.fields()) {
        Ok(checked) => checked,
        Err(errors) => {
            assert!(!errors.is_empty() && errors.len() <= asked.len());
            return;
        }
    };
    assert_eq!(checked.answers.len(), asked.len(), "an answer or a reason for every question");
    // The longest origin there is, so that only the answers decide whether the part fits.
    let origin = Origin {
        study: &"s".repeat(64),
        answer: &"0".repeat(32),
        language: &"l".repeat(35),
        recipients: &"0".repeat(16),
        revision: u32::MAX,
    };
    let part = Part::new(&HELP_US, &page.id, origin, checked.answers);
    let mut json = part.to_json();
    assert!(json.len() <= *SIZE, "{} bytes on page {}", json.len(), page.id);
    json.resize(*SIZE, b' ');
    assert!(Part::from_json(&json).is_ok_and(|read| read == part), "a part reads back equal");
}
