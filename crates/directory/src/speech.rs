//! What is said of an entry, in one language.

use jiff::civil::{Date, Weekday};
use locale::{Arg, Catalogue, Formats, LanguageTag};
use unicode_normalization::UnicodeNormalization;

use crate::words::{country_id, zone_id};
use crate::{Anonymity, Channel, Cost, Helpline, Hours, Span, Standing};

/// The marks by which Fluent keeps a placed text apart from the text around it.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What is said of an entry, in one language.
#[derive(Debug, Clone, Copy)]
pub struct Speech<'a> {
    tag: &'a LanguageTag,
    texts: &'a Catalogue,
}

impl<'a> Speech<'a> {
    pub(crate) fn new(tag: &'a LanguageTag, texts: &'a Catalogue) -> Self {
        Self { tag, texts }
    }

    /// The language.
    pub fn tag(&self) -> &'a LanguageTag {
        self.tag
    }

    /// The name of a country, or of the European Union.
    pub fn country(&self, code: &str) -> Option<String> {
        self.texts.text(&country_id(code), &[])
    }

    /// The names of countries with their codes, in the order of the names. Accents do not count.
    pub fn countries(&self, codes: &[&str]) -> Vec<(String, String)> {
        let name = |code: &&str| Some(((*code).to_owned(), self.country(code)?));
        let mut named: Vec<(String, String)> = codes.iter().filter_map(name).collect();
        named.sort_by_cached_key(|(_, name)| plain(name));
        named
    }

    /// When it answers.
    pub fn hours(&self, hours: &Hours) -> String {
        let Hours::Weekly { zone, spans } = hours else { return self.say("hours-always", &[]) };
        let spans: Vec<String> = spans.iter().map(|span| self.span(span)).collect();
        let spans = capitalised(&self.joined("hours-and", &spans));
        let zone = self.say(&zone_id(zone.iana_name().unwrap_or_default()), &[]);
        let args = [("spans", Arg::Text(&spans)), ("zone", Arg::Text(&zone))];
        self.say("hours-weekly", &args)
    }

    /// Whether it was checked, and what follows from that.
    pub fn standing(&self, standing: Standing) -> String {
        match standing {
            Standing::Verified { on } => self.on("standing-verified", on),
            Standing::Unverified => self.say("standing-unverified", &[]),
            Standing::Expired { on, .. } => self.on("standing-expired", on),
            Standing::Closed => self.say("standing-closed", &[]),
        }
    }

    /// Where the entry was read, and of when that is.
    pub fn source(&self, entry: &Helpline) -> String {
        let date = entry.as_of.to_string();
        let args = [("source", Arg::Text(&entry.source)), ("date", Arg::Text(&date))];
        self.say("source", &args)
    }

    /// What comes before the service to which to turn if nobody answers.
    pub fn if_nobody_answers(&self) -> String {
        self.say("fallback", &[])
    }

    /// What comes before the word for a channel's address: “Chat:”.
    pub fn channel(&self, channel: Channel) -> String {
        self.say(channel_id(channel), &[])
    }

    /// What it costs, whether one gives one's name, its languages, what else its page offers.
    pub fn facts(&self, entry: &Helpline) -> Vec<String> {
        let cost = match entry.cost {
            Cost::Free => Some("cost-free"),
            Cost::Standard => Some("cost-standard"),
            Cost::Unknown => None,
        };
        let anonymity = match entry.anonymity {
            Anonymity::Anonymous => Some("anonymity-anonymous"),
            Anonymity::Confidential => Some("anonymity-confidential"),
            Anonymity::NotAnonymous => Some("anonymity-not-anonymous"),
            Anonymity::Unknown => None,
        };
        let simple = [cost, anonymity].into_iter().flatten().map(|id| self.say(id, &[]));
        simple.chain(self.languages(entry)).chain(self.on_site(entry)).collect()
    }

    /// The languages, where they are not just the reader's own.
    fn languages(&self, entry: &Helpline) -> Option<String> {
        if entry.languages.iter().all(|own| own == self.tag) {
            return None;
        }
        let names: Vec<String> =
            entry.languages.iter().map(|tag| tag.endonym().to_owned()).collect();
        let count = u64::try_from(names.len()).unwrap_or(u64::MAX);
        let names = self.joined("list-and", &names);
        let args = [("languages", Arg::Text(&names)), ("count", Arg::Number(count))];
        Some(self.say("languages", &args))
    }

    fn on_site(&self, entry: &Helpline) -> Option<String> {
        if entry.on_site.is_empty() {
            return None;
        }
        let names: Vec<String> = entry
            .on_site
            .iter()
            .map(|channel| self.say(&format!("{}.on-site", channel_id(*channel)), &[]))
            .collect();
        let names = self.joined("list-and", &names);
        Some(self.say("on-site", &[("channels", Arg::Text(&names))]))
    }

    fn span(&self, span: &Span) -> String {
        let (from, to) = (self.time(span.from), self.time(span.to));
        let (first, last) = (self.weekday(span.first), self.weekday(span.last));
        let args = [
            ("first", Arg::Text(&first)),
            ("last", Arg::Text(&last)),
            ("from", Arg::Text(&from)),
            ("to", Arg::Text(&to)),
        ];
        let every_day = span.first.previous() == span.last;
        let id = match span {
            span if every_day && span.first != span.last => "hours-daily",
            span if span.first == span.last => "hours-day",
            _ => "hours-days",
        };
        self.part(id, &args)
    }

    fn time(&self, minutes: u16) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60);
        let (bare, padded) = (hour.to_string(), format!("{hour:02}"));
        let minutes = format!("{minute:02}");
        let args = [
            ("hour", Arg::Text(&bare)),
            ("padded", Arg::Text(&padded)),
            ("minutes", Arg::Text(&minutes)),
        ];
        self.part(if minute == 0 { "time-whole" } else { "time" }, &args)
    }

    fn weekday(&self, day: Weekday) -> String {
        self.say(&format!("weekday-{}", day.to_monday_one_offset()), &[])
    }

    /// Joins texts two by two, as the language does.
    fn joined(&self, id: &str, texts: &[String]) -> String {
        let mut texts = texts.iter();
        let first = texts.next().cloned().unwrap_or_default();
        texts.fold(first, |before, after| {
            self.part(id, &[("before", Arg::Text(&before)), ("after", Arg::Text(after))])
        })
    }

    fn on(&self, id: &str, day: Date) -> String {
        // A language without formats writes the day as ISO 8601 does.
        let date = Formats::new(self.tag).map_or_else(|_| day.to_string(), |own| own.date(day));
        self.say(id, &[("date", Arg::Text(&date))])
    }

    /// A piece of a text. It is placed into another, and only there kept apart from the text
    /// around it: marks within marks would stand between a number and its unit.
    fn part(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.say(id, args).replace(ISOLATES, "")
    }

    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.shown(id, args)
    }
}

fn channel_id(channel: Channel) -> &'static str {
    match channel {
        Channel::Phone => "channel-phone",
        Channel::Sms => "channel-sms",
        Channel::Chat => "channel-chat",
        Channel::Mail => "channel-mail",
        Channel::Web => "channel-web",
        Channel::Visit => "channel-visit",
    }
}

/// A sentence begins with a capital, where a language has them.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A name without accents and capitals, to sort by.
fn plain(name: &str) -> String {
    let letters = name.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
    letters.collect::<String>().to_lowercase()
}
