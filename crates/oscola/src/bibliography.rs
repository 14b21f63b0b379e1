//! All sources of a document, by id.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};

use crate::full::short_head;
use crate::source::Source;
use crate::terms::Terms;

/// A source and the name it goes by later.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Entry {
    /// The short form: of a case its short name; of an act, treaty or organisation's work the
    /// whole short form; of a person's work the short title, printed where the person has several.
    pub short: Option<String>,
    /// The source itself.
    #[serde(flatten)]
    pub source: Source,
}

/// Sources by id, each with all that its citation needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bibliography {
    entries: BTreeMap<String, Entry>,
}

/// Why sources are no bibliography.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BibliographyError {
    /// An id is empty.
    #[error("a source has an empty id; name it, for example after its author and year")]
    EmptyId,
    /// A title, name or short form has nothing in it.
    #[error("source `{id}` has an empty `{field}`; write it, or leave out an optional one")]
    Empty {
        /// The source.
        id: String,
        /// The field.
        field: &'static str,
    },
    /// It says when it was read, but not where.
    #[error("source `{id}` has `accessed` but no `url`; add the address or remove the date")]
    AccessedWithoutUrl {
        /// The source.
        id: String,
    },
    /// It could not be found by what would be printed.
    #[error("source `{id}` cannot be found by its reader; add {missing}")]
    Incomplete {
        /// The source.
        id: String,
        /// The fields that would do.
        missing: &'static str,
    },
}

impl Bibliography {
    /// Checks each source and keeps them.
    ///
    /// # Errors
    /// [`BibliographyError`] for the first source, in the order of ids, that could not be cited.
    pub fn new(entries: BTreeMap<String, Entry>) -> Result<Self, BibliographyError> {
        entries.iter().try_for_each(|(id, entry)| check(id, entry))?;
        Ok(Self { entries })
    }

    /// The source of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entries.get(id)
    }

    /// All sources, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().map(|(id, entry)| (id.as_str(), entry))
    }

    /// The same source with its id as it is kept here.
    pub(crate) fn find(&self, id: &str) -> Option<(&str, &Entry)> {
        self.entries.get_key_value(id).map(|(id, entry)| (id.as_str(), entry))
    }

    /// Whether more than one work would be called by this head alone.
    pub(crate) fn has_several_by(&self, head: &str, terms: &Terms) -> bool {
        let heads = self.entries.values().filter_map(|entry| short_head(&entry.source, terms));
        heads.filter(|other| other == head).nth(1).is_some()
    }
}

fn check(id: &str, entry: &Entry) -> Result<(), BibliographyError> {
    let Entry { short, source } = entry;
    let id = id.to_owned();
    if id.trim().is_empty() {
        return Err(BibliographyError::EmptyId);
    }
    for (field, text) in [("title", source.title()), ("short", short.as_deref())] {
        if text.is_some_and(|text| text.trim().is_empty()) {
            return Err(BibliographyError::Empty { id, field });
        }
    }
    match (source.lacks(), source.online()) {
        (Some(missing), _) => Err(BibliographyError::Incomplete { id, missing }),
        (None, (None, Some(_))) => Err(BibliographyError::AccessedWithoutUrl { id }),
        _ => Ok(()),
    }
}

impl<'de> Deserialize<'de> for Bibliography {
    /// Reads a map of ids, so that a mistake in a source is told with its id.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Sources;

        impl<'de> Visitor<'de> for Sources {
            type Value = Bibliography;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("sources by id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Bibliography, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some(id) = map.next_key::<String>()? {
                    let named = |error| A::Error::custom(format!("source `{id}`: {error}"));
                    let entry = map.next_value().map_err(named)?;
                    if entries.contains_key(&id) {
                        return Err(A::Error::custom(format!("source `{id}` is there twice")));
                    }
                    entries.insert(id, entry);
                }
                Bibliography::new(entries).map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_map(Sources)
    }
}
