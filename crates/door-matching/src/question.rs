//! Reading the questions of `/v1/lookup`. Every fault is named by its place.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;

use exchange::{BadHash, HashKind, HashValue};
use matching::{Prints, Question};
use pdq::{Fingerprint, Orientation};
use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

/// The most questions of one call.
pub const MOST_QUESTIONS: usize = 10_000;
/// The largest body of `/v1/lookup`, in bytes: 10,000 questions with every usual hash have about five
/// million.
pub const LARGEST_LOOKUP: usize = 8 << 20;
/// Other hashes that one question may have.
const MOST_OTHERS: usize = 16;
/// Longest name of a surface or region, in bytes.
const LONGEST_NAME: usize = 200;

/// A question as it was read.
#[derive(Debug, PartialEq, Eq)]
pub struct Asked {
    /// What lists are asked.
    pub question: Question,
    /// Hashes that were left out because they say nothing, such as that of an empty file.
    pub left_out: Vec<BadHash>,
}

/// Reads the body of `/v1/lookup`.
///
/// # Errors
/// A sentence that names the place.
pub fn read(body: &[u8]) -> Result<Vec<Asked>, String> {
    let lookup: Lookup = serde_json::from_slice(body).map_err(|error| {
        format!("the body is not the JSON that /openapi.json describes: {error}")
    })?;
    if lookup.questions.is_empty() {
        return Err("questions: ask 1 to 10,000".to_owned());
    }
    let numbered = lookup.questions.into_iter().enumerate();
    numbered
        .map(|(at, item)| item.read().map_err(|what| format!("questions[{at}]{what}")))
        .collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lookup {
    #[serde(deserialize_with = "at_most::<_, Item, MOST_QUESTIONS>")]
    questions: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    pdq: Option<String>,
    #[serde(default)]
    orientations: BTreeMap<Turned, String>,
    quality: Option<u8>,
    md5: Option<String>,
    sha1: Option<String>,
    sha256: Option<String>,
    #[serde(default, deserialize_with = "at_most::<_, Other, MOST_OTHERS>")]
    others: Vec<Other>,
    surface: Option<String>,
    region: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Other {
    kind: String,
    hash: String,
}

impl Item {
    fn read(self) -> Result<Asked, String> {
        let pdq = self.prints()?;
        let mut exact = Exact::default();
        for (kind, text) in [
            (HashKind::Md5, &self.md5),
            (HashKind::Sha1, &self.sha1),
            (HashKind::Sha256, &self.sha256),
        ] {
            if let Some(text) = text {
                exact.add(kind, text).map_err(|what| format!(".{kind}: {what}"))?;
            }
        }
        for (at, other) in self.others.iter().enumerate() {
            let kind: HashKind =
                other.kind.parse().map_err(|what| format!(".others[{at}].kind: {what}"))?;
            if kind == HashKind::Pdq {
                return Err(format!(
                    ".others[{at}].kind: a PDQ stands in `pdq`, with its `quality`"
                ));
            }
            exact.add(kind, &other.hash).map_err(|what| format!(".others[{at}].hash: {what}"))?;
        }
        if pdq.is_none() && exact.hashes.is_empty() && exact.left_out.is_empty() {
            return Err(": give a hash: pdq, md5, sha1, sha256 or others".to_owned());
        }
        for (name, text) in [("surface", &self.surface), ("region", &self.region)] {
            if text.as_ref().is_some_and(|text| text.is_empty() || text.len() > LONGEST_NAME) {
                return Err(format!(".{name}: 1 to {LONGEST_NAME} bytes, or leave it out"));
            }
        }
        let question = Question {
            pdq,
            gap: None,
            exact: exact.hashes,
            surface: self.surface,
            region: self.region,
        };
        Ok(Asked { question, left_out: exact.left_out })
    }

    fn prints(&self) -> Result<Option<Prints>, String> {
        let quality = self.quality;
        if quality.is_some_and(|quality| quality > 100) {
            return Err(".quality: 0 to 100".to_owned());
        }
        let parse = |place: &str, text: &str| -> Result<Fingerprint, String> {
            let wrong = || format!("{place}: a PDQ is written as 64 hexadecimal digits");
            text.to_ascii_lowercase().parse().map_err(|_| wrong())
        };
        let mut prints = Vec::new();
        for (turned, text) in &self.orientations {
            let place = format!(".orientations.{}", turned.0.name());
            prints.push((turned.0, parse(&place, text)?));
        }
        match (&self.pdq, prints.is_empty()) {
            (Some(_), false) => Err(": give `pdq` or `orientations`, not both".to_owned()),
            (Some(text), true) => Ok(Some(Prints::one(parse(".pdq", text)?, quality))),
            (None, false) => Ok(Some(Prints { prints, quality })),
            (None, true) if quality.is_some() => Err(".quality: there is no `pdq`".to_owned()),
            (None, true) => Ok(None),
        }
    }
}

/// How a picture is turned, by its name; in the order of [`Orientation::ALL`].
#[derive(PartialEq, Eq)]
struct Turned(Orientation);

impl Turned {
    fn place(&self) -> Option<usize> {
        Orientation::ALL.iter().position(|own| *own == self.0)
    }
}

impl PartialOrd for Turned {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Turned {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl<'de> Deserialize<'de> for Turned {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let found = Orientation::ALL.into_iter().find(|own| own.name() == name);
        found.map(Self).ok_or_else(|| {
            let known = Orientation::ALL.map(Orientation::name).join(", ");
            D::Error::custom(format!("an orientation is one of {known}"))
        })
    }
}

#[derive(Default)]
struct Exact {
    hashes: Vec<HashValue>,
    left_out: Vec<BadHash>,
}

impl Exact {
    /// A hash that says nothing is no mistake of the asker: every service meets empty files.
    fn add(&mut self, kind: HashKind, text: &str) -> Result<(), BadHash> {
        match HashValue::parse(kind, text.as_bytes()) {
            Ok(hash) => self.hashes.push(hash),
            Err(wrong @ BadHash::Form(_)) => return Err(wrong),
            Err(says_nothing) => self.left_out.push(says_nothing),
        }
        Ok(())
    }
}

/// Reads a sequence of at most so many: more are not read into memory first.
fn at_most<'de, D, T, const MOST: usize>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    struct AtMost<T, const MOST: usize>(std::marker::PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for AtMost<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "at most {MOST} in []")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
            let mut read = Vec::new();
            while let Some(next) = sequence.next_element()? {
                if read.len() == MOST {
                    return Err(A::Error::custom(format!(
                        "more than {MOST}; ask in several calls"
                    )));
                }
                read.push(next);
            }
            Ok(read)
        }
    }

    deserializer.deserialize_seq(AtMost::<T, MOST>(std::marker::PhantomData))
}

#[cfg(test)]
mod tests;
