//! The door's own texts.

use locale::{Messages, MessagesError, TextFile};

const LANGUAGES: (&str, &str) =
    ("content/support/support.toml", include_str!("../../../content/support/support.toml"));
/// The texts the others are translated from.
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/support/en.ftl",
    text: include_str!("../../../content/support/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/support/fr.ftl",
    text: include_str!("../../../content/support/fr.ftl"),
}];

/// The door's own texts in all its languages, checked.
///
/// # Errors
/// [`MessagesError`], the first that is found.
pub(crate) fn embedded() -> Result<Messages, MessagesError> {
    Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)
}
