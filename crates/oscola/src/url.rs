//! A web address that may be printed and followed.

use serde::Deserialize;

/// An `http` or `https` address without spaces, quotation marks or angle brackets.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Url(String);

/// The text is no web address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no web address; begin it with https:// or http://, and write spaces, quotation \
     marks and angle brackets in it as %20, %22, %3C and %3E"
)]
pub struct BadUrl(String);

impl Url {
    /// Takes an address as it stands.
    ///
    /// # Errors
    /// [`BadUrl`] when it is not `http` or `https`, names no host, or has a character that could
    /// end it early where it is printed.
    pub fn parse(text: &str) -> Result<Self, BadUrl> {
        let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let host = rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
        let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"`\\".contains(c);
        if host && !text.contains(ends) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadUrl(text.to_owned()))
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Url {
    type Error = BadUrl;

    fn try_from(text: String) -> Result<Self, BadUrl> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::Url;

    #[test]
    fn only_web_addresses_pass() {
        for good in ["https://example.org", "http://example.org/a?b=c&d=%20#e'f"] {
            assert_eq!(Url::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "javascript:alert(1)",
            "ftp://example.org",
            "www.example.org",
            "https://",
            "https:///etc/passwd",
            "HTTPS://example.org/ ",
            "https://example.org/a b",
            "https://example.org/>",
            "https://example.org/\"onclick=",
            "https://example.org/\n",
            " https://example.org",
        ] {
            assert!(Url::parse(bad).is_err(), "{bad}");
        }
    }
}
