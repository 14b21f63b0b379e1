//! Any text as a state field and any bytes as a state: no panic, nothing forged is taken, and what
//! is a state stays the same on its way through bytes, seal and field.

#![no_main]

#[path = "help_us.rs"]
mod help_us;

use std::sync::LazyLock;

use door_reach::State;
use help_us::HELP_US;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use web::{Entropy, KeyRing};

/// The same bytes always: a finding must come back when its input does.
struct Fixed;

impl Entropy for Fixed {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

static RING: LazyLock<KeyRing> = LazyLock::new(|| KeyRing::new(Timestamp::UNIX_EPOCH, &Fixed));

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = std::str::from_utf8(data) {
        forged(text);
    }
    changed(data);
    let Some(state) = State::from_bytes(data) else { return };
    let bytes = state.to_bytes();
    assert_eq!(State::from_bytes(&bytes).as_ref(), Some(&state));
    let field = RING.seal(&bytes, &Fixed);
    let opened = RING.open(&field).map(|(_, opened)| State::from_bytes(&opened));
    assert_eq!(opened, Ok(Some(state.clone())));
    walk(state);
});

/// A text that we did not seal opens nothing.
fn forged(text: &str) {
    assert!(RING.open(text).is_err(), "a forged field was taken");
}

/// The first two bytes choose a character of a true field and what to put there.
fn changed(data: &[u8]) {
    let [at, with, rest @ ..] = data else { return };
    let field = RING.seal(rest, &Fixed);
    assert!(RING.open(&field).is_ok_and(|(_, opened)| *opened == rest));
    let mut other = field.clone().into_bytes();
    let at = usize::from(*at) % other.len();
    other[at] = *with & 0x7f;
    if let Ok(other) = String::from_utf8(other)
        && other != field
    {
        forged(&other);
    }
}

/// What the door asks of a state of a survey, also of one that it would never have written.
fn walk(state: State) {
    let State::Survey(mut survey) = state else { return };
    let answers = survey.answers(&HELP_US);
    for (at, page) in HELP_US.pages.iter().enumerate() {
        _ = page.asked(&answers);
        _ = HELP_US.care_due(page, &answers);
        _ = HELP_US.next_page(at + 1, &answers);
        _ = HELP_US.previous_page(at, &answers);
    }
    _ = HELP_US.questions().filter(|(_, own)| survey.is_written(&HELP_US, &own.id)).count();
    survey.remember(&HELP_US, &answers);
    assert!(survey.answers(&HELP_US) == answers, "remembering what stands changes nothing");
}
