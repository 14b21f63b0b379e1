//! What the lists said of the one file that a notice is about.
//!
//! Of each finding only list, class, level, kind and notes are read. The listed hash, which stands there when
//! details were asked for, is passed over: it is a secret of who gave the list.

use std::io::BufRead;

use anyhow::{Result, bail};
use matching::Level;
use serde::Deserialize;

use super::lines;
use super::settings::Settings;
use crate::commands::told::Verdict;

/// A match, with what a notice needs of it.
pub struct Match {
    /// Where the file is.
    pub path: Option<String>,
    /// The part of the archive at that path.
    pub inside: Option<String>,
    /// Findings of lists of child sexual abuse material. At least one.
    pub findings: Vec<Finding>,
    /// What a person should look at before anything is sent.
    pub doubts: Vec<String>,
}

/// A list on which the file is.
#[derive(Deserialize)]
pub struct Finding {
    /// Name of the list.
    pub list: String,
    /// Its class, in the operator's words.
    pub class: String,
    /// What its policy asks for.
    pub level: Level,
    /// The kind of hash that was compared.
    pub kind: String,
    #[serde(default)]
    notes: Vec<String>,
}

/// One line, of `match` or of `scan`.
#[derive(Deserialize)]
struct Line {
    path: Option<String>,
    inside: Option<String>,
    /// `match`: why there is no fingerprint.
    error: Option<String>,
    /// `scan`: the same.
    why: Option<String>,
    /// `scan`: what came of the file.
    result: Option<String>,
    answer: Option<Answer>,
}

/// What the lists answered.
#[derive(Deserialize)]
struct Answer {
    outcome: Verdict,
    complete: bool,
    #[serde(default)]
    findings: Vec<Finding>,
    #[serde(default)]
    suppressed_by: Vec<String>,
    #[serde(default)]
    not_answered: Vec<String>,
}

/// Reads the answer about one file: the only one that is there, or the one about a place.
///
/// # Errors
/// When there is none or more than one, or it is no match with a list of child sexual abuse material.
pub fn read(input: impl BufRead, place: Option<&str>, settings: &Settings) -> Result<Match> {
    let (mut first, mut count) = (None, 0_u64);
    lines::each(input, |number, bytes| {
        let line: Line = lines::object(bytes, number, COMMANDS)?;
        if place.is_some_and(|own| line.place().as_deref() != Some(own)) {
            return Ok(());
        }
        count += 1;
        if first.is_none() {
            // `match` writes the answer into the line itself, `scan` into a field of it.
            let answer = match (&line.answer, &line.result) {
                (None, None) => Some(lines::object(bytes, number, COMMANDS)?),
                _ => None,
            };
            first = Some((line, answer));
        }
        Ok(())
    })?;
    match (first, count) {
        (Some((mut line, answer)), 1) => {
            let answer = answer.or(line.answer.take());
            line.judge(answer, settings)
        }
        (None, _) if place.is_some() => {
            bail!(
                "no answer is about that --path; write it as it is printed, a part of an archive after \": \""
            )
        }
        (None, _) => bail!("there is no answer to read; give what `suoja match` printed"),
        (Some(_), many) if place.is_some() => {
            bail!("{many} answers are about that --path; give one of them alone")
        }
        (Some(_), many) => {
            bail!("there are {many} answers, and a notice is about one file; say which with --path")
        }
    }
}

/// Who writes such lines.
const COMMANDS: &str = "`suoja match` or `suoja scan --format jsonl`";

impl Line {
    /// Where the file is, as the table of a scan shows it.
    fn place(&self) -> Option<String> {
        let path = self.path.as_deref()?;
        let inside = self.inside.as_deref().map(|inside| format!(": {inside}"));
        Some(format!("{path}{}", inside.unwrap_or_default()))
    }

    fn judge(self, answer: Option<Answer>, settings: &Settings) -> Result<Match> {
        let Some(answer) = answer else {
            bail!("no list was asked about this file; a notice needs a match");
        };
        match answer.outcome {
            Verdict::Match => {}
            Verdict::NoMatch => {
                bail!("this file is on no list; there is nothing to give notice of")
            }
            Verdict::NotAnswered => bail!(
                "not every list has answered about this file, and none named it; hold it and ask again. \
                 From an answer that is missing no notice is drafted"
            ),
        }
        let mut doubts = answer.doubts();
        let fault = self.error.or(self.why);
        doubts.extend(fault.map(|why| format!("When the file was compared: {why}")));
        let (csam, other): (Vec<Finding>, Vec<Finding>) =
            answer.findings.into_iter().partition(|own| settings.is_csam(&own.class));
        if csam.is_empty() {
            let mut classes: Vec<&str> = other.iter().map(|own| own.class.as_str()).collect();
            classes.sort_unstable();
            classes.dedup();
            bail!(
                "this file is on lists of the class {:?} only, and drafts are for child sexual abuse material \
                 alone; `csam_classes` in the settings says which classes are that",
                classes.join(", ")
            );
        }
        for own in &csam {
            doubts.extend(own.notes.iter().map(|note| format!("The list {}: {note}.", own.list)));
        }
        Ok(Match { path: self.path, inside: self.inside, findings: csam, doubts })
    }
}

impl Answer {
    fn doubts(&self) -> Vec<String> {
        let mut doubts = Vec::new();
        for list in &self.suppressed_by {
            doubts.push(format!(
                "The never-match list {list} says that some finding about this file is none."
            ));
        }
        if !self.complete {
            let silent = self.not_answered.join("; ");
            doubts.push(format!("Not every list has answered: {silent}"));
        }
        doubts
    }
}

impl Match {
    /// The lists, each once.
    pub fn lists(&self) -> Vec<&str> {
        let mut lists: Vec<&str> = self.findings.iter().map(|own| own.list.as_str()).collect();
        lists.sort_unstable();
        lists.dedup();
        lists
    }

    /// Whether a hash is the same; else a fingerprint is near.
    pub fn is_exact(&self) -> bool {
        self.findings.iter().any(|own| own.kind != "pdq")
    }

    /// Whether every policy asks for a person to look first.
    pub fn is_for_review(&self) -> bool {
        self.findings.iter().all(|own| own.level == Level::Review)
    }

    /// Where the file is: its path, and the part of an archive.
    pub fn place(&self) -> Option<String> {
        let path = self.path.as_deref()?;
        Some(match &self.inside {
            Some(inside) => format!("{path}: {inside}"),
            None => path.to_owned(),
        })
    }
}
