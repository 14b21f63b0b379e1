//! How the numbers of a statement came about, in words.

use findings::Step;
use locale::Arg;

use crate::compute::{Value, whole};
use crate::document::{Method, Table};
use crate::figure::{Read, Unit};
use crate::labels::Labels;
use crate::settings::Numbers;
use crate::write::Writer;

/// The paragraphs of the method.
pub(crate) fn method(writer: &mut Writer<'_, '_>) -> Vec<Method> {
    let labels = writer.labels;
    let mut all = Vec::new();
    let mut add = |id: &str, text: String| {
        let heading = labels.text(&format!("{id}.heading"), &[]);
        all.push(Method { heading, text });
    };
    let study = writer.reports.evidence.study;
    if let Some((first, last)) = writer.weeks() {
        let (first, last) = (labels.date(first), labels.date(last));
        let args =
            [("study", Arg::Text(study)), ("from", Arg::Text(&first)), ("to", Arg::Text(&last))];
        add("method-data", labels.text("method-data", &args));
    }
    let [_, _, openings] = writer.reports.openings();
    let openings = labels.people(openings);
    let args = [("openings", Arg::Text(&openings))];
    add("method-sampling", labels.text("method-sampling", &args));
    let args = [("group", Arg::Text(writer.group_name())), ("rest", Arg::Text(writer.rest_name()))];
    add("method-group", labels.text("method-group", &args));
    for id in ["method-base", "method-intervals"] {
        add(id, labels.text(id, &[]));
    }
    let differences = differences(writer);
    if !differences.is_empty() {
        let text = format!("{} {}", labels.text("method-tests", &[]), differences.join(" "));
        add("method-tests", text);
    }
    let numbers = match writer.files.settings.numbers {
        Numbers::Exact => "method-hidden",
        Numbers::Rounded => "method-rounded",
    };
    add(numbers, labels.text(numbers, &[]));
    for id in ["method-words", "method-notes"] {
        add(id, labels.text(id, &[]));
    }
    all
}

/// A sentence for each difference: its interval, its test, its p-value.
fn differences(writer: &Writer<'_, '_>) -> Vec<String> {
    let labels = writer.labels;
    let sentence = |claim: &crate::Claim| {
        let Some(Value::Difference { compared, .. }) = writer.values.get(&claim.id) else {
            return None;
        };
        let name = writer.name(&claim.kind);
        let points = labels.signed(whole(compared.points));
        let interval = labels.points_interval(compared.low, compared.high);
        let (p, corrected) = (p_value(labels, compared.p), p_value(labels, compared.p_holm));
        let test = labels.text(test(compared.test), &[]);
        let args = [
            ("name", Arg::Text(&name)),
            ("points", Arg::Text(&points)),
            ("interval", Arg::Text(&interval)),
            ("test", Arg::Text(&test)),
            ("p", Arg::Text(&p)),
            ("corrected", Arg::Text(&corrected)),
        ];
        Some(labels.text("method-difference", &args))
    };
    writer.files.claims.list.iter().filter_map(sentence).collect()
}

/// The message that names a test.
fn test(name: &str) -> &'static str {
    if name.to_lowercase().contains("fisher") { "test-fisher" } else { "test-chi-square" }
}

/// A p-value in thousandths.
fn p_value(labels: &Labels<'_>, p: f64) -> String {
    let thousandths = whole(p * 1000.0);
    let mark = labels.text("decimal-mark", &[]);
    match thousandths {
        ..1 => format!("p < 0{mark}001"),
        1..1000 => format!("p = 0{mark}{thousandths:03}"),
        _ => format!("p = 1{mark}000"),
    }
}

/// A step of a sample.
pub(crate) fn step(labels: &Labels<'_>, step: Option<&Step>) -> String {
    match step {
        None => labels.text("step-all", &[]),
        Some(Step::Complete) => labels.text("step-complete", &[]),
        Some(Step::Honest) => labels.text("step-honest", &[]),
        Some(Step::Distinct { min_answered }) => {
            let least = u64::try_from(*min_answered).unwrap_or(u64::MAX);
            labels.text("step-distinct", &[("least", Arg::Number(least))])
        }
    }
}

/// The published figures that the text prints: value, what it is, of when, whether it was read.
pub(crate) fn figures(writer: &Writer<'_, '_>) -> Table {
    let labels = writer.labels;
    let heads = ["figures-value", "figures-definition", "figures-as-of", "figures-read"];
    let columns = heads.map(|id| labels.text(id, &[])).to_vec();
    let mut table = Table { columns, rows: Vec::new(), ids: Vec::new() };
    for claim in &writer.files.claims.list {
        let of_claim = match writer.values.get(&claim.id) {
            Some(Value::Figure(figure)) => vec![figure],
            Some(Value::Change { from, to, .. }) => vec![from, to],
            _ => continue,
        };
        for (at, figure) in of_claim.into_iter().enumerate() {
            let value = figure_value(labels, figure.unit, figure.value);
            let tag = &writer.language.tag;
            let definition = figure.definition.get(tag).cloned().unwrap_or_default();
            let read = match figure.read {
                Read::Source => "figures-read-source",
                Read::Cited => "figures-read-cited",
            };
            let row = vec![value, definition, figure.as_of.clone(), labels.text(read, &[])];
            if !table.rows.contains(&row) {
                table.rows.push(row);
                table.ids.push(if at == 0 { format!("claim-{}", claim.id) } else { String::new() });
            }
        }
    }
    table
}

/// A published figure as it is printed.
pub(crate) fn figure_value(labels: &Labels<'_>, unit: Unit, value: i64) -> String {
    match unit {
        Unit::Count => labels.large(value),
        Unit::Percent => labels.percent(value),
        Unit::PercentChange => labels.change(value),
    }
}
