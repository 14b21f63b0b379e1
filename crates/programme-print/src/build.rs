//! Gathers an edition.

use std::collections::BTreeMap;

use directory::Helplines;
use jiff::civil::Date;
use locale::{Arg, Language, LanguageTag, Status};
use programme::{FIRST_MINUTES, Programme};

use crate::EditionError;
use crate::edition::{Edition, Part, Section, Topic};
use crate::help::help;
use crate::module::Modules;
use crate::more::more;
use crate::question::sheet;
use crate::words::Words;

/// Messages that the renderers use as they are.
const LABELS: [&str; 32] = [
    "box-note",
    "content-note-label",
    "contents-lead",
    "edition-care",
    "edition-contents",
    "edition-help-lead",
    "edition-help-title",
    "edition-to-contents",
    "edition-to-text",
    "edition-told",
    "exercise-paper",
    "programme-begin",
    "programme-lead",
    "programme-talk",
    "programme-told-title",
    "programme-urge",
    "sheet-keep",
    "sheets-paper",
    "sheets-title",
    "tear-out-back-title",
    "tear-out-note",
    "tear-out-numbers",
    "tear-out-numbers.lead",
    "tear-out-sentence",
    "thought-answer",
    "thought-says",
    "workbook-cover",
    "workbook-cover-inside",
    "workbook-keep-title",
    "workbook-note",
    "workbook-title",
    "workbook-write",
];

/// Messages with a hole that only a renderer can fill: the number of a page.
const WITH_PAGE: [&str; 2] = ["edition-page", "workbook-footer"];

/// The programme in one language with the helplines as they stand on a day. That not everything has
/// been reviewed is said in it; whether it may be handed out is for the caller to decide.
///
/// # Errors
/// [`EditionError`]: a language without texts or helplines, or a message that is missing.
pub fn edition(
    programme: &Programme,
    helplines: &Helplines,
    language: &LanguageTag,
    day: Date,
) -> Result<Edition, EditionError> {
    let published = |own: &&Language| own.tag == *language && own.status == Status::Published;
    let texts = programme.languages.iter().find(published).and(programme.catalogue(language));
    let texts = texts.ok_or_else(|| EditionError::Language(language.clone()))?;
    let words = Words::new(language, texts)?;
    let parts = Modules::new(programme, &words).parts()?;
    let sheets = programme.sheets.iter().map(|own| sheet(programme, &words, own));
    let date = words.formats.date(day);
    Ok(Edition {
        language: language.to_string(),
        direction: language.direction().as_str(),
        title: words.plain("programme-title")?,
        day,
        notice: notice(programme, &words)?,
        about: about(&words)?,
        help: help(&words, helplines, day)?,
        tear_out: tear_out(&parts)?,
        parts,
        sheets: sheets.collect::<Result<_, _>>()?,
        more: more(&words)?,
        labels: labels(&words, &date)?,
        date,
    })
}

/// What is to be said where not everything has been read.
fn notice(programme: &Programme, words: &Words<'_>) -> Result<Option<String>, EditionError> {
    let total = programme.modules().count();
    let unread =
        programme.modules().filter(|(_, own)| !programme.is_reviewed(words.language, &own.id));
    let count = unread.count();
    let number = |number: usize| Arg::Number(u64::try_from(number).unwrap_or(u64::MAX));
    let args = [("count", number(count)), ("total", number(total))];
    Ok(match count {
        0 => None,
        count if count == total => Some(words.plain("review-notice")?),
        _ => Some(words.say("edition-unreviewed-some", &args)?),
    })
}

/// What it is and whom it is for.
fn about(words: &Words<'_>) -> Result<Vec<Topic>, EditionError> {
    let topic = |title: &str, texts: &[&str]| {
        let text = texts.iter().map(|id| words.plain(id)).collect::<Result<_, _>>()?;
        Ok::<Topic, EditionError>(Topic {
            title: Some(words.plain(title)?),
            text,
            points: vec![],
            points_language: None,
        })
    };
    Ok(vec![
        topic("programme-what-title", &["programme-what"])?,
        topic("programme-for-title", &["programme-for", "programme-intrusive"])?,
        topic("programme-told-title", &["edition-told"])?,
    ])
}

fn tear_out(parts: &[Part]) -> Result<Section, EditionError> {
    let (module, section) = FIRST_MINUTES;
    let id = format!("{module}-{section}");
    let mut all = parts.iter().flat_map(|part| &part.modules).flat_map(|own| &own.sections);
    all.find(|own| own.id == id).cloned().ok_or(EditionError::TearOut(module, section))
}

fn labels(words: &Words<'_>, date: &str) -> Result<BTreeMap<&'static str, String>, EditionError> {
    let mut labels = BTreeMap::new();
    for id in LABELS {
        labels.insert(id, words.plain(id)?);
    }
    for id in WITH_PAGE {
        labels.insert(id, words.say(id, &[("page", Arg::Text("{page}"))])?);
    }
    for id in ["offline-note", "workbook-edition"] {
        labels.insert(id, words.say(id, &[("date", Arg::Text(date))])?);
    }
    Ok(labels)
}
