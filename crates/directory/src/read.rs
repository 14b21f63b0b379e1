//! From the text of the file to checked entries, with everything that is wrong and its line.

mod fallbacks;

use std::collections::BTreeMap;

use locale::LanguageTag;
use toml::Spanned;

use crate::error::Fault;
use crate::raw::{self, Entry, Open};
use crate::{AsOf, Helpline, Hours, Localised, Words, form, place};

/// Most entries of a file: a page shows them, and `check` asks them.
const MOST_ENTRIES: usize = 1_000;
/// Longest text of an entry (characters).
const LONGEST_TEXT: usize = 1_000;
/// Longest name of a service (characters).
const LONGEST_NAME: usize = 200;
/// Longest id (bytes).
const LONGEST_ID: usize = 64;

/// The languages of the file, and its entries.
type File = (Vec<LanguageTag>, Vec<Helpline>);

/// Reads the file.
pub(crate) fn read(text: &str, words: &Words) -> Result<File, Vec<Fault>> {
    let mut reader = Reader { text, words, faults: Vec::new(), languages: Vec::new() };
    let file: raw::File = match toml::from_str(text) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            reader.fault_at(at, error.message().to_owned());
            return Err(reader.faults);
        }
    };
    let entries = reader.file(file);
    let mut faults = reader.faults;
    faults.sort();
    if faults.is_empty() { Ok((reader.languages, entries)) } else { Err(faults) }
}

struct Reader<'a> {
    text: &'a str,
    words: &'a Words,
    faults: Vec<Fault>,
    languages: Vec<LanguageTag>,
}

