//! A service of the directory, as a statement lists it.

use directory::{Helpline, Shown, Speech, Standing};
use locale::Arg;

use crate::document::Line;
use crate::labels::{Labels, unmarked};

/// A service with everything there is to say of it.
///
/// Whether its check still counts is not judged: a document does not change by itself, and the day
/// of the check stands there for its reader to judge.
pub(crate) fn line(own: &Helpline, speech: &Speech<'_>, labels: &Labels<'_>) -> Line {
    let card = speech.card(&Shown { entry: own, fallback: None, standing: Standing::Unverified });
    let ways = card.ways.iter().map(|(word, text, _)| format!("{word} {text}."));
    let known = card.note.into_iter().chain(card.hours).chain(card.facts).chain(ways);
    let known = known.chain(card.reporting_duty).chain(card.doubt);
    let mut about: Vec<String> = known.map(|text| unmarked(&text)).collect();
    let date = own.as_of.to_string();
    let args = [("source", Arg::Text(&own.source)), ("date", Arg::Text(&date))];
    about.push(labels.text("line-source", &args));
    about.push(match &own.verified {
        Some(checked) => {
            labels.text("line-verified", &[("date", Arg::Text(&labels.date(checked.on)))])
        }
        None => labels.text("line-unverified", &[]),
    });
    Line {
        name: own.name.clone(),
        phone: own.phone.clone(),
        dial: own.dial(),
        url: own.url.clone(),
        about,
    }
}
