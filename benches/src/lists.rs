//! Invented lists and queries, and text that nobody should be warned for.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::read::GzDecoder;

use crate::dice::Dice;

/// Words of a query.
const QUERY: usize = 12;
/// Words of the longest entry: a query of twelve words then has 68 grams.
const ENTRY: usize = 8;
/// One query of so many has an entry of the list in it.
const EVERY: usize = 8;
/// Where ordinary text lies on a Debian machine.
const ORDINARY: [&str; 4] =
    ["/usr/share/common-licenses", "/usr/share/dict", "/usr/share/man", "/usr/share/doc"];
/// Lines of ordinary text that are read at most.
const MOST_LINES: usize = 1_000_000;

/// A word of three or four invented syllables.
fn word(dice: &mut Dice) -> String {
    const ONSETS: [&str; 12] = ["z", "qu", "tr", "v", "bl", "x", "dr", "k", "p", "sn", "gl", "w"];
    const RIMES: [&str; 10] = ["ub", "or", "elk", "int", "ax", "ost", "yp", "aun", "eev", "ird"];
    let syllables = 3 + dice.below(2);
    (0..syllables)
        .flat_map(|_| [ONSETS[dice.below(ONSETS.len())], RIMES[dice.below(RIMES.len())]])
        .collect()
}

/// A list of invented phrases, and queries of which it is known how many have one in them.
pub struct Invented {
    /// Phrases of one to eight words, each once.
    pub phrases: Vec<String>,
    /// Queries of twelve words.
    pub queries: Vec<String>,
    /// How many of the queries have a phrase in them.
    pub met: usize,
}

impl Invented {
    /// So many phrases and queries. Words of phrases begin with another letter than all other
    /// words, so that no phrase comes about by chance.
    pub fn new(phrases: usize, queries: usize) -> Self {
        let mut dice = Dice::new(7);
        let vocabulary: Vec<String> = (0..20_000).map(|_| word(&mut dice)).collect();
        let mut list = BTreeSet::new();
        while list.len() < phrases {
            let words = 1 + dice.below(ENTRY);
            let phrase: Vec<String> = (0..words).map(|_| format!("j{}", word(&mut dice))).collect();
            list.insert(phrase.join(" "));
        }
        let list: Vec<String> = list.into_iter().collect();
        let mut met = 0;
        let queries = (0..queries).map(|at| {
            let mut words: Vec<&str> =
                (0..QUERY).map(|_| vocabulary[dice.below(vocabulary.len())].as_str()).collect();
            if at % EVERY == 0 {
                met += 1;
                words[QUERY / 2] = &list[dice.below(list.len())];
            }
            words.join(" ")
        });
        let queries = queries.collect();
        Self { phrases: list, queries, met }
    }

    /// The list as an operator writes it.
    pub fn text(&self) -> String {
        format!("[phrases]\n{}\n", self.phrases.join("\n"))
    }
}

/// Lines of the licences, word lists, manual pages and documents of this machine.
///
/// # Errors
/// When there are none.
pub fn ordinary() -> Result<Vec<String>> {
    let mut lines = Vec::new();
    ORDINARY.iter().for_each(|folder| gather(Path::new(folder), &mut lines));
    ensure!(lines.len() > 10_000, "this machine has no ordinary text to read");
    Ok(lines)
}

fn gather(path: &Path, lines: &mut Vec<String>) {
    if lines.len() >= MOST_LINES || path.is_symlink() {
        return;
    }
    if let Ok(entries) = fs::read_dir(path) {
        let mut entries: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        entries.sort();
        entries.iter().for_each(|entry| gather(entry, lines));
        return;
    }
    let Some(text) = read(path) else { return };
    let room = MOST_LINES - lines.len();
    let full = text.lines().filter(|line| !line.trim().is_empty());
    lines.extend(full.take(room).map(str::to_owned));
}

/// A text, unpacked; what is none is left out.
fn read(path: &Path) -> Option<String> {
    let file = File::open(path).ok()?;
    let mut text = String::new();
    let packed = path.extension().is_some_and(|own| own == "gz");
    let read = if packed {
        GzDecoder::new(file).take(1 << 24).read_to_string(&mut text)
    } else {
        file.take(1 << 24).read_to_string(&mut text)
    };
    read.is_ok().then_some(text)
}
