//! Notices drafted from a match: files for a person to read, change and send. Nothing is sent here.
//!
//! A notice holds no picture, and no hash but those of the file that was found: the hash on the list
//! that it matched has no place in [`Found`]. It claims no more than was seen: that nobody has looked
//! is the ordinary case, and is said.

mod check;
mod cybertip;
mod drafts;
mod letter;
mod xarf;

use std::fmt;

use jiff::Timestamp;
use pdq::Fingerprint;

pub use check::NoticeError;
pub use drafts::{Document, Drafts};
pub use xarf::{Classification, UnknownClass};

/// What is known of a file that was found, and who says so to whom.
pub struct Notice {
    /// Its number.
    pub id: NoticeId,
    /// What was found.
    pub found: Found,
    /// Where.
    pub place: Place,
    /// Who reports.
    pub reporter: Reporter,
    /// To whom the letter goes.
    pub to: Recipient,
    /// When this is written.
    pub written: Timestamp,
    /// The legal basis, word for word as the operator states it. Up to 2,000 characters; lines may end.
    pub legal_basis: Option<String>,
}

/// The number of a notice: a UUID of version 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoticeId([u8; 16]);

/// What was found.
pub struct Found {
    /// Hashes of the file itself, as they were computed.
    pub hashes: FileHashes,
    /// What it is.
    pub media: Media,
    /// Its name. Up to 2,056 characters.
    pub file_name: Option<String>,
    /// How it was compared.
    pub how: How,
    /// The list it matched, as it may be named to others; nothing where it may not. Up to 200 characters.
    pub list: Option<String>,
    /// What the list says that it shows, in the list's words. Up to 200 characters.
    pub class: Option<String>,
    /// When it was found. In the past when this is written.
    pub at: Timestamp,
    /// Whether a person at the reporting organisation has looked at the whole content. False unless
    /// someone says so: a match of hashes is no look.
    pub viewed: bool,
    /// Whether the reporting organisation has removed it from its own service.
    pub removed: bool,
}

/// Hashes of the file that was found. At least one is needed.
#[derive(Default)]
pub struct FileHashes {
    /// MD5.
    pub md5: Option<[u8; 16]>,
    /// SHA-1.
    pub sha1: Option<[u8; 20]>,
    /// SHA-256.
    pub sha256: Option<[u8; 32]>,
    /// PDQ of the picture.
    pub pdq: Option<Fingerprint>,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// A picture.
    Image,
    /// A film.
    Video,
}

/// How a file was compared with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A hash of it is on the list.
    Exact,
    /// Its perceptual hash is near to one on the list.
    Near,
}

/// Where a file was found: an address, a place on one's own system, or both.
#[derive(Default)]
pub struct Place {
    /// Its address on the web. Up to 2,083 characters.
    pub url: Option<String>,
    /// Its path. Up to 2,083 characters.
    pub path: Option<String>,
    /// The IP address or name of the machine that gave it out; the host of the address unless said.
    pub source: Option<String>,
    /// Whether anyone could open it, where that is known.
    pub public: Option<bool>,
}

/// Who reports.
pub struct Reporter {
    /// Name of the organisation. Up to 200 characters.
    pub organisation: String,
    /// E-mail address for answers. Up to 255 characters.
    pub contact: String,
    /// Domain of the organisation.
    pub domain: String,
    /// First and last name of the person who reports. Up to 100 characters each.
    pub person: Option<(String, String)>,
}

/// To whom a letter goes.
pub struct Recipient {
    /// What they are.
    pub role: Role,
    /// Their name. Up to 200 characters.
    pub name: Option<String>,
}

/// What the recipient of a letter is. It decides what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who stores or gives out the file.
    Host,
    /// A hotline.
    Hotline,
    /// An authority.
    Regulator,
}

impl NoticeId {
    /// A number from sixteen random bytes.
    pub fn new(random: [u8; 16]) -> Self {
        let mut bytes = random;
        // RFC 9562, section 5.4: version and variant.
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Self(bytes)
    }

    /// The part of it that stands in names of files.
    fn short(self) -> String {
        self.to_string().split_off(24)
    }
}

impl fmt::Display for NoticeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, byte) in self.0.iter().enumerate() {
            let dash = if [4, 6, 8, 10].contains(&at) { "-" } else { "" };
            write!(f, "{dash}{byte:02x}")?;
        }
        Ok(())
    }
}

impl FileHashes {
    /// Their names as NCMEC writes them, and small hexadecimal digits.
    fn named(&self) -> Vec<(&'static str, String)> {
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        let all = [
            ("MD5", self.md5.as_ref().map(|own| hex(own))),
            ("SHA1", self.sha1.as_ref().map(|own| hex(own))),
            ("SHA256", self.sha256.as_ref().map(|own| hex(own))),
            ("PDQ", self.pdq.as_ref().map(|own| own.to_string())),
        ];
        all.into_iter().filter_map(|(name, hash)| Some((name, hash?))).collect()
    }
}
