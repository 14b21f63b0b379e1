//! Cutting normalised texts into grams: sequences of tokens.

use std::ops::Range;

use zeroize::Zeroizing;

/// How many tokens of a query are read: enough for any query that a person types.
pub const MOST_TOKENS: usize = 64;
/// How many tokens an entry may have.
pub const LONGEST_GRAM: usize = 12;
/// The most grams of a query: a sequence of up to [`LONGEST_GRAM`] tokens from each of [`MOST_TOKENS`].
/// A query of ten words has 55. They are looked up as they were typed and, where letters are set apart,
/// once more with these joined.
pub const MOST_GRAMS: usize =
    LONGEST_GRAM * (MOST_TOKENS + 1) - LONGEST_GRAM * (LONGEST_GRAM + 1) / 2;

/// Letters set apart are read as one word, too, from this many on.
const FEWEST_LETTERS: usize = 3;

/// Tokens of a text, and whether there were more.
pub(crate) struct Tokens<'a> {
    /// The text they are in.
    pub text: &'a str,
    /// Where each begins and ends, at most [`MOST_TOKENS`].
    pub spans: Vec<Range<usize>>,
    /// Whether these are all.
    pub complete: bool,
}

/// The tokens of a normalised text.
pub(crate) fn tokens(normal: &str) -> Tokens<'_> {
    let mut spans = Vec::with_capacity(16);
    let mut start = 0;
    let ends = normal.bytes().enumerate().filter(|(_, byte)| *byte == b' ').map(|(at, _)| at);
    for end in ends.chain((!normal.is_empty()).then_some(normal.len())) {
        if spans.len() == MOST_TOKENS {
            return Tokens { text: normal, spans, complete: false };
        }
        spans.push(start..end);
        start = end + 1;
    }
    Tokens { text: normal, spans, complete: true }
}

impl<'a> Tokens<'a> {
    fn list(&self) -> Vec<&'a str> {
        self.spans.iter().map(|span| &self.text[span.clone()]).collect()
    }
}

/// A normalised text with letters that are set apart joined to words; `None` where there are none.
pub(crate) fn joined(tokens: &Tokens<'_>) -> Option<Zeroizing<String>> {
    // No letter stands alone in most queries.
    if !tokens.spans.iter().any(|span| span.len() <= 2) {
        return None;
    }
    let tokens = tokens.list();
    let single = |token: &&str| {
        let mut letters = token.chars();
        letters.next().is_some_and(char::is_alphabetic)
            && (letters.next().is_none() || *token == "rn")
    };
    let runs = || tokens.chunk_by(|one, other| single(one) && single(other));
    if !runs().any(|run| run.len() >= FEWEST_LETTERS) {
        return None;
    }
    let length = tokens.iter().map(|token| token.len() + 1).sum();
    let mut out = Zeroizing::new(String::with_capacity(length));
    for run in runs() {
        let apart = run.len() < FEWEST_LETTERS;
        for (at, token) in run.iter().enumerate() {
            if !out.is_empty() && (apart || at == 0) {
                out.push(' ');
            }
            out.push_str(token);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_set_apart_become_a_word_beside_others() {
        let text = |from: &str| joined(&tokens(from)).map(|own| own.to_string());
        assert_eq!(text("a b c and d e"), Some("abc and d e".to_owned()));
        assert_eq!(text("rn a p"), Some("rnap".to_owned()), "an m is written so");
        assert_eq!(text("a b and c"), None);
        assert_eq!(text(""), None);
    }

    #[test]
    fn tokens_are_counted_to_their_limit() {
        let long = vec!["a"; MOST_TOKENS + 1].join(" ");
        let read = tokens(&long);
        assert_eq!((read.spans.len(), read.complete), (MOST_TOKENS, false));
        assert!(tokens("a b").complete && tokens("").spans.is_empty());
    }
}
