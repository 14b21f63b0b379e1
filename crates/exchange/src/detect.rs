//! Which format a list has, by its first bytes.

use crate::{Format, HashKind, HashValue};

/// Tells the format of a list by its first bytes; a few thousand are enough. `None` when nothing fits: then
/// the operator has to say. A table is told as one; which of its columns holds what is never guessed.
pub fn detect(first: &[u8]) -> Option<Format> {
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    match first.first()? {
        b'<' => holds(first, "queryResult").then_some(Format::Ncmec),
        b'{' if holds(first, "\"hashRecords\"") => Some(Format::StopNcii),
        b'{' if holds(first, "\"data\"") && holds(first, "\"indicator\"") => Some(Format::Updates),
        b'{' | b'[' => None,
        _ => by_line(std::str::from_utf8(first.split(|byte| *byte == b'\n').next()?).ok()?.trim()),
    }
}

fn holds(bytes: &[u8], word: &str) -> bool {
    memchr::memmem::find(bytes, word.as_bytes()).is_some()
}

fn by_line(line: &str) -> Option<Format> {
    let word = line.split_whitespace().next()?;
    if word.parse::<HashKind>().is_ok() && word.len() < line.len() {
        return Some(Format::Flat);
    }
    let fields: Vec<&str> = line.split(',').collect();
    let digest = |text: &str| {
        let kinds = [HashKind::Pdq, HashKind::Md5, HashKind::Sha1, HashKind::Sha256];
        kinds.into_iter().any(|kind| HashValue::parse(kind, text.as_bytes()).is_ok())
    };
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match fields.as_slice() {
        [hash] if digest(hash) => Some(Format::Flat),
        [hash, entry, added, _] if digest(hash) && number(entry) && is_added(added) => {
            Some(Format::Rollup)
        }
        [hash, entry, first, added, _]
            if digest(hash) && number(entry) && number(first) && is_added(added) =>
        {
            Some(Format::Rollup)
        }
        [_, _, ..] => Some(Format::Csv),
        _ => line.contains([';', '\t']).then_some(Format::Csv),
    }
}

/// Whether a field says when a descriptor was added.
fn is_added(text: &str) -> bool {
    text == "mine" || crate::field::time(text.as_bytes()).is_ok_and(|time| time.is_some())
}
