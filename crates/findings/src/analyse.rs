//! From persons to a report.

use std::collections::BTreeSet;

use disclosure::{FlowError, Rules, SafeCount, TableError, protect_flow};
use instrument::{Instrument, Kind, Loaded, Question};
use locale::LanguageTag;

use crate::compare::print;
use crate::count::{COLUMNS, Counted, STEPS, count};
use crate::report::{Column, FlowStep, OptionFinding, QuestionFinding, Report, Section};
use crate::{Group, Person, Sample};

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Safe to show: small cells suppressed with what would give them away, counts rounded,
    /// statistics computed from what is printed.
    Safe,
    /// Exact, for the desk.
    Exact,
}

/// What is to be analysed.
#[derive(Debug, Clone, Copy)]
pub struct Analysis<'a> {
    /// The study.
    pub study: &'a str,
    /// Whether it is a demonstration.
    pub simulated: bool,
    /// Everyone.
    pub persons: &'a [Person],
    /// The instruments they answered, with texts.
    pub instruments: &'a [Loaded],
    /// The group.
    pub group: &'a Group,
    /// Who is counted.
    pub sample: &'a Sample,
    /// What is printed.
    pub mode: Mode,
    /// The thresholds of [`Mode::Safe`].
    pub rules: &'a Rules,
    /// The language of questions and options in the report; where an instrument does not have it,
    /// that of its source.
    pub labels: &'a LanguageTag,
}

/// Counts that contradict each other: a mistake in this program, not in the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AnalyseError {
    /// A table does not add up.
    #[error("a table does not add up: {0}")]
    Table(#[from] TableError),
    /// A flow grows.
    #[error("a flow does not add up: {0}")]
    Flow(#[from] FlowError),
}

/// A person and whether they belong to the group.
type Member<'a> = (&'a Person, bool);

/// Makes the report.
///
/// # Errors
/// [`AnalyseError`] when counts contradict each other.
pub fn analyse(analysis: &Analysis<'_>) -> Result<Report, AnalyseError> {
    let (persons, flow) = analysis.sample()?;
    let shared = shared(analysis.instruments);
    let mut sections = Vec::new();
    if let Some(section) = analysis.pooled(&shared, &persons)? {
        sections.push(section);
    }
    for loaded in analysis.instruments {
        sections.push(analysis.section(loaded, &shared, &persons)?);
    }
    let family = correct(&mut sections);
    Ok(Report {
        title: analysis.title(),
        simulated: analysis.simulated,
        study: analysis.study.to_owned(),
        group: analysis.group.to_string(),
        sample: analysis.sample.id.clone(),
        sample_title: analysis.sample.title.clone(),
        mode: match analysis.mode {
            Mode::Safe => "safe to show",
            Mode::Exact => "exact, not for release",
        },
        weeks: weeks(&persons),
        notes: analysis.notes(),
        columns: analysis.columns(),
        flow,
        family,
        sections,
    })
}

