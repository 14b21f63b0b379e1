//! What a text must not say, and what all its languages must say alike.

use std::collections::{BTreeMap, BTreeSet};

use instrument::{Diagnostic, SourceFile};
use serde::Deserialize;

use crate::compose::{Files, staleness};
use crate::compute::Value;
use crate::document::SectionKind;
use crate::read_toml;
use crate::text::{Place, RawBlock, RawSection, Span};

/// What stands where a place is, when words are searched: one mark for percents, which a pattern
/// writes as `{%}`, and one for all else.
const PLACE: char = '\u{fffc}';
const PERCENT: char = '\u{fffb}';

/// What texts in one language must not say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checks {
    pattern: Vec<Pattern>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pattern {
    #[serde(rename = "match")]
    words: String,
    why: String,
    instead: String,
}

/// Reads a file of `content/text-checks`.
pub(crate) fn read(file: &SourceFile) -> Result<Checks, Vec<Diagnostic>> {
    let mut checks: Checks = read_toml(file)?;
    for pattern in &mut checks.pattern {
        pattern.words = plain(&pattern.words).replace("{%}", &PERCENT.to_string());
    }
    Ok(checks)
}

/// Everything that is wrong with the texts.
pub(crate) fn all(files: &Files<'_>, values: &BTreeMap<String, Value>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (tag, (file, text)) in &files.texts {
        let checks = files.checks.get(tag);
        for section in &text.sections {
            for block in blocks(section) {
                words(file, &block, checks, &mut found);
                figures(files, file, &block, values, &mut found);
            }
            shape(file, section, &mut found);
        }
        used(files, file, &text.sections, &mut found);
    }
    parity(files, &mut found);
    unused(files, &mut found);
    found
}

/// Names with digits that an author wrote by hand.
pub(crate) fn by_hand(files: &Files<'_>) -> Vec<String> {
    let mut list = Vec::new();
    for (file, text) in files.texts.values() {
        for block in text.sections.iter().flat_map(blocks) {
            for (place, line) in places(block.spans) {
                if let Place::Literal(literal) = place {
                    list.push(format!("{}:{line}: {literal}", file.name));
                }
            }
        }
    }
    list
}

/// A run of words that is read as one: a heading, a paragraph, a point of a list.
pub(crate) struct Run<'a> {
    pub spans: &'a [Span],
    pub line: usize,
}

pub(crate) fn blocks(section: &RawSection) -> Vec<Run<'_>> {
    let mut runs = vec![Run { spans: &section.heading, line: section.line }];
    for block in &section.blocks {
        match block {
            RawBlock::Paragraph(spans, line) | RawBlock::Policy(spans, line) => {
                runs.push(Run { spans, line: *line });
            }
            RawBlock::List { items, line, .. } => {
                runs.extend(items.iter().map(|spans| Run { spans, line: *line }));
            }
        }
    }
    runs
}

/// Every place in a run, with its line.
pub(crate) fn places(spans: &[Span]) -> Vec<(&Place, usize)> {
    let mut all = Vec::new();
    for span in spans {
        match span {
            Span::Place(place, line) => all.push((place, *line)),
            Span::Emphasis(content) | Span::Strong(content) | Span::Link { content, .. } => {
                all.extend(places(content));
            }
            Span::Text(..) => {}
        }
    }
    all
}

/// Words of a run with a mark where a place is.
fn text(spans: &[Span]) -> String {
    let mut all = String::new();
    for span in spans {
        match span {
            Span::Text(text, _) => all.push_str(text),
            Span::Place(Place::Claim { form, .. }, _) if form == "percent" => all.push(PERCENT),
            Span::Place(..) => all.push(PLACE),
            Span::Emphasis(content) | Span::Strong(content) | Span::Link { content, .. } => {
                all.push_str(&text_of(content));
            }
        }
    }
    all
}

fn text_of(spans: &[Span]) -> String {
    text(spans)
}

/// Lower case, one kind of apostrophe, one kind of space.
fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2019}' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    text.chars().map(one).collect::<String>().to_lowercase()
}

