//! What a page answered, and what follows from that.

use std::fmt;

use ::directory::Address;

/// What a page answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It answers.
    Answers {
        /// The status of HTTP.
        status: u16,
    },
    /// It answers, and leads to another host.
    Elsewhere {
        /// The status there.
        status: u16,
        /// That host.
        host: String,
    },
    /// It answers, and refuses.
    Refuses {
        /// The status of HTTP.
        status: u16,
    },
    /// It does not answer.
    Silent {
        /// Why, in words.
        why: String,
    },
}

/// A page and what it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The page.
    pub address: Address,
    /// What it answered without Tor, if it was asked so.
    pub direct: Option<Answer>,
    /// What it answered over Tor, if it was asked so.
    pub tor: Option<Answer>,
}

/// What follows from the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It answers.
    Answers,
    /// Someone should look where it leads.
    Elsewhere,
    /// It answers without Tor and not with it.
    BlocksTor,
    /// It does not answer.
    Silent,
}

impl Answer {
    /// Whether a visitor gets a page.
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Answers { .. } | Self::Elsewhere { .. })
    }
}

impl Asked {
    /// What follows from the answers.
    pub fn verdict(&self) -> Verdict {
        let page = |answer: &Option<Answer>| answer.as_ref().map(Answer::is_page);
        let elsewhere = |answer: &&Answer| matches!(answer, Answer::Elsewhere { .. });
        match (page(&self.direct), page(&self.tor)) {
            (Some(true), Some(false)) => Verdict::BlocksTor,
            (Some(false), _) | (None, Some(false)) => Verdict::Silent,
            _ if [&self.direct, &self.tor].into_iter().flatten().any(|own| elsewhere(&own)) => {
                Verdict::Elsewhere
            }
            _ => Verdict::Answers,
        }
    }

    /// Whether it cannot stay so.
    pub fn is_wrong(&self) -> bool {
        matches!(self.verdict(), Verdict::BlocksTor | Verdict::Silent)
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answers { status } => write!(f, "answers ({status})"),
            Self::Elsewhere { status, host } => write!(f, "leads to {host} ({status})"),
            Self::Refuses { status } => write!(f, "refuses ({status})"),
            Self::Silent { why } => write!(f, "does not answer: {why}"),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Answers => "answers",
            Self::Elsewhere => "leads elsewhere: look whether it is still theirs",
            Self::BlocksTor => "blocks Tor",
            Self::Silent => "does not answer",
        })
    }
}
