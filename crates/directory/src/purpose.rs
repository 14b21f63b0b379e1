//! For whom or for what an entry is.

use serde::Deserialize;

/// For whom or for what an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A child is in danger now.
    Danger,
    /// Reporting what was seen online.
    Report,
    /// Under 18.
    Youth,
    /// Was harmed.
    Harmed,
    /// Worried about oneself.
    #[serde(rename = "self")]
    Oneself,
    /// Worried about someone else.
    Other,
    /// Thoughts of hurting oneself.
    Crisis,
    /// Here for work.
    Professional,
}

impl Purpose {
    /// The purpose that goes by this name in files.
    pub fn parse(name: &str) -> Option<Self> {
        let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
        Self::deserialize(name).ok()
    }
}
