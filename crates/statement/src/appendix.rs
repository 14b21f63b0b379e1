//! What stands behind the text: claims in words, questions as they were asked, flows.

use std::collections::BTreeSet;

use locale::Arg;

use crate::chart::ChartSpec;
use crate::claim::{ClaimKind, Of};
use crate::document::{Asked, Table};
use crate::method;
use crate::write::Writer;

impl Writer<'_, '_> {
    /// What a claim is about, in a few words.
    pub fn name(&self, kind: &ClaimKind) -> String {
        let who = |of: Of| match of {
            Of::Group => self.group_name().to_owned(),
            Of::Rest => self.rest_name().to_owned(),
            Of::All => self.labels.text("everyone", &[]),
        };
        let answers = |who: &str, message: &str| {
            let Some(answers) = kind.answers() else { return String::new() };
            let tag = &self.language.tag;
            let label = |option: &String| {
                self.reports.label(tag, &answers.question, Some(option)).unwrap_or_default()
            };
            let option: Vec<String> = answers.options.iter().map(label).collect();
            let question = self.reports.label(tag, &answers.question, None).unwrap_or_default();
            let option = option.join(" / ");
            let args = [
                ("who", Arg::Text(who)),
                ("question", Arg::Text(&question)),
                ("option", Arg::Text(&option)),
            ];
            self.labels.text(message, &args)
        };
        match kind {
            ClaimKind::Share { of, .. } => answers(&who(*of), "name-share"),
            ClaimKind::Difference { .. } => answers(self.group_name(), "name-difference"),
            ClaimKind::Count { of, .. } => {
                self.labels.text("name-count", &[("who", Arg::Text(&who(*of)))])
            }
            ClaimKind::Response { of, .. } => {
                self.labels.text("name-response", &[("who", Arg::Text(&who(*of)))])
            }
            ClaimKind::Change { .. } | ClaimKind::Figure { .. } => String::new(),
        }
    }

    /// Every question that a claim or a chart counts, as it was asked.
    pub fn questions(&self) -> Vec<Asked> {
        let claims =
            self.files.claims.list.iter().filter_map(|claim| claim.kind.answers().cloned());
        let charts = self.files.charts.iter().flat_map(ChartSpec::answers);
        let mut seen = BTreeSet::new();
        let mut questions = Vec::new();
        for answers in claims.chain(charts) {
            let Some((loaded, question)) = self.reports.question(&answers.question) else {
                continue;
            };
            if !seen.insert(question.id.clone()) {
                continue;
            }
            let tag = &self.language.tag;
            let options = match &question.kind {
                instrument::Kind::Single(choices) | instrument::Kind::Multiple { choices, .. } => {
                    choices
                        .iter()
                        .filter_map(|own| loaded.texts.attribute(tag, &question.id, &own.id))
                        .collect()
                }
                _ => Vec::new(),
            };
            questions.push(Asked { text: loaded.texts.of(tag, &question.id), options });
        }
        questions
    }

    /// How many are left after each step of each sample.
    pub fn flow(&mut self) -> Table {
        let labels = self.labels;
        let (group, rest) = (self.group_name().to_owned(), self.rest_name().to_owned());
        let columns =
            vec![labels.text("flow-step", &[]), group, rest, labels.text("everyone", &[])];
        let mut table = Table { columns, rows: Vec::new(), ids: Vec::new() };
        for sample in self.samples() {
            let Ok(report) = self.reports.report(&sample.id, self.files.settings.numbers) else {
                continue;
            };
            let steps = std::iter::once(None).chain(sample.steps.iter().map(Some));
            for (step, counted) in steps.zip(&report.flow) {
                let mut row = vec![method::step(labels, step)];
                let hidden = || labels.text("hidden", &[]);
                row.extend(counted.n.iter().map(|n| n.map_or_else(hidden, |n| labels.people(n))));
                if !table.rows.contains(&row) {
                    table.rows.push(row);
                }
            }
        }
        table
    }
}
