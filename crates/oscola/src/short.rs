//! The short form, for every later citation (1.2.1, 3.1.5).

use crate::bibliography::{Bibliography, Entry};
use crate::full::{quoted, short_head};
use crate::run::Line;
use crate::source::Source;
use crate::terms::Terms;

/// Writes what identifies a source briefly, without the number of a note.
pub(crate) fn short(line: &mut Line, entry: &Entry, bibliography: &Bibliography, terms: &Terms) {
    let name = entry.short.as_deref();
    match &entry.source {
        Source::CaseUk(it) => {
            line.italic(name.unwrap_or(&it.name));
        }
        Source::CaseEcthr(it) => {
            line.italic(name.unwrap_or(&it.name));
        }
        Source::CaseCjeu(it) => {
            line.italic(name.unwrap_or(&it.name));
        }
        Source::EuAct(it) => {
            line.text(name.unwrap_or(&it.title));
        }
        Source::Treaty(it) => {
            line.text(name.unwrap_or(&it.title));
        }
        Source::Statute(it) => {
            line.text(name.unwrap_or(&it.title));
        }
        Source::CommissionDocument(it) => {
            line.text(name.unwrap_or(&it.number));
        }
        Source::Hansard(it) => {
            let day = format!("{} {}", it.series, (terms.date)(it.date));
            line.text(name.unwrap_or(&day));
        }
        work => short_work(line, work, name, bibliography, terms),
    }
}

/// The head; its title too where the head has several works; the title alone where there is none.
fn short_work(
    line: &mut Line,
    work: &Source,
    name: Option<&str>,
    bibliography: &Bibliography,
    terms: &Terms,
) {
    let head = short_head(work, terms);
    match head {
        Some(_) if name.is_some() && work.is_by_organisation() => {
            line.text(name.unwrap_or_default());
        }
        Some(head) if !bibliography.has_several_by(&head, terms) => {
            line.text(&head);
        }
        head => {
            if let Some(head) = head {
                line.text(&head).text(", ");
            }
            let title = name.or(work.title()).unwrap_or_default();
            if work.is_italic() {
                line.italic(title);
            } else {
                quoted(line, title, terms);
            }
        }
    }
}
