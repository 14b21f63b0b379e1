//! The services that a message names.

use directory::{Helplines, Purpose};
use jiff::civil::Date;
use locale::LanguageTag;
use warning::Line;

/// How many services a message names; the help page has all.
const MOST: usize = 3;

/// The first services for someone who worries about oneself, with whether they were checked.
pub fn for_warning(helplines: &Helplines, language: &LanguageTag, today: Date) -> Vec<Line> {
    let Some(speech) = helplines.speech(language) else { return Vec::new() };
    let found = helplines.shown(&[Purpose::Oneself], language, today);
    let line = |shown: &directory::Shown<'_>| {
        let card = speech.card(shown);
        Line {
            name: card.brief.name,
            place: card.brief.place,
            phone: card.brief.phone,
            dial: card.brief.dial,
            url: card.brief.url,
            standing: card.standing,
        }
    };
    found.iter().take(MOST).map(line).collect()
}
