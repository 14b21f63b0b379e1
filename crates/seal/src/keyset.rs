//! Key sets: the public keys of one study for one quarter, as a file beside the server.

use serde::{Deserialize, Serialize};

use crate::{Recipients, RecipientsError};

/// The public half of a key set, a small TOML file that may be shown to anyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeySet {
    /// The study's id.
    pub study: String,
    /// The quarter, such as `2026-Q4`.
    pub quarter: String,
    /// Public keys in age's spelling.
    pub recipients: Vec<String>,
}

/// A key set that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeySetError {
    /// The quarter is none.
    #[error("`{0}` is no quarter; write it like 2026-Q4")]
    Quarter(String),
    /// The keys are none.
    #[error(transparent)]
    Recipients(#[from] RecipientsError),
}

impl KeySet {
    /// Checks quarter and keys.
    ///
    /// # Errors
    /// [`KeySetError`] when the quarter or a key cannot be read.
    pub fn recipients(&self) -> Result<Recipients, KeySetError> {
        if !is_quarter(&self.quarter) {
            return Err(KeySetError::Quarter(self.quarter.clone()));
        }
        Ok(Recipients::parse(&self.recipients)?)
    }
}

fn is_quarter(text: &str) -> bool {
    let Some((year, quarter)) = text.split_once("-Q") else { return false };
    year.len() == 4
        && year.bytes().all(|b| b.is_ascii_digit())
        && matches!(quarter, "1" | "2" | "3" | "4")
}
