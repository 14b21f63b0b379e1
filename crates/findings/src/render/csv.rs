//! A report as one row an option and column.

use crate::Report;

/// The report as CSV (RFC 4180), one row an option and column. Texts that a spreadsheet would take
/// for a formula are quoted with an apostrophe.
///
/// # Errors
/// [`csv::Error`] as the writer gives it.
pub fn csv(report: &Report) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record([
        "note",
        "section",
        "question",
        "option",
        "label",
        "column",
        "count",
        "share",
        "share_low",
        "share_high",
        "points",
        "points_low",
        "points_high",
        "test",
        "p",
        "p_holm",
    ])?;
    let note = if report.simulated { "simulated" } else { "" };
    for section in &report.sections {
        for question in &section.questions {
            for option in &question.options {
                for (column, cell) in report.columns.iter().zip(&option.cells) {
                    let compared = option.compared.as_ref().filter(|_| column.key == "group");
                    let section = section.instruments.join("+");
                    writer.write_record([
                        note.to_owned(),
                        section,
                        question.id.clone(),
                        option.id.clone(),
                        harmless(&option.label),
                        column.key.to_owned(),
                        text(cell.count),
                        text(cell.share),
                        text(cell.interval.map(|own| own.0)),
                        text(cell.interval.map(|own| own.1)),
                        text(compared.map(|own| own.points)),
                        text(compared.map(|own| own.interval.0)),
                        text(compared.map(|own| own.interval.1)),
                        text(compared.map(|own| own.test)),
                        text(compared.map(|own| own.p)),
                        text(compared.map(|own| own.p_holm)),
                    ])?;
                }
            }
        }
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn text(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
