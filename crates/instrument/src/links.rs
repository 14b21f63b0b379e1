//! Taking out of free answers what looks like a link.
//!
//! An answer must not become a way to material, for the researcher who reads it or for anyone
//! after (house rule 9). What looks like a link, an address or a mailbox is replaced by
//! [`REMOVED`] before sealing; the page says so above the box.

use linkify::{LinkFinder, LinkKind};

/// What stands in place of what was taken out.
const REMOVED: &str = "[…]";

/// A run of letters and digits this long is no word of any language; it is an address or a key.
const LONGEST_WORD: usize = 40;

/// Returns the text without what looks like a link, and whether anything was taken out.
pub fn strip_links(text: &str) -> (String, bool) {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false).email_domain_must_have_dot(false);
    finder.kinds(&[LinkKind::Url, LinkKind::Email]);
    let mut out = String::with_capacity(text.len());
    for span in finder.spans(text) {
        if span.kind().is_some() { out.push_str(REMOVED) } else { out.push_str(span.as_str()) }
    }
    let out = strip_words(&out);
    let changed = out != text;
    (out, changed)
}

/// Takes out what the link finder passes over: schemes, host names with any ending, long keys.
fn strip_words(text: &str) -> String {
    let word = |word: &str| if is_address(word) { REMOVED.to_owned() } else { word.to_owned() };
    text.split_inclusive(char::is_whitespace)
        .map(|piece| {
            let bare = piece.trim_end();
            word(bare) + &piece[bare.len()..]
        })
        .collect()
}

fn is_address(word: &str) -> bool {
    word.contains("://") || has_host_name(word) || longest_run(word) >= LONGEST_WORD
}

/// Two labels joined by a dot, the second of letters only, as in `name.ending`.
fn has_host_name(word: &str) -> bool {
    let part_of_label = |c: &char| c.is_alphanumeric() || *c == '-';
    word.match_indices('.').any(|(at, _)| {
        let before = word[..at].chars().rev().take_while(part_of_label).count();
        let after: Vec<char> = word[at + 1..].chars().take_while(part_of_label).collect();
        before >= 2 && after.len() >= 2 && after.iter().all(|c| c.is_alphabetic())
    })
}

fn longest_run(word: &str) -> usize {
    word.split(|c: char| !c.is_ascii_alphanumeric()).map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go() {
        let long = "a".repeat(56);
        for link in [
            "https://example.org/a?b=c",
            "http://example",
            "ftp://example.org",
            "example.org",
            "www.example.org/path",
            "someone@example.org",
            "someone@localhost",
            "example.invalid",
            "name.example:8080/x",
            &format!("{long}.onion"),
            &long,
            "tel://123",
        ] {
            let (out, changed) = strip_links(&format!("see {link} there"));
            assert!(changed, "{link} was kept");
            assert_eq!(out, "see […] there", "{link}");
        }
    }

    #[test]
    fn words_stay() {
        for text in [
            "I stopped. Then I began again.",
            "C’était difficile… mais j’ai arrêté, enfin.",
            "3.5 hours, about 2,5 days; e.g. at night",
            "one line\nand another\n\nand a third",
            "Donaudampfschifffahrtsgesellschaft",
            "",
        ] {
            assert_eq!(strip_links(text), (text.to_owned(), false));
        }
    }
}
