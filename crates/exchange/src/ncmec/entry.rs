//! One entry of NCMEC's list while it is read, and the rows it gives.

use crate::{BadRow, Change, Fault, HashKind, HashValue, Reason, Row, field};

/// Hashes that an entry may have. Nine kinds are known.
const MOST_HASHES: usize = 64;

pub(super) struct Entry {
    film: bool,
    deleted: bool,
    line: u64,
    pub(super) member: Option<String>,
    id: Option<String>,
    timestamp: String,
    class: String,
    /// Line of the hash that is being read.
    pub(super) hash_line: u64,
    hashes: Vec<Result<(u64, HashValue), BadRow>>,
    too_many: bool,
}

impl Entry {
    /// The entry that an element of this name holds, if it holds one.
    pub(super) fn named(name: &str, line: u64) -> Option<Self> {
        let (film, deleted) = match name {
            "image" => (false, false),
            "video" => (true, false),
            "deletedImage" => (false, true),
            "deletedVideo" => (true, true),
            _ => return None,
        };
        let (timestamp, class, hashes) = (String::new(), String::new(), Vec::new());
        let (member, id, hash_line, too_many) = (None, None, line, false);
        Some(Self {
            film,
            deleted,
            line,
            member,
            id,
            timestamp,
            class,
            hash_line,
            hashes,
            too_many,
        })
    }

    pub(super) fn set(&mut self, field: &str, text: &str) {
        match field {
            "id" => self.id = Some(text.to_owned()),
            "timestamp" => text.clone_into(&mut self.timestamp),
            "classification" => text.clone_into(&mut self.class),
            _ => {}
        }
    }

    /// Takes a fingerprint. One without a text is a link, or empty.
    pub(super) fn add_hash(&mut self, name: &str, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if self.hashes.len() == MOST_HASHES {
            self.too_many = true;
            return;
        }
        let line = self.hash_line;
        let read = self.hash(name, text).map(|hash| (line, hash));
        self.hashes.push(read.map_err(|reason| BadRow { line, reason }));
    }

    fn hash(&self, name: &str, text: &str) -> Result<HashValue, Reason> {
        let kind = match name.parse()? {
            HashKind::Md5 if self.film => HashKind::VideoMd5,
            kind => kind,
        };
        Ok(HashValue::parse(kind, text.as_bytes())?)
    }

    /// The rows of the entry: one a hash, or one for a tombstone.
    pub(super) fn rows(self) -> Vec<Result<Row, Fault>> {
        let whole = match self.shared() {
            Ok(shared) => shared,
            Err(reason) => return vec![Err(BadRow { line: self.line, reason }.into())],
        };
        if self.deleted {
            return vec![Ok(whole)];
        }
        let row = |read: Result<(u64, HashValue), BadRow>| match read {
            Ok((line, hash)) => Ok(Row { change: Change::Add(hash), line, ..whole.clone() }),
            Err(bad) => Err(bad.into()),
        };
        self.hashes.into_iter().map(row).collect()
    }

    /// What all rows of the entry share.
    fn shared(&self) -> Result<Row, Reason> {
        let of = |name, text: &Option<String>| {
            field::text(name, text.as_deref().unwrap_or_default().as_bytes())
        };
        let (member, entry) = (of("member", &self.member)?, of("id", &self.id)?);
        if member.is_none() || entry.is_none() {
            return Err(Reason::NoKey);
        }
        if self.too_many {
            return Err(Reason::ManyHashes(MOST_HASHES));
        }
        if self.hashes.is_empty() && !self.deleted {
            return Err(Reason::NoHash);
        }
        let class = field::text("classification", self.class.as_bytes())?;
        let changed = field::time(self.timestamp.as_bytes())?;
        Ok(Row { member, entry, class, changed, ..Row::new(Change::WithdrawEntry, self.line) })
    }
}
