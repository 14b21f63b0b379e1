//! From the files of a statement and the evidence to its documents.

use std::collections::BTreeMap;

use findings::Group;
use instrument::{Diagnostic, SourceFile};
use locale::{Language, LanguageTag, Staleness};
use oscola::{Bibliography, Entry};
use serde::Deserialize;

use crate::chart::{self, ChartSpec};
use crate::check::{self, Checks};
use crate::claim::{self, ClaimKind, Claims};
use crate::compute::{Difference, NoValue, Value, compute};
use crate::document::Document;
use crate::evidence::Reports;
use crate::figure::Register;
use crate::labels::AllLabels;
use crate::text::{self, Text};
use crate::write::Writer;
use crate::{Evidence, Settings, Sources, line_of, read_toml, settings};

/// A statement in all its languages.
#[derive(Debug, Clone)]
pub struct Built {
    /// One document a language, in the order of `statement.toml`.
    pub documents: Vec<Document>,
    /// Names with digits that stand in the texts by hand, each with its place: for a reviewer.
    pub by_hand: Vec<String>,
}

/// Why there is no statement.
#[derive(Debug, Clone, Default)]
pub struct Failure {
    /// Everything that is wrong, each with file and line.
    pub problems: Vec<Diagnostic>,
    /// The claims among them that come to something else than the file expects.
    pub differences: Vec<Difference>,
}

impl From<Vec<Diagnostic>> for Failure {
    fn from(problems: Vec<Diagnostic>) -> Self {
        Self { problems, differences: Vec::new() }
    }
}

/// Everything that stands in files, read and in itself whole.
pub(crate) struct Files<'a> {
    pub sources: &'a Sources,
    pub settings: Settings,
    pub claims: Claims,
    pub charts: Vec<ChartSpec>,
    pub bibliography: Bibliography,
    pub register: Register,
    pub checks: BTreeMap<LanguageTag, Checks>,
    pub texts: BTreeMap<LanguageTag, (&'a SourceFile, Text)>,
}

/// Builds a statement, or says everything that is wrong with it.
///
/// # Errors
/// [`Failure`]; nothing is returned of a statement that is not whole.
pub fn build(sources: &Sources, evidence: &Evidence<'_>) -> Result<Built, Failure> {
    let files = read(sources)?;
    let group: Result<Group, _> = files.settings.group.get_ref().parse();
    let group = group.map_err(|error| {
        let line = line_of(&sources.settings, files.settings.group.span().start);
        vec![Diagnostic::error(&sources.settings.name, line, error.to_string())]
    })?;
    let all_labels = AllLabels::embedded()
        .map_err(|error| vec![Diagnostic::error(&sources.settings.name, 1, error.to_string())])?;
    let mut reports = Reports::new(*evidence, group);
    let mut failure = Failure::default();
    let values = values(&files, &mut reports, &mut failure);
    failure.problems.extend(check::all(&files, &values));
    let mut built = Built { documents: Vec::new(), by_hand: check::by_hand(&files) };
    for language in &files.settings.language {
        match all_labels.of(&language.tag) {
            Ok(labels) => {
                let mut writer = Writer::new(&files, &values, &mut reports, &labels, language);
                match writer.document() {
                    Ok(document) => built.documents.push(document),
                    Err(problems) => failure.problems.extend(problems),
                }
            }
            Err(error) => failure.problems.push(Diagnostic::error(
                &sources.settings.name,
                1,
                error.to_string(),
            )),
        }
    }
    if !failure.problems.is_empty() {
        failure.problems.sort();
        failure.problems.dedup();
        return Err(failure);
    }
    let hash = hash(sources, &reports)
        .map_err(|what| vec![Diagnostic::error(&sources.settings.name, 1, what)])?;
    for document in &mut built.documents {
        document.hash.clone_from(&hash);
    }
    Ok(built)
}

/// Reads every file; what is wrong with one does not hide what is wrong with the others.
fn read(sources: &Sources) -> Result<Files<'_>, Failure> {
    let mut problems = Vec::new();
    let settings = keep(settings::read(&sources.settings), &mut problems);
    let claims = keep(claim::read(&sources.claims), &mut problems);
    let charts = keep(chart::read(&sources.charts), &mut problems);
    let bibliography =
        keep(bibliography(&sources.figure_references, Some(&sources.references)), &mut problems);
    let register = bibliography.as_ref().and_then(|bibliography| {
        let known = |id: &str| bibliography.get(id).is_some();
        keep(Register::read(&sources.figures, &known), &mut problems)
    });
    let mut checks = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for language in settings.iter().flat_map(|settings| &settings.language) {
        let (tag, name) = (&language.tag, language.tag.as_str());
        let missing = |what: String| vec![Diagnostic::error(&sources.settings.name, 1, what)];
        let check = sources.checks.get(name).ok_or_else(|| {
            missing(format!(
                "there is no text check for `{tag}`; write content/text-checks/{tag}.toml"
            ))
        });
        if let Some(check) = keep(check.and_then(check::read), &mut problems) {
            checks.insert(tag.clone(), check);
        }
        let file = sources.texts.get(name).ok_or_else(|| {
            missing(format!("`{tag}` is a language of the statement, and there is no {tag}.md"))
        });
        let text = file.and_then(|file| Ok((file, text::parse(file)?)));
        if let Some(text) = keep(text, &mut problems) {
            texts.insert(tag.clone(), text);
        }
    }
    match (settings, claims, charts, bibliography, register) {
        (Some(settings), Some(claims), Some(charts), Some(bibliography), Some(register))
            if problems.is_empty() =>
        {
            Ok(Files { sources, settings, claims, charts, bibliography, register, checks, texts })
        }
        _ => Err(problems.into()),
    }
}

