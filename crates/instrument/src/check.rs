//! Checks that need the whole instrument: texts, reachability, agreement between instruments.

use std::collections::{BTreeMap, BTreeSet};

use locale::{Catalogue, Staleness};

use crate::{
    Answers, Condition, Diagnostic, Instrument, Kind, LARGEST_PART, Loaded, Question, SourceFile,
    Status, Texts, Value,
};

/// Combinations of answers that [`reachable`] looks at before it gives up.
const MOST_COMBINATIONS: usize = 200_000;

pub(crate) fn check(instrument: &Instrument, file: &SourceFile, texts: &Texts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let line_with = |text: String| {
        file.text.lines().position(|line| line.contains(&text)).map_or(1, |at| at + 1)
    };
    let line = |id: &str| line_with(format!("id = \"{id}\""));
    for (_, question) in instrument.questions() {
        if reachable(instrument, &question.id) == Some(false) {
            let what = format!("no way of answering leads to `{}`", question.id);
            found.push(Diagnostic::error(&file.name, line(&question.id), what));
        }
    }
    let size = instrument.part_size();
    if size > LARGEST_PART {
        let what = format!(
            "a page can hold {size} bytes, more than the {LARGEST_PART} that a sealed part has \
             room for; lower `max_chars` or spread the page"
        );
        found.push(Diagnostic::error(&file.name, 1, what));
    }
    let needed = needed(instrument);
    for language in instrument.languages.iter().filter(|l| l.status == Status::Published) {
        let Some(catalogue) = texts.catalogue(&language.tag) else {
            let what = format!("`{}` is published and has no {0}.ftl", language.tag);
            found.push(Diagnostic::error(
                &file.name,
                line_with(format!("tag = \"{}\"", language.tag)),
                what,
            ));
            continue;
        };
        let source = texts.catalogue(&instrument.source);
        let source = source.filter(|_| language.tag != instrument.source);
        found.extend(check_texts(catalogue, source, &needed));
        if !language.is_reviewed() {
            let what =
                format!("`{}` has not been read by native speaker and clinician", language.tag);
            found.push(Diagnostic::warning(
                &file.name,
                line_with(format!("tag = \"{}\"", language.tag)),
                what,
            ));
        }
    }
    found
}

/// Every message an instrument must have, with its attributes: required ones, and allowed ones.
struct Needed {
    required: Vec<String>,
    allowed: Vec<&'static str>,
}

