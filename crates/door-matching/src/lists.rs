//! The lists, as this door asks them.

use std::pin::Pin;

use jiff::Timestamp;
use matching::{Answer, ListStatus, Lists, Question};

/// Answers that are on their way.
pub type Asking<'a> = Pin<Box<dyn Future<Output = Vec<Answer>> + Send + 'a>>;

/// What answers questions about files.
pub trait Answers: Send + Sync {
    /// Asks about many files; answers are in the order of the questions.
    fn ask_many<'a>(&'a self, questions: &'a [Question], now: Timestamp) -> Asking<'a>;

    /// How every list is, by name.
    fn status(&self) -> Vec<ListStatus>;
}

impl Answers for Lists {
    fn ask_many<'a>(&'a self, questions: &'a [Question], now: Timestamp) -> Asking<'a> {
        Box::pin(Lists::ask_many(self, questions, now))
    }

    fn status(&self) -> Vec<ListStatus> {
        Lists::status(self)
    }
}
