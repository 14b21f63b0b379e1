//! The key with which an engine asks.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use zeroize::{ZeroizeOnDrop, Zeroizing};

/// What a key begins with, so that one in the wrong place is recognised.
const MARK: &str = "suoja-service-";

/// A key of 256 random bits, shared by an engine and this door.
#[derive(ZeroizeOnDrop)]
pub struct ServiceKey([u8; 32]);

/// A text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no service key; make one with `suoja warning key`")]
pub struct BadKey;

impl ServiceKey {
    /// A key of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads a key as its file has it.
    ///
    /// # Errors
    /// [`BadKey`] when the text is something else.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let encoded = text.trim().strip_prefix(MARK).ok_or(BadKey)?;
        let bytes = Zeroizing::new(BASE64URL_NOPAD.decode(encoded.as_bytes()).map_err(|_| BadKey)?);
        Ok(Self(bytes.as_slice().try_into().map_err(|_| BadKey)?))
    }

    /// The key as its file has it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{MARK}{}", BASE64URL_NOPAD.encode(&self.0)))
    }

    /// Whether the value of an `Authorization` header carries this key. Hashes are compared, so
    /// that the time it takes says nothing about how much of a guess was right.
    pub fn opens(&self, authorization: &[u8]) -> bool {
        let Some(sent) = authorization.strip_prefix(b"Bearer ") else { return false };
        blake3::hash(sent.trim_ascii()) == blake3::hash(self.to_text().as_bytes())
    }

    /// What arms of blocks of hours are drawn with.
    pub fn block_secret(&self) -> warning::BlockSecret {
        warning::BlockSecret::new(blake3::derive_key("suoja 2026 arms of blocks", &self.0))
    }
}

impl fmt::Debug for ServiceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ServiceKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_key_opens() {
        let key = ServiceKey::new([7; 32]);
        let text = key.to_text();
        let again = ServiceKey::parse(&format!("{}\n", *text)).unwrap();
        assert!(again.opens(format!("Bearer {}", *text).as_bytes()));
        assert!(!again.opens(text.as_bytes()));
        assert!(!again.opens(format!("Bearer {}", &text[..text.len() - 1]).as_bytes()));
        assert!(!again.opens(b""));
        assert_eq!(ServiceKey::parse("suoja-service-abc").err(), Some(BadKey));
        assert_eq!(format!("{key:?}"), "ServiceKey(…)");
    }
}
