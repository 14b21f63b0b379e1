//! Letters that look the same to a reader are decided on alike, whatever their script.
//!
//! What looks the same is said by Unicode (Technical Standard 39), not here: every small letter of its
//! table is tried, and none of them is a case of its own.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::world::trigger;

/// Invented and harmless words in the scripts of the house's tests.
const WORDS: [&str; 5] = ["zumbrelka", "kettlewick", "чайничек", "ابريقان", "茶壺架"];

/// What a letter is read as.
fn read_as(letter: char) -> String {
    skeleton(letter.encode_utf8(&mut [0; 4])).collect()
}

/// Small letters of scripts with words, as they are left by compatibility forms and case: what these
/// make of a letter comes before what it looks like.
fn is_plain(letter: &char) -> bool {
    letter.is_alphabetic()
        && letter.to_lowercase().eq([*letter])
        && std::iter::once(*letter).nfkc().eq([*letter])
        && !is_combining_mark(*letter)
        && letter.script() != Script::Myanmar
}

#[test]
fn a_letter_that_is_read_as_another_is_taken_for_it() {
    let trigger = trigger(&format!("[words]\n{}\n", WORDS.join("\n")));
    let letters: Vec<(char, String)> =
        ('\u{a0}'..='\u{1ffff}').filter(is_plain).map(|own| (own, read_as(own))).collect();
    let mut tried = 0;
    for word in WORDS {
        for (at, own) in word.char_indices() {
            let read = read_as(own);
            for (other, _) in letters.iter().filter(|(_, as_well)| *as_well == read) {
                let after = &word[at + own.len_utf8()..];
                let changed = format!("{}{other}{after}", &word[..at]);
                assert!(trigger.decide(&changed).warn, "{word} and {changed} are told apart");
                tried += 1;
            }
        }
    }
    assert!(tried > 200, "{tried} letters were tried");
}
