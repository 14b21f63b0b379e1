//! What is kept under a code: one locked blob of one size.
//!
//! The blob is XChaCha20-Poly1305 over the answers as JSON, filled up with spaces, so that its length
//! says nothing about how much was written. The identifier is bound to it: a blob that was moved under
//! another identifier does not open.

use chacha20poly1305::aead::{AeadInPlace, KeyInit};
use chacha20poly1305::{Key, Tag, XChaCha20Poly1305, XNonce};
use instrument::Answers;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::Locker;

/// Bytes of a blob: what is written, its nonce and its tag.
pub const BLOB: usize = 32_768;
const NONCE: usize = 24;
const TAG: usize = 16;
const FORMAT: u8 = 1;

/// Answers and where someone was last.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    format: u8,
    /// The module that was open last.
    pub last: Option<String>,
    /// The answers by question.
    pub answers: Answers,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kept({} answers)", self.answers.len())
    }
}

/// A blob that cannot be locked or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeptError {
    /// More than a blob holds; the limits of the exercises leave this out, as a test shows.
    #[error("the answers do not fit into what is kept; shorten one")]
    TooLong,
    /// It is not under this key, or not whole.
    #[error("what is kept under this code cannot be opened; it is damaged")]
    Damaged,
    /// A later version of this program wrote it.
    #[error("what is kept under this code was written by a later version")]
    Later,
}

impl Kept {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { format: FORMAT, ..Self::default() }
    }

    /// Locks it; the nonce must be random and new every time.
    ///
    /// # Errors
    /// [`KeptError::TooLong`].
    pub fn lock(&self, locker: &Locker, nonce: [u8; NONCE]) -> Result<Vec<u8>, KeptError> {
        let plain = serde_json::to_vec(self).map_err(|_| KeptError::TooLong)?;
        let mut plain = Zeroizing::new(plain);
        let room = BLOB - NONCE - TAG;
        if plain.len() > room {
            return Err(KeptError::TooLong);
        }
        plain.resize(room, b' ');
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&locker.key));
        let tag = cipher
            .encrypt_in_place_detached(XNonce::from_slice(&nonce), &locker.id, &mut plain)
            .map_err(|_| KeptError::TooLong)?;
        let mut blob = Vec::with_capacity(BLOB);
        blob.extend_from_slice(&nonce);
        blob.extend_from_slice(&plain);
        blob.extend_from_slice(&tag);
        Ok(blob)
    }

    /// Opens a blob.
    ///
    /// # Errors
    /// [`KeptError::Damaged`] or [`KeptError::Later`].
    pub fn open(blob: &[u8], locker: &Locker) -> Result<Self, KeptError> {
        if blob.len() != BLOB {
            return Err(KeptError::Damaged);
        }
        let (nonce, rest) = blob.split_at(NONCE);
        let (body, tag) = rest.split_at(rest.len() - TAG);
        let mut plain = Zeroizing::new(body.to_vec());
        XChaCha20Poly1305::new(Key::from_slice(&locker.key))
            .decrypt_in_place_detached(
                XNonce::from_slice(nonce),
                &locker.id,
                &mut plain,
                Tag::from_slice(tag),
            )
            .map_err(|_| KeptError::Damaged)?;
        let kept: Self = serde_json::from_slice(&plain).map_err(|_| KeptError::Later)?;
        if kept.format == FORMAT { Ok(kept) } else { Err(KeptError::Later) }
    }
}

#[cfg(test)]
mod tests {
    use instrument::Value;

    use super::*;
    use crate::Code;

    fn locker(seed: u8) -> Locker {
        Code::from_random([seed; 16]).derive().unwrap()
    }

    fn kept() -> Kept {
        let mut kept = Kept::new();
        kept.last = Some("urges".to_owned());
        kept.answers.insert("urge_signs".to_owned(), Value::Text("invented words".to_owned()));
        kept
    }

    #[test]
    fn what_is_locked_comes_back_and_its_length_says_nothing() {
        let blob = kept().lock(&locker(1), [3; NONCE]).unwrap();
        assert_eq!(Kept::open(&blob, &locker(1)).unwrap(), kept());
        assert_eq!(blob.len(), Kept::new().lock(&locker(1), [4; NONCE]).unwrap().len());
        assert!(!blob.windows(8).any(|part| part == b"invented"));
    }

    #[test]
    fn nothing_opens_without_the_key_or_under_another_identifier() {
        let blob = kept().lock(&locker(1), [3; NONCE]).unwrap();
        assert_eq!(Kept::open(&blob, &locker(2)), Err(KeptError::Damaged));
        let moved = Locker { id: [9; 16], key: locker(1).key };
        assert_eq!(Kept::open(&blob, &moved), Err(KeptError::Damaged));
        for at in [0, NONCE, BLOB / 2, BLOB - 1] {
            let mut bent = blob.clone();
            bent[at] ^= 1;
            assert_eq!(Kept::open(&bent, &locker(1)), Err(KeptError::Damaged), "byte {at}");
        }
        assert_eq!(Kept::open(&blob[1..], &locker(1)), Err(KeptError::Damaged));
    }

    /// Every box filled to its limit with what takes most bytes, and every option ticked.
    #[test]
    fn the_most_that_the_exercises_can_hold_fits() {
        let exercises = include_str!("../../../content/programme/exercises/instrument.toml");
        let limits = exercises.lines().filter_map(|line| line.strip_prefix("max_chars = "));
        let mut kept = kept();
        for (at, limit) in limits.enumerate() {
            let text = "𝕏".repeat(limit.parse().unwrap());
            kept.answers.insert(format!("a_question_with_a_long_name_{at}"), Value::Text(text));
        }
        for at in 0..40 {
            kept.answers
                .insert(format!("some_other_question_{at}"), Value::Codes((1..=16).collect()));
        }
        assert!(kept.answers.len() > 50);
        kept.lock(&locker(1), [3; NONCE]).unwrap();
    }

    #[test]
    fn more_than_fits_is_refused() {
        let mut kept = kept();
        kept.answers.insert("letter".to_owned(), Value::Text("w".repeat(BLOB)));
        assert_eq!(kept.lock(&locker(1), [3; NONCE]), Err(KeptError::TooLong));
    }
}
