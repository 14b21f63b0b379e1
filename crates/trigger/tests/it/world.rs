//! Lists, as an operator would compile them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use trigger::{ListKey, Source, Trigger, compile};

pub fn key() -> ListKey {
    ListKey::new([5; 32])
}

/// The bytes of a compiled list.
pub fn compiled(list: &str) -> Vec<u8> {
    compile(&Source::parse("list.txt", list).unwrap(), &key()).unwrap().to_bytes()
}

pub fn trigger(list: &str) -> Trigger {
    Trigger::load(&compiled(list), &key()).unwrap()
}
