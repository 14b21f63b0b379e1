//! What a statement is computed from, and the reports made of it.

use std::collections::BTreeMap;

use directory::Helplines;
use disclosure::Rules;
use findings::{Analysis, Group, Mode, Person, QuestionFinding, Report, Sample, analyse};
use instrument::{Loaded, Question};
use locale::LanguageTag;

use crate::settings::Numbers;

/// What a statement is computed from.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The study.
    pub study: &'a str,
    /// Whether the answers are simulated.
    pub simulated: bool,
    /// Everyone who answered.
    pub persons: &'a [Person],
    /// The instruments they answered.
    pub instruments: &'a [Loaded],
    /// Who can be counted.
    pub samples: &'a [Sample],
    /// Openings of the survey: week, language, how often.
    pub openings: &'a [(String, String, u64)],
    /// Where readers can turn.
    pub helplines: &'a Helplines,
}

/// Reports of the evidence, each made once.
///
/// They hide small cells whatever [`Numbers`] says: a statement never sees what is not printed.
pub(crate) struct Reports<'a> {
    pub evidence: Evidence<'a>,
    pub group: Group,
    made: BTreeMap<(String, Numbers), Report>,
}

impl<'a> Reports<'a> {
    pub fn new(evidence: Evidence<'a>, group: Group) -> Self {
        Self { evidence, group, made: BTreeMap::new() }
    }

    /// The report over a sample.
    pub fn report(&mut self, sample: &str, numbers: Numbers) -> Result<&Report, String> {
        let key = (sample.to_owned(), numbers);
        if !self.made.contains_key(&key) {
            let report = self.make(sample, numbers)?;
            self.made.insert(key.clone(), report);
        }
        self.made.get(&key).ok_or_else(|| format!("no report over `{sample}`"))
    }

    fn make(&self, sample: &str, numbers: Numbers) -> Result<Report, String> {
        let rules = rules(numbers)?;
        let analysis = Analysis {
            study: self.evidence.study,
            simulated: self.evidence.simulated,
            persons: self.evidence.persons,
            instruments: self.evidence.instruments,
            group: &self.group,
            sample: self.sample(sample)?,
            mode: Mode::Safe,
            rules: &rules,
            labels: self.group.language(),
        };
        analyse(&analysis).map_err(|error| error.to_string())
    }

    /// A sample by its id.
    pub fn sample(&self, id: &str) -> Result<&'a Sample, String> {
        let samples = self.evidence.samples;
        samples.iter().find(|sample| sample.id == id).ok_or_else(|| {
            let known: Vec<&str> = samples.iter().map(|sample| sample.id.as_str()).collect();
            format!("names the sample `{id}`; there are: {}", known.join(", "))
        })
    }

    /// A question with the instrument that asks it.
    pub fn question(&self, id: &str) -> Option<(&'a Loaded, &'a Question)> {
        self.evidence.instruments.iter().find_map(|loaded| {
            let question = loaded.instrument.questions().find(|(_, question)| question.id == id);
            question.map(|(_, question)| (loaded, question))
        })
    }

    /// The text of a question's option, or of the question itself, in a language.
    pub fn label(
        &self,
        language: &LanguageTag,
        question: &str,
        option: Option<&str>,
    ) -> Option<String> {
        let (loaded, _) = self.question(question)?;
        match option {
            Some(option) => loaded.texts.attribute(language, question, option),
            None => Some(loaded.texts.of(language, question)).filter(|text| !text.is_empty()),
        }
    }

    /// Openings in the group's language, in the others, and in all.
    pub fn openings(&self) -> [u64; 3] {
        let of = |own: &str| own == self.group.language().as_str();
        let sum = |keep: &dyn Fn(&str) -> bool| {
            let kept = self.evidence.openings.iter().filter(|(_, language, _)| keep(language));
            kept.map(|(_, _, count)| count).sum()
        };
        let (group, all) = (sum(&of), sum(&|_: &str| true));
        [group, all - group, all]
    }

    /// Every report that was made, as the hash of a build reads it.
    pub fn made(&self) -> impl Iterator<Item = &Report> {
        self.made.values()
    }
}

/// The question in a report.
pub(crate) fn find<'r>(report: &'r Report, question: &str) -> Option<&'r QuestionFinding> {
    report.sections.iter().flat_map(|section| &section.questions).find(|own| own.id == question)
}

/// The thresholds: those of the house, with or without rounding.
fn rules(numbers: Numbers) -> Result<Rules, String> {
    let house = Rules::default();
    match numbers {
        Numbers::Rounded => Ok(house),
        Numbers::Exact => Rules::new(house.suppress_below(), 1, house.min_base_for_shares())
            .map_err(|error| error.to_string()),
    }
}
