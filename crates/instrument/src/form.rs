//! From the fields of a form to answers, or to what is wrong with them, field by field.

use crate::{Answers, Kind, Missing, Question, Value, strip_links};

/// A page's answers as they will be sealed.
#[derive(Debug)]
pub struct Checked {
    /// One answer or reason for every question that was asked.
    pub answers: Answers,
    /// Whether something that looked like a link was taken out of a text.
    pub links_removed: bool,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The question.
    pub question: String,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The page offers no such option.
    UnknownOption,
    /// More options than one where only one can be chosen.
    TooManyOptions,
    /// This option was chosen together with others that it excludes.
    Exclusive {
        /// Id of the option.
        option: String,
    },
    /// It is no whole number.
    NotANumber,
    /// It lies outside these bounds.
    OutOfRange {
        /// Lowest.
        min: i64,
        /// Highest.
        max: i64,
    },
    /// It is longer than allowed.
    TooLong {
        /// Characters allowed.
        max: usize,
        /// Characters too many.
        over: usize,
    },
    /// It holds characters that no keyboard writes, such as NUL.
    ControlCharacters,
}

/// Reads the fields of a page. `fields` are the pairs of the form as they were sent; fields that
/// are no question of the page are passed over. Nothing is required: an empty field is *skipped*.
///
/// # Errors
/// Every field that cannot be taken, in the order of the page.
pub fn check_page(
    asked: &[&Question],
    fields: &[(String, String)],
) -> Result<Checked, Vec<FieldError>> {
    let mut checked = Checked { answers: Answers::new(), links_removed: false };
    let mut errors = Vec::new();
    for question in asked {
        let sent: Vec<&str> = fields
            .iter()
            .filter(|(name, value)| *name == question.id && !value.trim().is_empty())
            .map(|(_, value)| value.as_str())
            .collect();
        match check_question(question, &sent, &mut checked.links_removed) {
            Ok(value) => _ = checked.answers.insert(question.id.clone(), value),
            Err(problem) => errors.push(FieldError { question: question.id.clone(), problem }),
        }
    }
    if errors.is_empty() { Ok(checked) } else { Err(errors) }
}

fn check_question(
    question: &Question,
    sent: &[&str],
    stripped: &mut bool,
) -> Result<Value, Problem> {
    let Some(first) = sent.first() else { return Ok(Missing::Skipped.into()) };
    if let Kind::Multiple { choices, exclusive } = &question.kind {
        return check_multiple(question, choices, exclusive, sent);
    }
    // A number and its "I'd rather not say" are two fields of one name; the box then stays empty.
    if sent.len() > 1 {
        return Err(Problem::TooManyOptions);
    }
    if let Some(missing) = offered(question, first) {
        return Ok(missing.into());
    }
    match &question.kind {
        Kind::Single(_) => question.code_of(first).map(Value::Code).ok_or(Problem::UnknownOption),
        Kind::Multiple { .. } => Err(Problem::UnknownOption),
        Kind::Scale { min, max } | Kind::Number { min, max, .. } => number(first, *min, *max),
        Kind::Text { max_chars } => text(first, *max_chars, stripped),
    }
}

fn check_multiple(
    question: &Question,
    choices: &[crate::Choice],
    exclusive: &[i64],
    sent: &[&str],
) -> Result<Value, Problem> {
    if let Some(missing) = sent.iter().find_map(|value| offered(question, value)) {
        let alone = sent.len() == 1;
        let option = missing.name().to_owned();
        return if alone { Ok(missing.into()) } else { Err(Problem::Exclusive { option }) };
    }
    let mut codes = Vec::new();
    for choice in choices {
        if sent.contains(&choice.id.as_str()) {
            codes.push(choice.code);
        }
    }
    if sent.iter().any(|value| question.code_of(value).is_none()) {
        return Err(Problem::UnknownOption);
    }
    let excluding = choices.iter().find(|c| exclusive.contains(&c.code) && codes.contains(&c.code));
    match excluding {
        Some(choice) if codes.len() > 1 => Err(Problem::Exclusive { option: choice.id.clone() }),
        _ => Ok(Value::Codes(codes)),
    }
}

fn offered(question: &Question, value: &str) -> Option<Missing> {
    Missing::offered(value).filter(|missing| question.offer.contains(missing))
}

fn number(text: &str, min: i64, max: i64) -> Result<Value, Problem> {
    let number: i64 = text.trim().parse().map_err(|_| Problem::NotANumber)?;
    if (min..=max).contains(&number) {
        Ok(Value::Code(number))
    } else {
        Err(Problem::OutOfRange { min, max })
    }
}

fn text(text: &str, max: usize, stripped: &mut bool) -> Result<Value, Problem> {
    // Browsers send line breaks as CR LF; counting follows what the person sees.
    let text = text.replace("\r\n", "\n");
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(Problem::ControlCharacters);
    }
    let length = text.chars().count();
    if length > max {
        return Err(Problem::TooLong { max, over: length - max });
    }
    let (mut bare, changed) = strip_links(text.trim());
    *stripped |= changed;
    // A marker can be longer than the short link it stands for.
    if let Some((end, _)) = bare.char_indices().nth(max) {
        bare.truncate(end);
    }
    Ok(Value::Text(bare))
}
