//! Works in full (part 3).

use super::{editors, quoted};
use crate::PartialDate;
use crate::person::full_names;
use crate::run::Line;
use crate::source::{
    Book, Chapter, CommissionDocument, Edition, Journal, Press, PressRelease, Report, Thesis,
    WebPage,
};
use crate::terms::Terms;

/// ‘Title’ (*Site*, date)
pub(super) fn web_page(line: &mut Line, it: &WebPage, terms: &Terms) {
    quoted(line, &it.title, terms);
    let date = it.date.map(terms.date);
    match (&it.work, date) {
        (Some(work), Some(date)) => {
            line.text(" (").italic(work).text(", ").text(&date).text(")");
        }
        (Some(work), None) => {
            line.text(" (").italic(work).text(")");
        }
        (None, date) => {
            line.brackets(&[date]);
        }
    }
}

/// *Title* or ‘Title’ (number, publisher year)
pub(super) fn report(line: &mut Line, it: &Report, terms: &Terms) {
    if it.isbn {
        line.italic(&it.title);
    } else {
        quoted(line, &it.title, terms);
    }
    let published = match (&it.publisher, it.date) {
        // A year follows its publisher as in a book; a day is set off by a comma.
        (Some(publisher), Some(date)) if date.month().is_none() => {
            vec![Some(format!("{publisher} {}", (terms.date)(date)))]
        }
        (publisher, date) => vec![publisher.clone(), date.map(terms.date)],
    };
    line.brackets(&[vec![it.number.clone()], published].concat());
}

/// ‘Title’ *Newspaper* (place, date) page
pub(super) fn press(line: &mut Line, it: &Press, terms: &Terms) {
    quoted(line, &it.title, terms);
    line.text(" ").italic(&it.work).brackets(&[it.place.clone(), Some((terms.date)(it.date))]);
    spaced(line, it.page.as_deref());
}

/// ‘Title’ (Press Release number, date)
pub(super) fn press_release(line: &mut Line, it: &PressRelease, terms: &Terms) {
    quoted(line, &it.title, terms);
    let kind = match &it.number {
        Some(number) => format!("{} {number}", terms.press_release),
        None => terms.press_release.to_owned(),
    };
    line.brackets(&[Some(kind), Some((terms.date)(it.date))]);
}

/// ‘Title’ (year) volume(issue) Journal page, or [year] where there are no volumes
pub(super) fn journal(line: &mut Line, it: &Journal, terms: &Terms) {
    quoted(line, &it.title, terms);
    let year = (terms.date)(it.year);
    let issue = it.issue.as_ref().map(|issue| format!("({issue})")).unwrap_or_default();
    match &it.volume {
        Some(volume) => line.text(&format!(" ({year}) {volume}{issue}")),
        None if issue.is_empty() => line.text(&format!(" [{year}]")),
        None => line.text(&format!(" [{year}] {issue}")),
    };
    spaced(line, Some(&it.journal));
    spaced(line, it.page.as_deref());
}

/// *Title* (editor, translator, edition, publisher year)
pub(super) fn book(line: &mut Line, it: &Book, terms: &Terms) {
    line.italic(&it.title);
    let second = |people, word| full_names(people, terms).map(|names| format!("{names} {word}"));
    let word = if it.editors.len() > 1 { terms.editors } else { terms.editor };
    // Editors without an author stand at the head already.
    let edited = if it.authors.is_empty() { None } else { second(&it.editors, word) };
    let translated = second(&it.translators, terms.translator);
    let published = published(it.edition.as_ref(), &it.publisher, it.year, terms);
    line.brackets(&[vec![edited, translated], published].concat());
}

/// ‘Title’ in Editors (eds), *Book* (edition, publisher year)
pub(super) fn chapter(line: &mut Line, it: &Chapter, terms: &Terms) {
    quoted(line, &it.title, terms);
    spaced(line, Some(terms.within));
    spaced(line, editors(&it.editors, terms).as_deref());
    line.text(", ").italic(&it.book);
    line.brackets(&published(it.edition.as_ref(), &it.publisher, it.year, terms));
}

/// ‘Title’ (degree, university year)
pub(super) fn thesis(line: &mut Line, it: &Thesis, terms: &Terms) {
    quoted(line, &it.title, terms);
    let place = format!("{} {}", it.university, (terms.date)(it.year));
    line.brackets(&[Some(it.degree.clone()), Some(place)]);
}

/// Body, ‘Title’ (kind) number
pub(super) fn commission_document(line: &mut Line, it: &CommissionDocument, terms: &Terms) {
    line.text(&it.organisation).text(", ");
    quoted(line, &it.title, terms);
    line.brackets(std::slice::from_ref(&it.document));
    spaced(line, Some(&it.number));
}

fn published(
    edition: Option<&Edition>,
    publisher: &str,
    year: PartialDate,
    terms: &Terms,
) -> Vec<Option<String>> {
    vec![edition.map(terms.edition), Some(format!("{publisher} {}", (terms.date)(year)))]
}

fn spaced(line: &mut Line, text: Option<&str>) {
    if let Some(text) = text {
        line.text(" ").text(text);
    }
}
