//! A small statement over invented people, and ways to break it.

use std::collections::BTreeMap;

use directory::Helplines;
use findings::{Person, Sample, read_samples};
use instrument::{Answers, Loaded, Missing, SourceFile, Sources as Survey, Value};
use statement::{Built, Evidence, Failure, Sources, build, stamp};

const SAMPLES: &str = include_str!("../../../../content/samples.toml");
const HELPLINES: &str = include_str!("../../../../content/helplines/helplines.toml");

const CHECKS_EN: &str = include_str!("../../../../content/text-checks/en.toml");
const CHECKS_FR: &str = include_str!("../../../../content/text-checks/fr.toml");
const SURVEY: &str = include_str!("../../../../content/instruments/help-us/instrument.toml");
const SURVEY_EN: &str = include_str!("../../../../content/instruments/help-us/en.ftl");
const SURVEY_FR: &str = include_str!("../../../../content/instruments/help-us/fr.ftl");

/// 400 people of whom 100 answered in French.
pub struct World {
    pub sources: Sources,
    pub simulated: bool,
    persons: Vec<Person>,
    instruments: Vec<Loaded>,
    samples: Vec<Sample>,
    openings: Vec<(String, String, u64)>,
    helplines: Helplines,
}

fn file(name: &str, text: &str) -> SourceFile {
    SourceFile { name: name.to_owned(), text: text.to_owned() }
}

const STATEMENT: &str = r#"id = "small"
organisation = "Invented Society"
published = "2026-03-01"
group = "language=fr"
numbers = "exact"
source = "en"
[group_name]
en = "French-language respondents"
fr = "Personnes ayant répondu en français"
[rest_name]
en = "The rest"
fr = "Le reste"
[[language]]
tag = "en"
status = "published"
[[language]]
tag = "fr"
status = "published"
"#;

const CLAIMS: &str = r#"[[claim]]
id = "answers"
kind = "count"
of = "all"
sample = "all"
comes_to = 400

[[claim]]
id = "stop"
kind = "share"
question = "wish_stop"
options = ["yes"]
sample = "all"
comes_to = 60
n = 100

[[claim]]
id = "gap"
kind = "difference"
question = "wish_stop"
options = ["yes"]
sample = "all"
comes_to = 20
n = 100

[[claim]]
id = "reports"
kind = "figure"
figure = "reports-2022"
comes_to = 32000000

[[claim]]
id = "rise"
kind = "change"
from = "reports-2021"
to = "reports-2022"
comes_to = 60
"#;

const CHARTS: &str = r#"[[chart]]
id = "wish"
kind = "compare"
sample = "all"
question = "wish_stop"
options = ["yes", "unsure", "no"]
"#;

const FIGURES: &str = r#"[[figure]]
id = "reports-2021"
value = 20_000_000
unit = "count"
as_of = "2021"
source = "report-2022"
read = "cited"
definition = { en = "reports", fr = "signalements" }

[[figure]]
id = "reports-2022"
value = 32_000_000
unit = "count"
as_of = "2022"
source = "report-2022"
read = "source"
definition = { en = "reports", fr = "signalements" }
"#;

const REFERENCES: &str = r#"[reference.report-2022]
kind = "web_page"
organisation = "Invented Agency"
title = "Yearly Report"
date = "2023"
url = "https://example.org/report"
accessed = "2026-01-05"
"#;

const EN: &str = r#"# Simulated findings

Invented words.

## Summary {#summary .summary}

From {data.from} to {data.to} there are {answers.count} answers.

## Context {#context .context}

There were {reports.value} reports, a change of {rise.percent}.{note:report-2022} Again.{note:report-2022}

## A wish {#wish .finding}

{stop.Words} want to stop: {stop.percent} (n = {stop.n}; {stop.interval}), {gap.points} more than {gap.rest}.

{chart:wish} {stop.Words} want to stop

> We ask for help in every language.

## Help {#help .help}

{helplines:self}
"#;

const FR: &str = r#"# Résultats simulés

Mots inventés.

## Résumé {#summary .summary}

Du {data.from} au {data.to}, il y a {answers.count} réponses.

## Contexte {#context .context}

Il y a eu {reports.value} de signalements, une évolution de {rise.percent}.{note:report-2022} Encore.{note:report-2022}

## Un souhait {#wish .finding}