fn needed(instrument: &Instrument) -> BTreeMap<String, Needed> {
    let plain =
        |allowed: &[&'static str]| Needed { required: Vec::new(), allowed: allowed.to_vec() };
    let mut needed = BTreeMap::new();
    let title = Needed { required: vec!["lead".to_owned()], allowed: Vec::new() };
    needed.insert("title".to_owned(), title);
    for page in &instrument.pages {
        needed.insert(format!("page-{}", page.id), plain(&["text"]));
        for question in &page.questions {
            needed.insert(question.id.clone(), of_question(question));
        }
    }
    for care in &instrument.care {
        let page = Needed { required: vec!["text".to_owned()], allowed: Vec::new() };
        needed.insert(format!("care-{}", care.id), page);
    }
    needed
}

fn of_question(question: &Question) -> Needed {
    let mut allowed = vec!["hint"];
    let required = match &question.kind {
        Kind::Single(choices) | Kind::Multiple { choices, .. } => {
            choices.iter().map(|choice| choice.id.clone()).collect()
        }
        Kind::Scale { .. } => vec!["low".to_owned(), "high".to_owned()],
        Kind::Number { .. } => {
            allowed.push("unit");
            Vec::new()
        }
        Kind::Text { .. } => Vec::new(),
    };
    Needed { required, allowed }
}

fn check_texts(
    catalogue: &Catalogue,
    source: Option<&Catalogue>,
    needed: &BTreeMap<String, Needed>,
) -> Vec<Diagnostic> {
    let file = catalogue.file();
    let mut found = Vec::new();
    for (id, needed) in needed {
        let Some(entry) = catalogue.entries().get(id) else {
            found.push(Diagnostic::error(file, 1, format!("`{id}` is missing")));
            continue;
        };
        if !entry.has_text || catalogue.text(id, &[]).is_none() {
            found.push(Diagnostic::error(file, entry.line, format!("`{id}` has no text")));
        }
        for attribute in needed.required.iter().filter(|a| !entry.attributes.contains(a)) {
            let what = format!("`{id}` has no text for `.{attribute}`");
            found.push(Diagnostic::error(file, entry.line, what));
        }
        for attribute in &entry.attributes {
            if catalogue.attribute(id, attribute, &[]).is_none() {
                let what = format!("`{id}.{attribute}` cannot be written out");
                found.push(Diagnostic::error(file, entry.line, what));
            }
            if !needed.required.contains(attribute) && !needed.allowed.contains(&attribute.as_str())
            {
                let what = format!("`{id}` has a text for `.{attribute}`, which nothing shows");
                found.push(Diagnostic::error(file, entry.line, what));
            }
        }
    }
    for (id, entry) in catalogue.entries() {
        if !needed.contains_key(id) {
            let what = format!("`{id}` is no id of the instrument");
            found.push(Diagnostic::error(file, entry.line, what));
        }
        let Some(original) = source.and_then(|source| source.entries().get(id)) else { continue };
        match Staleness::of(entry.source_hash.as_deref(), &original.hash) {
            Staleness::Fresh => {}
            Staleness::Unstamped => {
                let what = format!("`{id}` does not say which source it translates");
                found.push(Diagnostic::error(file, entry.line, what));
            }
            Staleness::Stale => {
                let what = format!("`{id}`: the source has changed since; read it again");
                found.push(Diagnostic::error(file, entry.line, what));
            }
        }
    }
    found
}

/// Whether some way of answering leads to a question; `None` when there are too many to try.
pub fn reachable(instrument: &Instrument, id: &str) -> Option<bool> {
    let (at, target) = instrument.questions().find(|(_, question)| question.id == id)?;
    let page = &instrument.pages[at];
    let mut looked_at: BTreeSet<&str> = BTreeSet::new();
    let mut to_follow: Vec<&Condition> = page.when.iter().chain(&target.when).collect();
    while let Some(condition) = to_follow.pop() {
        for id in condition.questions() {
            if looked_at.insert(id)
                && let Some((at, question)) = instrument.questions().find(|(_, q)| q.id == id)
            {
                to_follow.extend(instrument.pages[at].when.iter().chain(&question.when));
            }
        }
    }
    let questions: Vec<&Question> = instrument
        .questions()
        .map(|(_, q)| q)
        .filter(|q| looked_at.contains(q.id.as_str()))
        .collect();
    let mut ways = vec![Answers::new()];
    for question in questions {
        let values = interesting_values(question, instrument);
        if ways.len().saturating_mul(values.len() + 1) > MOST_COMBINATIONS {
            return None;
        }
        let at = instrument.questions().find(|(_, q)| q.id == question.id).map_or(0, |(at, _)| at);
        let mut longer = Vec::new();
        for way in ways {
            if instrument.pages[at].asked(&way).iter().any(|asked| asked.id == question.id) {
                longer.extend(values.iter().map(|value| {
                    let mut way = way.clone();
                    way.insert(question.id.clone(), value.clone());
                    way
                }));
            }
            longer.push(way);
        }
        ways = longer;
    }
    Some(ways.iter().any(|way| page.asked(way).iter().any(|asked| asked.id == target.id)))
}

/// For options each by itself; for numbers both ends and every bound that a condition names.
fn interesting_values(question: &Question, instrument: &Instrument) -> Vec<Value> {
    match &question.kind {
        Kind::Single(choices) | Kind::Multiple { choices, .. } => {
            choices.iter().map(|choice| Value::Codes(vec![choice.code])).collect()
        }
        Kind::Scale { min, max } | Kind::Number { min, max, .. } => {
            let mut points = BTreeSet::from([*min, *max]);
            let own = instrument.pages.iter().flat_map(|page| {
                page.when.iter().chain(page.questions.iter().filter_map(|q| q.when.as_ref()))
            });
            own.for_each(|condition| bounds(condition, &question.id, &mut points));
            points.range(min..=max).copied().map(Value::Code).collect()
        }
        Kind::Text { .. } => Vec::new(),
    }
}

fn bounds(condition: &Condition, id: &str, points: &mut BTreeSet<i64>) {
    match condition {
        Condition::Between { question, least, most } if question == id => {
            points.extend([*least, *most]);
        }
        Condition::Is { .. } | Condition::Between { .. } => {}
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|part| bounds(part, id, points));
        }
        Condition::Not(part) => bounds(part, id, points),
    }
}

/// Checks that instruments which share a question ask the same thing with the same codes and,
/// language by language, in the same words.
pub fn check_shared(instruments: &[&Loaded]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first: BTreeMap<&str, (&Loaded, &Question)> = BTreeMap::new();
    for loaded in instruments {
        for (_, question) in loaded.instrument.questions() {
            let Some((other, same)) = first.get(question.id.as_str()) else {
                first.insert(&question.id, (loaded, question));
                continue;
            };
            // Versions of one instrument may word a question better; their codes may not change.
            if other.instrument.id == loaded.instrument.id {
                continue;
            }
            found.extend(differences(loaded, question, other, same));
        }
    }
    found
}

fn differences(
    loaded: &Loaded,
    question: &Question,
    other: &Loaded,
    same: &Question,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let whose = &other.instrument.id;
    if question.shape() != same.shape() {
        let what = format!(
            "`{}` is `{}` here and `{}` in {whose}; one id asks one thing",
            question.id,
            question.shape(),
            same.shape()
        );
        found.push(Diagnostic::error(
            &format!("{}/instrument.toml", loaded.instrument.id),
            1,
            what,
        ));
    }
    for language in &loaded.instrument.languages {
        let entry = |loaded: &Loaded| -> Option<(String, usize, String)> {
            let own = loaded.texts.catalogue(&language.tag)?;
            let entry = own.entries().get(&question.id)?;
            Some((own.file().to_owned(), entry.line, entry.hash.clone()))
        };
        if let (Some((file, line, here)), Some((_, _, there))) = (entry(loaded), entry(other))
            && here != there
        {
            let what = format!("`{}` is worded otherwise in {whose}", question.id);
            found.push(Diagnostic::error(&file, line, what));
        }
    }
    found
}
