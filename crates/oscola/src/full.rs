//! The full form, for the first citation of a source.

mod law;
mod works;

use crate::bibliography::Entry;
use crate::person::{family_names, full_names};
use crate::run::Line;
use crate::source::{Head, Source};
use crate::terms::Terms;

/// Writes a source in full, with the pinpoint before the web address (3.3.4).
pub(crate) fn full(line: &mut Line, entry: &Entry, terms: &Terms, pinpoint: Option<&str>) {
    head(line, &entry.source, terms);
    match &entry.source {
        Source::WebPage(it) => works::web_page(line, it, terms),
        Source::Report(it) => works::report(line, it, terms),
        Source::Press(it) => works::press(line, it, terms),
        Source::PressRelease(it) => works::press_release(line, it, terms),
        Source::Journal(it) => works::journal(line, it, terms),
        Source::Book(it) => works::book(line, it, terms),
        Source::Chapter(it) => works::chapter(line, it, terms),
        Source::Thesis(it) => works::thesis(line, it, terms),
        Source::CommissionDocument(it) => works::commission_document(line, it, terms),
        Source::CaseUk(it) => law::case_uk(line, it, terms),
        Source::CaseEcthr(it) => law::case_ecthr(line, it, terms),
        Source::CaseCjeu(it) => law::case_cjeu(line, it, terms),
        Source::EuAct(it) => law::eu_act(line, it),
        Source::Treaty(it) => law::treaty(line, it, terms),
        Source::Statute(it) => law::statute(line, it),
        Source::Hansard(it) => law::hansard(line, it, terms),
    }
    if entry.source.is_instrument() {
        line.brackets(std::slice::from_ref(&entry.short));
    }
    line.pinpoint(pinpoint);
    address(line, &entry.source, terms);
}

/// Authors, else editors, else the organisation, and a comma.
fn head(line: &mut Line, source: &Source, terms: &Terms) {
    match source.head() {
        Head::People(people) => {
            line.text(&full_names(people, terms).unwrap_or_default()).text(", ");
        }
        Head::Editors(people) => {
            line.text(&editors(people, terms).unwrap_or_default()).text(", ");
        }
        Head::Organisation(organisation) => {
            line.text(organisation).text(", ");
        }
        Head::Nobody => {}
    }
}

/// The family names or the organisation that stand for a work later.
pub(crate) fn short_head(source: &Source, terms: &Terms) -> Option<String> {
    match source.head() {
        Head::People(people) | Head::Editors(people) => family_names(people, terms),
        Head::Organisation(organisation) => Some(organisation.to_owned()),
        Head::Nobody => None,
    }
}

/// "Ann Lee (ed)", "Ann Lee and Bo Ek (eds)".
fn editors(people: &[crate::Person], terms: &Terms) -> Option<String> {
    let word = if people.len() > 1 { terms.editors } else { terms.editor };
    full_names(people, terms).map(|names| format!("{names} ({word})"))
}

fn address(line: &mut Line, source: &Source, terms: &Terms) {
    let (url, accessed) = source.online();
    if let Some(url) = url {
        line.text(" <").link(url.as_str()).text(">");
        if let Some(accessed) = accessed {
            let day = (terms.on_date)(accessed);
            line.text(&format!(" {} {day}", terms.accessed));
        }
    } else if let Source::Journal(journal) = source
        && let Some(doi) = &journal.doi
    {
        line.text(" <").link(&format!("https://doi.org/{doi}")).text(">");
    }
}

/// A title in the quotation marks of the language.
pub(crate) fn quoted(line: &mut Line, title: &str, terms: &Terms) {
    let [open, close] = terms.quotes;
    line.text(open).text(title).text(close);
}
