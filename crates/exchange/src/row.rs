//! One row of a list.

use jiff::Timestamp;

use crate::HashValue;

/// One row of a list: a hash that comes or goes, and what its source says of it.
///
/// The key of an entry is member and entry together, where a source has them. Sources that show only the
/// latest state of an entry (NCMEC) repeat it whole: what it no longer names is no longer listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What happens.
    pub change: Change,
    /// Who gave the entry, by the source's own number or name.
    pub member: Option<Box<str>>,
    /// The entry, by the source's own number.
    pub entry: Option<Box<str>>,
    /// What the source says that it shows, in the source's own words: `A1`, `B`, `MALICIOUS` …
    pub class: Option<Box<str>>,
    /// The source's tags, without white space within.
    pub tags: Vec<Box<str>>,
    /// When the source last changed it.
    pub changed: Option<Timestamp>,
    /// Line of the file on which it stands, from 1.
    pub line: u64,
}

/// What a row does to a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The hash is listed.
    Add(HashValue),
    /// The hash is listed no longer. Where the row names an entry, only by that entry.
    Withdraw(HashValue),
    /// No hash of this entry is listed any longer; [`Row::entry`] says which.
    WithdrawEntry,
}

/// Whether something comes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It comes.
    Add,
    /// It goes.
    Withdraw,
}

impl Row {
    /// A row with nothing but its change.
    pub fn new(change: Change, line: u64) -> Self {
        Self {
            change,
            member: None,
            entry: None,
            class: None,
            tags: Vec::new(),
            changed: None,
            line,
        }
    }

    /// The hash, where the row names one.
    pub fn hash(&self) -> Option<&HashValue> {
        match &self.change {
            Change::Add(hash) | Change::Withdraw(hash) => Some(hash),
            Change::WithdrawEntry => None,
        }
    }

    /// Whether it comes or goes.
    pub fn action(&self) -> Action {
        match self.change {
            Change::Add(_) => Action::Add,
            Change::Withdraw(_) | Change::WithdrawEntry => Action::Withdraw,
        }
    }
}

impl Action {
    /// What happens to a hash.
    pub(crate) fn of(self, hash: HashValue) -> Change {
        match self {
            Self::Add => Change::Add(hash),
            Self::Withdraw => Change::Withdraw(hash),
        }
    }
}
