//! The formats that are read, their names, and how one is told by its first bytes.

use std::fmt;
use std::str::FromStr;

use crate::{Columns, HashKind};

/// A format of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One `kind hash` a line.
    Flat,
    /// A table with a mapping of its columns.
    Csv,
    /// The roll-up of descriptors that python-threatexchange keeps.
    Rollup,
    /// The answers of ThreatExchange's `threat_updates`.
    Updates,
    /// The answers of NCMEC's hash sharing API, version 2.
    Ncmec,
    /// The answers of StopNCII's `FetchHashes`.
    StopNcii,
}

/// A format, and what has to be said to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// One `kind hash` a line, or, with a kind, one hash a line.
    Flat {
        /// The kind of every hash.
        kind: Option<HashKind>,
    },
    /// A table.
    Csv(Columns),
    /// A roll-up of descriptors.
    Rollup {
        /// The kind of every hash, which stands in the name of the file.
        kind: HashKind,
    },
    /// Answers of `threat_updates`.
    Updates,
    /// Answers of NCMEC's hash sharing API.
    Ncmec,
    /// Answers of StopNCII.
    StopNcii,
}

impl Shape {
    /// Its format.
    pub fn format(&self) -> Format {
        match self {
            Self::Flat { .. } => Format::Flat,
            Self::Csv(_) => Format::Csv,
            Self::Rollup { .. } => Format::Rollup,
            Self::Updates => Format::Updates,
            Self::Ncmec => Format::Ncmec,
            Self::StopNcii => Format::StopNcii,
        }
    }
}

/// A name of no format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this format is not known; known are flat, csv, rollup, updates, ncmec and stopncii")]
pub struct UnknownFormat;

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Flat, Self::Csv, Self::Rollup, Self::Updates, Self::Ncmec, Self::StopNcii];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flat => "flat",
            Self::Csv => "csv",
            Self::Rollup => "rollup",
            Self::Updates => "updates",
            Self::Ncmec => "ncmec",
            Self::StopNcii => "stopncii",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(UnknownFormat)
    }
}
