//! One hash of a list: read from text, compared by its bytes, never shown by accident.

use std::fmt;

use data_encoding::{BASE64, BASE64_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use pdq::Fingerprint;

use crate::HashKind;

/// Bytes that a hash kept as text may have. TMK+PDQF in base64 has about 350,000.
pub const LONGEST_HASH: usize = 512 * 1024;

/// A hash and its kind. Equal bytes of the same kind are the same hash, however lists write them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HashValue {
    kind: HashKind,
    bytes: Bytes,
}

/// Up to 32 bytes stand in place, so that a row of a long list asks for no memory of its own.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Bytes {
    Short { length: u8, bytes: [u8; 32] },
    Long(Box<[u8]>),
}

/// Why a text is no hash. Says nothing of the text itself: lists are secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadHash {
    /// It is not written as hashes of this kind are.
    #[error("a hash of the kind {0} is written as {form}", form = form(*.0))]
    Form(HashKind),
    /// It has no bits.
    #[error("a {0} of zeros says nothing and matches what it must not; leave it out")]
    Zeros(HashKind),
    /// It is the hash of nothing.
    #[error("this is the {0} of an empty file, which would match every empty file; leave it out")]
    EmptyFile(HashKind),
}

impl HashValue {
    /// Reads a hash as lists write it, without white space around it. Hexadecimal digits may be large or
    /// small. PDQ may be 44 characters of base64 (as Project Arachnid Shield takes it; that the order of
    /// bytes is that of the hexadecimal text is not confirmed). PhotoDNA may be 288 hexadecimal digits, 192
    /// characters of base64 or 144 numbers with commas between them; which of these a list uses is not
    /// public.
    ///
    /// # Errors
    /// [`BadHash`]
    pub fn parse(kind: HashKind, text: &[u8]) -> Result<Self, BadHash> {
        let Some(length) = kind.bytes() else { return Self::opaque(kind, text) };
        if length > 32 {
            let bytes = photo_dna(text, length).ok_or(BadHash::Form(kind))?;
            return Self::from_bytes(kind, &bytes);
        }
        let mut bytes = [0; 32];
        let base64 = kind == HashKind::Pdq && text.len() == 44;
        let read = if base64 { base64_into(text, &mut bytes) } else { hex_into(text, &mut bytes) };
        if read != Some(length) {
            return Err(BadHash::Form(kind));
        }
        Self::from_bytes(kind, &bytes[..length])
    }

    /// A hash from its bytes; a kind kept as text takes the bytes of the text.
    ///
    /// # Errors
    /// [`BadHash`]
    pub fn from_bytes(kind: HashKind, bytes: &[u8]) -> Result<Self, BadHash> {
        let Some(length) = kind.bytes() else { return Self::opaque(kind, bytes) };
        if bytes.len() != length {
            return Err(BadHash::Form(kind));
        }
        if bytes.iter().all(|byte| *byte == 0) {
            return Err(BadHash::Zeros(kind));
        }
        if empty_file(kind) == Some(bytes) {
            return Err(BadHash::EmptyFile(kind));
        }
        Ok(Self { kind, bytes: Bytes::new(bytes) })
    }

    /// Text that is kept as it is, and compared letter by letter.
    fn opaque(kind: HashKind, text: &[u8]) -> Result<Self, BadHash> {
        let readable = std::str::from_utf8(text).is_ok_and(|text| !text.contains(char::is_control));
        let trimmed = text.trim_ascii().len() == text.len();
        if !readable || !trimmed || text.is_empty() || text.len() > LONGEST_HASH {
            return Err(BadHash::Form(kind));
        }
        Ok(Self { kind, bytes: Bytes::new(text) })
    }

    /// Its kind.
    pub fn kind(&self) -> HashKind {
        self.kind
    }

