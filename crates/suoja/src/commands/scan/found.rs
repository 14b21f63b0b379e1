//! What a scan says of one file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::commands::told::{Told, Verdict};
use crate::files::bytes_of_path;

/// What a scan says of one file, or of one part of an archive.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Found {
    /// Where it is.
    pub path: String,
    /// The path's bytes in hexadecimal digits, where they are no UTF-8 and `path` only resembles it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_bytes: Option<String>,
    /// The part of the archive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside: Option<String>,
    /// What came of it.
    pub result: FoundKind,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// Whether trying again may give something else. Such is not noted in a journal.
    #[serde(skip)]
    pub passing: bool,
    /// What the lists answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Told>,
}

/// What came of a file. In this order a summary tells them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundKind {
    /// It is on a list.
    Match,
    /// It could not be read, or not to its end.
    NotRead,
    /// It is a picture or a film that could not be decoded; its digests are on no list.
    NotDecoded,
    /// A list that applies did not answer.
    NotAnswered,
    /// It is no picture, and no list has hashes of a kind that could be compared.
    OtherNotCompared,
    /// It is no picture; its digests were compared and are on no list.
    Other,
    /// It is empty.
    Empty,
    /// A link, a pipe, a socket or a device.
    Special,
    /// Every list that applies has answered, and it is on none.
    NoMatch,
}

impl FoundKind {
    /// Every kind, in order.
    pub const ALL: [Self; 9] = [
        Self::Match,
        Self::NotRead,
        Self::NotDecoded,
        Self::NotAnswered,
        Self::OtherNotCompared,
        Self::Other,
        Self::Empty,
        Self::Special,
        Self::NoMatch,
    ];

    /// Its name in tables and objects.
    pub fn name(self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::NotRead => "not_read",
            Self::NotDecoded => "not_decoded",
            Self::NotAnswered => "not_answered",
            Self::OtherNotCompared => "other_not_compared",
            Self::Other => "other",
            Self::Empty => "empty",
            Self::Special => "special",
            Self::NoMatch => "no_match",
        }
    }

    /// In words, for a summary.
    pub fn words(self) -> &'static str {
        match self {
            Self::Match => "on a list",
            Self::NotRead => "could not be read",
            Self::NotDecoded => "could not be decoded; their digests are on no list",
            Self::NotAnswered => "a list did not answer about",
            Self::OtherNotCompared => "no pictures, and nothing could be compared",
            Self::Other => "no pictures; their digests are on no list",
            Self::Empty => "empty",
            Self::Special => "links, pipes, sockets, devices",
            Self::NoMatch => "on no list",
        }
    }

    /// Whether a person should hear of it.
    pub fn is_notable(self) -> bool {
        self <= Self::NotAnswered
    }
}

impl Found {
    /// Something of which no list was asked.
    pub fn unasked(
        path: &Path,
        inside: Option<&str>,
        result: FoundKind,
        why: Option<String>,
    ) -> Self {
        Self {
            path: path.to_string_lossy().into_owned(),
            path_bytes: bytes_of_path(path),
            inside: inside.map(str::to_owned),
            result,
            why,
            passing: false,
            answer: None,
        }
    }

    /// The same, where trying again may give something else.
    pub fn for_now(self, passing: bool) -> Self {
        Self { passing: self.passing || passing, ..self }
    }

    /// A file of which lists were asked, and what is known of it beside their answer.
    pub fn asked(path: &Path, inside: Option<&str>, told: Told, picture: Picture) -> Self {
        let matched = told.outcome == Verdict::Match;
        let answered = told.outcome == Verdict::NoMatch;
        let (result, why) = match picture {
            Picture::Whole if answered => (FoundKind::NoMatch, None),
            Picture::Whole => (FoundKind::NotAnswered, Some(told.not_answered.join("; "))),
            Picture::None if answered => (FoundKind::Other, None),
            Picture::None => (FoundKind::OtherNotCompared, None),
            Picture::Broken(why) => (FoundKind::NotDecoded, Some(why)),
        };
        let result = if matched { FoundKind::Match } else { result };
        let why = why.filter(|why| !why.is_empty());
        let passing = result == FoundKind::NotAnswered;
        Self { answer: Some(told), passing, ..Self::unasked(path, inside, result, why) }
    }
}

/// What is known of a file beside the lists' answer.
pub enum Picture {
    /// Its picture was decoded whole.
    Whole,
    /// It is no picture.
    None,
    /// It is one that could not be decoded, or not whole.
    Broken(String),
}
