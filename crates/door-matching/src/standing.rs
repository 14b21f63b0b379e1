//! How every list is: its index, and whether its rows can be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use exchange::{HashKind, HashValue};
use matching::{ListStatus, NotAnswered, Question};

use crate::service::Service;

/// How long it is remembered which rows can be read, so that whoever watches keeps nobody waiting.
const REMEMBERED: Duration = Duration::from_secs(1);

/// How a list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// It answers.
    Ready,
    /// It is being read.
    Loading,
    /// It does not answer, for this reason.
    Damaged(String),
}

impl State {
    pub fn is_ready(&self) -> bool {
        *self == Self::Ready
    }

    /// In a word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Loading => "loading",
            Self::Damaged(_) => "damaged",
        }
    }
}

/// A list and how it is.
pub(crate) struct Standing {
    pub list: ListStatus,
    pub state: State,
}

/// Lists whose rows cannot be read, and why.
type Unread = Arc<BTreeMap<String, String>>;

/// What is remembered of lists between two looks.
#[derive(Default)]
pub(crate) struct Seen {
    unread: tokio::sync::Mutex<Option<(Instant, Unread)>>,
    damaged: std::sync::Mutex<BTreeSet<String>>,
}

impl Service {
    /// How every list is, by name.
    pub(crate) async fn standing(&self) -> Vec<Standing> {
        let unread = self.unread().await;
        let standing = |list: ListStatus| {
            let state = match (&list.index.not_answered, unread.get(&list.name)) {
                (Some(radius::NotAnswered::Loading), _) => State::Loading,
                (Some(why), _) => State::Damaged(why.to_string()),
                (None, Some(why)) => State::Damaged(why.clone()),
                (None, None) => State::Ready,
            };
            Standing { list, state }
        };
        self.answers.status().into_iter().map(standing).collect()
    }

    /// Sentences about lists that do not answer any more, or do again, since this was asked the last time.
    pub async fn changes(&self) -> Vec<String> {
        let standing = self.standing().await;
        let mut damaged = self.seen.damaged.lock().unwrap_or_else(PoisonError::into_inner);
        let mut changes = Vec::new();
        for Standing { list, state } in standing {
            let name = list.name;
            match state {
                State::Damaged(why) if damaged.insert(name.clone()) => {
                    changes.push(format!("the list {name} is damaged and does not answer: {why}"));
                }
                State::Ready if damaged.remove(&name) => {
                    changes.push(format!("the list {name} answers again"));
                }
                _ => {}
            }
        }
        changes
    }

    /// Asks every list a question; one that cannot read its rows says so.
    async fn unread(&self) -> Unread {
        let mut known = self.seen.unread.lock().await;
        if let Some((_, unread)) = known.as_ref().filter(|own| own.0.elapsed() < REMEMBERED) {
            return Arc::clone(unread);
        }
        let unread: BTreeMap<_, _> = self
            .ask(&[of_nothing()])
            .await
            .into_iter()
            .flat_map(|answer| answer.not_answered)
            .filter_map(|(list, why)| match why {
                NotAnswered::Damaged(why) => Some((list, why)),
                _ => None,
            })
            .collect();
        let unread = Arc::new(unread);
        *known = Some((Instant::now(), Arc::clone(&unread)));
        unread
    }
}

/// A question about a file that does not exist.
fn of_nothing() -> Question {
    let digest = blake3::hash(b"suoja: can this list read its rows?");
    let kinds = [(HashKind::Md5, 16), (HashKind::Sha1, 20), (HashKind::Sha256, 32)];
    let hash = |(kind, size): (HashKind, usize)| {
        HashValue::from_bytes(kind, digest.as_bytes().get(..size)?).ok()
    };
    Question { exact: kinds.into_iter().filter_map(hash).collect(), ..Question::default() }
}
