//! Where to turn.

use directory::{Brief, Card, Helplines, Purpose};
use jiff::civil::Date;

use crate::EditionError;
use crate::edition::{Line, Lines};
use crate::words::Words;

/// Id, title, texts and services of a need.
type Plan = (&'static str, &'static str, &'static [&'static str], Purpose);

const PLANS: [Plan; 4] = [
    (
        "danger",
        "edition-help-danger-title",
        &["crisis-card-danger", "crisis-card-child"],
        Purpose::Danger,
    ),
    ("crisis", "edition-help-crisis-title", &["crisis-card-self"], Purpose::Crisis),
    ("self", "edition-help-self-title", &["edition-help-self"], Purpose::Oneself),
    ("youth", "edition-help-youth-title", &["programme-under-18"], Purpose::Youth),
];

/// Services for every need, as they stand on a day.
pub(crate) fn help(
    words: &Words<'_>,
    helplines: &Helplines,
    day: Date,
) -> Result<Vec<Lines>, EditionError> {
    let language = words.language;
    let missing = || EditionError::Helplines(language.clone());
    let speech = helplines.speech(language).filter(|_| helplines.is_in(language));
    let speech = speech.ok_or_else(missing)?;
    let section = |(id, title, texts, purpose): &Plan| {
        let shown = helplines.shown(&[*purpose], language, day);
        Ok(Lines {
            id,
            title: words.plain(title)?,
            text: texts.iter().map(|id| words.plain(id)).collect::<Result<_, EditionError>>()?,
            lines: shown.iter().map(|own| line(words, speech.card(own))).collect(),
        })
    };
    PLANS.iter().map(section).collect()
}

fn line(words: &Words<'_>, card: Card) -> Line {
    let fallback = card.fallback.as_ref().map(|(before, own)| format!("{before} {}", brief(own)));
    let ways = card.ways.iter().map(|(word, text, _)| words.unmarked(&format!("{word} {text}")));
    let ways = ways.collect();
    let known = card.note.iter().chain(&card.hours).chain(&card.facts);
    let known: Vec<&str> =
        known.chain(&card.reporting_duty).chain(&card.doubt).map(String::as_str).collect();
    let Brief { name, place, phone, dial, url } = card.brief;
    Line {
        // 112 is called 112.
        phone: phone.filter(|phone| *phone != name),
        host: url.as_deref().map(|url| host(url).to_owned()),
        ways,
        about: words.unmarked(&known.join(" ")),
        standing: words.unmarked(&card.standing),
        is_good: card.is_good,
        source: words.unmarked(&card.source),
        fallback: fallback.map(|text| words.unmarked(&text)),
        name,
        place,
        dial,
        url,
    }
}

/// Name, number and page in one sentence.
fn brief(own: &Brief) -> String {
    let phone = own.phone.as_deref().filter(|phone| *phone != own.name);
    let reach = phone.or(own.url.as_deref().map(host));
    reach.map_or_else(|| own.name.clone(), |reach| format!("{}, {reach}", own.name))
}

/// An address without its scheme, as it is read.
fn host(url: &str) -> &str {
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_start_matches("www.").trim_end_matches('/')
}