/// Numbers written by hand, and words that the checks refuse.
fn words(file: &SourceFile, run: &Run<'_>, checks: Option<&Checks>, found: &mut Vec<Diagnostic>) {
    let text = text(run.spans);
    if let Some(digit) = text.chars().find(|c| c.is_numeric()) {
        let word = text.split_whitespace().find(|word| word.contains(digit)).unwrap_or_default();
        found.push(Diagnostic::error(
            &file.name,
            line_in(run, digit),
            format!(
                "`{}` is a number written by hand; make it a claim, or write {{\"…\"}} if it is \
                 part of a name",
                word.replace([PLACE, PERCENT], "…")
            ),
        ));
    }
    let text = plain(&text);
    for pattern in checks.into_iter().flat_map(|checks| &checks.pattern) {
        if has_words(&text, &pattern.words) {
            let Pattern { words, why, instead } = pattern;
            let words = words.replace(PERCENT, "…%");
            let what = format!("“{words}” must not stand here. {why} Write: {instead}");
            found.push(Diagnostic::error(&file.name, run.line, what));
        }
    }
}

fn line_in(run: &Run<'_>, wanted: char) -> usize {
    let here = run.spans.iter().find_map(|span| match span {
        Span::Text(text, line) if text.contains(wanted) => Some(*line),
        _ => None,
    });
    here.unwrap_or(run.line)
}

/// Whether words stand in a text, not as a part of longer words.
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        // “the French” is refused, “the French-language respondents” is not.
        let apart = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '-');
        let place = words.starts_with(PERCENT);
        (place || apart(before)) && apart(after)
    })
}

/// Where a published figure is printed, the note of its source must stand.
fn figures(
    files: &Files<'_>,
    file: &SourceFile,
    run: &Run<'_>,
    values: &BTreeMap<String, Value>,
    found: &mut Vec<Diagnostic>,
) {
    let places = places(run.spans);
    let cited: BTreeSet<&str> = places
        .iter()
        .flat_map(|(place, _)| match place {
            Place::Notes(cites) => cites.iter().map(|(id, _)| id.as_str()).collect(),
            _ => Vec::new(),
        })
        .collect();
    for (place, line) in &places {
        let Place::Claim { id, .. } = place else { continue };
        let sources = match values.get(id) {
            Some(Value::Figure(figure)) => vec![&figure.source],
            Some(Value::Change { from, to, .. }) => vec![&from.source, &to.source],
            _ => continue,
        };
        for source in sources {
            if !cited.contains(source.as_str()) {
                let what = format!(
                    "`{id}` is a published figure; cite its source here: {{note:{source}}}"
                );
                found.push(Diagnostic::error(&file.name, *line, what));
            }
        }
    }
    for id in cited {
        if files.bibliography.get(id).is_none() {
            let what = format!("a note names `{id}`, which is no reference");
            found.push(Diagnostic::error(&file.name, run.line, what));
        }
    }
}

/// Each finding has exactly one policy sentence; no other section has one.
fn shape(file: &SourceFile, section: &RawSection, found: &mut Vec<Diagnostic>) {
    let policies =
        section.blocks.iter().filter(|block| matches!(block, RawBlock::Policy(..))).count();
    let what = match (section.kind, policies) {
        (SectionKind::Finding, 1) => return,
        (SectionKind::Finding, _) => "a finding has exactly one policy sentence (`> …`)",
        (_, 0) => return,
        _ => "only a finding has a policy sentence (`> …`)",
    };
    found.push(Diagnostic::error(&file.name, section.line, what));
}

/// Claims and charts that the text names and nobody has made.
fn used(
    files: &Files<'_>,
    file: &SourceFile,
    sections: &[RawSection],
    found: &mut Vec<Diagnostic>,
) {
    for run in sections.iter().flat_map(blocks) {
        for (place, line) in places(run.spans) {
            let (what, id) = match place {
                Place::Claim { id, .. } if !files.claims.lines.contains_key(id) => ("claim", id),
                Place::Chart(id)
                    if !files.charts.iter().any(|chart| *chart.id.get_ref() == *id) =>
                {
                    ("chart", id)
                }
                _ => continue,
            };
            let what = format!("the text names the {what} `{id}`, which is in no {what}s.toml");
            found.push(Diagnostic::error(&file.name, line, what));
        }
    }
}

