//! What lists answer. "Not answered" and "no match" cannot be confused: they are two outcomes.

use std::fmt;

use exchange::{HashKind, HashValue};
use pdq::Orientation;
use serde::Serialize;

use crate::{Gap, Level, Provenance};

/// What is to be made of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is on a list.
    Match {
        /// The most that any list asks for.
        level: Level,
        /// Every list that applies has answered; others might have added to this.
        complete: bool,
    },
    /// Every list that applies has answered, and it is on none.
    NoMatch,
    /// It was found on no list, and not every list that applies has answered. Hold the file and ask again:
    /// it may be on a list.
    NotAnswered,
}

/// What all lists together say of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What is to be made of it.
    pub outcome: Outcome,
    /// Where it is listed: what asks for more and is nearer first.
    pub findings: Vec<Finding>,
    /// What would be findings, were it not on a never-match list.
    pub suppressed: Vec<Suppressed>,
    /// Lists that apply and did not answer.
    pub not_answered: Vec<(String, NotAnswered)>,
    /// Lists that hold no hash of any kind that was asked. They do not apply; where no list does, nothing
    /// was answered.
    pub nothing_to_compare: Vec<String>,
    /// Lists that are switched off on this surface, with the legal basis that the policy notes.
    pub off: Vec<(String, String)>,
    /// At least so many findings are left out of [`Answer::findings`], which holds [`MOST_FINDINGS`] of a list
    /// for each of: the same hash, a near fingerprint, a fingerprint that is set aside.
    pub left_out: usize,
}

/// Findings of one list and one sort that an answer holds, those that ask for most and are nearest.
pub const MOST_FINDINGS: usize = 100;

/// A row of a list that a file matches.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// The list's name.
    pub list: String,
    /// The class of the list, in the operator's words.
    pub class: String,
    /// Who gave the list.
    pub source: String,
    /// What follows.
    pub level: Level,
    /// How near it is.
    pub nearness: Nearness,
    /// The listed hash. A secret of the list: not for outsiders.
    pub hash: HashValue,
    /// Where the row comes from. Not for outsiders.
    pub provenance: Provenance,
    /// What a person should know.
    pub notes: Vec<Note>,
}

/// How near a file is to a listed hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nearness {
    /// The hash is the same.
    Exact(HashKind),
    /// So many bits of the fingerprints differ.
    Within {
        /// Bits that differ, 0 to 47.
        distance: u32,
        /// How the picture was turned to be so near.
        orientation: Orientation,
    },
}

/// What a person should know about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The listed hash matched more files than the policy expects and is set aside: it no longer leads to
    /// action until someone has looked and released it.
    SetAside,
    /// The picture has little in it: its fingerprint suffices for review only.
    LowQuality,
    /// Nobody said what quality the fingerprint of the picture has.
    UnknownQuality,
    /// A never-match list did not answer, which might have said that this is none.
    NeverListSilent,
}

/// A finding that a never-match list keeps from counting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// What was found.
    pub finding: Finding,
    /// The never-match list.
    pub by: String,
}

/// Why a list did not answer. This says nothing about what is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnswered {
    /// It is being read.
    Loading,
    /// Something of it cannot be read; the operator sees what.
    Damaged(String),
    /// It has rules for surfaces, and none for this one.
    UnknownSurface,
    /// The list holds fingerprints, the picture has too little in it for one, and nothing else was found.
    LowQuality(u8),
    /// The list holds fingerprints, a part of the picture was not compared, and nothing was found.
    Gap(Gap),
}

/// What an outsider is told of a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Brief {
    /// What follows.
    pub level: Level,
    /// The class of the list.
    pub class: String,
    /// Who gave the list.
    pub source: String,
}

impl Finding {
    /// What an outsider is told: class, source and what follows; no hash, no distance, no row.
    pub fn brief(&self) -> Brief {
        Brief { level: self.level, class: self.class.clone(), source: self.source.clone() }
    }

    /// Bits that differ; none where the hash is the same.
    pub fn distance(&self) -> u32 {
        match self.nearness {
            Nearness::Exact(_) => 0,
            Nearness::Within { distance, .. } => distance,
        }
    }
}

impl Answer {
    /// What an outsider is told of the findings, each once.
    pub fn briefs(&self) -> Vec<Brief> {
        let mut briefs: Vec<Brief> = self.findings.iter().map(Finding::brief).collect();
        briefs.sort_by(|one, two| two.cmp(one));
        briefs.dedup();
        briefs
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Finding({}, row {}, {:?})", self.list, self.provenance.row, self.level)
    }
}

impl fmt::Display for NotAnswered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Loading => f.write_str("the list is still loading; ask again in a moment"),
            Self::Damaged(what) => write!(f, "the list cannot be read: {what}"),
            Self::UnknownSurface => f.write_str(
                "the policy of the list has no rule for this surface and region; add a [[surface]] with \
                 its legal basis",
            ),
            Self::LowQuality(quality) => write!(
                f,
                "the picture has too little in it for a fingerprint (quality {quality}), and by its other \
                 hashes it is not listed"
            ),
            Self::Gap(Gap::NotDecoded) => f.write_str(
                "the file was not decoded as a picture, so that it was not compared by its looks",
            ),
            Self::Gap(Gap::NotWhole) => f.write_str(
                "the picture is damaged and was compared only as far as it could be decoded",
            ),
            Self::Gap(Gap::FirstOf(frames)) => {
                write!(f, "only the first of {frames} frames or pages was compared")
            }
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SetAside => {
                "the listed hash has matched more files than the policy expects and is set aside until \
                 someone has looked and released it"
            }
            Self::LowQuality => "the picture has little in it: enough for review only",
            Self::UnknownQuality => "nobody said what quality the fingerprint of the picture has",
            Self::NeverListSilent => {
                "a never-match list did not answer; it might have said that this is none"
            }
        })
    }
}
