//! Cutting normalised texts into grams: sequences of tokens.

use zeroize::Zeroizing;

/// How many tokens of a query are read: enough for any query that a person types.
pub const MOST_TOKENS: usize = 64;
/// How many tokens an entry may have. A query of 64 tokens has 708 grams of up to twelve tokens, and
/// no query has more; one of ten words has 55.
pub const LONGEST_GRAM: usize = 12;

/// Letters set apart are read as one word, too, from this many on.
const FEWEST_LETTERS: usize = 3;

/// Tokens of a text, and whether there were more.
pub(crate) struct Tokens<'a> {
    /// The tokens, at most [`MOST_TOKENS`].
    pub list: Vec<&'a str>,
    /// Whether these are all.
    pub complete: bool,
}

/// The tokens of a normalised text.
pub(crate) fn tokens(normal: &str) -> Tokens<'_> {
    let mut all = normal.split(' ').filter(|token| !token.is_empty());
    let mut list = Vec::with_capacity(16);
    list.extend(all.by_ref().take(MOST_TOKENS));
    Tokens { list, complete: all.next().is_none() }
}

/// A normalised text with letters that are set apart joined to words; `None` where there are none.
pub(crate) fn joined(tokens: &[&str]) -> Option<Zeroizing<String>> {
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
        let text = |from: &str| joined(&tokens(from).list).map(|own| own.to_string());
        assert_eq!(text("a b c and d e"), Some("abc and d e".to_owned()));
        assert_eq!(text("rn a p"), Some("rnap".to_owned()), "an m is written so");
        assert_eq!(text("a b and c"), None);
        assert_eq!(text(""), None);
    }

    #[test]
    fn tokens_are_counted_to_their_limit() {
        let long = vec!["a"; MOST_TOKENS + 1].join(" ");
        let read = tokens(&long);
        assert_eq!((read.list.len(), read.complete), (MOST_TOKENS, false));
        assert!(tokens("a b").complete && tokens("").list.is_empty());
    }
}
