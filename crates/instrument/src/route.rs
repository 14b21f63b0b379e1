//! Which page comes next, and what became of every question.

use std::collections::BTreeSet;

use crate::{Answers, Care, Instrument, Missing, Page, Question, Value};

impl Page {
    /// The questions of this page that these answers lead to; none if the page is passed over.
    pub fn asked(&self, answers: &Answers) -> Vec<&Question> {
        if !self.when.as_ref().is_none_or(|when| when.holds(answers)) {
            return Vec::new();
        }
        let asked = |q: &&Question| q.when.as_ref().is_none_or(|when| when.holds(answers));
        self.questions.iter().filter(asked).collect()
    }
}

impl Instrument {
    /// The first page at or after `from` that these answers lead to, or `None` at the end.
    pub fn next_page(&self, from: usize, answers: &Answers) -> Option<usize> {
        (from..self.pages.len()).find(|at| !self.pages[*at].asked(answers).is_empty())
    }

    /// The last page before `at` that these answers lead to.
    pub fn previous_page(&self, at: usize, answers: &Answers) -> Option<usize> {
        (0..at.min(self.pages.len())).rev().find(|at| !self.pages[*at].asked(answers).is_empty())
    }

    /// The rule that brings help after this page was answered, if one applies.
    pub fn care_due(&self, page: &Page, answers: &Answers) -> Option<&Care> {
        let here: BTreeSet<&str> = page.questions.iter().map(|q| q.id.as_str()).collect();
        self.care
            .iter()
            .find(|care| !care.when.questions().is_disjoint(&here) && care.when.holds(answers))
    }
}

/// What became of every question for one person: an answer, or why there is none.
///
/// `answers` are those of the pages in `sent` (places of pages). An answer to a question that the
/// other answers lead past is dropped: the person went back and took another way. A question
/// before the last page that was sent is never *not reached*, only left out by a lost part.
pub fn standing(instrument: &Instrument, sent: &BTreeSet<usize>, answers: &Answers) -> Answers {
    let mut standing = Answers::new();
    for (at, page) in instrument.pages.iter().enumerate() {
        let asked: BTreeSet<&str> = page.asked(&standing).iter().map(|q| q.id.as_str()).collect();
        for question in &page.questions {
            let value = if !asked.contains(question.id.as_str()) {
                Value::from(Missing::NotAsked)
            } else if !sent.contains(&at) {
                Value::from(Missing::NotReached)
            } else {
                let given = answers.get(&question.id).cloned();
                given.unwrap_or(Value::from(Missing::Skipped))
            };
            standing.insert(question.id.clone(), value);
        }
    }
    standing
}
