//! All lists of a folder, asked together.

use std::path::Path;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::answer::Answer;
use crate::decide::{Asked, decide};
use crate::folder::Folder;
use crate::list::List;
use crate::rows::summary;
use crate::{ListError, Policy, Question};

/// How lists are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Read whole before the first question; as they are now. Nothing is written.
    Reading,
    /// For a listener: opens at once, answers "not answered" until a list is read, follows changes within
    /// a second, counts matches, and sets aside hashes that match too much.
    Serving,
}

/// All lists of a folder.
pub struct Lists {
    lists: Vec<List>,
}

/// How a list is.
#[derive(Debug, Clone)]
pub struct ListStatus {
    /// Its name.
    pub name: String,
    /// Its policy.
    pub policy: Policy,
    /// How its index is.
    pub index: radius::Status,
}

impl Lists {
    /// Opens every list of a folder.
    ///
    /// # Errors
    /// [`ListError`] when others can read a list, a policy cannot be used, or a file is damaged; in
    /// [`Mode::Serving`] a damaged index is found while it is read, and then only that list does not answer.
    pub async fn open(dir: &Path, mode: Mode) -> Result<Self, ListError> {
        let mut lists = Vec::new();
        for name in Folder::names(dir)? {
            lists.push(List::open(dir, &name, mode).await?);
        }
        Ok(Self { lists })
    }

    /// Asks every list about one file.
    pub async fn ask(&self, question: &Question, now: Timestamp) -> Answer {
        let mut answers = self.ask_many(std::slice::from_ref(question), now).await;
        // One question, one answer.
        answers.pop().unwrap_or_else(|| decide(Vec::new(), None))
    }

    /// Asks every list about many files; the answers are in the order of the questions.
    pub async fn ask_many(&self, questions: &[Question], now: Timestamp) -> Vec<Answer> {
        let mut said: Vec<Vec<Asked<'_>>> = questions.iter().map(|_| Vec::new()).collect();
        for list in &self.lists {
            let own = list.ask(questions, now).await;
            for (asked, said) in said.iter_mut().zip(own) {
                asked.push(Asked { name: &list.folder.name, policy: &list.policy, said });
            }
        }
        let quality = |question: &Question| question.pdq.as_ref().and_then(|prints| prints.quality);
        said.into_iter().zip(questions).map(|(asked, own)| decide(asked, quality(own))).collect()
    }

    /// A digest that changes when policies or contents change, so that whoever keeps answers knows whether
    /// they are those of these lists.
    ///
    /// # Errors
    /// [`ListError`] when a list cannot be read.
    pub async fn state(&self) -> Result<String, ListError> {
        let mut digest = Sha256::new();
        for list in &self.lists {
            let rows = summary::state(&list.rows).await?;
            digest.update(format!("{} {:?} {rows}\n", list.folder.name, list.policy));
        }
        Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// How every list is, by name.
    pub fn status(&self) -> Vec<ListStatus> {
        let status = |list: &List| ListStatus {
            name: list.folder.name.clone(),
            policy: list.policy.clone(),
            index: list.status(),
        };
        self.lists.iter().map(status).collect()
    }

    /// Whether every list has been read and can answer.
    pub fn ready(&self) -> bool {
        self.lists.iter().all(|list| list.status().not_answered.is_none())
    }
}
