//! What an engine sends.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;
use web::{FormError, receive_body};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The largest body that is read, in bytes; a query is far smaller.
pub const LARGEST_BODY: usize = 16 * 1024;

/// A question; wiped when dropped.
#[derive(Default, Zeroize, ZeroizeOnDrop, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    /// The query.
    #[serde(alias = "q", default)]
    pub query: String,
    /// Languages, most wanted first: `fr` or as in an `Accept-Language` header.
    #[zeroize(skip)]
    #[serde(default)]
    pub language: String,
    /// Where the message would be shown.
    #[zeroize(skip)]
    #[serde(default)]
    pub channel: String,
}

/// Why a question cannot be read: status and words. The words never have any of the body in them.
pub(crate) type Refused = (StatusCode, &'static str);

impl Question {
    /// Receives a question as a form or as JSON.
    pub async fn receive(headers: &HeaderMap, body: Body) -> Result<Self, Refused> {
        let body = receive_body(body, LARGEST_BODY).await.map_err(|error| match error {
            FormError::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "the body is over 16 KiB"),
            _ => (StatusCode::BAD_REQUEST, "the body was cut off or too slow"),
        })?;
        let kind = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
        let kind = kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        match kind {
            b"application/x-www-form-urlencoded" => Ok(Self::form(&body)),
            b"application/json" => Self::json(&body),
            _ => Err((
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "send application/x-www-form-urlencoded or application/json",
            )),
        }
    }

    /// Bytes that are no UTF-8 are read as well as they can be: an engine passes on what it got.
    fn form(body: &[u8]) -> Self {
        let mut question = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            match name.as_ref() {
                "q" | "query" => {
                    question.query.zeroize();
                    question.query = value.into_owned();
                }
                "language" => question.language = value.into_owned(),
                "channel" => question.channel = value.into_owned(),
                _ => {}
            }
        }
        question
    }

    fn json(body: &Zeroizing<Vec<u8>>) -> Result<Self, Refused> {
        let wrong = "the body is no JSON object of the texts query, language and channel";
        serde_json::from_slice(body).map_err(|_| (StatusCode::BAD_REQUEST, wrong))
    }

    /// The languages asked for, most wanted first.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let wanted = self.language.split(',').take(16);
        wanted.map(|one| one.split(';').next().unwrap_or_default().trim())
    }
}
