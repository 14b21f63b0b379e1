//! Counting a question: from persons to an exact table.

use disclosure::{Cell, Column, Row, Table, TableError, Total};
use instrument::{Kind, Missing, Question, Value};

use crate::Person;

/// The steps of a question's flow: asked, reached, answered.
pub(crate) const STEPS: [&str; 3] = ["asked", "reached", "answered"];

/// The columns in order; the last is the sum of the others.
pub(crate) const COLUMNS: [&str; 3] = ["group", "rest", "all"];

/// A question counted.
pub(crate) struct Counted {
    /// Id and code test of each row.
    pub rows: Vec<(String, Answered)>,
    /// People by step and column.
    pub flow: [[u64; 3]; 3],
    /// The exact table; none for words.
    pub table: Option<Table>,
}

/// What has to be answered to be counted in a row.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Answered {
    Code(i64),
    Band(i64, i64),
}

/// Counts a question over persons, each with whether they belong to the group.
pub(crate) fn count(
    question: &Question,
    persons: &[(&Person, bool)],
) -> Result<Counted, TableError> {
    let rows = rows(question);
    let mut flow = [[0; 3]; 3];
    let mut counts = vec![[0; 3]; rows.len()];
    for (person, in_group) in persons {
        let Some(value) = person.answers.get(&question.id) else { continue };
        let columns = [if *in_group { 0 } else { 1 }, 2];
        for column in columns {
            let missing = value.missing();
            flow[0][column] += u64::from(missing != Some(Missing::NotAsked));
            flow[1][column] +=
                u64::from(!matches!(missing, Some(Missing::NotAsked | Missing::NotReached)));
            flow[2][column] += u64::from(missing.is_none());
            for (at, (_, answered)) in rows.iter().enumerate() {
                counts[at][column] += u64::from(answered.matches(value));
            }
        }
    }
    let table =
        if rows.is_empty() { None } else { Some(table(question, &rows, &counts, flow[2])?) };
    Ok(Counted { rows, flow, table })
}

fn table(
    question: &Question,
    rows: &[(String, Answered)],
    counts: &[[u64; 3]],
    bases: [u64; 3],
) -> Result<Table, TableError> {
    let kind = match question.kind {
        Kind::Multiple { .. } => disclosure::Kind::Multiple,
        _ => disclosure::Kind::Exclusive,
    };
    let columns = COLUMNS.iter().zip(bases);
    let columns = columns.map(|(key, base)| Column { key: (*key).to_owned(), base }).collect();
    let rows = rows.iter().zip(counts).map(|((key, _), counts)| Row {
        key: key.clone(),
        cells: counts.map(Cell::Count).to_vec(),
    });
    Table::new(kind, columns, rows.collect(), Some(Total { column: 2, parts: vec![0, 1] }))
}

fn rows(question: &Question) -> Vec<(String, Answered)> {
    match &question.kind {
        Kind::Single(choices) | Kind::Multiple { choices, .. } => {
            choices.iter().map(|own| (own.id.clone(), Answered::Code(own.code))).collect()
        }
        Kind::Scale { min, max } => {
            (*min..=*max).map(|point| (point.to_string(), Answered::Code(point))).collect()
        }
        Kind::Number { bands, .. } => bands
            .iter()
            .map(|(low, high)| (band(*low, *high), Answered::Band(*low, *high)))
            .collect(),
        Kind::Text { .. } => Vec::new(),
    }
}

fn band(low: i64, high: i64) -> String {
    if low == high { low.to_string() } else { format!("{low} to {high}") }
}

impl Answered {
    fn matches(self, value: &Value) -> bool {
        match self {
            Self::Code(code) => value.has(code),
            Self::Band(low, high) => {
                value.number().is_some_and(|number| (low..=high).contains(&number))
            }
        }
    }
}
