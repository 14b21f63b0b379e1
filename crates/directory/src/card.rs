//! An entry as pages and documents show it.

use locale::LanguageTag;

use crate::{Channel, Helpline, Localised, Shown, Speech};

/// An entry in the words of a reader. Nothing in it is markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Name, number, page and country.
    pub brief: Brief,
    /// The ways that have a word before them: the word, what is shown, and where it leads.
    pub ways: Vec<(String, String, Option<String>)>,
    /// When it answers, and what else is to be known of its hours.
    pub hours: Vec<String>,
    /// What it costs, whether one gives one's name, its languages, what else its page offers.
    pub facts: Vec<String>,
    /// What else is to be known.
    pub note: Option<String>,
    /// What it must or may pass on.
    pub reporting_duty: Option<String>,
    /// Why it may be wrong.
    pub doubt: Option<String>,
    /// Whether it was checked, in words.
    pub standing: String,
    /// Whether it was checked and the check counts.
    pub is_good: bool,
    /// Where the entry was read.
    pub source: String,
    /// Where to turn if nobody answers: the words before it, and it.
    pub fallback: Option<(String, Brief)>,
}

/// As little of an entry as helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// Its name.
    pub name: String,
    /// The name of its country or union; none where it holds anywhere.
    pub place: Option<String>,
    /// Its number as people write it.
    pub phone: Option<String>,
    /// Its number as a telephone dials it.
    pub dial: Option<String>,
    /// Its page.
    pub url: Option<String>,
}

impl Speech<'_> {
    /// An entry in the words of this language.
    pub fn card(&self, shown: &Shown<'_>) -> Card {
        let entry = shown.entry;
        let own = |texts: &Localised| in_language(texts, self.tag());
        let hours = entry.hours.as_ref().map(|hours| self.hours(hours));
        Card {
            brief: self.brief(entry),
            ways: self.ways(entry),
            hours: hours.into_iter().chain(own(&entry.hours_note)).collect(),
            facts: self.facts(entry),
            note: own(&entry.note),
            reporting_duty: own(&entry.reporting_duty),
            doubt: own(&entry.doubt),
            standing: self.standing(shown.standing),
            is_good: shown.standing.is_good(),
            source: self.source(entry),
            fallback: shown.fallback.map(|own| (self.if_nobody_answers(), self.brief(own))),
        }
    }

    /// As little of an entry as helps.
    pub fn brief(&self, entry: &Helpline) -> Brief {
        let place = Some(&entry.country).filter(|_| !entry.holds_anywhere());
        Brief {
            name: entry.name.clone(),
            place: place.and_then(|code| self.country(code)),
            phone: entry.phone.clone(),
            dial: entry.dial(),
            url: entry.url.clone(),
        }
    }

    /// The ways beside number and page. Mail and messages bear their sender's address: they are
    /// written out, and no touch by mistake begins one.
    fn ways(&self, entry: &Helpline) -> Vec<(String, String, Option<String>)> {
        let way = |channel, text: &Option<String>, leads: &dyn Fn(&str) -> Option<String>| {
            let text = text.clone()?;
            let leads = leads(&text);
            Some((self.channel(channel), text, leads))
        };
        let chat = entry.chat.clone().filter(|chat| Some(chat) != entry.url.as_ref());
        let page = |url: &str| Some(url.to_owned());
        let ways = [
            way(Channel::Sms, &entry.sms, &|_| None),
            way(Channel::Mail, &entry.mail, &|_| None),
            way(Channel::Chat, &chat, &page),
            way(Channel::Web, &entry.onion, &page),
            way(Channel::Visit, &entry.visit, &|_| None),
        ];
        ways.into_iter().flatten().collect()
    }
}

fn in_language(texts: &Localised, tag: &LanguageTag) -> Option<String> {
    texts.get(tag).cloned()
}
