//! The door's own texts.

use locale::{Messages, MessagesError, TextFile};

const LANGUAGES: (&str, &str) =
    ("content/reach/reach.toml", include_str!("../../../content/reach/reach.toml"));
/// The texts the others are translated from.
const SOURCE: TextFile = TextFile {
    tag: "en",
    name: "content/reach/en.ftl",
    text: include_str!("../../../content/reach/en.ftl"),
};
const TRANSLATIONS: [TextFile; 1] = [TextFile {
    tag: "fr",
    name: "content/reach/fr.ftl",
    text: include_str!("../../../content/reach/fr.ftl"),
}];

/// The door's own texts in all its languages, checked.
///
/// # Errors
/// [`MessagesError`], the first that is found.
pub fn embedded() -> Result<Messages, MessagesError> {
    Messages::new(LANGUAGES, SOURCE, &TRANSLATIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_come_with_the_program_are_complete() {
        assert_eq!(embedded().unwrap().published().count(), 2);
    }
}
