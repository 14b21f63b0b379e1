//! The naive twin of the reader of flat lists: the standard library's lines, split and checked by hand.

use std::io::BufRead;

/// Kind and digits in small letters of every row, or nothing for a row that is no good. Knows the
/// kinds of fixed length that are written in hexadecimal digits.
pub fn rows(list: impl BufRead) -> impl Iterator<Item = Option<(String, String)>> {
    list.lines().filter_map(|line| row(line.unwrap_or_default().trim()))
}

fn row(line: &str) -> Option<Option<(String, String)>> {
    if line.is_empty() {
        return None;
    }
    let Some((kind, hash)) = line.split_once(' ') else { return Some(None) };
    let hash = hash.trim().to_lowercase();
    let length = match kind {
        "md5" => 32,
        "sha1" => 40,
        "pdq" | "sha256" => 64,
        _ => return Some(None),
    };
    let digits = hash.len() == length && hash.chars().all(|digit| digit.is_ascii_hexdigit());
    let zeros = hash.chars().all(|digit| digit == '0');
    Some((digits && !zeros).then(|| (kind.to_owned(), hash)))
}
