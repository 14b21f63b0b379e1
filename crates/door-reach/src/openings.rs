//! How often the survey was opened, by language: without it a response rate has no data.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use locale::LanguageTag;
use store::{Store, StoreError, Week};

/// Counts in memory, written to the store once an hour and at the end.
#[derive(Default)]
pub struct Openings {
    counts: Mutex<BTreeMap<(Week, String), u64>>,
}

impl Openings {
    /// Counts one.
    pub fn count(&self, week: Week, language: &LanguageTag) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry((week, language.as_str().to_owned())).or_default() += 1;
    }

    /// Writes the counts to the store; those that cannot be written are kept for the next time.
    ///
    /// # Errors
    /// [`StoreError`] as the store gives it.
    pub async fn flush(&self, store: &Store) -> Result<(), StoreError> {
        let taken = {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            std::mem::take(&mut *counts)
        };
        if taken.is_empty() {
            return Ok(());
        }
        let list = taken.iter().map(|((week, tag), count)| (*week, tag.clone(), *count)).collect();
        let written = store.add_openings(list).await;
        if written.is_err() {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, count) in taken {
                *counts.entry(key).or_default() += count;
            }
        }
        written
    }
}
