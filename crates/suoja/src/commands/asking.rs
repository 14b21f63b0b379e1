//! From what workers say of a file to a question to the lists.

use exchange::{HashKind, HashValue};
use matching::{Gap, Prints, Question};
use media::{Digests, Hashed, PicturePrint, Undecodable};
use pdq::Orientation;

use crate::cli::AskArgs;

/// What lists are asked about a file.
pub fn question(hashed: &Hashed, ask: &AskArgs) -> Question {
    Question {
        pdq: hashed.picture.as_ref().ok().map(|picture| prints(picture, ask.as_stored)),
        exact: exact(&hashed.digests),
        gap: gap(hashed),
        ..nothing(ask)
    }
}

/// What of the file a list of pictures is not asked about. What is empty or no picture shows nothing.
fn gap(hashed: &Hashed) -> Option<Gap> {
    match &hashed.picture {
        Ok(picture) => Gap::of(picture.whole, picture.frames),
        Err(Undecodable::Empty | Undecodable::NotAPicture) => None,
        Err(_) => Some(Gap::NotDecoded),
    }
}

/// A question that no list can answer, in its place.
pub fn nothing(ask: &AskArgs) -> Question {
    let (surface, region) = (ask.surface.clone(), ask.region.clone());
    Question { surface, region, ..Question::default() }
}

fn prints(picture: &PicturePrint, as_stored: bool) -> Prints {
    let all = Orientation::ALL.into_iter().zip(picture.orientations());
    let prints = if as_stored { all.take(1).collect() } else { all.collect() };
    Prints { prints, quality: Some(picture.quality) }
}

/// The digests of a file. Those of an empty file are none: they would match every empty file.
fn exact(digests: &Digests) -> Vec<HashValue> {
    let all = [
        (HashKind::Md5, &digests.md5[..]),
        (HashKind::Sha1, &digests.sha1[..]),
        (HashKind::Sha256, &digests.sha256[..]),
    ];
    all.into_iter().filter_map(|(kind, bytes)| HashValue::from_bytes(kind, bytes).ok()).collect()
}
