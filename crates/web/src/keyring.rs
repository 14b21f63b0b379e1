//! Keys that live in memory, and the hidden field that is sealed under them.
//!
//! Every round of an hour has one secret. The secret of the round before is kept for one more
//! round, so that a page may lie open for at least an hour; then it is wiped, and with it goes
//! every state field of that round and every link between rows that it made.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use data_encoding::BASE64URL_NOPAD;
use jiff::Timestamp;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::Entropy;

/// Length of a round, in seconds.
pub const ROUND: i64 = 3_600;

/// Bound to every field: another use of the key must name another.
const CONTEXT: &[u8] = b"suoja state field 1";
const EPOCH: usize = 8;
const NONCE: usize = 24;

/// The number of a round: hours since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epoch(i64);

impl Epoch {
    fn at(now: Timestamp) -> Self {
        Self(now.as_second().div_euclid(ROUND))
    }
}

/// Why a state field cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// Its key has been wiped.
    #[error("the page was open for too long")]
    Expired,
    /// It is cut, changed or no state field.
    #[error("the state field is damaged")]
    Damaged,
}

#[derive(Zeroize, ZeroizeOnDrop)]
struct Secret([u8; 32]);

struct Rounds {
    current: (Epoch, Secret),
    previous: Option<(Epoch, Secret)>,
}

/// The secrets of this round and the one before.
pub struct KeyRing {
    rounds: Mutex<Rounds>,
}

impl KeyRing {
    /// A ring with a first secret.
    pub fn new(now: Timestamp, entropy: &dyn Entropy) -> Self {
        let current = (Epoch::at(now), secret(entropy));
        Self { rounds: Mutex::new(Rounds { current, previous: None }) }
    }

    /// Begins a new round if the hour is over. Called before every use and by a timer, so that
    /// secrets are wiped on time even when nobody comes.
    pub fn rotate(&self, now: Timestamp, entropy: &dyn Entropy) {
        let epoch = Epoch::at(now);
        let mut rounds = self.rounds();
        // A clock that is put right by a moment must not cost anyone a page; one that jumps back
        // further must not lengthen the life of a secret.
        let back = rounds.current.0.0 - epoch.0;
        if (0..=1).contains(&back) {
            return;
        }
        let last = std::mem::replace(&mut rounds.current, (epoch, secret(entropy)));
        rounds.previous = (last.0.0 + 1 == epoch.0).then_some(last);
    }

    /// Seals a state into the text of a hidden field.
    pub fn seal(&self, state: &[u8], entropy: &dyn Entropy) -> String {
        let rounds = self.rounds();
        let (epoch, secret) = &rounds.current;
        let mut field = epoch.0.to_be_bytes().to_vec();
        let mut nonce = [0; NONCE];
        entropy.fill(&mut nonce);
        field.extend_from_slice(&nonce);
        let payload = Payload { msg: state, aad: &bound(*epoch) };
        // XChaCha20-Poly1305 refuses only messages of 256 GiB.
        let sealed =
            cipher(secret).encrypt(XNonce::from_slice(&nonce), payload).unwrap_or_default();
        field.extend_from_slice(&sealed);
        BASE64URL_NOPAD.encode(&field)
    }

    /// Opens the text of a hidden field; also tells the round in which it was sealed.
    ///
    /// # Errors
    /// [`StateError`]: expired when its secret is gone, damaged when it is anything else.
    pub fn open(&self, field: &str) -> Result<(Epoch, Zeroizing<Vec<u8>>), StateError> {
        let bytes = BASE64URL_NOPAD.decode(field.as_bytes()).map_err(|_| StateError::Damaged)?;
        let (epoch, rest) = bytes.split_first_chunk::<EPOCH>().ok_or(StateError::Damaged)?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(StateError::Damaged)?;
        let epoch = Epoch(i64::from_be_bytes(*epoch));
        let rounds = self.rounds();
        let (_, secret) =
            rounds.iter().find(|(own, _)| *own == epoch).ok_or(if epoch < rounds.current.0 {
                StateError::Expired
            } else {
                StateError::Damaged
            })?;
        let payload = Payload { msg: sealed, aad: &bound(epoch) };
        let state = cipher(secret).decrypt(XNonce::from_slice(nonce), payload);
        Ok((epoch, Zeroizing::new(state.map_err(|_| StateError::Damaged)?)))
    }