/// What a section binds: the same in every language.
fn bound(section: &RawSection) -> BTreeSet<String> {
    let runs = blocks(section);
    let places = runs.iter().flat_map(|run| places(run.spans));
    places
        .filter_map(|(place, _)| match place {
            Place::Claim { id, .. } => Some(format!("claim `{id}`")),
            Place::Chart(id) => Some(format!("chart `{id}`")),
            Place::Helplines(purpose) => Some(format!("helplines `{purpose}`")),
            Place::Notes(cites) => {
                let ids: Vec<&str> = cites.iter().map(|(id, _)| id.as_str()).collect();
                Some(format!("note `{}`", ids.join("; ")))
            }
            Place::Literal(_) | Place::Data(_) => None,
        })
        .collect()
}

/// Every language has the sections of the source, in its order, none older than its source, and
/// with the same claims, charts and notes.
fn parity(files: &Files<'_>, found: &mut Vec<Diagnostic>) {
    let Some((source, original)) = files.texts.get(&files.settings.source) else { return };
    for (tag, (file, text)) in &files.texts {
        if *tag == files.settings.source {
            continue;
        }
        let order: Vec<&str> = original.sections.iter().map(|own| own.id.as_str()).collect();
        let own: Vec<&str> = text.sections.iter().map(|own| own.id.as_str()).collect();
        if order != own {
            let what = format!(
                "the sections are {}, and those of {} are {}; translate them all, in that order",
                own.join(", "),
                source.name,
                order.join(", ")
            );
            found.push(Diagnostic::error(&file.name, 1, what));
            continue;
        }
        for (theirs, own) in original.sections.iter().zip(&text.sections) {
            let mut error = |what: String| {
                let what = format!("section `{}` {what}", own.id);
                found.push(Diagnostic::error(&file.name, own.line, what));
            };
            if theirs.kind != own.kind {
                error("is of another kind than in the source".to_owned());
            }
            if let Some(what) = staleness(own.source_mark.as_deref(), &theirs.hash) {
                error(format!("{what}; translate it, then `suoja statement stamp`"));
            }
            let (here, there) = (bound(own), bound(theirs));
            for missing in there.difference(&here) {
                error(format!("lacks the {missing} of the source"));
            }
            for more in here.difference(&there) {
                error(format!("has the {more}, which the source has not"));
            }
        }
    }
}

/// Claims and charts that no text names.
fn unused(files: &Files<'_>, found: &mut Vec<Diagnostic>) {
    let Some((_, text)) = files.texts.get(&files.settings.source) else { return };
    let runs: Vec<Run<'_>> = text.sections.iter().flat_map(blocks).collect();
    let places: Vec<&Place> =
        runs.iter().flat_map(|run| places(run.spans)).map(|(place, _)| place).collect();
    for (id, line) in &files.claims.lines {
        let names = |place: &&&Place| matches!(place, Place::Claim { id: own, .. } if own == id);
        if !places.iter().any(|place| names(&place)) {
            let what = format!("claim `{id}` is used by no text; use it or remove it");
            found.push(Diagnostic::error(&files.sources.claims.name, *line, what));
        }
    }
    for chart in &files.charts {
        let id = chart.id.get_ref();
        if !places.iter().any(|place| matches!(place, Place::Chart(own) if own == id)) {
            let line = crate::line_of(&files.sources.charts, chart.id.span().start);
            let what = format!("chart `{id}` is used by no text; use it or remove it");
            found.push(Diagnostic::error(&files.sources.charts.name, line, what));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_words() {
        let text = plain("Les Français d’ici, et la moitié d’entre eux");
        assert!(has_words(&text, &plain("la moitié")));
        assert!(has_words(&text, &plain("les français")));
        assert!(!has_words(&text, &plain("moi")));
        assert!(has_words(&plain("at most half."), &plain("half")));
        assert!(!has_words(&plain("on behalf of"), &plain("half")));
        assert!(has_words(&plain("The French want"), &plain("the French")));
        assert!(!has_words(&plain("The French-language answers"), &plain("the French")));
    }
}