{stop.Words} veulent arrêter : {stop.percent} (n = {stop.n} ; {stop.interval}), {gap.points} de plus que {gap.rest}.

{chart:wish} {stop.Words} veulent arrêter

> Nous demandons de l’aide dans chaque langue.

## Aide {#help .help}

{helplines:self}
"#;

impl World {
    pub fn new() -> Self {
        let checks = [
            ("en".to_owned(), file("en.toml", CHECKS_EN)),
            ("fr".to_owned(), file("fr.toml", CHECKS_FR)),
        ];
        let sources = Sources {
            settings: file("statement.toml", STATEMENT),
            claims: file("claims.toml", CLAIMS),
            charts: file("charts.toml", CHARTS),
            references: file("references.toml", ""),
            texts: BTreeMap::from([
                ("en".into(), file("en.md", EN)),
                ("fr".into(), file("fr.md", FR)),
            ]),
            figures: file("figures.toml", FIGURES),
            figure_references: file("register.toml", REFERENCES),
            checks: BTreeMap::from(checks),
        };
        let mut world = Self {
            sources,
            simulated: true,
            persons: Vec::new(),
            instruments: vec![survey()],
            samples: read_samples("samples.toml", SAMPLES).unwrap(),
            openings: vec![
                ("2026-W01".into(), "fr".into(), 1_000),
                ("2026-W01".into(), "en".into(), 7_000),
            ],
            helplines: Helplines::parse(HELPLINES).unwrap(),
        };
        world.people("fr", [60, 20, 20]);
        world.people("en", [120, 90, 90]);
        world.stamp();
        world
    }

    /// Adds people who answer yes, unsure, no.
    pub fn people(&mut self, language: &str, counts: [usize; 3]) {
        let blank: Answers = self.instruments[0]
            .instrument
            .questions()
            .map(|(_, question)| (question.id.clone(), Value::from(Missing::NotReached)))
            .collect();
        for (code, count) in (1..).zip(counts) {
            for at in 0..count {
                let mut answers = blank.clone();
                answers.insert("wish_stop".to_owned(), Value::Code(code));
                self.persons.push(Person {
                    answer: format!("{language}-{code}-{at}-{}", self.persons.len()),
                    week: "2026-W02".to_owned(),
                    instrument: "help-us".to_owned(),
                    version: self.instruments[0].instrument.version,
                    language: language.to_owned(),
                    pages: 1,
                    complete: false,
                    answers,
                });
            }
        }
    }

    /// Says that the French text fits the English one.
    pub fn stamp(&mut self) {
        let (en, fr) = (self.sources.texts["en"].clone(), self.sources.texts["fr"].clone());
        if let Ok(text) = stamp(&en, &fr) {
            self.sources.texts.insert("fr".into(), SourceFile { text, ..fr });
        }
    }

    pub fn build(&self) -> Result<Built, Failure> {
        build(
            &self.sources,
            &Evidence {
                study: "invented",
                simulated: self.simulated,
                persons: &self.persons,
                instruments: &self.instruments,
                samples: &self.samples,
                openings: &self.openings,
                helplines: &self.helplines,
            },
        )
    }

    /// Changes the text of a file, and the same in the French text when it is a text.
    pub fn change(&mut self, name: &str, from: &str, to: &str) -> &mut Self {
        let file = match name {
            "claims.toml" => &mut self.sources.claims,
            "charts.toml" => &mut self.sources.charts,
            "statement.toml" => &mut self.sources.settings,
            "figures.toml" => &mut self.sources.figures,
            "register.toml" => &mut self.sources.figure_references,
            "references.toml" => &mut self.sources.references,
            text => self.sources.texts.get_mut(text.trim_end_matches(".md")).unwrap(),
        };
        assert!(file.text.contains(from), "{name} has no `{from}`");
        file.text = file.text.replacen(from, to, 1);
        self
    }

    /// What is wrong, one problem a line.
    pub fn problems(&self) -> String {
        match self.build() {
            Ok(_) => panic!("nothing is wrong"),
            Err(failure) => {
                failure.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

fn survey() -> Loaded {
    let texts = [("en", SURVEY_EN), ("fr", SURVEY_FR)]
        .map(|(tag, text)| (tag.to_owned(), file(&format!("{tag}.ftl"), text)));
    let sources =
        Survey { instrument: file("instrument.toml", SURVEY), texts: BTreeMap::from(texts) };
    instrument::load(&sources).0.unwrap()
}
