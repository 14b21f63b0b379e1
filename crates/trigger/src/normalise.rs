//! One form for texts that people read as the same.
//!
//! In this order: compatibility forms (NFKC) and case; characters that are not seen; marks that are
//! laid over letters, in scripts whose readers can do without them; characters that look alike
//! (the skeletons of Unicode Technical Standard 39). The result is a sequence of tokens, separated by
//! one space: words, and in scripts that are written without spaces, single characters. It is
//! compared and hashed, never shown.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;
use zeroize::Zeroizing;

/// How many bytes of a query are read.
pub const MOST_BYTES: usize = 4096;

/// The tatweel lengthens a word in Arabic writing and is no letter.
const TATWEEL: char = '\u{640}';

/// A normalised text: its tokens, each separated by one space.
pub(crate) struct Normal {
    /// The tokens; wiped when dropped.
    pub text: Zeroizing<String>,
    /// Whether all of the text was read.
    pub complete: bool,
}

/// Normalises a text.
pub(crate) fn normalise(text: &str) -> Normal {
    let read = text.floor_char_boundary(MOST_BYTES);
    let (text, complete) = (&text[..read], read == text.len());
    let text = if text.is_ascii() { ascii(text) } else { unicode(text) };
    Normal { text, complete }
}

/// The same as [`unicode`] for ASCII, where most of the steps have nothing to do.
fn ascii(text: &str) -> Zeroizing<String> {
    // The skeleton of `m` has two letters.
    let mut out = Zeroizing::new(String::with_capacity(2 * text.len() + 1));
    let mut open = false;
    for byte in text.bytes() {
        if !byte.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        if !open && !out.is_empty() {
            out.push(' ');
        }
        open = true;
        match byte.to_ascii_lowercase() {
            b'm' => out.push_str("rn"),
            b'0' => out.push('o'),
            b'1' => out.push('l'),
            other => out.push(char::from(other)),
        }
    }
    out
}

fn unicode(text: &str) -> Zeroizing<String> {
    let folded = fold(text);
    // Longer than any skeleton of what is left, so that the string never moves.
    let mut out = Zeroizing::new(String::with_capacity(8 * folded.len() + 8));
    let mut word = Zeroizing::new(String::with_capacity(folded.len() + 4));
    for character in folded.chars() {
        if stands_alone(character) {
            finish(&mut word, &mut out);
            word.push(character);
            // A mark that belongs to it follows; the next one to stand alone ends it.
        } else if character.is_alphanumeric() {
            if word.chars().next().is_some_and(stands_alone) {
                finish(&mut word, &mut out);
            }
            word.push(character);
        } else if is_combining_mark(character) {
            if !word.is_empty() {
                word.push(character);
            }
        } else {
            finish(&mut word, &mut out);
        }
    }
    finish(&mut word, &mut out);
    out
}

/// Compatibility forms, case, what is not seen, and marks that readers can do without.
fn fold(text: &str) -> Zeroizing<String> {
    let mut out = Zeroizing::new(String::with_capacity(4 * text.len() + 16));
    let mut base = '\0';
    let lower = text.nfkc().flat_map(char::to_lowercase).nfkd();
    for character in lower.filter(|own| !is_unseen(*own)) {
        if is_combining_mark(character) {
            if keeps_marks(base) {
                out.push(character);
            }
            continue;
        }
        base = character;
        match character {
            'ß' => out.push_str("ss"),
            'ς' => out.push('σ'),
            _ => out.push(character),
        }
    }
    out
}

/// Adds a word's skeleton to the tokens.
fn finish(word: &mut Zeroizing<String>, out: &mut Zeroizing<String>) {
    if word.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push(' ');
    }
    for character in skeleton(word) {
        // A skeleton may have capitals and signs in it: the digit that looks like a capital O.
        out.extend(character.to_lowercase().filter(|own| !own.is_whitespace()));
    }
    word.clear();
}

/// Characters that take no room of their own, and such as only direct the writing.
fn is_unseen(character: char) -> bool {
    matches!(character,
        TATWEEL | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}'
        | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a mark over this letter changes the word for its readers: in the scripts of India and
/// South-East Asia vowels are marks; in Latin, Greek, Cyrillic, Arabic and Hebrew people search
/// without them.
fn keeps_marks(base: char) -> bool {
    !matches!(
        base.script(),
        Script::Latin
            | Script::Greek
            | Script::Cyrillic
            | Script::Armenian
            | Script::Arabic
            | Script::Hebrew
            | Script::Syriac
            | Script::Common
            | Script::Inherited
    )
}

/// Whether a character is of a script that is written without spaces between words.
fn stands_alone(character: char) -> bool {
    if character.is_ascii() {
        return false;
    }
    let letter = character.is_alphanumeric() && !is_combining_mark(character);
    letter
        && matches!(
            character.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> String {
        normalise(text).text.to_string()
    }

    #[test]
    fn texts_that_read_alike_become_one() {
        let alike = [
            ["Zumbrelka", "ZUMBRELKA", "zumbrelka"],
            ["blue  teapots", "blue, teapots!", "Blue\u{a0}Teapots"],
            ["crème brûlée", "creme brulee", "CRE\u{300}ME BRULEE"],
            ["чайник", "ЧАЙНИК", "чаи\u{306}ник"],
            ["إبريق", "ابريق", "إِبْريق"],
            ["茶壺", "茶\u{fe00}壺", "茶 壺"],
            ["ｔｅａ", "tea", "TEA"],
        ];
        for [first, second, third] in alike {
            assert_eq!(of(first), of(second), "{first} {second}");
            assert_eq!(of(first), of(third), "{first} {third}");
        }
    }

    #[test]
    fn what_readers_tell_apart_stays_apart() {
        for (one, other) in [("चाय", "चय"), ("ชา", "ช"), ("tea", "teas"), ("blue tea", "bluetea")]
        {
            assert_ne!(of(one), of(other), "{one} {other}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_single_characters_and_others_words() {
        assert_eq!(of("blue 茶壺 pot").split(' ').count(), 4);
        assert_eq!(of("ชา").split(' ').count(), 2);
        assert_eq!(of("blue-teapot").split(' ').count(), 2);
    }

    #[test]
    fn a_long_text_is_read_in_part_and_says_so() {
        let long = "é".repeat(MOST_BYTES);
        let normal = normalise(&long);
        assert!(!normal.complete && normal.text.len() <= MOST_BYTES);
        assert!(normalise("short").complete);
    }

    proptest! {
        #[test]
        fn ascii_has_a_short_way_with_the_same_end(text in "[ -~]{0,80}") {
            prop_assert_eq!(ascii(&text).to_string(), unicode(&text).to_string());
        }

        #[test]
        fn no_text_panics_and_tokens_have_no_hole(text in ".{0,200}") {
            let normal = of(&text);
            prop_assert!(!normal.starts_with(' ') && !normal.ends_with(' '));
            prop_assert!(!normal.contains("  "), "{normal:?}");
        }
    }
}
