//! The key under which a list is hashed.

use std::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// What a key begins with, so that one in the wrong place is recognised.
const MARK: &str = "suoja-list-";

/// A key of 256 random bits. Whoever has it and the compiled list can test guesses.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct ListKey([u8; 32]);

/// A text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no key of a list; `suoja warning compile` makes one where there is none")]
pub struct BadKey;

impl ListKey {
    /// A key of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads a key as its file has it.
    ///
    /// # Errors
    /// [`BadKey`] when the text is something else.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let digits = text.trim().strip_prefix(MARK).ok_or(BadKey)?.as_bytes();
        let bytes = Zeroizing::new(data_encoding::HEXLOWER.decode(digits).map_err(|_| BadKey)?);
        Ok(Self(bytes.as_slice().try_into().map_err(|_| BadKey)?))
    }

    /// The key as its file has it.
    pub fn to_text(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(data_encoding::HEXLOWER.encode(&self.0));
        Zeroizing::new(format!("{MARK}{}\n", *digits))
    }

    /// A key for one purpose.
    pub(crate) fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(blake3::derive_key(purpose, &self.0))
    }
}

impl fmt::Debug for ListKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ListKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written_and_shows_nothing() {
        let key = ListKey::new([0xab; 32]);
        let again = ListKey::parse(&key.to_text()).unwrap();
        assert_eq!(*key.to_text(), *again.to_text());
        assert_eq!(format!("{key:?}"), "ListKey(…)");
        for wrong in ["", "suoja-list-", "suoja-list-00", "suoja-service-00"] {
            assert_eq!(ListKey::parse(wrong).err(), Some(BadKey));
        }
    }
}
