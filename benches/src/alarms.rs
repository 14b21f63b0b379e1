//! How often ordinary text wants a warning that it should not have.
//!
//! The list is of ordinary words and phrases, taken from the very text that is then read, so that
//! many lines have an entry in them and many have words that only resemble one. A twin that knows the
//! list in the clear, and compares plain words, says which lines have an entry. What wants a warning
//! beyond these is a false alarm: another word became the same when it was normalised.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use trigger::{ListKey, Source, Trigger, compile};

use crate::lists::ordinary;
use crate::measures::{Measures, Ordinary};

/// One word of so many becomes an entry.
const WORD_EVERY: usize = 50;
/// One line of so many gives its first words as a phrase.
const LINE_EVERY: usize = 500;
/// Words of a phrase.
const PHRASE: usize = 3;
/// The fewest letters of a listed word.
const LETTERS: usize = 4;
/// More false alarms than one in so many lines are an error of the normalisation.
const AT_MOST_ONE_IN: usize = 200;

/// Counts false alarms on the ordinary text of this machine.
///
/// # Errors
/// When there is no text, an entry goes unnoticed, or there are too many false alarms.
pub fn run(measures: &mut Measures) -> Result<()> {
    let lines = ordinary()?;
    let plain = Plain::of(&lines);
    let source = Source::parse("list", &plain.text()).ok().context("the list is refused")?;
    let key = ListKey::new([9; 32]);
    let trigger = Trigger::load(&compile(&source, &key)?.to_bytes(), &key)?;
    let mut found = Ordinary { lines: 0, entries: plain.entries(), met: 0, alarms: 0 };
    for line in &lines {
        let decision = trigger.decide(line);
        if !decision.complete {
            continue;
        }
        found.lines += 1;
        match (decision.warn, plain.is_in(line)) {
            (true, true) => found.met += 1,
            (true, false) => found.alarms += 1,
            (false, true) => anyhow::bail!("a listed word goes unnoticed in: {line}"),
            (false, false) => {}
        }
    }
    ensure!(found.met > 0, "no line has an entry of the list in it");
    ensure!(
        found.alarms * AT_MOST_ONE_IN <= found.lines,
        "{} of {} lines are false alarms",
        found.alarms,
        found.lines
    );
    measures.ordinary = Some(found);
    Ok(())
}

/// A list in the clear.
struct Plain {
    words: BTreeSet<String>,
    phrases: BTreeSet<Vec<String>>,
}

impl Plain {
    fn of(lines: &[String]) -> Self {
        let all: BTreeSet<String> = lines.iter().flat_map(|line| words(line)).collect();
        let words_of_list = all.into_iter().filter(|word| is_listable(word));
        let first = |line: &String| words(line).take(PHRASE).collect::<Vec<_>>();
        let phrases = lines.iter().step_by(LINE_EVERY).map(first);
        Self {
            words: words_of_list.step_by(WORD_EVERY).collect(),
            phrases: phrases
                .filter(|own| own.len() == PHRASE && own.iter().all(is_plain))
                .collect(),
        }
    }

    fn entries(&self) -> usize {
        self.words.len() + self.phrases.len()
    }

    /// The list as an operator writes it.
    fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let phrases: Vec<String> = self.phrases.iter().map(|own| own.join(" ")).collect();
        format!("[words]\n{}\n[phrases]\n{}\n", words.join("\n"), phrases.join("\n"))
    }

    /// Whether an entry stands in a line, word for word.
    fn is_in(&self, line: &str) -> bool {
        let words: Vec<String> = words(line).collect();
        words.iter().any(|word| self.words.contains(word))
            || words.windows(PHRASE).any(|own| self.phrases.contains(own))
    }
}

/// The words of a line: letters and digits, in small letters.
fn words(line: &str) -> impl Iterator<Item = String> {
    let words = line.split(|own: char| !own.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

fn is_listable(word: &str) -> bool {
    word.chars().count() >= LETTERS && is_plain(word)
}

/// Letters only, of scripts that set spaces between words.
fn is_plain(word: impl AsRef<str>) -> bool {
    word.as_ref().chars().all(|own| own.is_alphabetic() && own < '\u{e00}')
}
