//! The reader's panel: what changes if others are counted, or counts are rounded.
//!
//! Two samples printed side by side can be subtracted. So a cell is printed only where each count
//! behind it differs from the printed one by nobody or by at least as many people as the rules of
//! disclosure suppress; where all differ by fewer, the cell says that it is practically the same.

use disclosure::Rules;
use locale::Arg;

use crate::claim::ClaimKind;
use crate::compute::{Value, compute};
use crate::document::Table;
use crate::settings::Numbers;
use crate::write::Writer;

/// How an alternative stands to what is printed.
enum Apart {
    Practically,
    TooClose,
    Far,
}

pub(crate) fn panel(writer: &mut Writer<'_, '_>) -> Table {
    let labels = writer.labels;
    let text = |id: &str| labels.text(id, &[]);
    let samples = others(writer);
    let mut columns = vec![text("panel-claim"), text("panel-printed")];
    let name = |sample: &findings::Sample| {
        sample.name.get(writer.language.tag.as_str()).unwrap_or(&sample.id).clone()
    };
    columns.extend(samples.iter().copied().map(name));
    columns.push(match writer.files.settings.numbers.other() {
        Numbers::Rounded => text("panel-rounded"),
        Numbers::Exact => text("panel-exact"),
    });
    let mut table = Table { columns, rows: Vec::new(), ids: Vec::new() };
    let (files, values) = (writer.files, writer.values);
    for claim in &files.claims.list {
        let (Some(own), Some(value)) = (claim.kind.sample(), values.get(&claim.id)) else {
            continue;
        };
        let mut row = vec![writer.name(&claim.kind), printed(writer, value, true)];
        for sample in &samples {
            row.push(if sample.id == own {
                text("panel-this")
            } else {
                alternative(writer, &claim.kind, &sample.id)
            });
        }
        let other = files.settings.numbers.other();
        let rounded = compute(&claim.kind, other, writer.reports, &files.register);
        row.push(rounded.map_or_else(|_| text("hidden"), |value| printed(writer, &value, false)));
        table.rows.push(row);
        table.ids.push(format!("claim-{}", claim.id));
    }
    table
}

/// The samples that are not the one of every claim.
fn others<'r>(writer: &Writer<'_, 'r>) -> Vec<&'r findings::Sample> {
    let claims = || writer.files.claims.list.iter().filter_map(|claim| claim.kind.sample());
    let samples = writer.reports.evidence.samples.iter();
    samples.filter(|sample| claims().any(|own| own != sample.id)).collect()
}

/// A value with its base.
fn printed(writer: &Writer<'_, '_>, value: &Value, with_base: bool) -> String {
    let labels = writer.labels;
    let based = |text: String, n: u64| {
        if !with_base {
            return text;
        }
        let n = labels.people(n);
        labels.text("with-base", &[("value", Arg::Text(&text)), ("n", Arg::Text(&n))])
    };
    match value {
        Value::Share(share) => based(labels.share(share.share), share.base),
        Value::Difference { compared, group, .. } => {
            let points = crate::compute::whole(compared.points);
            based(
                labels.text("points-short", &[("number", Arg::Text(&labels.signed(points)))]),
                group.base,
            )
        }
        Value::Count(count) => labels.people(*count),
        Value::Change { .. } | Value::Figure(_) => String::new(),
    }
}

fn alternative(writer: &mut Writer<'_, '_>, kind: &ClaimKind, sample: &str) -> String {
    let other = kind.over(sample);
    let files = writer.files;
    let register = &files.register;
    let exact = |kind: &ClaimKind, writer: &mut Writer<'_, '_>| {
        compute(kind, Numbers::Exact, writer.reports, register).ok()
    };
    let (here, there) = (exact(kind, writer), exact(&other, writer));
    let shown = compute(&other, files.settings.numbers, writer.reports, register).ok();
    let labels = writer.labels;
    match (here, there, shown) {
        (Some(here), Some(there), Some(shown)) => match apart(&here, &there) {
            Apart::Practically => labels.text("panel-same", &[]),
            Apart::TooClose => labels.text("hidden", &[]),
            Apart::Far => printed(writer, &shown, true),
        },
        _ => labels.text("hidden", &[]),
    }
}

fn apart(here: &Value, there: &Value) -> Apart {
    let least = Rules::default().suppress_below();
    let (here, there) = (counts(here), counts(there));
    let steps: Vec<u64> = here.iter().zip(&there).map(|(a, b)| a.abs_diff(*b)).collect();
    if steps.iter().all(|step| *step < least) {
        Apart::Practically
    } else if steps.iter().any(|step| (1..least).contains(step)) {
        Apart::TooClose
    } else {
        Apart::Far
    }
}

/// Every count of people behind a value: of those who gave the answer and of those who did not.
fn counts(value: &Value) -> Vec<u64> {
    match value {
        Value::Share(share) => vec![share.count, share.base - share.count.min(share.base)],
        Value::Difference { group, rest, .. } => {
            let of = |own: &crate::compute::Share| [own.count, own.base - own.count.min(own.base)];
            [of(group), of(rest)].concat()
        }
        Value::Count(count) => vec![*count],
        Value::Change { .. } | Value::Figure(_) => Vec::new(),
    }
}
