//! Charts as they were last looked at.
//!
//! With `UPDATE_GOLDEN=1` the pictures in `tests/golden` are written anew. Look at each of them
//! before they are committed.

#![cfg(test)]

mod invented;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[expect(clippy::disallowed_methods, reason = "a test compares with files and may renew them")]
#[test]
fn charts_are_as_they_were_looked_at() {
    let renew = std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1");
    let mut known = BTreeSet::new();
    for chart in invented::charts() {
        let name = format!("{}.svg", chart.id);
        let file = folder().join(&name);
        let drawn = charts::svg(&chart).unwrap();
        if renew {
            fs::write(&file, &drawn).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == drawn, "{name} differs: set UPDATE_GOLDEN=1 and look at it");
        assert!(known.insert(name), "two charts have one id");
    }
    let kept = fs::read_dir(folder()).unwrap();
    let kept: BTreeSet<_> =
        kept.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(kept, known, "a picture without its chart");
}