    /// A key for another purpose that lives and dies with a round; `None` when it is gone.
    pub fn derive(&self, epoch: Epoch, purpose: &str) -> Option<Zeroizing<[u8; 32]>> {
        let rounds = self.rounds();
        let (_, secret) = rounds.iter().find(|(own, _)| *own == epoch)?;
        Some(Zeroizing::new(blake3::derive_key(purpose, &secret.0)))
    }

    /// The round of now, as of the last rotation.
    pub fn current(&self) -> Epoch {
        self.rounds().current.0
    }

    fn rounds(&self) -> MutexGuard<'_, Rounds> {
        // Nothing panics while the lock is held; if it ever did, the secrets are still whole.
        self.rounds.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rounds {
    fn iter(&self) -> impl Iterator<Item = &(Epoch, Secret)> {
        std::iter::once(&self.current).chain(&self.previous)
    }
}

fn secret(entropy: &dyn Entropy) -> Secret {
    let mut secret = Secret([0; 32]);
    entropy.fill(&mut secret.0);
    secret
}

fn cipher(secret: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&secret.0).into())
}

fn bound(epoch: Epoch) -> Vec<u8> {
    [CONTEXT, &epoch.0.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Counting(Mutex<u8>);

    impl Entropy for Counting {
        fn fill(&self, bytes: &mut [u8]) {
            let mut next = self.0.lock().unwrap();
            bytes.iter_mut().for_each(|byte| *byte = *next);
            *next = next.wrapping_add(1);
        }
    }

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * ROUND).unwrap()
    }

    #[test]
    fn a_field_lives_for_its_round_and_the_next() {
        let entropy = Counting(Mutex::new(1));
        let ring = KeyRing::new(at(10), &entropy);
        let field = ring.seal(b"state", &entropy);
        let epoch = ring.current();
        for (hour, expected) in [(10, true), (11, true), (12, false), (11, false)] {
            ring.rotate(at(hour), &entropy);
            assert_eq!(ring.open(&field).is_ok(), expected, "hour {hour}");
            assert_eq!(ring.derive(epoch, "row").is_some(), expected, "hour {hour}");
        }
        assert_eq!(ring.open(&field).err(), Some(StateError::Expired));
    }

    #[test]
    fn a_clock_set_back_lengthens_no_life() {
        let entropy = Counting(Mutex::new(1));
        let ring = KeyRing::new(at(10), &entropy);
        let field = ring.seal(b"state", &entropy);
        ring.rotate(at(9), &entropy);
        assert!(ring.open(&field).is_ok(), "a moment back");
        ring.rotate(at(3), &entropy);
        assert!(ring.open(&field).is_err(), "hours back");
    }

    #[test]
    fn a_long_pause_keeps_no_old_secret() {
        let entropy = Counting(Mutex::new(1));
        let ring = KeyRing::new(at(10), &entropy);
        let field = ring.seal(b"state", &entropy);
        ring.rotate(at(20), &entropy);
        assert_eq!(ring.open(&field).err(), Some(StateError::Expired));
    }

    proptest! {
        #[test]
        fn no_change_goes_unnoticed(state: Vec<u8>, at_byte: prop::sample::Index, bit in 0..8u8) {
            let entropy = Counting(Mutex::new(1));
            let ring = KeyRing::new(at(10), &entropy);
            let field = ring.seal(&state, &entropy);
            prop_assert_eq!(&ring.open(&field).unwrap().1[..], &state[..]);
            let mut bytes = BASE64URL_NOPAD.decode(field.as_bytes()).unwrap();
            let at_byte = at_byte.index(bytes.len());
            bytes[at_byte] ^= 1 << bit;
            prop_assert!(ring.open(&BASE64URL_NOPAD.encode(&bytes)).is_err());
        }

        #[test]
        fn no_text_panics(field in ".*") {
            let entropy = Counting(Mutex::new(1));
            prop_assert!(KeyRing::new(at(10), &entropy).open(&field).is_err());
        }
    }
}
