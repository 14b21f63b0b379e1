//! Private keys.

use std::str::FromStr;

use age::secrecy::ExposeSecret;
use zeroize::Zeroizing;

/// How every age private key begins: what the server looks for where none may be.
pub const SECRET_KEY_MARK: &str = "AGE-SECRET-KEY-1";

/// A private key. It cannot be printed by accident: there is no `Debug` or `Display`.
pub struct Identity(pub(crate) age::x25519::Identity);

impl Identity {
    /// A new private key, drawn from the operating system.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// Reads an age identity file: one private key a line, `#` begins a comment.
    ///
    /// # Errors
    /// The number of the first line that is neither, or 0 when there is no key at all.
    pub fn parse_file(text: &str) -> Result<Vec<Self>, usize> {
        let mut identities = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            identities.push(Self(age::x25519::Identity::from_str(line).map_err(|_| at + 1)?));
        }
        if identities.is_empty() { Err(0) } else { Ok(identities) }
    }

    /// The public key that belongs to it, in age's spelling.
    pub fn public(&self) -> String {
        self.0.to_public().to_string()
    }

    /// The text of an identity file that the `age` program reads too.
    pub fn to_file(&self, comment: &str) -> Zeroizing<String> {
        let secret = self.0.to_string();
        let text =
            format!("# {comment}\n# public key: {}\n{}\n", self.public(), secret.expose_secret());
        Zeroizing::new(text)
    }
}
