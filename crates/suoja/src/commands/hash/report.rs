//! What is written of a file: a line of a table or a JSON object.

use std::collections::BTreeMap;
use std::path::Path;

use data_encoding::HEXLOWER;
use media::{FileError, Hashed, PicturePrint};
use pdq::Orientation;
use serde::Serialize;

use crate::cli::{Listing, PdqMode};
use crate::files::bytes_of_path;
use crate::printing::printable;

/// How it is written.
pub struct Report {
    pub format: Listing,
    pub mode: PdqMode,
    /// With the fingerprints in other orientations, where those are not given anyway.
    pub turned: bool,
}

/// A file, in the order in which its fields are written. What there is not is null.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    /// The path's bytes in hexadecimal digits, where they are no UTF-8 and `path` only resembles it.
    #[serde(skip_serializing_if = "Option::is_none")]
    path_bytes: Option<String>,
    pdq: Option<String>,
    quality: Option<u8>,
    pdq_mode: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    orientations: Option<BTreeMap<&'static str, String>>,
    md5: Option<String>,
    sha1: Option<String>,
    sha256: Option<String>,
    size: Option<u64>,
    format: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    frames: Option<u32>,
    /// False when a damaged picture was hashed as far as it could be decoded.
    whole: Option<bool>,
    error: Option<String>,
}

impl Report {
    /// One line, with its end.
    pub fn line(&self, path: &Path, hashed: &Result<Hashed, FileError>) -> String {
        match self.format {
            Listing::Json => self.json(path, hashed),
            Listing::Table => self.row(path, hashed),
        }
    }

    fn json(&self, path: &Path, hashed: &Result<Hashed, FileError>) -> String {
        let picture = picture(hashed);
        let digests = hashed.as_ref().ok().map(|own| &own.digests);
        let hex = |bytes: &[u8]| HEXLOWER.encode(bytes);
        let line = Line {
            path: &path.to_string_lossy(),
            path_bytes: bytes_of_path(path),
            pdq: picture.map(|own| own.fingerprint().to_string()),
            quality: picture.map(|own| own.quality),
            pdq_mode: self.mode.name(),
            orientations: picture.filter(|_| self.shows_turned()).map(orientations),
            md5: digests.map(|own| hex(&own.md5)),
            sha1: digests.map(|own| hex(&own.sha1)),
            sha256: digests.map(|own| hex(&own.sha256)),
            size: digests.map(|own| own.size),
            format: picture.map(|own| own.format.to_string()),
            width: picture.map(|own| own.width),
            height: picture.map(|own| own.height),
            frames: picture.map(|own| own.frames),
            whole: picture.map(|own| own.whole),
            error: error(hashed),
        };
        // Texts and numbers always become JSON.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    }

    /// Whoever matches by these lines must not find less than whoever matches the files, so the fingerprints
    /// that can be matched always come in all orientations.
    fn shows_turned(&self) -> bool {
        self.turned || self.mode == PdqMode::Full
    }

    fn row(&self, path: &Path, hashed: &Result<Hashed, FileError>) -> String {
        let path = printable(&path.to_string_lossy());
        match picture(hashed) {
            Some(print) => {
                let (width, height) = (print.width, print.height);
                let note = if print.whole { "" } else { " (damaged, hashed as far as it goes)" };
                let first = format!("{}  {:>3}", print.fingerprint(), print.quality);
                let mut row = format!("{first}  {path}  {width} × {height}{note}\n");
                if self.turned {
                    let turned = Orientation::ALL
                        .map(Orientation::name)
                        .into_iter()
                        .zip(print.orientations())
                        .skip(1);
                    row.extend(turned.map(|(name, own)| format!("{own}       {name}\n")));
                }
                row
            }
            None => format!("{:<64}    -  {path}  {}\n", "-", error(hashed).unwrap_or_default()),
        }
    }
}

fn picture(hashed: &Result<Hashed, FileError>) -> Option<&PicturePrint> {
    hashed.as_ref().ok()?.picture.as_ref().ok()
}

fn error(hashed: &Result<Hashed, FileError>) -> Option<String> {
    match hashed {
        Err(error) => Some(error.to_string()),
        Ok(hashed) => hashed.picture.as_ref().err().map(ToString::to_string),
    }
}

fn orientations(print: &PicturePrint) -> BTreeMap<&'static str, String> {
    Orientation::ALL
        .map(Orientation::name)
        .into_iter()
        .zip(print.orientations().map(|own| own.to_string()))
        .collect()
}
