//! What is said when a request is refused: a problem as RFC 9457 has it, with a sentence.

use std::time::Duration;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

pub(crate) const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
/// After how long it is worth asking again where the reason lies here and nothing else is known.
const SOON: Duration = Duration::from_secs(5);
/// Longest sentence, in characters: parts of it may come from the request.
const LONGEST: usize = 400;

/// Why a request is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub status: StatusCode,
    /// What happened, where, and what to do next.
    pub detail: String,
    /// After how long it is worth asking again.
    pub retry_after: Option<Duration>,
}

impl Problem {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), retry_after: None }
    }

    pub fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    pub fn after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// What all answers have in common: nobody keeps them, and when to come again.
    pub fn headers(&self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, NO_STORE);
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        let here = self.status == StatusCode::SERVICE_UNAVAILABLE;
        if let Some(wait) = self.retry_after.or(here.then_some(SOON)) {
            headers.insert(RETRY_AFTER, HeaderValue::from(whole_seconds(wait)));
        }
    }

    /// The sentence, on one line and not too long.
    pub fn sentence(&self) -> String {
        self.detail
            .chars()
            .map(|own| if own.is_control() { ' ' } else { own })
            .take(LONGEST)
            .collect()
    }
}

/// Seconds of the header `Retry-After`: never too early.
pub(crate) fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

#[derive(Serialize)]
struct Body<'a> {
    status: u16,
    title: &'a str,
    detail: &'a str,
    /// In every refusal, so that none can be taken for "no match".
    outcome: &'static str,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let title = self.status.canonical_reason().unwrap_or_default();
        let sentence = self.sentence();
        let (status, outcome) = (self.status.as_u16(), "not_answered");
        let body = Body { status, title, detail: &sentence, outcome };
        let body = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = (self.status, [(CONTENT_TYPE, PROBLEM)], body).into_response();
        self.headers(&mut response);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_never_sent_back_too_early() {
        assert_eq!(whole_seconds(Duration::from_millis(1)), 1);
        assert_eq!(whole_seconds(Duration::from_secs(2)), 2);
        assert_eq!(whole_seconds(Duration::from_millis(2001)), 3);
    }

    #[test]
    fn a_sentence_is_one_line_of_bounded_length() {
        let problem = Problem::bad(format!("a\nb{}", "é".repeat(1000)));
        assert!(problem.sentence().starts_with("a bé"));
        assert_eq!(problem.sentence().chars().count(), LONGEST);
    }
}