impl Analysis<'_> {
    fn title(&self) -> String {
        let simulated = if self.simulated { "SIMULATED ANSWERS: " } else { "" };
        let language = self.group.language();
        format!("{simulated}answers in {} ({language}) against the rest", language.endonym())
    }

    fn columns(&self) -> Vec<Column> {
        let tag = self.group.language();
        let names = [format!("answers in {tag}"), "the rest".to_owned(), "all".to_owned()];
        COLUMNS.into_iter().zip(names).map(|(key, name)| Column { key, name }).collect()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.simulated {
            notes.push(
                "These answers are simulated. They show how the program works and say nothing \
                 about people."
                    .to_owned(),
            );
        }
        notes.push(
            "People chose for themselves to answer. Intervals and tests are computed as if a \
             random sample had been drawn."
                .to_owned(),
        );
        notes.push(
            "Shares: 95 % Wilson intervals. Differences: group minus rest in percentage points, \
             95 % Newcombe intervals. p-values are corrected after Holm over all comparisons of \
             this report."
                .to_owned(),
        );
        if self.mode == Mode::Safe {
            notes.push(format!(
                "Counts below {} are hidden together with what would give them away; other counts \
                 are rounded to {}, and every statistic is computed from the rounded counts. No \
                 shares where fewer than {} answered.",
                self.rules.suppress_below(),
                self.rules.round_to(),
                self.rules.min_base_for_shares()
            ));
        }
        notes
    }

    fn sample(&self) -> Result<(Vec<Member<'_>>, Vec<FlowStep>), AnalyseError> {
        let known: Vec<&Instrument> = self.instruments.iter().map(|own| &own.instrument).collect();
        let mut kept: Vec<&Person> = self.persons.iter().collect();
        let mut names = vec!["all answers".to_owned()];
        let mut counts = vec![self.count(&kept)];
        for step in &self.sample.steps {
            kept = step.keep(kept, &known);
            names.push(step.name());
            counts.push(self.count(&kept));
        }
        let flow = self.flow(names, &counts)?;
        Ok((kept.into_iter().map(|person| (person, self.group.has(person))).collect(), flow))
    }

    fn count(&self, persons: &[&Person]) -> [u64; 3] {
        let length = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
        let group = length(persons.iter().filter(|person| self.group.has(person)).count());
        let all = length(persons.len());
        [group, all - group, all]
    }

    /// Steps by column, protected where the mode asks for it.
    fn flow(&self, names: Vec<String>, counts: &[[u64; 3]]) -> Result<Vec<FlowStep>, AnalyseError> {
        let mut columns = Vec::new();
        for column in 0..COLUMNS.len() {
            let steps: Vec<u64> = counts.iter().map(|step| step[column]).collect();
            columns.push(match self.mode {
                Mode::Exact => steps.into_iter().map(Some).collect(),
                Mode::Safe => protect_flow(&steps, self.rules)?.into_iter().map(shown).collect(),
            });
        }
        let step = |(at, step): (usize, String)| {
            let n = columns.iter().map(|column: &Vec<Option<u64>>| column[at]).collect();
            FlowStep { step, n }
        };
        Ok(names.into_iter().enumerate().map(step).collect())
    }

    /// The questions that more than one instrument asks, over all who answered any of them.
    fn pooled(
        &self,
        shared: &BTreeSet<String>,
        persons: &[Member<'_>],
    ) -> Result<Option<Section>, AnalyseError> {
        let mut questions = Vec::new();
        let mut done = BTreeSet::new();
        for loaded in self.instruments {
            for (_, question) in loaded.instrument.questions() {
                if shared.contains(&question.id) && done.insert(question.id.clone()) {
                    questions.push(self.question(loaded, question, persons)?);
                }
            }
        }
        let instruments = self.instruments.iter().map(|own| own.instrument.id.clone()).collect();
        let title = "Questions that all surveys ask".to_owned();
        Ok((!questions.is_empty()).then_some(Section { instruments, title, questions }))
    }

    /// The questions of one instrument. Those it shares stand in the pooled section alone, unless
    /// the report is exact: two of three tables give the third away.
    fn section(
        &self,
        loaded: &Loaded,
        shared: &BTreeSet<String>,
        persons: &[Member<'_>],
    ) -> Result<Section, AnalyseError> {
        let instrument = &loaded.instrument;
        let own: Vec<Member<'_>> = persons
            .iter()
            .copied()
            .filter(|(person, _)| {
                person.instrument == instrument.id && person.version == instrument.version
            })
            .collect();
        let mut questions = Vec::new();
        for (_, question) in instrument.questions() {
            if self.mode == Mode::Exact || !shared.contains(&question.id) {
                questions.push(self.question(loaded, question, &own)?);
            }
        }
        let title = self.text(loaded, "title");
        Ok(Section { instruments: vec![instrument.id.clone()], title, questions })
    }

    fn question(
        &self,
        loaded: &Loaded,
        question: &Question,
        persons: &[Member<'_>],
    ) -> Result<QuestionFinding, AnalyseError> {
        let Counted { rows, flow, table } = count(question, persons)?;
        let flow = self.flow(STEPS.map(str::to_owned).to_vec(), &flow)?;
        let printed = table.map(|table| print(&table, self.mode, self.rules));
        let withheld = printed.as_ref().is_some_and(|printed| printed.withheld);
        let options = printed.map_or(Vec::new(), |printed| {
            rows.into_iter()
                .zip(printed.cells.into_iter().zip(printed.compared))
                .map(|((id, _), (cells, compared))| OptionFinding {
                    label: self.label(loaded, question, &id),
                    id,
                    cells,
                    compared,
                })
                .collect()
        });
        Ok(QuestionFinding {
            id: question.id.clone(),
            text: self.text(loaded, &question.id),
            kind: kind(&question.kind),
            // The flow of a question that is withheld would tell what its table does not.
            flow: if withheld { Vec::new() } else { flow },
            withheld,
            options: if withheld { Vec::new() } else { options },
        })
    }

    fn text(&self, loaded: &Loaded, id: &str) -> String {
        let text = loaded.texts.of(self.labels, id);
        if text.is_empty() { loaded.texts.of(&loaded.instrument.source, id) } else { text }
    }

    fn label(&self, loaded: &Loaded, question: &Question, row: &str) -> String {
        let of = |language| loaded.texts.attribute(language, &question.id, row);
        of(self.labels).or_else(|| of(&loaded.instrument.source)).unwrap_or_else(|| row.to_owned())
    }
}

fn shown(count: SafeCount) -> Option<u64> {
    match count {
        SafeCount::Shown(count) => Some(count),
        SafeCount::Suppressed(_) => None,
    }
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Single(_) => "single",
        Kind::Multiple { .. } => "multiple",
        Kind::Scale { .. } => "scale",
        Kind::Number { .. } => "number",
        Kind::Text { .. } => "text",
    }
}

/// Questions that more than one instrument asks, by id; versions of one instrument are one.
fn shared(instruments: &[Loaded]) -> BTreeSet<String> {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for loaded in instruments {
        for (_, question) in loaded.instrument.questions() {
            let elsewhere =
                |(id, own): &(String, String)| *id == question.id && *own != loaded.instrument.id;
            if seen.iter().any(elsewhere) {
                shared.insert(question.id.clone());
            }
            seen.insert((question.id.clone(), loaded.instrument.id.clone()));
        }
    }
    shared
}

/// Holm's correction over every comparison of the report; returns how many there are.
fn correct(sections: &mut [Section]) -> usize {
    let mut family: Vec<&mut crate::Compared> = sections
        .iter_mut()
        .flat_map(|section| &mut section.questions)
        .flat_map(|question| &mut question.options)
        .filter_map(|option| option.compared.as_mut())
        .collect();
    let raw: Vec<f64> = family.iter().map(|compared| compared.p).collect();
    for (compared, corrected) in family.iter_mut().zip(stats::holm(&raw)) {
        compared.p_holm = corrected;
    }
    raw.len()
}

fn weeks(persons: &[Member<'_>]) -> Option<(String, String)> {
    let weeks = || persons.iter().map(|(person, _)| &person.week);
    Some((weeks().min()?.clone(), weeks().max()?.clone()))
}
