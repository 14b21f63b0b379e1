//! The one file without script, and nothing in it from elsewhere.

use askama::Template;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use crate::EditionError;
use crate::edition::{Answer, Block, Edition, Section};

const STYLE: &str = include_str!("../templates/style.css");

#[derive(Template)]
#[template(path = "edition.html")]
struct Page<'a> {
    edition: &'a Edition,
    style: &'static str,
    policy: String,
}

/// The HTML file: it carries its style, loads nothing, keeps nothing, and its policy forbids that.
///
/// # Errors
/// [`EditionError::Html`] when a template cannot be filled.
pub fn html(edition: &Edition) -> Result<String, EditionError> {
    Ok(Page { edition, style: STYLE, policy: policy() }.render()?)
}

/// The Content-Security-Policy: this style and nothing else.
fn policy() -> String {
    let hash = BASE64.encode(&Sha256::digest(STYLE.as_bytes()));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

impl Page<'_> {
    fn t(&self, id: &str) -> &str {
        self.edition.labels.get(id).map_or("", String::as_str)
    }

    fn is_thought(&self, section: &Section) -> bool {
        section.kind == "thought"
    }
}
