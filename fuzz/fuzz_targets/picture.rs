//! Any bytes as a picture: no panic and no more memory than the limits, the same answer twice, and a reason
//! that can be shown on a terminal.

#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use media::{Digests, Engine, Limits, Settings};

thread_local! {
    /// Kept from one input to the next, as a worker keeps it.
    static ENGINE: RefCell<Engine> = RefCell::new(Engine::new(settings()));
}

/// Small pictures: what goes wrong goes wrong in those too, and sooner.
fn settings() -> Settings {
    let limits = Limits { pixels: 1 << 20, bytes: 1 << 20, ..Limits::default() };
    Settings { limits, ..Settings::default() }
}

fuzz_target!(|data: &[u8]| {
    assert_eq!(Digests::of(data).size, data.len() as u64);
    let kept = ENGINE.with_borrow_mut(|engine| engine.print(data));
    assert_eq!(kept, Engine::new(settings()).print(data), "what came before changes nothing");
    match kept {
        Ok(print) => {
            assert!(u64::from(print.width) * u64::from(print.height) <= 1 << 20);
            assert!(print.quality <= 100 && print.frames >= 1);
        }
        Err(why) => assert!(!why.to_string().contains(char::is_control)),
    }
});
