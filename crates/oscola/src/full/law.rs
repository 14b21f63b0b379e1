//! Law in full (part 2).

use crate::PartialDate;
use crate::run::Line;
use crate::source::{CaseCjeu, CaseEcthr, CaseUk, EuAct, Hansard, Statute, Treaty};
use crate::terms::Terms;

/// *Name* neutral citation, report (court)
pub(super) fn case_uk(line: &mut Line, it: &CaseUk, terms: &Terms) {
    line.italic(&it.name);
    let places: Vec<&str> = [&it.neutral, &it.report].into_iter().flatten().map(|p| &**p).collect();
    if places.is_empty() {
        line.brackets(&[it.court.clone(), it.date.map(terms.date)]);
    } else {
        line.text(" ").text(&places.join(", "));
        // The neutral citation names the court (2.1.5).
        if it.neutral.is_none() {
            line.brackets(std::slice::from_ref(&it.court));
        }
    }
}

/// *Name* report, or *Name* App no 1/99 (ECtHR, date)
pub(super) fn case_ecthr(line: &mut Line, it: &CaseEcthr, terms: &Terms) {
    line.italic(&it.name).text(" ");
    if let Some(report) = &it.report {
        line.text(report);
        return;
    }
    let word = if it.applications.len() > 1 { terms.applications } else { terms.application };
    line.text(&format!("{word} {}", enumeration(&it.applications, terms)));
    line.brackets(&[Some(terms.ecthr.to_owned()), it.date.map(terms.date)]);
}

/// Case number *Name* ECLI, report, or (court, date)
pub(super) fn case_cjeu(line: &mut Line, it: &CaseCjeu, terms: &Terms) {
    let word = if it.numbers.len() > 1 { terms.joined_cases } else { terms.case };
    line.text(&format!("{word} {} ", enumeration(&it.numbers, terms))).italic(&it.name);
    let ecli = it.ecli.as_deref().map(|ecli| ecli.strip_prefix("ECLI:").unwrap_or(ecli));
    let places: Vec<&str> = [ecli, it.report.as_deref()].into_iter().flatten().collect();
    if places.is_empty() {
        line.brackets(&[it.court.clone(), it.date.map(terms.date)]);
    } else {
        line.text(" ").text(&places.join(", "));
    }
}

/// Title [year] OJ L1/1
pub(super) fn eu_act(line: &mut Line, it: &EuAct) {
    line.text(&format!("{} [{}] OJ {}", it.title, it.year.year(), it.oj));
}

/// Title (adopted date, entered into force date) series
pub(super) fn treaty(line: &mut Line, it: &Treaty, terms: &Terms) {
    let dated = |word: &str, date: Option<PartialDate>| {
        date.map(|date| format!("{word} {}", (terms.on_date)(date)))
    };
    line.text(&it.title).brackets(&[
        dated(terms.opened, it.opened),
        dated(terms.adopted, it.adopted),
        dated(terms.in_force, it.in_force),
    ]);
    line.text(" ").text(&it.series);
}

/// Title, citation (jurisdiction)
pub(super) fn statute(line: &mut Line, it: &Statute) {
    line.text(&it.title);
    if let Some(citation) = &it.citation {
        line.text(", ").text(citation);
    }
    line.brackets(std::slice::from_ref(&it.jurisdiction));
}

/// Series date, vol 1, col 2
pub(super) fn hansard(line: &mut Line, it: &Hansard, terms: &Terms) {
    let (date, volume, column) = ((terms.date)(it.date), &it.volume, &it.column);
    let word = if column.contains(['–', '-', ',']) { "cols" } else { "col" };
    line.text(&format!("{} {date}, vol {volume}, {word} {column}", it.series));
}

/// "1, 2 and 3", however many there are.
fn enumeration(parts: &[String], terms: &Terms) -> String {
    match parts {
        [first @ .., last] if !first.is_empty() => {
            format!("{} {} {last}", first.join(", "), terms.and)
        }
        parts => parts.join(", "),
    }
}
