//! Whether fallbacks lead somewhere, and nowhere twice.

use std::collections::{BTreeMap, BTreeSet};

use crate::raw::Entry;

use super::Reader;

/// Every fallback is there, shares a purpose with its entry, and no chain of them is a circle.
pub(super) fn check(reader: &mut Reader<'_>, entries: &[Entry]) {
    let all: BTreeMap<&str, &Entry> =
        entries.iter().map(|entry| (entry.id.get_ref().as_str(), entry)).collect();
    for entry in entries {
        let Some(fallback) = &entry.fallback else { continue };
        let Some(other) = all.get(fallback.get_ref().as_str()) else {
            reader.fault(fallback, format!("there is no entry `{}`", fallback.get_ref()));
            continue;
        };
        let purposes = other.purposes.get_ref();
        if !entry.purposes.get_ref().iter().any(|own| purposes.contains(own)) {
            let what = format!(
                "`{}` is for others than `{}`: nobody would ever be sent there",
                fallback.get_ref(),
                entry.id.get_ref()
            );
            reader.fault(fallback, what);
        }
        if goes_round(entry, &all) {
            let what = format!("the fallbacks of `{}` lead in a circle", entry.id.get_ref());
            reader.fault(fallback, what);
        }
    }
}

/// Whether following fallbacks comes back to an entry that it has left.
fn goes_round(entry: &Entry, all: &BTreeMap<&str, &Entry>) -> bool {
    let mut seen = BTreeSet::from([entry.id.get_ref().as_str()]);
    let mut at = entry;
    while let Some(next) = at.fallback.as_ref().and_then(|id| all.get(id.get_ref().as_str())) {
        if !seen.insert(next.id.get_ref().as_str()) {
            return true;
        }
        at = next;
    }
    false
}
