//! Every version of the format that was ever released is read.

use std::fs;
use std::path::Path;

use radius::{Index, Writer};

use crate::world::{Twin, entries};

/// What `tests/formats/v1` was made of: 40 rows in a file, three additions and four withdrawals in its log.
/// `examples/format.rs` made it.
fn twin() -> Twin {
    let mut twin = Twin(entries(40, 1).into_iter().chain(entries(3, 2)).collect());
    entries(40, 1)[..4].iter().for_each(|entry| assert!(twin.0.remove(entry)));
    twin
}

#[test]
fn version_1_is_read_and_gone_on_with() {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats/v1");
    let dir = tempfile::tempdir().unwrap();
    for file in fs::read_dir(from).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, dir.path().join(path.file_name().unwrap())).unwrap();
    }
    let around: Vec<_> = entries(40, 1).iter().map(|entry| entry.hash).collect();
    let mut twin = twin();
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
    let mut writer = Writer::open(dir.path()).unwrap();
    writer.add(entries(17_000, 3)).unwrap();
    twin.0.extend(entries(17_000, 3));
    writer.tidy(&mut |_, _| {}).unwrap();
    twin.equals(&Index::open(dir.path()).unwrap(), &around);
}
