//! From a claim to its value.

use std::fmt;

use findings::Report;
use stats::{Comparison, Interval, Proportion};

use crate::claim::{Answers, Claim, ClaimKind, Of};
use crate::evidence::{Reports, find};
use crate::figure::{Figure, Register};
use crate::settings::Numbers;

/// What a claim comes to.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Share(Share),
    Difference { group: Share, rest: Share, compared: Compared },
    Count(u64),
    Change { percent: f64, from: Figure, to: Figure },
    Figure(Figure),
}

/// A share with its base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Share {
    pub count: u64,
    pub base: u64,
    pub share: f64,
    pub interval: Interval,
}

/// Two shares compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Compared {
    /// Group minus rest, in percentage points, with Newcombe's interval.
    pub points: f64,
    pub low: f64,
    pub high: f64,
    pub test: &'static str,
    pub p: f64,
    /// After Holm's correction over all differences of the statement.
    pub p_holm: f64,
}

/// Why a claim has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NoValue {
    /// The files name something that is not there.
    Wrong(String),
    /// Nobody answered, or the question was withheld.
    NoData(String),
    /// Small numbers, or what would give them away.
    Suppressed,
}

/// What a claim comes to, as `claims.toml` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// In the unit in which it is printed.
    pub comes_to: i64,
    /// Of how many, for a share.
    pub n: Option<u64>,
}

/// A claim that comes to something else than its file expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The claim.
    pub claim: String,
    /// What the file expects: none where it says nothing.
    pub expected: Option<i64>,
    /// Of how many the file expects a share to be.
    pub expected_n: Option<u64>,
    /// What the answers give.
    pub found: Outcome,
}

/// The nearest whole number, halves away from zero: 56.5 prints as 57.
#[expect(clippy::cast_possible_truncation, reason = "percents and points are small")]
pub(crate) fn whole(value: f64) -> i64 {
    value.round() as i64
}

impl Value {
    /// As `claims.toml` writes it.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Share(share) => {
                Outcome { comes_to: whole(share.share * 100.0), n: Some(share.base) }
            }
            Self::Difference { compared, group, .. } => {
                Outcome { comes_to: whole(compared.points), n: Some(group.base) }
            }
            Self::Count(count) => {
                Outcome { comes_to: i64::try_from(*count).unwrap_or(i64::MAX), n: None }
            }
            Self::Change { percent, .. } => Outcome { comes_to: whole(*percent), n: None },
            Self::Figure(figure) => Outcome { comes_to: figure.value, n: None },
        }
    }

    /// Whether a difference may be none.
    pub fn is_uncertain(&self) -> bool {
        matches!(self, Self::Difference { compared, .. }
            if compared.low <= 0.0 && compared.high >= 0.0)
    }
}

impl Difference {
    /// Compares a claim with what its file expects.
    pub(crate) fn of(claim: &Claim, value: &Value) -> Option<Self> {
        let found = value.outcome();
        let n_differs = match (claim.n, found.n) {
            (Some(expected), Some(found)) => expected != found,
            (None, Some(_)) => true,
            (Some(_), None) => true,
            (None, None) => false,
        };
        let differs = claim.comes_to != Some(found.comes_to) || n_differs;
        differs.then(|| Self {
            claim: claim.id.clone(),
            expected: claim.comes_to,
            expected_n: claim.n,
            found,
        })
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { claim, expected, expected_n, found } = self;
        let number = |number: Option<i64>| number.map_or("nothing".to_owned(), |n| n.to_string());
        write!(f, "claim `{claim}` comes to {}", found.comes_to)?;
        if let Some(n) = found.n {
            write!(f, " (n = {n})")?;
        }
        write!(f, ", and the file expects {}", number(*expected))?;
        if let Some(n) = expected_n {
            write!(f, " (n = {n})")?;
        }
        write!(f, "; see why, read the text again, then `suoja statement build --accept`")
    }
}