fn keep<T>(read: Result<T, Vec<Diagnostic>>, problems: &mut Vec<Diagnostic>) -> Option<T> {
    read.map_err(|found| problems.extend(found)).ok()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct References {
    #[serde(default)]
    reference: BTreeMap<String, Entry>,
}

/// The sources of the register and those of a statement, as one.
///
/// # Errors
/// A source that cannot be cited, or one that is in both.
pub fn bibliography(
    register: &SourceFile,
    own: Option<&SourceFile>,
) -> Result<Bibliography, Vec<Diagnostic>> {
    let mut all = read_toml::<References>(register)?.reference;
    if let Some(file) = own {
        for (id, entry) in read_toml::<References>(file)?.reference {
            if all.insert(id.clone(), entry).is_some() {
                let what = format!("reference `{id}` is in the register's references already");
                return Err(vec![Diagnostic::error(&file.name, reference_line(file, &id), what)]);
            }
        }
    }
    Bibliography::new(all).map_err(|error| {
        let text = error.to_string();
        let id = text.split('`').nth(1).unwrap_or_default();
        let has = |file: &&SourceFile| file.text.contains(&format!("[reference.{id}]"));
        let file = own.into_iter().find(has).unwrap_or(register);
        vec![Diagnostic::error(&file.name, reference_line(file, id), text.clone())]
    })
}

fn reference_line(file: &SourceFile, id: &str) -> usize {
    file.text.find(&format!("[reference.{id}]")).map_or(1, |byte| line_of(file, byte))
}

/// Computes every claim; the differences among them are corrected together after Holm.
fn values(
    files: &Files<'_>,
    reports: &mut Reports<'_>,
    failure: &mut Failure,
) -> BTreeMap<String, Value> {
    let mut values = BTreeMap::new();
    for claim in &files.claims.list {
        let value = compute(&claim.kind, files.settings.numbers, reports, &files.register);
        let id = &claim.id;
        let what = match value {
            Ok(value) => {
                let difference = Difference::of(claim, &value);
                let what = difference.as_ref().map(ToString::to_string);
                failure.differences.extend(difference);
                let uncertain = matches!(claim.kind, ClaimKind::Difference { uncertain: true, .. });
                let what = what.or_else(|| uncertainty(id, &value, uncertain));
                values.insert(id.clone(), value);
                what
            }
            Err(NoValue::Wrong(what) | NoValue::NoData(what)) => {
                Some(format!("claim `{id}` {what}"))
            }
            Err(NoValue::Suppressed) => Some(format!(
                "claim `{id}` is suppressed: too few people, or numbers that would give too few \
                 away; leave it out, or claim something wider"
            )),
        };
        if let Some(what) = what {
            let file = &files.sources.claims.name;
            failure.problems.push(Diagnostic::error(file, files.claims.lines[id], what));
        }
    }
    correct(&mut values);
    values
}

fn uncertainty(id: &str, value: &Value, said: bool) -> Option<String> {
    match (value.is_uncertain(), said) {
        (true, false) => Some(format!(
            "claim `{id}` is a difference whose 95 % interval holds no difference; write so in the \
             text and set `uncertain = true`, or leave it out"
        )),
        (false, true) => Some(format!(
            "claim `{id}` says `uncertain = true`, and its interval holds a difference; remove it"
        )),
        _ => None,
    }
}

fn correct(values: &mut BTreeMap<String, Value>) {
    let mut family: Vec<&mut crate::compute::Compared> = values
        .values_mut()
        .filter_map(|value| match value {
            Value::Difference { compared, .. } => Some(compared),
            _ => None,
        })
        .collect();
    let raw: Vec<f64> = family.iter().map(|compared| compared.p).collect();
    for (compared, corrected) in family.iter_mut().zip(stats::holm(&raw)) {
        compared.p_holm = corrected;
    }
}

/// Hash of the files, the reports and the program: what a statement was built from.
fn hash(sources: &Sources, reports: &Reports<'_>) -> Result<String, String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    for file in sources.all() {
        hasher.update(&(file.text.len() as u64).to_le_bytes());
        hasher.update(file.text.as_bytes());
    }
    for report in reports.made() {
        let bytes = serde_json::to_vec(report).map_err(|error| error.to_string())?;
        hasher.update(&(bytes.len() as u64).to_le_bytes());
        hasher.update(&bytes);
    }
    Ok(hasher.finalize().to_hex()[..32].to_owned())
}

/// What is wrong with the marks of a translated section.
pub(crate) fn staleness(mark: Option<&str>, hash: &str) -> Option<&'static str> {
    match Staleness::of(mark, hash) {
        Staleness::Fresh => None,
        Staleness::Stale => Some("is older than its source"),
        Staleness::Unstamped => Some("carries no hash of its source"),
    }
}

/// Whether a native speaker has read the language.
pub(crate) fn is_read(language: &Language) -> bool {
    language.native_speaker.is_some()
}
