//! Questions with room for their answers.

use instrument::{Choice, Kind};
use programme::Programme;

use crate::EditionError;
use crate::edition::{Answer, Question, Sheet, Tick};
use crate::words::Words;

/// Options with this id leave room to say what else.
const OTHER: &str = "other";

/// Lines of a letter, which has a page to itself.
const LETTER_LINES: usize = 17;

/// A question as it stands in a module.
pub(crate) fn question(programme: &Programme, words: &Words<'_>, id: &str) -> Option<Question> {
    let own = programme.question(id)?;
    let answer = match &own.kind {
        Kind::Text { max_chars } => Answer::Text { lines: lines(*max_chars) },
        Kind::Single(choices) | Kind::Multiple { choices, .. } => {
            Answer::Boxes { boxes: boxes(programme, words, id, choices) }
        }
        Kind::Scale { min, max } => scale(programme, words, id, *min, *max),
        Kind::Number { .. } => Answer::Number { unit: said(programme, words, id, "unit") },
    };
    let how = match &own.kind {
        Kind::Single(_) => Some("fill-one"),
        Kind::Multiple { .. } => Some("fill-any"),
        Kind::Scale { .. } => Some("fill-scale"),
        Kind::Number { .. } | Kind::Text { .. } => None,
    };
    let is_open = matches!(own.kind, Kind::Text { .. });
    let exercises = &programme.exercises;
    let care = exercises.instrument.care.iter();
    Some(Question {
        text: exercises.texts.of(words.language, id),
        hint: exercises.texts.attribute(words.language, id, "hint"),
        how: how.and_then(|id| words.plain(id).ok()),
        note: is_open.then(|| words.plain("box-note").ok()).flatten(),
        answer,
        care: care.flat_map(|own| own.when.questions()).any(|asked| asked == id),
    })
}

/// A summary sheet: boxes become lines, for what is taken over is what was ticked.
pub(crate) fn sheet(
    programme: &Programme,
    words: &Words<'_>,
    own: &programme::Sheet,
) -> Result<Sheet, EditionError> {
    let message = format!("sheet-{}", own.id);
    let questions = own.questions.iter().filter_map(|id| {
        let own = question(programme, words, id)?;
        // What not to write stands once above a sheet.
        Some(Question { hint: None, note: None, ..on_sheet(programme, id, own) })
    });
    Ok(Sheet {
        id: own.id.clone(),
        title: words.plain(&message)?,
        lead: words.plain(&format!("{message}.lead"))?,
        questions: questions.collect(),
    })
}

fn on_sheet(programme: &Programme, id: &str, own: Question) -> Question {
    let lines = match programme.question(id).map(|own| &own.kind) {
        Some(Kind::Single(_)) => 1,
        Some(Kind::Multiple { .. }) => 2,
        Some(Kind::Text { max_chars }) if *max_chars > 400 => LETTER_LINES,
        Some(Kind::Text { max_chars }) if *max_chars > 200 => 3,
        Some(Kind::Text { .. }) => 2,
        _ => return own,
    };
    Question { how: None, answer: Answer::Text { lines }, ..own }
}

/// Lines to write on: a line of handwriting holds about 60 characters, and nobody fills the limit of
/// a screen by hand.
fn lines(max_chars: usize) -> usize {
    match max_chars {
        0..=200 => 4,
        201..=400 => 5,
        _ => 6,
    }
}

fn boxes(programme: &Programme, words: &Words<'_>, id: &str, choices: &[Choice]) -> Vec<Tick> {
    let one =
        |own: &Choice| Tick { text: said(programme, words, id, &own.id), open: own.id == OTHER };
    choices.iter().map(one).collect()
}

fn scale(programme: &Programme, words: &Words<'_>, id: &str, min: i64, max: i64) -> Answer {
    Answer::Scale {
        points: (min..=max).collect(),
        low: said(programme, words, id, "low"),
        high: said(programme, words, id, "high"),
    }
}

/// An attribute of a question; the instrument was refused if one is missing that it needs.
fn said(programme: &Programme, words: &Words<'_>, id: &str, name: &str) -> String {
    programme.exercises.texts.attribute(words.language, id, name).unwrap_or_default()
}
