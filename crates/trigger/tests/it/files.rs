//! Lists and compiled files that are not as they should be.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use trigger::{LARGEST_LINE, ListKey, LoadError, Source, Trigger, compile};

use crate::world::{compiled, key};

const LIST: &str = "[words]\nzumbrelka\n[phrases]\nblue teapots\n[exceptions]\nblue teapots shop\n";

fn said(list: &str) -> Vec<String> {
    Source::parse("list.txt", list).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn wrong_lines_are_named_by_number_and_never_shown() {
    let long = "x".repeat(LARGEST_LINE + 1);
    let list = format!(
        "homeless\n[words]\nblue teapot\n???\n[wrods]\nnowhere\n[phrases]\n{}\n{long}\n",
        vec!["tea"; 13].join(" ")
    );
    let said = said(&list);
    let lines: Vec<&str> = said.iter().filter_map(|own| own.split(": ").next()).collect();
    let expected = [1, 3, 4, 5, 6, 8, 9].map(|line| format!("list.txt:{line}"));
    assert_eq!(lines, expected);
    for own in &said {
        for never in ["homeless", "blue", "teapot", "???", "wrods", "nowhere", "tea tea", "xxx"] {
            assert!(!own.contains(never), "{own}");
        }
    }
}

#[test]
fn the_same_entry_in_other_letters_is_counted_once() {
    let list = "# remark\n[words]\nZumbrelka\nzumbrelka \n\n[services]\nthe line\n";
    let source = Source::parse("list.txt", list).unwrap();
    let counts = source.counts();
    assert_eq!((counts.words, counts.repeated, counts.services), (1, 1, 1));
    assert!(!format!("{source:?}").contains("umbrelka"));
    let nothing = Source::parse("list.txt", "[services]\nthe line\n").unwrap();
    assert!(compile(&nothing, &key()).is_err());
}

#[test]
fn a_compiled_list_has_no_word_and_depends_on_its_key() {
    let bytes = compiled(LIST);
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("zumbrelka") && !text.contains("teapots"));
    assert_eq!(bytes, compiled(LIST), "the same list and key give the same file");
    let other = ListKey::new([6; 32]);
    assert_eq!(Trigger::load(&bytes, &other).err(), Some(LoadError::WrongKey));
    let own = compile(&Source::parse("list.txt", LIST).unwrap(), &other).unwrap().to_bytes();
    let same = bytes.windows(16).filter(|own_16| own.windows(16).any(|window| window == *own_16));
    // Magic, version, lengths and counts are the same; no hash is.
    assert!(same.count() <= 16, "hashes under two keys have nothing in common");
}

#[test]
fn other_files_are_told_apart() {
    let bytes = compiled(LIST);
    assert_eq!(Trigger::load(b"PK\x03\x04", &key()).err(), Some(LoadError::Foreign));
    let mut later = bytes.clone();
    later[8] = 7;
    assert_eq!(Trigger::load(&later, &key()).err(), Some(LoadError::Version(7)));
}

proptest! {
    #[test]
    fn no_change_of_a_file_goes_unnoticed(at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut bytes = compiled(LIST);
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(Trigger::load(&bytes, &key()).is_err());
    }

    #[test]
    fn no_cut_goes_unnoticed(at in any::<prop::sample::Index>()) {
        let bytes = compiled(LIST);
        prop_assert!(Trigger::load(&bytes[..at.index(bytes.len())], &key()).is_err());
    }

    #[test]
    fn no_list_panics(text in "(\\[(words|phrases|x)\\]\n|.{0,20}\n){0,12}") {
        if let Ok(source) = Source::parse("list.txt", &text) {
            let counts = source.counts();
            prop_assert_eq!(counts.words + counts.phrases == 0, compile(&source, &key()).is_err());
        }
    }
}