/// Computes a claim.
pub(crate) fn compute(
    kind: &ClaimKind,
    numbers: Numbers,
    reports: &mut Reports<'_>,
    register: &Register,
) -> Result<Value, NoValue> {
    match kind {
        ClaimKind::Share { answers, of, sample } => {
            let report = reports.report(sample, numbers).map_err(NoValue::Wrong)?;
            Ok(Value::Share(share(report, answers, *of)?))
        }
        ClaimKind::Difference { answers, sample, .. } => {
            let report = reports.report(sample, numbers).map_err(NoValue::Wrong)?;
            let group = share(report, answers, Of::Group)?;
            let rest = share(report, answers, Of::Rest)?;
            Ok(Value::Difference { group, rest, compared: compare(group, rest)? })
        }
        ClaimKind::Count { of, sample } => {
            let report = reports.report(sample, numbers).map_err(NoValue::Wrong)?;
            Ok(Value::Count(people(report, *of)?))
        }
        ClaimKind::Response { of, sample } => {
            let openings = reports.openings()[of.column()];
            let report = reports.report(sample, numbers).map_err(NoValue::Wrong)?;
            let count = people(report, *of)?;
            if openings < count {
                return Err(NoValue::NoData(
                    "has fewer openings than answers; were all of them collected?".to_owned(),
                ));
            }
            Ok(Value::Share(proportion(count, openings)?))
        }
        ClaimKind::Change { from, to } => {
            let (from, to) = (figure(register, from)?, figure(register, to)?);
            change(from, to)
        }
        ClaimKind::Figure { figure: id } => Ok(Value::Figure(figure(register, id)?.clone())),
    }
}

/// How many people the sample has.
fn people(report: &Report, of: Of) -> Result<u64, NoValue> {
    let last = report.flow.last().and_then(|step| step.n[of.column()]);
    last.ok_or(NoValue::Suppressed)
}

/// The share of those who gave one of the answers.
pub(crate) fn share(report: &Report, answers: &Answers, of: Of) -> Result<Share, NoValue> {
    let column = of.column();
    let question = question(report, &answers.question)?;
    if question.kind == "multiple" && answers.options.len() > 1 {
        return Err(NoValue::Wrong(format!(
            "adds up answers of `{}`, of which a person may give more than one",
            question.id
        )));
    }
    let mut count = 0;
    for wanted in &answers.options {
        let option = question.options.iter().find(|option| option.id == *wanted);
        let option = option.ok_or_else(|| {
            NoValue::Wrong(format!("names `{wanted}`, which `{}` does not offer", question.id))
        })?;
        count += option.cells[column].count.ok_or(NoValue::Suppressed)?;
    }
    let base = match &answers.base {
        Some(other) => self::question(report, other)?,
        None => question,
    };
    // Every cell of a column has the same base; where none has one, no share may be printed.
    let base = base.options.iter().find_map(|option| option.cells[column].base);
    let base = base.ok_or(NoValue::Suppressed)?;
    proportion(count, base)
}

fn question<'r>(report: &'r Report, id: &str) -> Result<&'r findings::QuestionFinding, NoValue> {
    let found = find(report, id);
    let found = found.ok_or_else(|| {
        NoValue::Wrong(format!("names the question `{id}`, which no survey of the study asks"))
    })?;
    if found.withheld {
        return Err(NoValue::NoData(format!("has no data: too few answered `{id}`")));
    }
    Ok(found)
}

fn proportion(count: u64, base: u64) -> Result<Share, NoValue> {
    let proportion = Proportion::new(count, base)
        .map_err(|_| NoValue::NoData(format!("has no data: {count} of {base}")))?;
    Ok(Share { count, base, share: proportion.share(), interval: stats::wilson(proportion) })
}

fn compare(group: Share, rest: Share) -> Result<Compared, NoValue> {
    let of = |share: Share| {
        Proportion::new(share.count, share.base)
            .map_err(|_| NoValue::NoData("has no data".to_owned()))
    };
    let Comparison { difference, test, p, .. } = stats::compare(of(group)?, of(rest)?);
    Ok(Compared {
        points: difference.estimate * 100.0,
        low: difference.low * 100.0,
        high: difference.high * 100.0,
        test: test.name(),
        p,
        p_holm: p,
    })
}

fn figure<'r>(register: &'r Register, id: &str) -> Result<&'r Figure, NoValue> {
    let unknown = || NoValue::Wrong(format!("names the figure `{id}`, which is in no register"));
    register.get(id).ok_or_else(unknown)
}

#[expect(clippy::cast_precision_loss, reason = "published figures are far below 2^53")]
fn change(from: &Figure, to: &Figure) -> Result<Value, NoValue> {
    if from.unit != to.unit || from.value == 0 {
        return Err(NoValue::Wrong(format!(
            "compares `{}` with `{}`, which are not of one unit, or the first is 0",
            from.id.get_ref(),
            to.id.get_ref()
        )));
    }
    let percent = (to.value - from.value) as f64 / from.value as f64 * 100.0;
    Ok(Value::Change { percent, from: from.clone(), to: to.clone() })
}