    /// Its bytes: as many as [`HashKind::bytes`] says, or those of the text.
    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Short { length, bytes } => &bytes[..usize::from(*length)],
            Bytes::Long(bytes) => bytes,
        }
    }

    /// The fingerprint, where it is a PDQ.
    pub fn pdq(&self) -> Option<Fingerprint> {
        if self.kind != HashKind::Pdq {
            return None;
        }
        self.bytes().try_into().ok().map(Fingerprint)
    }

    /// The hash as it is written to a list or a notice: small hexadecimal digits; PhotoDNA in base64; text
    /// as it is.
    pub fn text(&self) -> String {
        match self.kind.bytes() {
            None => String::from_utf8_lossy(self.bytes()).into_owned(),
            Some(length) if length > 32 => BASE64.encode(self.bytes()),
            Some(_) => HEXLOWER.encode(self.bytes()),
        }
    }
}

impl From<Fingerprint> for HashValue {
    /// A fingerprint as it was computed, also one of zeros: what may not stand in a list may be the print
    /// of a file.
    fn from(print: Fingerprint) -> Self {
        Self { kind: HashKind::Pdq, bytes: Bytes::new(&print.0) }
    }
}

impl fmt::Debug for HashValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HashValue({}, ..)", self.kind)
    }
}

impl Bytes {
    fn new(own: &[u8]) -> Self {
        let mut bytes = [0; 32];
        match (bytes.get_mut(..own.len()), u8::try_from(own.len())) {
            (Some(place), Ok(length)) => {
                place.copy_from_slice(own);
                Self::Short { length, bytes }
            }
            _ => Self::Long(own.into()),
        }
    }
}

fn form(kind: HashKind) -> &'static str {
    match kind {
        HashKind::Pdq => "64 hexadecimal digits, or 44 characters of base64",
        HashKind::Md5 | HashKind::VideoMd5 => "32 hexadecimal digits",
        HashKind::Sha1 => "40 hexadecimal digits",
        HashKind::Sha256 => "64 hexadecimal digits",
        HashKind::PhotoDna => {
            "288 hexadecimal digits, 192 characters of base64, or 144 numbers with commas"
        }
        _ => "text of at most half a megabyte, without line ends and other control characters",
    }
}

/// How many bytes the digits give, if they are digits and not more than fit.
fn hex_into(text: &[u8], bytes: &mut [u8; 32]) -> Option<usize> {
    let length = text.len() / 2;
    let place = bytes.get_mut(..length)?;
    if !text.len().is_multiple_of(2) {
        return None;
    }
    HEXLOWER_PERMISSIVE.decode_mut(text, place).ok()
}

fn base64_into(text: &[u8], bytes: &mut [u8; 32]) -> Option<usize> {
    let decoded = BASE64.decode(text).ok()?;
    bytes.get_mut(..decoded.len())?.copy_from_slice(&decoded);
    Some(decoded.len())
}

fn photo_dna(text: &[u8], length: usize) -> Option<Vec<u8>> {
    if text.len() == 2 * length {
        return HEXLOWER_PERMISSIVE.decode(text).ok();
    }
    if text.len() == length / 3 * 4 {
        return BASE64_NOPAD.decode(text).ok();
    }
    // 144 numbers of at most three digits, with a comma and a space between them.
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= 5 * length)?;
    text.split(',').map(|number| number.trim().parse().ok()).collect()
}

/// The hash of an empty file.
fn empty_file(kind: HashKind) -> Option<&'static [u8]> {
    const MD5: [u8; 16] = [
        0xd4, 0x1d, 0x8c, 0xd9, 0x8f, 0x00, 0xb2, 0x04, 0xe9, 0x80, 0x09, 0x98, 0xec, 0xf8, 0x42,
        0x7e,
    ];
    const SHA1: [u8; 20] = [
        0xda, 0x39, 0xa3, 0xee, 0x5e, 0x6b, 0x4b, 0x0d, 0x32, 0x55, 0xbf, 0xef, 0x95, 0x60, 0x18,
        0x90, 0xaf, 0xd8, 0x07, 0x09,
    ];
    const SHA256: [u8; 32] = [
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9,
        0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52,
        0xb8, 0x55,
    ];
    match kind {
        HashKind::Md5 | HashKind::VideoMd5 => Some(&MD5),
        HashKind::Sha1 => Some(&SHA1),
        HashKind::Sha256 => Some(&SHA256),
        _ => None,
    }
}
