//! Writes the small index that the tests of a format's version read for ever:
//! `cargo run --release --package radius --example format -- crates/radius/tests/formats/v1`.
#![expect(clippy::unwrap_used, reason = "a sample that cannot be written has failed")]

use std::path::PathBuf;

use radius::Writer;

#[path = "../tests/it/world.rs"]
#[expect(dead_code, reason = "only its invented hashes are needed here")]
mod world;

fn main() {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap());
    let mut writer = Writer::open(&dir).unwrap();
    writer.add(world::entries(40, 1)).unwrap();
    writer.tidy(&mut |_, _| {}).unwrap();
    writer.add(world::entries(3, 2)).unwrap();
    writer.withdraw(&world::entries(40, 1)[..4]).unwrap();
}
