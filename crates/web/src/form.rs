//! Reading a posted form, within limits.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use hyper::body::Body as _;
use zeroize::{Zeroize, Zeroizing};

/// The largest form that is read, in bytes.
pub const LARGEST_BODY: usize = 64 * 1024;
/// The most fields a form may have.
pub const MOST_FIELDS: usize = 256;

/// What of a body that is too large is still received, so that the sender can read the answer.
const LARGEST_DRAIN: usize = 4 * 1024 * 1024;
/// How long a body may take. A Tor circuit is slow; a person's page of answers is small.
const PATIENCE: Duration = Duration::from_secs(60);
const FORM: &[u8] = b"application/x-www-form-urlencoded";

/// The fields of a form in order; wiped when dropped.
#[derive(Default)]
pub struct Form {
    fields: Vec<(String, String)>,
}

/// Why a form cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// Larger than [`LARGEST_BODY`] or with more fields than [`MOST_FIELDS`].
    #[error("the form is too large")]
    TooLarge,
    /// Of another type than a plain form.
    #[error("the content is no form")]
    WrongType,
    /// Cut off, too slow, or no UTF-8.
    #[error("the form is damaged")]
    Unreadable,
}

impl Form {
    /// Receives the body of a request and reads it.
    ///
    /// # Errors
    /// [`FormError`] when it is no form or beyond the limits.
    pub async fn receive(request: Request) -> Result<Self, FormError> {
        let content_type =
            request.headers().get(CONTENT_TYPE).map(|value| value.as_bytes().to_vec());
        let body = receive_body(request.into_body(), LARGEST_BODY).await?;
        let kind = content_type.unwrap_or_default();
        let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        if !kind.eq_ignore_ascii_case(FORM) {
            return Err(FormError::WrongType);
        }
        Self::parse(&body)
    }

    /// Reads the bytes of a form.
    ///
    /// # Errors
    /// [`FormError`] when there are too many fields or the bytes are no UTF-8.
    pub fn parse(body: &[u8]) -> Result<Self, FormError> {
        let mut form = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            if form.fields.len() == MOST_FIELDS {
                return Err(FormError::TooLarge);
            }
            // The decoder puts this character where the bytes are no UTF-8.
            if name.contains('\u{fffd}') || value.contains('\u{fffd}') {
                return Err(FormError::Unreadable);
            }
            form.fields.push((name.into_owned(), value.into_owned()));
        }
        Ok(form)
    }

    /// A form of these fields, for whoever fills one in without a browser.
    pub fn from_fields(fields: Vec<(String, String)>) -> Self {
        Self { fields }
    }

    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// All fields in order.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }
}

impl Drop for Form {
    fn drop(&mut self) {
        self.fields.iter_mut().for_each(|(_, value)| value.zeroize());
    }
}

/// Receives a body of at most `largest` bytes, wiped when dropped.
///
/// # Errors
/// [`FormError`] when it is larger, cut off or too slow.
pub async fn receive_body(body: Body, largest: usize) -> Result<Zeroizing<Vec<u8>>, FormError> {
    let received = tokio::time::timeout(PATIENCE, collect(body, largest));
    received.await.map_err(|_| FormError::Unreadable)?
}

async fn collect(mut body: Body, largest: usize) -> Result<Zeroizing<Vec<u8>>, FormError> {
    // Room for all of it at once: a vector that grows leaves copies behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(largest));
    let mut received = 0usize;
    loop {
        let frame = std::future::poll_fn(|cx| std::pin::Pin::new(&mut body).poll_frame(cx)).await;
        let Some(frame) = frame else { break };
        let frame = frame.map_err(|_| FormError::Unreadable)?;
        let Some(data) = frame.data_ref() else { continue };
        received = received.saturating_add(data.len());
        if received <= largest {
            bytes.extend_from_slice(data);
        } else if received > LARGEST_DRAIN {
            break;
        }
    }
    if received > largest { Err(FormError::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fields_keep_their_order() {
        let form = Form::parse(b"a=1&b=%C3%A9+x&a=2&c").unwrap();
        let expected = [("a", "1"), ("b", "é x"), ("a", "2"), ("c", "")];
        let expected = expected.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(form.fields(), expected);
        assert_eq!(form.get("a"), Some("1"));
    }

    #[test]
    fn limits_hold() {
        assert!(Form::parse("a=1&".repeat(MOST_FIELDS).as_bytes()).is_ok());
        let many = Form::parse("a=1&".repeat(MOST_FIELDS + 1).as_bytes());
        assert_eq!(many.err(), Some(FormError::TooLarge));
        assert_eq!(Form::parse(b"a=%FF").err(), Some(FormError::Unreadable));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(body: Vec<u8>) {
            if let Ok(form) = Form::parse(&body) {
                prop_assert!(form.fields().len() <= MOST_FIELDS);
            }
        }
    }
}
