//! To whom a study's answers are sealed.

use age::x25519::Recipient;

/// The most public keys a part is sealed to: with more it would outgrow its page of the database.
pub const MOST_RECIPIENTS: usize = 4;

/// The public keys of a study's key set.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipients {
    keys: Vec<Recipient>,
    fingerprint: String,
}

/// A list of public keys that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecipientsError {
    /// There is none, or there are too many.
    #[error("a study is sealed to 1 to {MOST_RECIPIENTS} public keys; here are {0}")]
    Count(usize),
    /// One of them is no key.
    #[error("`{0}` is no age public key; it begins with age1")]
    NotAKey(String),
    /// One of them is a private key.
    #[error("here is a private key among the public ones; move it to the researchers' machine")]
    PrivateKey,
}

impl Recipients {
    /// Reads public keys in age's spelling (`age1…`).
    ///
    /// # Errors
    /// [`RecipientsError`] when there are none, too many, or one is no public key.
    pub fn parse(keys: &[String]) -> Result<Self, RecipientsError> {
        if !(1..=MOST_RECIPIENTS).contains(&keys.len()) {
            return Err(RecipientsError::Count(keys.len()));
        }
        let parse = |key: &String| {
            if key.starts_with(crate::SECRET_KEY_MARK) {
                return Err(RecipientsError::PrivateKey);
            }
            key.parse::<Recipient>().map_err(|_| RecipientsError::NotAKey(key.clone()))
        };
        let keys = keys.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
        let mut sorted: Vec<String> = keys.iter().map(ToString::to_string).collect();
        sorted.sort();
        sorted.dedup();
        let fingerprint = blake3::hash(sorted.join("\n").as_bytes()).to_hex()[..16].to_owned();
        Ok(Self { keys, fingerprint })
    }

    /// Sixteen hex digits that name this set of keys, whatever their order.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The keys.
    pub fn keys(&self) -> &[Recipient] {
        &self.keys
    }
}
