//! Errors as the peer has them: a status, and `{"message": …}`.

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::Problem;

/// Why a request is refused.
#[derive(Debug)]
pub(crate) struct Refusal(Problem);

impl Refusal {
    pub fn new(status: u16, message: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self(Problem::new(status, message))
    }

    pub fn bad(message: impl Into<String>) -> Self {
        Self::new(400, message)
    }
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

#[derive(Serialize)]
struct Message<'a> {
    message: &'a str,
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let message = self.0.sentence();
        let body = serde_json::to_vec(&Message { message: &message }).unwrap_or_default();
        let mut response =
            (self.0.status, [(CONTENT_TYPE, "application/json")], body).into_response();
        self.0.headers(&mut response);
        response
    }
}
