//! What researchers keep of what was opened: files for the owner alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use findings::{Merged, Person, Words};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Week;
use zeroize::Zeroizing;

use crate::config::Researcher;
use crate::files;

/// The file of coded answers.
pub const ANSWERS: &str = "answers.jsonl";
/// The file of words.
pub const TEXTS: &str = "texts.jsonl";
/// The file of openings.
pub const OPENINGS: &str = "openings.csv";

/// Puts back what earlier openings have of people whom this one has not, or not so much of: their
/// parts lie in another store, or the key to them has been retired. Returns how many.
///
/// # Errors
/// When a file of an earlier opening cannot be read; nothing is written over it then.
pub fn put_back(desk: &Researcher, merged: &mut Merged) -> Result<usize> {
    let answers = desk.opened.join(ANSWERS);
    if !answers.exists() {
        return Ok(0);
    }
    let earlier: Vec<Person> = read(&answers)?;
    let words: Vec<Words> = read(&desk.opened.join(TEXTS))?;
    let now: BTreeMap<String, usize> =
        merged.persons.iter().map(|person| (person.answer.clone(), person.pages)).collect();
    let more = |person: &Person| now.get(&person.answer).is_none_or(|pages| *pages < person.pages);
    let kept: BTreeMap<String, Person> =
        earlier.into_iter().filter(more).map(|person| (person.answer.clone(), person)).collect();
    merged.persons.retain(|person| !kept.contains_key(&person.answer));
    merged.words.retain(|own| !kept.contains_key(&own.answer));
    merged.words.extend(words.into_iter().filter(|own| kept.contains_key(&own.answer)));
    let count = kept.len();
    merged.persons.extend(kept.into_values());
    merged.persons.sort_by(|a, b| a.answer.cmp(&b.answer));
    Ok(count)
}

/// Writes answers, words and openings, each whole or not at all.
///
/// # Errors
/// When a file cannot be written.
pub fn write(desk: &Researcher, merged: &Merged, openings: &[(Week, String, u64)]) -> Result<()> {
    files::private_dir(&desk.opened)?;
    files::write_private(&desk.opened.join(ANSWERS), &lines(&merged.persons)?)?;
    files::write_private(&desk.opened.join(TEXTS), &lines(&merged.words)?)?;
    let mut table = String::from("week,language,openings\n");
    for (week, language, count) in openings {
        table.push_str(&format!("{week},{language},{count}\n"));
    }
    files::write_private(&desk.opened.join(OPENINGS), table.as_bytes())
}

/// Reads a file that an opening wrote.
///
/// # Errors
/// Naming file and line that is none.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(path).with_context(|| {
        format!("cannot read {}; open the sealed answers first: `suoja open`", path.display())
    })?;
    let text = Zeroizing::new(text);
    let line = |(at, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| {
            format!("{}:{}: no line of `suoja open`; mend or remove it", path.display(), at + 1)
        })
    };
    text.lines().enumerate().map(line).collect()
}

fn lines<T: Serialize>(items: &[T]) -> Result<Zeroizing<Vec<u8>>> {
    let mut bytes = Zeroizing::new(Vec::new());
    for item in items {
        serde_json::to_writer(&mut *bytes, item).context("an answer cannot be written")?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}
