//! The file's own hashes, as `suoja hash --format json` wrote them.

use std::io::BufRead;

use anyhow::{Result, bail};
use data_encoding::HEXLOWER_PERMISSIVE;
use exchange::{FileHashes, Media};
use serde::Deserialize;

use super::lines;

/// What is known of a file by hashing it.
pub struct Hashed {
    /// Its hashes. At least one.
    pub hashes: FileHashes,
    /// What it is, where it was decoded.
    pub media: Option<Media>,
    /// What a person should look at before anything is sent.
    pub doubts: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    path: Option<String>,
    pdq: Option<String>,
    md5: Option<String>,
    sha1: Option<String>,
    sha256: Option<String>,
    whole: Option<bool>,
}

/// Reads the hashes of the file at a path; of the only file that is there, where its path is not known or it is
/// a part of an archive.
///
/// # Errors
/// When they are not there, or malformed.
pub fn read(input: impl BufRead, path: Option<&str>) -> Result<Hashed> {
    let (mut first, mut count) = (None, 0_u64);
    lines::each(input, |number, bytes| {
        let line: Line = lines::object(bytes, number, "`suoja hash --format json`")?;
        if path.is_none() || line.path.as_deref() == path {
            count += 1;
            first.get_or_insert((number, line));
        }
        Ok(())
    })?;
    match (first, count) {
        (Some((number, line)), 1) => line.hashed(number, path.is_none()),
        (None, _) => bail!(
            "the hashes are not of the file that the answer is about; its path must be the same in both"
        ),
        (Some(_), many) => {
            bail!("the hashes are of {many} files; give those of the one file alone")
        }
    }
}

impl Line {
    fn hashed(self, number: u64, by_itself: bool) -> Result<Hashed> {
        let hashes = FileHashes {
            md5: digest(self.md5.as_deref(), number)?,
            sha1: digest(self.sha1.as_deref(), number)?,
            sha256: digest(self.sha256.as_deref(), number)?,
            pdq: match self.pdq {
                Some(own) => Some(own.parse().map_err(|_| malformed(number))?),
                None => None,
            },
        };
        let mut doubts = Vec::new();
        if by_itself {
            doubts.push(
                "Nothing shows that the hashes are of the file that matched: see that they are."
                    .to_owned(),
            );
        }
        if self.whole == Some(false) {
            doubts.push("The picture is damaged and was hashed as far as it goes.".to_owned());
        }
        let media = hashes.pdq.map(|_| Media::Image);
        Ok(Hashed { hashes, media, doubts })
    }
}

fn digest<const N: usize>(text: Option<&str>, number: u64) -> Result<Option<[u8; N]>> {
    let Some(text) = text else { return Ok(None) };
    let bytes = HEXLOWER_PERMISSIVE.decode(text.as_bytes()).map_err(|_| malformed(number))?;
    bytes.try_into().map(Some).map_err(|_| malformed(number))
}

fn malformed(number: u64) -> anyhow::Error {
    anyhow::anyhow!("line {number} of the hashes holds one with too many, too few or wrong digits")
}