impl Reader<'_> {
    fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|own| *own == b'\n').count() + 1
    }

    fn fault_at(&mut self, byte: usize, what: impl Into<String>) {
        let line = self.line(byte);
        self.faults.push(Fault { line, what: what.into() });
    }

    fn fault<T>(&mut self, at: &Spanned<T>, what: impl Into<String>) {
        self.fault_at(at.span().start, what);
    }

    fn file(&mut self, file: raw::File) -> Vec<Helpline> {
        for tag in file.languages.get_ref() {
            if self.words.speech(tag).is_none() {
                let what = format!("there are no words for `{tag}` in content/helplines/{tag}.ftl");
                self.fault(&file.languages, what);
            }
        }
        if file.languages.get_ref().is_empty() {
            self.fault(&file.languages, "name the languages in which the notes are written");
        }
        if file.helpline.len() > MOST_ENTRIES {
            let what =
                format!("{} entries; a file has at most {MOST_ENTRIES}", file.helpline.len());
            self.fault_at(0, what);
            return Vec::new();
        }
        self.languages = file.languages.into_inner();
        self.ids(&file.helpline);
        fallbacks::check(self, &file.helpline);
        file.helpline.into_iter().map(|entry| self.entry(entry)).collect()
    }

    fn ids(&mut self, entries: &[Entry]) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in entries {
            let id = entry.id.get_ref().as_str();
            let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if id.is_empty() || id.len() > LONGEST_ID || !id.bytes().all(fits) {
                self.fault(&entry.id, "an id is 1 to 64 of a-z, 0-9 and hyphen");
            }
            let line = self.line(entry.id.span().start);
            if let Some(first) = seen.insert(id, line) {
                self.fault(&entry.id, format!("`{id}` is already the id of line {first}"));
            }
        }
    }

    fn entry(&mut self, raw: Entry) -> Helpline {
        self.places(&raw);
        self.reach(&raw);
        self.checked(&raw);
        for tag in &raw.languages {
            // A page names languages as they call themselves.
            if tag.get_ref().endonym() == tag.get_ref().as_str() {
                let what =
                    format!("`{}` has no name; add it to crates/locale/src/tag.rs", tag.get_ref());
                self.fault(tag, what);
            }
        }
        if raw.purposes.get_ref().is_empty() {
            self.fault(&raw.purposes, "say for whom it is, such as [\"self\", \"other\"]");
        }
        let as_of = AsOf::parse(raw.as_of.get_ref());
        if as_of.is_none() {
            self.fault(&raw.as_of, "write when the source is of: YYYY, YYYY-MM or YYYY-MM-DD");
        }
        let line = self.line(raw.id.span().start);
        Helpline {
            line,
            hours: self.hours(&raw),
            name: self.words_of(raw.name, LONGEST_NAME),
            source: self.words_of(raw.source, LONGEST_TEXT),
            hours_note: self.localised(raw.hours_note),
            reporting_duty: self.localised(raw.reporting_duty),
            note: self.localised(raw.note),
            doubt: self.localised(raw.doubt),
            // Something was found where this is missing, so it is never shown.
            as_of: as_of.unwrap_or_else(AsOf::unknown),
            id: raw.id.into_inner(),
            country: raw.country.into_inner(),
            also_in: raw.also_in.into_iter().map(Spanned::into_inner).collect(),
            not_in: raw.not_in.into_iter().map(Spanned::into_inner).collect(),
            languages: raw.languages.into_iter().map(Spanned::into_inner).collect(),
            purposes: raw.purposes.into_inner(),
            phone: raw.phone.map(Spanned::into_inner),
            sms: raw.sms.map(Spanned::into_inner),
            mail: raw.mail.map(Spanned::into_inner),
            url: raw.url.map(Spanned::into_inner),
            chat: raw.chat.map(Spanned::into_inner),
            visit: raw.visit.map(Spanned::into_inner),
            onion: raw.onion.map(Spanned::into_inner),
            on_site: raw.on_site.map(Spanned::into_inner).unwrap_or_default(),
            cost: raw.cost,
            anonymity: raw.anonymity,
            verified: raw.verified.map(Spanned::into_inner),
            valid_until: raw.valid_until.map(Spanned::into_inner),
            status: raw.status,
            fallback: raw.fallback.map(Spanned::into_inner),
        }
    }

    fn places(&mut self, raw: &Entry) {
        let own = raw.country.get_ref().as_str();
        if !place::is_wide(own) {
            self.country(&raw.country);
            if let Some(first) = raw.also_in.first().or(raw.not_in.first()) {
                self.fault(first, "`also_in` and `not_in` belong to entries of EU or INT");
            }
        }
        for code in raw.also_in.iter().chain(&raw.not_in) {
            self.country(code);
        }
    }

    fn country(&mut self, code: &Spanned<String>) {
        if !self.words.knows_country(code.get_ref()) {
            let what = format!(
                "`{0}` is no country that is known here: write an ISO 3166-1 code such as BE, or \
                 EU or INT; a new country needs a name, `country-{0}`, in content/helplines/*.ftl",
                code.get_ref()
            );
            self.fault(code, what);
        }
    }

    /// Numbers and addresses.
    fn reach(&mut self, raw: &Entry) {
        for phone in [&raw.phone, &raw.sms].into_iter().flatten() {
            if !form::is_phone(phone.get_ref()) {
                let what = "is no number: digits, spaces and hyphens, 2 to 15 digits";
                self.fault(phone, format!("`{}` {what}", phone.get_ref()));
            }
        }
        if let Some(mail) = raw.mail.as_ref().filter(|mail| !form::is_mail(mail.get_ref())) {
            self.fault(mail, format!("`{}` is no mail address", mail.get_ref()));
        }
        for url in [&raw.url, &raw.chat, &raw.onion].into_iter().flatten() {
            if let Some(wrong) = form::wrong_url(url.get_ref()) {
                self.fault(url, format!("`{}` {wrong}", url.get_ref()));
            }
        }
        if let Some(onion) = &raw.onion
            && !form::host(onion.get_ref()).ends_with(".onion")
        {
            self.fault(onion, "`onion` is the address of an onion service; others go to `url`");
        }
        if let Some(visit) = raw.visit.as_ref().filter(|visit| !fits(visit.get_ref(), LONGEST_NAME))
        {
            self.fault(visit, format!("`visit` is an address of 1 to {LONGEST_NAME} characters"));
        }
        if let (Some(channels), None) = (&raw.on_site, &raw.url) {
            self.fault(channels, "`on_site` says what the page offers: give its `url`, too");
        }
        let ways = [&raw.phone, &raw.sms, &raw.mail, &raw.url, &raw.chat, &raw.visit, &raw.onion];
        if ways.into_iter().flatten().next().is_none() {
            self.fault(&raw.id, "nobody can reach it: give phone, sms, mail, url, chat or visit");
        }
    }

    fn checked(&mut self, raw: &Entry) {
        if let Some(verified) = &raw.verified
            && !fits(&verified.get_ref().by, LONGEST_NAME)
        {
            self.fault(
                verified,
                "`verified` says who checked it: { by = \"…\", on = \"YYYY-MM-DD\" }",
            );
        }
        match (&raw.verified, &raw.valid_until) {
            (None, Some(until)) => {
                self.fault(until, "`valid_until` belongs to a check; there is no `verified`");
            }
            (Some(verified), Some(until)) if *until.get_ref() <= verified.get_ref().on => {
                self.fault(until, "a check counts longer than the day on which it was made");
            }
            _ => {}
        }
    }

    fn hours(&mut self, raw: &Entry) -> Option<Hours> {
        let spans = match raw.hours.as_ref().map(Spanned::get_ref) {
            Some(Open::Spans(spans)) => spans,
            other => {
                if let Some(zone) = &raw.zone {
                    self.fault(zone, "`zone` belongs to hours such as [\"mon-fri 09:30-12:30\"]");
                }
                let Some(Open::Word(word)) = other else { return None };
                if word != "always"
                    && let Some(hours) = &raw.hours
                {
                    self.fault(hours, format!("`{word}` are no hours; write \"always\" or a list"));
                }
                return Some(Hours::Always);
            }
        };
        let hours = raw.hours.as_ref()?;
        let Some(zone) = &raw.zone else {
            self.fault(hours, "by which clocks? Add `zone`, such as Europe/Brussels");
            return None;
        };
        if !self.words.knows_zone(zone.get_ref()) {
            let what = format!(
                "`{}` has no name; add `{}` to content/helplines/*.ftl",
                zone.get_ref(),
                crate::words::zone_id(zone.get_ref())
            );
            self.fault(zone, what);
        }
        match Hours::weekly(zone.get_ref(), spans) {
            Ok(hours) => Some(hours),
            Err(what) => {
                self.fault(hours, what);
                None
            }
        }
    }

    fn words_of(&mut self, text: Spanned<String>, longest: usize) -> String {
        if !fits(text.get_ref(), longest) {
            self.fault(&text, format!("is a line of 1 to {longest} characters"));
        }
        text.into_inner()
    }

    /// A text that must be there in every language of the file, and in no other.
    fn localised(&mut self, texts: Option<Spanned<Localised>>) -> Localised {
        let Some(texts) = texts else { return Localised::new() };
        for tag in self.languages.clone() {
            if !texts.get_ref().contains_key(&tag) {
                self.fault(&texts, format!("is not there in `{tag}`; say it in every language"));
            }
        }
        for (tag, text) in texts.get_ref() {
            if !self.languages.contains(tag) {
                self.fault(&texts, format!("`{tag}` is not among the `languages` of the file"));
            }
            if !fits(text, LONGEST_TEXT) {
                let what = format!("`{tag}` is a line of 1 to {LONGEST_TEXT} characters");
                self.fault(&texts, what);
            }
        }
        texts.into_inner()
    }
}

/// One line with something in it.
fn fits(text: &str, longest: usize) -> bool {
    let count = text.chars().count();
    (1..=longest).contains(&count) && text.trim() == text && !text.chars().any(char::is_control)
}
